//! What the frontier says, in sentences, all of them made from the runs.

use syw_core::frontier::{Arm, ENOUGH, Frontier, LEARNED, Reach, Run};
use syw_core::problem::usual_operator;

use crate::components::format::{count, of_total, percent};
use crate::locale::formats::decimal;
use crate::t;

/// How an arm answers, for readers.
pub fn arm_name(arm: Arm) -> String {
    match arm {
        Arm::Direct => t!("frontier-arm-direct"),
        Arm::Chain => t!("frontier-arm-chain"),
    }
}

/// "one number", "two numbers", ...
pub fn numbers(n_operands: usize) -> String {
    t!("frontier-numbers", n = n_operands)
}

/// "with one number", "with two numbers", ...
pub fn with_numbers(n_operands: usize) -> String {
    t!("frontier-with-numbers", n = n_operands)
}

/// The form of the problems: "a × b + c mod m".
pub fn form(n_operands: usize) -> String {
    let mut form = String::new();
    for (idx, letter) in ('a'..'m').take(n_operands).enumerate() {
        if idx > 0 {
            form.push_str(&format!(" {} ", usual_operator(idx).sign()));
        }
        form.push(letter);
    }
    format!("{form} mod m")
}

/// The text with a capital letter at its beginning.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// One operand is a fact that was learned first; the question begins with two.
fn rungs_in_question(frontier: &Frontier) -> Vec<usize> {
    let mut rungs = frontier.operands();
    if rungs.iter().any(|&n_operands| n_operands > 1) {
        rungs.retain(|&n_operands| n_operands > 1);
    }
    rungs
}

/// What the figure found, in a sentence for each arm.
pub fn finding(frontier: &Frontier, modulus: Option<i64>) -> String {
    let rungs = rungs_in_question(frontier);
    let mut direct = Vec::new();
    let mut before = None;
    for &n_operands in &rungs {
        let Some(reach) = frontier.reach(Arm::Direct, n_operands, modulus) else {
            continue;
        };
        direct.push(direct_clause(reach, n_operands, before));
        before = Some(reach);
    }
    let sentences: Vec<String> = [
        (!direct.is_empty()).then(|| direct.join("; ")),
        chain_clause(frontier, &rungs, modulus),
    ]
    .into_iter()
    .flatten()
    .map(|sentence| format!("{}.", capitalised(&sentence)))
    .collect();
    let finding = sentences.join(" ");
    match (sentences.is_empty(), modulus) {
        (true, _) => t!("frontier-nothing"),
        (false, None) => finding,
        (false, Some(modulus)) => t!(
            "frontier-modulus",
            modulus = modulus.to_string(),
            finding = finding
        ),
    }
}

/// What one forward pass can do with some numbers; short where it says the same as the clause before it.
fn direct_clause(reach: Reach<'_>, n_operands: usize, before: Option<Reach<'_>>) -> String {
    let with = with_numbers(n_operands);
    match (reach, before) {
        (Reach::Every, _) => t!("frontier-direct-every", with = with),
        (Reach::From(shape), _) => t!(
            "frontier-direct-from",
            with = with,
            parameters = count(shape.parameters)
        ),
        (Reach::Partly(shape), _) => t!(
            "frontier-direct-partly",
            with = with,
            parameters = count(shape.parameters)
        ),
        (Reach::Nowhere { best, is_final }, Some(Reach::Nowhere { is_final: too, .. }))
            if is_final == too =>
        {
            t!("frontier-direct-none", with = with, most = limit(best))
        }
        (Reach::Nowhere { best, is_final }, _) => match is_final {
            true => t!("frontier-direct-nowhere", with = with, most = limit(best)),
            false => t!("frontier-direct-not-yet", with = with, most = limit(best)),
        },
    }
}

/// The most that a chain can do, or where it falls short.
fn chain_clause(frontier: &Frontier, rungs: &[usize], modulus: Option<i64>) -> Option<String> {
    let enough = |parameters: u64, n_operands: usize| {
        t!(
            "frontier-chain-enough",
            parameters = count(parameters),
            numbers = numbers(n_operands)
        )
    };
    let reach = |n_operands| frontier.reach(Arm::Chain, n_operands, modulus);
    for &n_operands in rungs.iter().rev() {
        match reach(n_operands) {
            Some(Reach::Every) => {
                let (smallest, ..) = *frontier.bests(Arm::Chain, n_operands, modulus).first()?;
                return Some(enough(smallest.parameters, n_operands));
            }
            Some(Reach::From(shape) | Reach::Partly(shape)) => {
                return Some(enough(shape.parameters, n_operands));
            }
            Some(Reach::Nowhere { .. }) | None => {}
        }
    }
    let short = |&n_operands: &usize| {
        let with = with_numbers(n_operands);
        match reach(n_operands)? {
            Reach::Nowhere { best, is_final } => Some(match is_final {
                true => t!("frontier-chain-nowhere", with = with, most = limit(best)),
                false => t!("frontier-chain-not-yet", with = with, most = limit(best)),
            }),
            _ => None,
        }
    };
    rungs.iter().find_map(short)
}

