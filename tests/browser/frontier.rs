//! The frontier: every cell that was trained is a mark, a mark tells of its runs, and choosing it sets a problem.

use fantoccini::key::Key;
use serde_json::{Value, json};
use syw_core::frontier::{Arm, Frontier};

use crate::driver::Machine;
use crate::layout::check_width;
use crate::page::{Page, View, Visit};
use crate::server::Fault;

pub(crate) const SECTION: &str = "[data-part=\"frontier\"]";
pub(crate) const MARK: &str = "[data-operands] [data-mark]";
pub(crate) const FILE: &str = "results/frontier.json";

/// A live page whose frontier has been come to.
#[track_caller]
fn at_frontier(hash: &'static str) -> (Page, View) {
    let (page, view) = Page::live(hash);
    page.scroll_to(SECTION);
    page.wait_for(MARK);
    page.until_live("[data-part=\"frontier\"]");
    (page, view)
}

/// The file that the page shows.
#[track_caller]
fn file(page: &Page) -> Frontier {
    let script = "return fetch(arguments[0]).then(answer => answer.json())";
    let file = page.browser.eval(script, &[json!(FILE)]);
    serde_json::from_value(file).expect("the file has its form")
}

#[track_caller]
fn count(page: &Page, css: &str) -> usize {
    let script = "return document.querySelectorAll(arguments[0]).length";
    let count = page.browser.eval(script, &[json!(css)]);
    count.as_u64().expect("a count") as usize
}

/// The text of a part, shown or folded away.
#[track_caller]
fn text(page: &Page, part: &str) -> String {
    let script =
        "return document.querySelector(`[data-part=\"${arguments[0]}\"]`)?.textContent ?? ''";
    let text = page.browser.eval(script, &[json!(part)]);
    text.as_str().expect("a text").to_owned()
}

#[test]
fn it_comes_when_a_reader_does() {
    let (page, _) = Page::live("");
    let is_asked = || {
        let requests = page.site.requests();
        requests.iter().any(|path| path.ends_with(FILE))
    };
    assert!(!is_asked(), "asked for before anybody comes near");
    page.scroll_to(SECTION);
    page.wait_for(MARK);
    assert!(is_asked());
    assert!(!text(&page, "frontier-finding").is_empty());
}

#[test]
fn what_was_trained_is_a_mark_and_nothing_else_is() {
    let (page, _) = at_frontier("");
    let file = file(&page);
    let n_trained = file.runs.iter().filter(|run| run.best).count();
    let n_rungs = file.operands().len();
    assert_eq!(count(&page, MARK), n_trained);
    assert_eq!(count(&page, ".panel[data-operands]"), n_rungs);
    let on_all_moduli = file.runs.iter().filter(|run| run.is_trained_on(None));
    assert_eq!(count(&page, ".run-dot"), on_all_moduli.count());

    let n_cells = file.shapes.len() * Arm::ALL.len() * n_rungs;
    let table = text(&page, "frontier-table");
    assert_eq!(table.matches("not trained").count(), n_cells - n_trained);
}

/// The cell that the detail is about: the number of operands and the name of the shape.
#[track_caller]
fn detailed(page: &Page) -> (usize, String) {
    let script = "const cell = document.querySelector('[data-part=\"frontier-cell\"]');
        return cell ? [Number(cell.dataset.operands), cell.dataset.shape] : null";
    let cell = page.browser.wait("the detail of a mark", || {
        match page.browser.eval(script, &[]) {
            Value::Null => Err("none".to_owned()),
            cell => Ok(cell),
        }
    });
    serde_json::from_value(cell).expect("a number and a name")
}

/// The panel and the place of the mark that has the focus.
#[track_caller]
fn focused(page: &Page) -> (usize, String) {
    let script = "const mark = document.activeElement;
        return [Number(mark.closest('[data-operands]').dataset.operands), mark.dataset.mark]";
    serde_json::from_value(page.browser.eval(script, &[])).expect("a number and a name")
}

#[test]
fn the_keyboard_reaches_a_mark_reads_its_runs_and_tries_it() {
    let (page, before) = at_frontier("");
    let file = file(&page);
    page.tab_to(MARK);
    for key in [Key::Home, Key::End, Key::Left, Key::Right] {
        page.press(key);
        let (n_operands, place) = focused(&page);
        let (series, size) = place.split_once('-').expect("two indices");
        let arm = Arm::ALL[series.parse::<usize>().expect("an index")];
        let shape = &file.shapes[size.parse::<usize>().expect("an index")];
        assert_eq!(detailed(&page), (n_operands, shape.name.clone()));

        let detail = text(&page, "frontier-detail");
        for run in file.cell(&shape.name, arm, n_operands) {
            assert!(detail.contains(&run.lr.to_string()), "{detail}");
        }
        let problems = file
            .best(&shape.name, arm, n_operands)
            .expect("a mark has a run");
        let problems = problems.held_out.problems.to_string();
        let digits = |text: &str| text.replace('\u{202f}', "");
        assert!(digits(&detail).contains(&problems), "{detail}");
    }
    let (n_operands, _) = focused(&page);
    page.press(Key::Enter);
    check_tried(&page, &before, n_operands, None);
}

