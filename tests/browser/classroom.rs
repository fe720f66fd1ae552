//! What there is for a class: links with controls left out or fixed, the count of codes, slides on a wall, and paper.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use show_your_work::lesson::code::ResultCode;

use crate::battery::texts;
use crate::driver::Machine;
use crate::lesson;
use crate::page::{Page, Visit};

#[track_caller]
fn open(query: &'static str) -> Page {
    let page = lesson::open(query);
    page.settled();
    page
}

#[track_caller]
fn value(page: &Page, part: &str) -> String {
    let script = "return document.querySelector(`[data-part=\"${arguments[0]}\"]`)?.value ?? ''";
    let found = page.browser.eval(script, &[json!(part)]);
    found.as_str().expect("a text").to_owned()
}

/// Whether anything that a selector finds can be seen.
#[track_caller]
fn is_seen(page: &Page, selector: &str) -> bool {
    let script = "return [...document.querySelectorAll(arguments[0])].some(found => found.checkVisibility())";
    page.browser.eval(script, &[json!(selector)]) == Value::Bool(true)
}

#[test]
fn a_link_is_made_and_its_code_holds_it() {
    let page = open("");
    page.click_part("class");
    page.wait_for("[data-part=\"class-address-text\"]");
    let address = || value(&page, "class-address-text");
    assert_eq!(address(), format!("{}?lesson=follows", page.site.url()));
    page.click("[data-hide-control=\"exports\"]");
    page.click_part("class-lock");
    let expected = format!("{}?hide=exports&lock=1&lesson=follows", page.site.url());
    assert_eq!(address(), expected);
    let code = || page.attribute("[data-part=\"class-qr\"] svg", "data-text");
    assert_eq!(code(), expected);
    assert!(is_seen(&page, "[data-part=\"class-qr\"] svg path"));
}

#[test]
fn codes_are_counted_and_bad_ones_named() {
    let page = open("");
    page.click_part("class");
    page.wait_for("[data-part=\"tally-codes\"]");
    let code = |chosen: [usize; 6]| {
        let answers = chosen.map(|choice| (choice.checked_sub(1), Some(0)));
        ResultCode {
            lesson: "follows".into(),
            answers: answers.into(),
        }
        .render()
    };
    let (one, other) = (code([1, 1, 2, 1, 4, 1]), code([2, 1, 1, 0, 4, 1]));
    let text = format!(
        "{one}\n{other}\nnonsense\n{}",
        one.replace("112141", "212141")
    );
    let paste = r#"
        const field = document.querySelector('[data-part="tally-codes"]');
        field.value = arguments[0];
        field.dispatchEvent(new Event("input", { bubbles: true }));
    "#;
    page.browser.eval(paste, &[json!(text)]);
    page.wait_for("[data-part=\"tally-n\"]");
    let said = texts(&page, "[data-part=\"tally-n\"]").remove(0);
    assert_eq!(
        said,
        "2 results of \u{201c}Does the answer follow from the notes?\u{201d}."
    );
    let faults = texts(&page, "[data-part=\"tally-faults\"] li");
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(
        faults[0].starts_with("Line 3, \u{201c}nonsense\u{201d}, is not counted: it is not"),
        "{faults:?}"
    );
    assert!(
        faults[1].ends_with("a letter is missing or wrong."),
        "{faults:?}"
    );
    let counts = "return [...document.querySelectorAll('.tally-question[data-question=\"0\"] li')].map(row => Number(row.dataset.chosen))";
    assert_eq!(page.browser.eval(counts, &[]), json!([1, 1, 0, 0]));
}

#[test]
fn what_a_link_leaves_out_is_not_there() {
    let controls: [(&str, &str, &str); 6] = [
        ("?hide=problem", ".problem-line", "[data-preset]"),
        ("?hide=presets", "[data-preset]", ".problem-line"),
        (
            "?hide=sampling",
            "[data-part=\"sampling\"]",
            ".problem-line",
        ),
        (
            "?hide=changes",
            "[data-part=\"interventions\"]",
            ".problem-line",
        ),
        ("?hide=exports", "[data-part=\"duel-csv\"]", ".problem-line"),
        ("?hide=tools", "[data-part=\"theme\"]", ".problem-line"),
    ];
    for (query, hidden, left) in controls {
        let page = open(query);
        assert!(!is_seen(&page, hidden), "{query}");
        assert!(is_seen(&page, left), "{query}");
    }
}

#[test]
fn what_a_link_fixes_stays() {
    let page = open("?lock=1#p=37%20%C3%97%2058%20mod%207");
    let before = page.settled_for("37 × 58 mod 7");
    // Neither by pointer, nor by keyboard, nor from another figure.
    for selector in [
        "[data-preset]",
        "[data-part=\"problem-input\"]",
        "[data-part=\"sampling\"]",
        "[data-part=\"checkpoint-slider\"]",
    ] {
        let script = "return !!document.querySelector(arguments[0]).closest('[inert]')";
        assert_eq!(
            page.browser.eval(script, &[json!(selector)]),
            true,
            "{selector}"
        );
    }
    let press = "document.querySelector('[data-preset]').click()";
    page.browser.eval(press, &[]);
    assert_eq!(page.settled().problem, before.problem);
    // The notes can be changed.
    page.click("[data-intervention]");
    page.settled_edit();
}

