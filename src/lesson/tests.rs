//! The shipped lessons are whole, and each of their questions has an answer in the results that are shipped.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use serde::de::DeserializeOwned;
use syw_core::debate::{Debate, Verdict};
use syw_core::plane::Plane;
use syw_core::response::Response;
use syw_core::{Family, Problem};

use super::facts::Notes;
use super::facts::Run;
use super::*;
use crate::settings;

fn said(text: &str) -> Said {
    Said(BTreeMap::from([("en".into(), text.into())]))
}

/// A lesson with a question about the run, a step without one, and a question about a share.
pub fn example() -> Lesson {
    let choice = |says: &str, holds: Holds| Choice {
        says: said(says),
        holds,
    };
    let words = |words: &[&str]| Holds::Is(words.iter().map(|word| (*word).into()).collect());
    let question = |ask: &str, of: Quantity, choices: [Choice; 2]| Question {
        ask: said(ask),
        of,
        choices: choices.into(),
    };
    let step = |question: Option<Question>| Step {
        title: said("T"),
        say: said("S"),
        figure: "duel".into(),
        settings: String::new(),
        hide: BTreeSet::new(),
        free: false,
        question,
        explain: None,
    };
    let share = serde_json::json!({"share": {"size": "small", "arm": "chain_rl", "of": "right"}});
    Lesson {
        id: "example".into(),
        minutes: 5,
        title: said("Example"),
        about: said("About"),
        steps: vec![
            step(Some(question(
                "Q \"one\"?",
                Quantity::WhoIsRight,
                [
                    choice("yes", words(&["neither"])),
                    choice("no", words(&["both"])),
                ],
            ))),
            step(None),
            step(Some(question(
                "Q two?",
                serde_json::from_value(share).unwrap(),
                [
                    choice("few", Holds::Between(0.0, 0.5)),
                    choice("many", Holds::Between(0.5, 1.01)),
                ],
            ))),
        ],
        problems: Vec::new(),
    }
}

