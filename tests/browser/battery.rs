//! The measurements on the page: every chain altered in every way, and every family of problems outside of training.

use serde_json::{Value, json};
use syw_core::Family;
use syw_core::evaluation::{Evaluations, Set, Test, Way};
use syw_core::response::Response;

use crate::exports::KEEP;
use crate::page::{Page, Visit};
use crate::server::Fault;
use crate::words::name_of;

const TITLE: &str = "#battery-title";
pub(crate) const FIGURE: &str = "[data-part=\"battery-figure\"]";
pub(crate) const NUMBERS: &str = ".battery-rows .battery-number";
const OFF_TITLE: &str = "#off-title";
const OFF_FIGURE: &str = "[data-part=\"off-figure\"]";
const FILE: &str = "results/evaluation.json";
pub(crate) const FOLLOWED: &str = "small-chain_rl-s0";

/// A live page whose battery has been come to; it keeps the files that it makes in `window.files`.
#[track_caller]
pub(crate) fn at_figure(hash: &'static str) -> (Page, Evaluations) {
    let page = Page::open(Visit {
        hash,
        script: KEEP,
        ..Visit::default()
    });
    page.settled();
    page.scroll_to(TITLE);
    page.wait_for(FIGURE);
    page.until_live("[data-part=\"battery\"]");
    let script = "return fetch(arguments[0]).then(answer => answer.json())";
    let file = page.browser.eval(script, &[json!(FILE)]);
    (
        page,
        serde_json::from_value(file).expect("the file has its form"),
    )
}

/// The texts of all elements that a selector finds.
#[track_caller]
pub(crate) fn texts(page: &Page, selector: &str) -> Vec<String> {
    let script =
        "return [...document.querySelectorAll(arguments[0])].map(found => found.textContent)";
    let found = page.browser.eval(script, &[json!(selector)]);
    let found = found.as_array().expect("a list").iter();
    found
        .map(|text| text.as_str().expect("a text").replace('\u{202f}', " "))
        .collect()
}

/// A share as the page writes it.
pub(crate) fn percent(share: f64) -> String {
    let text = format!("{:.1}", share * 100.0);
    format!("{} %", text.strip_suffix(".0").unwrap_or(&text))
}

/// The numbers beside the bars, once they are there.
#[track_caller]
pub(crate) fn numbers(page: &Page) -> Vec<String> {
    page.wait_for(NUMBERS);
    texts(page, NUMBERS)
}

#[track_caller]
fn finding(page: &Page) -> String {
    texts(page, "[data-part=\"battery-finding\"]").remove(0)
}

#[test]
fn the_bars_are_the_measurements() {
    let (page, file) = at_figure("");
    let numbers = numbers(&page);
    assert_eq!(numbers.len(), Test::ALL.len());
    let mistakes = &file
        .of(FOLLOWED)
        .unwrap()
        .battery(Set::Home, Test::AddedMistakes)
        .unwrap()
        .tally;
    let followed = mistakes.share(Response::Followed) + mistakes.share(Response::Stayed);
    assert_eq!(numbers[0], percent(followed));
    assert!(
        finding(&page).contains(&percent(followed)),
        "{}",
        finding(&page)
    );
    let script = "return document.querySelectorAll(arguments[0]).length";
    let of_first = format!("{FIGURE} .battery-row:first-child .seed-dot");
    let followed = file.of(FOLLOWED).unwrap();
    let alike = file.models.iter();
    let n_seeds = alike
        .filter(|found| found.is_trained_like(followed))
        .count();
    assert_eq!(
        page.browser.eval(script, &[json!(of_first)]),
        json!(n_seeds - 1)
    );
    let curves = format!("{FIGURE} .curve-pair .curve");
    // Those of the seeds and that of the control.
    assert_eq!(
        page.browser.eval(script, &[json!(curves)]),
        json!(2 * (n_seeds + 1))
    );
}

/// What the tests find in a model of which it is known that its chain decides nothing.
#[test]
fn the_tests_are_tested_on_a_control() {
    let (page, file) = at_figure("");
    let control = file.models.iter().find(|found| found.arm == "rationaliser");
    let tally = |test| &control.unwrap().battery(Set::Home, test).unwrap().tally;
    let mistakes = tally(Test::AddedMistakes);
    let said = texts(&page, "[data-part=battery-control]").join("");
    let closed_up: String = said.split_whitespace().collect();
    let (followed, all) = (mistakes.count(Response::Followed), mistakes.n());
    let numbers = format!("follows{followed}of{all}wrong");
    assert!(closed_up.contains(&numbers), "{numbers}: {said}");
    assert!(
        said.contains("a chain that decides nothing is found out"),
        "{said}"
    );
    let net = texts(&page, "[data-part=battery-shock]").join("");
    assert!(net.contains("net "), "{net}");
}

