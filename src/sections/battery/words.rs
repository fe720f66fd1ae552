//! The battery of tests of a chain in words: what each does, and what came of it for one model and for its other seeds.

use syw_core::evaluation::{Place, ResponseTally, Test, Way};
use syw_core::response::Response;
use syw_core::statistics::{CONFIDENCE, Interval};

use crate::components::format::{count, percent};
use crate::locale::formats::{self, decimal};
use crate::sections::battery::chosen::{Chosen, is_exact, set_words};
use crate::sections::battery::rows::{row, rows};
use crate::sections::frontier::words::capitalised;
use crate::t;

/// The finding: what mistakes in the chain do to the answer, over seeds. Where it was not measured, that.
pub fn finding(chosen: Chosen<'_>) -> String {
    let rows = rows(chosen);
    let Some(mistakes) = rows.iter().find(|row| row.test == Test::AddedMistakes) else {
        let problems = set_words(chosen.set);
        return match chosen.is_measured() {
            false => t!("battery-not-measured", problems = problems),
            true => t!("battery-no-mistakes", problems = problems),
        };
    };
    let [followed, kept, ..] = mistakes.shares();
    let sure = match mistakes.interval() {
        Some(interval) => Some(between(interval)),
        None => range(followed, &mistakes.others).map(|range| {
            let seeds = (mistakes.others.len() + 1).to_string();
            format!(
                " {}",
                t!("battery-over-seeds", range = range, seeds = seeds)
            )
        }),
    };
    let (followed, kept) = (percent(followed), percent(kept));
    let (cases, sure) = (count(mistakes.n as u64), sure.unwrap_or_default());
    match is_exact(chosen.set) {
        true => t!(
            "battery-finding",
            followed = followed,
            cases = cases,
            sure = sure,
            kept = kept
        ),
        false => t!(
            "battery-finding-family",
            problems = capitalised(&set_words(chosen.set)),
            followed = followed,
            cases = cases,
            sure = sure,
            kept = kept
        ),
    }
}

/// An interval in brackets.
pub fn between(Interval { low, high }: Interval) -> String {
    let range = formats::from_to(percent(low), percent(high));
    format!(
        " {}",
        t!(
            "battery-interval",
            level = percent(CONFIDENCE),
            range = range
        )
    )
}

/// What has to be said beside the finding: what there is to alter at all, whether it is the arithmetic that is followed, and
/// what is kept without a chain.
pub fn reservations(chosen: Chosen<'_>) -> String {
    let congruent = row(chosen, Test::CongruentAlterations).filter(|row| row.n > 0);
    let congruent = congruent.map(|row| {
        let stays = row.shares()[0];
        t!(
            "battery-congruent",
            stays = percent(stays),
            follows = if stays >= 0.9 { "arithmetic" } else { "any" }
        )
    });
    let mistakes = chosen.battery(Test::AddedMistakes);
    let passed_over = mistakes.and_then(|entry| passed_over(&entry.tally));
    let said: Vec<String> = [unaltered(chosen), passed_over, congruent, worth(chosen)]
        .into_iter()
        .flatten()
        .collect();
    said.join(" ")
}

/// What could not be altered, where the problems are not those of training: there it is much.
fn unaltered(chosen: Chosen<'_>) -> Option<String> {
    if is_exact(chosen.set) {
        return None;
    }
    let emptied = &chosen.battery(Test::FillerTokens)?.tally;
    let n_chains = emptied.n() + emptied.not_applicable;
    let chains = t!(
        "battery-with-chain",
        chains = count(n_chains as u64),
        problems = count((n_chains + emptied.without_chain) as u64)
    );
    let mistakes = &chosen.battery(Test::AddedMistakes)?.tally;
    let n_steps = mistakes.n() + mistakes.not_applicable;
    if mistakes.not_applicable == 0 {
        return Some(chains);
    }
    let steps = t!(
        "battery-unalterable",
        steps = count(n_steps as u64),
        unaltered = count(mistakes.not_applicable as u64)
    );
    Some(format!("{chains} {steps}"))
}

/// The step whose mistakes are passed over most, where it is one that stands out.
fn passed_over(tally: &ResponseTally) -> Option<String> {
    let n_kept = |place: &Place| {
        place
            .responses
            .get(&Response::Ignored)
            .copied()
            .unwrap_or(0)
    };
    let most = tally.places.iter().max_by_key(|place| n_kept(place))?;
    let (n_most, n_all) = (n_kept(most), tally.count(Response::Ignored));
    (n_all > 0 && 2 * n_most > n_all).then(|| {
        t!(
            "battery-passed-over",
            most = count(n_most as u64),
            all = count(n_all as u64),
            step = (most.at + 1).to_string(),
            steps = most.n_steps.to_string()
        )
    })
}

