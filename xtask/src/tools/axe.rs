//! axe-core, with which the browser tests look for what keeps readers out.

use super::npm_files::NpmFiles;

/// The one file that is put into a page.
pub const AXE: NpmFiles = NpmFiles {
    package: "axe-core",
    version: "4.14.1",
    folder: "axe-core",
    inside: "",
    files: &[(
        "axe.min.js",
        "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c",
    )],
};
