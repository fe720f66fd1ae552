//! The server of the bench: the built page, onnxruntime-web and the bench's own page, and a place to post results to.
//!
//! One thread and one request for each connection. With connections that stay open, tiny_http can leave a new one waiting
//! until an old one is closed, which Chromium does after five minutes.

use anyhow::Result;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crate::serve::{mime, resolve};

/// Serves until the process ends.
pub(super) struct BenchServer {
    pub(super) address: String,
    /// What was posted, in order.
    pub(super) results: Receiver<String>,
}

/// What is served: folders by the first part of the path, and the plan.
struct Content {
    folders: Vec<(&'static str, PathBuf)>,
    plan: String,
}

impl BenchServer {
    pub(super) fn start(
        folders: Vec<(&'static str, PathBuf)>,
        plan: String,
    ) -> Result<BenchServer> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = format!("http://{}", listener.local_addr()?);
        let content = Arc::new(Content { folders, plan });
        let (post, results) = channel();
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let (content, post) = (content.clone(), post.clone());
                // A browser that goes away is no failure here: the bench notices that no result comes.
                thread::spawn(move || content.answer(&connection, &post));
            }
        });
        Ok(BenchServer { address, results })
    }
}

impl Content {
    fn answer(&self, connection: &TcpStream, post: &Sender<String>) -> std::io::Result<()> {
        let mut reader = BufReader::new(connection);
        let head: Vec<String> = reader
            .by_ref()
            .lines()
            .take_while(|line| !line.as_ref().is_ok_and(String::is_empty))
            .collect::<Result<_, _>>()?;
        let mut words = head.first().map_or("", String::as_str).split(' ');
        let (method, url) = (words.next(), words.next().unwrap_or_default());
        if method == Some("POST") {
            let mut body = vec![0; content_length(&head)];
            reader.read_exact(&mut body)?;
            // Nobody listens once the bench has given up.
            let _ = post.send(String::from_utf8_lossy(&body).into_owned());
            return respond(connection, "204 No Content", Path::new(""), b"");
        }
        if url == "/plan.json" {
            return respond(connection, "200 OK", Path::new(url), self.plan.as_bytes());
        }
        match self
            .file(url)
            .and_then(|path| Some((fs::read(&path).ok()?, path)))
        {
            Some((body, path)) => respond(connection, "200 OK", &path, &body),
            None => respond(connection, "404 Not Found", Path::new(""), b""),
        }
    }

    fn file(&self, url: &str) -> Option<PathBuf> {
        let (first, rest) = url.strip_prefix('/')?.split_once('/')?;
        let (_, folder) = self.folders.iter().find(|(name, _)| *name == first)?;
        resolve(folder, &format!("/{rest}"))
    }
}

fn content_length(head: &[String]) -> usize {
    let length = head.iter().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length")
            .then(|| value.trim().parse().ok())?
    });
    length.unwrap_or(0)
}

/// Isolated from other origins, so that the page's clock is fine; never from a cache.
fn respond(
    mut connection: &TcpStream,
    status: &str,
    path: &Path,
    body: &[u8],
) -> std::io::Result<()> {
    let (length, media_type) = (body.len(), mime(path));
    write!(
        connection,
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\n\
         Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Embedder-Policy: require-corp\r\nConnection: close\r\n\r\n"
    )?;
    connection.write_all(body)?;
    connection.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sends a request to a real server over this crate's folder; the status line and the body.
    fn ask(server: &BenchServer, request: &str) -> (String, String) {
        let address = server.address.trim_start_matches("http://");
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.lines().next().unwrap().to_owned();
        (status, body.to_owned())
    }

    #[test]
    fn requests_are_answered() {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let server = BenchServer::start(vec![("xtask", folder)], "[1]".to_owned()).unwrap();
        let check = |request: &str, status: &str, body: &str| {
            let expected = (format!("HTTP/1.1 {status}"), body.to_owned());
            assert_eq!(ask(&server, &format!("{request}\r\n")), expected);
        };
        let manifest = include_str!("../../Cargo.toml");
        check("GET /plan.json HTTP/1.1\r\n", "200 OK", "[1]");
        check("GET /xtask/Cargo.toml?a HTTP/1.1\r\n", "200 OK", manifest);
        check("GET /other/Cargo.toml HTTP/1.1\r\n", "404 Not Found", "");
        check("GET /xtask/../Cargo.toml HTTP/1.1\r\n", "404 Not Found", "");
        check("", "404 Not Found", "");
        assert_eq!(
            ask(
                &server,
                "POST /result HTTP/1.1\r\ncontent-length: 2\r\n\r\n{}"
            )
            .0,
            "HTTP/1.1 204 No Content"
        );
        assert_eq!(server.results.recv().unwrap(), "{}");
    }
}
