//! The debate: a guess first, a verdict that is core's on the published file, its tests run here with the same verdict, by keyboard, and on
//! a phone.

use fantoccini::key::Key;
use serde_json::{Value, json};
use show_your_work::locale::named;
use syw_core::debate::{Debate, LiveMeasure, Verdict, live_measure};

use crate::battery::texts;
use crate::driver::Machine;
use crate::layout::check_width;
use crate::page::{Page, Visit};
use crate::server::Fault;

const FILE: &str = "results/claims.json";
const DEBATE: &str = "[data-part=\"debate\"]";
const CARD: &str = "[data-part=\"claim\"]";
const RUN: &str = "[data-part=\"claim-run\"]";
/// A claim whose tests are quick: short chains of small models alone.
const QUICK: &str = "O2";

fn debate() -> Debate {
    let text = include_str!("../../public/results/claims.json");
    serde_json::from_str(text).expect("the file has its form")
}

fn name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "supported",
        Verdict::Contradicted => "contradicted",
        Verdict::Mixed => "mixed",
        Verdict::Inconclusive => "inconclusive",
        Verdict::NotTestable => "not_testable",
    }
}

/// Chooses a claim in the picture that is shown.
#[track_caller]
fn choose(page: &Page, claim: &str) {
    let script =
        "const all = [...document.querySelectorAll(`.threads [data-claim=\"${arguments[0]}\"]`)];
        const found = all.find(node => node.getBoundingClientRect().width > 0);
        found?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
        return Boolean(found)";
    assert_eq!(page.browser.eval(script, &[json!(claim)]), json!(true));
    page.wait_attribute(CARD, "data-claim-shown", claim);
}

#[track_caller]
fn guess(page: &Page, stance: &str) {
    page.click(&format!(
        "[data-part=\"stance\"] [data-stance=\"{stance}\"]"
    ));
}

/// A live page at the debate.
#[track_caller]
fn at_debate(machine: Machine) -> Page {
    let page = Page::open(Visit {
        machine,
        ..Visit::default()
    });
    page.settled();
    page.scroll_to("#debate-title");
    page.wait_for(CARD);
    page
}

#[test]
fn a_verdict_comes_after_the_guess_and_is_that_of_the_file() {
    let page = at_debate(Machine::default());
    let debate = debate();
    for claim in &debate.claims {
        choose(&page, &claim.id);
        assert_eq!(
            page.attribute("[data-part=\"claim-verdict\"]", "data-verdict"),
            ""
        );
        guess(&page, "unsure");
        page.wait_for("[data-part=\"claim-verdict\"]");
        let shown = page.attribute("[data-part=\"claim-verdict\"]", "data-verdict");
        assert_eq!(shown, name(debate.verdict(claim)), "{}", claim.id);
        let tests = texts(&page, "[data-part=\"claim-evidence\"] > li");
        assert_eq!(tests.len(), claim.in_favour.len() + claim.against.len());
    }
    // A second stance is that of after; both are kept with the browser, and forgotten on demand.
    guess(&page, "holds");
    let kept = || {
        page.browser
            .eval("return localStorage.getItem('show-your-work.stances')", &[])
    };
    page.until("the second stance", |_| {
        kept().as_str().is_some_and(|kept| kept.contains(":uh"))
    });
    let said = texts(&page, "[data-part=\"stances-words\"]").remove(0);
    assert!(
        said.contains(&format!("{0} of {0} claims", debate.claims.len())),
        "{said}"
    );
    page.click_part("stances-forget");
    assert_eq!(kept(), json!(""));
}

/// The dots of a criterion that were counted here, as the words beside them say them.
#[track_caller]
fn here(page: &Page, criterion: &str) -> String {
    texts(
        page,
        &format!("[data-criterion=\"{criterion}\"] [data-part=\"run-here\"]"),
    )
    .remove(0)
}

