//! What a page of the build allows itself, written into its head: a Content-Security-Policy, no referrer, and the digests of what it
//! loads (Subresource Integrity). The headers that say the same, for hosts that take them from a file, are [`headers`].
//!
//! Scripts and styles that stand in a page are allowed by their digests, never as such. What a page may load is of its own host.
//!
//! The policy of the page itself stands where a browser that runs scripts only reads it, and `startup.js` sets it before anything else: WebKit takes
//! `'self'` for nobody in a frame without an origin, so that the host must be named there.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::head;
use crate::tags::{attribute, replace_one, tags, texts, without_part, without_tag};

/// What kind of page it is: what it needs beyond looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The page itself: programs, workers, figures in frames, files beside it.
    Page,
    /// The page in one file: the same from inside of itself.
    OneFile,
    /// A page of text.
    Text,
}

/// The name of the meta element with the digests of the files that the program fetches.
pub const DIGESTS: &str = "integrity";

/// Every feature that a browser asks its user for, or that tells of a machine, with nobody who may use it.
const PERMISSIONS: [&str; 14] = [
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
    "xr-spatial-tracking",
];

/// The headers of every answer. The page is made to stand in frames elsewhere, so nothing here forbids that.
pub fn headers() -> [(&'static str, String); 5] {
    let permissions = PERMISSIONS.map(|feature| format!("{feature}=()"));
    [
        ("Access-Control-Allow-Origin", "*".to_owned()),
        ("Cross-Origin-Resource-Policy", "cross-origin".to_owned()),
        ("Permissions-Policy", permissions.join(", ")),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
    ]
}

/// The file by which some hosts are told (Netlify, Cloudflare Pages and others).
pub const HEADERS_FILE: &str = "_headers";

/// Its content.
pub fn headers_file() -> String {
    let lines = headers().map(|(name, value)| format!("  {name}: {value}\n"));
    format!("/*\n{}", lines.concat())
}

/// The bytes of a file by the address that a page in this folder has for it.
pub fn beside(folder: &Path) -> impl Fn(&str) -> Result<Vec<u8>> {
    |address| fs::read(folder.join(address)).with_context(|| address.to_owned())
}

/// `html` with its policy, no referrer, and the digest of each script and style that it loads. `read` gives the bytes of a file by the address
/// that the page has for it.
pub fn guarded(html: &str, kind: Kind, read: impl Fn(&str) -> Result<Vec<u8>>) -> Result<String> {
    let mut html = with_integrity(&without(html), &read)?;
    if kind == Kind::Page {
        html = with_checked_modules(&html)?;
    }
    // It holds for what stands behind it, and browsers look for the charset at the very start.
    let charset = tags(&html, "meta")
        .into_iter()
        .find(|tag| attribute(tag, "charset").is_some())
        .context("a page must begin with its charset")?;
    let policy = format!("{POLICY}{}\" />", policy(&html, kind));
    let policy = match kind {
        Kind::Page => format!("{READ}{policy}{READ_END}"),
        Kind::OneFile | Kind::Text => policy,
    };
    replace_one(&html, &charset, &format!("{charset}{policy}{REFERRER}"))
}

const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
/// Around what is only read where scripts run, and holds where none does.
const READ: &str = "<noscript>";
const READ_END: &str = "</noscript>";
const REFERRER: &str = "<meta name=\"referrer\" content=\"no-referrer\" />";

/// The page before it was guarded, but for the digests of what it loads.
pub fn without(html: &str) -> String {
    let html = html.replacen(REFERRER, "", 1);
    let html = without_tag(&html, POLICY).replacen(&format!("{READ}{READ_END}"), "", 1);
    without_part(&html, MODULES, SCRIPT_END)
}

const MODULES: &str = "<script type=\"importmap\">";
const SCRIPT_END: &str = "</script>";

/// The page with the digests of its modules before the first script that imports one: WebKit does not check a module by the link that fetches it
/// early (<https://html.spec.whatwg.org/multipage/webappapis.html#integrity-metadata>).
fn with_checked_modules(html: &str) -> Result<String> {
    const MODULE: &str = "<script type=\"module\">";
    let links = tags(html, "link").into_iter();
    let digests: Map<String, Value> = links
        .filter(|tag| attribute(tag, "rel") == Some("modulepreload"))
        .filter_map(|tag| {
            let digest = Value::from(attribute(&tag, "integrity")?);
            Some((attribute(&tag, "href")?.to_owned(), digest))
        })
        .collect();
    if digests.is_empty() {
        return Ok(html.to_owned());
    }
    let map = json!({ "integrity": digests });
    replace_one(html, MODULE, &format!("{MODULES}{map}{SCRIPT_END}{MODULE}"))
}

/// The page with the digests of files that its program will fetch, which are to be what they were.
pub fn with_digests(html: &str, files: &[(String, Vec<u8>)]) -> Result<String> {
    let digests: Map<String, Value> = files
        .iter()
        .map(|(name, bytes)| (name.clone(), Value::from(integrity(bytes))))
        .collect();
    let digests = Value::from(digests).to_string();
    head::with_meta(html, DIGESTS, &digests.replace('"', "&quot;"))
}

/// The policy of a page, by what stands in it.
fn policy(html: &str, kind: Kind) -> String {
    let scripts = texts(html, "script")
        .into_iter()
        .filter(|(tag, _)| is_program(tag) && attribute(tag, "src").is_none());
    let scripts = sources(scripts.map(|(_, text)| text));
    let styles = sources(texts(html, "style").into_iter().map(|(_, text)| text));
    // What is exported is drawn from pictures that the page makes of itself, hence blob: and data: for those; a worker is made of what was
    // fetched, hence blob: for it.
    let uses = match kind {
        Kind::Page => format!(
            "script-src 'self'{scripts} 'wasm-unsafe-eval'; style-src 'self'{styles}; img-src 'self' blob: data:; connect-src 'self'; \
             worker-src 'self' blob:; frame-src 'self'; manifest-src 'self'; {TRUSTED}"
        ),
        Kind::OneFile => format!(
            "script-src{scripts} 'wasm-unsafe-eval'; style-src{styles}; img-src blob: data:; connect-src data:; worker-src blob:; {TRUSTED}"
        ),
        Kind::Text if scripts.is_empty() => TEXT.to_owned(),
        Kind::Text => format!("script-src{scripts}; {TEXT}"),
    };
    format!("default-src 'none'; {uses}; base-uri 'none'; form-action 'none'")
}

/// What pages of text need.
const TEXT: &str = "style-src 'self'; img-src 'self' data:";

/// Nothing becomes a script or its address but by the one rule in `startup.js`.
const TRUSTED: &str = "require-trusted-types-for 'script'; trusted-types default";

/// Digests of scripts or styles, as a policy lists them.
fn sources<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts
        .map(|text| format!(" '{}'", integrity(text.as_bytes())))
        .collect()
}

