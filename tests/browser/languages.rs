//! The page in other languages than English: the chosen one is spoken, and one whose file does not come is told.

use serde_json::json;

use crate::driver::Machine;
use crate::page::{Page, Visit};
use crate::server::Fault;

const GERMAN: &str = "?lang=de";

/// Opens the page in a language.
#[track_caller]
fn open(address: &'static str, viewport: (u32, u32)) -> Page {
    Page::open(Visit {
        machine: Machine {
            viewport,
            ..Machine::default()
        },
        hash: address,
        ..Visit::default()
    })
}

#[track_caller]
fn text(page: &Page, css: &str) -> String {
    let script = "return document.querySelector(arguments[0])?.textContent ?? ''";
    let text = page.browser.eval(script, &[json!(css)]);
    text.as_str().expect("a text").to_owned()
}

#[test]
fn german_is_spoken_down_to_the_numbers() {
    let page = open(GERMAN, (1366, 650));
    page.settled();
    assert_eq!(page.attribute("html", "lang"), "de");
    let title = text(&page, "h1");
    assert!(
        title.starts_with("Zwei kleine KIs, eine Aufgabe."),
        "{title}"
    );

    page.scroll_to("#thoughts-title");
    page.wait_for("[data-part=\"thoughts-figure\"][data-state=\"done\"]");
    let said = text(&page, "[data-part=\"thoughts-measured\"]");
    assert!(
        said.contains("der zurückgehaltenen Aufgaben recht"),
        "{said}"
    );
    let is_written = |mark: char| {
        let letters: Vec<char> = said.chars().collect();
        letters
            .windows(3)
            .any(|three| three[1] == mark && three[0].is_ascii_digit() && three[2].is_ascii_digit())
    };
    assert!(is_written(',') && !is_written('.'), "{said}");

    page.type_problem("six + 2 mod 5");
    let failed = page.until("a message", |view| view.error.is_some());
    let error = failed.error.unwrap_or_default();
    assert!(error.contains("„six“"), "{error}");
}

#[test]
fn the_list_of_languages_keeps_what_is_chosen() {
    let page = open("?lang=de#p=6%20%2B%202%20mod%205", (1366, 650));
    let german = page.settled_for("6 + 2 mod 5");
    let script = "const list = document.querySelector('[data-part=\"language\"]');
        list.value = 'en'; list.dispatchEvent(new Event('change', { bubbles: true }))";
    page.browser.eval(script, &[]);
    page.wait_attribute("html", "lang", "en");
    let english = page.settled_for("6 + 2 mod 5");
    assert_eq!(english.hash, german.hash);
    let title = text(&page, "h1");
    assert!(title.starts_with("Two small AIs, one problem."), "{title}");
}

#[test]
fn a_language_that_does_not_come_is_told() {
    let page = Page::open(Visit {
        hash: GERMAN,
        fault: Some(("locales/de.ftl", Fault::Missing)),
        ..Visit::default()
    });
    let view = page.settled();
    assert_eq!(page.attribute("html", "lang"), "en");
    let [notice] = &view.notices[..] else {
        panic!("one notice: {view:#?}");
    };
    assert!(notice.text.contains("Deutsch"), "{view:#?}");
    let title = text(&page, "h1");
    assert!(title.starts_with("Two small AIs, one problem."), "{title}");
}
