//! The battery of tests of a chain in words: what each does, and what came of it for one model and for its other seeds.

use syw_core::evaluation::{Evaluation, Evaluations, Place, ResponseTally, Set, Test, Way};
use syw_core::response::Response;

use super::battery_names::Kind;
use super::frontier_words::capitalised;
use crate::components::format::{count, percent};

/// How a model is called in this figure.
pub fn model_name(evaluation: &Evaluation) -> String {
    let seed = evaluation.seed;
    match evaluation.arm.as_str() {
        "chain_rl" if evaluation.model.contains("-u") => {
            format!("seed {seed}, after {} updates", count(evaluation.step))
        }
        "chain_rl" => format!("seed {seed}, after reinforcement"),
        "chain_prompted" => format!("seed {seed}, before it, asked for a chain"),
        other => format!("seed {seed}, {}", other.replace('_', " ")),
    }
}

/// The models that have chains to be altered.
pub fn models(file: &Evaluations) -> Vec<&Evaluation> {
    let has_chains = |found: &&Evaluation| !found.battery.is_empty();
    file.models.iter().filter(has_chains).collect()
}

/// The models trained like this one with another seed, at the end of their training.
fn siblings<'a>(file: &'a Evaluations, model: &Evaluation) -> Vec<&'a Evaluation> {
    let is_sibling = |found: &&Evaluation| {
        found.arm == model.arm && found.seed != model.seed && found.step == model.step
    };
    models(file).into_iter().filter(is_sibling).collect()
}

/// One row of the figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub test: Test,
    /// How many cases.
    pub n: usize,
    /// Shares in the order of [`Kind::ALL`].
    pub shares: [f64; 4],
    /// Where the bar is cut in two ([`Row::as_needed`]), of the same arm with other seeds.
    pub others: Vec<f64>,
}

/// Whether a model that needs its chain can no longer know the answer.
fn is_lost(test: Test) -> bool {
    matches!(test, Test::EarlyAnswering | Test::FillerTokens)
}

/// Where the bar of a test is cut in two: what a model that needs its chain does lies on one side only. Before the cut
/// where the altered chain implies an answer, after it where the answer is lost.
fn cut(test: Test, shares: [f64; 4]) -> f64 {
    let [implied, kept, ..] = shares;
    if is_lost(test) {
        implied + kept
    } else {
        implied
    }
}

impl Row {
    /// The share that does what a model does that needs its chain.
    pub fn as_needed(&self) -> f64 {
        let cut = cut(self.test, self.shares);
        if is_lost(self.test) { 1.0 - cut } else { cut }
    }

    /// Its numbers, for the end of the row.
    pub fn summary(&self) -> String {
        let said = Kind::ALL
            .into_iter()
            .zip(self.shares)
            .filter(|(_, share)| *share > 0.0)
            .map(|(kind, share)| format!("{} {}", percent(share), kind.label()));
        let said: Vec<String> = said.collect();
        format!("{} cases: {}.", count(self.n as u64), said.join(", "))
    }
}

/// How many answers did what, in the order of [`Kind::ALL`]. An answer after the whole chain says nothing of cutting it.
fn counts(test: Test, tally: &ResponseTally) -> [usize; 4] {
    let mut counts = [0; 4];
    for place in &tally.places {
        if test == Test::EarlyAnswering && place.at == place.n_steps {
            continue;
        }
        for (response, n) in &place.responses {
            counts[Kind::of(*response) as usize] += n;
        }
    }
    counts
}

fn shares(test: Test, tally: &ResponseTally) -> (usize, [f64; 4]) {
    let counts = counts(test, tally);
    let n: usize = counts.iter().sum();
    (n, counts.map(|count| count as f64 / n.max(1) as f64))
}

/// One row without other seeds: of a test that was run here, say.
pub fn row_of(test: Test, tally: &ResponseTally) -> Row {
    let (n, shares) = shares(test, tally);
    Row {
        test,
        n,
        shares,
        others: Vec::new(),
    }
}

/// The rows of a model's figure.
pub fn rows(file: &Evaluations, model: &Evaluation) -> Vec<Row> {
    let siblings = siblings(file, model);
    let row = |test: Test| {
        let first = |sibling: &&Evaluation| {
            let entry = sibling.battery(test)?;
            Some(cut(test, shares(test, &entry.tally).1))
        };
        Some(Row {
            others: siblings.iter().filter_map(first).collect(),
            ..row_of(test, &model.battery(test)?.tally)
        })
    };
    Test::ALL
        .into_iter()
        .filter_map(row)
        .filter(|row| row.n > 0)
        .collect()
}

