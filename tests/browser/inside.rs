//! Inside: what is foretold, what is read from where, what the answer hangs on, and every weight, all of it live but what is measured.

use fantoccini::key::Key;
use serde_json::{Value, json};
use syw_core::inside::{Copied, Inside, Simulator};

use crate::battery::{FOLLOWED, percent, texts};
use crate::driver::Machine;
use crate::embed::wait_for_value;
use crate::layout::check_width;
use crate::page::{Page, View, Visit};
use crate::server::Fault;

const SECTION: &str = "[data-part=\"inside\"]";
const FILE: &str = "results/inside.json";
const LARGE: &str = "[data-part=\"large-strip\"] [data-position]";
const SMALL: &str = "[data-part=\"small-strip\"] [data-position]";

/// A live page at a part of the section.
#[track_caller]
fn at(part: &str) -> (Page, View) {
    let (page, view) = Page::live("");
    page.scroll_to(SECTION);
    page.wait_for("[data-part=\"inside-guess\"]");
    page.scroll_to(part);
    (page, view)
}

#[track_caller]
fn file(page: &Page) -> Inside {
    let script = "return fetch(arguments[0]).then(answer => answer.json())";
    let file = page.browser.eval(script, &[json!(FILE)]);
    serde_json::from_value(file).expect("the file has its form")
}

/// The shares of a strip, token by token; `None` for what is not seen.
#[track_caller]
fn shares(page: &Page, strip: &str) -> Vec<Option<f64>> {
    let script = "return [...document.querySelectorAll(arguments[0])].map(token =>
        token.dataset.share === '' ? null : Number(token.dataset.share))";
    let found = page.browser.eval(script, &[json!(strip)]);
    serde_json::from_value(found).expect("shares")
}

/// The position that is looked at in a strip.
#[track_caller]
fn asking(page: &Page, strip: &str) -> usize {
    let script = "return [...document.querySelectorAll(arguments[0])].findIndex(token =>
        token.classList.contains('is-asking'))";
    let found = page.browser.eval(script, &[json!(strip)]);
    found.as_u64().expect("a position is looked at") as usize
}

#[track_caller]
fn data(page: &Page, css: &str, name: &str) -> String {
    let script = "return document.querySelector(arguments[0])?.dataset[arguments[1]] ?? ''";
    let found = page.browser.eval(script, &[json!(css), json!(name)]);
    found.as_str().expect("a text").to_owned()
}

/// Whoever goes up to it meets the reading of GPT small before the head of the section.
#[test]
fn a_reading_needs_nobody_near_the_head() {
    let (page, _) = Page::live("");
    page.scroll_to("#weights-title");
    page.scroll_to("#small-reading-title");
    page.wait_for(SMALL);
    let head = "return document.querySelector('#inside-title').getBoundingClientRect().bottom";
    let head = page.browser.eval(head, &[]).as_f64();
    assert!(head < Some(-400.0), "the head is near: {head:?}");
}

#[test]
fn a_guess_comes_before_what_was_measured() {
    let (page, _) = Page::live("");
    let is_asked = || {
        let requests = page.site.requests();
        requests.iter().any(|path| path.ends_with(FILE))
    };
    assert!(!is_asked(), "asked for before anybody comes near");
    page.scroll_to(SECTION);
    page.wait_for("[data-guess=\"small\"]");
    assert_eq!(texts(&page, "[data-part=\"inside-finding\"]"), [""; 0]);
    page.click("[data-guess=\"small\"]");
    page.wait_for("[data-part=\"inside-finding\"]");
    let said = texts(&page, "[data-part=\"inside-told\"]").remove(0);
    assert!(
        said.contains("You said: GPT small, by its notes."),
        "{said}"
    );
    let file = file(&page);
    let large = file.large().unwrap().errors_told(Simulator::Rule).unwrap();
    assert!(
        said.contains(&format!("gives the answer in {}.", percent(large))),
        "{said}"
    );
    let rows = texts(
        &page,
        "[aria-label=\"Wrong answers that were foretold\"] tbody tr",
    );
    let followed = file.of(FOLLOWED).unwrap();
    assert_eq!(rows.len(), followed.sets.len() + 1);
    let told = followed.errors_told(Simulator::Chain).unwrap();
    assert!(rows.last().unwrap().contains(&percent(told)), "{rows:?}");
}