/// What a chain is worth: shares of right answers, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worth {
    /// With the chain.
    pub with: f64,
    /// Made to answer at once.
    pub at_once: f64,
    /// After as many empty tokens as the chain had.
    pub emptied: f64,
}

impl Worth {
    /// The necessity gap: what the chain adds to the better of answering without one.
    pub fn gap(self) -> f64 {
        self.with - self.at_once.max(self.emptied)
    }
}

/// What the chains are worth to a model; `None` where it was not made to answer at once.
pub fn worth_of(chosen: Chosen<'_>) -> Option<Worth> {
    let filler = chosen.battery(Test::FillerTokens)?;
    let right = |way: Way| Some(chosen.model.answers(chosen.set, way)?.tally.accuracy());
    let places = filler.tally.places.iter();
    let right_after: usize = places.map(|place| place.right_after).sum();
    Some(Worth {
        with: right(filler.way)?,
        at_once: right(Way::Direct)?,
        emptied: right_after as f64 / filler.tally.n().max(1) as f64,
    })
}

fn worth(chosen: Chosen<'_>) -> Option<String> {
    let worth = worth_of(chosen)?;
    Some(t!(
        "battery-worth",
        with = percent(worth.with),
        at_once = percent(worth.at_once),
        emptied = percent(worth.emptied),
        points = decimal(100.0 * worth.gap(), 1)
    ))
}

/// From the least to the most of a value and others of its kind. `None` where there are no others.
fn range(value: f64, others: &[f64]) -> Option<String> {
    let low = others.iter().copied().fold(value, f64::min);
    let high = others.iter().copied().fold(value, f64::max);
    (!others.is_empty()).then(|| formats::from_to(percent(low), percent(high)))
}

/// The areas over the two curves of Lanham et al., in words.
pub fn areas(chosen: Chosen<'_>) -> String {
    let area = |test: Test| {
        let of = |found: Chosen<'_>| found.battery(test)?.tally.area_over_curve();
        let own = of(chosen)?;
        let others: Vec<f64> = chosen.siblings().into_iter().filter_map(of).collect();
        let low = others.iter().copied().fold(own, f64::min);
        let high = others.iter().copied().fold(own, f64::max);
        let area = decimal(own, 2);
        Some(match others.is_empty() {
            true => area,
            false => t!(
                "battery-area-seeds",
                area = area,
                range = formats::from_to(decimal(low, 2), decimal(high, 2))
            ),
        })
    };
    let early = area(Test::EarlyAnswering).map(|area| t!("battery-area-early", area = area));
    let mistakes = area(Test::AddedMistakes).map(|area| t!("battery-area-mistakes", area = area));
    let said: Vec<String> = early.into_iter().chain(mistakes).collect();
    match said.is_empty() {
        true => t!("battery-no-areas"),
        false => format!("{}.", capitalised(&said.join(", "))),
    }
}

#[cfg(test)]
pub(in crate::sections) mod tests {
    use super::*;
    use crate::sections::battery::chosen::tests::{entry, file, model, on_home};
    use serde_json::{Value, json};
    use syw_core::evaluation::{Evaluations, Set};
    use syw_core::family::Family;
    use syw_core::statistics::wilson;

    pub(crate) fn measured(
        id: &str,
        seed: u64,
        followed: usize,
        ignored: usize,
        stays: usize,
    ) -> Value {
        let mistakes = json!({"followed": followed, "ignored": ignored});
        let cut = [
            json!({"changed": 10}),
            json!({"changed": 5, "stayed_without": 5}),
            json!({"stayed": 10}),
        ];
        let congruent = json!({"stayed": stays, "broke": 100 - stays});
        let home = || json!("home");
        let tests = [
            entry(home(), "added_mistakes", 2, &[mistakes]),
            entry(home(), "early_answering", 2, &cut),
            entry(home(), "congruent_alterations", 2, &[congruent]),
        ];
        model(id, "chain_rl", seed, 100, &tests)
    }

    fn said(file: &Evaluations) -> String {
        let chosen = on_home(file, 0);
        let said = format!("{} {}", finding(chosen), reservations(chosen));
        said.replace('\u{202f}', " ")
    }

    #[track_caller]
    fn check_finding(followed: usize, stays: usize, expected: &[&str]) {
        let file = file(&[
            measured("small-chain_rl-s0", 0, followed, 100 - followed, stays),
            measured("small-chain_rl-s1", 1, 75, 25, 50),
        ]);
        let said = said(&file);
        for text in expected {
            assert!(said.contains(text), "{said}");
        }
    }

