//! The address holds the view: a copied link shows the same again, and a bad one says what it could not use.

use serde_json::Value;
use show_your_work::presets::DEFAULT_PROBLEM;

use crate::page::{Page, View, Visit};

/// What a link must reproduce.
fn shown(view: &View) -> impl PartialEq + std::fmt::Debug {
    let view = view.clone();
    (
        (view.problem, view.typed, view.hash),
        (view.tokens, view.large, view.small),
        (view.sentence, view.response, view.checkpoint),
    )
}

/// Opens the page's present address anew.
#[track_caller]
fn check_round_trip(page: &Page) {
    let before = page.view();
    page.go_to(&before.hash);
    let after = page.until("the same view", |view| {
        view.is_settled() && view.tokens == before.tokens
    });
    assert_eq!(shown(&after), shown(&before));
    assert_eq!(after.notices, []);
}

#[test]
fn the_default_view_has_no_hash() {
    let (_page, view) = Page::live("");
    assert_eq!(view.hash, "");
    assert_eq!(view.problem.as_deref(), Some(DEFAULT_PROBLEM));
    assert_eq!(view.notices, []);
}

#[test]
fn a_link_reproduces_a_problem_and_an_edit() {
    let (page, _) = Page::live("");
    page.type_problem("37 × 58 mod 7");
    page.settled_for("37 × 58 mod 7");
    check_round_trip(&page);
    page.click("[data-intervention=\"added_mistake\"]");
    page.settled_edit();
    check_round_trip(&page);
}

#[test]
fn a_link_reproduces_an_edit_by_hand() {
    let (page, view) = Page::live("#p=37%20%C3%97%2058%20mod%207");
    page.click_token(view.tokens.len() / 2);
    page.click_part("edit-delete");
    page.settled_edit();
    check_round_trip(&page);
}

#[test]
fn a_link_reproduces_a_sampled_chain() {
    let (page, _) = Page::live("#t=1.5&s=7");
    check_round_trip(&page);
}

/// Runs before the page: what it copies, `copied` can tell.
pub(crate) const COPY: &str = "Object.defineProperty(navigator, 'clipboard',
    { value: { writeText: async text => { window.copied = text; } } });";

/// Presses the button that copies the link, and returns the link.
#[track_caller]
pub(crate) fn copied(page: &Page) -> String {
    page.click_part("share");
    page.click_part("copy-link");
    let script = "return window.copied ?? null";
    page.browser.wait("a copied address", || {
        match page.browser.eval(script, &[]) {
            Value::String(link) => Ok(link),
            other => Err(other.to_string()),
        }
    })
}

#[test]
fn the_button_copies_the_address_with_what_came_out() {
    let page = Page::open(Visit {
        hash: "#p=37%20%C3%97%2058%20mod%207",
        script: COPY,
        ..Visit::default()
    });
    page.settled();
    page.click("[data-intervention=\"filler_tokens\"]");
    let hash = page.settled_edit().hash;
    let link = copied(&page);
    let (settings, proof) = link.split_once("&v=").expect("a proof");
    assert_eq!(settings, format!("{}{hash}", page.site.url()));
    assert_eq!(
        proof.split('~').count(),
        3,
        "large, small, and small after the change"
    );
}

#[test]
fn an_unknown_key_is_ignored() {
    let (_page, view) = Page::live("#p=6%20+%202%20mod%205&fbclid=abc&q=?secret=1");
    assert_eq!(view.problem.as_deref(), Some("6 + 2 mod 5"));
    assert_eq!(view.notices, []);
}

#[track_caller]
fn check_bad_value(hash: &'static str, named: &str) {
    let (_page, view) = Page::live(hash);
    assert_eq!(view.problem.as_deref(), Some(DEFAULT_PROBLEM));
    let notice = view
        .notices
        .iter()
        .find(|notice| notice.failure.as_deref() == Some("settings"));
    let text = &notice.expect("a notice about the link").text;
    assert!(text.contains(named), "{text}");
}

#[test]
fn a_bad_problem_falls_back_with_a_notice() {
    check_bad_value("#p=six", "six");
}

#[test]
fn a_bad_edit_falls_back_with_a_notice() {
    check_bad_value("#e=mistake.x", "mistake.x");
}

#[test]
fn an_unknown_model_falls_back_with_a_notice() {
    check_bad_value("#m=no-such-model", "no-such-model");
}

#[test]
fn an_edit_that_cannot_be_made_says_why() {
    let (_page, view) = Page::live("#e=mistake.90.0");
    let sentence = view.sentence.unwrap_or_default();
    assert!(sentence.contains("no step 91"), "{sentence}");
}
