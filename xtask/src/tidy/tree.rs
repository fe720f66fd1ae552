//! The text files of the repository, read once. Build outputs, environments and lock files are left out.

use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

use crate::paths;

/// The rules spell out what they forbid, so these files are read by none of the rules about words.
pub(super) const RULES: &str = "xtask/src/tidy/";

/// Paths relative to the root with forward slashes, each with the file's text; sorted by path.
#[derive(Debug, Default)]
pub struct Tree {
    pub files: Vec<(String, String)>,
    /// Files that are not text: models, pictures, fonts.
    pub binary: Vec<String>,
}

const SKIPPED_FOLDERS: [&str; 12] = [
    ".git",
    "target",
    "dist",
    "tools",
    ".venv",
    "checkpoints",
    "node_modules",
    "__pycache__",
    ".pytest_cache",
    ".ruff_cache",
    "proptest-regressions",
    "staging",
];
/// The folders in it are libraries of other people, by rules of their own.
const VENDORED: &str = "vendor";
const SKIPPED_FILES: [&str; 1] = [".DS_Store"];

impl Tree {
    /// Reads the tree at `root`.
    pub fn read(root: &Path) -> Result<Tree> {
        let mut tree = Tree::default();
        tree.add(root, root)?;
        tree.files.sort();
        tree.binary.sort();
        Ok(tree)
    }

    fn add(&mut self, folder: &Path, root: &Path) -> Result<()> {
        for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
            let path = entry?.path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if path.is_dir() && folder == root.join(VENDORED) {
                continue;
            }
            if path.is_dir() && !SKIPPED_FOLDERS.contains(&name.as_str()) {
                self.add(&path, root)?;
            } else if path.is_file() && !SKIPPED_FILES.contains(&name.as_str()) {
                let shown = paths::display(&path, root);
                match String::from_utf8(fs::read(&path).with_context(|| shown.clone())?) {
                    Ok(text) => self.files.push((shown, text)),
                    Err(_) => self.binary.push(shown),
                }
            }
        }
        Ok(())
    }

    /// The text of the file at `path`.
    pub fn text(&self, path: &str) -> Option<&str> {
        let idx = self
            .files
            .binary_search_by(|(found, _)| found.as_str().cmp(path))
            .ok()?;
        Some(&self.files[idx].1)
    }

    /// The files with this extension, as (path, text).
    pub fn with_extension<'a>(
        &'a self,
        extension: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        let has_it = move |path: &str| {
            path.rsplit_once('.')
                .is_some_and(|(_, found)| found == extension)
        };
        self.files
            .iter()
            .filter(move |(path, _)| has_it(path))
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Whether there is a file at `path`, text or not.
    pub fn holds(&self, path: &str) -> bool {
        self.text(path).is_some() || self.binary.iter().any(|found| found == path)
    }

    /// A tree from (path, text) pairs, for tests of the checks.
    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Tree {
        let mut files: Vec<_> = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
            .collect();
        files.sort();
        Tree {
            files,
            binary: Vec::new(),
        }
    }
}