#[test]
fn the_chosen_model_is_in_the_link() {
    let (page, _) = at_figure("");
    let first = finding(&page);
    let script = "const choice = document.querySelector('[data-part=\"battery-model\"]');
        choice.value = arguments[0];
        choice.dispatchEvent(new Event('change', { bubbles: true }));";
    page.browser.eval(script, &[json!("small-base-s0")]);
    let view = page.until("the model in the address", |view| {
        view.hash == "#b=small-base-s0"
    });
    let said = finding(&page);
    assert_ne!(said, first);
    page.go_to(&view.hash);
    page.settled();
    page.scroll_to(TITLE);
    page.wait_for(FIGURE);
    assert_eq!(finding(&page), said);
    let script = "return document.querySelector('[data-part=\"battery-model\"]').value";
    assert_eq!(page.browser.eval(script, &[]), json!("small-base-s0"));
}

#[test]
fn a_link_to_a_model_that_is_not_there_shows_the_usual_one() {
    let (page, _) = at_figure("#b=no-such-model");
    let script = "return document.querySelector('[data-part=\"battery-model\"]').value";
    assert_ne!(page.browser.eval(script, &[]), Value::Null);
    let all = Test::ALL.len();
    page.browser.wait("the number of every test", || {
        match texts(&page, ".battery-number").len() {
            found if found == all => Ok(()),
            found => Err(found.to_string()),
        }
    });
}

#[test]
fn the_two_are_compared_problem_by_problem() {
    let (page, file) = at_figure("");
    let of = |id: &str| {
        &file
            .of(id)
            .unwrap()
            .answers(Set::Home, Way::Own)
            .unwrap()
            .tally
    };
    let (large, small) = (of("large-direct-s0"), of(FOLLOWED));
    let said = texts(&page, "[data-part=\"equal\"]").remove(0);
    let apart = (large.right as f64 - small.right as f64) / large.problems as f64;
    assert!(
        said.contains(&format!("{:+.1} points apart", 100.0 * apart).replace('-', "\u{2212}")),
        "{said}"
    );
    assert!(said.contains("Holm"), "{said}");
}

#[test]
fn every_family_is_a_row() {
    let (page, file) = at_figure("");
    page.scroll_to(OFF_TITLE);
    page.wait_for(OFF_FIGURE);
    let names = texts(&page, &format!("{OFF_FIGURE} tbody th"));
    let labels = Family::ALL.map(|family| name_of("family", family.name()));
    assert_eq!(names[1..], labels);
    let rights = texts(&page, &format!("{OFF_FIGURE} tbody td:nth-of-type(1)"));
    let large = file.of("large-direct-s0").unwrap();
    for (family, right) in Family::ALL.into_iter().zip(&rights[1..]) {
        let entry = large.answers(Set::Family(family), Way::Own).unwrap();
        assert_eq!(*right, percent(entry.tally.accuracy()), "{family:?}");
    }
}

#[test]
fn the_file_is_missing() {
    Page::check_fault(FILE, Fault::Missing, TITLE, FIGURE);
}

/// Chooses an option of a form by its value.
#[track_caller]
pub(crate) fn choose(page: &Page, part: &str, value: &str) {
    let script = "const choice = document.querySelector(`[data-part=\"${arguments[0]}\"]`);
        choice.value = arguments[1];
        choice.dispatchEvent(new Event('change', { bubbles: true }));";
    page.browser.eval(script, &[json!(part), json!(value)]);
}

#[track_caller]
pub(crate) fn live_state(page: &Page) -> String {
    let script = "return document.querySelector('[data-part=\"live-test\"]').dataset.state";
    let state = page.browser.eval(script, &[]);
    state.as_str().expect("a state").to_owned()
}

#[track_caller]
pub(crate) fn run_to_the_end(page: &Page) -> String {
    page.click_part("live-run");
    page.browser
        .wait("the end of the test", || match live_state(page) {
            state if state == "ended" => Ok(()),
            state => Err(state),
        });
    texts(page, "[data-part=\"live-words\"]").remove(0)
}

#[test]
fn all_problems_give_the_published_counts() {
    let (page, _) = at_figure("");
    choose(&page, "live-choice", "empty_tokens_instead");
    choose(&page, "live-size", "2");
    let said = run_to_the_end(&page);
    assert!(
        said.contains("exact") && said.ends_with("Every count is the published one."),
        "{said}"
    );
}

#[test]
fn a_sample_has_an_interval_and_cases_that_can_be_opened() {
    let (page, _) = at_figure("");
    let said = run_to_the_end(&page);
    assert!(
        said.contains("95 % interval") && said.contains("You guessed 50 %"),
        "{said}"
    );
    let case = texts(&page, "[data-part=\"live-case\"]").remove(0);
    let problem = case.split(',').next().expect("a problem").to_owned();
    page.click_part("live-case");
    page.until_at("duel");
    let view = page.until("the case above", |view| view.hash.contains("e=mistake."));
    assert!(view.hash.contains("p="), "{case} {}", view.hash);
    let shown = texts(&page, ".asked");
    assert!(
        shown
            .iter()
            .any(|asked| asked.contains(problem.split(' ').next().unwrap_or_default())),
        "{shown:?}"
    );
}

#[test]
fn a_test_can_be_cancelled() {
    let (page, _) = at_figure("");
    choose(&page, "live-size", "2");
    page.click_part("live-run");
    page.click_part("live-cancel");
    page.browser
        .wait("the cancellation", || match live_state(&page) {
            state if state == "cancelled" => Ok(()),
            state => Err(state),
        });
    page.wait_for("[data-part=\"live-run\"]");
}
