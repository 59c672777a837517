use std::collections::BTreeMap;

use super::{Note, Saying, note, published};

/// What is known of an article beside its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Headline.
    pub title: Option<String>,
    /// Who printed it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// When it was published: an EDTF date, `2023-05-03`, `2023-07` or `2023`, or a date-time of which the date counts.
    pub published: Option<String>,
    /// When it was last changed, in the same form.
    pub modified: Option<String>,
    /// BCP 47 tag of its main language.
    pub language: Option<String>,
    /// Where the file itself says what is not given from outside, by field: `published` → "JSON-LD".
    pub told_by: BTreeMap<&'static str, &'static str>,
    /// Dates that the file gives and that are none, by field.
    pub no_dates: BTreeMap<&'static str, String>,
}

impl Metadata {
    /// Sets `field` to what the file says in `place`, unless it is set or the value is empty or no date.
    pub(super) fn tell(&mut self, field: &'static str, value: &str, place: &'static str) {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        if value.is_empty() {
            return;
        }
        let Some(slot) = self.slot(field) else { return };
        if slot.is_some() {
            return;
        }
        let value = match field {
            "published" | "modified" => match published::date(&value) {
                Some(date) => date,
                None => {
                    self.no_dates.entry(field).or_insert(value);
                    return;
                }
            },
            "language" => value.replace('_', "-"),
            _ => value,
        };
        *slot = Some(value);
        self.told_by.insert(field, place);
    }

    /// Fills what is not known from `file`; a date that is none gives a note.
    pub(super) fn fill(&mut self, file: Self, notes: &mut Vec<Note>) {
        let Self {
            title,
            publisher,
            author,
            url,
            published,
            modified,
            language,
            told_by,
            no_dates,
        } = file;
        for (field, given) in no_dates {
            self.no_dates.entry(field).or_insert(given);
        }
        for (field, found) in [
            ("title", title),
            ("publisher", publisher),
            ("author", author),
            ("url", url),
            ("published", published),
            ("modified", modified),
            ("language", language),
        ] {
            let Some(slot) = self.slot(field).filter(|slot| slot.is_none()) else {
                continue;
            };
            let Some(value) = found else { continue };
            let is_date = matches!(field, "published" | "modified");
            *slot = if is_date {
                published::date(&value)
            } else {
                Some(value.clone())
            };
            if slot.is_none() {
                let says = Saying::new(
                    "the date `{given}` of the front matter is no date and was left out",
                );
                let says = says.with("given", value);
                notes.push(Note::new(note::METADATA_IGNORED, says).on_line(1));
            } else if let Some(place) = told_by.get(field) {
                self.told_by.insert(field, place);
            }
        }
    }

    /// Tells of the dates that are none, where nothing else gives one in their place.
    pub(super) fn tell_no_dates(&mut self, notes: &mut Vec<Note>) {
        for (field, given) in std::mem::take(&mut self.no_dates) {
            if self.slot(field).is_some_and(|slot| slot.is_none()) {
                let says =
                    Saying::new("the date `{given}` of the file is no date and was left out");
                let says = says.with("given", given);
                notes.push(Note::new(note::METADATA_IGNORED, says));
            }
        }
    }

    /// Bytes of all that is known.
    pub(crate) fn held(&self) -> usize {
        let fields = [
            &self.title,
            &self.publisher,
            &self.author,
            &self.url,
            &self.published,
            &self.modified,
            &self.language,
        ];
        let known = fields.into_iter().flatten();
        known.map(String::len).sum()
    }

    fn slot(&mut self, field: &str) -> Option<&mut Option<String>> {
        Some(match field {
            "title" => &mut self.title,
            "publisher" => &mut self.publisher,
            "author" => &mut self.author,
            "url" => &mut self.url,
            "published" => &mut self.published,
            "modified" => &mut self.modified,
            "language" => &mut self.language,
            _ => return None,
        })
    }
}
