//! The page in one file: from a disk, and pasted as text into a frame without an origin. No server is asked for anything.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use crate::driver::Machine;
use crate::hosts::{NOTE_ERRORS, check_no_error, walk};
use crate::page::Page;
use crate::server::{Site, dist, with_script};

const FILE: &str = "single/show-your-work.html";
/// What a file that is carried around may weigh.
const LIMIT: usize = 6_000_000;

/// The file, with an ear for what goes wrong in it.
#[track_caller]
fn file() -> Vec<u8> {
    let path = dist().join(FILE);
    let bytes = fs::read(&path).unwrap_or_else(|error| {
        panic!(
            "{}: {error}: `cargo xtask single-file` writes it",
            path.display()
        )
    });
    assert!(bytes.len() <= LIMIT, "{} bytes", bytes.len());
    with_script(&bytes, NOTE_ERRORS)
}

/// A folder on the disk, gone with the test.
struct Disk {
    folder: PathBuf,
}

impl Disk {
    #[track_caller]
    fn with(name: &str, file: &[u8]) -> Disk {
        let folder = std::env::temp_dir().join(format!("syw-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for the file");
        fs::write(folder.join("page.html"), file).expect("a place for the file");
        Disk { folder }
    }

    #[track_caller]
    fn open(&self) -> Page {
        let page = Page::on(Site::start(""), &Machine::default());
        let address = format!("file://{}/page.html", self.folder.display());
        page.browser
            .drive(async |client| client.goto(&address).await);
        page
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn the_file_works_from_a_disk() {
    let disk = Disk::with("disk", &file());
    let page = disk.open();
    walk(&page);
    assert_eq!(page.site.requests(), Vec::<String>::new());
}

#[test]
fn the_file_works_as_the_text_of_a_frame_without_an_origin() {
    let site = Site::start("");
    site.put("page.html", file());
    let host = "<!DOCTYPE html><html lang=\"en\"><body><iframe sandbox=\"allow-scripts\" width=\"1200\" height=\"640\"></iframe><script>
        fetch('page.html').then(page => page.text()).then(text => { document.querySelector('iframe').srcdoc = text; });
        </script></body></html>";
    site.put("host.html", host);
    let address = format!("{}host.html", site.url());
    let page = Page::on(site, &Machine::default());
    page.browser
        .drive(async |client| client.goto(&address).await);
    let is_text = "return document.querySelector('iframe').srcdoc !== ''";
    page.until_true("the text of the frame", is_text);
    page.enter_frame();
    walk(&page);

    // A place in the page is reached, where a browser would open the host's own page in the frame.
    page.click(".contents a[href=\"#weighing-title\"]");
    page.until_true(
        "the place in view",
        "const place = document.getElementById('weighing-title').getBoundingClientRect();
         return place.top >= -1 && place.top < innerHeight",
    );
    page.settled();
    let requests = page.site.requests();
    let others: Vec<_> = requests
        .iter()
        .filter(|path| !["/host.html", "/page.html", "/favicon.ico"].contains(&path.as_str()))
        .collect();
    assert!(others.is_empty(), "{others:?}");
}

/// Every figure as a reader meets it: from the first to the last, nothing is missing in its place.
#[test]
fn every_figure_of_the_file_has_its_results() {
    let disk = Disk::with("figures", &file());
    let page = disk.open();
    page.settled();
    // Down the page in steps of half a window, each once what has come near has been noticed.
    let step = "const before = scrollY; scrollBy(0, innerHeight / 2); window.isDrawn = false;
        requestAnimationFrame(() => requestAnimationFrame(() => { window.isDrawn = true; }));
        return scrollY > before";
    while page.browser.eval(step, &[]) == json!(true) {
        page.until_true("what is in view", "return window.isDrawn");
    }
    let waiting = "return document.querySelectorAll('.figure-place').length";
    let view = page.until("every figure, or why it is not there", |view| {
        page.browser.eval(waiting, &[]) == json!(0) || !view.notices.is_empty()
    });
    assert_eq!(view.notices, [], "{view:#?}");
    page.wait_for(".plane-plot, [data-part=\"plane-guess\"]");
    check_no_error(&page);
}

/// What lies beside the page elsewhere is not there, and a link to it says so.
#[test]
fn what_is_not_in_the_file_is_said_in_place() {
    let disk = Disk::with("absent", &file());
    let page = disk.open();
    page.settled();
    page.click("a[href=\"methods.html\"]");
    page.until_true(
        "a word behind the link",
        "return document.querySelector('a[href=\"methods.html\"]').dataset.absent?.includes('not in this file') ?? false",
    );
    page.settled();
    check_no_error(&page);
}
