//! ZIP archives within limits: what an entry unpacks to is counted while it is unpacked, never believed.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{Limits, Saying};

/// Bytes that any entry may unpack to, however small it is packed.
const SMALL: usize = 256 << 10;

/// An archive in memory.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// Bytes that may still be unpacked.
    budget: usize,
    ratio: usize,
}

/// An entry of an archive.
#[derive(Debug)]
pub(super) struct Entry {
    pub index: usize,
    /// With `/`; as it stands in the archive.
    pub name: String,
    /// Whether the name leads out of the archive: `..`, an absolute path, a drive.
    pub escapes: bool,
}

impl<'b> Archive<'b> {
    /// Opens the archive `bytes`. The error says why not.
    pub fn open(bytes: &'b [u8], limits: &Limits) -> Result<Self, Saying> {
        let zip = ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| broken("the archive is broken: {error}", &error))?;
        if zip.len() > limits.entries {
            let why = Saying::new("the archive has {entries} entries, more than {most}");
            return Err(why
                .with("entries", zip.len())
                .with("most", limits.entries)
                .at_limit("entries"));
        }
        Ok(Self {
            zip,
            budget: limits.expanded_bytes,
            ratio: limits.ratio,
        })
    }

    /// The files of the archive, by name.
    pub fn entries(&mut self) -> Vec<Entry> {
        let mut entries = Vec::new();
        for index in 0..self.zip.len() {
            let Ok(file) = self.zip.by_index_raw(index) else {
                continue;
            };
            if file.is_dir() || file.is_symlink() {
                continue;
            }
            let name = String::from_utf8_lossy(file.name_raw()).into_owned();
            let escapes = escapes(&name);
            entries.push(Entry {
                index,
                name,
                escapes,
            });
        }
        entries.sort_by(|a, b| a.name.cmp(&b.name).then(a.index.cmp(&b.index)));
        entries
    }

    /// The bytes of an entry. The error says why not.
    pub fn read(&mut self, index: usize) -> Result<Vec<u8>, Saying> {
        let file = self
            .zip
            .by_index(index)
            .map_err(|error| broken("the entry cannot be unpacked: {error}", &error))?;
        let packed = usize::try_from(file.compressed_size()).unwrap_or(usize::MAX);
        let fair = packed.saturating_mul(self.ratio).max(SMALL);
        let most = fair.min(self.budget);
        let mut bytes = Vec::new();
        let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
        file.take(limit)
            .read_to_end(&mut bytes)
            .map_err(|error| broken("the entry is broken: {error}", &error))?;
        if bytes.len() > most {
            return Err(if most < fair {
                Saying::new("the archive unpacks to more bytes than one may")
                    .at_limit("expanded-bytes")
            } else {
                let why = Saying::new("the entry unpacks to more than {times} times its size");
                why.with("times", self.ratio).at_limit("ratio")
            });
        }
        self.budget -= bytes.len();
        Ok(bytes)
    }

    /// Bytes that may still be unpacked.
    pub fn budget(&self) -> usize {
        self.budget
    }

    /// The bytes of the entry `name`; `None` where there is none.
    pub fn read_named(&mut self, name: &str) -> Option<Result<Vec<u8>, Saying>> {
        let index = self.zip.index_for_name(name)?;
        Some(self.read(index))
    }
}

fn broken(pattern: &'static str, error: &dyn std::error::Error) -> Saying {
    Saying::new(pattern).with("error", error.to_string())
}

fn escapes(name: &str) -> bool {
    name.starts_with(['/', '\\'])
        || name.contains('\0')
        || name.get(1..2) == Some(":")
        || name.split(['/', '\\']).any(|part| part == "..")
}