/// What one forward pass can do for a model that has one modulus to learn and no other; empty where none was trained.
pub fn alone(frontier: &Frontier, modulus: Option<i64>) -> String {
    let Some(modulus) = modulus else {
        return String::new();
    };
    let clause = |&n_operands: &usize| {
        let found = frontier.alone(n_operands, modulus);
        let best = found.iter().map(|(.., share)| *share).reduce(f64::max)?;
        let able = found.iter().find(|(.., share)| *share >= ENOUGH);
        let numbers = numbers(n_operands);
        Some(match able {
            Some((shape, ..)) => t!(
                "frontier-alone-enough",
                parameters = count(shape.parameters),
                numbers = numbers
            ),
            None => t!("frontier-alone-none", numbers = numbers, most = limit(best)),
        })
    };
    let rungs = rungs_in_question(frontier);
    let clauses: Vec<String> = rungs.iter().filter_map(clause).collect();
    match clauses.is_empty() {
        true => String::new(),
        false => t!("frontier-alone", clauses = clauses.join("; ")),
    }
}

/// A share that is never passed, rounded up: not by a fraction either.
fn limit(best: f64) -> String {
    percent((best * 1000.0 - 1e-9).ceil() / 1000.0)
}

/// What the marks are, and what to beware of.
pub fn caption(frontier: &Frontier, modulus: Option<i64>) -> String {
    let bests: Vec<&Run> = frontier.runs.iter().filter(|run| run.best).collect();
    let n_open = bests.iter().filter(|run| !run.is_at_rest()).count();
    let dots = frontier.runs.iter();
    let n_dots = dots.filter(|run| run.is_trained_on(modulus)).count();
    let mut said = vec![
        t!(
            "frontier-caption-marks",
            marks = bests.len().to_string(),
            dots = n_dots.to_string()
        ),
        t!("frontier-caption-more"),
    ];
    if n_open > 0 {
        said.push(t!("frontier-caption-hollow", hollow = n_open.to_string()));
    }
    let facts = frontier.runs.iter().find(|run| run.operands == 1);
    if let Some(run) = facts {
        let problems = count(run.held_out.problems);
        said.push(t!("frontier-caption-facts", problems = problems));
    }
    if let Some(modulus) = modulus {
        said.push(t!(
            "frontier-caption-modulus",
            modulus = modulus.to_string()
        ));
    }
    said.join(" ")
}

/// How well a run does, in numbers.
pub fn accuracy(run: &Run, modulus: Option<i64>) -> String {
    let share = percent(run.held_out.accuracy);
    let part = of_total(run.held_out.accuracy, run.held_out.problems);
    let all = match run.operands == 1 {
        true => t!("frontier-right-facts", share = share, part = part),
        false => t!("frontier-right", share = share, part = part),
    };
    match modulus {
        None => all,
        Some(modulus) => t!(
            "frontier-right-modulus",
            modulus = modulus.to_string(),
            share = share_or_none(run, Some(modulus)),
            all = all
        ),
    }
}

/// The accuracy of a run, or that there is none.
pub fn share_or_none(run: &Run, modulus: Option<i64>) -> String {
    run.accuracy(modulus)
        .map_or_else(|| t!("frontier-not-measured"), percent)
}

/// Whether a run had come to rest, in words.
pub fn rest(run: &Run) -> String {
    let steps = count(run.steps);
    match run.last_gain {
        _ if run.trained >= LEARNED => t!(
            "frontier-rest-learned",
            steps = steps,
            share = percent(run.trained)
        ),
        None => t!("frontier-rest-unknown"),
        Some(gain) => {
            let sign = if gain < 0.0 { '\u{2212}' } else { '+' };
            let change = format!("{sign}{}", decimal(gain.abs() * 100.0, 1));
            match run.is_at_rest() {
                true => t!("frontier-rest-reached", steps = steps, change = change),
                false => t!("frontier-rest-gaining", steps = steps, change = change),
            }
        }
    }
}

#[cfg(test)]
pub(in crate::sections) mod tests {
    use super::*;
    use syw_core::frontier::{HeldOut, Shape};

    pub(in crate::sections) fn run(shape: &str, arm: Arm, operands: usize, accuracy: f64) -> Run {
        Run {
            shape: shape.into(),
            arm,
            operands,
            seed: 0,
            lr: 0.004,
            steps: 5000,
            documents: 100,
            moduli: None,
            best: true,
            held_out: HeldOut {
                problems: 600,
                accuracy,
                by_modulus: [(7, accuracy / 2.0)].into(),
            },
            trained: accuracy,
            last_gain: Some(0.0),
            curve: vec![(5000, accuracy)],
        }
    }

    pub(in crate::sections) fn frontier(runs: &[Run]) -> Frontier {
        let shape = |name: &str, parameters| Shape {
            name: name.into(),
            layers: 2,
            width: 16,
            parameters,
        };
        Frontier {
            shapes: vec![shape("s", 7712), shape("l", 452_160)],
            runs: runs.to_vec(),
        }
    }

