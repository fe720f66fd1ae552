//! The battery outside of training, the curve of a test as it is run, and every measure against the updates.

use serde_json::json;
use syw_core::Family;
use syw_core::evaluation::{Set, Test};

use crate::battery::{
    FIGURE, FOLLOWED, NUMBERS, at_figure, choose, live_state, numbers, percent, run_to_the_end,
    texts,
};
use crate::driver::Machine;
use crate::layout::check_width;
use crate::page::{Page, Visit};

const FINDING: &str = "[data-part=\"battery-finding\"]";

#[track_caller]
fn count(page: &Page, selector: &str) -> u64 {
    let script = "return document.querySelectorAll(arguments[0]).length";
    let n = page.browser.eval(script, &[json!(selector)]);
    n.as_u64().expect("a number")
}

#[test]
fn a_family_is_in_the_link_and_has_numbers_of_its_own() {
    let (page, file) = at_figure("");
    let home = texts(&page, FINDING).remove(0);
    choose(&page, "battery-family", Family::UnseenModulus.name());
    let view = page.until("the family in the address", |view| {
        view.hash == "#d=unseen_modulus"
    });
    page.go_to(&view.hash);
    page.settled();
    page.scroll_to("#battery-title");
    page.wait_for(FIGURE);
    let said = texts(&page, FINDING).remove(0);
    assert_ne!(said, home);
    let set = Set::Family(Family::UnseenModulus);
    match file.of(FOLLOWED).unwrap().battery(set, Test::Shuffle) {
        Some(entry) => {
            let numbers = numbers(&page);
            let n: usize = entry.tally.n();
            let stays = entry
                .tally
                .places
                .iter()
                .map(|place| place.same())
                .sum::<usize>();
            let shown = &numbers[4];
            assert!(
                shown.starts_with(&percent(stays as f64 / n as f64)),
                "{shown}"
            );
            assert!(said.contains("95 % interval"), "{said}");
        }
        None => assert!(
            texts(&page, NUMBERS).is_empty() && said.contains("no such test"),
            "{said}"
        ),
    }
}

#[test]
fn what_is_not_published_is_said_and_can_be_run_here() {
    let (page, _) = at_figure("#d=other_operators");
    let said = texts(&page, FINDING).remove(0);
    assert!(
        said.contains("no such test of this model") && said.contains("run here"),
        "{said}"
    );
    assert_eq!(count(&page, ".battery-row"), 0);
    assert_eq!(count(&page, "[data-part=\"curve-missing\"]"), 2);
    assert_eq!(count(&page, "[data-part=\"battery-bars-csv\"]"), 0);
    choose(&page, "live-choice", "empty_tokens_instead");
    choose(&page, "live-size", "2");
    let said = run_to_the_end(&page);
    assert!(
        said.ends_with("Nothing is published of this test on these problems."),
        "{said}"
    );
}

#[test]
fn a_family_that_is_run_here_is_compared_with_what_is_published() {
    let (page, file) = at_figure("#d=unseen_modulus");
    choose(&page, "live-choice", "empty_tokens_instead");
    choose(&page, "live-size", "2");
    let said = run_to_the_end(&page);
    let set = Set::Family(Family::UnseenModulus);
    let expected = match file.of(FOLLOWED).unwrap().battery(set, Test::FillerTokens) {
        Some(_) => "Every count is the published one.",
        None => "Nothing is published of this test on these problems.",
    };
    assert!(
        said.ends_with(expected) && said.contains("95 % interval"),
        "{said}"
    );
}

#[test]
fn the_curve_of_a_run_grows_point_by_point_beside_the_published_one() {
    let (page, _) = at_figure("");
    let watch = "window.seen = [];
        new MutationObserver(() => window.seen.push(document.querySelectorAll('[data-part=\"live-curve\"] .point-mark').length))
            .observe(document.querySelector('[data-part=\"live-test\"]'), { childList: true, subtree: true, attributes: true });";
    page.browser.eval(watch, &[]);
    choose(&page, "live-size", "1");
    run_to_the_end(&page);
    let curve = "[data-part=\"live-curve\"]";
    let n_points = count(&page, &format!("{curve} .point-mark"));
    assert!(n_points > 2, "{n_points}");
    assert_eq!(count(&page, &format!("{curve} .point-mark.is-open")), 0);
    assert_eq!(count(&page, &format!("{curve} .interval")), n_points);
    assert_eq!(count(&page, &format!("{curve} .curve-plot .curve")), 1);
    let seen = page
        .browser
        .eval("return [...new Set(window.seen)].filter(n => n > 0)", &[]);
    let seen: Vec<u64> = serde_json::from_value(seen).expect("numbers");
    assert!(seen.is_sorted() && seen.len() > 1, "all at once: {seen:?}");
}

#[test]
fn every_measure_is_titled_by_what_it_did() {
    let (page, file) = at_figure("");
    page.wait_for("[data-part=\"rl-measures\"] .measure-panel");
    let titles = texts(&page, ".measure-panel .curve-title");
    let last = file.of(FOLLOWED).unwrap();
    let right = last
        .answers(Set::Home, syw_core::evaluation::Way::Own)
        .unwrap()
        .tally
        .accuracy();
    assert!(
        titles[0].starts_with("Right answers: from") && titles[0].contains(&percent(right)),
        "{}",
        titles[0]
    );
    let n_checkpoints = file.models.iter().filter(|found| {
        (found.size, found.seed) == (last.size, last.seed)
            && ["chain_rl", "chain_prompted"].contains(&found.arm.as_str())
    });
    let own = "[data-measure=\"right\"] .point-mark.mark-own";
    assert_eq!(count(&page, own), n_checkpoints.count() as u64);
    assert_eq!(live_state(&page), "none");
}

#[test]
fn it_is_worked_by_keyboard() {
    let (page, _) = at_figure("");
    page.tab_to("#battery-family");
    let further = "const { selectedIndex, options } = document.querySelector('#battery-family');
        return [...options].findIndex(option => option.value === 'unseen_modulus') - selectedIndex";
    let further = page.browser.eval(further, &[]).as_u64();
    for _ in 0..further.expect("it stands below the one that is chosen") {
        page.press(fantoccini::key::Key::Down);
    }
    page.until("the family in the address", |view| {
        view.hash == "#d=unseen_modulus"
    });
    page.tab_to("[data-part=\"live-run\"]");
    page.press(fantoccini::key::Key::Enter);
    page.browser
        .wait("the end of the test", || match live_state(&page) {
            state if state == "ended" => Ok(()),
            state => Err(state),
        });
}

#[test]
fn it_fits_a_phone() {
    let page = Page::open(Visit {
        hash: "#d=negative_operand",
        machine: Machine {
            viewport: (390, 844),
            ..Machine::default()
        },
        ..Visit::default()
    });
    page.settled();
    page.scroll_to("#battery-title");
    page.wait_for(FIGURE);
    check_width(&page);
    run_to_the_end(&page);
    check_width(&page);
}
