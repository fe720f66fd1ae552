//! The page in other languages than English. Two are made from English by the build: in the one, every word is longer and has accents, so that
//! what was never translated and what has no room shows; the other runs from right to left.

use serde_json::json;
use syw_core::vocabulary::vocabulary;

use crate::driver::Machine;
use crate::hosts::{NOTE_ERRORS, walk};
use crate::layout::check_width;
use crate::page::{Page, Visit};
use crate::server::Fault;
use crate::whole::{Figure, show, show_all};

const LONG: &str = "?lang=en-XA";
const RIGHT_TO_LEFT: &str = "?lang=ar-XB";
const GERMAN: &str = "?lang=de";

/// What stands only once a reader has it run.
const RUN_BY_READERS: [Figure; 2] = [
    Figure {
        name: "the bit meter",
        place: "[data-part=\"meter\"]",
        guess: "[data-part=\"meter-run\"]",
        shown: "[data-part=\"bits\"]",
    },
    Figure {
        name: "patches",
        place: "[data-part=\"patching\"]",
        guess: "[data-part=\"patch-run\"]:not(:disabled)",
        shown: "[data-part=\"patching\"][data-state=\"done\"]",
    },
];

/// Opens the page in a language.
#[track_caller]
fn open(address: &'static str, viewport: (u32, u32)) -> Page {
    Page::open(Visit {
        machine: Machine {
            viewport,
            ..Machine::default()
        },
        hash: address,
        script: NOTE_ERRORS,
        ..Visit::default()
    })
}

#[track_caller]
fn check_fits(address: &'static str, viewport: (u32, u32)) -> Page {
    let page = open(address, viewport);
    page.settled();
    show_all(&page);
    for figure in &RUN_BY_READERS {
        show(&page, figure);
    }
    check_width(&page);
    page
}

/// Words that no language changes: how numbers are written, and the notation of problems.
const KEPT: [&str; 4] = ["and", "below", "bytes", "mod"];

/// Every word without an accent that readers see or hear, where it stands. Names for those who do not see may hold tokens, which are no words of
/// a language.
const UNTRANSLATED: &str = r#"
const isKept = element => element.closest('[translate="no"], code, script, style, noscript, [lang]:not(html)');
const found = new Set();
// Names of models are no words of a language.
const model = /\b(large|small)-[a-z_]+-s\d+\b/g;
const [kept, tokens] = arguments;
const look = (text, place, allowed) => (text?.replace(model, '').match(/[\p{L}\p{M}]+/gu) ?? [])
    .filter(word => /^[A-Za-z]{3,}$/.test(word) && !allowed.includes(word))
    .forEach(word => found.add(`${word}: ${place} ${text.trim().slice(0, 100)}`));
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement;
    if (!isKept(parent)) look(texts.currentNode.data, `<${parent.localName} class="${parent.getAttribute('class') ?? ''}">`, kept);
}
for (const element of document.body.querySelectorAll('*')) {
    if (isKept(element)) continue;
    for (const name of ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'placeholder', 'alt', 'data-title'])
        look(element.getAttribute(name), name, [...kept, ...tokens]);
}
return [...found]"#;

/// What tokens consist of.
fn tokens() -> Vec<&'static str> {
    let all = vocabulary().iter();
    all.map(|token| token.trim_matches(['<', '>'])).collect()
}

#[test]
fn every_word_is_translated_and_has_room() {
    let page = check_fits(LONG, (1366, 650));
    let found = page
        .browser
        .eval(UNTRANSLATED, &[json!(KEPT), json!(tokens())]);
    let found: Vec<String> = serde_json::from_value(found).expect("a list of texts");
    assert!(found.is_empty(), "not translated:\n{}", found.join("\n"));
}

#[test]
fn long_words_fit_320() {
    check_fits(LONG, (320, 640));
}

#[test]
fn long_words_fit_390() {
    check_fits(LONG, (390, 844));
}

#[test]
fn right_to_left_fits_390() {
    check_fits(RIGHT_TO_LEFT, (390, 844));
}

#[test]
fn right_to_left_fits_1366_and_the_way_is_the_same() {
    let page = check_fits(RIGHT_TO_LEFT, (1366, 650));
    assert_eq!(page.attribute("html", "dir"), "rtl");
    page.go_to(RIGHT_TO_LEFT);
    walk(&page);
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
