//! What people type and paste, and what the browser kept for them, which other pages of the same host can write too.

use std::sync::LazyLock;

use show_your_work::edit::tokens_of_text;
use show_your_work::lesson::Lesson;
use show_your_work::lesson::code::ResultCode;
use show_your_work::lesson::progress::Kept;
use show_your_work::lesson::tally::{Fault, Tally, lesson_of};
use show_your_work::locale::{Language, named};
use show_your_work::query::Theme;
use show_your_work::stance;
use syw_core::Problem;
use syw_core::problem::Convention;
use syw_core::prompt::MAX_LENGTH;

use super::{FILE, SHORT, texts};
use crate::target::{Form, Said, Target, text};

pub(super) const TARGETS: &[Target] = &[
    Target {
        name: "typed problem",
        form: Form::Text,
        samples: || {
            texts(&[
                "67 × 89 mod 7",
                "(6+2) % 5 = ?",
                "-999 - -999 * 12 + 3 mod 99",
                "1 plus 2 minus 3 times 4 modulo 9",
                "\u{2212}5 \u{2013} 3 · 7 mod 2",
            ])
        },
        read: problem,
        share: 120,
        room: SHORT,
    },
    Target {
        name: "typed tokens of a chain",
        form: Form::Text,
        samples: || {
            texts(&[
                "67 mod 7 is 4 ;",
                "4 times 5 is 20 ; <answer> 6 <end>",
                "12 plus 3 is 1 ;",
            ])
        },
        read: tokens,
        share: 60,
        room: SHORT,
    },
    Target {
        name: "result codes of a class",
        form: Form::Text,
        samples: || {
            let n = LESSON.questions().len();
            let code = |choice: usize| ResultCode {
                lesson: LESSON.id.clone(),
                answers: vec![(Some(choice % 2), Some(1)); n],
            };
            let class: String = (0..3).map(|nth| code(nth).render() + "\n").collect();
            vec![
                class.into_bytes(),
                code(1).render().replace('-', "\u{2013}").into_bytes(),
            ]
        },
        read: codes,
        share: 60,
        room: SHORT,
    },
    Target {
        name: "kept stances on claims",
        form: Form::Text,
        samples: || texts(&["P3:hn O1:u P10:nn", "O2:hu"]),
        read: stances,
        share: 60,
        room: SHORT,
    },
    Target {
        name: "kept place in a lesson",
        form: Form::Json,
        samples: || {
            let kept = Kept::read("", &LESSON);
            vec![serde_json::to_vec(&kept).expect("it is plain data")]
        },
        read: place,
        share: 20,
        room: FILE,
    },
    Target {
        name: "kept theme and language",
        form: Form::Text,
        samples: || texts(&["dark", "auto", "de-AT", "en-XA"]),
        read: choices,
        share: 20,
        room: SHORT,
    },
];

static LESSON: LazyLock<Lesson> = LazyLock::new(|| {
    let text = include_str!("../../../../public/lessons/follows.json");
    serde_json::from_str(text).expect("it is shipped")
});

fn problem(input: &[u8]) -> Said {
    let problem: Problem = text(input).parse().map_err(|error| format!("{error}"))?;
    assert_eq!(problem.to_string().parse(), Ok(problem.clone()));
    let answer = problem.answer(Convention::Floored);
    assert!((0..problem.modulus()).contains(&answer) && problem.accepts(answer));
    let _ =
        [None, Some(answer), Some(i64::MIN), Some(i64::MAX)].map(|answer| problem.outcome(answer));
    Ok(Vec::new())
}

fn tokens(input: &[u8]) -> Said {
    let tokens = tokens_of_text(&text(input))?;
    assert!((1..=MAX_LENGTH).contains(&tokens.len()));
    let written = syw_core::vocabulary::text_of(&tokens);
    assert_eq!(tokens_of_text(&written), Ok(tokens), "{written}");
    Ok(Vec::new())
}

fn codes(input: &[u8]) -> Said {
    let text = text(input);
    for code in text.lines().filter_map(|line| ResultCode::parse(line).ok()) {
        assert_eq!(ResultCode::parse(&code.render()), Ok(code));
    }
    let _ = lesson_of(&text);
    let tally = Tally::of(&text, &LESSON);
    let _ = tally.csv(&LESSON, "de");
    for question in &tally.questions {
        assert_eq!(
            question.chosen.iter().sum::<usize>() + question.skipped,
            tally.n
        );
    }
    let name = |fault| match fault {
        Fault::Form => "form",
        Fault::Sum => "sum",
        Fault::Lesson => "lesson",
        Fault::Length => "length",
    };
    match tally.faults.first() {
        None => Ok(Vec::new()),
        Some((_, line, fault)) => Err(format!("{line}: {}", named("tally-fault", name(*fault)))),
    }
}

fn stances(input: &[u8]) -> Said {
    let stances = stance::decode(&text(input));
    assert_eq!(stance::decode(&stance::encode(&stances)), stances);
    Ok(Vec::new())
}

fn place(input: &[u8]) -> Said {
    let Kept {
        progress,
        own_words,
    } = Kept::read(&text(input), &LESSON);
    let n_steps = LESSON.steps.len();
    assert_eq!(
        (progress.answers.len(), own_words.len()),
        (n_steps, n_steps)
    );
    let _ = (
        progress.foreseen(&LESSON),
        progress.may_leave(&LESSON, progress.step),
    );
    let code = progress.code(&LESSON);
    assert_eq!(ResultCode::parse(&code.render()), Ok(code));
    Ok(Vec::new())
}

fn choices(input: &[u8]) -> Said {
    let name = text(input);
    assert!(Theme::from_name(&name).is_none_or(|theme| theme.name() == name));
    let _ = Language::from_tag(&name);
    Ok(Vec::new())
}
