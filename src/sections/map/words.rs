//! What the competence map says in words: its finding, a cell, a sweep. Every number is counted from the maps.

use syw_core::card::Size;
use syw_core::map::{CONFIDENCE_STEP, Cell, Region, is_right, operands, problem_at, right_answers};
use syw_core::statistics::{Interval, wilson};

use crate::competence::Competence;
use crate::completion::verdict;
use crate::components::format::{answer_text, count, percent};
use crate::sweep::{Recomputed, Sweep, SweepState};

/// Both sizes, in the order of the page.
pub(in crate::sections) const SIZES: [Size; 2] = [Size::Large, Size::Small];

pub(in crate::sections) fn name(size: Size) -> &'static str {
    match size {
        Size::Large => "GPT large",
        Size::Small => "GPT small",
    }
}

pub(in crate::sections) fn region_name(region: Region) -> &'static str {
    match region {
        Region::TrainingSquare => "both numbers from 0 to 99, as in training",
        Region::HeldOut => "of these, held out of training",
        Region::ThreeDigits => "a number with three digits, none negative",
        Region::OneNegative => "one number negative",
        Region::BothNegative => "both numbers negative",
        Region::All => "the whole map",
    }
}

fn of(right: usize, n: usize) -> String {
    format!("{} of {}", count(right as u64), count(n as u64))
}

/// The title of the figure: what the maps show, from their own counts.
pub(in crate::sections) fn finding(both: &Competence) -> String {
    let inside = SIZES.map(|size| both.tally(size, Region::TrainingSquare));
    let outside = SIZES.map(|size| both.outside(size).share());
    let guess = 1.0 / both.modulus as f64;
    format!(
        "With numbers as in training, GPT large is right on {} and GPT small on {}. Beyond them, GPT large is right on {} and GPT small on {}; \
         guessing a remainder would be right on {}.",
        of(inside[0].right, inside[0].n),
        of(inside[1].right, inside[1].n),
        percent(outside[0]),
        percent(outside[1]),
        percent(guess)
    )
}

/// What the picture is, with its models.
pub(in crate::sections) fn caption(both: &Competence) -> String {
    let n = both.tally(Size::Large, Region::All).n;
    let files = SIZES.map(|size| {
        let map = both.map(size);
        let digest = map.sha256.get(..8).unwrap_or_default();
        format!("{} ({digest})", map.model)
    });
    format!(
        "Every problem a \u{d7} b mod {} with a (to the right) and b (upwards) from \u{2212}100 to 200: {} problems, each answered once, greedily, by {} and {}. \
         An answer counts as right under either convention for negative numbers. The box is what training drew from; a ring marks a problem \
         held out of it.",
        both.modulus,
        count(n as u64),
        files[0],
        files[1],
    )
}

/// A number with a real minus sign.
pub(in crate::sections) fn signed(number: i64) -> String {
    number.to_string().replace('-', "\u{2212}")
}

/// The right answer to a problem, or both where the conventions differ.
pub(in crate::sections) fn right_answer(a: i64, b: i64, modulus: i64) -> String {
    let (floored, truncated) = right_answers(a, b, modulus);
    match floored == truncated {
        true => format!("{floored} is right"),
        false => format!(
            "{floored} is right (floored, as in Python), and so is {} (truncated, as in Rust and C)",
            signed(truncated)
        ),
    }
}

/// One cell in a line, for those who hear the map.
pub(in crate::sections) fn spoken(
    both: &Competence,
    cell: impl Fn(Size) -> Cell,
    (a, b): (i64, i64),
) -> String {
    let says = SIZES.map(|size| {
        let answer = cell(size).answer;
        let is_right = is_right(a, b, both.modulus, answer);
        let judged = if is_right { "right" } else { "wrong" };
        let name = name(size);
        match answer {
            Some(_) => format!("{name} {judged}, says {}", answer_text(answer, false)),
            None => format!("{name} gives no answer"),
        }
    });
    format!("a {}, b {}: {}; {}", signed(a), signed(b), says[0], says[1])
}

