//! The rule packs of a run, the built-in ones and those of `--rules DIR`, and the command that shows and tests them.

mod list;
mod load;
mod show;
mod test;

pub use load::packs;

use std::process::ExitCode;

use anyhow::Result;

use super::args::RulesCommand;

/// 1 when an example does not hold.
pub fn run(command: &RulesCommand) -> Result<ExitCode> {
    match command {
        RulesCommand::List(list) => list::list(list),
        RulesCommand::Show(show) => show::show(show),
        RulesCommand::Test(test) => test::test(test),
    }
}
