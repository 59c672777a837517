//! Files that are begun and not in place: a run that is interrupted takes them away before it ends.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

static BEGUN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Removes its file from the list when it is dropped: then the file is in place, or gone.
#[derive(Debug)]
pub struct Begun(PathBuf);

impl Begun {
    /// Begins a file by `make`. No interruption falls between the file and its entry in the list.
    pub fn with<T, E>(
        make: impl FnOnce() -> Result<T, E>,
        path: impl Fn(&T) -> &Path,
    ) -> Result<(T, Self), E> {
        let mut begun = BEGUN.lock().unwrap_or_else(PoisonError::into_inner);
        let made = make()?;
        let path = path(&made).to_owned();
        begun.insert(path.clone());
        Ok((made, Self(path)))
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        let mut begun = BEGUN.lock().unwrap_or_else(PoisonError::into_inner);
        begun.remove(&self.0);
    }
}

/// From now on a run that is interrupted or told to end removes what it has begun, and then ends as it would have without
/// this: by the signal, which a shell shows as status 130 or 143.
#[cfg(unix)]
pub fn removed_on_interruption() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    // Without handlers a run ends as well; the next one sweeps up behind it.
    let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGTERM]) else {
        return;
    };
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            // Held to the end: nothing new is begun.
            let begun = BEGUN.lock().unwrap_or_else(PoisonError::into_inner);
            for file in begun.iter() {
                let _ = std::fs::remove_file(file);
            }
            let _ = emulate_default_handler(signal);
            std::process::exit(128 + signal);
        }
    });
}

/// Other systems end a run at once; the next one sweeps up behind it.
#[cfg(not(unix))]
pub fn removed_on_interruption() {}
