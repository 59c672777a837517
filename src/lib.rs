//! `crosscheck` compares articles about the same events: which figures and dates agree and from how many independent
//! origins, which contradict each other, which text was copied, and what was not checked.
//!
//! It is deterministic and offline. Start reading at [`check()`]: the whole pipeline in one page.

pub mod check;
pub mod claim;
pub mod config;
pub mod duplicate;
mod error;
pub mod fact;
pub mod mention;
pub mod pack;
pub mod render;
pub mod report;
pub mod snapshot;
pub mod source;
pub mod text;
pub mod value;
pub mod verdict;

pub use check::{
    Explanation, Link, LinkKind, Options, Progress, SampleResult, Step, check, explain, extract,
    extract_each, samples,
};
pub use error::Error;
