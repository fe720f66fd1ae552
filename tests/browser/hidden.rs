//! Hidden messages: an answer follows a chain that nobody can read, words carry what they should not, and a paraphrase takes it
//! away, live and as published.

use fantoccini::key::Key;
use serde_json::{Value, json};
use syw_core::Token;
use syw_core::card::ModelCard;
use syw_core::chain::{Paraphraser, check, parse};
use syw_core::hidden::{Hidden, HiddenReport, ParaphraseRuns};
use syw_core::prompt::answer_of;
use syw_core::response::{Response, expectation, respond};

use crate::battery::{percent, texts};
use crate::driver::Machine;
use crate::layout::check_width;
use crate::page::{Page, Visit};
use crate::server::Fault;

const TITLE: &str = "#hidden-title";
const HIDER: &str = "[data-part=\"hider\"]";
const METER: &str = "[data-part=\"meter\"]";
const FILE: &str = "results/hidden.json";
const TRAINING_FILE: &str = "results/paraphrase.json";

/// Clicks the first element that a selector finds.
#[track_caller]
fn click(page: &Page, css: &str) {
    let script =
        "const found = document.querySelector(arguments[0]); found?.click(); return Boolean(found)";
    let found = page.browser.eval(script, &[json!(css)]);
    assert_eq!(found, json!(true), "nothing fits {css}");
}

#[track_caller]
fn fetched(page: &Page, file: &str) -> Value {
    let script = "return fetch(arguments[0]).then(answer => answer.json())";
    page.browser.eval(script, &[json!(file)])
}

#[track_caller]
fn report(page: &Page) -> HiddenReport {
    serde_json::from_value(fetched(page, FILE)).expect("the file has its form")
}

/// A live page whose code has been come to, and the model in code has written.
#[track_caller]
fn at_code() -> Page {
    let (page, _) = Page::live("");
    page.scroll_to(TITLE);
    page.wait_attribute("[data-part=\"code\"]", "data-state", "done");
    page
}

/// A live page whose hider has been come to, and has written.
#[track_caller]
fn at_hider(machine: Machine) -> Page {
    let page = Page::open(Visit {
        machine,
        ..Visit::default()
    });
    page.settled();
    page.scroll_to(TITLE);
    page.wait_for(HIDER);
    page.scroll_to(HIDER);
    page.wait_attribute(HIDER, "data-state", "done");
    page
}

/// The chain in code, as it is shown.
#[track_caller]
fn shown(page: &Page) -> Vec<Token> {
    let words = texts(page, "[data-part=\"digit-rows\"] [data-digit-idx]");
    let token = |word: &String| match word.trim() {
        "answer" => Token::ANSWER,
        "end" => Token::END,
        word => Token::from_text(word).unwrap_or_else(|| panic!("a token: {word:?}")),
    };
    words.iter().map(token).collect()
}

#[test]
fn an_answer_follows_a_chain_that_nobody_can_read() {
    let page = at_code();
    let problem = page.view().problem();
    let id = page.attribute("[data-part=\"code\"]", "data-model");
    let card = fetched(&page, &format!("models/{id}/card.json"));
    let card: ModelCard = serde_json::from_value(card).expect("a card");
    let cipher = card.cipher.expect("a model in code");

    // As written hardly a step is true, with the key every one is.
    let written = shown(&page);
    page.click_part("code-key");
    page.wait_attribute("[data-part=\"code\"]", "data-key", "true");
    let plain = shown(&page);
    assert_eq!(cipher.encode(&plain), written);
    let verdicts = check(&parse(&plain), &problem);
    assert!(!verdicts.is_empty() && verdicts.iter().all(|verdict| verdict.is_valid()));
    let notes = "[data-part=\"digit-note\"][data-valid=\"false\"]";
    assert_eq!(texts(&page, notes), [""; 0]);
    let answer = answer_of(&plain).expect("an answer");
    assert!(problem.accepts(answer));

    // A reader puts another digit in the place of the first result.
    let result = "button[data-digit-idx]";
    let at: usize = page
        .attribute(result, "data-digit-idx")
        .parse()
        .expect("a place");
    let digit = (plain[at].as_digit().expect("a digit") + 1) % 7;
    click(&page, result);
    click(&page, &format!("[data-digit=\"{digit}\"]"));
    page.wait_attribute("[data-part=\"code\"]", "data-state", "done");
    let after = shown(&page);
    let kept = [&plain[..at], &[Token::digit(digit)]].concat();
    assert_eq!(after[..=at], kept);
    let response = respond(
        Some(answer),
        answer_of(&after),
        expectation(&kept, &problem),
    );
    assert_eq!(response, Response::Followed);
    assert_eq!(
        page.attribute("[data-part=\"code-sentence\"]", "data-response"),
        "followed"
    );
    page.click_part("code-reset");
    assert_eq!(shown(&page), plain);
}

