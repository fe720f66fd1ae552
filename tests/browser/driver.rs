//! A browser for one test: its own driver process, its own profile, closed whatever happens.

use std::env;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use url::{ParseError, Url};

/// What a visitor's machine is like.
#[derive(Debug, Clone)]
pub(crate) struct Machine {
    /// Width and height of the page in CSS pixels.
    pub(crate) viewport: (u32, u32),
    /// Pixels of the screen to a CSS pixel.
    pub(crate) pixel_ratio: f64,
    pub(crate) prefers_dark: bool,
    pub(crate) prefers_reduced_motion: bool,
}

impl Default for Machine {
    fn default() -> Machine {
        Machine {
            viewport: (1366, 650),
            pixel_ratio: 1.0,
            prefers_dark: false,
            prefers_reduced_motion: false,
        }
    }
}

impl Machine {
    /// The one place that knows which browser it is.
    fn capabilities(&self) -> Capabilities {
        // Containers have little shared memory and run as root.
        let mut args = vec![
            "--headless=new",
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
        ];
        args.push(match self.prefers_dark {
            true => "--blink-settings=preferredColorScheme=0",
            false => "--blink-settings=preferredColorScheme=1",
        });
        if self.prefers_reduced_motion {
            args.push("--force-prefers-reduced-motion");
        }
        let (width, height) = self.viewport;
        let mut options = json!({
            "args": args,
            "mobileEmulation": {
                "deviceMetrics": { "width": width, "height": height, "pixelRatio": self.pixel_ratio, "touch": false, "mobile": false },
            },
        });
        if let Some(browser) = env::var_os("CHROMIUM") {
            options["binary"] = json!(browser.to_string_lossy());
        }
        let capabilities = json!({
            "browserName": "chrome",
            // Some tests hold back files for which the load event waits.
            "pageLoadStrategy": "eager",
            "goog:chromeOptions": options,
        });
        match capabilities {
            Value::Object(capabilities) => capabilities,
            _ => unreachable!("written above as an object"),
        }
    }
}

/// A running browser.
pub(crate) struct Browser {
    runtime: Runtime,
    client: Client,
    driver: Driver,
}

/// A running driver.
struct Driver {
    process: Child,
    address: String,
    /// Open as long as the driver runs, which might otherwise fail at writing to it.
    _stdout: BufReader<ChildStdout>,
}

impl Browser {
    pub(crate) fn start(machine: &Machine) -> Browser {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let driver = start_driver();
        let client = runtime.block_on(
            ClientBuilder::new(HttpConnector::new())
                .capabilities(machine.capabilities())
                .connect(&driver.address),
        );
        let client = client.unwrap_or_else(|error| panic!("the browser did not start: {error}"));
        Browser {
            runtime,
            client,
            driver,
        }
    }

    /// Runs one exchange with the driver; what the driver refuses fails the test.
    #[track_caller]
    pub(crate) fn drive<T, E: std::fmt::Display>(
        &self,
        exchange: impl AsyncFnOnce(&Client) -> Result<T, E>,
    ) -> T {
        match self.runtime.block_on(exchange(&self.client)) {
            Ok(value) => value,
            Err(error) => panic!("{error}"),
        }
    }

    /// The value that a script returns.
    #[track_caller]
    pub(crate) fn eval(&self, script: &str, arguments: &[Value]) -> Value {
        self.drive(async |client| client.execute(script, arguments.to_vec()).await)
    }

    /// Asks again and again until there is an answer; the deadline is long because the machine may be busy.
    #[track_caller]
    pub(crate) fn wait<T>(&self, what: &str, mut ask: impl FnMut() -> Result<T, String>) -> T {
        let start = Instant::now();
        loop {
            match ask() {
                Ok(value) => return value,
                Err(found) if start.elapsed() > DEADLINE => {
                    panic!("waited {DEADLINE:?} for this: {what}\nbut found: {found}")
                }
                Err(_) => self
                    .runtime
                    .block_on(async { tokio::time::sleep(BETWEEN_QUESTIONS).await }),
            }
        }
    }

    /// A command that WebDriver has no form for (<https://chromedevtools.github.io/devtools-protocol/>), and what it returns.
    #[track_caller]
    pub(crate) fn dev_tools(&self, name: &'static str, given: Value) -> Value {
        self.drive(async |client| client.issue_cmd(DevTools { name, given }).await)
    }

    /// Has the browser answer media queries about one feature in this way.
    #[track_caller]
    pub(crate) fn emulate(&self, feature: &str, value: &str) {
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        self.dev_tools("Emulation.setEmulatedMedia", features);
    }

    /// Stops the page as a browser stops one that has long been out of sight.
    #[track_caller]
    pub(crate) fn freeze(&self) {
        self.dev_tools("Page.setWebLifecycleState", json!({ "state": "frozen" }));
    }

    /// Lets a frozen page go on.
    #[track_caller]
    pub(crate) fn thaw(&self) {
        self.dev_tools("Page.setWebLifecycleState", json!({ "state": "active" }));
    }

    /// What the page looks like, as PNG.
    pub(crate) fn screenshot(&self) -> Option<Vec<u8>> {
        self.runtime.block_on(self.client.screenshot()).ok()
    }
}

/// A command of the browser's own, which WebDriver has none for and the driver passes on.
#[derive(Debug)]
struct DevTools {
    name: &'static str,
    given: Value,
}

impl WebDriverCompatibleCommand for DevTools {
    fn endpoint(&self, base_url: &Url, session_id: Option<&str>) -> Result<Url, ParseError> {
        let session = session_id.unwrap_or_default();
        base_url.join(&format!("session/{session}/goog/cdp/execute"))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let body = json!({ "cmd": self.name, "params": self.given });
        (Method::POST, Some(body.to_string()))
    }
}

const DEADLINE: Duration = Duration::from_secs(40);
const BETWEEN_QUESTIONS: Duration = Duration::from_millis(25);

impl Drop for Browser {
    fn drop(&mut self) {
        // The browser ends with its session; a driver killed before that would leave it behind.
        let _ = self.runtime.block_on(self.client.clone().close());
        let _ = self.driver.process.kill();
        let _ = self.driver.process.wait();
    }
}

/// Starts the driver on a port that it chooses itself. It chooses one that is free for IPv4 and ends where another
/// program has the same one for IPv6, so it may have to choose again.
fn start_driver() -> Driver {
    for _ in 0..MAX_STARTS {
        if let Some(driver) = try_start_driver() {
            return driver;
        }
    }
    panic!("the driver ended {MAX_STARTS} times without saying on which port it listens");
}

const MAX_STARTS: usize = 5;

fn try_start_driver() -> Option<Driver> {
    let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
    let mut process = Command::new(&program)
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{}: {error}", program.display()));
    let mut stdout = BufReader::new(process.stdout.take().expect("stdout is piped"));
    let port = stdout
        .by_ref()
        .lines()
        .map_while(Result::ok)
        .find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse::<u16>().ok()
        });
    let Some(port) = port else {
        let _ = process.wait();
        return None;
    };
    Some(Driver {
        process,
        address: format!("http://127.0.0.1:{port}"),
        _stdout: stdout,
    })
}
