//! From the name of an article back to the path of its file, as editors and CI servers want it.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crosscheck::report::Part;

/// Where the articles of a run lie.
pub struct Places {
    /// The paths of the command line.
    roots: Vec<PathBuf>,
    working_folder: Option<PathBuf>,
}

impl Places {
    pub fn new(roots: &[PathBuf]) -> Self {
        // By the text of the path: a link inside the folder stays a path inside the folder.
        let roots = roots
            .iter()
            .filter_map(|root| std::path::absolute(root).ok());
        Self {
            roots: roots.collect(),
            working_folder: std::env::current_dir().ok(),
        }
    }

    /// The path of the article called `name`, relative to the working folder where it lies below it, with `/`. An article
    /// that has no file of its own, as a line of JSON, keeps its name.
    pub fn of(&self, name: &str) -> String {
        let path = Path::new(name);
        if path
            .components()
            .any(|part| !matches!(part, Component::Normal(_)))
        {
            return name.to_owned();
        }
        // The name is relative to the folder given or, where two folders have the same names, to one above it.
        let below = |root: &PathBuf| {
            let found = root.ancestors().map(|above| above.join(path));
            found
                .filter(|file| file.starts_with(root))
                .find(|file| file.is_file())
        };
        match self.roots.iter().find_map(below) {
            Some(file) => self.relative(&file),
            None => name.to_owned(),
        }
    }

    /// Where the parts of files lie, with the paths that [`Places::of`] would give.
    pub fn parts(
        &self,
        parts: &BTreeMap<String, (PathBuf, Option<usize>)>,
    ) -> BTreeMap<String, Part> {
        let parts = parts.iter().map(|(name, (path, line))| {
            let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
            let file = self.relative(&path);
            (name.clone(), Part { file, line: *line })
        });
        parts.collect()
    }

    /// Whether a file of this name lies in one of the paths given, beside one, or in a folder between one and the working
    /// folder.
    pub fn has(&self, name: &str) -> bool {
        let path = Path::new(name);
        let is_plain = path
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        let nearby = |root: &PathBuf| {
            let working = self.working_folder.as_deref();
            let inside = working.filter(|folder| root.starts_with(folder));
            let mut folders = root.ancestors().enumerate().take_while(|(step, above)| {
                *step <= 1 || inside.is_some_and(|folder| above.starts_with(folder))
            });
            folders.any(|(_, above)| above.join(path).is_file())
        };
        is_plain && self.roots.iter().any(nearby)
    }

    fn relative(&self, file: &Path) -> String {
        let folder = self.working_folder.as_ref();
        let file = folder
            .and_then(|folder| file.strip_prefix(folder).ok())
            .unwrap_or(file);
        let parts: Vec<_> = file
            .components()
            .map(|part| match part {
                Component::RootDir => "".into(),
                part => part.as_os_str().to_string_lossy(),
            })
            .collect();
        parts.join("/")
    }
}
