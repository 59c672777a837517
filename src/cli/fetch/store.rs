//! The pages that were fetched, as they came, in a folder of the user.
//!
//! Each has two files: its bytes, named by what is in them, and a TOML file named by its address that says when and from where
//! they came. The second is written last and in one piece: at any moment it leads to a whole page.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::cli::file;

/// Signs of a hash that names of files have.
const SHORT: usize = 16;

/// A page and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub told: Told,
    pub bytes: Vec<u8>,
}

/// What is known of a page beside its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The address that was asked for.
    pub address: String,
    /// Where the redirects led to.
    pub final_address: String,
    /// When, in UTC.
    pub fetched: String,
    /// As the server named it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// The file with its bytes, beside this one.
    pub file: String,
    /// SHA-256 of the bytes, in hexadecimal digits.
    pub sha256: String,
}

/// The folder.
#[derive(Debug)]
pub struct Store {
    pub dir: PathBuf,
}

impl Store {
    /// The page at `address`, if it is there; why not in one sentence when it is damaged.
    pub fn find(&self, host: &str, address: &str) -> Option<Result<Page, String>> {
        let about = self.about(host, address);
        let text = match fs::read_to_string(&about) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return None,
            Err(error) => return Some(Err(format!("{}: {}", about.display(), error.kind()))),
        };
        Some(page(&about, &text))
    }

    /// Keeps `bytes` as the page at `told.address`.
    pub fn keep(&self, host: &str, mut told: Told, ending: &str, bytes: Vec<u8>) -> Result<Page> {
        let about = self.about(host, &told.address);
        let folder = about.parent().unwrap_or(&self.dir);
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot make the folder {}", folder.display()))?;
        file::sweep_folder(folder);
        told.sha256 = hash(&bytes);
        told.file = format!("{}.{ending}", &told.sha256[..SHORT]);
        file::replace(&folder.join(&told.file), |out| out.write_all(&bytes))?;
        let text = toml::to_string(&told).context("cannot describe a page")?;
        file::replace(&about, |out| out.write_all(text.as_bytes()))?;
        Ok(Page { told, bytes })
    }

    fn about(&self, host: &str, address: &str) -> PathBuf {
        let host: String = host
            .chars()
            .map(|c| {
                if c.is_ascii_alphanumeric() || ".-".contains(c) {
                    c
                } else {
                    '_'
                }
            })
            .collect();
        let name = &hash(address.as_bytes())[..SHORT];
        // A name of dots alone would be a folder above.
        self.dir
            .join(host.trim_start_matches('.'))
            .join(format!("{name}.page.toml"))
    }
}

fn page(about: &Path, text: &str) -> Result<Page, String> {
    let shown = about.display();
    let told: Told =
        toml::from_str(text).map_err(|_| format!("{shown} is no page that was kept"))?;
    let plain = !told.file.contains(['/', '\\']) && told.file != "..";
    let bytes = about
        .parent()
        .filter(|_| plain)
        .and_then(|folder| fs::read(folder.join(&told.file)).ok());
    match bytes {
        Some(bytes) if hash(&bytes) == told.sha256 => Ok(Page { told, bytes }),
        Some(_) => Err(format!(
            "the page that was kept for it was changed since ({}); --fetch-anew asks again",
            told.file
        )),
        None => Err(format!(
            "the page that was kept for it is gone ({}); --fetch-anew asks again",
            told.file
        )),
    }
}

fn hash(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}