#[test]
fn a_claim_that_is_run_here_gets_the_published_verdict_and_numbers() {
    let page = at_debate(Machine::default());
    let debate = debate();
    let claim = debate.claim(QUICK).expect("the claim");
    choose(&page, QUICK);
    guess(&page, "holds");
    page.click_part("claim-sample");
    page.wait_attribute(RUN, "data-state", "ended");
    let said = texts(&page, "[data-part=\"claim-run-words\"]").remove(0);
    assert!(said.contains("60 of"), "{said}");
    page.click_part("claim-all");
    page.until("all of it", |_| {
        texts(&page, "[data-part=\"claim-run-words\"]")
            .remove(0)
            .contains("on all")
    });
    page.wait_attribute(RUN, "data-state", "ended");
    let said = texts(&page, "[data-part=\"claim-run-words\"]").remove(0);
    let verdict = named("debate-verdict", name(debate.verdict(claim)));
    assert!(
        said.ends_with(&format!("{verdict}, as published.")),
        "{said}"
    );
    let live = |measure: &String| -> Option<LiveMeasure> { live_measure(measure) };
    for id in &claim.in_favour {
        let criterion = debate.criterion(id).expect("the criterion");
        if live(&criterion.measure).is_none() || criterion.values.is_empty() {
            continue;
        }
        let shown = here(&page, id);
        for value in &criterion.values {
            let number = crate::battery::percent(*value);
            assert!(shown.contains(&number), "{id}: {shown} lacks {number}");
        }
    }
}

#[test]
fn a_link_opens_a_claim_and_all_verdicts_can_be_shown() {
    let page = Page::open(Visit {
        hash: "#c=P9",
        ..Visit::default()
    });
    page.settled();
    page.scroll_to("#debate-title");
    page.wait_for(CARD);
    page.wait_attribute(CARD, "data-claim-shown", "P9");
    page.click_part("debate-open");
    page.wait_for("[data-part=\"claim-verdict\"]");
    let marks = "return [...document.querySelectorAll('.threads.is-wide .node-mark')].map(mark => mark.textContent)";
    let marks: Vec<Value> = page
        .browser
        .eval(marks, &[])
        .as_array()
        .cloned()
        .unwrap_or_default();
    assert_eq!(marks.len(), debate().claims.len());
    assert!(marks.iter().all(|mark| mark != "?"), "{marks:?}");
    choose(&page, "P1");
    page.until("the link", |view| view.hash.contains("c=P1"));
}

#[test]
fn the_debate_is_worked_by_keyboard() {
    let page = at_debate(Machine::default());
    // The picture is one stop of Tab; arrows walk through all of it.
    page.tab_to(".threads.is-wide [data-claim]");
    page.press(Key::Home);
    let focused = "return document.activeElement.dataset.claim";
    let mut met = vec![page.browser.eval(focused, &[])];
    for _ in 1..debate().claims.len() {
        page.press(Key::Right);
        met.push(page.browser.eval(focused, &[]));
    }
    for claim in &debate().claims {
        assert!(met.contains(&json!(claim.id)), "{}: {met:?}", claim.id);
    }
    let last = met.pop().expect("the last claim");
    page.press(Key::Enter);
    page.wait_attribute(CARD, "data-claim-shown", last.as_str().expect("a claim"));
    page.press(Key::Tab);
    assert!(!page.has_focus(".threads [data-claim]"));
    page.tab_to("[data-stance=\"holds\"]");
    page.press(Key::Space);
    page.wait_for("[data-part=\"claim-verdict\"]");
    // The button goes with the card; reading goes on at the name of the claim that it leads to.
    page.tab_to("[data-related]");
    page.press(Key::Space);
    page.until_at("claim-name");
    assert_ne!(json!(page.attribute(CARD, "data-claim-shown")), last);
}

#[test]
fn a_debate_that_does_not_come_says_so() {
    Page::check_fault(FILE, Fault::Missing, DEBATE, CARD);
}

#[test]
fn the_debate_fits_a_phone() {
    let page = at_debate(Machine {
        viewport: (390, 844),
        ..Machine::default()
    });
    choose(&page, "P3");
    guess(&page, "does_not");
    page.wait_for("[data-part=\"claim-evidence\"] svg");
    check_width(&page);
}