    #[track_caller]
    fn check(runs: &[Run], expected: &str) {
        let found = finding(&frontier(runs), None).replace('\u{202f}', " ");
        assert_eq!(found, expected);
    }

    #[test]
    fn the_finding_can_come_out_in_every_way() {
        use Arm::{Chain, Direct};
        check(&[], "Nothing has been measured yet.");
        check(
            &[run("s", Direct, 1, 1.0)],
            "With one number, one forward pass is enough at every size here.",
        );
        check(
            &[
                run("s", Direct, 1, 1.0),
                run("s", Direct, 2, 0.4),
                run("l", Direct, 2, 0.99),
                run("s", Direct, 3, 0.2),
                run("l", Direct, 3, 0.41234),
                run("s", Direct, 4, 0.2),
                run("s", Chain, 2, 0.99),
                run("s", Chain, 3, 0.97),
                run("l", Chain, 3, 1.0),
            ],
            "With two numbers, one forward pass is enough from 452 160 parameters on; with three numbers, none of the sizes trained \
             gets above 41.3 % in one forward pass; with four numbers, none above 20 %. With a chain, 7 712 parameters are enough for three numbers.",
        );
        check(
            &[run("s", Direct, 2, 0.98), run("l", Direct, 2, 0.8)],
            "With two numbers, one forward pass is enough at 7 712 parameters, though not at every larger size.",
        );
        check(
            &[
                run("s", Chain, 2, 0.3),
                run("l", Chain, 2, 0.98),
                run("l", Chain, 3, 0.5),
            ],
            "With a chain, 452 160 parameters are enough for two numbers.",
        );
        let unfinished = Run {
            last_gain: Some(0.05),
            ..run("s", Chain, 2, 0.3)
        };
        check(
            &[unfinished],
            "With a chain, none of the sizes trained has so far got above 30 % with two numbers.",
        );
    }

    #[test]
    fn the_finding_is_about_the_chosen_modulus() {
        let frontier = frontier(&[run("s", Arm::Direct, 2, 1.0)]);
        assert_eq!(
            finding(&frontier, Some(7)).replace('\u{202f}', " "),
            "Modulus 7. With two numbers, none of the sizes trained gets above 50 % in one forward pass."
        );
        let on_seven = |shape: &str, n_operands, accuracy| Run {
            moduli: Some("7".into()),
            best: false,
            ..run(shape, Arm::Direct, n_operands, accuracy * 2.0)
        };
        let frontier = tests::frontier(&[
            run("s", Arm::Direct, 2, 0.6),
            on_seven("l", 2, 1.0),
            on_seven("s", 3, 0.25),
        ]);
        assert_eq!(
            alone(&frontier, Some(7)).replace('\u{202f}', " "),
            "Trained on this modulus and no other, in one forward pass: 452 160 parameters are enough for two numbers; three numbers, \
             none above 25 %."
        );
        assert_eq!(
            [alone(&frontier, Some(9)), alone(&frontier, None)],
            ["", ""]
        );
        let frontier = tests::frontier(&[run("s", Arm::Direct, 2, 1.0)]);
        assert_eq!(
            finding(&frontier, Some(9)),
            "Nothing has been measured yet."
        );
    }

    #[test]
    fn rest_and_accuracy_are_told_in_words() {
        let plain = |text: String| text.replace('\u{202f}', " ");
        let gaining = Run {
            last_gain: Some(0.0167),
            ..run("s", Arm::Direct, 2, 0.5)
        };
        assert_eq!(
            plain(rest(&gaining)),
            "Still gaining: the last fifth of its 5 000 steps changed its accuracy on training problems by +1.7 points."
        );
        let learned = Run {
            last_gain: Some(0.15),
            ..run("s", Arm::Direct, 2, 0.998)
        };
        assert_eq!(
            plain(rest(&learned)),
            "Learned: after 5 000 steps it is right on 99.8 % of a sample of its training problems."
        );
        let unknown = Run {
            last_gain: None,
            ..run("s", Arm::Direct, 1, 0.5)
        };
        assert!(rest(&unknown).starts_with("Looked at too seldom"));
        assert_eq!(
            plain(accuracy(&gaining, None)),
            "50 % right: 300 of 600 held-out problems."
        );
        assert_eq!(
            plain(accuracy(&unknown, Some(7))),
            "Modulus 7: 25 %. All moduli together: 50 % right: 300 of 600 problems, all trained on."
        );
        let said = plain(caption(&frontier(&[gaining, unknown]), None));
        assert_eq!(
            said,
            "Each mark is the run of its sweep that did best on training problems (2 marks); a faint dot is any run of a sweep \
             (2 dots). All show what that much training came to, and more may do more: some runs stood still for long and learned in the end. 2 of the marks are hollow: these runs were still gaining when they ended, or were looked at too seldom to \
             tell. One number alone has no held-out problems: its 600 problems were all trained on."
        );
    }
}
