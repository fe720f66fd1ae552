//! WebKit through WebKitWebDriver, in the browser that WebKitGTK has for tests, on a screen of its own (Xvfb), since it has no headless mode.
//! WEBKIT_DRIVER and XVFB name other binaries than the ones on PATH.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::json;

use super::{Driver, capabilities, insist, listens, program, spawn};
use crate::driver::Machine;

/// The window and its frame, as small as GTK lets them be: no window is narrower than the buttons in it, which is 305 pixels.
const SMALL_FRAME: &str = "window, window * { min-width: 0; min-height: 0; padding: 0; margin: 0; border: none; font-size: 1px; -gtk-icon-transform: scale(0.01) }";

/// More than the height of that frame.
const FRAME: u32 = 100;

pub(super) fn start(machine: &Machine) -> Driver {
    let is_plain = !machine.forced_colors && machine.pixel_ratio == 1.0;
    assert!(is_plain, "WebKit has no forced colours and no such screen");
    let profile = tempfile::tempdir().expect("a folder for the profile");
    configure(machine, profile.path());
    let (width, height) = machine.viewport;
    // No window manager hands out the focus: the window has it that is under the pointer, which is in the middle of the screen.
    let (screen, display) = start_screen(width, height + FRAME);
    let (process, port) = insist("WebKitWebDriver", || {
        let port = free_port();
        let mut driver = Command::new(program("WEBKIT_DRIVER", "WebKitWebDriver"));
        driver
            .arg(format!("--port={port}"))
            .env("DISPLAY", format!(":{display}"))
            .env_remove("WAYLAND_DISPLAY")
            // A root user of a container has no session to ask for a sandbox, and a screen in memory has no accelerator.
            .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("NO_AT_BRIDGE", "1")
            // The newer of its two interpreters of WebAssembly loses its place now and then, and ends the process (docs/reliability.md).
            .env("JSC_useWasmIPInt", "false")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        for folder in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
            driver.env(folder, profile.path());
        }
        let mut process = spawn(&mut driver);
        listens(&mut process, port).map(|()| (process, port))
    });
    Driver {
        address: format!("http://127.0.0.1:{port}"),
        // Told not to wait for the load event, the driver answers before the page is there, and a script that is then asked for is
        // asked of the page that goes: it is never answered.
        capabilities: capabilities(json!({ "pageLoadStrategy": "normal" })),
        processes: vec![process, screen],
        _profile: Some(profile),
    }
}

/// Writes what GTK reads of a reader's preferences, from which WebKit answers media queries.
fn configure(machine: &Machine, folder: &Path) {
    let theme = match machine.prefers_dark {
        true => "Adwaita-dark",
        false => "Adwaita",
    };
    let animations = i32::from(!machine.prefers_reduced_motion);
    let settings =
        format!("[Settings]\ngtk-theme-name={theme}\ngtk-enable-animations={animations}\n");
    let folder = folder.join("gtk-3.0");
    fs::create_dir(&folder).expect("a folder in the profile");
    fs::write(folder.join("settings.ini"), settings).expect("a file in the profile");
    fs::write(folder.join("gtk.css"), SMALL_FRAME).expect("a file in the profile");
}

/// A screen in memory, and the number of its display. It ends with its last window, too.
fn start_screen(width: u32, height: u32) -> (Child, u32) {
    insist("Xvfb", || {
        let mut process = spawn(
            Command::new(program("XVFB", "Xvfb"))
                .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0"])
                .arg(format!("{width}x{height}x24"))
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        let stdout = process.stdout.take().expect("stdout is piped");
        let mut line = String::new();
        let is_read = BufReader::new(stdout).read_line(&mut line).is_ok();
        match line.trim().parse() {
            Ok(display) if is_read => Some((process, display)),
            _ => {
                let _ = process.kill();
                let _ = process.wait();
                None
            }
        }
    })
}

/// The driver does not tell which port it has chosen, so it is given one.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr();
    address.expect("a bound listener has an address").port()
}
