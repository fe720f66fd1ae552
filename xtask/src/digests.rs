//! The digests of a build: `digests.txt` beside the page, in the format of `sha256sum`, and the one digest over it by which the page is known.
//!
//! Three files are not in the list. `index.html` carries the digest of the list, so what it is without that stands in a comment;
//! `service-worker.js` is made of the list and of `index.html`; and no list holds itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::head;
use crate::offline;
use crate::page::files_below;
use crate::paths;
use crate::process::say;
use crate::tools::sha256_hex;

/// Its name in dist/.
pub const FILE: &str = "digests.txt";

const INDEX: &str = "index.html";
/// What stands behind the digest of index.html, in a comment: `sha256sum` passes over it.
const WITHOUT: &str = "index.html without its <meta name=\"build\">";

/// Writes the list of a built page and returns its own SHA-256, in hexadecimal.
pub fn write(dist: &Path) -> Result<String> {
    let list = list(dist)?;
    fs::write(dist.join(FILE), &list)?;
    Ok(sha256_hex(list.as_bytes()))
}

/// Fails with all that differs between the files of a built page and its list, or between the list and the digest that the page shows.
pub fn check(dist: &Path) -> Result<()> {
    let said = fs::read_to_string(dist.join(FILE)).context(FILE)?;
    let wrong = differences(&entries(&said), &entries(&list(dist)?));
    if !wrong.is_empty() {
        bail!("{FILE} is not of these files: {}", wrong.join(", "));
    }
    let index = fs::read_to_string(dist.join(INDEX)).context(INDEX)?;
    let digest = sha256_hex(said.as_bytes());
    if head::meta(&index, offline::BUILD_META) != Some(&digest) {
        bail!("{INDEX} does not carry {digest}, the SHA-256 of {FILE}");
    }
    say(format!(
        "Every file is as {FILE} says; the build is {digest}"
    ));
    Ok(())
}

/// The list: a line for each file, sorted by path.
fn list(dist: &Path) -> Result<String> {
    let mut list = String::new();
    for (name, digest) in of_folder(dist)? {
        if ![INDEX, offline::WORKER, FILE].contains(&name.as_str()) {
            list += &format!("{digest}  {name}\n");
        }
    }
    let index = fs::read_to_string(dist.join(INDEX)).context(INDEX)?;
    let index = head::without_meta(&index, offline::BUILD_META);
    let index = sha256_hex(index.as_bytes());
    Ok(format!("{list}# {index}  {WITHOUT}\n"))
}

/// Every file below a folder with its SHA-256, by path; what is hidden is left out.
pub fn of_folder(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut found = Vec::new();
    files_below(folder, &mut found)?;
    let mut files = BTreeMap::new();
    for file in found {
        let name = paths::display(&file, folder);
        if !name.split('/').any(|part| part.starts_with('.')) {
            let bytes = fs::read(&file).with_context(|| name.clone())?;
            files.insert(name, sha256_hex(&bytes));
        }
    }
    Ok(files)
}

/// What differs, by name: `a changed`, `a missing`, `a added`.
pub fn differences(
    before: &BTreeMap<String, String>,
    after: &BTreeMap<String, String>,
) -> Vec<String> {
    let gone = before
        .iter()
        .filter_map(|(name, digest)| match after.get(name) {
            None => Some(format!("{name} missing")),
            Some(found) if found != digest => Some(format!("{name} changed")),
            Some(_) => None,
        });
    let added = after.keys().filter(|name| !before.contains_key(*name));
    gone.chain(added.map(|name| format!("{name} added")))
        .collect()
}

/// The entries of a list, the comment too.
fn entries(list: &str) -> BTreeMap<String, String> {
    list.lines()
        .filter_map(|line| line.trim_start_matches("# ").split_once("  "))
        .map(|(digest, name)| (name.to_owned(), digest.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A build of two files, whose list is written and then checked after `change`.
    #[track_caller]
    fn check_after(name: &str, change: impl Fn(&Path), expected: &str) {
        let folder = format!("syw-digests-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(folder);
        fs::create_dir_all(folder.join("models")).unwrap();
        let page = "<head></head>";
        fs::write(folder.join(INDEX), page).unwrap();
        fs::write(folder.join("models/a"), "1").unwrap();
        let digest = write(&folder).unwrap();
        let stamped = head::with_meta(page, offline::BUILD_META, &digest).unwrap();
        fs::write(folder.join(INDEX), stamped).unwrap();
        fs::write(folder.join(offline::WORKER), digest).unwrap();
        change(&folder);
        let found = check(&folder).map_err(|error| format!("{error:#}"));
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(found.err().unwrap_or_default(), expected);
    }

    #[test]
    fn a_build_is_what_its_list_says() {
        check_after("same", |_| {}, "");
        check_after(
            "changed",
            |folder| fs::write(folder.join("models/a"), "2").unwrap(),
            "digests.txt is not of these files: models/a changed",
        );
        check_after(
            "missing",
            |folder| fs::remove_file(folder.join("models/a")).unwrap(),
            "digests.txt is not of these files: models/a missing",
        );
        check_after(
            "added",
            |folder| fs::write(folder.join("b"), "").unwrap(),
            "digests.txt is not of these files: b added",
        );
        check_after(
            "index",
            |folder| {
                let index = fs::read_to_string(folder.join(INDEX)).unwrap();
                fs::write(folder.join(INDEX), index + "<p>").unwrap();
            },
            "digests.txt is not of these files: index.html without its <meta name=\"build\"> changed",
        );
        check_after(
            "unstamped",
            |folder| fs::write(folder.join(INDEX), "<head></head>").unwrap(),
            &format!(
                "index.html does not carry {}, the SHA-256 of digests.txt",
                sha256_hex(LIST.as_bytes())
            ),
        );
    }

    /// The list of that build, word for word.
    const LIST: &str = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b  models/a\n# 23f285759e6e981c96c62afafd80d9f0c7f540c71f90155648a328aa904e0e1d  index.html without its <meta name=\"build\">\n";
}