#[test]
fn what_was_measured_comes_after_the_guess() {
    let page = at_code();
    assert_eq!(texts(&page, "[data-part=\"code-finding\"]"), [""; 0]);
    click(&page, "[data-part=\"code-guess\"] input");
    page.wait_for("[data-part=\"code-finding\"]");
    let said = texts(&page, "[data-part=\"code-finding\"]").remove(0);
    assert!(said.contains("s you guessed."), "{said}");
    assert_eq!(
        texts(&page, "[data-part=\"code-figure\"] [data-bar]").len(),
        3
    );
}

/// Bits that the meter shows, of words about the first residue.
#[track_caller]
fn bits(page: &Page) -> f64 {
    let row = "[data-part=\"bits\"] [data-channel=\"words\"]";
    page.attribute(row, "data-bits").parse().expect("bits")
}

#[track_caller]
fn choose_paraphraser(page: &Page, idx: usize) {
    click(
        page,
        &format!("[data-part=\"paraphraser\"] input[value=\"{idx}\"]"),
    );
}

/// The share of right answers that the meter tells.
#[track_caller]
fn metered(page: &Page) -> f64 {
    let said = texts(page, "[data-part=\"meter-words\"]").remove(0);
    let (_, counts) = said.split_once(": ").expect("what was read");
    let mut numbers = counts
        .split_whitespace()
        .filter_map(|word| word.parse::<f64>().ok());
    let (right, n) = (numbers.next(), numbers.next());
    right
        .zip(n)
        .map(|(right, n)| right / n)
        .unwrap_or_else(|| panic!("two counts: {said}"))
}

#[test]
fn words_carry_the_residues_until_they_are_said_again() {
    let page = at_hider(Machine::default());
    let id = page.attribute(HIDER, "data-model");
    let report = report(&page);
    let published = report.models.iter().find(|model| model.model == id);
    let published = published.expect("it was measured");

    page.click_part("meter-run");
    page.wait_attribute(METER, "data-state", "ended");
    let (as_written, right) = (bits(&page), metered(&page));
    // A sample of a quarter: within five points of all of them.
    let share = |n: usize| n as f64 / published.problems as f64;
    assert!((right - share(published.right)).abs() < 0.05, "{right}");

    choose_paraphraser(&page, 1);
    page.wait_attribute(METER, "data-state", "ended");
    page.browser.wait("the answers after the paraphrase", || {
        let said = texts(&page, "[data-part=\"meter-words\"]").remove(0);
        if said.contains("other words: ") {
            Ok(())
        } else {
            Err(said)
        }
    });
    page.wait_attribute(METER, "data-state", "ended");
    let again = of(published, Paraphraser::Words);
    assert!(
        (metered(&page) - share(again)).abs() < 0.08,
        "{}",
        metered(&page)
    );
    assert!(
        bits(&page) < as_written / 4.0,
        "{} of {as_written}",
        bits(&page)
    );
    page.wait_attribute(HIDER, "data-state", "done");

    let said = texts(&page, "[data-part=\"hidden-finding\"]").remove(0);
    let of_arm = report
        .models
        .iter()
        .filter(|model| model.arm == "steganography");
    let mut rights: Vec<f64> = of_arm
        .map(|model| model.right as f64 / model.problems as f64)
        .collect();
    rights.sort_by(f64::total_cmp);
    assert!(said.contains(&percent(rights[rights.len() / 2])), "{said}");
}

/// Who says chains again, by the place of the choice, once the meter tells what came of it.
#[track_caller]
fn metered_after(page: &Page, idx: usize, name: &str) -> f64 {
    choose_paraphraser(page, idx);
    page.browser.wait("the answers after the paraphrase", || {
        let said = texts(page, "[data-part=\"meter-words\"]").remove(0);
        let is_told = said.contains(&format!("read {name}: "));
        if is_told { Ok(()) } else { Err(said) }
    });
    page.wait_attribute(METER, "data-state", "ended");
    metered(page)
}

/// How often always giving the most frequent answer is right, as the meter tells.
#[track_caller]
fn right_by_habit(page: &Page) -> f64 {
    let said = texts(page, "[data-part=\"meter-words\"]").remove(0);
    let share = said.rsplit("right on ").next().expect("a share");
    let share = share.trim_end_matches([' ', '%', '.']).parse::<f64>();
    share.unwrap_or_else(|_| panic!("a share: {said}")) / 100.0
}

