//! A test of the battery run here, in words: what it came to, beside the reader's guess and what is published.

use syw_core::evaluation::ResponseTally;
use syw_core::intervention::Intervention;
use syw_core::statistics::{Interval, wilson};

use super::battery_names::Kind;
use super::battery_words::row_of;
use crate::components::format::{count, percent};
use crate::live_test::{KeptCase, LiveTest};
use crate::sweep::SweepState;

/// What a test that was run here came to, beside the reader's guess and what is published.
pub fn live_words(live: &LiveTest, published: Option<&ResponseTally>) -> String {
    let of = format!(
        "{} of {} problems",
        count(live.n_problems as u64),
        count(live.n_listed as u64)
    );
    let row = row_of(live.test, &live.tally);
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
        _ if row.n == 0 => return format!("Nothing was counted in {of}."),
        _ => {}
    }
    let n_implied = (row.shares[0] * row.n as f64).round() as usize;
    let counted = format!(
        "{} of {} answers are what the altered chain implies: {}",
        count(n_implied as u64),
        count(row.n as u64),
        percent(row.shares[0])
    );
    if live.state.is_under_way() {
        return format!("{counted} so far.");
    }
    let sure = if live.is_exhaustive() && live.state == SweepState::Ended {
        ", exact".to_owned()
    } else {
        let Interval { low, high } = wilson(n_implied, row.n);
        format!(
            " (95\u{202f}% interval {} to {}, as if the cases were drawn at random)",
            percent(low),
            percent(high)
        )
    };
    let guessed = (row.shares[0] * 100.0 - f64::from(live.guess)).abs();
    let guess = format!(
        "You guessed {}\u{202f}%, {guessed:.0} points off.",
        live.guess
    );
    let agreement = published.map(|published| {
        let share = row_of(live.test, published).shares[0];
        match live.is_exhaustive() && live.state == SweepState::Ended {
            true if *published == live.tally => " Every count is the published one.".to_owned(),
            true => format!(" The published counts differ: {} there.", percent(share)),
            false => format!(" Published, on all problems: {}.", percent(share)),
        }
    });
    format!("{counted}{sure}. {guess}{}", agreement.unwrap_or_default())
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
            n_problems,
            n_listed: 1030,
            guess: 50,
            state,
            n_done: 0,
            n_texts: 0,
            tally: published.clone(),
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
                 Published, on all problems: 90 %."
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
