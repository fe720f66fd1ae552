//! A lesson is played to its end: predicted, run, explained; its code is counted; what was written stays here.

use serde_json::{Value, json};
use show_your_work::lesson::Lesson;
use show_your_work::lesson::code::ResultCode;

use crate::battery::texts;
use crate::page::{Page, Visit};

/// Opens the page with a query.
#[track_caller]
pub(crate) fn open(query: &'static str) -> Page {
    Page::open(Visit {
        hash: query,
        ..Visit::default()
    })
}

/// The lesson as it is shipped.
#[track_caller]
fn lesson(page: &Page, id: &str) -> Lesson {
    let script = "return fetch(arguments[0]).then(answer => answer.json())";
    let found = page
        .browser
        .eval(script, &[json!(format!("lessons/{id}.json"))]);
    serde_json::from_value(found).expect("a lesson has its form")
}

/// What is seen of a step.
const LOOK: &str = r#"
const part = name => document.querySelector(`[data-part="${name}"]`);
return {
    step: part("lesson")?.dataset.step ?? null,
    outcome: part("lesson-came")?.dataset.outcome ?? null,
    came: part("lesson-came")?.textContent ?? null,
    right: [...document.querySelectorAll("[data-right=true]")].map(found => Number(found.dataset.choice)),
    is_veiled: !!part("lesson-veil"),
    has_figure: !!document.querySelector("[data-part=lesson-figure] section"),
    can_go_on: !!part("lesson-next") && !part("lesson-next").disabled,
    response: part("edit-sentence")?.dataset.response ?? null,
    has_bar: part("problem-input")?.checkVisibility() ?? false,
};
"#;

#[track_caller]
fn until(page: &Page, what: &str, fits: impl Fn(&Value) -> bool) -> Value {
    page.browser.wait(what, || {
        let found = page.browser.eval(LOOK, &[]);
        if fits(&found) {
            Ok(found)
        } else {
            Err(found.to_string())
        }
    })
}

#[test]
fn a_lesson_is_played_to_its_end() {
    let page = open("?lesson=follows");
    page.wait_for("[data-part=\"lesson-question\"]");
    let lesson = lesson(&page, "follows");
    let mut foreseen = 0;
    let mut answers = Vec::new();
    for (idx, step) in lesson.steps.iter().enumerate() {
        let shown = until(&page, &format!("step {idx}"), |found| {
            found["step"] == idx.to_string()
        });
        let question = step.question.as_ref().expect("every step of it asks");
        // Nothing is given away, and nobody goes on, before something is expected.
        assert_eq!(shown["can_go_on"], false, "{shown}");
        assert_eq!(shown["right"], json!([]), "{shown}");
        assert_eq!(
            shown["is_veiled"],
            step.is_veiled_until_answered(),
            "{shown}"
        );
        assert_eq!(shown["response"], Value::Null, "{shown}");
        assert_eq!(
            shown["has_bar"], false,
            "the problem is chosen already: {shown}"
        );
        // The first, the second, ... answer in turn; the last step without one.
        let choice = idx % question.choices.len();
        if idx + 1 == lesson.steps.len() {
            page.click_part("lesson-skip");
        } else {
            page.click(&format!("[data-choice=\"{choice}\"]"));
            page.click_part("lesson-predict");
        }
        let came = until(&page, &format!("what came of step {idx}"), |found| {
            found["right"]
                .as_array()
                .is_some_and(|right| right.len() == 1)
        });
        assert!(
            came["has_figure"] == true && came["is_veiled"] == false,
            "{came}"
        );
        let right = came["right"][0].as_u64().expect("a number") as usize;
        let chosen = (idx + 1 < lesson.steps.len()).then_some(choice);
        let expected = match chosen {
            None => "skipped",
            Some(choice) if choice == right => "foreseen",
            Some(_) => "otherwise",
        };
        assert_eq!(came["outcome"], expected, "{came}");
        let said = came["came"].as_str().expect("a text");
        let right_words = question.choices[right].says.in_language("en");
        assert!(said.contains(right_words), "{said}: {right_words}");
        foreseen += usize::from(chosen == Some(right));
        answers.push((chosen, Some(right)));
        page.wait_for("[data-part=\"own-words\"]");
        page.click_part("own-words");
        page.send_keys(&format!("secret words {idx}"));
        page.click_part("lesson-next");
    }
    page.wait_for("[data-part=\"lesson-score\"]");
    let score = texts(&page, "[data-part=\"lesson-score\"]").remove(0);
    assert_eq!(
        score,
        format!("You foresaw {foreseen} of {}.", answers.len())
    );
    let summary = texts(&page, "[data-part=\"lesson-summary\"]").remove(0);
    assert!(summary.contains("secret words 0"), "{summary}");
    let code = page.browser.eval(
        "return document.querySelector('[data-part=lesson-code-text]').value",
        &[],
    );
    let code = code.as_str().expect("a text");
    let expected = ResultCode {
        lesson: "follows".into(),
        answers,
    };
    assert_eq!(ResultCode::parse(code), Ok(expected), "{code}");
    // What was written went nowhere.
    assert!(
        page.site
            .requests()
            .iter()
            .all(|request| !request.contains("secret"))
    );

    // Somebody who comes back finds it as it was.
    page.go_to("?lesson=follows");
    page.wait_for("[data-part=\"lesson-score\"]");
    assert_eq!(texts(&page, "[data-part=\"lesson-score\"]"), [score]);
    page.click_part("lesson-restart");
    let first = until(&page, "the first step", |found| found["step"] == "0");
    assert_eq!(first["can_go_on"], false);
}

#[test]
fn every_lesson_has_an_answer_to_every_question() {
    for (id, query) in [("outside", "?lesson=outside"), ("trust", "?lesson=trust")] {
        let page = open(query);
        page.wait_for("[data-part=\"lesson-title\"]");
        let lesson = lesson(&page, id);
        for (idx, step) in lesson.steps.iter().enumerate() {
            until(&page, &format!("{id} step {idx}"), |found| {
                found["step"] == idx.to_string()
            });
            if step.question.is_some() {
                page.click_part("lesson-skip");
                until(&page, &format!("{id}: what came of step {idx}"), |found| {
                    found["right"]
                        .as_array()
                        .is_some_and(|right| right.len() == 1)
                        && found["has_figure"] == true
                });
            }
            page.click_part("lesson-next");
        }
        page.wait_for("[data-part=\"lesson-code\"]");
    }
}

#[test]
fn a_lesson_that_is_not_there_says_so() {
    let page = open("?lesson=nothing");
    let failed = page.until("a message", |view| view.has_failure("results"));
    assert!(failed.can_retry, "{failed:#?}");
    page.wait_for("[data-part=\"lesson-leave\"]");
}
