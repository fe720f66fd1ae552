//! Which browser engine the tests run in, and how its driver is started: SYW_ENGINE names one of three for a whole run, Chromium without it.
//!
//! What differs between engines is here and in the table of known differences (`differences.txt`), not in the tests.

mod chromium;
mod firefox;
mod webkit;

use std::env;
use std::ffi::OsString;
use std::net::TcpStream;
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use fantoccini::wd::Capabilities;
use serde_json::Value;
use tempfile::TempDir;

use crate::driver::Machine;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// The engine of this run.
    #[track_caller]
    pub(crate) fn chosen() -> Engine {
        let name = env::var("SYW_ENGINE").unwrap_or_else(|_| "chromium".to_owned());
        match name.as_str() {
            "chromium" => Engine::Chromium,
            "firefox" => Engine::Firefox,
            "webkit" => Engine::WebKit,
            other => {
                panic!("SYW_ENGINE is {other:?}; the engines are chromium, firefox and webkit")
            }
        }
    }

    /// Starts a driver whose browser will be like this machine.
    #[track_caller]
    pub(crate) fn start(self, machine: &Machine) -> Driver {
        match self {
            Engine::Chromium => chromium::start(machine),
            Engine::Firefox => firefox::start(machine),
            Engine::WebKit => webkit::start(machine),
        }
    }

    /// Whether the window has to be given the size of the machine's viewport once it is there.
    pub(crate) fn is_sized_by_window(self) -> bool {
        self != Engine::Chromium
    }
}

/// A running driver.
pub(crate) struct Driver {
    /// Where it listens.
    pub(crate) address: String,
    /// What its browser is asked to be.
    pub(crate) capabilities: Capabilities,
    /// The driver first, then what it needs; they end in this order.
    processes: Vec<Child>,
    /// What the browser keeps, gone with the driver. Chromium has one of its own.
    _profile: Option<TempDir>,
}

impl Drop for Driver {
    fn drop(&mut self) {
        for process in &mut self.processes {
            let _ = process.kill();
            let _ = process.wait();
        }
    }
}

/// Tries until something starts: between finding a free port and listening on it, another program may take it.
#[track_caller]
fn insist<T>(what: &str, mut start: impl FnMut() -> Option<T>) -> T {
    const MAX_STARTS: usize = 5;
    (0..MAX_STARTS)
        .find_map(|_| start())
        .unwrap_or_else(|| panic!("{what} ended {MAX_STARTS} times without listening"))
}

/// The program that a variable names, else `name` on PATH.
fn program(variable: &str, name: &str) -> OsString {
    env::var_os(variable).unwrap_or_else(|| name.into())
}

/// Starts a program whose failure to start fails the test.
#[track_caller]
fn spawn(command: &mut Command) -> Child {
    let program = command.get_program().to_owned();
    let spawned = command.spawn();
    spawned.unwrap_or_else(|error| panic!("{}: {error}", program.display()))
}

/// Waits until a program listens on a port. `None` where it ends before that.
#[track_caller]
fn listens(process: &mut Child, port: u16) -> Option<()> {
    const DEADLINE: Duration = Duration::from_secs(40);
    const BETWEEN_QUESTIONS: Duration = Duration::from_millis(25);
    let start = Instant::now();
    while start.elapsed() < DEADLINE {
        let answers = TcpStream::connect(("127.0.0.1", port)).is_ok();
        // Whoever answers is this program only if it has not ended for want of the port.
        if process.try_wait().ok()?.is_some() {
            return None;
        }
        if answers {
            return Some(());
        }
        thread::sleep(BETWEEN_QUESTIONS);
    }
    panic!("the driver does not listen after {DEADLINE:?}");
}

/// The capabilities written as an object.
fn capabilities(written: Value) -> Capabilities {
    match written {
        Value::Object(capabilities) => capabilities,
        _ => unreachable!("written as an object"),
    }
}