/// Whether a script element is run, or says what is, and is not only read.
fn is_program(tag: &str) -> bool {
    let kinds = ["module", "importmap", "text/javascript"];
    attribute(tag, "type").is_none_or(|kind| kinds.contains(&kind))
}

/// The page with the digest of each file that it loads to be run or for its looks.
fn with_integrity(html: &str, read: &impl Fn(&str) -> Result<Vec<u8>>) -> Result<String> {
    let mut html = html.to_owned();
    let links = tags(&html, "link").into_iter().filter(|tag| {
        let rel = attribute(tag, "rel").unwrap_or_default();
        ["stylesheet", "modulepreload"].contains(&rel)
    });
    let links: Vec<String> = links.collect();
    for tag in links.into_iter().chain(tags(&html, "script")) {
        let address = attribute(&tag, "href").or_else(|| attribute(&tag, "src"));
        let Some(address) = address else { continue };
        let digest = integrity(&read(address).with_context(|| address.to_owned())?);
        let bare = match attribute(&tag, "integrity") {
            Some(old) => tag.replacen(&format!(" integrity=\"{old}\""), "", 1),
            None => tag.clone(),
        };
        let space = bare.find(' ').context("a tag without attributes")?;
        let guarded = format!(
            "{} integrity=\"{digest}\"{}",
            &bare[..space],
            &bare[space..]
        );
        html = replace_one(&html, &tag, &guarded)?;
    }
    Ok(html)
}

