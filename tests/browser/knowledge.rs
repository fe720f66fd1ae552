//! Does it know before it reasons: a guess first, then a table of what was measured, or a failure that can be tried again.

use fantoccini::key::Key;
use serde_json::{Value, json};
use syw_core::knowledge::{KnowledgeReport, Place};

use crate::battery::{percent, texts};
use crate::driver::Machine;
use crate::layout::check_width;
use crate::page::{Page, Visit};
use crate::server::Fault;

const SECTION: &str = "[data-part=\"knowledge\"]";
const GUESS: &str = "[data-part=\"knowledge-guess\"] input";
/// The whole question: its buttons alone are too small to be seen by a driver.
const QUESTION: &str = "[data-part=\"knowledge-guess\"]";
const TABLE: &str = "[data-part=\"knowledge-table\"] tbody tr";
const FILE: &str = "results/knowledge.json";

/// A page whose section has been come to.
#[track_caller]
fn at_section(machine: Machine) -> Page {
    let page = Page::open(Visit {
        machine,
        ..Visit::default()
    });
    page.settled();
    page.scroll_to(SECTION);
    page
}

/// Guesses by the place of the choice.
#[track_caller]
fn guess(page: &Page, idx: usize) {
    let script = "document.querySelectorAll(arguments[0])[arguments[1]].click()";
    page.browser.eval(script, &[json!(GUESS), json!(idx)]);
    page.wait_for(TABLE);
}

/// The file that the page shows.
#[track_caller]
fn file(page: &Page) -> KnowledgeReport {
    let script = "return fetch(arguments[0]).then(answer => answer.json())";
    let file = page.browser.eval(script, &[json!(FILE)]);
    serde_json::from_value(file).expect("the file has its form")
}

/// The shares that are read off an arm of small, lowest first.
fn shares(file: &KnowledgeReport, arm: &str, place: Place) -> Vec<f64> {
    let of_arm = file
        .models
        .iter()
        .filter(|found| found.arm == arm && found.model.starts_with("small"));
    let mut shares: Vec<f64> = of_arm.filter_map(|found| found.last_layer(place)).collect();
    shares.sort_by(f64::total_cmp);
    shares
}

fn range(shares: &[f64]) -> String {
    let [low, high] = [shares.first(), shares.last()].map(|share| percent(*share.expect("a seed")));
    match low == high {
        true => low,
        false => format!("{low} to {high}"),
    }
}

#[test]
fn the_table_comes_after_the_guess_and_says_what_was_measured() {
    let page = at_section(Machine::default());
    let file = file(&page);
    assert_eq!(texts(&page, TABLE), [""; 0]);
    guess(&page, 0);
    let small = shares(&file, "chain_rl", Place::EndOfProblem);
    let row = "[data-part=\"knowledge-table\"] tbody tr";
    let script = "return [...document.querySelectorAll(arguments[0])].map(row => [...row.cells].map(cell => cell.textContent))";
    let rows: Vec<Vec<String>> =
        serde_json::from_value(page.browser.eval(script, &[json!(row)])).expect("rows of cells");
    let cells = rows
        .iter()
        .find(|cells| cells[0] == "GPT small, after RL")
        .expect("the row of small");
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| cell.replace('\u{202f}', " "))
        .collect();
    assert_eq!(cells[1], range(&small));
    let answer = shares(&file, "chain_rl", Place::MadeToAnswer);
    assert_eq!(cells[2], range(&answer));
    let finding = texts(&page, "[data-part=\"knowledge-finding\"]").remove(0);
    assert!(finding.contains(&range(&small)), "{finding}");

    // One of the guesses is right, and the others are told so.
    let judged: Vec<bool> = (0..3)
        .map(|idx| {
            guess(&page, idx);
            let said = texts(&page, "[data-part=\"knowledge-guessed\"]").remove(0);
            let middle = percent(small[(small.len() - 1) / 2]);
            assert!(said.contains(&middle), "{said}");
            said.starts_with("As you guessed")
        })
        .collect();
    assert_eq!(judged.iter().filter(|is_right| **is_right).count(), 1);
}

#[test]
fn a_file_that_does_not_come_says_so() {
    let page = Page::check_fault(FILE, Fault::Missing, SECTION, QUESTION);
    assert_eq!(texts(&page, TABLE), [""; 0]);
    guess(&page, 1);
}

#[test]
fn a_file_that_is_cut_short_says_so() {
    Page::check_fault(FILE, Fault::Truncated, SECTION, QUESTION);
}

#[test]
fn it_is_worked_by_keyboard() {
    let page = at_section(Machine::default());
    page.tab_to(GUESS);
    page.press(Key::Down);
    page.wait_for(TABLE);
    let script = "return document.activeElement.matches(arguments[0])";
    let is_there = page.browser.eval(script, &[json!(GUESS)]);
    assert_eq!(is_there, Value::Bool(true), "the focus stays on the guess");
}

#[test]
fn it_fits_a_phone() {
    let page = at_section(Machine {
        viewport: (390, 844),
        ..Machine::default()
    });
    guess(&page, 2);
    check_width(&page);
}
