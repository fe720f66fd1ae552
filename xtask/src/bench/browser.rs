//! A headless Chromium with an empty profile that opens one page, which posts one result.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::RecvTimeoutError;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::server::BenchServer;

const BETWEEN_LOOKS: Duration = Duration::from_millis(200);
/// The end of what Chromium printed that an error shows.
const SHOWN_LINES: usize = 20;

/// Opens `path` and returns what the page posts within `deadline`.
pub(super) fn result_of(
    browser: &Path,
    server: &BenchServer,
    path: &str,
    deadline: Duration,
) -> Result<Value> {
    let mut running = Running::start(browser, &format!("{}{path}", server.address))?;
    let start = Instant::now();
    let text = loop {
        match server.results.recv_timeout(BETWEEN_LOOKS) {
            Ok(text) => break text,
            Err(RecvTimeoutError::Disconnected) => bail!("the bench's server ended"),
            Err(RecvTimeoutError::Timeout) => {}
        }
        let why = if let Some(status) = running.process.try_wait()? {
            format!("Chromium ended ({status})")
        } else if start.elapsed() > deadline {
            format!("no result came within {} s", deadline.as_secs())
        } else {
            continue;
        };
        bail!("{path}: {why}; it printed:\n{}", running.end());
    };
    read_result(&text)
}

/// What a page posted: an object, or the error that it met.
fn read_result(text: &str) -> Result<Value> {
    let value: Value = serde_json::from_str(text).context("the bench's page posted no JSON")?;
    if let Some(error) = value.get("error") {
        bail!("{}", error.as_str().unwrap_or("an error without a message"));
    }
    if !value.is_object() {
        bail!("the bench's page posted something that is not a result: {text}");
    }
    Ok(value)
}

struct Running {
    process: Child,
    stderr: Option<JoinHandle<String>>,
    profile: PathBuf,
}

impl Running {
    fn start(browser: &Path, url: &str) -> Result<Running> {
        let nanos = std::time::SystemTime::UNIX_EPOCH.elapsed()?.as_nanos();
        let profile = std::env::temp_dir().join(format!("syw-bench-{nanos}"));
        // Containers have little shared memory and run as root.
        let mut process = Command::new(browser)
            .args(["--headless=new", "--no-sandbox", "--disable-dev-shm-usage"])
            .args(["--disable-gpu", "--no-first-run"])
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg(url)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .with_context(|| browser.display().to_string())?;
        let mut stderr = process.stderr.take().expect("stderr is piped");
        let stderr = thread::spawn(move || {
            let mut bytes = Vec::new();
            // What was read before a failure is shown all the same.
            let _ = stderr.read_to_end(&mut bytes);
            String::from_utf8_lossy(&bytes).into_owned()
        });
        Ok(Running {
            process,
            stderr: Some(stderr),
            profile,
        })
    }

    /// Ends the browser; the last lines that it printed.
    fn end(&mut self) -> String {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
        let stderr = self.stderr.take().map(JoinHandle::join);
        let text = stderr.and_then(Result::ok).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(SHOWN_LINES)..].join("\n")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(read_result(text).unwrap_err().to_string(), expected);
    }

    #[test]
    fn what_is_no_result_is_an_error() {
        check("", "the bench's page posted no JSON");
        check(
            "3",
            "the bench's page posted something that is not a result: 3",
        );
        check(
            r#"{"error": "kv_decode_batch: the engines differ"}"#,
            "kv_decode_batch: the engines differ",
        );
        check(r#"{"error": 3}"#, "an error without a message");
        assert_eq!(read_result("{}").unwrap(), serde_json::json!({}));
    }
}
