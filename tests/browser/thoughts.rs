//! Thoughts you cannot read: the model thinks in vectors when a reader comes near, and its answer is what its thoughts make it.

use serde_json::json;
use syw_core::latent::Latents;
use syw_core::problem::Convention;

use crate::driver::Machine;
use crate::layout::check_width;
use crate::page::{Page, View, Visit};
use crate::server::Fault;

const SECTION: &str = "[data-part=\"thoughts\"]";
const DONE: &str = "[data-part=\"thoughts-figure\"][data-state=\"done\"]";
const FILE: &str = "results/latent.json";
/// A problem of the home rung, which nobody was trained on.
const PROBLEM: &str = "#p=33%20%C3%97%2046%20mod%207";

/// A live page whose model has thought.
#[track_caller]
fn at_thoughts(hash: &'static str) -> (Page, View) {
    let (page, view) = Page::live(hash);
    page.scroll_to(SECTION);
    page.wait_for(DONE);
    (page, view)
}

#[track_caller]
fn file(page: &Page) -> Latents {
    let script = "return fetch(arguments[0]).then(answer => answer.json())";
    let file = page.browser.eval(script, &[json!(FILE)]);
    serde_json::from_value(file).expect("the file has its form")
}

/// The text of every part of a name.
#[track_caller]
fn texts(page: &Page, part: &str) -> Vec<String> {
    let script = "return [...document.querySelectorAll(`[data-part=\"${arguments[0]}\"]`)].map(part => part.textContent)";
    let texts = page.browser.eval(script, &[json!(part)]);
    serde_json::from_value(texts).expect("texts")
}

#[track_caller]
fn text(page: &Page, part: &str) -> String {
    texts(page, part).concat()
}

/// The answer on the page, once it is about what is chosen.
#[track_caller]
fn answer(page: &Page) -> i64 {
    page.wait_for(DONE);
    let said = text(page, "thoughts-answer");
    let number = said.split(' ').nth(1).and_then(|word| word.parse().ok());
    number.unwrap_or_else(|| panic!("no answer in {said:?}"))
}

#[test]
fn it_thinks_when_a_reader_comes_and_what_was_measured_is_told() {
    let (page, _) = Page::live("");
    let is_asked = |part: &str| {
        let requests = page.site.requests();
        requests.iter().any(|path| path.contains(part))
    };
    assert!(!is_asked(FILE), "asked for before anybody comes near");
    let is_fetched = page.site.requests();
    let is_fetched = is_fetched
        .iter()
        .any(|path| path.contains("latent") && path.contains("model.onnx"));
    assert!(!is_fetched, "fetched before anybody comes near");
    page.scroll_to(SECTION);
    page.wait_for(DONE);
    let file = file(&page);
    let shown = file.middle().expect("a model");
    assert!(is_asked(&format!("{}/model.onnx", shown.model)));
    assert_eq!(texts(&page, "thought").len(), shown.thoughts);
    for nearest in texts(&page, "thought-nearest") {
        assert!(nearest.contains('%'), "{nearest}");
    }
    let measured = text(&page, "thoughts-measured");
    let right = 100.0 * shown.share(shown.right);
    let said = format!("{:.0}", right.floor());
    assert!(measured.contains(&said), "{said} is not in {measured}");
}

#[test]
fn swapping_every_thought_gives_the_other_problems_answer_and_back() {
    let (page, view) = at_thoughts(PROBLEM);
    let own = answer(&page);
    assert_eq!(own, view.problem().answer(Convention::Floored));
    let probes = texts(&page, "thought-probes");
    assert!(
        probes.iter().all(|read| read.contains("answer ")),
        "{probes:?}"
    );

    page.click_part("thoughts-swap-all");
    let other = text(&page, "thoughts-other");
    let implied: i64 = other
        .rsplit(' ')
        .next()
        .and_then(|word| word.parse().ok())
        .expect("a number");
    assert_ne!(implied, own);
    assert_eq!(answer(&page), implied);
    let came = text(&page, "thoughts-came");
    assert!(came.ends_with("the other problem\u{2019}s."), "{came}");
    assert_ne!(texts(&page, "thought-probes"), probes);

    page.click_part("thoughts-reset");
    assert_eq!(answer(&page), own);
    assert_eq!(texts(&page, "thought-probes"), probes);
    assert_eq!(text(&page, "thoughts-came"), "Nothing is changed.");
}

