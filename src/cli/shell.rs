//! Completions and manual pages, made from the one definition of the command line.

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::CommandFactory;

use super::args::{Args, Color, Completions, Man};
use super::output::Target;

/// What the shell reads, to standard output.
pub fn completions(args: &Completions) -> Result<ExitCode> {
    let mut page = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "crosscheck", &mut page);
    print(&page)
}

/// The page of the program to standard output, or a page for every command into a folder.
pub fn manual(args: &Man) -> Result<ExitCode> {
    let command = Args::command();
    if let Some(folder) = &args.output {
        let shown = folder.display();
        fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {shown}"))?;
        clap_mangen::generate_to(command, folder)
            .with_context(|| format!("cannot write into {shown}"))?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    print(&page)
}

fn print(page: &[u8]) -> Result<ExitCode> {
    Target::new(None, Color::Never).write(|_, out| out.write_all(page))?;
    Ok(ExitCode::SUCCESS)
}