/// Another problem with as many operands is set, and shown.
#[track_caller]
fn check_tried(page: &Page, before: &View, n_operands: usize, modulus: Option<i64>) -> View {
    let view = page.until("another problem", |view| {
        view.is_settled() && view.problem != before.problem
    });
    assert_eq!(view.problem().terms().len(), n_operands);
    if let Some(modulus) = modulus {
        assert_eq!(view.problem().modulus(), modulus);
    }
    let script = "return document.querySelector('#duel').getBoundingClientRect().top";
    let top = page.browser.eval(script, &[]).as_f64().expect("a number");
    assert!((-1.0..650.0).contains(&top), "the duel begins at {top}");
    view
}

#[test]
fn a_click_sets_a_problem_of_its_kind() {
    let (page, mut before) = at_frontier("");
    let rungs = file(&page).operands();
    for &n_operands in &rungs {
        page.click(&format!(
            ".panel[data-operands=\"{n_operands}\"] [data-mark] .mark-shape"
        ));
        before = check_tried(&page, &before, n_operands, None);
    }
    // The button sets another one like it.
    page.click_part("frontier-try");
    let last = *rungs.last().expect("there are marks");
    check_tried(&page, &before, last, None);
}

#[test]
fn one_modulus_is_shown_alone_and_is_in_the_link() {
    let (page, before) = at_frontier("");
    let all = text(&page, "frontier-finding");
    page.click("[data-modulus=\"9\"]");
    let finding = page.browser.wait("the finding of modulus 9", || {
        let finding = text(&page, "frontier-finding");
        if finding.starts_with("Modulus 9") {
            Ok(finding)
        } else {
            Err(finding)
        }
    });
    assert_ne!(finding, all);
    let view = page.view();
    assert_eq!(view.hash, "#f=9");
    assert_eq!(view.problem, before.problem);

    page.go_to(&view.hash);
    page.settled();
    page.scroll_to(SECTION);
    page.wait_for(MARK);
    assert_eq!(text(&page, "frontier-finding"), finding);
    let n_operands = file(&page).operands()[0];
    page.click(&format!(
        ".panel[data-operands=\"{n_operands}\"] [data-mark] .mark-shape"
    ));
    check_tried(&page, &before, n_operands, Some(9));
}

#[test]
fn runs_on_one_modulus_count_where_that_modulus_is_looked_at() {
    let (page, _) = at_frontier("#f=7");
    let file = file(&page);
    let alone = file.runs.iter().filter(|run| run.moduli.is_some());
    assert!(alone.count() > 0, "the sweep has runs on modulus 7 alone");
    let on_seven = file.runs.iter().filter(|run| run.is_trained_on(Some(7)));
    assert_eq!(count(&page, ".run-dot"), on_seven.count());
    let said = "Trained on this modulus and no other";
    assert!(text(&page, "frontier-alone").starts_with(said));
    page.click("[data-modulus=\"all\"]");
    page.browser.wait("no sentence about one modulus", || {
        match text(&page, "frontier-alone") {
            nothing if nothing.is_empty() => Ok(()),
            sentence => Err(sentence),
        }
    });
}

#[track_caller]
fn check_fault(fault: Fault) {
    let page = Page::check_fault(FILE, fault, SECTION, MARK);
    page.settled();
}

#[test]
fn the_file_is_missing() {
    check_fault(Fault::Missing);
}

#[test]
fn the_file_is_truncated() {
    check_fault(Fault::Truncated);
}

/// The smallest letters in the drawings of a part, in CSS pixels.
#[track_caller]
fn smallest_letters(page: &Page, css: &str) -> f64 {
    let script = "return Math.min(...[...document.querySelectorAll(`${arguments[0]} svg text`)].map(text => {
            const drawing = text.ownerSVGElement;
            const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
            return parseFloat(getComputedStyle(text).fontSize) * scale;
        }))";
    let size = page.browser.eval(script, &[json!(css)]);
    size.as_f64().expect("there are letters")
}

#[test]
fn its_letters_are_legible_on_a_phone() {
    let page = Page::open(Visit {
        machine: Machine {
            viewport: (390, 844),
            ..Machine::default()
        },
        ..Visit::default()
    });
    page.settled();
    page.scroll_to(SECTION);
    page.wait_for(MARK);
    page.browser
        .eval("document.querySelector('[data-mark]').focus()", &[]);
    detailed(&page);
    let size = smallest_letters(&page, SECTION);
    assert!(size >= 12.0, "{size}");
    check_width(&page);

    page.scroll_to("#runs-title");
    page.wait_for("[data-part=\"rl-runs\"] svg");
    let size = smallest_letters(&page, "[data-part=\"rl-runs\"]");
    assert!(size >= 12.0, "{size}");
    check_width(&page);
}
