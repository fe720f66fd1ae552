//! Downloads a prebuilt release and checks it against the SHA-256 published beside it.
//!
//! What this proves: the archive is the one its publisher's release page names, and it arrived whole. It is not proof
//! against someone who can change that page, since archive and checksum come from the same place over HTTPS.

use anyhow::{Context, Result, anyhow, bail};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::process::{command, find, run};
use crate::system;

/// Set once the release host could not be reached, so that the other tools need not wait for it again.
static UNREACHABLE: AtomicBool = AtomicBool::new(false);

/// Downloads `archive`, checks it against the file at `checksum` and unpacks it into `into`, which is emptied first.
pub(super) fn fetch(archive: &str, checksum: &str, into: &Path) -> Result<()> {
    if UNREACHABLE.load(Ordering::Relaxed) {
        bail!("the release host could not be reached");
    }
    system::CURL.require(find("curl").is_some())?;
    if into.exists() {
        std::fs::remove_dir_all(into)?;
    }
    std::fs::create_dir_all(into)?;
    let checksum_file = into.join("checksum");
    if let Err(error) = download(checksum, &checksum_file) {
        UNREACHABLE.store(true, Ordering::Relaxed);
        return Err(error);
    }
    let archive_file = into.join("archive.tar.gz");
    download(archive, &archive_file)?;
    let wanted = std::fs::read_to_string(&checksum_file)?;
    let wanted = digest_in(&wanted).with_context(|| format!("{checksum} holds no SHA-256"))?;
    let found = sha256_hex(&std::fs::read(&archive_file)?);
    if found != wanted {
        bail!("{archive} has SHA-256 {found}, its publisher says {wanted}");
    }
    run(command("tar")
        .arg("-xzf")
        .arg(&archive_file)
        .arg("-C")
        .arg(into))?;
    std::fs::remove_file(archive_file)?;
    Ok(())
}

/// The file of this name anywhere below `folder`.
pub(super) fn find_below(folder: &Path, name: &str) -> Option<PathBuf> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .ok()?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    entries.sort();
    let is_wanted =
        |path: &&PathBuf| path.is_file() && path.file_name().is_some_and(|found| found == name);
    entries
        .iter()
        .find(is_wanted)
        .cloned()
        .or_else(|| entries.iter().find_map(|path| find_below(path, name)))
}

fn download(url: &str, to: &Path) -> Result<()> {
    let mut curl = command("curl");
    curl.args([
        "--fail",
        "--silent",
        "--show-error",
        "--location",
        "--proto",
        "=https",
    ]);
    curl.args([
        "--connect-timeout",
        "5",
        "--speed-limit",
        "1000",
        "--speed-time",
        "20",
        "--output",
    ]);
    run(curl.arg(to).arg(url)).map_err(|_| anyhow!("could not download {url}"))
}

/// The SHA-256 in a checksum file: a bare digest, or `<digest>  <file>` on one line. Lower case.
fn digest_in(text: &str) -> Option<String> {
    let word = text.split_whitespace().next()?;
    (word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .then(|| word.to_ascii_lowercase())
}

/// The SHA-256 of some bytes, in lower-case hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(digest_in(text).as_deref(), expected);
    }

    #[test]
    fn checksum_files_are_read() {
        let digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        check(digest, Some(digest));
        check(&format!("{digest}\n"), Some(digest));
        check(
            &format!("{digest}  gh-release/wasm-bindgen.tar.gz\n"),
            Some(digest),
        );
        check(&format!("{digest} *binaryen.tar.gz"), Some(digest));
        check(&digest.to_uppercase(), Some(digest));
        check("", None);
        check("<html>Not Found</html>", None);
        check(&digest[1..], None);
        assert_eq!(sha256_hex(b""), digest);
    }
}
