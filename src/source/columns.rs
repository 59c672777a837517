use std::collections::BTreeMap;

use super::Limits;

/// How articles are taken out of what holds them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// How much is read.
    pub limits: Limits,
    /// Which column of a table, or key of a JSON line, says what.
    pub columns: Columns,
}

/// Names of the columns of tables and of the keys of JSON lines. What is not named is called as the field itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    named: BTreeMap<String, String>,
}

impl Columns {
    /// The fields that a column can hold.
    pub const FIELDS: [&'static str; 9] = [
        "id",
        "text",
        "title",
        "publisher",
        "author",
        "url",
        "published",
        "modified",
        "language",
    ];

    /// Takes `field` from the column `column`; false when there is no such field.
    pub fn name(&mut self, field: &str, column: &str) -> bool {
        let known = Self::FIELDS.contains(&field);
        if known {
            self.named.insert(field.to_owned(), column.to_owned());
        }
        known
    }

    /// The name of the column of `field`.
    pub fn of<'c>(&'c self, field: &'c str) -> &'c str {
        self.named.get(field).map_or(field, String::as_str)
    }

    /// Whether every field is called as itself.
    pub(super) fn are_plain(&self) -> bool {
        self.named.is_empty()
    }
}
