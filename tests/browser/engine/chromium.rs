//! Chromium through chromedriver. CHROMIUM and CHROMEDRIVER name other binaries than the ones on PATH.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::{Driver, capabilities, insist, program, spawn};
use crate::driver::Machine;

pub(super) fn start(machine: &Machine) -> Driver {
    // It chooses a port that is free for IPv4 and ends where another program has the same one for IPv6.
    insist("chromedriver", || {
        let mut process = spawn(
            Command::new(program("CHROMEDRIVER", "chromedriver"))
                .arg("--port=0")
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        let mut stdout = BufReader::new(process.stdout.take().expect("stdout is piped")).lines();
        let port = stdout.by_ref().map_while(Result::ok).find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse::<u16>().ok()
        });
        let Some(port) = port else {
            let _ = process.wait();
            return None;
        };
        drain(stdout);
        Some(Driver {
            address: format!("http://127.0.0.1:{port}"),
            capabilities: capabilities(wanted(machine)),
            processes: vec![process],
            _profile: None,
        })
    })
}

/// Reads on for as long as the driver writes, which might otherwise fail at writing.
pub(super) fn drain(lines: impl Iterator<Item = std::io::Result<String>> + Send + 'static) {
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
}

fn wanted(machine: &Machine) -> Value {
    // Containers have little shared memory and run as root.
    let mut args = vec![
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
    ];
    args.push(match machine.prefers_dark {
        true => "--blink-settings=preferredColorScheme=0",
        false => "--blink-settings=preferredColorScheme=1",
    });
    if machine.prefers_reduced_motion {
        args.push("--force-prefers-reduced-motion");
    }
    let (width, height) = machine.viewport;
    let mut options = json!({
        "args": args,
        "mobileEmulation": {
            "deviceMetrics": { "width": width, "height": height, "pixelRatio": machine.pixel_ratio, "touch": false, "mobile": false },
        },
    });
    if let Some(browser) = env::var_os("CHROMIUM") {
        options["binary"] = json!(browser.to_string_lossy());
    }
    json!({
        "browserName": "chrome",
        // Some tests hold back files for which the load event waits.
        "pageLoadStrategy": "eager",
        "goog:chromeOptions": options,
    })
}
