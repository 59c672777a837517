//! Articles at addresses.

use std::path::PathBuf;

/// Whether and how addresses among the paths are read.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Fetch {
    /// Read the addresses `http://…` and `https://…` among the PATHs from the network. Without it nothing is fetched.
    #[arg(long)]
    pub fetch: bool,
    /// Folder that keeps the pages as they came, and where later runs read them again without the network [default:
    /// crosscheck-pages beside the file of --output, or in the current folder].
    #[arg(long, value_name = "DIR", requires = "fetch")]
    pub fetch_dir: Option<PathBuf>,
    /// Ask for pages again that the folder holds already.
    #[arg(long, requires = "fetch")]
    pub fetch_anew: bool,
    /// Read addresses of this machine and of private networks too. Without it they are refused, also behind a redirect.
    #[arg(long, requires = "fetch")]
    pub fetch_private: bool,
}
