//! Words that many articles hold, kept once.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use super::SourceClaims;

/// Parts of the store, so that threads seldom wait for each other.
const PARTS: usize = 64;

/// The names of the features of a run. What it holds never reaches a result, only where it lies in memory.
#[derive(Debug)]
pub struct SharedWords(Vec<Mutex<HashSet<Arc<str>>>>);

impl Default for SharedWords {
    fn default() -> Self {
        Self((0..PARTS).map(|_| Mutex::default()).collect())
    }
}

impl SharedWords {
    /// Makes the features of one article use the words that articles before it brought.
    pub fn share(&self, of: &mut SourceClaims) {
        for (feature, _) in &mut of.features {
            let part = rapidhash::v3::rapidhash_v3(feature.name.as_bytes()) as usize % PARTS;
            let mut known = self.0[part].lock().unwrap_or_else(PoisonError::into_inner);
            match known.get(&feature.name) {
                Some(same) => feature.name = Arc::clone(same),
                None => {
                    known.insert(Arc::clone(&feature.name));
                }
            }
        }
    }
}
