//! Going through reinforcement learning: the same problem, solved by the small model as it was then.

use fantoccini::key::Key;

use crate::page::Page;

#[test]
fn the_base_answers_at_once_and_the_last_checkpoint_reasons() {
    let (page, last) = Page::live("");
    assert!(last.n_steps() > 0, "a chain: {last:#?}");
    page.wait_for("[data-part=\"checkpoint-history\"]");
    focus_slider(&page);
    page.press(Key::Home);
    let base = page.until("the base", |view| {
        view.is_settled() && view.checkpoint != last.checkpoint && view.tokens != last.tokens
    });
    assert_eq!(base.tokens.first().map(String::as_str), Some("<answer>"));
    assert_eq!(base.problem, last.problem);
    assert_eq!(base.large, last.large);
    assert_ne!(base.hash, last.hash);

    focus_slider(&page);
    page.press(Key::End);
    let again = page.until("the last checkpoint", |view| {
        view.is_settled() && view.checkpoint == last.checkpoint
    });
    assert_eq!(again.tokens, last.tokens);
    assert_eq!(again.hash, last.hash);
}

#[test]
fn every_checkpoint_says_which_it_is() {
    let (page, last) = Page::live("");
    focus_slider(&page);
    let mut seen = vec![last.checkpoint.expect("the slider says where it is")];
    loop {
        page.press(Key::Left);
        let view = page.settled();
        let checkpoint = view.checkpoint.expect("the slider says where it is");
        if seen.contains(&checkpoint) {
            break;
        }
        seen.push(checkpoint);
    }
    assert!(seen.len() >= 5, "checkpoints: {seen:?}");
}

#[track_caller]
fn focus_slider(page: &Page) {
    page.wait_for("[data-part=\"checkpoint-slider\"]");
    let script = "document.querySelector('[data-part=\"checkpoint-slider\"]').focus()";
    page.browser.eval(script, &[]);
}
