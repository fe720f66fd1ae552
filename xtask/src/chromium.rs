//! Finds Chromium and its driver for the browser tests, or installs them through apt as root.

use anyhow::Result;
use std::env;
use std::path::PathBuf;

use crate::process::find;
use crate::system;

/// A browser and the driver that controls it.
pub struct Chromium {
    pub browser: PathBuf,
    pub driver: PathBuf,
}

/// The pair named by CHROMIUM and CHROMEDRIVER, else the one on PATH, else one installed through apt.
pub fn ensure() -> Result<Chromium> {
    if let Some(found) = locate() {
        return Ok(found);
    }
    system::CHROMIUM.install_as_root();
    let found = locate();
    system::CHROMIUM.require(found.is_some())?;
    Ok(found.expect("required above"))
}

fn locate() -> Option<Chromium> {
    const BROWSERS: [&str; 4] = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    let named = |variable: &str| {
        env::var_os(variable)
            .map(PathBuf::from)
            .filter(|path| path.is_file())
    };
    let browser = named("CHROMIUM").or_else(|| BROWSERS.iter().find_map(|name| find(name)))?;
    let driver = named("CHROMEDRIVER").or_else(|| find("chromedriver"))?;
    Some(Chromium { browser, driver })
}