/// A digest as policies and the attribute `integrity` write it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "<head><meta charset=\"utf-8\" />";

    fn read(address: &str) -> Result<Vec<u8>> {
        Ok(address.as_bytes().to_vec())
    }

    fn policy_of(html: &str) -> String {
        let (_, rest) = html.split_once(POLICY).unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    }

    #[track_caller]
    fn check(kind: Kind, body: &str, directive: &str) {
        let html = format!("{HEAD}{body}</head>");
        let guarded = guarded(&html, kind, read).unwrap();
        let policy = policy_of(&guarded);
        let found = policy.split("; ").any(|found| found == directive);
        assert!(found, "{directive} in {policy}");
        assert!(guarded.starts_with(HEAD), "{guarded}");
        assert!(guarded.contains(REFERRER));
        for loose in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"] {
            assert!(!policy.contains(loose), "{loose} in {policy}");
        }
    }

    #[test]
    fn what_stands_in_a_page_is_allowed_by_its_digest() {
        let say = integrity(b"say()");
        let script = "<script>say()</script>";
        check(
            Kind::Page,
            script,
            &format!("script-src 'self' '{say}' 'wasm-unsafe-eval'"),
        );
        check(
            Kind::OneFile,
            script,
            &format!("script-src '{say}' 'wasm-unsafe-eval'"),
        );
        check(Kind::Text, script, &format!("script-src '{say}'"));
        check(
            Kind::OneFile,
            "<style>say()</style>",
            &format!("style-src '{say}'"),
        );
        // What is only read needs no leave.
        let data = "<script type=\"application/ld+json\">{}</script>";
        check(Kind::Page, data, "script-src 'self' 'wasm-unsafe-eval'");
        check(Kind::Text, data, "default-src 'none'");
        check(Kind::Page, "", "require-trusted-types-for 'script'");
    }

    #[test]
    fn what_a_page_loads_has_its_digest() {
        let html = format!(
            "{HEAD}<link rel=\"stylesheet\" href=\"./a.css\" /><link rel=\"icon\" href=\"b.svg\" /><script src=\"c.js\"></script></head>"
        );
        let once = guarded(&html, Kind::Page, read).unwrap();
        for (tag, file) in [("link", "./a.css"), ("script", "c.js")] {
            let digest = integrity(file.as_bytes());
            let expected = format!("<{tag} integrity=\"{digest}\" ");
            assert!(once.contains(&expected), "{expected} in {once}");
        }
        assert_eq!(once.matches("integrity=").count(), 2);
        let twice = guarded(&once, Kind::Page, read).unwrap();
        assert_eq!(twice, once);
    }

    /// Only a page that has a script to set its policy keeps it where it is read.
    #[test]
    fn the_policy_of_the_page_is_set_by_its_script() {
        let html = format!("{HEAD}</head>");
        let of = |kind| guarded(&html, kind, read).unwrap();
        assert!(of(Kind::Page).starts_with(&format!("{HEAD}<noscript>{POLICY}")));
        for kind in [Kind::OneFile, Kind::Text] {
            assert!(of(kind).starts_with(&format!("{HEAD}{POLICY}")));
        }
        assert_eq!(without(&of(Kind::Page)), html);
    }

    #[test]
    fn a_module_is_checked_where_it_is_imported() {
        let html = format!(
            "{HEAD}<script type=\"module\">import './a.js'</script><link rel=\"modulepreload\" href=\"./a.js\" /></head>"
        );
        let page = guarded(&html, Kind::Page, read).unwrap();
        let digest = integrity(b"./a.js");
        let map = format!("{{\"integrity\":{{\"./a.js\":\"{digest}\"}}}}");
        let expected = format!("<script type=\"importmap\">{map}</script><script type=\"module\">");
        assert!(page.contains(&expected), "{expected} in {page}");
        let allowed = integrity(map.as_bytes());
        assert!(policy_of(&page).contains(&allowed), "{allowed} in {page}");
        assert_eq!(guarded(&page, Kind::Page, read).unwrap(), page);
        assert!(!without(&page).contains("importmap"));
    }

    #[test]
    fn the_program_knows_the_digests_of_what_it_fetches() {
        let files = [("a.json".to_owned(), b"{}".to_vec())];
        let html = with_digests("<head></head>", &files).unwrap();
        let expected = format!(
            "<meta name=\"integrity\" content=\"{{&quot;a.json&quot;:&quot;{}&quot;}}\" />",
            integrity(b"{}")
        );
        assert!(html.contains(&expected), "{html}");
    }
}
