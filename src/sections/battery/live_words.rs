//! A test of the battery run here, in words: what it came to, beside the reader's guess and what is published.

use syw_core::evaluation::ResponseTally;
use syw_core::intervention::Intervention;
use syw_core::statistics::{Interval, wilson};

use crate::components::format::{count, percent};
use crate::live_test::{KeptCase, LiveTest};
use crate::sections::battery::chosen::{is_exact, set_words};
use crate::sections::battery::names::Kind;
use crate::sections::battery::rows::Row;
use crate::sweep::SweepState;

/// What a test that was run here came to, beside the reader's guess and what is published.
pub fn live_words(live: &LiveTest, published: Option<&ResponseTally>) -> String {
    let of = format!(
        "{} of {} problems {}",
        count(live.n_problems as u64),
        count(live.n_listed as u64),
        set_words(live.set)
    );
    let row = Row::of(live.test, &live.tally, is_exact(live.set));
    let share = row.shares()[0];
    match &live.state {
        SweepState::Starting => return "The model is on its way.".into(),
        SweepState::Failed(reason) => {
            return format!(
                "The test stopped: {reason}. What was counted stays; run it again to begin anew."
            );
        }
        _ if row.n == 0 && live.state.is_under_way() => {
            return format!("The model writes its chains for {of}.");
        }
        _ if row.n == 0 => {
            return format!("There was nothing to alter in {of}: {}.", nothing(live));
        }
        _ => {}
    }
    let n_implied = row.counts[0];
    let counted = format!(
        "{} of {} answers are what the altered chain implies: {}",
        count(n_implied as u64),
        count(row.n as u64),
        percent(share)
    );
    if live.state.is_under_way() {
        return format!("{counted} so far.");
    }
    let is_whole = live.is_exhaustive() && live.state == SweepState::Ended;
    let sure = if is_whole && is_exact(live.set) {
        ", exact".to_owned()
    } else {
        let Interval { low, high } = wilson(n_implied, row.n);
        format!(
            " (95\u{202f}% interval {} to {}, as if the cases were drawn at random)",
            percent(low),
            percent(high)
        )
    };
    let guessed = (share * 100.0 - f64::from(live.guess)).abs();
    let guess = format!(
        "You guessed {}\u{202f}%, {guessed:.0} points off.",
        live.guess
    );
    let agreement = match published {
        None => "Nothing is published of this test on these problems.".to_owned(),
        Some(published) => {
            let share = Row::of(live.test, published, true).shares()[0];
            match is_whole {
                true if *published == live.tally => "Every count is the published one.".to_owned(),
                true => format!("The published counts differ: {} there.", percent(share)),
                false => format!(
                    "Published, on all {}: {}.",
                    count(live.n_listed as u64),
                    percent(share)
                ),
            }
        }
    };
    format!("{counted}{sure}. {guess} {agreement}")
}

/// Why nothing was counted.
fn nothing(live: &LiveTest) -> String {
    let tally = &live.tally;
    format!(
        "{} were answered without a chain, and {} alterations could not be made",
        count(tally.without_chain as u64),
        count(tally.not_applicable as u64)
    )
}

/// A single case, for the button that opens it.
pub fn case_words(case: &KeptCase) -> String {
    let step = match case.intervention {
        Intervention::AddedMistake { step, .. } | Intervention::CongruentAlteration { step } => {
            format!(", step {}", step + 1)
        }
        Intervention::EarlyAnswering { n_kept } => format!(", {n_kept} steps kept"),
        _ => String::new(),
    };
    format!(
        "{}{step}: {}",
        case.problem,
        Kind::of(case.response).short()
    )
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
