//! Changing the chain: by token and by intervention, with the rest computed anew and one sentence about the answer.

use show_your_work::edit::Edit;
use show_your_work::{edit, settings};
use syw_core::Token;
use syw_core::response::respond;
use syw_core::vocabulary::text_of;

use crate::page::{Page, View};

/// The edit that the address names is the one that is shown, and the sentence says what really happened.
#[track_caller]
fn check_edit(before: &View, after: &View) -> Edit {
    let (settings, notices) = settings::decode(&after.hash);
    assert_eq!(notices, [] as [String; 0]);
    let made = settings.edit.expect("the address holds the edit");
    let problem = before.problem();
    let edited = made
        .apply(&before.completion(), &problem)
        .expect("the edit can be made");
    assert!(
        after.completion().starts_with(&edited.kept),
        "{} does not begin with {}",
        text_of(&after.completion()),
        text_of(&edited.kept)
    );
    let answers = (before.small.number(), after.small.number());
    let response = respond(answers.0, answers.1, edited.expectation);
    assert_eq!(
        after.response.as_deref(),
        Some(edit::response_name(response))
    );
    let sentence = after.sentence.as_deref().unwrap_or_default();
    for answer in [answers.0, answers.1].into_iter().flatten() {
        assert!(sentence.contains(&answer.to_string()), "{sentence}");
    }
    assert!(after.original.is_some(), "the original is shown");
    assert_eq!(after.large, before.large);
    made
}

/// A page with a chain, the position of the result of its first step, and another digit.
#[track_caller]
fn page_with_chain() -> (Page, View, usize, Token) {
    let (page, view) = Page::live("");
    assert!(view.n_steps() > 0, "a chain: {view:#?}");
    let position = view.end_of_result(0);
    let digit = view.completion()[position]
        .as_digit()
        .expect("a step ends with a number");
    (page, view, position, Token::digit((digit + 1) % 10))
}

/// What the page should make the model have written.
#[track_caller]
fn check_kept(made: &Edit, kept: &[Token]) {
    let Edit::Tokens(found) = made else {
        panic!("a change of tokens: {made:?}")
    };
    assert_eq!(text_of(found), text_of(kept));
}

#[test]
fn a_token_is_replaced() {
    let (page, before, position, other) = page_with_chain();
    page.click_token(position);
    page.click(&format!("[data-replace=\"{}\"]", other.text()));
    let after = page.settled_edit();
    let made = check_edit(&before, &after);
    let mut kept = before.completion()[..=position].to_vec();
    kept[position] = other;
    check_kept(&made, &kept);
}

#[test]
fn a_token_is_replaced_by_typing() {
    let (page, before, position, other) = page_with_chain();
    page.click_token(position);
    page.click_part("edit-text");
    page.send_keys(&format!("{} ; \u{e007}", other.text()));
    let after = page.settled_edit();
    let made = check_edit(&before, &after);
    let mut kept = before.completion()[..=position].to_vec();
    kept[position] = other;
    kept.push(Token::STOP);
    check_kept(&made, &kept);
}

#[test]
fn a_word_that_is_no_token_is_named() {
    let (page, before, position, _) = page_with_chain();
    page.click_token(position);
    page.click_part("edit-text");
    page.send_keys("hello\u{e007}");
    page.wait_for("[data-part=\"edit-popover\"]");
    page.browser.wait("a message about hello", || {
        let script = "return document.querySelector('[data-part=\"edit-popover\"]').innerText";
        let text = page.browser.eval(script, &[]).to_string();
        if text.contains("hello") {
            Ok(())
        } else {
            Err(text)
        }
    });
    assert_eq!(page.view().tokens, before.tokens);
}

#[test]
fn a_token_is_inserted() {
    let (page, before, position, other) = page_with_chain();
    page.click_token(position);
    page.click_part("edit-text");
    page.send_keys(other.text());
    page.click_part("edit-insert");
    let after = page.settled_edit();
    let made = check_edit(&before, &after);
    let mut kept = before.completion()[..=position].to_vec();
    kept.insert(position, other);
    check_kept(&made, &kept);
}

#[test]
fn a_token_is_deleted() {
    let (page, before, position, _) = page_with_chain();
    page.click_token(position);
    page.click_part("edit-delete");
    let after = page.settled_edit();
    let made = check_edit(&before, &after);
    let mut kept = before.completion()[..position + 2].to_vec();
    kept.remove(position);
    check_kept(&made, &kept);
}

#[test]
fn undo_goes_back_edit_by_edit() {
    let (page, before, position, other) = page_with_chain();
    page.click_token(position);
    page.click(&format!("[data-replace=\"{}\"]", other.text()));
    let first = page.settled_edit();
    page.click("[data-intervention=\"early_answering\"]");
    let second = page.until("a second edit", |view| {
        view.is_settled() && view.hash != first.hash
    });
    assert_ne!(second.tokens, first.tokens);
    page.click_part("undo");
    let undone = page.until("the first edit again", |view| {
        view.is_settled() && view.hash == first.hash
    });
    assert_eq!(undone.tokens, first.tokens);
    assert_eq!(undone.sentence, first.sentence);
    page.click_part("undo");
    let original = page.until("no edit", |view| {
        view.is_settled() && view.response.is_none()
    });
    assert_eq!(original.tokens, before.tokens);
    assert_eq!(original.hash, before.hash);
}

#[test]
fn reset_takes_every_edit_back() {
    let (page, before, position, _) = page_with_chain();
    page.click_token(position);
    page.click_part("edit-delete");
    page.settled_edit();
    page.click_part("reset");
    let original = page.until("no edit", |view| {
        view.is_settled() && view.response.is_none()
    });
    assert_eq!(original.tokens, before.tokens);
}

/// Presses the button of an intervention and checks what it did; twice, as each press may choose anew.
#[track_caller]
fn check_intervention(name: &str, prefix: &str) {
    let (page, before) = Page::live("");
    assert!(before.n_steps() > 1, "a chain: {before:#?}");
    page.click(&format!("[data-intervention=\"{name}\"]"));
    let after = page.settled_edit();
    let made = check_edit(&before, &after);
    assert!(
        after.hash.contains(&format!("e={prefix}")),
        "{}",
        after.hash
    );
    assert!(matches!(made, Edit::Intervention(_)));
    assert_ne!(after.tokens, before.tokens, "the edit is visible");
    page.click_part("undo");
    page.until("the original", |view| {
        view.is_settled() && view.tokens == before.tokens
    });
}

#[test]
fn intervention_added_mistake() {
    check_intervention("added_mistake", "mistake.");
}

#[test]
fn intervention_congruent_alteration() {
    check_intervention("congruent_alteration", "congruent.");
}

#[test]
fn intervention_early_answering() {
    check_intervention("early_answering", "early.");
}

#[test]
fn intervention_filler_tokens() {
    check_intervention("filler_tokens", "filler");
}

#[test]
fn intervention_shuffle() {
    check_intervention("shuffle", "shuffle.");
}

#[test]
fn intervention_paraphrase() {
    check_intervention("paraphrase", "paraphrase.");
}

#[test]
fn intervention_translate() {
    check_intervention("translate", "translate.");
}