/// What one model did in a cell: its answer with a sign and a verdict, then how it came to it.
pub(in crate::sections) fn told(cell: &Cell, (a, b): (i64, i64), modulus: i64) -> (String, String) {
    let is_right = is_right(a, b, modulus, cell.answer);
    let sign = if is_right { '\u{2713}' } else { '\u{2717}' };
    let said = problem_at(a, b, modulus).map(|problem| verdict(&problem, cell.answer));
    let answer = answer_text(cell.answer, false);
    let judged = format!("{answer} {sign} {}", said.unwrap_or_default());
    let chain = match cell.n_chain {
        0 => "at once".to_owned(),
        n => format!("after {n} tokens"),
    };
    let steps = match (cell.n_chain, cell.invalid_step) {
        (0, _) => String::new(),
        (_, None) => ", no invalid step".into(),
        (_, Some(step)) => format!(", step {} is the first that is not true", step + 1),
    };
    let sure = match cell.answer {
        Some(_) => format!("; {}", sure(cell.confidence)),
        None => String::new(),
    };
    (judged, format!("{chain}{steps}{sure}"))
}

/// A confidence in words: it is kept in steps, so that its ends are ranges too.
fn sure(confidence: u8) -> String {
    let half = f64::from(CONFIDENCE_STEP) / 2.0;
    match confidence {
        100 => format!("over {}\u{202f}% sure of it", (100.0 - half).floor()),
        0 => format!("under {}\u{202f}% sure of it", half.ceil()),
        other => format!("about {other}\u{202f}% sure of it"),
    }
}

/// How a sweep stands, at a time in milliseconds.
pub(in crate::sections) fn progress(sweep: &Sweep, now_ms: f64) -> String {
    let done = of(sweep.n_done(), sweep.n_total());
    match &sweep.state {
        SweepState::Starting => "Starting workers with both models\u{2026}".into(),
        SweepState::Running | SweepState::Paused => {
            let rate = sweep.rate(now_ms);
            let rate = rate.map(|rate| format!(", {} a second", count(rate.round() as u64)));
            let left = sweep.seconds_left(now_ms).map(time_left);
            let pause = match sweep.state {
                SweepState::Paused => " Paused while the page is hidden.",
                _ => "",
            };
            format!(
                "{done} answers recomputed here{}{}.{pause}",
                rate.unwrap_or_default(),
                left.unwrap_or_default()
            )
        }
        SweepState::Ended => format!("{done} answers recomputed here."),
        SweepState::Cancelled => format!("Stopped: {done} answers recomputed here."),
        SweepState::Failed(reason) => {
            format!("The sweep stopped: {reason}. {done} answers were recomputed here.")
        }
    }
}

fn time_left(seconds: f64) -> String {
    match seconds {
        seconds if seconds < 90.0 => format!(", about {} s left", seconds.ceil()),
        seconds => format!(", about {} min left", (seconds / 60.0).ceil()),
    }
}

/// Whether the live cells are as published. Empty before there is one.
pub(in crate::sections) fn agreement(sweep: &Sweep) -> String {
    let (same, done) = (sweep.n_same(), sweep.n_done());
    match sweep.first_difference {
        _ if done == 0 => String::new(),
        None => format!("{} as published.", of(same, done)),
        Some((size, idx)) => {
            let (a, b) = operands(idx);
            format!(
                "{} as published. The first that is not: {} on {} \u{d7} {}.",
                of(same, done),
                name(size),
                signed(a),
                signed(b)
            )
        }
    }
}

