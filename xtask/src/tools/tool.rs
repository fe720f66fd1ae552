//! Which tools in which versions, where their releases are published, and how a version is recognised.

use anyhow::{Context, Result};
use std::env::consts::{ARCH, OS};

/// A build tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    Trunk,
    /// wasm-bindgen and its test runner; the version is the one of the library in Cargo.lock, which it must equal.
    WasmBindgen,
    WasmOpt,
    CargoDeny,
    CargoAudit,
    /// What drives Firefox.
    Geckodriver,
}

/// One tool in one version.
#[derive(Clone, Debug)]
pub struct Pin {
    pub name: &'static str,
    pub version: String,
    /// Names in tools/bin; the first one is asked for its version.
    pub binaries: &'static [&'static str],
    /// The crate that `cargo install` compiles, with its version.
    pub from_source: (&'static str, String),
}

const TRUNK: &str = "0.21.14";
const CARGO_DENY: &str = "0.20.2";
const CARGO_AUDIT: &str = "0.22.2";
const GECKODRIVER: &str = "0.37.1";
const BINARYEN: &str = "132";
/// The crate that carries binaryen's C++ source; its version is 0.<binaryen>.x.
const WASM_OPT_CRATE: &str = "0.116.1";

impl Tool {
    pub const ALL: [Tool; 6] = [
        Tool::Trunk,
        Tool::WasmBindgen,
        Tool::WasmOpt,
        Tool::CargoDeny,
        Tool::CargoAudit,
        Tool::Geckodriver,
    ];

    /// The tool in the version this project uses. `lock` is the text of Cargo.lock.
    pub fn pin(self, lock: &str) -> Result<Pin> {
        Ok(match self {
            Tool::Trunk => Pin {
                name: "trunk",
                version: TRUNK.to_owned(),
                binaries: &["trunk"],
                from_source: ("trunk", TRUNK.to_owned()),
            },
            Tool::WasmBindgen => {
                let version = locked_version(lock, "wasm-bindgen")
                    .context("Cargo.lock names no wasm-bindgen")?;
                Pin {
                    name: "wasm-bindgen",
                    version: version.to_owned(),
                    binaries: &["wasm-bindgen", "wasm-bindgen-test-runner"],
                    from_source: ("wasm-bindgen-cli", version.to_owned()),
                }
            }
            Tool::WasmOpt => Pin {
                name: "wasm-opt",
                version: BINARYEN.to_owned(),
                binaries: &["wasm-opt"],
                from_source: ("wasm-opt", WASM_OPT_CRATE.to_owned()),
            },
            Tool::CargoDeny => Pin {
                name: "cargo-deny",
                version: CARGO_DENY.to_owned(),
                binaries: &["cargo-deny"],
                from_source: ("cargo-deny", CARGO_DENY.to_owned()),
            },
            Tool::CargoAudit => Pin {
                name: "cargo-audit",
                version: CARGO_AUDIT.to_owned(),
                binaries: &["cargo-audit"],
                from_source: ("cargo-audit", CARGO_AUDIT.to_owned()),
            },
            Tool::Geckodriver => Pin {
                name: "geckodriver",
                version: GECKODRIVER.to_owned(),
                binaries: &["geckodriver"],
                from_source: ("geckodriver", GECKODRIVER.to_owned()),
            },
        })
    }

