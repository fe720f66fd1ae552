//! The page without a network: after one visit it opens and runs, what is not of its build is never mixed in, and an update disturbs no
//! page that is open.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::driver::Machine;
use crate::hosts::{NOTE_ERRORS, check_no_error, walk};
use crate::page::Page;
use crate::server::{Fault, Site, dist};

const STATUS: &str = "[data-part=\"offline-status\"]";
const WORKER: &str = "service-worker.js";

/// A first visit, until the page is stored.
#[track_caller]
fn first_visit(root: &'static str) -> Page {
    let site = Site::start_below(root, "");
    site.serve_worker();
    let page = Page::on(site, &Machine::default());
    page.go_to("");
    page.settled();
    page.wait_attribute(STATUS, "data-status", "ready");
    page.until_true(
        "a page that its worker serves",
        "return navigator.serviceWorker.controller !== null",
    );
    page
}

#[test]
fn a_page_that_was_visited_opens_without_a_network() {
    let page = first_visit("/courses/2026/");
    walk_unheard(&page);
    page.site.set_down(true);
    page.go_to("");
    walk_unheard(&page);

    // What was not looked at says that the network is missing, and comes once it is back.
    let figure = "[data-part=\"plane\"]";
    page.scroll_to(figure);
    page.until("a message", |view| view.has_failure("results"));
    page.site.set_down(false);
    page.click_part("retry");
    page.until("no message", |view| view.notices.is_empty());
}

/// The way of a reader. What goes wrong unheard would have to be noted by a script in the page, and would make it another one.
#[track_caller]
fn walk_unheard(page: &Page) {
    let listen =
        "window.errors = []; addEventListener('error', event => window.errors.push(event.message));
        addEventListener('unhandledrejection', event => window.errors.push(String(event.reason)))";
    page.settled();
    page.browser.eval(listen, &[]);
    walk(page);
}

/// The build with another title, as a later one would be: its page, and its worker.
fn later_build() -> (String, String) {
    let read = |name: &str| std::fs::read_to_string(dist().join(name)).expect("a built page");
    let (index, worker) = (read("index.html"), read(WORKER));
    let digest = |text: &str| -> String {
        let digest = Sha256::digest(text.as_bytes());
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        hex[..16].to_owned()
    };
    let later = index.replacen("<title>Show Your Work", "<title>Later", 1);
    assert_ne!(later, index);
    let (of_index, of_later) = (digest(&index), digest(&later));
    assert!(worker.contains(&of_index), "the worker is of this build");
    let later_worker = worker.replace(&of_index, &of_later);
    (later, later_worker)
}

#[track_caller]
fn title(page: &Page) -> Value {
    page.browser.eval("return document.title", &[])
}

#[test]
fn an_update_waits_until_no_page_is_open() {
    let page = first_visit("/");
    let (later, later_worker) = later_build();
    page.site.put("index.html", later);
    page.site.put(WORKER, later_worker);
    let look = "navigator.serviceWorker.getRegistration().then(found => found.update())";
    page.browser.eval(look, &[]);
    page.wait_attribute(STATUS, "data-status", "updated");
    // The open page goes on, and opens anew as what it is, until the browser has left it.
    walk_unheard(&page);
    assert_eq!(title(&page), json!("Show Your Work"));
    // The browser changes workers at some time after the last page is gone.
    page.browser.wait("the later page", || {
        page.go_to("");
        match title(&page) {
            found if found == json!("Later") => Ok(()),
            found => Err(found.to_string()),
        }
    });
    walk_unheard(&page);

    // One cache, without what only the older build needed.
    let kept = "window.kept = null; (async () => {
            const names = await caches.keys();
            const keys = await (await caches.open(names[0])).keys();
            window.kept = [names.length, keys.map(key => key.url)];
        })()";
    page.browser.eval(kept, &[]);
    page.until_true("the cache", "return window.kept !== null");
    let kept = page.browser.eval("return window.kept", &[]);
    assert_eq!(kept[0], json!(1));
    let index = std::fs::read(dist().join("index.html")).expect("a built page");
    let digest = Sha256::digest(&index);
    let start: String = digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let urls = kept[1].to_string();
    assert!(!urls.contains(&start), "the older page is still kept");
}

#[test]
fn a_file_of_another_build_is_refused_and_an_error_is_not_kept() {
    let page = first_visit("/");
    // The plane of another build: the same form, another content.
    let plane = std::fs::read_to_string(dist().join("results/plane.json")).expect("a built page");
    page.site.put("results/plane.json", format!("{plane}\n"));
    page.scroll_to("[data-part=\"plane\"]");
    let failed = page.until("a message", |view| view.has_failure("results"));
    let is_said = |part: &str| {
        failed
            .notices
            .iter()
            .any(|notice| notice.text.contains(part))
    };
    assert!(is_said("another version of this page"), "{failed:#?}");

    page.site.set_fault("results/plane.json", Fault::Missing);
    page.click_part("retry");
    page.until("another message", |view| {
        let mut notices = view.notices.iter();
        notices.any(|notice| notice.text.contains("404"))
    });
    page.site.heal();
    page.site.put("results/plane.json", plane);
    page.click_part("retry");
    page.until("no message", |view| view.notices.is_empty());
    page.settled();
}

#[test]
fn a_page_in_a_frame_stores_nothing() {
    let site = Site::start(NOTE_ERRORS);
    site.serve_worker();
    let host = format!(
        "<!DOCTYPE html><html lang=\"en\"><body><iframe width=\"1200\" height=\"640\" src=\"{}\"></iframe></body></html>",
        site.url()
    );
    site.put("host.html", host);
    let address = format!("{}host.html", site.url());
    let page = Page::on(site, &Machine::default());
    page.browser
        .drive(async |client| client.goto(&address).await);
    page.enter_frame();
    page.settled();
    page.browser.eval(
        "window.n = null; navigator.serviceWorker.getRegistrations().then(all => { window.n = all.length; })",
        &[],
    );
    page.until_true("the workers", "return window.n !== null");
    assert_eq!(page.browser.eval("return window.n", &[]), json!(0));
    check_no_error(&page);
}
