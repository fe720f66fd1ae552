//! Where things lie: the repository root and the folders the commands write to.

use std::env;
use std::path::{Path, PathBuf};

/// The repository root, found from this crate's own place in it.
pub fn root() -> PathBuf {
    let xtask = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    xtask
        .parent()
        .expect("xtask lies in the repository root")
        .to_path_buf()
}

/// The built page.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's build folder.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The project's own tools: `tools/` in the repository, or the folder named by SYW_TOOLS_DIR.
pub fn tools() -> PathBuf {
    env::var_os("SYW_TOOLS_DIR").map_or_else(|| root().join("tools"), |dir| root().join(dir))
}

/// The shipped models.
pub fn models() -> PathBuf {
    root().join("public/models")
}

/// The recorded results.
pub fn results() -> PathBuf {
    root().join("public/results")
}

/// The published competence maps.
pub fn maps() -> PathBuf {
    root().join("public/results/maps")
}

/// `path` as it is written in messages: relative to the root, with forward slashes.
pub fn display(path: &Path, root: &Path) -> String {
    path.strip_prefix(root)
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}
