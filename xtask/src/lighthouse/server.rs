//! Serves dist/ as a static host does: connections that stay open, media types, and text and WebAssembly under brotli at its highest
//! level, compressed before the first request.

use anyhow::Result;
use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::budgets::{HIGHEST, compress};
use crate::serve::{mime, resolve};

/// Files of these kinds are compressed before they are asked for where they lie beside index.html: a reader waits for them.
const WAITED_FOR: [&str; 4] = ["html", "css", "js", "wasm"];
/// How thoroughly the others are compressed when they are first asked for.
const LATER_QUALITY: i32 = 5;

/// Serves until the process ends.
pub(super) struct Host {
    pub(super) address: String,
}

struct Content {
    folder: PathBuf,
    compressed: Mutex<HashMap<PathBuf, Arc<Vec<u8>>>>,
}

impl Host {
    pub(super) fn start(folder: PathBuf) -> Result<Host> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = format!("http://{}/", listener.local_addr()?);
        let content = Arc::new(Content {
            compressed: Mutex::new(compress_waited_for(&folder)?),
            folder,
        });
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let content = Arc::clone(&content);
                // A browser that goes away is no failure here.
                thread::spawn(move || content.answer_all(&connection));
            }
        });
        Ok(Host { address })
    }
}

fn compress_waited_for(folder: &Path) -> Result<HashMap<PathBuf, Arc<Vec<u8>>>> {
    let mut compressed = HashMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if path.is_file() && extension.is_some_and(|found| WAITED_FOR.contains(&found)) {
            let bytes = compress(&fs::read(&path)?, HIGHEST)?;
            compressed.insert(path, Arc::new(bytes));
        }
    }
    Ok(compressed)
}

impl Content {
    /// Answers the requests of a connection, one after the other.
    fn answer_all(&self, connection: &TcpStream) -> std::io::Result<()> {
        let mut lines = BufReader::new(connection).lines();
        loop {
            let mut head = Vec::new();
            for line in lines.by_ref() {
                match line? {
                    line if line.is_empty() => break,
                    line => head.push(line),
                }
            }
            let Some(url) = head.first().and_then(|line| line.split(' ').nth(1)) else {
                return Ok(());
            };
            self.answer(connection, url, takes_brotli(&head))?;
        }
    }

    fn answer(&self, connection: &TcpStream, url: &str, takes_brotli: bool) -> std::io::Result<()> {
        let Some(path) = resolve(&self.folder, url) else {
            return respond(
                connection,
                "404 Not Found",
                Path::new("none.txt"),
                false,
                b"",
            );
        };
        let is_brotli = takes_brotli && is_worth_it(&path);
        let bytes = match is_brotli {
            true => self.brotli(&path)?,
            false => Arc::new(fs::read(&path)?),
        };
        respond(connection, "200 OK", &path, is_brotli, &bytes)
    }

    fn brotli(&self, path: &Path) -> std::io::Result<Arc<Vec<u8>>> {
        let mut compressed = self
            .compressed
            .lock()
            .expect("no thread panics while it holds the files");
        if let Some(bytes) = compressed.get(path) {
            return Ok(Arc::clone(bytes));
        }
        let bytes = Arc::new(compress(&fs::read(path)?, LATER_QUALITY)?);
        compressed.insert(path.to_owned(), Arc::clone(&bytes));
        Ok(bytes)
    }
}

/// Weights hardly get smaller; hosts compress what they know to be text, and WebAssembly.
fn is_worth_it(path: &Path) -> bool {
    let kind = mime(path);
    kind.starts_with("text/")
        || [
            "application/json",
            "application/wasm",
            "image/svg+xml",
            "application/manifest+json",
        ]
        .contains(&kind)
}

fn takes_brotli(head: &[String]) -> bool {
    head.iter().any(|line| {
        let (name, value) = line.split_once(':').unwrap_or_default();
        let mut encodings = value
            .split(',')
            .map(|one| one.split(';').next().unwrap_or_default());
        name.eq_ignore_ascii_case("accept-encoding") && encodings.any(|one| one.trim() == "br")
    })
}

fn respond(
    mut connection: &TcpStream,
    status: &str,
    path: &Path,
    is_brotli: bool,
    body: &[u8],
) -> std::io::Result<()> {
    let encoding = if is_brotli {
        "Content-Encoding: br\r\n"
    } else {
        ""
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{encoding}Vary: Accept-Encoding\r\n\
         Cache-Control: no-cache\r\nAccess-Control-Allow-Origin: *\r\n\r\n",
        mime(path),
        body.len()
    );
    connection.write_all(head.as_bytes())?;
    connection.write_all(body)?;
    connection.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[track_caller]
    fn check(head: &[&str], expected: bool) {
        let head: Vec<String> = head.iter().map(|line| (*line).to_owned()).collect();
        assert_eq!(takes_brotli(&head), expected, "{head:?}");
    }

    #[test]
    fn brotli_is_sent_to_who_takes_it() {
        check(
            &["GET / HTTP/1.1", "Accept-Encoding: gzip, deflate, br, zstd"],
            true,
        );
        check(&["GET / HTTP/1.1", "accept-encoding: br;q=0.5"], true);
        check(&["GET / HTTP/1.1", "Accept-Encoding: gzip"], false);
        check(&["GET / HTTP/1.1", "X: br"], false);
        check(&[], false);
    }

    #[test]
    fn a_connection_answers_one_request_after_the_other() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
        let size = fs::read(folder.join("Cargo.toml")).unwrap().len();
        let host = Host::start(folder).unwrap();
        let address = host
            .address
            .trim_start_matches("http://")
            .trim_end_matches('/');
        let mut stream = TcpStream::connect(address).unwrap();
        write!(
            stream,
            "GET /Cargo.toml HTTP/1.1\r\n\r\nGET /missing HTTP/1.1\r\nAccept-Encoding: br\r\n\r\n"
        )
        .unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        assert!(text.starts_with("HTTP/1.1 200 OK\r\n"), "{text}");
        assert!(
            text.contains(&format!("Content-Length: {size}\r\n")),
            "{text}"
        );
        assert!(text.contains("HTTP/1.1 404 Not Found\r\n"), "{text}");
    }
}
