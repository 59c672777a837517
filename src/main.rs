//! The `crosscheck` command: arguments, files, progress and exit status around the library.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