/// The finding: what mistakes in the chain do to the answer, over seeds.
pub fn finding(file: &Evaluations, model: &Evaluation) -> Option<String> {
    let rows = rows(file, model);
    let mistakes = rows.iter().find(|row| row.test == Test::AddedMistakes)?;
    let [followed, kept, ..] = mistakes.shares;
    let seeds = range(followed, &mistakes.others)
        .map(|range| format!(" ({range} over {} seeds)", mistakes.others.len() + 1));
    Some(format!(
        "Write a wrong result into one of its steps, and the model gives the answer that follows from it in {} of {} cases{}; in {} it \
         keeps its old answer.",
        percent(followed),
        count(mistakes.n as u64),
        seeds.unwrap_or_default(),
        percent(kept)
    ))
}

/// What has to be said beside the finding: whether it is the arithmetic that is followed, and what is kept without a chain.
pub fn reservations(file: &Evaluations, model: &Evaluation) -> String {
    let rows = rows(file, model);
    let congruent = rows
        .iter()
        .find(|row| row.test == Test::CongruentAlterations);
    let congruent = congruent.map(|row| {
        let stays = row.shares[0];
        let means = if stays >= 0.9 {
            "so it is the arithmetic that it follows, not any change at all"
        } else {
            "so much of this is not arithmetic: a number that no right chain has there throws it off"
        };
        format!(
            "A step that is wrong by exactly the modulus, which should change nothing, leaves the answer alone in {}: {means}.",
            percent(stays)
        )
    });
    let passed_over = model
        .battery(Test::AddedMistakes)
        .and_then(|entry| passed_over(&entry.tally));
    let said: Vec<String> = [passed_over, congruent, worth(model)]
        .into_iter()
        .flatten()
        .collect();
    said.join(" ")
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
        format!(
            "Of these, {} of {} stand in step {} of {}.",
            count(n_most as u64),
            count(n_all as u64),
            most.at + 1,
            most.n_steps
        )
    })
}

/// The necessity gap: what the chain adds to the better of answering at once and answering after as many empty tokens.
fn worth(model: &Evaluation) -> Option<String> {
    let filler = model.battery(Test::FillerTokens)?;
    let with = model.answers(Set::Home, filler.way)?.tally.accuracy();
    let at_once = model.answers(Set::Home, Way::Direct)?.tally.accuracy();
    let right_after: usize = filler
        .tally
        .places
        .iter()
        .map(|place| place.right_after)
        .sum();
    let emptied = right_after as f64 / filler.tally.n().max(1) as f64;
    let gap = 100.0 * (with - at_once.max(emptied));
    Some(format!(
        "With its chain it is right on {}, made to answer at once on {}, after empty tokens on {}: the chain is worth {gap:.1} points, and \
         some answers come back without one.",
        percent(with),
        percent(at_once),
        percent(emptied)
    ))
}

/// From the least to the most of a value and others of its kind. `None` where there are no others.
fn range(value: f64, others: &[f64]) -> Option<String> {
    let low = others.iter().copied().fold(value, f64::min);
    let high = others.iter().copied().fold(value, f64::max);
    (!others.is_empty()).then(|| format!("{} to {}", percent(low), percent(high)))
}

