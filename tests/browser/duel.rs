//! The duel: a result before any program has arrived, then any problem that is typed, stepped to or chosen.

use show_your_work::presets::{DEFAULT_PROBLEM, Preset};
use syw_core::{Family, Problem};

use crate::page::{Page, View, Visit};
use crate::server::Fault;

#[test]
fn a_recorded_duel_is_read_before_any_wasm() {
    let page = Page::open(Visit {
        fault: Some((".wasm", Fault::Stalled)),
        ..Visit::default()
    });
    let recorded = page.until("the recorded duel", |view| view.is("recorded"));
    assert_eq!(recorded.problem.as_deref(), Some(DEFAULT_PROBLEM));
    check_answers(&recorded);
    assert!(recorded.large.number().is_some(), "{recorded:#?}");
    assert!(recorded.n_steps() > 0, "{recorded:#?}");

    // What was recorded is what the models really say: run here, they give the same.
    page.site.heal();
    let live = page.settled();
    assert_eq!(
        (live.tokens, live.large, live.small),
        (recorded.tokens, recorded.large, recorded.small)
    );
}

#[test]
fn the_recorded_duel_needs_no_script() {
    let page = Page::open(Visit {
        fault: Some((".js", Fault::Missing)),
        ..Visit::default()
    });
    let recorded = page.until("the recorded duel", |view| view.is("recorded"));
    check_answers(&recorded);
}

/// What must hold of every duel, whatever the models say.
#[track_caller]
fn check_answers(view: &View) {
    let problem = view.problem();
    let (large, small) = (view.large.number(), view.small.number());
    for (answer, found) in [(large, &view.large), (small, &view.small)] {
        let is_correct = answer.is_some_and(|answer| problem.accepts(answer));
        assert_eq!(
            found.is_correct.as_deref(),
            Some(if is_correct { "true" } else { "false" }),
            "{view:#?}"
        );
    }
    assert_eq!(
        syw_core::prompt::answer_of(&view.completion()),
        small,
        "{view:#?}"
    );
    let marks: Vec<bool> = syw_core::chain::check(&view.parsed(), &problem)
        .iter()
        .map(|verdict| verdict.is_valid())
        .collect();
    assert_eq!(view.marks, marks, "{view:#?}");
}

#[track_caller]
fn check_typed(text: &str) {
    let (page, _) = Page::live("");
    page.type_problem(text);
    let view = page.settled_for(text);
    check_answers(&view);
    assert_eq!(view.error, None);
}

#[test]
fn a_typed_sum() {
    check_typed("6 + 2 mod 5");
}

#[test]
fn a_typed_sum_of_products() {
    check_typed("37 × 58 + 94 × 3 mod 7");
}

#[test]
fn a_typed_negative_number() {
    check_typed("-7 + 3 mod 5");
}

#[test]
fn every_token_tells_its_probability() {
    let (page, view) = Page::live("");
    let script =
        "return [...document.querySelectorAll('[data-part=\"small-chain\"] [data-token-idx]')]
        .map(token => parseFloat(token.dataset.prob))";
    let probs: Vec<f64> = serde_json::from_value(page.browser.eval(script, &[])).expect("numbers");
    assert_eq!(probs.len(), view.tokens.len());
    assert!(
        probs.iter().all(|prob| (0.0..=1.0).contains(prob)),
        "{probs:?}"
    );

    page.tab_to("[data-token-idx]");
    let detail = page.wait_for("[data-part=\"token-detail\"]");
    page.browser.wait("the probability in words", || {
        let text = page.browser.drive(async |_| detail.text().await);
        if text.contains('%') {
            Ok(())
        } else {
            Err(text)
        }
    });
}

#[test]
fn nonsense_is_named_and_kept() {
    let (page, before) = Page::live("");
    for (text, part) in [
        ("six + 2 mod 5", "six"),
        ("6 / 2 mod 5", "/"),
        ("6 + 2", "modulus"),
        ("1000 + 2 mod 5", "1000"),
    ] {
        page.type_problem(text);
        let view = page.until(&format!("a message about {text}"), |view| {
            view.error
                .as_ref()
                .is_some_and(|error| error.contains(part))
        });
        assert_eq!(view.typed.as_deref(), Some(text));
        assert_eq!(view.problem, before.problem);
        assert_eq!(view.tokens, before.tokens);
    }
    page.type_problem("6 + 2 mod 5");
    assert_eq!(page.settled_for("6 + 2 mod 5").error, None);
}

#[test]
fn steppers_change_one_number() {
    let (page, _) = Page::live("#p=6%20+%202%20mod%205");
    let start = "6 + 2 mod 5";
    page.settled_for(start);
    page.click_part("term-stepper-0-up");
    page.settled_for("7 + 2 mod 5");
    page.click_part("term-stepper-1-down");
    page.settled_for("7 + 1 mod 5");
    page.click_part("term-stepper-modulus-up");
    let view = page.settled_for("7 + 1 mod 6");
    assert_eq!(view.typed.as_deref(), Some("7 + 1 mod 6"));
}

#[test]
fn every_preset_gives_a_problem_of_its_family() {
    let (page, _) = Page::live("");
    for preset in Preset::all() {
        let before = page.view();
        page.click(&format!("[data-preset=\"{}\"]", preset.name()));
        let view = page.until(&format!("another problem, {preset:?}"), |view| {
            view.is_settled() && view.problem != before.problem
        });
        check_answers(&view);
        check_family(preset, &view.problem());
    }
}

#[track_caller]
fn check_family(preset: Preset, problem: &Problem) {
    let families = Family::of(problem, &[2]);
    match preset {
        Preset::Random => {}
        Preset::InDistribution | Preset::Hard => assert_eq!(families, [], "{problem}"),
        Preset::Family(family) => assert!(families.contains(&family), "{problem}"),
    }
}
