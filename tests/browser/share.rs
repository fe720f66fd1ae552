//! The dialog "Share": what it hands out is what is on the page, and it says what to do where the clipboard is refused.

use fantoccini::key::Key;
use serde_json::json;

use crate::embed::wait_for_value;
use crate::page::{Page, Visit};

const VALUE: &str = "return document.querySelector('[data-part=copy-snippet-text]')?.value ?? ''";

#[test]
fn each_host_gets_its_own_and_a_preview_shows_it() {
    let page = Page::open(Visit {
        hash: "#p=6%20+%202%20mod%205",
        ..Visit::default()
    });
    page.settled();
    page.click_part("share");
    page.wait_for("[data-part=\"share-dialog\"]");
    page.browser.eval(
        "const select = document.querySelector('[data-part=share-figure]'); select.value = 'duel'; select.dispatchEvent(new Event('change', { bubbles: true }))",
        &[],
    );
    let link = "return document.querySelector('[data-part=copy-link-text]').value";
    wait_for_value(&page, "a link to the figure", link, |link| {
        link.as_str()
            .is_some_and(|link| link.contains("?at=duel#p=6") && link.contains("&v="))
    });
    for (host, holds) in [
        ("frame", "addEventListener"),
        ("element", "<show-your-work view=\"duel\""),
        ("less-wrong", "iframe-widget-resize"),
        ("word-press", "/s/duel/"),
        ("moodle", "width=\"100%\" height="),
        ("notion", "?embed=duel"),
        ("observable", "viewof"),
        ("jupyter", "IFrame("),
        ("markdown", "](http"),
        ("picture", "/cards/duel.png"),
    ] {
        page.click(&format!("[data-host=\"{host}\"]"));
        wait_for_value(&page, host, VALUE, |value| {
            value.as_str().is_some_and(|value| value.contains(holds))
        });
    }
    page.click("[data-host=\"notion\"]");
    let preview = "return document.querySelector('[data-part=share-preview]').src === document.querySelector('[data-part=copy-snippet-text]').value";
    assert_eq!(page.browser.eval(preview, &[]), json!(true));
    page.enter_frame();
    page.settled_for("6 + 2 mod 5");
    page.leave_frame();
    page.press(Key::Escape);
    wait_for_value(
        &page,
        "the button in focus",
        "return document.activeElement.dataset.part ?? ''",
        |part| *part == json!("share"),
    );
}

#[test]
fn where_the_clipboard_is_refused_the_text_is_selected() {
    let page = Page::open(Visit {
        script: "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => { throw new DOMException('refused', 'NotAllowedError'); } } });",
        ..Visit::default()
    });
    page.settled();
    page.click_part("share");
    page.click_part("copy-link");
    let selected = "const area = document.querySelector('[data-part=copy-link-text]');
        return document.activeElement === area && area.value.length > 0 && area.selectionStart === 0 && area.selectionEnd === area.value.length
            && document.querySelector('[data-part=copy-link-said]').textContent.includes('selected')";
    wait_for_value(
        &page,
        "a selected text that says so",
        selected,
        |selected| *selected == json!(true),
    );
}
