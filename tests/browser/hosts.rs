//! The page wherever it is put: in frames without an origin, in frames within such frames, in a folder of a host, without storage.
//! Everywhere the way from opening it to leaving the distribution is the same, and nothing goes wrong unheard.

use fantoccini::key::Key;
use serde_json::json;

use crate::driver::Machine;
use crate::page::{Page, Visit};
use crate::server::Site;

/// Notes what goes wrong without anybody hearing of it.
pub(crate) const NOTE_ERRORS: &str = "
    window.errors = [];
    addEventListener('error', event => event.message && window.errors.push(event.message));
    addEventListener('unhandledrejection', event => window.errors.push(String(event.reason)));";

/// Takes all storage away, as a frame without an origin does.
const NO_STORAGE: &str = "
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });";

/// The way of a reader: predict, change a word, see whether the answer follows, take another model, leave the distribution.
#[track_caller]
pub(crate) fn walk(page: &Page) {
    page.settled();
    page.click("[data-predict=\"change\"]");
    let before = page.view();
    let position = before.end_of_result(0);
    let digit = before.completion()[position].as_digit();
    let digit = digit.expect("a step ends with a number");
    page.click_token(position);
    page.click(&format!("[data-replace=\"{}\"]", (digit + 1) % 10));
    let after = page.settled_edit();
    assert!(after.sentence.is_some(), "{after:#?}");

    let slider = "[data-part=\"checkpoint-slider\"]";
    page.wait_for(slider);
    page.browser.eval(
        "document.querySelector(arguments[0]).focus()",
        &[json!(slider)],
    );
    page.press(Key::Home);
    page.until("the base model's answer", |view| {
        view.is_settled() && view.checkpoint != before.checkpoint
    });
    page.press(Key::End);
    page.until("the last checkpoint", |view| {
        view.is_settled() && view.checkpoint == before.checkpoint
    });

    page.click("[data-preset=\"negative_operand\"]");
    let outside = page.until("a negative number", |view| {
        view.is_settled()
            && view
                .problem
                .as_ref()
                .is_some_and(|problem| problem.contains('\u{2212}') || problem.contains('-'))
    });
    assert_eq!(outside.notices, []);

    page.click_part("theme");
    page.until("another theme", |_| {
        let theme = "return document.documentElement.dataset.theme ?? ''";
        page.browser.eval(theme, &[]) != json!("")
    });
    check_no_error(page);
}

#[track_caller]
pub(crate) fn check_no_error(page: &Page) {
    let errors = page.browser.eval("return window.errors", &[]);
    assert_eq!(errors, json!([]));
}

/// Opens a document of the site's that holds the page in a frame, and looks into it.
#[track_caller]
pub(crate) fn open_in(site: Site, host: &str, n_frames: usize) -> Page {
    site.put(
        "host.html",
        format!("<!DOCTYPE html><html lang=\"en\"><body>{host}</body></html>"),
    );
    let address = format!("{}host.html", site.url());
    let page = Page::on(site, &Machine::default());
    page.browser
        .drive(async |client| client.goto(&address).await);
    for _ in 0..n_frames {
        page.enter_frame();
    }
    // A frame can be entered before its document is there.
    page.browser.wait("a frame without an origin", || {
        match page.browser.eval("return self.origin", &[]) {
            origin if origin == json!("null") => Ok(()),
            origin => Err(origin.to_string()),
        }
    });
    page
}

/// A frame that may run scripts and do nothing else.
pub(crate) fn frame(source: &str) -> String {
    format!("<iframe sandbox=\"allow-scripts\" width=\"1200\" height=\"640\" {source}></iframe>")
}

#[test]
fn a_frame_without_an_origin_shows_all_of_the_page() {
    let site = Site::start(NOTE_ERRORS);
    site.allow_all_origins();
    let host = frame(&format!("src=\"{}\"", site.url()));
    walk(&open_in(site, &host, 1));
}

#[test]
fn a_frame_inside_of_a_pasted_widget_shows_all_of_the_page() {
    let site = Site::start(NOTE_ERRORS);
    site.allow_all_origins();
    let inner = frame(&format!("src=\"{}\"", site.url())).replace('"', "&quot;");
    let host = frame(&format!("srcdoc=\"{inner}\""));
    walk(&open_in(site, &host, 2));
}

#[test]
fn a_server_that_keeps_the_program_from_such_a_frame_is_told_what_it_lacks() {
    let site = Site::start(NOTE_ERRORS);
    let host = frame(&format!("src=\"{}\"", site.url()));
    let page = open_in(site, &host, 1);
    // A frame's document is waited for by nobody.
    page.until_true(
        "all of the document",
        "return document.readyState === 'complete' && document.getElementById('app') !== null",
    );
    let failed = page.until("a message", |view| view.has_failure("page"));
    assert!(
        failed.notices[0]
            .text
            .contains("Access-Control-Allow-Origin: *"),
        "{failed:#?}"
    );
    assert!(failed.large.number().is_some(), "the recorded duel stays");
    assert!(failed.n_steps() > 0, "{failed:#?}");
    page.until_true(
        "the looks of the recorded duel",
        "return getComputedStyle(document.querySelector('.duel')).display === 'grid'",
    );
}

#[test]
fn a_folder_of_a_host_is_enough() {
    let site = Site::start_below("/courses/2026/", NOTE_ERRORS);
    let page = Page::on(site, &Machine::default());
    page.go_to("");
    walk(&page);
    let requests = page.site.requests();
    let strays: Vec<_> = requests
        .iter()
        .filter(|path| !path.starts_with("/courses/2026/") && *path != "/favicon.ico")
        .collect();
    assert!(strays.is_empty(), "{strays:?}");
}

#[test]
fn a_browser_without_storage_forgets_and_does_not_fail() {
    let script: &'static str = Box::leak(format!("{NOTE_ERRORS}{NO_STORAGE}").into_boxed_str());
    let page = Page::open(Visit {
        script,
        ..Visit::default()
    });
    walk(&page);
}
