//! Files that are replaced in one piece: at any moment the old one or the new one is there, never half of it.

use std::fs::{self, File};
use std::io::{BufWriter, ErrorKind, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};
use tempfile::Builder;

/// Writes a new file beside `file`, down to the disk, and renames it.
pub fn replace(
    file: &Path,
    write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> Result<()> {
    in_place(file, write).with_context(|| format!("cannot write {}", file.display()))
}

fn in_place(file: &Path, write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<()> {
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
    builder.prefix(&prefix).suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What a new file gets; the umask of the process takes its part away.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    // A file that is not put in place is removed when it is dropped.
    let beside = builder.tempfile_in(folder)?;
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
