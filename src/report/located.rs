//! The report with other names for its sources.

use super::Report;

/// Where an article lies that is a part of a file, as a record of a table or a file in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The file.
    pub file: String,
    /// 1-based line of the file on which the article starts, where it has lines.
    pub line: Option<usize>,
}

impl Report {
    /// The same report with the name of every source replaced by what `place` gives for it, as the path from the
    /// working folder. Ids of claims, facts and duplicates stay, as they are made from the names as they
    /// were; so does the order. What is a part of a file keeps its name: [`Report::parts`] says where it lies.
    pub fn located(mut self, place: impl Fn(&str) -> String) -> Self {
        let parts = &self.parts;
        let place = |name: &str| match parts.contains_key(name) {
            true => name.to_owned(),
            false => place(name),
        };
        let sources = self.sources.iter_mut().map(|source| &mut source.source);
        let claims = self.claims.iter_mut().map(|claim| &mut claim.source);
        let ignored = self.ignored.iter_mut().map(|ignored| &mut ignored.source);
        let passages = self
            .duplicates
            .iter_mut()
            .flat_map(|duplicate| &mut duplicate.spans)
            .map(|passage| &mut passage.source);
        for name in sources.chain(claims).chain(ignored).chain(passages) {
            *name = place(name);
        }
        // The only ids with a space in them are those of remarks on an article, which hold its name.
        for decided in &mut self.decisions.findings {
            if let Some((name, source)) = decided.finding.split_once(' ') {
                decided.finding = format!("{name} {}", place(source));
            }
        }
        self
    }
}