#[test]
fn what_the_order_carries_is_left_by_other_words_and_taken_by_another_order() {
    let page = at_hider(Machine::default());
    // Who was trained longest for it, of those that are shipped and were not kept from it.
    let script = "const found = [...document.querySelectorAll('[data-part=\"hider-arm\"] label')]
            .filter(label => ['may hide in order', 'in order, trained longer'].includes(label.textContent)).pop();
        found?.querySelector('input').click(); return Boolean(found)";
    assert_eq!(page.browser.eval(script, &[]), json!(true));
    page.browser.wait("the hider in order", || {
        match page.attribute(HIDER, "data-model") {
            id if id.contains("steganography_order") => Ok(()),
            other => Err(other),
        }
    });
    page.wait_attribute(HIDER, "data-state", "done");
    // Plans are digits here, and no word of them is a bit.
    assert!(!texts(&page, "[data-part=\"carries\"]").is_empty());
    assert_eq!(texts(&page, "[data-part=\"hider-chain\"] .bit"), [""; 0]);

    page.click_part("meter-run");
    page.wait_attribute(METER, "data-state", "ended");
    let (right, habit) = (metered(&page), right_by_habit(&page));
    assert!(right > habit + 0.05, "{right} {habit}");
    let in_words = metered_after(&page, 1, "other words");
    assert!((right - in_words).abs() < 0.05, "{right} {in_words}");
    for (idx, name) in [(3, "other order"), (4, "each plan once")] {
        let after = metered_after(&page, idx, name);
        let left = (after - habit) / (right - habit);
        assert!(left < 0.7, "{name}: {after} of {right}, by habit {habit}");
    }
}

#[test]
fn training_is_told_by_whom_and_how_often() {
    let page = at_hider(Machine::default());
    click(&page, "[data-part=\"hider-guess\"] input");
    page.wait_for("[data-part=\"training-finding\"]");
    let file: ParaphraseRuns =
        serde_json::from_value(fetched(&page, TRAINING_FILE)).expect("the file has its form");
    let mut ways = std::collections::BTreeMap::new();
    for run in &file.runs {
        let way = (run.hides_in, run.paraphraser, run.every, run.n_updates);
        ways.entry(way).or_insert_with(Vec::new).push(run.right);
    }
    let mut expected: Vec<String> = ways
        .into_values()
        .map(|mut right| {
            right.sort_by(f64::total_cmp);
            let upper = right.len() / 2;
            percent(f64::midpoint(right[(right.len() - 1) / 2], right[upper]))
        })
        .collect();
    let mut numbers = texts(&page, "[data-part=\"hidden-training\"] .battery-number");
    numbers.sort();
    expected.sort();
    assert_eq!(numbers, expected);
}

#[test]
fn a_training_file_that_does_not_come_says_so() {
    let figure = "[data-part=\"hider-guess\"]";
    let page = Page::check_fault(TRAINING_FILE, Fault::Missing, HIDER, figure);
    click(&page, "[data-part=\"hider-guess\"] input");
    page.wait_for("[data-part=\"hidden-training\"]");
}

fn of(model: &Hidden, by: Paraphraser) -> usize {
    let found = model.said_again.iter().find(|after| after.by == by);
    found.expect("it was paraphrased").right
}

#[test]
fn a_file_that_does_not_come_says_so() {
    let figure = "[data-part=\"hider-guess\"]";
    let page = Page::check_fault(FILE, Fault::Missing, HIDER, figure);
    click(&page, "[data-part=\"hider-guess\"] input");
    page.wait_for("[data-part=\"hidden-finding\"]");
}

#[test]
fn it_is_worked_by_keyboard() {
    let page = at_code();
    page.tab_to("[data-part=\"code-key\"]");
    page.press(Key::Enter);
    page.wait_attribute("[data-part=\"code\"]", "data-key", "true");
    page.tab_to("button[data-digit-idx]");
    page.press(Key::Enter);
    page.wait_for(".digit-choice [data-digit=\"0\"]");
}

#[test]
fn it_fits_a_phone() {
    let page = at_hider(Machine {
        viewport: (390, 844),
        ..Machine::default()
    });
    click(&page, "[data-part=\"code-guess\"] input");
    page.click_part("meter-run");
    page.wait_attribute(METER, "data-state", "ended");
    page.wait_for("[data-part=\"hidden-finding\"]");
    check_width(&page);
}
