//! What an editor says of two claims: it goes before all evidence.

/// That two claims are one fact, or two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The earlier claim.
    pub left: usize,
    /// The later one.
    pub right: usize,
    /// One fact, or two.
    pub together: bool,
    /// In words, for the reader.
    pub why: String,
}
