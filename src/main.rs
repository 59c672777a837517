//! The `crosscheck` command: arguments, files, progress and exit status around the library.

mod cli;

use std::process::ExitCode;

/// A run makes very many small allocations on several threads, and a short one is little else.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::main()
}
