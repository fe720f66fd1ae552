//! The plane: a guess first, marks that are the file's numbers, axes that a reader chooses and a link keeps, a mark that loads its model
//! everywhere, by keyboard, and on a phone.

use fantoccini::key::Key;
use serde_json::{Value, json};
use syw_core::plane::{Capability, Choice, Oversight, Plane, Where};

use crate::battery::texts;
use crate::driver::Machine;
use crate::layout::check_width;
use crate::page::{Page, Visit};
use crate::server::Fault;

const FILE: &str = "results/plane.json";
const SECTION: &str = "[data-part=\"plane\"]";
/// What stands there before a guess, once the file is here.
const NOTE: &str = "[data-part=\"plane\"] .note";
const MARK: &str = ".plane-plot [data-mark]";
const USUAL: Choice = Choice {
    x: Capability::Home,
    y: Oversight::Follow,
    at: Where::Home,
};

fn file() -> Plane {
    let text = include_str!("../../public/results/plane.json");
    serde_json::from_str(text).expect("the file has its form")
}

/// The first text of a part; empty where there is none.
#[track_caller]
fn text(page: &Page, part: &str) -> String {
    let found = texts(page, &format!("[data-part=\"{part}\"]"));
    found.into_iter().next().unwrap_or_default()
}

/// Comes to the plane and guesses.
#[track_caller]
fn guess(page: &Page) {
    page.scroll_to(SECTION);
    page.wait_for(NOTE);
    page.browser.eval(
        "document.querySelector('[data-part=\"plane-guess\"] input').click()",
        &[],
    );
    page.wait_for(MARK);
}

/// A live page whose plane is shown.
#[track_caller]
fn at_plane(hash: &'static str) -> Page {
    let (page, _) = Page::live(hash);
    guess(&page);
    page
}

#[track_caller]
fn choose(page: &Page, part: &str, value: &str) {
    let script = "const field = document.querySelector(`[data-part=\"${arguments[0]}\"]`);
        field.value = arguments[1];
        field.dispatchEvent(new Event('change', { bubbles: true }));
        return field.value";
    let found = page.browser.eval(script, &[json!(part), json!(value)]);
    assert_eq!(found, json!(value));
}

/// Waits until the address ends so.
#[track_caller]
fn wait_hash(page: &Page, hash: &str) {
    page.until(&format!("the address with {hash}"), |view| {
        view.hash == hash
    });
}

/// The places of the marks whose names in attributes end so, or do not.
#[track_caller]
fn places(page: &Page, are_middles: bool) -> Vec<(f64, f64)> {
    let script = "return [...document.querySelectorAll(arguments[0])]
        .filter(mark => mark.dataset.mark.endsWith('-middle') === arguments[1])
        .map(mark => [Number(mark.dataset.x), Number(mark.dataset.y)])";
    let found = page
        .browser
        .eval(script, &[json!(MARK), json!(are_middles)]);
    sorted(serde_json::from_value(found).expect("pairs of numbers"))
}

fn sorted(mut places: Vec<(f64, f64)>) -> Vec<(f64, f64)> {
    places.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    places
}

/// Whether places are the same but for the last bits, which the way through the driver may change.
fn are_alike(some: &[(f64, f64)], others: &[(f64, f64)]) -> bool {
    let is_near =
        |(a, b): (&(f64, f64), &(f64, f64))| (a.0 - b.0).abs() < 1e-9 && (a.1 - b.1).abs() < 1e-9;
    some.len() == others.len() && some.iter().zip(others).all(is_near)
}

/// Every mark is the file's, and every number of the file is a mark.
#[track_caller]
fn check_marks(page: &Page, choice: Choice) {
    let file = file();
    let groups = choice.groups(&file);
    let middles = sorted(groups.iter().map(|group| group.middle).collect());
    assert!(middles.len() > 2, "{choice:?}");
    page.browser.wait("the medians of the file", || {
        let found = places(page, true);
        if are_alike(&found, &middles) {
            Ok(())
        } else {
            Err(format!("{found:?} and not {middles:?}"))
        }
    });
    let seeds = groups.iter().flat_map(|group| &group.seeds);
    let trail = choice.trail(&file);
    let all = seeds.chain(trail.iter().map(|(_, seen)| seen));
    let (found, expected) = (
        places(page, false),
        sorted(all.map(|seen| seen.at()).collect()),
    );
    assert!(
        are_alike(&found, &expected),
        "{found:?} and not {expected:?}"
    );
}

