//! What a snapshot is made of.

/// One block of the file: the smallest thing that is accepted or rejected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// An article.
    Source(Source),
    /// A fact.
    Fact(Fact),
    /// Passages that are the same text.
    Duplicate(Duplicate),
}

/// An article: what is known of it, and the digits in it that are no claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// As in the report.
    pub name: String,
    /// Who printed it.
    pub publisher: Option<String>,
    /// EDTF date.
    pub published: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Remarks of the report, `name: message`.
    pub notes: Vec<String>,
    /// In the order of the article.
    pub ignored: Vec<Ignored>,
}

/// Digits that are no claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignored {
    /// `reason: quote`.
    pub text: String,
    /// 1-based; only known of the run itself, never kept.
    pub line: Option<usize>,
}

/// A fact with its statements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Id in the report.
    pub id: String,
    /// What it is about, for the reader.
    pub about: String,
    /// Verdict.
    pub verdict: String,
    /// Kind of conflict.
    pub kind: Option<String>,
    /// Independent origins.
    pub origins: usize,
    /// In the order of the report.
    pub claims: Vec<Statement>,
}

/// A claim of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Name of the article.
    pub source: String,
    /// The phrase, on one line.
    pub quote: String,
    /// Kind, value, unit, way of stating: whatever of them says something, `count 11 …`.
    pub reads: String,
    /// Some words around it, the figure itself in square brackets: tells equal phrases apart, and is not compared.
    pub at: String,
    /// 1-based; only known of the run itself, never kept.
    pub line: Option<usize>,
}

/// Passages that are the same text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// Id in the report.
    pub id: String,
    /// exact or near.
    pub class: String,
    /// The passages.
    pub passages: Vec<Copied>,
    /// Words that differ.
    pub changes: Vec<String>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Name of the article.
    pub source: String,
    /// How it begins.
    pub text: String,
    /// Hash of the whole of it.
    pub digest: String,
    /// 1-based; only known of the run itself, never kept.
    pub line: Option<usize>,
}

impl Entry {
    /// Whether both say the same. Ids, words around a figure, line numbers and the order of members do not count.
    pub fn same(&self, other: &Self) -> bool {
        self.key() == other.key()
    }

    /// All that is compared, in one text.
    pub(super) fn key(&self) -> String {
        match self {
            Self::Source(source) => format!("source {}", source.key()),
            Self::Fact(fact) => format!("fact {}", fact.key()),
            Self::Duplicate(duplicate) => format!("duplicate {}", duplicate.key()),
        }
    }

    /// The articles it speaks of, sorted.
    pub fn sources(&self) -> Vec<&str> {
        let mut names: Vec<&str> = match self {
            Self::Source(source) => vec![&source.name],
            Self::Fact(fact) => fact.claims.iter().map(|c| c.source.as_str()).collect(),
            Self::Duplicate(copies) => copies.passages.iter().map(|p| p.source.as_str()).collect(),
        };
        names.sort_unstable();
        names.dedup();
        names
    }

    /// What it is, in a few words: "agreement: …".
    pub fn title(&self) -> String {
        match self {
            Self::Source(source) => format!("source: {}", source.name),
            Self::Fact(fact) => match &fact.kind {
                Some(kind) => format!("{} ({kind}): {}", fact.verdict, fact.about),
                None => format!("{}: {}", fact.verdict, fact.about),
            },
            Self::Duplicate(copies) => {
                let text = copies.passages.first().map_or("", |p| p.text.as_str());
                format!("duplicate-{}: {text}", copies.class)
            }
        }
    }
}

impl Source {
    fn key(&self) -> String {
        let ignored: Vec<&str> = self.ignored.iter().map(|one| one.text.as_str()).collect();
        format!(
            "{:?}",
            (
                &self.name,
                &self.publisher,
                &self.published,
                &self.language,
                &self.notes,
                ignored
            )
        )
    }
}

impl Fact {
    fn key(&self) -> String {
        let mut claims: Vec<_> = self.claims.iter().map(Statement::key).collect();
        claims.sort_unstable();
        format!("{:?}", (&self.verdict, &self.kind, self.origins, claims))
    }
}

impl Statement {
    /// What is compared of it.
    pub(super) fn key(&self) -> (&str, &str, &str) {
        (&self.source, &self.quote, &self.reads)
    }
}

impl Duplicate {
    fn key(&self) -> String {
        let passages = self.passages.iter();
        let mut passages: Vec<_> = passages.map(|p| (&p.source, &p.digest)).collect();
        passages.sort_unstable();
        format!("{:?}", (&self.class, passages, &self.changes))
    }
}
