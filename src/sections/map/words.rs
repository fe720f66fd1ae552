//! What the competence map says in words: its finding, a cell, a sweep. Every number is counted from the maps.

use syw_core::card::Size;
use syw_core::map::{CONFIDENCE_STEP, Cell, Region, is_right, operands, problem_at, right_answers};
use syw_core::statistics::{CONFIDENCE, Interval, wilson};

use crate::competence::Competence;
use crate::completion::verdict;
use crate::components::format::{answer_text, count, percent};
use crate::locale::formats;
use crate::sweep::{Recomputed, Sweep, SweepState};
use crate::t;

/// Both sizes, in the order of the page.
pub(in crate::sections) const SIZES: [Size; 2] = [Size::Large, Size::Small];

pub(in crate::sections) fn name(size: Size) -> String {
    match size {
        Size::Large => t!("size-large"),
        Size::Small => t!("size-small"),
    }
}

pub(in crate::sections) fn region_name(region: Region) -> String {
    match region {
        Region::TrainingSquare => t!("map-region-training"),
        Region::HeldOut => t!("map-region-held-out"),
        Region::ThreeDigits => t!("map-region-digits"),
        Region::OneNegative => t!("map-region-one"),
        Region::BothNegative => t!("map-region-both"),
        Region::All => t!("map-region-all"),
    }
}

fn of(right: usize, n: usize) -> String {
    t!(
        "format-of-total",
        number = count(right as u64),
        total = count(n as u64)
    )
}

/// The title of the figure: what the maps show, from their own counts.
pub(in crate::sections) fn finding(both: &Competence) -> String {
    let inside = SIZES.map(|size| both.tally(size, Region::TrainingSquare));
    let outside = SIZES.map(|size| both.outside(size).share());
    t!(
        "map-finding",
        large_inside = of(inside[0].right, inside[0].n),
        small_inside = of(inside[1].right, inside[1].n),
        large_outside = percent(outside[0]),
        small_outside = percent(outside[1]),
        guessing = percent(1.0 / both.modulus as f64)
    )
}

/// What the picture is, with its models.
pub(in crate::sections) fn caption(both: &Competence) -> String {
    let n = both.tally(Size::Large, Region::All).n;
    let [large, small] = SIZES.map(|size| {
        let map = both.map(size);
        let digest = map.sha256.get(..8).unwrap_or_default();
        format!("{} ({digest})", map.model)
    });
    t!(
        "map-caption",
        modulus = both.modulus.to_string(),
        problems = count(n as u64),
        large = large,
        small = small
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
        true => t!("map-right", answer = floored.to_string()),
        false => t!(
            "map-right-both",
            floored = floored.to_string(),
            truncated = signed(truncated)
        ),
    }
}

/// One cell in a line, for those who hear the map.
pub(in crate::sections) fn spoken(
    both: &Competence,
    cell: impl Fn(Size) -> Cell,
    (a, b): (i64, i64),
) -> String {
    let [large, small] = SIZES.map(|size| {
        let answer = cell(size).answer;
        let is_right = is_right(a, b, both.modulus, answer);
        let (model, says) = (name(size), answer_text(answer, false));
        match (answer, is_right) {
            (Some(_), true) => t!("map-spoken-right", model = model, answer = says),
            (Some(_), false) => t!("map-spoken-wrong", model = model, answer = says),
            (None, _) => t!("map-spoken-none", model = model),
        }
    });
    t!(
        "map-spoken",
        a = signed(a),
        b = signed(b),
        large = large,
        small = small
    )
}

/// What one model did in a cell: its answer with a sign and a verdict, then how it came to it.
pub(in crate::sections) fn told(cell: &Cell, (a, b): (i64, i64), modulus: i64) -> (String, String) {
    let is_right = is_right(a, b, modulus, cell.answer);
    let sign = if is_right { '\u{2713}' } else { '\u{2717}' };
    let said = problem_at(a, b, modulus).map(|problem| verdict(&problem, cell.answer));
    let answer = answer_text(cell.answer, false);
    let judged = format!("{answer} {sign} {}", said.unwrap_or_default());
    let tokens = cell.n_chain.to_string();
    let how = match (cell.n_chain, cell.invalid_step) {
        (0, _) => t!("map-at-once"),
        (_, None) => t!("map-after", tokens = tokens),
        (_, Some(step)) => t!(
            "map-after-invalid",
            tokens = tokens,
            step = (step + 1).to_string()
        ),
    };
    match cell.answer {
        Some(_) => (judged, format!("{how}; {}", sure(cell.confidence))),
        None => (judged, how),
    }
}

/// A confidence in words: it is kept in steps, so that its ends are ranges too.
fn sure(confidence: u8) -> String {
    let half = f64::from(CONFIDENCE_STEP) / 2.0;
    match confidence {
        100 => t!(
            "map-sure-over",
            percent = (100.0 - half).floor().to_string()
        ),
        0 => t!("map-sure-under", percent = half.ceil().to_string()),
        other => t!("map-sure", percent = other.to_string()),
    }
}

/// How a sweep stands, at a time in milliseconds.
pub(in crate::sections) fn progress(sweep: &Sweep, now_ms: f64) -> String {
    let done = of(sweep.n_done(), sweep.n_total());
    match &sweep.state {
        SweepState::Starting => t!("map-sweep-starting"),
        SweepState::Running => running(sweep, now_ms),
        SweepState::Paused => {
            let running = running(sweep, now_ms);
            format!("{running} {}", t!("map-sweep-paused"))
        }
        SweepState::Ended => t!("map-sweep-done", done = done),
        SweepState::Cancelled => t!("map-sweep-stopped", done = done),
        SweepState::Failed(reason) => t!("map-sweep-failed", reason = reason.clone(), done = done),
    }
}

fn running(sweep: &Sweep, now_ms: f64) -> String {
    let done = of(sweep.n_done(), sweep.n_total());
    let speed = sweep.rate(now_ms).zip(sweep.seconds_left(now_ms));
    let Some((rate, seconds)) = speed else {
        return t!("map-sweep-done", done = done);
    };
    let (unit, left) = match seconds {
        seconds if seconds < 90.0 => ("s", seconds.ceil()),
        seconds => ("min", (seconds / 60.0).ceil()),
    };
    t!(
        "map-sweep-running",
        done = done,
        rate = count(rate.round() as u64),
        left = left.to_string(),
        unit = unit
    )
}

/// Whether the live cells are as published. Empty before there is one.
pub(in crate::sections) fn agreement(sweep: &Sweep) -> String {
    let (same, done) = (sweep.n_same(), sweep.n_done());
    match sweep.first_difference {
        _ if done == 0 => String::new(),
        None => t!("map-same", same = of(same, done)),
        Some((size, idx)) => {
            let (a, b) = operands(idx);
            t!(
                "map-differs",
                same = of(same, done),
                model = name(size),
                a = signed(a),
                b = signed(b)
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
        0 => t!("map-area-nothing", model = name(size)),
        n if n == n_cells => t!("map-area-exact", model = name(size), right = of(right, n)),
        n => {
            let Interval { low, high } = wilson(right, n);
            t!(
                "map-area-so-far",
                model = name(size),
                right = of(right, n),
                level = percent(CONFIDENCE),
                range = formats::from_to(percent(low), percent(high))
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