fn public(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("public")
        .join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn read<T: DeserializeOwned>(path: &str) -> T {
    serde_json::from_str(&public(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn shipped() -> Vec<Lesson> {
    let lessons = LESSONS.map(|id| read(&format!("lessons/{id}.json")));
    lessons.into()
}

#[test]
fn a_choice_holds_for_its_value_alone() {
    let lesson = example();
    let question = lesson.steps[0].question.as_ref().unwrap();
    let run = Run {
        problem: "6 + 2 mod 5".parse().unwrap(),
        large: Some(3),
        small: Some(3),
        notes: Notes::AllTrue,
        response: None,
    };
    let facts = Facts {
        run: Some(&run),
        ..Facts::default()
    };
    assert_eq!(question.right(&facts), Some(1));
    assert_eq!(question.right(&Facts::default()), None);
    assert!(!Holds::Between(0.0, 0.5).of(&Value::Share(0.5)));
    assert!(Holds::Between(0.5, 1.0).of(&Value::Share(0.5)));
    assert!(!Holds::Between(0.0, 1.0).of(&Value::Word("both")));
}

#[test]
fn shipped_lessons_are_whole() {
    for (id, lesson) in LESSONS.iter().zip(shipped()) {
        assert_eq!(lesson.id, *id);
        assert!(!lesson.questions().is_empty());
        for problem in &lesson.problems {
            problem
                .parse::<Problem>()
                .unwrap_or_else(|error| panic!("{id}: {problem}: {error}"));
        }
        for step in &lesson.steps {
            let name = step.title.in_language("en");
            assert_eq!(
                settings::decode(&step.settings).1,
                Vec::<String>::new(),
                "{id}: {name}"
            );
            assert_eq!(step.figure().name(), step.figure, "{id}: {name}");
            assert_eq!(step.hidden().len(), step.hide.len(), "{id}: {name}");
            if let Some(question) = &step.question {
                assert!((2..=9).contains(&question.choices.len()), "{id}: {name}");
                let is_of_duel = step.figure() == Figure::Duel;
                assert!(!question.of.is_of_run() || is_of_duel, "{id}: {name}");
                let is_altered = question.of == Quantity::Response;
                assert_eq!(is_altered, step.after().edit.is_some(), "{id}: {name}");
            }
        }
    }
}

/// Every text of a lesson.
fn texts(lesson: &Lesson) -> Vec<&Said> {
    let mut texts = vec![&lesson.title, &lesson.about];
    for step in &lesson.steps {
        texts.extend([&step.title, &step.say]);
        texts.extend(&step.explain);
        if let Some(question) = &step.question {
            texts.push(&question.ask);
            texts.extend(question.choices.iter().map(|choice| &choice.says));
        }
    }
    texts
}

#[test]
fn every_text_is_there_in_every_language() {
    let real = crate::locale::LANGUAGES.iter().filter(|it| !it.is_pseudo);
    let tags: BTreeSet<&str> = real.map(|language| language.tag).collect();
    for lesson in shipped() {
        for text in texts(&lesson) {
            let found: BTreeSet<&str> = text.0.keys().map(String::as_str).collect();
            assert_eq!(found, tags, "{}: {text:?}", lesson.id);
            assert!(
                text.0.values().all(|text| !text.trim().is_empty()),
                "{text:?}"
            );
        }
    }
}

#[test]
fn no_answer_is_typed() {
    for id in LESSONS {
        let text = public(&format!("lessons/{id}.json"));
        assert!(!text.contains("\"right\":"), "{id}");
        // A share in the text would be a result. Ranges to choose from are none.
        for step in read::<Lesson>(&format!("lessons/{id}.json")).steps {
            for text in step.say.0.values() {
                assert!(!text.contains('%'), "{id}: {text}");
            }
        }
    }
}

/// Whatever comes of a run, exactly one answer is right.
#[test]
fn answers_about_runs_leave_nothing_out() {
    let words = |of: &Quantity| -> Vec<&'static str> {
        let responses = [
            Response::Followed,
            Response::Ignored,
            Response::Stayed,
            Response::StayedWithout,
            Response::Changed,
            Response::Broke,
            Response::NoAnswer,
        ];
        match of {
            Quantity::WhoIsRight => vec!["both", "large", "small", "neither"],
            Quantity::Response => responses.map(crate::edit::response_name).into(),
            Quantity::Notes => vec!["none", "all_true", "some_false"],
            Quantity::More(..) => vec!["first", "second", "equal"],
            Quantity::Verdict(_) => syw_core::debate::Verdict::ALL.map(Verdict::name).into(),
            Quantity::Share(_) => Vec::new(),
        }
    };
    for lesson in shipped() {
        for (_, question) in lesson.questions() {
            let n_right = |value: &Value| {
                let choices = question.choices.iter();
                choices.filter(|choice| choice.holds.of(value)).count()
            };
            for word in words(&question.of) {
                let ask = question.ask.in_language("en");
                assert_eq!(
                    n_right(&Value::Word(word)),
                    1,
                    "{}: {ask} {word}",
                    lesson.id
                );
            }
            if matches!(question.of, Quantity::Share(_)) {
                for share in 0..=1000 {
                    let share = f64::from(share) / 1000.0;
                    let ask = question.ask.in_language("en");
                    assert_eq!(
                        n_right(&Value::Share(share)),
                        1,
                        "{}: {ask} {share}",
                        lesson.id
                    );
                }
            }
        }
    }
}

#[test]
fn answers_about_results_are_in_the_results() {
    let plane: Plane = read("results/plane.json");
    let debate: Debate = read("results/claims.json");
    let facts = Facts {
        run: None,
        plane: Some(&plane),
        debate: Some(&debate),
    };
    for lesson in shipped() {
        for (_, question) in lesson.questions() {
            let ask = question.ask.in_language("en");
            let is_known = question.right(&facts).is_some();
            assert_eq!(is_known, !question.of.is_of_run(), "{}: {ask}", lesson.id);
        }
    }
}

#[test]
fn families_are_asked_about_by_their_names() {
    let share = serde_json::json!({"share": {"size": "large", "arm": "direct", "of": {"oversight": "confidence"}, "at": "negative_operand"}});
    let quantity: Quantity = serde_json::from_value(share).unwrap();
    let Quantity::Share(share) = quantity else {
        panic!("{quantity:?}")
    };
    assert_eq!(share.at, Some(Family::NegativeOperand));
    let plane: Plane = read("results/plane.json");
    let value = share.value(&plane).unwrap();
    assert!((0.0..=1.0).contains(&value));
}
