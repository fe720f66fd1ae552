//! Single files of npm packages, each with its SHA-256: what `cargo xtask bench` compares with and the browser tests look with.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

use super::{install, sha256_hex};
use crate::paths;
use crate::process::say;

/// Some files of one version of a package.
pub struct NpmFiles {
    pub package: &'static str,
    pub version: &'static str,
    /// The folder in tools/.
    pub folder: &'static str,
    /// The folder of the files inside the package.
    pub inside: &'static str,
    /// Names with digests.
    pub files: &'static [(&'static str, &'static str)],
}

impl NpmFiles {
    /// The folder with the files, which are fetched where they are not there. Only the package itself is fetched, not what
    /// it depends on.
    pub fn ensure(&self) -> Result<PathBuf> {
        let unpacked = paths::tools().join(self.folder);
        let folder = unpacked.join("package").join(self.inside);
        if self.check(&folder).is_ok() {
            return Ok(folder);
        }
        say(format!(
            "Setting up {} {} in {}",
            self.package,
            self.version,
            unpacked.display()
        ));
        install::unpack_package(&unpacked, &format!("{}@{}", self.package, self.version))?;
        self.check(&folder)?;
        Ok(folder)
    }

    /// The names of the files.
    pub fn names(&self) -> Vec<&'static str> {
        self.files.iter().map(|(name, _)| *name).collect()
    }

    fn check(&self, folder: &Path) -> Result<()> {
        for (name, wanted) in self.files {
            let found = std::fs::read(folder.join(name)).with_context(|| (*name).to_owned())?;
            let found = sha256_hex(&found);
            if found != *wanted {
                bail!(
                    "{name} has SHA-256 {found}; that of {} {} is {wanted}",
                    self.package,
                    self.version
                );
            }
        }
        Ok(())
    }
}
