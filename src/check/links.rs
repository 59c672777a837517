//! What editors say belongs together, or does not.

use unicode_normalization::UnicodeNormalization;

use crate::fact::{Run, Said};
use crate::report::{Remark, claim_ids, fact_id};
use crate::source::Saying;

/// Two claims that an editor took for one fact, or for two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Which of both.
    pub kind: LinkKind,
    /// The claims.
    pub ends: [End; 2],
    /// Why, in the words of the editor.
    pub reason: Option<String>,
    /// Who says so.
    pub owner: Option<String>,
    /// File, 1-based line and 1-based column, in code points, where it was said.
    pub place: (String, usize, usize),
}

/// What a link says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkKind {
    /// Both are one fact.
    Must,
    /// They are never in one fact.
    Cannot,
}

/// A claim, as an editor names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// Id of a claim, or of a fact, which stands for its first claim.
    Id(String),
    /// A phrase of an article. Where the line has no such phrase, it may have moved: the only one in the article counts.
    Phrase {
        /// Name of the article.
        source: String,
        /// 1-based line.
        line: usize,
        /// The phrase or a part of it.
        quote: String,
    },
}

impl End {
    /// Reads an id, or `SOURCE:LINE: PHRASE`.
    ///
    /// # Errors
    ///
    /// Says how to write it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let is_id = text.strip_prefix("c-").or(text.strip_prefix("f-"));
        if let Some(hash) = is_id
            && !hash.is_empty()
            && hash.bytes().all(|b| b.is_ascii_hexdigit())
        {
            return Ok(Self::Id(text.to_owned()));
        }
        // The name of an article may hold a colon: the first number between two colons is the line.
        for (at, _) in text.match_indices(':') {
            let (source, rest) = text.split_at(at);
            let Some((number, quote)) = rest.trim_start_matches(':').split_once(':') else {
                continue;
            };
            if let Ok(line) = number.trim().parse()
                && !source.is_empty()
                && !quote.trim().is_empty()
            {
                return Ok(Self::Phrase {
                    source: source.to_owned(),
                    line,
                    quote: one_line(quote),
                });
            }
        }
        Err("name a claim by its id, or as \"SOURCE:LINE: PHRASE\"".to_owned())
    }

    /// The claim that is meant.
    fn claim(&self, run: &Run<'_>, ids: &[String]) -> Option<usize> {
        match self {
            Self::Id(id) => ids
                .iter()
                .position(|known| known == id || fact_id(known) == *id),
            Self::Phrase {
                source,
                line,
                quote,
            } => {
                let number = run.sources.iter().position(|one| one.name == *source)?;
                let source = &run.sources[number];
                let phrases: Vec<(usize, usize, String)> = run
                    .of_source(number)
                    .map(|at| {
                        let claim = run.stands[at].claim;
                        let core = claim.mention.core.start;
                        let line = source.lines.position(&source.text, core).line;
                        (at, line, one_line(claim.span.of(&source.text)))
                    })
                    .filter(|(.., phrase)| phrase.contains(quote.as_str()))
                    .collect();
                let here = phrases.iter().filter(|(_, at, _)| at == line);
                // Of several on the line the phrase that is just this one, else the first.
                let best = here.min_by_key(|(at, _, phrase)| (phrase != quote, *at));
                match (best, phrases.as_slice()) {
                    (Some((at, ..)), _) | (None, [(at, ..)]) => Some(*at),
                    _ => None,
                }
            }
        }
    }
}

/// NFC, white space as single spaces: an editor writes what the report shows.
fn one_line(text: &str) -> String {
    let text: String = text.nfc().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The links as pairs of claims of the run, and a remark for each that names no claim of it.
pub(super) fn resolve(run: &Run<'_>, links: &[Link]) -> (Vec<Said>, Vec<Remark>) {
    let (mut said, mut remarks) = (Vec::new(), Vec::new());
    if links.is_empty() {
        return (said, remarks);
    }
    let ids = claim_ids(run);
    for link in links {
        let [one, other] = &link.ends;
        match (one.claim(run, &ids), other.claim(run, &ids)) {
            (Some(a), Some(b)) if a != b => said.push(Said {
                left: a.min(b),
                right: a.max(b),
                together: link.kind == LinkKind::Must,
                why: why(link),
            }),
            (a, b) => {
                let says = match (a, b) {
                    (None, _) => Saying::new("the first claim of the link is not there"),
                    (_, None) => Saying::new("the second claim of the link is not there"),
                    _ => Saying::new("both ends of the link are the same claim"),
                };
                let (file, line, column) = &link.place;
                remarks.push(Remark::new("link-unmatched", &says, file, (*line, *column)));
            }
        }
    }
    (said, remarks)
}

/// "an editor says so: reason (owner)".
fn why(link: &Link) -> String {
    let what = match link.kind {
        LinkKind::Must => "an editor says that both are one fact",
        LinkKind::Cannot => "an editor says that these are two facts",
    };
    let reason = link.reason.as_ref().map(|reason| format!(": {reason}"));
    let owner = link.owner.as_ref().map(|owner| format!(" ({owner})"));
    format!(
        "{what}{}{}",
        reason.unwrap_or_default(),
        owner.unwrap_or_default()
    )
}
