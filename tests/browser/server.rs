//! Serves the built page to one test, breaks single files on demand, and notes what was asked for.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::{env, fs, thread};

/// What happens to a file on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is not there: status 404.
    Missing,
    /// Half of it arrives, and nothing says that it was longer.
    Truncated,
    /// One byte in its middle is another.
    Altered,
    /// It is said to be plain text.
    Mistyped,
    /// Half of it arrives; the rest follows once the fault is healed.
    Stalled,
    /// Half of it arrives, then the connection ends.
    Dropped,
}

/// A web server over the built page.
pub(crate) struct Site {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    dist: PathBuf,
    /// The folder of the host that the page lies in: "/", or "/a/" and the like.
    root: &'static str,
    state: Mutex<State>,
    healed: Condvar,
}

#[derive(Default)]
struct State {
    /// By a part of the path.
    faults: HashMap<String, Fault>,
    /// Runs at the start of the page, before anything of its own.
    script: String,
    /// Files that are not those of the build, by their path below the root.
    put: HashMap<String, Vec<u8>>,
    allows_all_origins: bool,
    serves_worker: bool,
    is_down: bool,
    requests: Vec<String>,
    reports: Vec<String>,
}

/// What the page may ask for, on this server or made by itself. Browsers report everything else, and let it pass.
const POLICY: &str =
    "default-src 'self' blob: data: 'unsafe-inline' 'wasm-unsafe-eval'; report-uri /reports";

impl Site {
    /// Starts serving the folder that SYW_DIST names, else dist/.
    pub(crate) fn start(script: &str) -> Site {
        Site::start_below("/", script)
    }

    /// The same in a folder of the host. Nothing outside of it exists.
    pub(crate) fn start_below(root: &'static str, script: &str) -> Site {
        let dist = dist();
        assert!(
            dist.join("index.html").is_file(),
            "there is no page in {}: `cargo xtask test` builds it",
            dist.display()
        );
        let shared = Arc::new(Shared {
            dist,
            root,
            state: Mutex::new(State {
                script: script.to_owned(),
                ..State::default()
            }),
            healed: Condvar::new(),
        });
        let answerer = Arc::clone(&shared);
        let address = listen(move |connection| {
            // A browser that goes away in the middle of an answer is no failure.
            let _ = answerer.answer(connection);
        });
        Site { address, shared }
    }

    /// The address of the page.
    pub(crate) fn url(&self) -> String {
        format!("http://{}{}", self.address, self.shared.root)
    }

    /// From now on, pages of every origin and of none may read what is served.
    pub(crate) fn allow_all_origins(&self) {
        self.shared.lock().allows_all_origins = true;
    }

    /// Lets the page store itself. Otherwise the worker that does so is not there: every test would have it fetch and check all of the page.
    pub(crate) fn serve_worker(&self) {
        self.shared.lock().serves_worker = true;
    }

    /// Takes the server off the network, or back.
    pub(crate) fn set_down(&self, is_down: bool) {
        self.shared.lock().is_down = is_down;
    }

    /// Serves a file that is not of the build, or in the place of one that is.
    pub(crate) fn put(&self, path: &str, body: impl Into<Vec<u8>>) {
        self.shared.lock().put.insert(path.to_owned(), body.into());
    }

    /// From now on, files whose path holds `part` (a star in it stands for anything) fail in this way.
    pub(crate) fn set_fault(&self, part: &str, fault: Fault) {
        self.shared.lock().faults.insert(part.to_owned(), fault);
    }

    /// From now on every file arrives whole, stalled ones included.
    pub(crate) fn has_fault(&self) -> bool {
        !self.shared.lock().faults.is_empty()
    }

    pub(crate) fn heal(&self) {
        self.shared.lock().faults.clear();
        self.shared.healed.notify_all();
    }