/// How many answers of a model are right in the swept area: an interval while it is a sample, a fraction once it is all.
pub(in crate::sections) fn right_so_far(
    size: Size,
    recomputed: &Recomputed,
    n_cells: usize,
) -> String {
    let (right, n) = (recomputed.n_right, recomputed.n_done);
    match n {
        0 => format!("{}: nothing yet.", name(size)),
        n if n == n_cells => format!("{}: right on {}, exact.", name(size), of(right, n)),
        n => {
            let Interval { low, high } = wilson(right, n);
            format!(
                "{}: right on {} so far, so on {} to {} of the area (95\u{202f}% interval, as if drawn at random).",
                name(size),
                of(right, n),
                percent(low),
                percent(high)
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::competence::tests::example;
    use syw_core::map::{Area, index};

    fn plain(text: &str) -> String {
        text.replace('\u{202f}', " ")
    }

    #[test]
    fn the_finding_is_counted() {
        let said = plain(&finding(&example()));
        let inside = "GPT large is right on 9 999 of 10 000 and GPT small on 10 000 of 10 000.";
        assert!(said.contains(inside), "{said}");
        let beyond = "GPT large is right on 0 % and GPT small on 37.7 %; guessing a remainder would be right on 14.3 %.";
        assert!(said.contains(beyond), "{said}");
    }

    #[test]
    fn a_cell_is_told_and_spoken() {
        let both = example();
        let idx = index(-3, 4);
        let said = spoken(&both, |size| *both.cell(size, idx), (-3, 4));
        let expected = "a \u{2212}3, b 4: GPT large wrong, says 8; GPT small wrong, says 8";
        assert_eq!(said, expected);
        let cell = Cell {
            answer: Some(2),
            n_chain: 40,
            invalid_step: Some(1),
            confidence: 95,
        };
        let (judged, how) = told(&cell, (3, 3), 7);
        assert_eq!(judged, "2 \u{2713} right");
        let expected =
            "after 40 tokens, step 2 is the first that is not true; about 95 % sure of it";
        assert_eq!(plain(&how), expected);
        let (judged, how) = told(&Cell::default(), (3, 3), 7);
        assert!(judged.starts_with("\u{2013} \u{2717}"), "{judged}");
        assert_eq!(how, "at once");
    }

    #[test]
    fn a_sample_has_an_interval_and_the_whole_a_fraction() {
        let mut recomputed = Recomputed::default();
        let said = |recomputed: &Recomputed| plain(&right_so_far(Size::Large, recomputed, 100));
        assert_eq!(said(&recomputed), "GPT large: nothing yet.");
        (recomputed.n_done, recomputed.n_right) = (50, 40);
        let partial = "GPT large: right on 40 of 50 so far, so on 67 % to 88.8 % of the area (95 % interval, as if drawn at random).";
        assert_eq!(said(&recomputed), partial);
        (recomputed.n_done, recomputed.n_right) = (100, 80);
        assert_eq!(said(&recomputed), "GPT large: right on 80 of 100, exact.");
    }

    #[test]
    fn a_sweep_tells_how_it_stands() {
        let both = example();
        let mut sweep = Sweep::new(7, Area { a: 0..=9, b: 0..=9 });
        assert_eq!(agreement(&sweep), "");
        sweep.set_state(SweepState::Running, 0.0);
        let idx = index(0, 0);
        let published = *both.cell(Size::Large, idx);
        sweep.take(Size::Large, idx, published, &published);
        let said = progress(&sweep, 500.0);
        assert_eq!(
            said,
            "1 of 200 answers recomputed here, 2 a second, about 2 min left."
        );
        assert_eq!(agreement(&sweep), "1 of 1 as published.");
        sweep.take(Size::Small, idx, Cell::default(), &published);
        let differs = "1 of 2 as published. The first that is not: GPT small on 0 \u{d7} 0.";
        assert_eq!(agreement(&sweep), differs);
        sweep.set_state(SweepState::Failed("no engine".into()), 500.0);
        let failed = "The sweep stopped: no engine. 2 of 200 answers were recomputed here.";
        assert_eq!(progress(&sweep, 500.0), failed);
    }
}
