//! Keeps the folders of this machine out of the page's programs: a program names the source files of its panics, and with them it would be another
//! one wherever the repository, cargo's registry or the toolchain lie elsewhere.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::paths;
use crate::process::{ask, command, say};

/// Cargo adds these flags to those of `.cargo/config.toml`. What compiles for WebAssembly with a profile of the page must have
/// the same ones, or cargo compiles everything anew each time that they change.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Has a command that runs cargo write programs in which no folder of this machine is named.
pub fn remap(command: &mut Command) -> &mut Command {
    match flags(&folders()) {
        Ok(flags) => command.env(FLAGS, flags),
        Err(folder) => {
            say(format!(
                "{} has a space in it: the programs will name folders of this machine",
                folder.display()
            ));
            command
        }
    }
}

/// The folders that a compiler may name, each with what stands in its place. Where one lies in another, the inner one comes last: the last that
/// fits is taken.
fn folders() -> Vec<(PathBuf, String)> {
    let root = paths::root();
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = std::env::home_dir().map(|home| home.join(".cargo"));
    let mut folders = Vec::from_iter(cargo.or(home).map(|cargo| (cargo, "cargo".to_owned())));
    folders.push((root, "show-your-work".to_owned()));
    folders.push((paths::target(), "target".to_owned()));
    let rustc = |flag: &str| ask(command("rustc").arg(flag)).unwrap_or_default();
    let version = ask(command("rustc").arg("-vV")).unwrap_or_default();
    let commit = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "));
    if let Some(commit) = commit {
        // What the standard library is called where its source is not installed.
        let source = Path::new(&rustc("--print=sysroot")).join("lib/rustlib/src/rust");
        folders.push((source, format!("/rustc/{commit}")));
    }
    folders
}

/// The flags, divided by spaces as cargo wants them; the first folder with a space in it where there is one.
fn flags(folders: &[(PathBuf, String)]) -> Result<String, &Path> {
    let spaced = folders
        .iter()
        .find(|(from, _)| from.to_string_lossy().contains(' '));
    if let Some((from, _)) = spaced {
        return Err(from);
    }
    let flag =
        |(from, to): &(PathBuf, String)| format!("--remap-path-prefix={}={to}", from.display());
    Ok(folders.iter().map(flag).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(folders: &[(&str, &str)], expected: Result<&str, &str>) {
        let folders: Vec<_> = folders
            .iter()
            .map(|(from, to)| (PathBuf::from(from), (*to).to_owned()))
            .collect();
        assert_eq!(
            flags(&folders),
            expected.map(str::to_owned).map_err(Path::new)
        );
    }

    #[test]
    fn every_folder_has_another_name() {
        check(&[], Ok(""));
        check(
            &[("/a", "x"), ("/a/b", "y")],
            Ok("--remap-path-prefix=/a=x --remap-path-prefix=/a/b=y"),
        );
        check(&[("/a", "x"), ("/my b", "y")], Err("/my b"));
    }
}
