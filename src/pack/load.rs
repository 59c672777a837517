//! Rule files to packs: the shipped files, an overlay of the user's, errors at file, line and column.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::common::Common;
use super::placed::Placed;
use super::schema::{Language, PackFile};
use super::{Pack, Packs, Words, compile};
use crate::Error;

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The folder whose rules every language shares.
const SHARED: &str = "base";

/// The folder whose rules read text of no known language, if it is there: the tag for it (BCP 47).
pub(super) const UNKNOWN: &str = "und";

/// A rule file that was read.
#[derive(Debug)]
pub(super) struct RuleFile {
    pub path: String,
    pub text: Cow<'static, str>,
    pub content: PackFile,
}

impl RuleFile {
    pub(super) fn parse(path: String, text: Cow<'static, str>) -> Result<Self, Error> {
        let content = match shipped(&path, &text) {
            Some(content) => content,
            None => toml::from_str(&text).map_err(|e| {
                let range = e.span().unwrap_or(0..0);
                Error::pack(e.message().to_owned()).at(&path, &text, range)
            })?,
        };
        Ok(Self {
            path,
            text,
            content,
        })
    }
}

/// What the build has read of a shipped file, if it could.
fn shipped(path: &str, text: &str) -> Option<PackFile> {
    let at = EMBEDDED
        .binary_search_by(|(name, ..)| (*name).cmp(path))
        .ok()?;
    let (_, whole, compact) = EMBEDDED[at];
    (whole == text).then(|| postcard::from_bytes(compact).ok())?
}

/// (path, text) by (folder, file).
type Texts = BTreeMap<(String, String), (String, Cow<'static, str>)>;

/// The shipped files with `overlay` over them.
pub(super) fn merged(overlay: Vec<(String, String)>) -> Result<Texts, Error> {
    let mut texts = Texts::new();
    let embedded = EMBEDDED
        .iter()
        .map(|(path, text, _)| ((*path).to_owned(), Cow::Borrowed(*text)));
    let overlay = overlay
        .into_iter()
        .map(|(path, text)| (path, Cow::Owned(text)));
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
    /// With files of the user's all packs are compiled here, so that every error in them is found; the shipped ones
    /// alone are compiled when they are first asked for.
    pub fn with_overlay(files: Vec<(String, String)>) -> Result<Self, Error> {
        let all_now = !files.is_empty();
        let parsed = merged(files)?
            .into_par_iter()
            .map(|((folder, _), (path, text))| Ok((folder, RuleFile::parse(path, text)?)))
            // The first error in the order of the files, whichever thread is first.
            .collect::<Vec<Result<_, Error>>>();
        let mut folders: BTreeMap<String, Vec<RuleFile>> = BTreeMap::new();
        for file in parsed {
            let (folder, file) = file?;
            folders.entry(folder).or_default().push(file);
        }
        let shared: Arc<[RuleFile]> = folders.remove(SHARED).unwrap_or_default().into();
        let common = Arc::new(Common::of(&shared)?);
        let base = compile::pack(UNKNOWN, &shared, &[], &common)?;
        let packs = folders
            .into_iter()
            .map(|(code, files)| {
                let pack = LazyPack::new(&code, shared.clone(), files, common.clone())?;
                Ok((code, pack))
            })
            .collect::<Result<Vec<(String, LazyPack)>, Error>>()?;
        let mut numbers = Words::default();
        for (at, (code, _)) in packs.iter().enumerate() {
            numbers.get_or_insert(code, at);
        }
        let packs = Self {
            packs,
            numbers,
            base,
        };
        if all_now {
            packs.packs.par_iter().for_each(|(_, pack)| {
                pack.get();
            });
        }
        match packs.failure() {
            Some(error) => Err(error),
            None => Ok(packs),
        }
    }

    /// Compiles the packs of these languages now, side by side, and not one after the other as texts ask for them.
    pub(crate) fn compile(&self, tags: &BTreeSet<String>) {
        tags.par_iter().for_each(|tag| {
            self.get(tag);
        });
    }

    /// Why a pack that was asked for could not be compiled: never for packs that pass their tests.
    pub fn failure(&self) -> Option<Error> {
        self.packs.iter().find_map(|(_, pack)| pack.failure())
    }
}

/// The checked files of a language, compiled when it is first asked for.
#[derive(Debug)]
pub(super) struct LazyPack {
    code: String,
    shared: Arc<[RuleFile]>,
    own: Vec<RuleFile>,
    common: Arc<Common>,
    language: Language,
    stop_words: Vec<String>,
    pack: OnceLock<Result<Pack, Error>>,
}

impl LazyPack {
    fn new(
        code: &str,
        shared: Arc<[RuleFile]>,
        own: Vec<RuleFile>,
        common: Arc<Common>,
    ) -> Result<Self, Error> {
        let files: Vec<&RuleFile> = own.iter().chain(shared.iter()).collect();
        let language = compile::language(code, &files)?;
        let stop_words = compile::stop_words(&files);
        Ok(Self {
            code: code.to_owned(),
            shared,
            own,
            common,
            language,
            stop_words,
            pack: OnceLock::new(),
        })
    }

    /// What the files say of the language itself; it needs no compiling.
    pub(super) fn language(&self) -> &Language {
        &self.language
    }

    /// The words of the list `stop`, as written.
    pub(super) fn stop_words(&self) -> &[String] {
        &self.stop_words
    }

    /// `None` when the files are at fault; [`Packs::failure`] says why.
    pub(super) fn get(&self) -> Option<&Pack> {
        let compile = || compile::pack(&self.code, &self.shared, &self.own, &self.common);
        self.pack.get_or_init(compile).as_ref().ok()
    }

    fn failure(&self) -> Option<Error> {
        self.pack.get()?.as_ref().err().cloned()
    }
}

/// An entry with the file it stands in, for errors.
pub(super) struct At<'f, T> {
    pub(super) file: &'f RuleFile,
    pub(super) entry: &'f Placed<T>,
}

impl<'f, T> At<'f, T> {
    pub(super) fn get(&self) -> &'f T {
        self.entry.get_ref()
    }

    pub(super) fn error(&self, message: impl Into<String>) -> Error {
        Error::pack(message).at(&self.file.path, &self.file.text, self.entry.span())
    }
}

/// The entries of a section of all files, in the order of precedence.
pub(super) fn entries<'f, T: 'f>(
    files: &'f [&'f RuleFile],
    section: impl Fn(&'f PackFile) -> &'f Vec<Placed<T>> + 'f,
) -> impl Iterator<Item = At<'f, T>> + 'f {
    files.iter().flat_map(move |file| {
        section(&file.content)
            .iter()
            .map(move |entry| At { file, entry })
    })
}
