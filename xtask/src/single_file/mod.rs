//! `cargo xtask single-file`: the whole page as one file that needs no server, for a USB stick, a notebook, a learning platform.
//!
//! `html` puts style, scripts and the program into the page; `choice` decides which of the files that the page fetches come along;
//! `packs` packs them; `unpack.js` goes into the page and hands them out where a server would.

mod choice;
mod html;
mod packs;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::guard::{self, Kind};
use crate::head;
use crate::offline;
use crate::page::files_below;
use crate::paths;
use crate::process::say;

/// Where it lies in dist/.
pub const PATH: &str = "single/show-your-work.html";

/// By which the page knows how large it is.
pub const META: &str = "one-file";

/// What a file that is carried around may weigh.
pub const LIMIT: usize = 6_000_000;

/// What its policy may take of that, in bytes.
const GUARD_ROOM: usize = 1000;

/// Writes the file from a built page and returns its size.
pub fn write(dist: &Path) -> Result<u64> {
    let read = |name: &str| fs::read(dist.join(name)).with_context(|| name.to_owned());
    let index = String::from_utf8(read("index.html")?).context("index.html")?;
    // What is said of the page beside its files is not said of this one.
    let index = [META, offline::BUILD_META, guard::DIGESTS]
        .iter()
        .fold(guard::without(&index), |index, meta| {
            head::without_meta(&index, meta)
        });
    let page = html::inline(&index, |name| {
        String::from_utf8(read(name)?).with_context(|| name.to_owned())
    })?;
    let order: Vec<String> =
        serde_json::from_slice(&read("models/index.json")?).context("models/index.json")?;
    let mut found = Vec::new();
    files_below(dist, &mut found)?;
    let names = found.iter().map(|file| paths::display(file, dist));
    let mut files = Vec::new();
    for (name, is_needed) in choice::in_order(names, &page.program, &order) {
        files.push((packs::File::new(&name, read(&name)?), is_needed));
    }
    let n_needed = files.iter().filter(|(_, is_needed)| *is_needed).count();
    let files: Vec<packs::File> = files.into_iter().map(|(file, _)| file).collect();
    let room = LIMIT.saturating_sub(page.html.len() + GUARD_ROOM);
    let n_files = packs::n_fitting(&files, room);
    if n_files < n_needed {
        bail!(
            "the page in one file has no room for {}: it may have {LIMIT} bytes",
            files[n_files].name
        );
    }
    let whole = page.with(&packs::elements(&files[..n_files]))?;
    let whole = guard::guarded(&whole, Kind::OneFile, |address| {
        bail!("the page in one file still loads {address}")
    })?;
    let path = dist.join(PATH);
    fs::create_dir_all(path.parent().expect("the file lies in a folder"))?;
    fs::write(&path, &whole)?;
    say(format!(
        "The page in one file: {} bytes, {n_files} of {} files",
        whole.len(),
        files.len()
    ));
    Ok(whole.len() as u64)
}