#[test]
fn large_is_read_token_by_token() {
    let (page, view) = at("[data-part=\"large-reading\"]");
    page.wait_for(LARGE);
    let before = shares(&page, LARGE);
    let last = before.len() - 1;
    assert_eq!(asking(&page, LARGE), last);
    let sum: f64 = before.iter().flatten().sum();
    assert!((sum - 1.0).abs() < 1e-4, "{sum}");
    // After the last layer stands what the model answers.
    let answers = "[data-part=\"large-reading\"] .lens tr:last-child";
    assert_eq!(data(&page, answers, "token"), view.large.text.unwrap());
    page.click("[data-part=\"large-heads\"] [data-head=\"0-1\"]");
    page.browser
        .wait("another head", || match shares(&page, LARGE) {
            found if found != before => Ok(()),
            found => Err(format!("{found:?}")),
        });
    page.click(&format!("{LARGE}[data-position=\"3\"]"));
    page.press(Key::Left);
    page.browser
        .wait("the token before", || match asking(&page, LARGE) {
            2 => Ok(()),
            other => Err(other.to_string()),
        });
    let found = shares(&page, LARGE);
    assert_eq!(found.iter().flatten().count(), 3, "{found:?}");
    page.type_problem("12 × 34 mod 5");
    page.settled_for("12 × 34 mod 5");
    page.browser.wait("the problem in the strip", || {
        match texts(&page, &format!("{LARGE} b")).concat() {
            text if text.contains("12×34%5") => Ok(()),
            text => Err(text),
        }
    });
}

#[test]
fn the_answer_comes_back_where_the_digit_was_changed_and_at_the_end() {
    let (page, _) = at("[data-part=\"patching\"]");
    let places = texts(&page, "[data-part=\"patch-place\"] option");
    let forms = || texts(&page, "[data-part=\"patching-exports\"] button");
    assert!(forms().is_empty(), "there is nothing to take away yet");
    page.click_part("patch-run");
    let state = || data(&page, "[data-part=\"patching\"]", "state");
    page.browser.wait("the patches", || match state() {
        state if state == "done" => Ok(()),
        state => Err(state),
    });
    assert_eq!(forms(), ["CSV", "JSON", "SVG", "PNG"]);
    let script = "return [...document.querySelectorAll('.patch-grid tbody tr')].map(row =>
        [...row.querySelectorAll('td')].map(cell => Number(cell.dataset.restored)))";
    let found: Vec<Vec<f64>> =
        serde_json::from_value(page.browser.eval(script, &[])).expect("a grid");
    let heads = texts(&page, ".patch-grid thead th");
    let changed = heads
        .iter()
        .position(|head| head.contains(" for "))
        .expect("a digit was changed");
    assert!(places.len() > 1 && heads.len() == found[0].len());
    assert_eq!(found[0][changed], 1.0);
    assert!(
        found
            .iter()
            .all(|layer| layer[..changed].iter().all(|share| *share == 0.0))
    );
    let end = found.last().unwrap();
    assert_eq!((end[end.len() - 1], end[changed]), (1.0, 0.0));
    // It is about a problem that is there no more.
    page.type_problem("12 × 34 mod 5");
    page.settled_for("12 × 34 mod 5");
    assert_eq!(state(), "none");
}

