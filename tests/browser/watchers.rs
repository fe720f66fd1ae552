//! Who watches the notes, and who tells the user: a guess first, a monitor at work, a step that is spoiled, three systems under a rule.

use serde_json::json;
use syw_core::watchers::WatchersReport;

use crate::page::{Page, Visit};
use crate::words::name_of;

const RESULTS: &str = include_str!("../../public/results/watchers.json");

fn file() -> WatchersReport {
    serde_json::from_str(RESULTS).expect("the file of results")
}

/// The text of an element, once it has some that fits.
fn text_when(page: &Page, selector: &str, what: &str, fits: impl Fn(&str) -> bool) -> String {
    let script = "return document.querySelector(arguments[0])?.textContent ?? ''";
    let read = || {
        let text = page.browser.eval(script, &[json!(selector)]);
        text.as_str().unwrap_or_default().to_owned()
    };
    page.until(what, |_| fits(&read()));
    read()
}

fn at_figure() -> Page {
    let page = Page::open(Visit::default());
    page.settled();
    page.scroll_to("#watchers-title");
    page.click("[data-part=\"watch-guess-true\"]");
    page.wait_for("[data-part=\"watch-rows\"]");
    page
}

#[test]
fn a_monitor_reads_notes_and_a_step_can_be_spoiled() {
    let page = at_figure();
    let count = |selector: &str| {
        let script = "return document.querySelectorAll(arguments[0]).length";
        page.browser.eval(script, &[json!(selector)]).as_u64()
    };
    let n_unsound = || count(".watch-row[data-sound=\"false\"]");
    assert!(count("[data-part=\"watch-number\"]") > Some(4));
    assert_eq!(n_unsound(), Some(0));
    page.click("[data-part=\"spoil-1\"]");
    page.wait_for("[data-part=\"spoil-1\"][aria-pressed=\"true\"]");
    page.until("unsound rows", |_| n_unsound() > Some(0));
    let verdict = "[data-part=\"watch-verdict\"]";
    let said = text_when(&page, verdict, "a verdict", |text| !text.is_empty());
    assert!(said.contains("do not pass"), "{said}");
    page.click("[data-part=\"spoil-1\"]");
    page.until("sound rows again", |_| n_unsound() == Some(0));
}

#[test]
fn every_author_can_be_watched() {
    let page = at_figure();
    for arm in ["encoded", "steganography", "rationaliser", "chain_rl"] {
        page.click(&format!("[data-part=\"watch-{arm}\"]"));
        page.wait_for(&format!(
            "[data-part=\"watch-{arm}\"][aria-pressed=\"true\"]"
        ));
        let rows = "[data-part=\"watch-figure\"] .watch-problem";
        let label = text_when(
            &page,
            &format!("[data-part=\"watch-{arm}\"]"),
            "its name",
            |text| !text.is_empty(),
        );
        text_when(&page, rows, "its notes", |text| text.starts_with(&label));
    }
}

#[test]
fn users_are_told_by_three_systems() {
    let page = at_figure();
    let card = |arm: &str| format!("[data-part=\"face-{arm}\"] .face-line");
    let told = text_when(&page, &card("chain_rl"), "what the Face tells", |text| {
        !text.is_empty()
    });
    assert!(told.contains("withheld"), "{told}");
    page.click("[data-part=\"face-marked-false\"]");
    let told = text_when(&page, &card("chain_rl"), "a result", |text| {
        text.contains("which is")
    });
    assert!(told.contains("right"), "{told}");
}

#[test]
fn what_is_said_is_what_was_measured() {
    let page = at_figure();
    page.wait_for("[data-part=\"watchers-table\"] tbody tr");
    let file = file();
    assert!(!file.monitors.is_empty());
    let n_rows = page.browser.eval(
        "return document.querySelectorAll('[data-part=\"watchers-table\"] tbody tr').length",
        &[],
    );
    assert!(n_rows.as_u64() > Some(1), "{n_rows}");
    assert!(!file.probes.is_empty());
    for probe in &file.probes {
        let script = "const rows = [...document.querySelectorAll('[data-part=\"watchers-table\"] tbody tr')];
            const row = rows.find(row => row.cells[0].textContent.endsWith(arguments[0]));
            return row?.lastElementChild.textContent ?? ''";
        let name = name_of("family", probe.family.name());
        let cell = page.browser.eval(script, &[json!(format!(": {name}"))]);
        let area = probe
            .auroc
            .map_or("\u{2013}".to_owned(), |area| format!("{area:.2}"));
        assert_eq!(cell, json!(area), "{:?}", probe.family);
    }
    let said = text_when(
        &page,
        "[data-part=\"watchers-finding\"]",
        "the finding",
        |text| !text.is_empty(),
    );
    let seeds = format!("over {} seeds", file.monitors.len());
    assert!(said.contains(&seeds), "{said}");
    let outcome = text_when(
        &page,
        "[data-part=\"watch-outcome\"]",
        "the outcome",
        |text| !text.is_empty(),
    );
    assert!(outcome.contains("s you guessed"), "{outcome}");
}
