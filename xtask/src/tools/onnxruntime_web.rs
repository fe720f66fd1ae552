//! onnxruntime-web, which `cargo xtask bench` compares our engine with: two files of one version of its npm package.

use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

use super::{install, sha256_hex};
use crate::paths;
use crate::process::say;

pub const VERSION: &str = "1.30.0";

/// All that a page needs to run models on the processor alone, with the SHA-256 of each file.
pub const FILES: [(&str, &str); 2] = [
    (
        "ort.wasm.bundle.min.mjs",
        "11e64bd8ffe11bd1a2a2f0d6275fdfbbba7262f0b76b99b53d228a8a22ef3d90",
    ),
    (
        "ort-wasm-simd-threaded.wasm",
        "3398c10d07d229bd91b364548e130e0e51a8e5704b88c7c083ebbeb78842dee2",
    ),
];

/// The folder with its files, which are fetched where they are not there.
pub fn ensure() -> Result<PathBuf> {
    let packages = paths::tools().join("onnxruntime-web");
    let folder = packages.join("node_modules/onnxruntime-web/dist");
    if check(&folder).is_ok() {
        return Ok(folder);
    }
    say(format!(
        "Setting up onnxruntime-web {VERSION} in {}",
        packages.display()
    ));
    install::install_package(&packages, &format!("onnxruntime-web@{VERSION}"))?;
    check(&folder)?;
    Ok(folder)
}

fn check(folder: &Path) -> Result<()> {
    for (name, wanted) in FILES {
        let found = sha256_hex(&std::fs::read(folder.join(name))?);
        if found != wanted {
            bail!("{name} has SHA-256 {found}; that of onnxruntime-web {VERSION} is {wanted}");
        }
    }
    Ok(())
}
