//! The whole path by keyboard alone.

use fantoccini::key::Key;

use crate::page::Page;

const INPUT: &str = "[data-part=\"problem-input\"]";
const TOKEN: &str = "[data-part=\"small-chain\"] [data-token-idx]";
const POPOVER: &str = "[data-part=\"edit-popover\"] *";

#[test]
fn type_walk_edit_and_undo() {
    let (page, _) = Page::live("");
    page.tab_to(INPUT);
    page.send_keys(&(Key::Control + "a"));
    page.send_keys("37 × 58 mod 7");
    page.press(Key::Enter);
    let before = page.settled_for("37 × 58 mod 7");

    // The strip is one stop of Tab; arrows walk along it.
    page.tab_to(TOKEN);
    assert_eq!(focused_token(&page), Some(0));
    page.press(Key::End);
    assert_eq!(focused_token(&page), Some(before.tokens.len() - 1));
    page.press(Key::Home);
    page.press(Key::Right);
    page.press(Key::Right);
    page.press(Key::Left);
    assert_eq!(focused_token(&page), Some(1));

    // Escape leaves everything as it was, and the focus where it came from.
    page.press(Key::Enter);
    page.until("the popover", |view| view.has_popover);
    page.press(Key::Escape);
    let closed = page.until("no popover", |view| !view.has_popover);
    assert_eq!(closed.tokens, before.tokens);
    assert_eq!(focused_token(&page), Some(1));

    page.press(Key::Enter);
    page.until("the popover", |view| view.has_popover);
    page.tab_to(&format!("[data-part=\"edit-delete\"]:is({POPOVER})"));
    page.press(Key::Enter);
    let after = page.settled_edit();
    assert!(!after.has_popover);
    assert_ne!(after.tokens, before.tokens);

    page.tab_to("[data-part=\"undo\"]");
    page.press(Key::Enter);
    page.until("the original", |view| {
        view.is_settled() && view.tokens == before.tokens
    });
}

#[test]
fn intervene_by_keyboard() {
    let (page, before) = Page::live("");
    page.tab_to("[data-intervention]");
    page.tab_to("[data-intervention=\"early_answering\"]");
    page.press(Key::Enter);
    let after = page.settled_edit();
    assert_ne!(after.tokens, before.tokens);
}

#[test]
fn the_skip_link_keeps_the_problem() {
    let (page, _) = Page::live("#p=37%20%C3%97%2058%20mod%207");
    page.tab_to("a[href^=\"#\"]");
    page.press(Key::Enter);
    page.tab_to(INPUT);
    assert_eq!(page.settled().problem.as_deref(), Some("37 × 58 mod 7"));
}

#[test]
fn focus_is_always_seen() {
    let (page, _) = Page::live("");
    let ring = "const style = getComputedStyle(document.activeElement);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none'";
    page.tab_to(INPUT);
    let mut n_seen = 0;
    // At the end of the page the focus leaves it.
    while !page.has_focus("body") {
        let focused = "return document.activeElement.outerHTML.slice(0, 200)";
        assert_eq!(
            page.browser.eval(ring, &[]),
            true,
            "no ring around {}",
            page.browser.eval(focused, &[])
        );
        n_seen += 1;
        assert!(n_seen < 600, "Tab goes in circles");
        page.press(Key::Tab);
    }
    assert!(n_seen > 20, "only {n_seen} elements take the focus");
}

#[track_caller]
fn focused_token(page: &Page) -> Option<usize> {
    let script = "return document.activeElement?.dataset.tokenIdx ?? null";
    let idx = page.browser.eval(script, &[]);
    idx.as_str().and_then(|idx| idx.parse().ok())
}