#[test]
fn one_thought_can_be_knocked_out_and_put_back() {
    let (page, _) = at_thoughts(PROBLEM);
    let before = texts(&page, "thought-nearest");
    page.click("[data-part=\"thought\"][data-place=\"1\"] [data-part=\"thought-noise\"]");
    page.wait_for("[data-part=\"thought\"][data-place=\"1\"][data-change=\"noise\"]");
    page.wait_for(DONE);
    let after = texts(&page, "thought-nearest");
    assert_eq!(before[0], after[0], "what comes before the change stays");
    assert_ne!(before[1], after[1]);
    assert!(text(&page, "thoughts-came").starts_with("With thought 2 made noise, the answer"));
    // The same button takes it back.
    page.click("[data-part=\"thought\"][data-place=\"1\"] [data-part=\"thought-noise\"]");
    page.wait_for("[data-part=\"thought\"][data-place=\"1\"][data-change=\"keep\"]");
    page.wait_for(DONE);
    assert_eq!(texts(&page, "thought-nearest"), before);
}

#[test]
fn it_follows_the_problem_of_the_duel() {
    let (page, _) = at_thoughts(PROBLEM);
    let before = texts(&page, "thought-nearest");
    page.type_problem("33 × 47 mod 7");
    page.settled_for("33 × 47 mod 7");
    page.scroll_to(SECTION);
    page.wait_for(DONE);
    assert_ne!(texts(&page, "thought-nearest"), before);
    // Beyond what the probes were fitted to, none is read.
    page.type_problem("33 × 47 mod 9");
    page.settled_for("33 × 47 mod 9");
    page.wait_for(DONE);
    assert!(
        texts(&page, "thought-probes")
            .iter()
            .all(|read| read.starts_with("fitted to"))
    );
}

#[test]
fn a_guess_is_answered_from_what_was_measured() {
    let (page, _) = at_thoughts("");
    assert_eq!(text(&page, "thoughts-verdict"), "");
    page.click_part("thoughts-guess-own");
    let own = text(&page, "thoughts-verdict");
    page.click_part("thoughts-guess-mixed");
    let mixed = text(&page, "thoughts-verdict");
    for said in [&own, &mixed] {
        assert!(
            said.starts_with('\u{2713}') || said.starts_with('\u{2717}'),
            "{said}"
        );
        assert!(said.contains("held-out problems"), "{said}");
    }
    // One of the two is what happens to the first thought of a model that keeps to its steps.
    assert_ne!(own.chars().next(), mixed.chars().next());
}

#[test]
fn a_file_or_a_model_that_does_not_arrive_is_told_and_tried_again() {
    Page::check_fault(FILE, Fault::Missing, SECTION, DONE);
    let shipped: Latents =
        serde_json::from_str(include_str!("../../public/results/latent.json")).expect("a file");
    let shown = &shipped.middle().expect("a model").model;
    let file = format!("{shown}/model.onnx").leak();
    let page = Page::open(Visit {
        fault: Some((file, Fault::Missing)),
        ..Visit::default()
    });
    page.settled();
    page.scroll_to(SECTION);
    let failed = page.until("a message", |view| view.has_failure("model"));
    assert!(
        failed.notices[0].text.contains("thinks in vectors"),
        "{failed:#?}"
    );
    page.site.heal();
    page.click_part("retry");
    page.wait_for(DONE);
}

#[test]
fn it_fits_a_phone() {
    let page = Page::open(Visit {
        machine: Machine {
            viewport: (390, 844),
            ..Machine::default()
        },
        ..Visit::default()
    });
    page.settled();
    page.scroll_to(SECTION);
    page.wait_for(DONE);
    check_width(&page);
    let widths = page.browser.eval(
        "return [...document.querySelectorAll('.strip')].map(strip => strip.getBoundingClientRect().width)",
        &[],
    );
    let widths: Vec<f64> = serde_json::from_value(widths).unwrap_or_default();
    assert!(
        !widths.is_empty() && widths.iter().all(|width| *width > 240.0),
        "{widths:?}"
    );
}