#[test]
fn small_fetches_with_the_head_that_was_measured() {
    let (page, _) = at("[data-part=\"small-reading\"]");
    page.wait_for(SMALL);
    let file = file(&page);
    let heads = &file.of(FOLLOWED).unwrap().heads;
    let operand = heads
        .iter()
        .find(|heads| heads.what == Copied::Operand)
        .unwrap();
    let best = operand.heads[0];
    let chosen = "return document.querySelector('[data-part=\"small-heads\"] input:checked').value";
    page.browser.wait("the head that fetches", || {
        match page.browser.eval(chosen, &[]) {
            Value::String(value) if value == format!("{}-{}", best.layer, best.head) => Ok(()),
            other => Err(other.to_string()),
        }
    });
    let said = texts(&page, "[data-part=\"head-words\"]").remove(0);
    assert!(
        said.starts_with(&format!(
            "Head {} of layer {} fetches",
            best.head + 1,
            best.layer + 1
        )),
        "{said}"
    );
    assert!(said.contains(&percent(best.share)), "{said}");
    // Where it copies, most is read from the token that comes next.
    let position = asking(&page, SMALL);
    let found = shares(&page, SMALL);
    let most = (0..=position).max_by(|&one, &other| found[one].partial_cmp(&found[other]).unwrap());
    let tokens = texts(&page, &format!("{SMALL} b"));
    assert_eq!(tokens[most.unwrap()], tokens[position + 1], "{tokens:?}");
}

#[test]
fn every_weight_is_drawn_and_has_its_number() {
    let (page, _) = at("[data-part=\"weights\"]");
    page.wait_for("[data-part=\"weight-board\"]");
    let script = "return fetch(arguments[0]).then(answer => answer.json())";
    let card = page
        .browser
        .eval(script, &[json!(format!("models/{FOLLOWED}/card.json"))]);
    assert_eq!(
        data(&page, "[data-part=\"weight-board\"]", "weights"),
        card["parameters"].to_string()
    );
    let squares = "return [...document.querySelectorAll('.matrix')].map(canvas => canvas.width * canvas.height / 16)
        .reduce((sum, n) => sum + n, 0)";
    // Layer by layer they come.
    wait_for_value(&page, "every weight", squares, |n| *n == card["parameters"]);
    let said = || texts(&page, "[data-part=\"weight-said\"]").remove(0);
    let first = said();
    page.browser.eval(
        "document.querySelector('[data-part=\"weight-board\"]').focus()",
        &[],
    );
    page.press(Key::Right);
    page.browser.wait("another number", || match said() {
        now if now != first && now.starts_with("embedding") => Ok(()),
        now => Err(now),
    });
    page.press(Key::PageDown);
    page.browser.wait("another matrix", || match said() {
        now if now.starts_with("layer 1, scale before attention") => Ok(()),
        now => Err(now),
    });
}

#[test]
fn remainders_are_looked_at_by_modulus_and_layer() {
    let (page, _) = at("[data-part=\"circles\"]");
    let said = || texts(&page, "[data-part=\"circle-words\"]").remove(0);
    let file = file(&page);
    let circles = &file.large().unwrap().circles;
    let last = circles.iter().map(|circle| circle.layer).max().unwrap();
    let of = |modulus, layer| {
        let fits =
            |circle: &&syw_core::inside::Circle| (circle.modulus, circle.layer) == (modulus, layer);
        circles.iter().find(fits).unwrap()
    };
    assert!(said().contains(&percent(of(7, last).between)), "{}", said());
    page.click("[data-choice=\"9\"]:has(input[name=\"inside-modulus\"])");
    page.click("[data-choice=\"2\"]:has(input[name=\"inside-layer\"])");
    let expected = percent(of(9, 2).between);
    page.browser
        .wait("another layer of another modulus", || match said() {
            now if now.contains(&expected) => Ok(()),
            now => Err(now),
        });
}

#[test]
fn a_file_that_does_not_arrive_is_said_in_its_place() {
    let page = Page::check_fault(
        FILE,
        Fault::Missing,
        SECTION,
        "[data-part=\"inside-guess\"]",
    );
    page.wait_for(LARGE);
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
    page.wait_for("[data-guess=\"neither\"]");
    page.click("[data-guess=\"neither\"]");
    page.wait_for(LARGE);
    page.wait_for(SMALL);
    page.click_part("patch-run");
    page.wait_for(".patch-grid");
    page.scroll_to("[data-part=\"weights\"]");
    page.wait_for("[data-part=\"weight-board\"]");
    check_width(&page);
}