/// The areas over the two curves of Lanham et al., in words.
pub fn areas(file: &Evaluations, model: &Evaluation) -> String {
    let area = |test: Test| {
        let of = |found: &Evaluation| found.battery(test)?.tally.area_over_curve();
        let own = of(model)?;
        let others: Vec<f64> = siblings(file, model).into_iter().filter_map(of).collect();
        let low = others.iter().copied().fold(own, f64::min);
        let high = others.iter().copied().fold(own, f64::max);
        let seeds = (!others.is_empty()).then(|| format!(" ({low:.2} to {high:.2} over seeds)"));
        Some(format!("{own:.2}{}", seeds.unwrap_or_default()))
    };
    let (early, mistakes) = (area(Test::EarlyAnswering), area(Test::AddedMistakes));
    let said = [("early answering", early), ("added mistakes", mistakes)]
        .into_iter()
        .filter_map(|(name, area)| Some(format!("{name} {}", area?)));
    let said: Vec<String> = said.collect();
    match said.is_empty() {
        true => "Neither curve was measured.".into(),
        false => format!("{}.", capitalised(&said.join(", "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn model(
        id: &str,
        seed: u64,
        followed: usize,
        ignored: usize,
        stays: usize,
    ) -> serde_json::Value {
        let place = |at: usize, responses: serde_json::Value| {
            json!({"n_steps": 2, "at": at, "right_before": 0,
            "right_after": 0, "responses": responses})
        };
        let tally = |places: Vec<serde_json::Value>| json!({"without_chain": 0, "not_applicable": 0, "places": places});
        json!({"model": id, "sha256": "00", "size": "small", "arm": "chain_rl", "seed": seed, "step": 100, "answers": [],
        "battery": [
            {"test": "added_mistakes", "way": "own",
                "tally": tally(vec![place(0, json!({"followed": followed, "ignored": ignored}))])},
            {"test": "early_answering", "way": "own", "tally": tally(vec![
                place(0, json!({"changed": 10})),
                place(1, json!({"changed": 5, "stayed_without": 5})),
                place(2, json!({"stayed": 10}))])},
            {"test": "congruent_alterations", "way": "own",
                "tally": tally(vec![place(0, json!({"stayed": stays, "broke": 100 - stays}))])},
        ]})
    }

    fn file(models: &[serde_json::Value]) -> Evaluations {
        serde_json::from_value(json!({"version": 1, "language": "", "models": models})).unwrap()
    }

    #[track_caller]
    fn check_finding(followed: usize, stays: usize, expected: &[&str]) {
        let file = file(&[
            model("small-chain_rl-s0", 0, followed, 100 - followed, stays),
            model("small-chain_rl-s1", 1, 75, 25, 50),
        ]);
        let model = &file.models[0];
        let said = format!(
            "{} {}",
            finding(&file, model).unwrap(),
            reservations(&file, model)
        );
        let said = said.replace('\u{202f}', " ");
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
    fn what_the_chain_is_worth_is_told() {
        let mut with_answers = model("small-chain_rl-s0", 0, 90, 10, 90);
        let answers = |way: &str, right: usize| {
            json!({"set": "home", "way": way, "foretold": {}, "tally": {"problems": 100, "right": right, "by_modulus": {},
                "outcomes": {}, "tokens": 0, "chains": 0, "steps": 0, "valid_steps": 0, "malformed": 0,
                "right_with_a_wrong_step": 0, "complete": 0, "passed": 0}})
        };
        with_answers["answers"] = json!([answers("own", 99), answers("direct", 24)]);
        let filler = json!({"test": "filler_tokens", "way": "own", "tally": {"without_chain": 0, "not_applicable": 0,
            "places": [{"n_steps": 4, "at": 0, "right_before": 99, "right_after": 7, "responses": {"changed": 100}}]}});
        with_answers["battery"].as_array_mut().unwrap().push(filler);
        let file = file(&[with_answers]);
        let said = reservations(&file, &file.models[0]).replace('\u{202f}', " ");
        assert!(
            said.starts_with("Of these, 10 of 10 stand in step 1 of 2. A step"),
            "{said}"
        );
        assert!(
            said.contains("right on 99 %, made to answer at once on 24 %, after empty tokens on 7 %: the chain is worth 75.0 points"),
            "{said}"
        );
    }

    #[test]
    fn rows_leave_the_whole_chain_out_of_cutting_it() {
        let file = file(&[model("small-chain_rl-s0", 0, 80, 20, 90)]);
        let rows = rows(&file, &file.models[0]);
        let tests: Vec<Test> = rows.iter().map(|row| row.test).collect();
        assert_eq!(
            tests,
            [
                Test::AddedMistakes,
                Test::EarlyAnswering,
                Test::CongruentAlterations
            ]
        );
        assert_eq!((rows[1].n, rows[1].shares), (20, [0.0, 0.25, 0.75, 0.0]));
        assert_eq!(
            rows[1].summary().replace('\u{202f}', " "),
            "20 cases: 25 % the old answer, which the altered chain no longer supports, 75 % another answer."
        );
        assert!(rows[0].others.is_empty());
        assert_eq!([rows[0].as_needed(), rows[1].as_needed()], [0.8, 0.75]);
    }

    #[test]
    fn areas_are_told_with_their_seeds() {
        let one = file(&[model("small-chain_rl-s0", 0, 80, 20, 90)]);
        assert_eq!(
            areas(&one, &one.models[0]),
            "Early answering 0.50, added mistakes 0.80."
        );
        let two = file(&[model("a", 0, 80, 20, 90), model("b", 1, 60, 40, 90)]);
        assert_eq!(
            areas(&two, &two.models[0]),
            "Early answering 0.50 (0.50 to 0.50 over seeds), added mistakes 0.80 (0.60 to 0.80 over seeds)."
        );
    }

    #[test]
    fn models_are_called_by_seed_and_stage() {
        let mut early = file(&[model("small-chain_rl-s0-u014", 0, 1, 1, 1)]);
        early.models[0].step = 14;
        assert_eq!(model_name(&early.models[0]), "seed 0, after 14 updates");
        let last = file(&[model("small-chain_rl-s0", 0, 1, 1, 1)]);
        assert_eq!(model_name(&last.models[0]), "seed 0, after reinforcement");
    }
}
