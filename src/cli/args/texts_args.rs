//! Texts beside a report.

use std::path::PathBuf;

/// Whether the texts are written too.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct ExportTexts {
    /// Write the text of each article to a file in DIR: the lines and columns of the report point into these files, also
    /// where the article is a web page, a Word or a PDF file. DIR/index.csv says which file is whose.
    #[arg(long, value_name = "DIR")]
    pub export_texts: Option<PathBuf>,
}
