//! Archives whose bytes depend on nothing but the names and contents of their files.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;

use crate::page::files_below;
use crate::paths;

/// The files at or below a place, with their names in the archive, sorted by them.
pub fn named(from: &Path, to: &str) -> Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    files_below(from, &mut files)?;
    let base = if from.is_dir() {
        from
    } else {
        from.parent().unwrap_or(from)
    };
    let name = |file: PathBuf| (format!("{to}/{}", paths::display(&file, base)), file);
    let mut named: Vec<_> = files.into_iter().map(name).collect();
    named.sort();
    Ok(named)
}

/// Writes an archive of these files in this order, all of the same time.
pub fn write(path: &Path, files: &[(String, PathBuf)]) -> Result<()> {
    let file = File::create(path).with_context(|| path.display().to_string())?;
    let mut archive = zip::ZipWriter::new(file);
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    for (name, from) in files {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(&fs::read(from)?)?;
    }
    archive.finish()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_has_the_same_bytes_each_time() {
        let folder = std::env::temp_dir().join(format!("syw-archive-{}", std::process::id()));
        fs::create_dir_all(folder.join("in/b")).unwrap();
        fs::write(folder.join("in/a.txt"), "a").unwrap();
        fs::write(folder.join("in/b/c.txt"), "c").unwrap();
        let files = named(&folder.join("in"), "x").unwrap();
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["x/a.txt", "x/b/c.txt"]);
        let bytes = |name: &str| {
            write(&folder.join(name), &files).unwrap();
            fs::read(folder.join(name)).unwrap()
        };
        assert_eq!(bytes("one.zip"), bytes("two.zip"));
        fs::remove_dir_all(folder).unwrap();
    }
}