#[test]
fn it_comes_when_a_reader_does_and_has_guessed() {
    let (page, _) = Page::live("");
    let is_asked = || {
        let requests = page.site.requests();
        requests.iter().any(|path| path.ends_with(FILE))
    };
    assert!(!is_asked(), "asked for before anybody comes near");
    page.scroll_to(SECTION);
    page.wait_for(NOTE);
    assert!(is_asked());
    assert_eq!(texts(&page, MARK).len(), 0, "shown before a guess");
    guess(&page);
    let outcome = text(&page, "plane-guessed");
    assert!(outcome.contains("s you guessed: "), "{outcome}");
}

#[test]
fn the_marks_are_the_numbers_of_the_file_on_whatever_axes() {
    let page = at_plane("");
    check_marks(&page, USUAL);
    let title = || page.attribute("[data-export=\"plane\"] [data-title]", "data-title");
    let before = title();
    choose(&page, "plane-y", "foretold");
    wait_hash(&page, "#y=foretold");
    check_marks(
        &page,
        Choice::new(Capability::Home, Oversight::Foretold, None),
    );
    assert_ne!(title(), before);
    choose(&page, "plane-x", "outside");
    choose(&page, "plane-at", "unseen_modulus");
    wait_hash(&page, "#x=outside&y=foretold&z=unseen_modulus");
    let family = Where::from_name("unseen_modulus");
    check_marks(
        &page,
        Choice::new(Capability::Outside, Oversight::Foretold, family),
    );
    // A link shows the same, and a definition that is not measured there falls back.
    page.go_to("#x=outside&y=foretold&z=unseen_modulus");
    page.settled();
    guess(&page);
    check_marks(
        &page,
        Choice::new(Capability::Outside, Oversight::Foretold, family),
    );
    choose(&page, "plane-y", "kept");
    wait_hash(&page, "#x=outside&y=kept");
    check_marks(
        &page,
        Choice::new(Capability::Outside, Oversight::Kept, None),
    );
}

#[test]
fn an_axis_that_is_none_falls_back() {
    let (page, view) = Page::live("#y=trust");
    assert!(view.notices[0].text.contains("trust"), "{view:#?}");
    guess(&page);
    check_marks(&page, USUAL);
}

#[test]
fn who_has_no_place_is_named_with_the_reason() {
    let page = at_plane("");
    let left = text(&page, "plane-left-out");
    assert!(left.contains("GPT large, answers at once"), "{left}");
    assert!(left.contains("without a step"), "{left}");
    assert_eq!(
        USUAL.left_out(&file()).len(),
        left.matches("GPT ").count(),
        "{left}"
    );
    let n_rows = texts(&page, "[data-part=\"plane-table\"] tbody tr").len();
    let n_seen = file()
        .points
        .iter()
        .filter(|point| USUAL.see(point).is_some())
        .count();
    assert_eq!(n_rows, n_seen + USUAL.left_out(&file()).len());
}

/// The model that the detail would load.
#[track_caller]
fn shown(page: &Page) -> String {
    page.wait_for("[data-part=\"plane-shown\"]");
    page.attribute("[data-part=\"plane-shown\"]", "data-model")
}

