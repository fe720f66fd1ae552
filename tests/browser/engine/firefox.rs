//! Firefox through geckodriver. FIREFOX and GECKODRIVER name other binaries than the ones on PATH.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::chromium::drain;
use super::{Driver, capabilities, insist, program, spawn};
use crate::driver::Machine;

/// Without it no window is narrower than 450 pixels, nor all of it the page's.
const NO_FRAME: &str =
    ":root, body { min-width: 0 !important } #navigator-toolbox { display: none !important }";

pub(super) fn start(machine: &Machine) -> Driver {
    let profile = tempfile::tempdir().expect("a folder for the profile");
    let chrome = profile.path().join("chrome");
    fs::create_dir(&chrome).expect("a folder in the profile");
    fs::write(chrome.join("userChrome.css"), NO_FRAME).expect("a file in the profile");
    let wanted = capabilities(wanted(machine, &profile));
    let (process, address) = insist("geckodriver", || {
        let mut process = spawn(
            Command::new(program("GECKODRIVER", "geckodriver"))
                .args(["--port", "0"])
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        let mut stdout = BufReader::new(process.stdout.take().expect("stdout is piped")).lines();
        let address = stdout.by_ref().map_while(Result::ok).find_map(|line| {
            let (_, address) = line.split_once("Listening on ")?;
            Some(format!("http://{}", address.trim()))
        });
        let Some(address) = address else {
            let _ = process.wait();
            return None;
        };
        drain(stdout);
        Some((process, address))
    });
    Driver {
        address,
        capabilities: wanted,
        processes: vec![process],
        _profile: Some(profile),
    }
}

fn wanted(machine: &Machine, profile: &TempDir) -> Value {
    let mut preferences = json!({
        "toolkit.legacyUserProfileCustomizations.stylesheets": true,
        "ui.systemUsesDarkTheme": i32::from(machine.prefers_dark),
        "ui.prefersReducedMotion": i32::from(machine.prefers_reduced_motion),
        // A mouse: fine, and over what it points at. Without a screen there would be none.
        "ui.primaryPointerCapabilities": 6,
        "ui.allPointerCapabilities": 6,
        "layout.css.devPixelsPerPx": machine.pixel_ratio.to_string(),
    });
    if machine.forced_colors {
        // 2: the reader's own, always. Whether they are dark, the page is told by their ground.
        preferences["browser.display.document_color_use"] = json!(2);
        let (letters, ground) = match machine.prefers_dark {
            true => ("#ffffff", "#000000"),
            false => ("#000000", "#ffffff"),
        };
        preferences["browser.display.foreground_color"] = json!(letters);
        preferences["browser.display.background_color"] = json!(ground);
    }
    let mut options = json!({
        "args": ["-headless", "-profile", profile.path()],
        "prefs": preferences,
    });
    if let Some(browser) = env::var_os("FIREFOX") {
        options["binary"] = json!(browser.to_string_lossy());
    }
    json!({
        "browserName": "firefox",
        // Some tests hold back files for which the load event waits.
        "pageLoadStrategy": "eager",
        "moz:firefoxOptions": options,
    })
}
