//! The style sheet of the page: the files of `style/`, one for each part, put together in the order of their names, which is that of the
//! cascade.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// Where Trunk finds it. Not kept in the repository.
const WHOLE: &str = "style.css";

/// Writes the whole sheet.
pub fn write(root: &Path) -> Result<()> {
    fs::write(root.join(WHOLE), whole(&root.join("style"))?).context(WHOLE)
}

/// The files of a folder, one after the other.
fn whole(folder: &Path) -> Result<String> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut files = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "css"));
    files.sort();
    let mut parts = Vec::new();
    for file in &files {
        let part = fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let count = |brace: char| part.matches(brace).count();
        if count('{') != count('}') {
            bail!(
                "{} does not close what it opens, and would swallow what follows",
                file.display()
            );
        }
        parts.push(part);
    }
    Ok(parts.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_follow_their_names() {
        let folder = std::env::temp_dir().join(format!("syw-style-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let put = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
        put("02-b.css", "b { }\n");
        put("01-a.css", "a { }\n");
        put("notes.md", "nothing");
        assert_eq!(whole(&folder).unwrap(), "a { }\n\nb { }\n");
        put("03-c.css", "@media x {\n");
        assert!(
            whole(&folder)
                .unwrap_err()
                .to_string()
                .contains("does not close")
        );
        fs::remove_dir_all(&folder).unwrap();
    }
}
