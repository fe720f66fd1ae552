//! Which build the page is of: what its last line shows is the digest of the list that lies beside it, and the list is that of the files.

use std::collections::BTreeMap;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::page::Page;
use crate::server::dist;

fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every file below a folder, with its digest.
fn files(folder: &Path, below: &str, found: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).expect("a folder of the build") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        if name.starts_with('.') {
            continue;
        }
        let name = format!("{below}{name}");
        if path.is_dir() {
            files(&path, &format!("{name}/"), found);
        } else {
            found.insert(name, sha256(&std::fs::read(&path).expect("a file")));
        }
    }
}

#[test]
fn the_last_line_shows_the_digest_of_all_files() {
    let list = std::fs::read(dist().join("digests.txt")).expect("the list");
    let digest = sha256(&list);
    let (page, _) = Page::live("");
    let shown = "[data-part=\"build\"] code";
    page.wait_for(shown);
    let text = "return document.querySelector('[data-part=\"build\"] code').textContent";
    let text = page.browser.eval(text, &[]);
    assert_eq!(text.as_str(), Some(&digest[..16]));
    assert_eq!(page.attribute(shown, "title"), digest);

    let mut expected = BTreeMap::new();
    files(&dist(), "", &mut expected);
    for not_listed in ["index.html", "service-worker.js", "digests.txt"] {
        expected.remove(not_listed).expect("a file of the build");
    }
    let list = String::from_utf8(list).expect("text");
    let (lines, last) = list.trim_end().rsplit_once('\n').expect("lines");
    let lines = lines
        .lines()
        .map(|line| line.split_once("  ").expect("a digest and a path"));
    let listed: BTreeMap<String, String> = lines
        .map(|(digest, name)| (name.to_owned(), digest.to_owned()))
        .collect();
    assert_eq!(listed, expected);

    let index = std::fs::read_to_string(dist().join("index.html")).expect("the page");
    let own = format!("<meta name=\"build\" content=\"{digest}\" />");
    assert_eq!(index.matches(&own).count(), 1);
    let without = sha256(index.replace(&own, "").as_bytes());
    assert!(
        last.starts_with(&format!("# {without}  index.html")),
        "{last}"
    );
}
