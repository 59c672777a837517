//! The words of the page in one language, out of its data file.

use std::io::{Error, ErrorKind, Result};
use std::sync::Arc;

use minijinja::Value;
use toml::Table;

use super::UiLanguage;
use crate::report::{Gap, Sentence};

const ENGLISH: &str = include_str!("page/en.toml");
const VIETNAMESE: &str = include_str!("page/vi.toml");

/// Words by dotted key: "verdict.conflict".
#[derive(Debug, Clone)]
pub(in crate::render) struct Language {
    words: Arc<Table>,
}

impl Language {
    /// An error only where the file of the language is no TOML.
    pub fn new(language: UiLanguage) -> Result<Self> {
        let text = match language {
            UiLanguage::English => ENGLISH,
            UiLanguage::Vietnamese => VIETNAMESE,
        };
        let words = Arc::new(read(text)?);
        Ok(Self { words })
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

    /// A sentence of the report in this language; `gap` writes what stands in its gaps.
    pub fn told(&self, sentence: &Sentence, gap: impl Fn(&Gap) -> String) -> String {
        self.sentence(sentence, &gap)
    }

    fn sentence(&self, sentence: &Sentence, gap: &dyn Fn(&Gap) -> String) -> String {
        let told = |filled: &Gap| match filled {
            Gap::Sentence(inner) => self.sentence(inner, gap),
            filled => gap(filled),
        };
        let gaps = sentence.gaps.iter();
        let gaps: Vec<(&str, String)> = gaps.map(|(name, filled)| (*name, told(filled))).collect();
        let gaps: Vec<(&str, &str)> = gaps.iter().map(|(name, text)| (*name, &**text)).collect();
        // A remark is known by its English pattern, which is what an English page says.
        let said = self
            .words
            .get("said")
            .and_then(|said| said.get(sentence.key)?.as_str());
        filled(said.unwrap_or(self.text(sentence.key)), &gaps)
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
