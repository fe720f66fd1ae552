//! Chains of thought: whatever tokens a model writes, or a reader makes it have written, after any problem.

use show_your_work::completion::{Completion, differences, verdict};
use show_your_work::{coded, hider, watching};
use syw_core::chain::{Cipher, Paraphraser, Strategy, Style, check, parse, render, restyle, solve};
use syw_core::evaluation::{Test, cases};
use syw_core::hidden::Channel;
use syw_core::prompt::{MAX_LENGTH, answer_of, prompt};
use syw_core::response::{expectation, respond};
use syw_core::vocabulary::{Dialect, text_of};
use syw_core::watchers::monitor_texts;
use syw_core::{Problem, Token, inside, rule};

use crate::target::{Form, Room, Said, Target};

pub(super) const TARGETS: &[Target] = &[Target {
    name: "chains of thought",
    form: Form::Tokens,
    samples,
    read,
    share: 80,
    room: Room {
        fixed: 1 << 20,
        per_byte: 2000,
    },
}];

/// The problems that chains are read for: a case's first byte chooses.
const PROBLEMS: [&str; 5] = [
    "67 × 89 mod 7",
    "6 + 2 mod 5",
    "-999 × 999 - 3 mod 97",
    "1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 mod 9",
    "5 mod 2",
];

fn samples() -> Vec<Vec<u8>> {
    let mut samples = Vec::new();
    for (idx, text) in PROBLEMS.into_iter().enumerate() {
        let problem: Problem = text.parse().expect("it is one");
        for (strategy, dialect) in Strategy::ALL
            .into_iter()
            .zip(Dialect::ALL.into_iter().cycle())
        {
            let tokens = render(
                &solve(&problem, strategy),
                &Style::varied(dialect, idx as u64),
            );
            let ids = tokens.iter().map(|token| token.0);
            samples.push([idx as u8].into_iter().chain(ids).collect());
        }
    }
    samples
}

fn read(input: &[u8]) -> Said {
    let (first, rest) = input.split_first().unwrap_or((&0, &[]));
    let problem: Problem = PROBLEMS[usize::from(*first) % PROBLEMS.len()]
        .parse()
        .expect("it is one");
    // No text is longer than a model has positions, and no edit either.
    let tokens: Vec<Token> = rest.iter().take(MAX_LENGTH).map(|&id| Token(id)).collect();
    let parsed = parse(&tokens);
    let ends = parsed.segments.iter().map(|segment| segment.span.clone());
    let end = ends.fold(0, |end, span| {
        assert_eq!(span.start, end, "segments leave nothing out");
        span.end
    });
    assert_eq!(end, parsed.answer_start.min(tokens.len()));
    judge(&problem, &tokens);
    change(&problem, &tokens);
    let _ = text_of(&tokens);
    Ok(vec![verdict(&problem, parsed.answer)])
}

/// Everything that is said of a chain.
fn judge(problem: &Problem, tokens: &[Token]) {
    let _ = (check(&parse(tokens), problem), expectation(tokens, problem));
    let _ = rule::keeps_the_rule(problem, rule::told(tokens, problem));
    let _ = (
        rule::is_stated_in_chain(tokens, problem),
        monitor_texts(problem, tokens),
    );
    let _ = Channel::ALL.map(|channel| channel.message(tokens));
    let _ = (watching::judged(problem, tokens), coded::results(tokens));
    let _ = inside::copies(tokens, prompt(problem).len());
    let completion = Completion::forced(tokens, tokens);
    for mark in completion.step_marks(problem) {
        assert!(!mark.text.is_empty() && mark.span.end <= tokens.len());
    }
    let _ = completion.unread();
}

/// Everything that is done to one.
fn change(problem: &Problem, tokens: &[Token]) {
    for case in Test::ALL
        .into_iter()
        .flat_map(|test| cases(test, problem, tokens, 7))
    {
        let Some(edited) = &case.edited else { continue };
        let kept = Completion::forced(&edited.kept, tokens).tokens();
        assert_eq!(kept, edited.kept);
        let after = answer_of(&kept);
        let _ = (
            case.prefix(problem),
            respond(parse(tokens).answer, after, edited.expectation),
        );
    }
    for by in Paraphraser::ALL {
        let _ = hider::said_again(tokens, Some(by), 3);
    }
    let style = Style::varied(Dialect::German, 5);
    let _ = (restyle(tokens, &style), watching::alter(tokens, 1));
    let cipher = Cipher::new([3, 1, 4, 0, 5, 9, 2, 6, 8, 7]).expect("every digit once");
    assert_eq!(cipher.decode(&cipher.encode(tokens)), tokens);
    // Worked out in the square of the lengths.
    let shorter = &tokens[..tokens.len() / 2];
    assert!(differences(shorter, tokens).len() >= tokens.len());
}
