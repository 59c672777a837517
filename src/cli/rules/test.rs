//! `crosscheck rules test`.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::Result;
use crosscheck::SampleResult;
use crosscheck::render::visible;

use super::super::args::{Color, RulesTest};
use super::super::output::Target;
use super::load::packs_and_entries;

/// 1 when an example does not hold.
pub fn test(args: &RulesTest) -> Result<ExitCode> {
    let target = Target::new(None, Color::Never);
    let (packs, entries) = packs_and_entries(args.dir.as_deref())?;
    let results = crosscheck::samples(&packs, &entries);
    let wrong: Vec<_> = results.iter().filter(|result| !result.holds).collect();
    let mut text = String::new();
    for result in &wrong {
        let SampleResult {
            entry,
            language,
            file,
            line,
            column,
            text: sample,
            wanted,
            got,
            ..
        } = result;
        let failure = format!(
            "{file}:{line}:{column}: {entry} \"{sample}\": wanted {wanted} got {got} (read as {language})"
        );
        writeln!(text, "{}", visible(&failure))?;
    }
    writeln!(text, "{} examples, {} wrong", results.len(), wrong.len())?;
    target.write(|_, page| page.write_all(text.as_bytes()))?;
    Ok(ExitCode::from(u8::from(!wrong.is_empty())))
}
