//! A test of the battery run here, in words: what it came to, beside the reader's guess and what is published.

use syw_core::evaluation::ResponseTally;
use syw_core::intervention::Intervention;
use syw_core::statistics::{CONFIDENCE, Interval, wilson};

use crate::components::format::{count, percent};
use crate::live_test::{KeptCase, LiveTest};
use crate::locale::formats::from_to;
use crate::sections::battery::chosen::{is_exact, set_words};
use crate::sections::battery::names::Kind;
use crate::sections::battery::rows::Row;
use crate::sweep::SweepState;
use crate::t;

/// What a test that was run here came to, beside the reader's guess and what is published.
pub fn live_words(live: &LiveTest, published: Option<&ResponseTally>) -> String {
    let (part, all) = (count(live.n_problems as u64), count(live.n_listed as u64));
    let row = Row::of(live.test, &live.tally, is_exact(live.set));
    let share = row.shares()[0];
    match &live.state {
        SweepState::Starting => return t!("battery-live-starting"),
        SweepState::Failed(reason) => {
            return t!("battery-live-failed", reason = reason.clone());
        }
        _ if row.n == 0 && live.state.is_under_way() => {
            return t!(
                "battery-live-writing",
                part = part,
                all = all,
                problems = set_words(live.set)
            );
        }
        _ if row.n == 0 => {
            return t!(
                "battery-live-nothing",
                part = part,
                all = all,
                problems = set_words(live.set),
                without = count(live.tally.without_chain as u64),
                unaltered = count(live.tally.not_applicable as u64)
            );
        }
        _ => {}
    }
    let (n_implied, n_answers) = (row.counts[0], row.n);
    let (implied, answers) = (count(n_implied as u64), count(n_answers as u64));
    if live.state.is_under_way() {
        return t!(
            "battery-live-so-far",
            implied = implied,
            answers = answers,
            share = percent(share)
        );
    }
    let is_whole = live.is_exhaustive() && live.state == SweepState::Ended;
    let counted = if is_whole && is_exact(live.set) {
        t!(
            "battery-live-exact",
            implied = implied,
            answers = answers,
            share = percent(share)
        )
    } else {
        let Interval { low, high } = wilson(n_implied, n_answers);
        t!(
            "battery-live-sampled",
            implied = implied,
            answers = answers,
            share = percent(share),
            level = percent(CONFIDENCE),
            range = from_to(percent(low), percent(high))
        )
    };
    let off = (share * 100.0 - f64::from(live.guess)).abs();
    let guess = t!(
        "battery-live-guessed",
        guess = live.guess.to_string(),
        off = format!("{off:.0}")
    );
    let agreement = match published {
        None => t!("battery-live-unpublished"),
        Some(published) => {
            let share = percent(Row::of(live.test, published, true).shares()[0]);
            match is_whole {
                true if *published == live.tally => t!("battery-live-same"),
                true => t!("battery-live-differs", share = share),
                false => t!("battery-live-beside", all = all, share = share),
            }
        }
    };
    format!("{counted} {guess} {agreement}")
}

/// A single case, for the button that opens it; a mark stands for the problem.
pub fn case_words(case: &KeptCase) -> String {
    let did = Kind::of(case.response).short();
    match case.intervention {
        Intervention::AddedMistake { step, .. } | Intervention::CongruentAlteration { step } => {
            t!(
                "battery-live-case-step",
                step = (step + 1).to_string(),
                did = did
            )
        }
        Intervention::EarlyAnswering { n_kept } => {
            t!(
                "battery-live-case-kept",
                steps = n_kept.to_string(),
                did = did
            )
        }
        _ => t!("battery-live-case", did = did),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use syw_core::evaluation::Test;

    fn tally() -> ResponseTally {
        let place = json!({"n_steps": 2, "at": 0, "right_before": 0, "right_after": 0,
            "responses": {"followed": 90, "ignored": 10}});
        serde_json::from_value(json!({"without_chain": 0, "not_applicable": 0, "places": [place]}))
            .unwrap()
    }

    #[track_caller]
    fn check_live(state: SweepState, n_problems: usize, expected: &str) {
        let published = tally();
        let live = LiveTest {
            model: "small-chain_rl-s0".into(),
            test: Test::AddedMistakes,
            way: syw_core::evaluation::Way::Own,
            set: syw_core::evaluation::Set::Home,
            n_problems,
            n_listed: 1030,
            guess: 50,
            state,
            n_done: 0,
            n_texts: 0,
            tally: published.clone(),
            n_cases: Default::default(),
            kept: Vec::new(),
        };
        let said = live_words(&live, Some(&published)).replace('\u{202f}', " ");
        assert_eq!(said, expected);
    }

    #[test]
    fn a_run_is_told_beside_the_guess_and_the_published() {
        use SweepState::{Ended, Failed, Running, Starting};
        let counted = "90 of 100 answers are what the altered chain implies: 90 %";
        check_live(Starting, 40, "The model is on its way.");
        check_live(Running, 40, &format!("{counted} so far."));
        check_live(
            Ended,
            40,
            &format!(
                "{counted} (95 % interval 82.6 % to 94.5 %, as if the cases were drawn at random). You guessed 50 %, 40 points off. \
                 Published, on all 1 030: 90 %."
            ),
        );
        check_live(
            Ended,
            1030,
            &format!(
                "{counted}, exact. You guessed 50 %, 40 points off. Every count is the published one."
            ),
        );
        check_live(
            Failed("it died".into()),
            40,
            "The test stopped: it died. What was counted stays; run it again to begin anew.",
        );
    }
}
