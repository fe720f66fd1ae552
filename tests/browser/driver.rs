//! A browser for one test: its own driver process, its own profile, closed whatever happens.

use std::time::{Duration, Instant};

use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use tokio::time::timeout;
use url::{ParseError, Url};

use crate::engine::{Driver, Engine};

/// What a visitor's machine is like.
#[derive(Debug, Clone)]
pub(crate) struct Machine {
    /// Width and height of the page in CSS pixels.
    pub(crate) viewport: (u32, u32),
    /// Pixels of the screen to a CSS pixel.
    pub(crate) pixel_ratio: f64,
    pub(crate) prefers_dark: bool,
    pub(crate) prefers_reduced_motion: bool,
    /// Colours of the reader's own in the place of the page's.
    pub(crate) forced_colors: bool,
}

impl Default for Machine {
    fn default() -> Machine {
        Machine {
            viewport: (1366, 650),
            pixel_ratio: 1.0,
            prefers_dark: false,
            prefers_reduced_motion: false,
            forced_colors: false,
        }
    }
}

/// A running browser.
pub(crate) struct Browser {
    runtime: Runtime,
    client: Client,
    /// Ends after the session.
    _driver: Driver,
}

impl Browser {
    pub(crate) fn start(machine: &Machine) -> Browser {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let engine = Engine::chosen();
        let driver = engine.start(machine);
        let client = runtime.block_on(
            ClientBuilder::new(HttpConnector::new())
                .capabilities(driver.capabilities.clone())
                .connect(&driver.address),
        );
        let client = client.unwrap_or_else(|error| panic!("the browser did not start: {error}"));
        let browser = Browser {
            runtime,
            client,
            _driver: driver,
        };
        if engine.is_sized_by_window() {
            browser.size(machine.viewport);
        }
        if engine == Engine::Chromium && machine.forced_colors {
            browser.emulate("forced-colors", "active");
        }
        browser
    }

    /// Gives the window the size at which the page has this one.
    #[track_caller]
    fn size(&self, (width, height): (u32, u32)) {
        let sizes = "return [innerWidth, innerHeight, outerWidth, outerHeight]";
        self.wait("a window of the right size", || {
            let found = self.eval(sizes, &[]);
            let size = |idx: usize| found[idx].as_u64().unwrap_or_default() as u32;
            if (size(0), size(1)) == (width, height) {
                return Ok(());
            }
            let frame = |outer: usize, inner: usize| size(outer).saturating_sub(size(inner));
            let (width, height) = (width + frame(2, 0), height + frame(3, 1));
            self.drive(async |client| client.set_window_size(width, height).await);
            Err(found.to_string())
        });
    }

    /// Runs one exchange with the driver; what the driver refuses fails the test.
    #[track_caller]
    pub(crate) fn drive<T, E: std::fmt::Display>(
        &self,
        exchange: impl AsyncFnOnce(&Client) -> Result<T, E>,
    ) -> T {
        let within = async { timeout(SILENCE, exchange(&self.client)).await };
        match self.runtime.block_on(within) {
            Ok(Ok(value)) => value,
            Ok(Err(error)) => panic!("{error}"),
            Err(_) => panic!("the driver has not answered for {SILENCE:?}"),
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

    /// A command of Chromium's that WebDriver has no form for (<https://chromedevtools.github.io/devtools-protocol/>), and what it returns.
    #[track_caller]
    pub(crate) fn dev_tools(&self, name: &'static str, given: Value) -> Value {
        self.drive(async |client| client.issue_cmd(DevTools { name, given }).await)
    }

    /// Has Chromium answer media queries about one feature in this way.
    #[track_caller]
    fn emulate(&self, feature: &str, value: &str) {
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        self.dev_tools("Emulation.setEmulatedMedia", features);
    }

    /// Stops the page as a browser stops one that has long been out of sight.
    #[track_caller]
    pub(crate) fn freeze(&self) {
        self.dev_tools("Page.setWebLifecycleState", json!({ "state": "frozen" }));
    }

    /// Lets a frozen page go on, still out of sight.
    #[track_caller]
    pub(crate) fn thaw(&self) {
        self.dev_tools("Page.setWebLifecycleState", json!({ "state": "active" }));
    }

    /// What the page looks like, as PNG; nothing where the driver does not answer.
    pub(crate) fn screenshot(&self) -> Option<Vec<u8>> {
        let taken = async { timeout(FAREWELL, self.client.screenshot()).await };
        self.runtime.block_on(taken).ok()?.ok()
    }
}

/// A command of Chromium's own, which WebDriver has none for and the driver passes on.
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

/// Longer than a driver lets a page load, after which it answers by itself.
const SILENCE: Duration = Duration::from_secs(330);
/// How long a session may take to end, or to show what is left of a failure.
const FAREWELL: Duration = Duration::from_secs(30);

impl Drop for Browser {
    fn drop(&mut self) {
        // The browser ends with its session; a driver killed before that would leave it behind.
        let close = self.client.clone().close();
        let _ = self
            .runtime
            .block_on(async { timeout(FAREWELL, close).await });
    }
}
