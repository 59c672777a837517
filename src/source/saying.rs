use std::fmt;

/// One sentence of a note: an English pattern, and what fills its gaps. A page in another language knows the sentence by
/// its pattern and fills the same gaps.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Saying {
    /// With `{name}` where a gap is.
    pub pattern: &'static str,
    /// The gaps by their names, in the order they were filled in.
    pub gaps: Vec<(&'static str, Filling)>,
    /// The limit that kept out what it tells of.
    pub limit: Option<&'static str>,
}

/// What fills a gap.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filling {
    /// A count, a size, a line.
    Number(usize),
    /// A name, or words of another program.
    Text(String),
    /// A sentence inside the sentence.
    Saying(Box<Saying>),
}

impl Saying {
    /// The sentence `pattern`, whose gaps are still to be filled.
    pub fn new(pattern: &'static str) -> Self {
        Self {
            pattern,
            gaps: Vec::new(),
            limit: None,
        }
    }

    /// The same with the gap `name` filled. A sentence in the gap that tells of a limit makes this one tell of it.
    #[must_use]
    pub fn with(mut self, name: &'static str, filling: impl Into<Filling>) -> Self {
        let filling = filling.into();
        if let Filling::Saying(inner) = &filling {
            self.limit = self.limit.or(inner.limit);
        }
        self.gaps.push((name, filling));
        self
    }

    /// The same, about what the limit `limit` kept out.
    #[must_use]
    pub fn at_limit(self, limit: &'static str) -> Self {
        Self {
            limit: Some(limit),
            ..self
        }
    }
}

/// In English.
impl fmt::Display for Saying {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.pattern;
        while let Some((before, from)) = rest.split_once('{') {
            f.write_str(before)?;
            let Some((name, after)) = from.split_once('}') else {
                return write!(f, "{{{from}");
            };
            match self.gaps.iter().find(|(gap, _)| *gap == name) {
                Some((_, filling)) => filling.fmt(f)?,
                None => write!(f, "{{{name}}}")?,
            }
            rest = after;
        }
        f.write_str(rest)
    }
}

impl fmt::Display for Filling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => f.write_str(text),
            Self::Saying(saying) => saying.fmt(f),
        }
    }
}

impl From<usize> for Filling {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<String> for Filling {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Filling {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Saying> for Filling {
    fn from(saying: Saying) -> Self {
        Self::Saying(Box::new(saying))
    }
}
