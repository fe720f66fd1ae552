//! The whole page at once: every figure come to, every guess made. For tests of what must hold of all of it.

use serde_json::{Value, json};

use crate::page::Page;

/// A figure that comes when a reader does.
pub(crate) struct Figure {
    pub(crate) name: &'static str,
    /// What to come to.
    pub(crate) place: &'static str,
    /// What to press before anything is shown; empty where nothing is asked.
    pub(crate) guess: &'static str,
    /// What is then there.
    pub(crate) shown: &'static str,
}

const fn figure(
    name: &'static str,
    place: &'static str,
    guess: &'static str,
    shown: &'static str,
) -> Figure {
    Figure {
        name,
        place,
        guess,
        shown,
    }
}

/// All of them, in page order.
pub(crate) const FIGURES: [Figure; 18] = [
    figure(
        "every seed",
        "#runs-title",
        "",
        "[data-part=\"rl-runs\"] svg",
    ),
    figure(
        "the frontier",
        "[data-part=\"frontier\"]",
        "",
        "[data-operands] [data-mark]",
    ),
    figure(
        "the battery",
        "#battery-title",
        "",
        "[data-part=\"battery-figure\"] .battery-number",
    ),
    figure(
        "what is known before a chain",
        "[data-part=\"knowledge\"]",
        "[data-part=\"knowledge-guess\"] input",
        "[data-part=\"knowledge-table\"] tbody tr",
    ),
    figure(
        "the code",
        "[data-part=\"code-figure\"]",
        "[data-part=\"code-guess\"] input",
        "[data-part=\"code-finding\"]",
    ),
    figure(
        "the hider",
        "[data-part=\"hider-figure\"]",
        "[data-part=\"hider-guess\"] input",
        "[data-part=\"hidden-finding\"]",
    ),
    figure(
        "hiders in training",
        "[data-part=\"hidden-training\"]",
        "",
        "[data-part=\"training-finding\"]",
    ),
    figure(
        "the watchers",
        "#watchers-title",
        "[data-part=\"watch-guess-true\"]",
        "[data-part=\"watchers-table\"] tbody tr",
    ),
    figure(
        "thoughts",
        "[data-part=\"thoughts\"]",
        "[data-part=\"thoughts-guess-own\"]",
        "[data-part=\"thoughts-figure\"][data-state=\"done\"]",
    ),
    figure(
        "inside one pass",
        "[data-part=\"inside\"]",
        "[data-guess=\"small\"]",
        "[data-part=\"inside-finding\"]",
    ),
    figure(
        "what large reads",
        "[data-part=\"large-reading\"]",
        "",
        "[data-part=\"large-strip\"] [data-position]",
    ),
    figure(
        "what small reads",
        "[data-part=\"small-reading\"]",
        "",
        "[data-part=\"small-strip\"] [data-position]",
    ),
    figure(
        "the weights",
        "[data-part=\"weights\"]",
        "",
        "[data-part=\"weight-board\"]",
    ),
    figure(
        "the map",
        "[data-part=\"map\"]",
        "",
        "[data-part=\"map-board\"]",
    ),
    figure(
        "outside of training",
        "#off-title",
        "",
        "[data-part=\"off-finding\"]",
    ),
    figure(
        "the plane",
        "[data-part=\"plane\"]",
        "[data-part=\"plane-guess\"] input",
        ".plane-plot [data-mark]",
    ),
    figure(
        "the debate",
        "#debate-title",
        "[data-part=\"stance\"] [data-stance]",
        "[data-part=\"claim-verdict\"]",
    ),
    figure(
        "the models",
        "#models-title",
        "",
        "[data-part=\"models-table\"] tbody tr",
    ),
];

/// Comes to a figure, guesses where a guess is asked for, and waits until it is shown.
#[track_caller]
pub(crate) fn show(page: &Page, figure: &Figure) {
    page.scroll_to(figure.place);
    if !figure.guess.is_empty() {
        // Radio buttons are covered by what looks like them, so they are pressed by the page.
        page.browser
            .wait(&format!("the guess of {}", figure.name), || {
                let press = "const found = document.querySelector(arguments[0]); found?.click(); return Boolean(found)";
                match page.browser.eval(press, &[json!(figure.guess)]) {
                    Value::Bool(true) => Ok(()),
                    _ => Err("nothing to press".to_owned()),
                }
            });
    }
    page.wait_for(figure.shown);
}

/// Comes to all figures; the page ends at its top again.
#[track_caller]
pub(crate) fn show_all(page: &Page) {
    for figure in &FIGURES {
        show(page, figure);
    }
    // Out of sight, a part keeps a place of another height, over whose end it would reach.
    page.add_style("main .in-turn, main .inside-figure { content-visibility: visible !important }");
    page.browser.eval("scrollTo(0, 0)", &[]);
}

/// What a script finds wrong, one line each. The script returns a list of texts.
#[track_caller]
pub(crate) fn complaints(page: &Page, script: &str) -> Vec<String> {
    let found = page.browser.eval(script, &[]);
    serde_json::from_value(found).expect("a list of texts")
}
