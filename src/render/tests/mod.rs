#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests"
)]

mod machines;
pub(in crate::render) mod pages;
mod parts;
