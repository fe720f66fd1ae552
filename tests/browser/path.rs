//! The path of a fresh reader: open, predict, change a token, leave the distribution, see the plane. At most twelve interactions, and under two
//! minutes.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::battery::texts;
use crate::driver::Machine;
use crate::page::{Page, Visit};

const MOST_INTERACTIONS: usize = 12;
const LONGEST: Duration = Duration::from_secs(120);

/// A reader who counts what they do.
struct Reader {
    page: Page,
    n_done: usize,
}

impl Reader {
    #[track_caller]
    fn click(&mut self, css: &str) {
        self.page.click(css);
        self.n_done += 1;
    }
}

#[test]
fn a_fresh_reader_sees_what_it_is_about() {
    let began = Instant::now();
    let page = Page::open(Visit {
        machine: Machine::default(),
        ..Visit::default()
    });
    page.settled();
    let mut reader = Reader { page, n_done: 0 };

    // Predict, and change the result of the first step.
    reader.click("[data-predict=\"change\"]");
    let before = reader.page.view();
    let position = before.end_of_result(0);
    let digit = before.completion()[position]
        .as_digit()
        .expect("a step ends with a number");
    reader.page.click_token(position);
    reader.n_done += 1;
    reader.click(&format!("[data-replace=\"{}\"]", (digit + 1) % 10));
    let after = reader.page.settled_edit();
    assert!(after.sentence.is_some(), "{after:#?}");
    let said = texts(&reader.page, "[data-part=\"prediction-outcome\"]").remove(0);
    assert!(
        said.starts_with("You expected it to change: it did"),
        "{said}"
    );

    // Leave the distribution by a word in the text.
    reader.click("[data-part=\"word-negative\"]");
    reader.page.settled();
    let view = reader.page.view();
    assert!(
        view.problem().to_string().contains('\u{2212}') || view.problem().to_string().contains('-'),
        "{view:#?}"
    );

    // By the contents to the plane, guess, and see it.
    reader.click(".contents a[href=\"#weighing-title\"]");
    reader.page.scroll_to("[data-part=\"plane\"]");
    reader.n_done += 1;
    reader.page.wait_for("[data-part=\"plane-guess\"]");
    reader.page.browser.eval(
        "document.querySelector('[data-part=\"plane-guess\"] input').click()",
        &[],
    );
    reader.n_done += 1;
    reader.page.wait_for(".plane-plot [data-mark]");
    let n_marks = reader.page.browser.eval(
        "return document.querySelectorAll(arguments[0]).length",
        &[json!(".plane-plot [data-mark]")],
    );
    assert!(n_marks.as_u64() > Some(10), "{n_marks}");

    assert!(
        reader.n_done <= MOST_INTERACTIONS,
        "{} interactions",
        reader.n_done
    );
    // A bound for a reader, twenty times what a machine at rest needs: it says that nothing on the way has to be waited for.
    assert!(began.elapsed() < LONGEST, "{:?}", began.elapsed());
}

/// Words in the text that do something, and where that is seen.
const WORDS: [(&str, &str); 7] = [
    ("word-mistake", "duel"),
    ("word-cut", "duel"),
    ("word-negative", "duel"),
    ("word-before", "duel"),
    ("word-after", "duel"),
    ("word-hider", "hidden-title"),
    ("word-battery-negative", "battery-title"),
];

#[test]
fn a_word_that_does_something_shows_it() {
    let (page, _) = Page::live("");
    let script = "return [...document.querySelectorAll('[data-part^=\"word-\"]')].map(word => word.dataset.part)";
    let words = page.browser.eval(script, &[]);
    assert_eq!(words, json!(WORDS.map(|(word, _)| word)));
    for (word, place) in WORDS {
        page.browser.eval("document.activeElement.blur()", &[]);
        page.click_part(word);
        page.until_at(place);
        page.settled();
    }
}
