//! The words of the page in one language, out of its data file.

use std::io::{Error, ErrorKind, Result};
use std::sync::Arc;

use minijinja::Value;
use toml::Table;

use super::UiLanguage;

const ENGLISH: &str = include_str!("page/en.toml");
const VIETNAMESE: &str = include_str!("page/vi.toml");

/// Words by dotted key: "verdict.conflict".
#[derive(Debug, Clone)]
pub(super) struct Language {
    words: Arc<Table>,
    /// English, in which the report gives its reasons.
    english: Arc<Table>,
}

impl Language {
    /// An error only where the file of the language is no TOML.
    pub fn new(language: UiLanguage) -> Result<Self> {
        let english = Arc::new(read(ENGLISH)?);
        let words = match language {
            UiLanguage::English => Arc::clone(&english),
            UiLanguage::Vietnamese => Arc::new(read(VIETNAMESE)?),
        };
        Ok(Self { words, english })
    }

    /// All words, for the templates.
    pub fn words(&self) -> Value {
        self.words
            .iter()
            .map(|(key, value)| (key.clone(), template_value(value)))
            .collect::<std::collections::BTreeMap<_, _>>()
            .into()
    }

    /// The text of a key; the key itself where there is none.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.known(key).unwrap_or(key)
    }

    /// The text of a key, if there is one.
    pub fn known(&self, key: &str) -> Option<&str> {
        entry(&self.words, key)?.as_str()
    }

    /// The texts of a list.
    pub fn list(&self, key: &str) -> Vec<&str> {
        let list = entry(&self.words, key).and_then(|value| value.as_array());
        list.into_iter()
            .flatten()
            .filter_map(|item| item.as_str())
            .collect()
    }

    /// The text of a key with `{name}` replaced, once and from left to right.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        filled(self.text(key), values)
    }

    /// The form of a key for `n` things, with `{n}` replaced.
    pub fn count(&self, key: &str, n: usize) -> String {
        let is_one = self.list("number.one").contains(&n.to_string().as_str());
        let form = if is_one { "one" } else { "other" };
        self.fill(&format!("{key}.{form}"), &[("n", &self.number(n))])
    }

    /// A whole number in groups of three digits.
    pub fn number(&self, n: usize) -> String {
        self.decimal(&n.to_string())
    }

    /// An English sentence of the report in this language, by the table `section` of its known sentences; `None` for
    /// one that is not known.
    ///
    /// A known sentence may hold `{name}`, which stands for anything. Where more than one fits, the one with the most words
    /// of its own is taken.
    pub fn translated(&self, section: &str, sentence: &str) -> Option<String> {
        let known = entry(&self.english, section)?.as_table()?;
        let fitting = known.iter().filter_map(|(key, english)| {
            let (own, values) = parts_of(sentence, english.as_str()?)?;
            Some((own, key, values))
        });
        let (_, key, values) = fitting.max_by_key(|(own, ..)| *own)?;
        Some(self.fill(&format!("{section}.{key}"), &values))
    }

    /// What stands for `{rest}` in an English sentence of the report, where it is the sentence of this key.
    pub fn rest<'s>(&self, key: &str, sentence: &'s str) -> Option<&'s str> {
        let known = entry(&self.english, key)?.as_str()?;
        sentence.strip_prefix(known.strip_suffix("{rest}")?)
    }
}

fn read(text: &str) -> Result<Table> {
    text.parse()
        .map_err(|error| Error::new(ErrorKind::InvalidData, error))
}

fn entry<'a>(table: &'a Table, key: &str) -> Option<&'a toml::Value> {
    let (first, rest) = match key.split_once('.') {
        Some((first, rest)) => (first, Some(rest)),
        None => (key, None),
    };
    let value = table.get(first)?;
    match rest {
        Some(rest) => entry(value.as_table()?, rest),
        None => Some(value),
    }
}

fn template_value(value: &toml::Value) -> Value {
    match value {
        toml::Value::Table(table) => table
            .iter()
            .map(|(key, value)| (key.clone(), template_value(value)))
            .collect::<std::collections::BTreeMap<_, _>>()
            .into(),
        toml::Value::Array(items) => items.iter().map(template_value).collect(),
        other => Value::from(other.as_str().unwrap_or("")),
    }
}

/// What stands for each `{name}` of `pattern` in `sentence`, and how many bytes of the pattern are words of its own; `None`
/// where they do not fit.
fn parts_of<'s>(sentence: &'s str, pattern: &'s str) -> Option<(usize, Vec<(&'s str, &'s str)>)> {
    let mut pieces = pattern.split('{');
    let start = pieces.next()?;
    let mut rest = sentence.strip_prefix(start)?;
    let (mut own, mut values) = (start.len(), Vec::new());
    for piece in pieces {
        let (name, literal) = piece.split_once('}')?;
        let at = if literal.is_empty() {
            rest.len()
        } else {
            rest.find(literal)?
        };
        values.push((name, rest.get(..at)?));
        rest = rest.get(at + literal.len()..)?;
        own += literal.len();
    }
    rest.is_empty().then_some((own, values))
}

/// `text` with each `{name}` of `values` replaced; other braces stay.
fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let (before, from) = rest.split_at(open);
        filled.push_str(before);
        let named = values.iter().find_map(|(name, value)| {
            let after = from.strip_prefix('{')?.strip_prefix(name)?;
            Some((value, after.strip_prefix('}')?))
        });
        match named {
            Some((value, after)) => {
                filled.push_str(value);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = &from[1..];
            }
        }
    }
    filled.push_str(rest);
    filled
}
