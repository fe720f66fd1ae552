//! Every run of reinforcement learning and of its controls: a line for each, one measure at a time.

use fantoccini::key::Key;
use serde_json::{Value, json};
use syw_core::rl_runs::{Measure, RlRuns};

use crate::page::Page;
use crate::server::Fault;
use crate::words::name_of;

const TITLE: &str = "#runs-title";
const FIGURE: &str = "[data-part=\"rl-runs\"]";
const FILE: &str = "results/rl-runs.json";

#[track_caller]
fn at_figure(hash: &'static str) -> Page {
    let (page, _) = Page::live(hash);
    page.scroll_to(TITLE);
    page.wait_for(FIGURE);
    page
}

#[track_caller]
fn summary(page: &Page) -> String {
    let script = "return document.querySelector('[data-part=\"rl-runs-summary\"]').textContent";
    let text = page.browser.eval(script, &[]);
    text.as_str().expect("a text").to_owned()
}

#[track_caller]
fn choose(page: &Page, measure: Measure) {
    let script = "const choice = document.querySelector('[data-part=\"rl-measure\"]');
        choice.value = arguments[0];
        choice.dispatchEvent(new Event('change', { bubbles: true }));";
    page.browser.eval(script, &[json!(measure.name())]);
}

#[test]
fn every_run_is_a_line_whatever_is_measured() {
    let page = at_figure("");
    let script = "return fetch(arguments[0]).then(answer => answer.json())";
    let file: RlRuns = serde_json::from_value(page.browser.eval(script, &[json!(FILE)]))
        .expect("the file has its form");
    let mut summaries = Vec::new();
    for measure in Measure::ALL {
        choose(&page, measure);
        let name = name_of("rl-measure", measure.name());
        let said = page.browser.wait(name, || {
            let said = summary(&page);
            if said.contains(name) {
                Ok(said)
            } else {
                Err(said)
            }
        });
        assert!(!summaries.contains(&said), "{said}");
        summaries.push(said);
        let script = "return document.querySelectorAll(arguments[0]).length";
        let lines = format!("{FIGURE} .curve-plot .curve");
        assert_eq!(
            page.browser.eval(script, &[json!(lines)]),
            json!(file.runs.len())
        );
    }
    let script = "return document.querySelectorAll(arguments[0]).length";
    let names = page
        .browser
        .eval(script, &[json!(format!("{FIGURE} .key li"))]);
    assert_eq!(names, json!(file.arms().len()));
}

#[test]
fn the_measure_is_in_the_link() {
    let page = at_figure("");
    choose(&page, Measure::Length);
    let view = page.until("the measure in the address", |view| {
        view.hash == "#h=length"
    });
    let said = summary(&page);
    page.go_to(&view.hash);
    page.settled();
    page.scroll_to(TITLE);
    page.wait_for(FIGURE);
    assert_eq!(summary(&page), said);
    let script = "return document.querySelector('[data-part=\"rl-measure\"]').value";
    assert_eq!(page.browser.eval(script, &[]), json!("length"));
}

#[test]
fn the_chosen_update_is_marked() {
    let page = at_figure("");
    let marked = || {
        let script = "return document.querySelector(arguments[0])?.getAttribute('x1') ?? null";
        page.browser
            .eval(script, &[json!(format!("{FIGURE} .now"))])
    };
    let last = marked();
    assert_ne!(last, Value::Null);
    let script = "document.querySelector('[data-part=\"checkpoint-slider\"]').focus()";
    page.browser.eval(script, &[]);
    page.press(Key::Home);
    page.browser.wait("the mark of the base", || {
        let found = marked();
        if found != last {
            Ok(())
        } else {
            Err(found.to_string())
        }
    });
}

#[test]
fn the_file_is_missing() {
    Page::check_fault(FILE, Fault::Missing, TITLE, FIGURE);
}
