//! Serves dist/ on this machine. Plain files only: no listing, no ranges, nothing outside the folder.

use anyhow::{Result, anyhow};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use tiny_http::{Header, Method, Request, Response, Server};

use crate::process::{command, find, say};
use crate::{guard, page, paths};

/// Set-up, build, serve until interrupted.
pub fn serve(port: u16, open: bool) -> Result<()> {
    page::build()?;
    let server = Server::http(("127.0.0.1", port))
        .map_err(|error| anyhow!("port {port}: {error}; try --port 0"))?;
    let server = Arc::new(server);
    let port = server
        .server_addr()
        .to_ip()
        .map_or(port, |address| address.port());
    let address = format!("http://localhost:{port}/");
    println!("Serving the page at {address} (stop with Ctrl-C)");
    if open {
        open_browser(&address);
    }
    let folder = paths::dist();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while let Ok(request) = server.recv() {
                    answer(request, &folder);
                }
            });
        }
    });
    Ok(())
}

/// Answers one request. A broken connection is the visitor's business, so its error is dropped.
fn answer(request: Request, folder: &Path) {
    let is_read = matches!(request.method(), Method::Get | Method::Head);
    let file =
        resolve(folder, request.url()).and_then(|path| Some((File::open(&path).ok()?, path)));
    let header = |name: &str, value: &str| Header::from_bytes(name, value).expect("a valid header");
    let _ = match file {
        _ if !is_read => {
            request.respond(Response::from_string("only GET and HEAD\n").with_status_code(405))
        }
        None => request.respond(Response::from_string("not found\n").with_status_code(404)),
        Some((file, path)) => {
            let mut response = Response::from_file(file)
                .with_header(header("Content-Type", mime(&path)))
                .with_header(header("Cache-Control", "no-cache"));
            for (name, value) in guard::headers() {
                response.add_header(header(name, &value));
            }
            request.respond(response)
        }
    };
}

/// The file below `folder` that a request path names. Every part of the path must be a plain name.
pub(crate) fn resolve(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = percent_decode(path)?;
    let mut file = folder.to_path_buf();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', '\0', ':']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let value = if byte == b'%' {
            let hex = [rest.next()?, rest.next()?];
            u8::from_str_radix(std::str::from_utf8(&hex).ok()?, 16).ok()?
        } else {
            byte
        };
        bytes.push(value);
    }
    String::from_utf8(bytes).ok()
}

/// The MIME type of a file. WebAssembly compiles while it streams only under its own type.
pub(crate) fn mime(path: &Path) -> &'static str {
    match path
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// Opens the system's browser where there is one; a machine without one is not an error.
fn open_browser(address: &str) {
    let has_screen = cfg!(target_os = "macos")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some());
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    if !has_screen || find(opener).is_none() {
        return;
    }
    let started = command(opener)
        .arg(address)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if started.is_err() {
        say("No browser could be opened");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    #[track_caller]
    fn check(url: &str, expected: Option<&str>) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let found = resolve(folder, url).map(|path| paths::display(&path, folder));
        assert_eq!(found.as_deref(), expected, "{url}");
    }

    #[test]
    fn only_files_inside_the_folder_are_served() {
        check("/Cargo.toml", Some("Cargo.toml"));
        check("/Cargo.toml?v=1", Some("Cargo.toml"));
        check("//src//main.rs", Some("src/main.rs"));
        check("/src/%6Dain.rs", Some("src/main.rs"));
        check("/src/", None);
        check("/missing", None);
        check("/../Cargo.toml", None);
        check("/src/../../Cargo.toml", None);
        check("/%2e%2e/Cargo.toml", None);
        check("/..%2fCargo.toml", None);
        check("/src/..%5c..%5cCargo.toml", None);
        check("/%zz", None);
        check("http://elsewhere/Cargo.toml", None);
    }

    /// Sends a request to a real server over this crate's folder; returns status line, content type and body length.
    fn ask(request: &str) -> (String, Option<String>, usize) {
        let server = Server::http("127.0.0.1:0").unwrap();
        let address = server.server_addr().to_ip().unwrap();
        let answering = std::thread::spawn(move || {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
            answer(server.recv().unwrap(), folder);
        });
        let mut stream = TcpStream::connect(address).unwrap();
        write!(
            stream,
            "{request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        answering.join().unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let content_type = head
            .lines()
            .find_map(|line| line.strip_prefix("Content-Type: "));
        let status = head.lines().next().unwrap().to_owned();
        (status, content_type.map(str::to_owned), body.len())
    }

    #[test]
    fn requests_are_answered() {
        let manifest = include_str!("../Cargo.toml").len();
        let octets = Some("application/octet-stream".to_owned());
        let text = Some("text/plain; charset=UTF-8".to_owned());
        assert_eq!(
            ask("GET /Cargo.toml"),
            ("HTTP/1.1 200 OK".to_owned(), octets.clone(), manifest)
        );
        assert_eq!(
            ask("HEAD /Cargo.toml"),
            ("HTTP/1.1 200 OK".to_owned(), octets, 0)
        );
        assert_eq!(
            ask("GET /missing"),
            ("HTTP/1.1 404 Not Found".to_owned(), text.clone(), 10)
        );
        assert_eq!(ask("GET /../Cargo.toml").0, "HTTP/1.1 404 Not Found");
        assert_eq!(
            ask("DELETE /Cargo.toml").0,
            "HTTP/1.1 405 Method Not Allowed"
        );
    }

    #[test]
    fn files_have_their_mime_type() {
        let types = [
            "a.wasm",
            "model.onnx",
            "a.js",
            "index.html",
            "card.json",
            "f.woff2",
            "none",
        ]
        .map(|name| mime(Path::new(name)));
        assert_eq!(
            types,
            [
                "application/wasm",
                "application/octet-stream",
                "text/javascript; charset=utf-8",
                "text/html; charset=utf-8",
                "application/json",
                "font/woff2",
                "application/octet-stream",
            ]
        );
    }
}
