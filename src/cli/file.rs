//! Files that are replaced in one piece: at any moment the old one or the new one is there, never half of it.

use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use tempfile::{Builder, NamedTempFile};

use super::begun::Begun;

/// The end of the names of files that are not in place yet, and the random signs before it.
const TEMPORARY: &str = ".tmp";
const RANDOM: usize = 6;
/// Age below which a temporary file may be of a run that has not locked it yet.
const YOUNG: Duration = Duration::from_secs(60);

/// Whether `path` is a name for what this process has open, as `/dev/stdout` is: nothing lies there that could be replaced,
/// whatever file it leads to.
pub fn is_stream(path: &Path) -> bool {
    descriptor(path).is_some()
}

/// The number of the open file that `path` names, through any links: 1 of `/dev/stdout`.
fn descriptor(path: &Path) -> Option<u32> {
    /// More links behind each other than any system follows.
    const LINKS: usize = 40;
    let own = Path::new("/proc").join(std::process::id().to_string());
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let folder = fs::canonicalize(folder).ok()?;
        let name = path.file_name()?;
        if folder == own.join("fd") || folder == Path::new("/dev/fd") {
            return name.to_str()?.parse().ok();
        }
        path = folder.join(fs::read_link(folder.join(name)).ok()?);
    }
    None
}

/// Writes to what this process has open under `path`, behind what is there already.
fn into_stream(
    number: u32,
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<()> {
    let mut out: Box<dyn Write> = match number {
        1 => Box::new(BufWriter::new(io::stdout().lock())),
        2 => Box::new(BufWriter::new(io::stderr().lock())),
        _ => Box::new(BufWriter::new(File::options().append(true).open(path)?)),
    };
    Ok(write(&mut out).and_then(|()| out.flush())?)
}

/// Writes a new file beside `file`, down to the disk, and renames it.
pub fn replace(
    file: &Path,
    write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<()> {
    in_place(file, write).with_context(|| format!("cannot write {}", file.display()))
}

fn in_place(file: &Path, write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<()> {
    if let Some(number) = descriptor(file) {
        return into_stream(number, file, write);
    }
    // Through a link, the file it leads to is replaced. A pipe or a device is written to as it is.
    let target = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let known = fs::metadata(&target).ok();
    match &known {
        Some(found) if found.is_dir() => bail!("it is a folder"),
        Some(found) if !found.is_file() => {
            let mut out = BufWriter::new(File::create(&target)?);
            return Ok(write(&mut out).and_then(|()| out.flush())?);
        }
        _ => {}
    }
    let Some(name) = target.file_name() else {
        bail!("it names no file")
    };
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let prefix = format!(".{}.", name.to_string_lossy());
    let mut builder = Builder::new();
    builder.prefix(&prefix).suffix(TEMPORARY).rand_bytes(RANDOM);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What a new file gets; the umask of the process takes its part away.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    // A file that is not put in place is removed when it is dropped.
    let make = || builder.tempfile_in(folder);
    let begun = Begun::with(make, NamedTempFile::path);
    // The name of the file beside it would say nothing to anybody.
    let (beside, _begun) = begun.map_err(|error| match error.kind() {
        ErrorKind::NotFound => anyhow!("there is no folder {}", folder.display()),
        kind => anyhow!("{kind}"),
    })?;
    // Held as long as this process lives: nobody sweeps away what is being written.
    let _ = beside.as_file().try_lock();
    let mut out = BufWriter::new(beside.as_file());
    write(&mut out).and_then(|()| out.flush())?;
    drop(out);
    if let Some(known) = known {
        fs::set_permissions(beside.path(), known.permissions())?;
    }
    beside.as_file().sync_all()?;
    beside.persist(&target).map_err(|error| error.error)?;
    sync_folder(folder);
    Ok(())
}

/// Removes what killed runs have left beside `file`: files that [`replace`] had begun to write.
///
/// What another run is writing stays: it is locked, or too young to be left behind. What cannot be removed stays too.
pub fn sweep(file: &Path) {
    let target = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let (Some(folder), Some(name)) = (target.parent(), target.file_name()) else {
        return;
    };
    let prefix = format!(".{}.", name.to_string_lossy());
    sweep_all(folder, |known| known == prefix);
}

/// The same for every file of a folder that is written by this program alone.
pub fn sweep_folder(folder: &Path) {
    sweep_all(folder, |_| true);
}

fn sweep_all(folder: &Path, is_ours: impl Fn(&str) -> bool) {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let before = name.to_str().and_then(begun);
        if before.is_some_and(&is_ours) && is_left_behind(&entry.path()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// What stands before the random signs of a temporary file: ".report.json." of ".report.json.Xy12zA.tmp".
fn begun(name: &str) -> Option<&str> {
    let name = name.strip_suffix(TEMPORARY)?;
    let (before, random) = name.split_at_checked(name.len().checked_sub(RANDOM)?)?;
    let plain = random.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (plain && before.len() > 2 && before.starts_with('.') && before.ends_with('.'))
        .then_some(before)
}

fn is_left_behind(path: &Path) -> bool {
    let known = fs::symlink_metadata(path).ok();
    let old = known.filter(|known| known.is_file()).is_some_and(|known| {
        let age = known.modified().ok().and_then(|time| time.elapsed().ok());
        age.is_some_and(|age| age >= YOUNG)
    });
    old && File::open(path).is_ok_and(|file| file.try_lock().is_ok())
}

/// The new name lasts only when the folder is on the disk too. Not every system lets a folder be opened.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Removes a file if it is there.
pub fn remove(file: &Path) -> Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", file.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