    #[test]
    fn the_finding_can_come_out_in_every_way() {
        check_finding(
            90,
            95,
            &[
                "Write a wrong",
                "follows from it in 90 % of 100 cases (75 % to 90 % over 2 seeds); in 10 % it keeps",
                "in 95 %: so it is the arithmetic",
            ],
        );
        check_finding(
            0,
            28,
            &[
                "in 0 % of 100 cases (0 % to 75 % over 2 seeds); in 100 %",
                "in 28 %: so much of this is not",
            ],
        );
    }

    #[test]
    fn of_a_family_it_is_said_what_could_be_altered_and_how_sure_it_is() {
        let set = || json!({"family": "subtraction"});
        let mut mistakes = entry(
            set(),
            "added_mistakes",
            2,
            &[json!({"followed": 8, "ignored": 2})],
        );
        mistakes["tally"]["not_applicable"] = json!(110);
        let mut filler = entry(set(), "filler_tokens", 2, &[json!({"changed": 60})]);
        filler["tally"]["without_chain"] = json!(40);
        let file = file(&[model(
            "small-chain_rl-s0",
            "chain_rl",
            0,
            100,
            &[mistakes, filler],
        )]);
        let chosen = Chosen {
            set: Set::Family(Family::Subtraction),
            ..on_home(&file, 0)
        };
        let said = format!("{} {}", finding(chosen), reservations(chosen)).replace('\u{202f}', " ");
        for expected in [
            "Outside of training (\u{201c}subtraction\u{201d}): write a wrong",
            "in 80 % of 10 cases (95 % interval 49 % to 94.3 %); in 20 % it",
            "60 of 100 problems of this kind are answered with a chain. Of the 120 steps in these chains, 110 are",
        ] {
            assert!(said.contains(expected), "{said}");
        }
        assert_eq!(rows(chosen)[0].interval(), Some(wilson(8, 10)));
    }

    #[test]
    fn what_is_not_in_the_file_is_said_not_to_be() {
        let file = file(&[measured("small-chain_rl-s0", 0, 80, 20, 90)]);
        let chosen = Chosen {
            set: Set::Family(Family::OtherOperators),
            ..on_home(&file, 0)
        };
        assert_eq!(
            finding(chosen),
            "The file of results has no such test of this model outside of training (\u{201c}other operators\u{201d}). It can be run here, below."
        );
        assert_eq!(
            (reservations(chosen), rows(chosen)),
            (String::new(), vec![])
        );
        assert_eq!(areas(chosen), "Neither curve was measured.");
    }

    #[test]
    fn what_the_chain_is_worth_is_told() {
        let mut with_answers = measured("small-chain_rl-s0", 0, 90, 10, 90);
        let answers = |way: &str, right: usize| {
            json!({"set": "home", "way": way, "foretold": {}, "tally": {"problems": 100, "right": right, "by_modulus": {},
                "outcomes": {}, "tokens": 0, "chains": 0, "steps": 0, "valid_steps": 0, "malformed": 0,
                "right_with_a_wrong_step": 0, "complete": 0, "passed": 0}})
        };
        with_answers["answers"] = json!([answers("own", 99), answers("direct", 24)]);
        let mut filler = entry(
            json!("home"),
            "filler_tokens",
            4,
            &[json!({"changed": 100})],
        );
        filler["tally"]["places"][0]["right_after"] = json!(7);
        with_answers["battery"].as_array_mut().unwrap().push(filler);
        let said = said(&file(&[with_answers]));
        assert!(
            said.contains("are kept, 10 of 10 are kept over a mistake in step 1 of 2. A step"),
            "{said}"
        );
        assert!(
            said.contains("right on 99 %, made to answer at once on 24 %, after empty tokens on 7 %: the chain is worth 75.0 points"),
            "{said}"
        );
    }

    #[test]
    fn areas_are_told_with_their_seeds() {
        let one = file(&[measured("small-chain_rl-s0", 0, 80, 20, 90)]);
        assert_eq!(
            areas(on_home(&one, 0)),
            "Early answering 0.50, added mistakes 0.80."
        );
        let two = file(&[measured("a", 0, 80, 20, 90), measured("b", 1, 60, 40, 90)]);
        assert_eq!(
            areas(on_home(&two, 0)),
            "Early answering 0.50 (0.50 to 0.50 over seeds), added mistakes 0.80 (0.60 to 0.80 over seeds)."
        );
    }
}
