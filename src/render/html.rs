//! The report as one self-contained page for readers: no network, no file beside it, complete without a script.
//!
//! The page is made of templates that escape every text they are given. Style and script are its own and fixed; the content
//! security policy of the page names them by their hashes, so that nothing of an article can ever run or style.

mod card;
mod desk;
mod diff;
mod duplicate;
pub(super) mod language;
mod notation;
mod overview;
mod source;
mod table;
#[cfg(test)]
mod tests;
mod unchecked;

use std::io::{Error, Result, Write};

use data_encoding::BASE64;
use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, UndefinedBehavior, Value, context};
use sha2::{Digest, Sha256};

use self::desk::Desk;
use self::language::Language;
use super::Options;
use crate::report::Report;

/// Language of the words around the articles.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum UiLanguage {
    /// English.
    #[default]
    English,
    /// Vietnamese.
    Vietnamese,
}

/// How the head of every page names its maker.
pub(super) const GENERATOR: &str = "<meta name=\"generator\" content=\"crosscheck ";

const STYLE: &str = include_str!("html/page/page.css");
const SCRIPT: &str = include_str!("html/page/page.js");
const TEMPLATES: [(&str, &str); 7] = [
    ("page.html", include_str!("html/page/page.html")),
    ("parts.html", include_str!("html/page/parts.html")),
    ("facts.html", include_str!("html/page/facts.html")),
    ("duplicates.html", include_str!("html/page/duplicates.html")),
    ("unchecked.html", include_str!("html/page/unchecked.html")),
    ("table.html", include_str!("html/page/table.html")),
    ("sources.html", include_str!("html/page/sources.html")),
];

/// One HTML page. `options.ui_language` chooses the words around the articles.
pub fn html(report: &Report, options: &Options<'_>, out: &mut dyn Write) -> Result<()> {
    let language = Language::new(options.ui_language)?;
    let desk = Desk::new(report, &language, options.decisions());
    let page = context! {
        ui => language.words(),
        policy => policy(),
        style => STYLE,
        script => SCRIPT,
        version => env!("CARGO_PKG_VERSION"),
        head => overview::head(&desk),
        filters => overview::filters(&desk),
        sections => card::sections(&desk),
        duplicates => duplicate::all(&desk),
        unchecked => unchecked::all(&desk),
        table => table::table(&desk),
        sources => source::all(&desk),
    };
    let environment = environment(&language).map_err(fault)?;
    let template = environment.get_template("page.html").map_err(fault)?;
    let text = template.render(page).map_err(fault)?;
    out.write_all(text.as_bytes())
}

/// The templates, with the functions that put numbers into words.
fn environment(language: &Language) -> std::result::Result<Environment<'static>, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_syntax(
        SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()?,
    );
    let words = language.clone();
    environment.add_function("count", move |key: String, n: usize| words.count(&key, n));
    let words = language.clone();
    environment.add_function("number", move |n: usize| words.number(n));
    let words = language.clone();
    environment.add_function("fill", move |key: String, name: String, value: Value| {
        words.fill(&key, &[(&name, &value.to_string())])
    });
    for (name, text) in TEMPLATES {
        environment.add_template(name, text)?;
    }
    Ok(environment)
}

/// The content security policy: nothing but this very style and script.
fn policy() -> String {
    let hash = |text: &str| BASE64.encode(&Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}

/// A template at fault: the page is not written.
fn fault(error: minijinja::Error) -> Error {
    Error::other(error)
}