    /// The paths asked for so far, in order.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.shared.lock().requests.clone()
    }

    /// What the browser said of requests to other hosts, by the page or its workers: one JSON text each.
    pub(crate) fn reports(&self) -> Vec<String> {
        self.shared.lock().reports.clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.heal();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state
            .lock()
            .expect("no thread panics while it holds the state")
    }

    fn answer(&self, connection: TcpStream) -> std::io::Result<()> {
        let Some(Request { path, body }) = read_request(&connection)? else {
            return Ok(());
        };
        if path == "/reports" {
            self.lock().reports.push(body);
            return respond(&connection, "204 No Content", "text/plain", "", 0, b"");
        }
        let file = if path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path
        };
        let below = file.strip_prefix(self.root);
        let (fault, script, put, headers) = {
            let mut state = self.lock();
            if state.is_down {
                return Ok(());
            }
            state.requests.push(file.clone());
            let put = below.and_then(|path| state.put.get(path).cloned());
            let headers = match state.allows_all_origins {
                true => "Access-Control-Allow-Origin: *\r\n",
                false => "",
            };
            let is_hidden = file.ends_with("service-worker.js") && !state.serves_worker;
            let fault = match is_hidden {
                true => Some(Fault::Missing),
                false => fault_of(&state, &file),
            };
            (fault, state.script.clone(), put, headers)
        };
        let is_inside = Path::new(&file)
            .components()
            .all(|part| !matches!(part, Component::ParentDir));
        let body = put.or_else(|| fs::read(self.dist.join(below?)).ok());
        let (Some(mut body), true, false) = (body, is_inside, fault == Some(Fault::Missing)) else {
            return respond(&connection, "404 Not Found", "text/plain", headers, 0, b"");
        };
        if file.ends_with("index.html") && !script.is_empty() {
            body = with_script(&body, &script);
        }
        let half = body.len() / 2;
        let send = |length: usize, sent: &[u8]| {
            let kind = match fault {
                Some(Fault::Mistyped) => "text/plain",
                _ => media_type(&file),
            };
            respond(&connection, "200 OK", kind, headers, length, sent)
        };
        match fault {
            None | Some(Fault::Missing | Fault::Mistyped) => {}
            Some(Fault::Truncated) => body.truncate(half),
            Some(Fault::Altered) => body[half] ^= 1,
            Some(Fault::Dropped | Fault::Stalled) => {
                send(body.len(), &body[..half])?;
                if fault == Some(Fault::Stalled) {
                    let healed = self
                        .healed
                        .wait_while(self.lock(), |state| fault_of(state, &file).is_some());
                    drop(healed.expect("no thread panics while it holds the state"));
                    (&connection).write_all(&body[half..])?;
                }
                return Ok(());
            }
        }
        send(body.len(), &body)
    }
}

fn fault_of(state: &State, path: &str) -> Option<Fault> {
    state
        .faults
        .iter()
        .find(|(part, _)| names(part, path))
        .map(|(_, fault)| *fault)
}

/// Whether a path holds a part, in which a star stands for anything.
fn names(part: &str, path: &str) -> bool {
    let mut rest = path;
    part.split('*').all(|piece| {
        let Some((_, after)) = rest.split_once(piece) else {
            return false;
        };
        rest = after;
        true
    })
}

/// The built page.
pub(crate) fn dist() -> PathBuf {
    env::var_os("SYW_DIST").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"),
        PathBuf::from,
    )
}

/// The page with a script before everything else in its head.
pub(crate) fn with_script(html: &[u8], script: &str) -> Vec<u8> {
    let html = String::from_utf8_lossy(html);
    assert!(html.contains("<head>"), "index.html has no plain <head>");
    html.replacen("<head>", &format!("<head><script>{script}</script>"), 1)
        .into_bytes()
}

/// Sends the head and a body, which may be shorter than the `length` that the head promises.
fn respond(
    mut connection: &TcpStream,
    status: &str,
    media_type: &str,
    headers: &str,
    length: usize,
    body: &[u8],
) -> std::io::Result<()> {
    write!(
        connection,
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n\
         {headers}Cache-Control: no-store\r\nContent-Security-Policy-Report-Only: {POLICY}\r\nConnection: close\r\n\r\n"
    )?;
    connection.write_all(body)?;
    connection.flush()
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "css" => "text/css",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

struct Request {
    /// Without the query.
    path: String,
    body: String,
}

/// Reads a request; nothing where the connection ends before one.
fn read_request(connection: &TcpStream) -> std::io::Result<Option<Request>> {
    let mut reader = BufReader::new(connection);
    let head: Vec<String> = reader
        .by_ref()
        .lines()
        .take_while(|line| !line.as_ref().is_ok_and(String::is_empty))
        .collect::<Result<_, _>>()?;
    let Some(path) = head.first().and_then(|line| line.split(' ').nth(1)) else {
        return Ok(None);
    };
    let length = head.iter().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let is_length = name.eq_ignore_ascii_case("content-length");
        is_length.then(|| value.trim().parse().ok()).flatten()
    });
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body)?;
    Ok(Some(Request {
        path: path.split('?').next().unwrap_or_default().to_owned(),
        body: String::from_utf8_lossy(&body).into_owned(),
    }))
}

/// Answers every connection to a port of its own, each on its own thread, for as long as the tests run.
fn listen(answer: impl Fn(TcpStream) + Send + Sync + 'static) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener
        .local_addr()
        .expect("a bound listener has an address");
    let answer = Arc::new(answer);
    thread::spawn(move || {
        for connection in listener.incoming().flatten() {
            let answer = Arc::clone(&answer);
            thread::spawn(move || answer(connection));
        }
    });
    address
}