/// What stands on the wall: the smallest letters, in pixels, and of which words.
const SMALLEST: &str = r#"
const root = document.querySelector("[data-part=wall], [data-part=lesson]").closest("main");
const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
const found = [];
while (walker.nextNode()) {
    const element = walker.currentNode.parentElement, text = walker.currentNode.data.trim();
    if (!text || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || element.closest("[aria-hidden=true], option")) continue;
    const matrix = element.getScreenCTM?.();
    found.push([parseFloat(getComputedStyle(element).fontSize) * (matrix ? matrix.a : 1), text.slice(0, 40)]);
}
found.sort((one, other) => one[0] - other[0]);
return found.slice(0, 5);
"#;

#[track_caller]
fn check_letters(page: &Page, name: &str) {
    let found = page.browser.eval(SMALLEST, &[]);
    let smallest = found[0][0].as_f64().unwrap_or(0.0);
    assert!(smallest >= 28.0, "{name}: {found}");
}

#[track_caller]
fn check_slide(page: &Page, expected: &str) {
    page.wait_attribute("[data-part=\"wall\"]", "data-slide", expected);
}

#[test]
fn slides_are_stepped_by_keys_and_read_from_afar() {
    let page = Page::open(Visit {
        hash: "?present",
        // Whoever presents has chosen its colours, whatever they read in.
        script: "localStorage.setItem('show-your-work.theme', 'dark')",
        machine: Machine {
            viewport: (1920, 1080),
            ..Machine::default()
        },
        ..Visit::default()
    });
    check_slide(&page, "0");
    page.wait_for("[data-part=\"duel\"][data-state=\"done\"]");
    assert_eq!(page.attribute("html", "data-theme"), "projector");
    check_letters(&page, "duel");
    let key = |key: &str| {
        let script = "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0], bubbles: true, cancelable: true }))";
        page.browser.eval(script, &[json!(key)]);
    };
    for (pressed, expected) in [
        ("ArrowRight", "1"),
        ("PageDown", "2"),
        ("ArrowLeft", "1"),
        ("End", "12"),
        ("PageDown", "12"),
        ("Home", "0"),
    ] {
        key(pressed);
        check_slide(&page, expected);
    }
    key("Escape");
    page.wait_for("[data-part=\"class\"]");
    assert_eq!(page.attribute("html", "data-theme"), "dark");
    key("p");
    check_slide(&page, "0");
}

#[test]
fn a_lesson_is_stepped_on_the_wall() {
    let page = Page::open(Visit {
        hash: "?lesson=follows&present",
        machine: Machine {
            viewport: (1920, 1080),
            ..Machine::default()
        },
        ..Visit::default()
    });
    let at = |step: &str| page.wait_attribute("[data-part=\"lesson\"]", "data-step", step);
    at("0");
    check_letters(&page, "the first step");
    let key = |key: &str| {
        let script = "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0], bubbles: true, cancelable: true }))";
        page.browser.eval(script, &[json!(key)]);
    };
    page.click_part("lesson-skip");
    page.wait_for("[data-part=\"lesson-figure\"] section");
    check_letters(&page, "the duel beside it");
    key("PageDown");
    at("1");
    key("PageUp");
    at("0");
}

/// The pages of a PDF as texts.
fn pages_of(pdf: &[u8]) -> Vec<String> {
    let read = lopdf::Document::load_mem(pdf).expect("it is a PDF");
    let numbers = read.get_pages().into_keys();
    let text = |number: u32| read.extract_text(&[number]).expect("its text can be read");
    numbers.map(text).collect()
}

#[track_caller]
fn printed(page: &Page) -> Vec<String> {
    page.wait_attribute("[data-part=\"worksheet\"]", "data-ready", "true");
    let a4 = fantoccini::wd::PrintConfiguration::builder().build();
    let a4 = a4.expect("the usual settings are fine");
    let pdf = page
        .browser
        .drive(async |client| client.print(a4.clone()).await);
    pages_of(&pdf)
}

#[test]
fn a_worksheet_is_two_pages_and_its_key_is_what_the_models_do() {
    let page = Page::open(Visit {
        hash: "?worksheet=follows",
        ..Visit::default()
    });
    let sheet = printed(&page);
    assert_eq!(sheet.len(), 2, "{sheet:#?}");
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    for expected in ["67 × 89 mod 7", "GPT large", "Name"] {
        assert!(
            plain(&sheet[0]).contains(&plain(expected)),
            "{expected}: {sheet:#?}"
        );
    }
    assert!(
        plain(&sheet[1]).contains("Predict,run,explain"),
        "{sheet:#?}"
    );
    assert_eq!(
        texts(&page, "[data-part=\"sheet-problems\"] [data-large]"),
        Vec::<String>::new()
    );

    page.go_to("?worksheet=follows&key");
    let key = printed(&page);
    assert!(plain(&key[0]).contains("Answerkey"), "{key:#?}");
    let script = "return [...document.querySelectorAll('[data-problem]')].map(row => [row.dataset.problem, row.querySelector('[data-large]').dataset.large, row.querySelector('[data-small]').dataset.small])";
    let rows = page.browser.eval(script, &[]);
    let rows: Vec<[String; 3]> = serde_json::from_value(rows).expect("texts");
    let problems: BTreeSet<&String> = rows.iter().map(|row| &row[0]).collect();
    assert_eq!(problems.len(), rows.len());
    assert!(rows.len() > 3);
    let n_right = page.browser.eval(
        "return document.querySelectorAll('.sheet-question [data-right=true]').length",
        &[],
    );
    assert_eq!(n_right, 6, "a right answer for every question");

    // The page does the same, live.
    page.go_to("");
    page.settled();
    for [problem, large, small] in &rows {
        page.type_problem(problem);
        let view = page.settled_for(problem);
        assert_eq!(view.large.text.as_ref(), Some(large), "{problem}");
        assert_eq!(view.small.text.as_ref(), Some(small), "{problem}");
    }
}
