//! The keys that the help names: each does something where it is said to, and the help itself opens and closes.

use fantoccini::key::Key;
use serde_json::{Value, json};
use show_your_work::keys::{PLACES, Place};

use crate::page::{Page, Visit};
use crate::whole::show_all;

const HELP: &str = "[data-part=\"keys\"][open]";
const OPEN: &str = "[data-part=\"keys-open\"]";

/// What a key of the table is on the wire.
fn typed(key: &str) -> String {
    let name = key.strip_prefix("Shift+").unwrap_or(key);
    let text = match name {
        "Tab" => char::from(Key::Tab).to_string(),
        "Escape" => char::from(Key::Escape).to_string(),
        "ArrowLeft" => char::from(Key::Left).to_string(),
        "ArrowRight" => char::from(Key::Right).to_string(),
        "ArrowUp" => char::from(Key::Up).to_string(),
        "ArrowDown" => char::from(Key::Down).to_string(),
        "Home" => char::from(Key::Home).to_string(),
        "End" => char::from(Key::End).to_string(),
        "PageUp" => char::from(Key::PageUp).to_string(),
        "PageDown" => char::from(Key::PageDown).to_string(),
        "Enter" => char::from(Key::Enter).to_string(),
        "Delete" => char::from(Key::Delete).to_string(),
        plain => {
            assert_eq!(plain.chars().count(), 1, "a name for {plain}");
            plain.to_owned()
        }
    };
    match key.starts_with("Shift+") {
        true => Key::Shift + &text,
        false => text,
    }
}

/// Presses each key of a place while the focus is there. Somebody listens: the page keeps the browser from doing what it does
/// with the key otherwise, or an element of the browser's own has the focus, which knows its keys.
#[track_caller]
fn check_place(page: &Page, place: &Place) {
    let listen = "window.heeded = null;
        window.onkeydown = event => {
            const is_pressed = event.target.matches('button') && ['Enter', ' '].includes(event.key);
            window.heeded = event.defaultPrevented || is_pressed || event.target.matches('input');
        };";
    page.browser.eval(listen, &[]);
    for keys in place.keys {
        for key in keys.keys {
            page.wait_for(place.at.trim_end_matches(" input:checked"));
            page.browser.eval(
                "window.heeded = null; document.querySelector(arguments[0]).focus()",
                &[json!(place.at)],
            );
            page.send_keys(&typed(key));
            let heeded = page.browser.eval("return window.heeded", &[]);
            assert_eq!(heeded, Value::Bool(true), "{key} in {}", place.name);
            page.browser.eval(
                "document.querySelector('[data-part=\"edit-close\"]')?.click()",
                &[],
            );
        }
    }
}

#[test]
fn every_key_of_the_table_is_heeded_in_its_place() {
    let (page, _) = Page::live("");
    show_all(&page);
    for place in PLACES.iter().filter(|place| !place.at.is_empty()) {
        check_place(&page, place);
    }
}

#[test]
fn the_help_opens_by_its_key_and_by_its_button() {
    let (page, _) = Page::live("");
    page.press(Key::Tab);
    page.send_keys("?");
    page.wait_for(HELP);
    let n_lines = "return document.querySelectorAll('.keys-line').length";
    let n_keys: usize = PLACES.iter().map(|place| place.keys.len()).sum();
    assert_eq!(page.browser.eval(n_lines, &[]), json!(n_keys));
    // Closed again, the focus is where it was and is seen, though the page was scrolled behind it.
    page.browser.eval("scrollTo(0, 3000)", &[]);
    page.press(Key::Escape);
    let is_back =
        "const place = document.activeElement, { top, bottom } = place.getBoundingClientRect();
        return place.matches('.skip-link') && top >= 0 && bottom <= innerHeight";
    page.until_true("the focus is back", is_back);
    page.click(OPEN);
    page.wait_for(HELP);
    page.press(Key::Escape);
    page.browser.wait("the focus is on the button", || {
        match page.has_focus(OPEN) {
            true => Ok(()),
            false => Err("elsewhere".to_owned()),
        }
    });
}

#[test]
fn the_help_key_writes_where_one_writes_and_can_be_switched_off() {
    let page = Page::open(Visit::default());
    page.settled();
    page.click("[data-part=\"problem-input\"]");
    page.send_keys("?");
    page.until("the sign where it was typed", |view| {
        view.typed
            .as_deref()
            .is_some_and(|typed| typed.contains('?'))
    });
    assert_eq!(is_open(&page), json!(false));

    page.click(OPEN);
    page.wait_for(HELP);
    page.click("[data-part=\"keys-switch\"]");
    page.press(Key::Escape);
    page.browser
        .eval("document.querySelector('.skip-link').focus()", &[]);
    page.send_keys("?");
    assert_eq!(is_open(&page), json!(false));
    // And stays so.
    page.go_to("");
    page.settled();
    page.press(Key::Tab);
    page.send_keys("?");
    assert_eq!(is_open(&page), json!(false));
}

#[track_caller]
fn is_open(page: &Page) -> Value {
    let script = "return Boolean(document.querySelector(arguments[0]))";
    page.browser.eval(script, &[json!(HELP)])
}
