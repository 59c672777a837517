//! Rule files to packs: the shipped files, an overlay of the user's, errors at file, line and column.

use std::collections::BTreeMap;

use super::schema::PackFile;
use super::{Pack, Packs, compile};
use crate::Error;

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The folder whose rules every language shares.
const SHARED: &str = "base";

/// A rule file that was read.
#[derive(Debug)]
pub(super) struct RuleFile {
    pub path: String,
    pub text: String,
    pub content: PackFile,
}

impl RuleFile {
    pub(super) fn parse(path: &str, text: &str) -> Result<Self, Error> {
        let content = toml::from_str(text).map_err(|e| {
            let range = e.span().unwrap_or(0..0);
            Error::pack(e.message().to_owned()).at(path, text, range)
        })?;
        Ok(Self {
            path: path.to_owned(),
            text: text.to_owned(),
            content,
        })
    }
}

/// (path, text) by (folder, file).
type Texts = BTreeMap<(String, String), (String, String)>;

/// The shipped files with `overlay` over them.
pub(super) fn merged(overlay: Vec<(String, String)>) -> Result<Texts, Error> {
    let mut texts = Texts::new();
    let embedded = EMBEDDED
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    for (path, text) in embedded.chain(overlay) {
        let mut parts = path.rsplit('/');
        let (Some(file), Some(folder)) = (parts.next(), parts.next()) else {
            return Err(Error::pack(format!(
                "{path}: a rule file lies in the folder of its language"
            )));
        };
        texts.insert((folder.to_owned(), file.to_owned()), (path, text));
    }
    Ok(texts)
}

impl Packs {
    /// The packs that ship with crosscheck.
    pub fn embedded() -> Result<Self, Error> {
        Self::with_overlay(Vec::new())
    }

    /// The shipped packs with files of the user's over them: (path, text) of `<language>/<file>.toml`.
    ///
    /// A file with the path of a shipped one replaces it, any other adds to its pack; a folder of a new language makes a new pack.
    pub fn with_overlay(files: Vec<(String, String)>) -> Result<Self, Error> {
        let texts = merged(files)?;
        let mut folders: BTreeMap<String, Vec<RuleFile>> = BTreeMap::new();
        for ((folder, _), (path, text)) in &texts {
            folders
                .entry(folder.clone())
                .or_default()
                .push(RuleFile::parse(path, text)?);
        }
        let shared = folders.remove(SHARED).unwrap_or_default();
        let base = compile::pack("und", &shared, &[])?;
        let packs = folders
            .iter()
            .map(|(code, files)| Ok((code.clone(), compile::pack(code, &shared, files)?)))
            .collect::<Result<BTreeMap<String, Pack>, Error>>()?;
        Ok(Self { packs, base })
    }
}