    /// The published archive for this machine and the file with its SHA-256, as URLs; none for other platforms.
    ///
    /// trunk publishes `<archive>.sha256`, wasm-bindgen `<archive>.sha256sum`, binaryen and cargo-deny `<archive>.sha256`; cargo-audit and geckodriver nothing.
    pub fn release(self, version: &str) -> Option<(String, String)> {
        let (base, archive, suffix) = match self {
            Tool::Trunk => {
                let platform = platform("unknown-linux-gnu", "apple-darwin")?;
                (
                    "trunk-rs/trunk/releases/download/v",
                    format!("trunk-{platform}.tar.gz"),
                    "sha256",
                )
            }
            Tool::WasmBindgen => {
                let linux = if ARCH == "x86_64" {
                    "unknown-linux-musl"
                } else {
                    "unknown-linux-gnu"
                };
                let platform = platform(linux, "apple-darwin")?;
                (
                    "wasm-bindgen/wasm-bindgen/releases/download/",
                    format!("wasm-bindgen-{version}-{platform}.tar.gz"),
                    "sha256sum",
                )
            }
            Tool::WasmOpt => {
                let platform = platform("linux", "macos")?.replace("aarch64-macos", "arm64-macos");
                let base = "WebAssembly/binaryen/releases/download/version_";
                (
                    base,
                    format!("binaryen-version_{version}-{platform}.tar.gz"),
                    "sha256",
                )
            }
            Tool::CargoDeny => {
                let platform = platform("unknown-linux-musl", "apple-darwin")?;
                (
                    "EmbarkStudios/cargo-deny/releases/download/",
                    format!("cargo-deny-{version}-{platform}.tar.gz"),
                    "sha256",
                )
            }
            Tool::CargoAudit | Tool::Geckodriver => return None,
        };
        let url = format!("https://github.com/{base}{version}/{archive}");
        Some((url.clone(), format!("{url}.{suffix}")))
    }
}

impl Pin {
    /// Whether `--version` printed this version, or the one that compiling from source gives.
    pub fn accepts(&self, text: &str) -> bool {
        let compiled = match self.from_source.1.split('.').collect::<Vec<_>>()[..] {
            ["0", binaryen, _] if self.name == "wasm-opt" => binaryen.to_owned(),
            _ => self.version.clone(),
        };
        version_in(text).is_some_and(|found| found == self.version || found == compiled)
    }
}

/// The first word of `text` that starts with a digit: the version in what `--version` prints.
fn version_in(text: &str) -> Option<&str> {
    text.split_whitespace()
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, after) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    after.split('"').next()
}

fn platform(linux: &str, macos: &str) -> Option<String> {
    let system = match OS {
        "linux" => linux,
        "macos" => macos,
        _ => return None,
    };
    matches!(ARCH, "x86_64" | "aarch64").then(|| format!("{ARCH}-{system}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str =
        "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\nsource = \"x\"\n";

    #[track_caller]
    fn check(tool: Tool, printed: &str, accepted: bool) {
        assert_eq!(
            tool.pin(LOCK).unwrap().accepts(printed),
            accepted,
            "{tool:?}: {printed}"
        );
    }

    #[test]
    fn versions_are_recognised() {
        check(Tool::Trunk, "trunk 0.21.14", true);
        check(Tool::Trunk, "trunk 0.21.1", false);
        check(Tool::WasmBindgen, "wasm-bindgen 0.2.129 (abcdef)", true);
        check(Tool::WasmBindgen, "wasm-bindgen 0.2.130", false);
        check(Tool::WasmOpt, "wasm-opt version 132 (version_132)", true);
        check(Tool::WasmOpt, "wasm-opt version 116", true);
        check(Tool::WasmOpt, "wasm-opt version 131 (version_131)", false);
        check(Tool::WasmOpt, "", false);
        check(Tool::CargoDeny, "cargo-deny 0.20.2", true);
        check(Tool::CargoAudit, "cargo-audit 0.22.1", false);
        check(
            Tool::Geckodriver,
            "geckodriver 0.37.1 (abcdef 2026-01-01)",
            true,
        );
        check(Tool::Geckodriver, "geckodriver 0.36.0", false);
    }

    #[test]
    fn the_lock_file_decides_the_version_of_wasm_bindgen() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.129"));
        assert_eq!(locked_version(LOCK, "wasm-bindgen-futures"), None);
        assert_eq!(
            Tool::WasmBindgen.pin("").unwrap_err().to_string(),
            "Cargo.lock names no wasm-bindgen"
        );
    }

    #[test]
    fn every_release_has_its_checksum_beside_it() {
        for tool in Tool::ALL {
            if let Some((archive, checksum)) = tool.release("1.2.3") {
                assert!(
                    archive.ends_with(".tar.gz") && archive.contains("1.2.3/"),
                    "{archive}"
                );
                assert!(
                    checksum.starts_with(&format!("{archive}.sha256")),
                    "{checksum}"
                );
            }
        }
    }
}
