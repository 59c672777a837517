//! Judges a fact and says why.