#[test]
fn a_mark_loads_its_model_everywhere() {
    let page = at_plane("");
    let file = file();
    let groups = USUAL.groups(&file);
    let of_arm = |arm: &str| {
        groups
            .iter()
            .position(|group| group.arm == arm)
            .expect("there is one")
    };
    let click = |mark: String| {
        let script = "const mark = document.querySelector(`[data-mark=\"${arguments[0]}\"]`);
            mark.dispatchEvent(new MouseEvent('click', { bubbles: true }))";
        page.browser.eval(script, &[json!(mark)]);
    };
    let imitation = groups
        .iter()
        .position(|group| (group.arm, group.seeds.len()) == ("chain_imitation", 5));
    let imitation = imitation.expect("five seeds of small");
    click(format!("{imitation}-2"));
    let model = groups[imitation].seeds[2].point.model.clone();
    page.until(
        "the address of the model, in the duel and in the tests",
        |view| view.hash == format!("#m={model}&b={model}") && view.is_settled(),
    );
    assert_eq!(shown(&page), model);
    let loaded = text(&page, "plane-loaded");
    assert!(
        loaded.starts_with(&format!("Loaded: {model}, in the duel")),
        "{loaded}"
    );
    assert!(loaded.contains("the tests of chains"), "{loaded}");
    let script = "return document.querySelector('[data-part=\"battery-model\"]')?.value ?? null";
    page.scroll_to("[data-part=\"battery\"]");
    page.browser.wait("the tests of that model", || {
        match page.browser.eval(script, &[]) {
            Value::String(found) if found == model => Ok(()),
            other => Err(other.to_string()),
        }
    });
    // A control that reads its chain alone cannot stand in the duel.
    page.scroll_to(SECTION);
    let reader = of_arm("chain_only_reader");
    click(format!("{reader}-0"));
    let model = &groups[reader].seeds[0].point.model;
    wait_hash(
        &page,
        &format!("#m={}&b={model}", groups[imitation].seeds[2].point.model),
    );
    let loaded = text(&page, "plane-loaded");
    assert!(
        loaded.contains(model.as_str()) && !loaded.contains("the duel"),
        "{loaded}"
    );
}

#[test]
fn the_keyboard_walks_along_the_marks_and_loads_one() {
    let page = at_plane("");
    page.tab_to(MARK);
    let focused = || {
        let script = "return document.activeElement.dataset.mark ?? ''";
        page.browser
            .eval(script, &[])
            .as_str()
            .expect("a name")
            .to_owned()
    };
    let x = || {
        let x = page
            .browser
            .eval("return Number(document.activeElement.dataset.x)", &[]);
        x.as_f64().expect("a number")
    };
    page.press(Key::Home);
    let first = x();
    page.press(Key::End);
    assert!(x() >= first);
    let last = focused();
    page.press(Key::Left);
    assert_ne!(focused(), last);
    page.press(Key::Right);
    assert_eq!(focused(), last);
    page.press(Key::Down);
    let (series, idx) = (last.split('-').next().unwrap_or_default(), focused());
    assert_eq!(idx, format!("{series}-0"));
    let model = shown(&page);
    page.press(Key::Enter);
    page.browser.wait("what was loaded", || {
        let loaded = page.attribute("[data-part=\"plane-loaded\"] [data-model]", "data-model");
        if loaded == model { Ok(()) } else { Err(loaded) }
    });
}

#[test]
fn the_band_can_be_magnified() {
    let page = at_plane("");
    let all = places(&page, true).len();
    page.browser.eval(
        "document.querySelector('[data-part=\"plane-magnify\"]').click()",
        &[],
    );
    let (low, high) = USUAL.band(&file()).expect("large was measured");
    page.browser.wait("fewer marks, those around the band", || {
        let found = places(&page, true);
        let is_near = |place: &(f64, f64)| (low - 0.03..high + 0.03).contains(&place.0);
        if found.len() < all && found.iter().all(is_near) {
            Ok(())
        } else {
            Err(format!("{found:?}"))
        }
    });
}

#[track_caller]
fn check_fault(fault: Fault) {
    let page = Page::check_fault(FILE, fault, SECTION, NOTE);
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

#[test]
fn it_fits_a_phone_and_its_letters_are_legible() {
    let page = Page::open(Visit {
        machine: Machine {
            viewport: (390, 844),
            ..Machine::default()
        },
        ..Visit::default()
    });
    page.settled();
    guess(&page);
    let script = "return Math.min(...[...document.querySelectorAll('.plane-plot text')]
        .filter(text => getComputedStyle(text).display !== 'none')
        .map(text => {
            const drawing = text.ownerSVGElement;
            const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
            return parseFloat(getComputedStyle(text).fontSize) * scale;
        }))";
    let size = page
        .browser
        .eval(script, &[])
        .as_f64()
        .expect("there are letters");
    assert!(size >= 12.0, "{size}");
    check_width(&page);
}
