//! Text without language: spans, lines, derived text that maps back to the raw bytes.

mod derived;
mod fold;
mod line_index;
mod span;

pub use derived::{Cut, Derived};
pub use line_index::{LineIndex, Position};
pub use span::Span;

#[cfg(test)]
mod tests;
