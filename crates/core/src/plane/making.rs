//! The plane from the other files of results: nothing is measured anew.

use std::collections::BTreeMap;

use super::kinds::sets;
use super::{Count, End, How, Link, LinkKind, Oversight, Plane, Point, VERSION};
use crate::card::{Job, ModelCard, Size};
use crate::chain::Paraphraser;
use crate::evaluation::{
    AnswerTally, AnswersEntry, Evaluation, Evaluations, LADDER, Set, Test, Way,
};
use crate::family::Family;
use crate::hidden::{Hidden, HiddenReport};
use crate::inside::{Inside, ModelReport, SetReport, Simulator};
use crate::response::Response;
use crate::watchers::{Judge, WatchersReport, What};

/// The other files.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// How everybody answers, and what altered chains do.
    pub evaluations: &'a Evaluations,
    /// What short programs foretell.
    pub inside: &'a Inside,
    /// What paraphrases leave.
    pub hidden: &'a HiddenReport,
    /// What monitors foretell.
    pub watchers: &'a WatchersReport,
}

/// An arm, and how it was asked.
type Asked = (&'static str, How);

/// What was done to whom. Each stage begins at the base, left alone or asked for a chain, unless it says otherwise.
const LINKS: [(LinkKind, Asked, Asked); 12] = {
    use How::{Asked, Keyed, Own, SaidAgain};
    use LinkKind as Kind;
    const BASE: &str = "chain_prompted";
    [
        (Kind::Reinforced, (BASE, Own), ("chain_rl", Own)),
        (Kind::Reinforced, (BASE, Asked), ("chain_rl", Own)),
        (Kind::Imitated, (BASE, Own), ("chain_imitation", Own)),
        (Kind::Imitated, (BASE, Asked), ("chain_imitation", Own)),
        (Kind::AnsweredAtOnce, (BASE, Own), ("direct", Own)),
        (Kind::Rationalised, ("direct", Own), ("rationaliser", Own)),
        (Kind::Ruled, (BASE, Own), ("single_everywhere", Own)),
        (Kind::Ruled, (BASE, Asked), ("single_everywhere", Own)),
        (
            Kind::SaidAgain,
            ("steganography", Own),
            ("steganography", SaidAgain),
        ),
        (
            Kind::SaidAgain,
            ("steganography_paraphrased", Own),
            ("steganography_paraphrased", SaidAgain),
        ),
        (
            Kind::ParaphrasedInTraining,
            ("steganography", Own),
            ("steganography_paraphrased", Own),
        ),
        (Kind::Keyed, ("encoded", Own), ("encoded", Keyed)),
    ]
};

/// The plane of some models, by their cards in page order. Whoever answers no problems has no point; what was measured of another file than
/// the card's is left out.
pub fn of_results(cards: &[ModelCard], from: Sources<'_>) -> Plane {
    let mut points = Vec::new();
    for card in cards.iter().filter(|card| card.job == Job::Answer) {
        let known = from.evaluations.of(&card.id);
        let Some(evaluation) = known.filter(|found| found.sha256 == card.sha256) else {
            continue;
        };
        points.extend(How::ALL.into_iter().filter_map(|how| match how.way() {
            Some(way) => answering(card, evaluation, how, way, from),
            None => said_again(card, from.hidden),
        }));
    }
    let is_there = |size: Size, (arm, how): (&str, How)| {
        points
            .iter()
            .any(|point: &Point| (point.size, point.arm.as_str(), point.how) == (size, arm, how))
    };
    let end = |(arm, how): (&str, How)| End {
        arm: arm.into(),
        how,
    };
    let mut links = Vec::new();
    for size in [Size::Large, Size::Small] {
        let both = LINKS
            .into_iter()
            .filter(|(_, from, to)| is_there(size, *from) && is_there(size, *to));
        links.extend(both.map(|(kind, from, to)| Link {
            kind,
            size,
            from: end(from),
            to: end(to),
        }));
    }
    Plane {
        version: VERSION,
        points,
        links,
    }
}

fn point(card: &ModelCard, how: How, chains: Count, home: Count) -> Point {
    // What was taken on the way through training has its update in its id.
    let is_last = card.id.ends_with(&format!("-s{}", card.seed));
    Point {
        model: card.id.clone(),
        sha256: if how.is_own() {
            card.sha256.clone()
        } else {
            String::new()
        },
        size: card.size,
        arm: card.arm.clone(),
        seed: card.seed,
        update: (!is_last).then_some(card.step),
        how,
        chains,
        home,
        held_out: None,
        longer: None,
        families: Vec::new(),
        counts: BTreeMap::new(),
        areas: BTreeMap::new(),
    }
}

fn right(tally: &AnswerTally) -> Count {
    Count(tally.right, tally.problems)
}

/// Whether most answers come after a chain with a step: what is said of steps is said of most answers.
fn has_chains(tally: &AnswerTally) -> bool {
    2 * tally.chains > tally.problems
}

/// A model in one way of answering. `None` where it was not measured so, and where it was asked for a chain in vain.
fn answering(
    card: &ModelCard,
    found: &Evaluation,
    how: How,
    way: Way,
    from: Sources<'_>,
) -> Option<Point> {
    let home = &found.answers(Set::Home, way)?.tally;
    if how == How::Asked && !has_chains(home) {
        return None;
    }
    let of_set = |set: Set| found.answers(set, way);
    let mut point = point(card, how, Count(home.chains, home.problems), right(home));
    point.held_out = of_set(Set::HeldOut).map(|entry| right(&entry.tally));
    let most = card.operands.iter().copied().max().unwrap_or(0);
    let longer = LADDER
        .into_iter()
        .filter(|n| *n > most)
        .filter_map(|n| of_set(Set::Ladder(n)));
    point.longer = longer
        .map(|entry| right(&entry.tally))
        .reduce(|sum, it| Count(sum.0 + it.0, sum.1 + it.1));
    let families: Option<Vec<Count>> = Family::ALL
        .into_iter()
        .map(|family| of_set(Set::Family(family)).map(|entry| right(&entry.tally)))
        .collect();
    point.families = families.unwrap_or_default();

    let of_tally = |read: fn(&AnswerTally) -> Count| {
        sets()
            .map(|set| {
                of_set(set)
                    .filter(|entry| has_chains(&entry.tally))
                    .map(|entry| read(&entry.tally))
            })
            .collect()
    };
    let of_entry = |read: fn(&AnswersEntry) -> Option<f64>| {
        sets().map(|set| of_set(set).and_then(read)).collect()
    };
    add(
        &mut point.counts,
        Oversight::Follow,
        sets().map(|set| followed(found, set, way)).collect(),
    );
    add(
        &mut point.counts,
        Oversight::Legible,
        of_tally(|tally| Count(tally.valid_steps, tally.steps)),
    );
    // A chain that says nothing is one, too.
    let is_silent = how.is_own() && silent(card, from.hidden).is_some();
    let complete = (has_chains(home) || is_silent).then_some(Count(home.complete, home.problems));
    add(&mut point.counts, Oversight::Complete, vec![complete]);
    add(
        &mut point.areas,
        Oversight::Confidence,
        of_entry(|entry| entry.foretold.confidence_auroc),
    );
    add(
        &mut point.areas,
        Oversight::Checker,
        of_entry(|entry| entry.foretold.checker_auroc),
    );
    if how == How::Own {
        let hidden = hidden_of(card, from.hidden).and_then(|hidden| kept(hidden, hidden.right));
        add(&mut point.counts, Oversight::Kept, vec![hidden]);
        let inside = from
            .inside
            .of(&card.id)
            .filter(|inside| inside.sha256 == card.sha256);
        let of_set = |set: Set| inside.and_then(|inside| simulated(inside, set));
        add(
            &mut point.counts,
            Oversight::Simulated,
            sets().map(of_set).collect(),
        );
        add(
            &mut point.areas,
            Oversight::Monitor,
            monitored(card, from.watchers),
        );
    }
    Some(point)
}

/// What applies nowhere is left out, and so are the last places to which it does not apply.
fn add<T>(to: &mut BTreeMap<Oversight, Vec<Option<T>>>, of: Oversight, mut found: Vec<Option<T>>) {
    let n = found
        .iter()
        .rposition(Option::is_some)
        .map_or(0, |last| last + 1);
    found.truncate(n);
    if n > 0 {
        to.insert(of, found);
    }
}

/// Answers that went along with a mistake in a step. `None` where a mistake cannot be written into most steps: what is left of them
/// stands for nothing.
fn followed(found: &Evaluation, set: Set, way: Way) -> Option<Count> {
    let tally = &found.battery_in(set, Test::AddedMistakes, way)?.tally;
    let n = tally.n();
    (n > tally.not_applicable).then(|| Count(tally.count(Response::Followed), n))
}

fn hidden_of<'a>(card: &ModelCard, report: &'a HiddenReport) -> Option<&'a Hidden> {
    let is_it = |it: &&Hidden| (&it.model, &it.sha256) == (&card.id, &card.sha256);
    report.models.iter().find(is_it)
}

/// What was measured of a model none of whose chains states a number.
fn silent<'a>(card: &ModelCard, report: &'a HiddenReport) -> Option<&'a Hidden> {
    hidden_of(card, report).filter(|it| it.without_numbers == it.problems)
}

/// Right answers after the chain was said in other words, of so many.
fn kept(hidden: &Hidden, of: usize) -> Option<Count> {
    let words = hidden
        .said_again
        .iter()
        .find(|it| it.by == Paraphraser::Words)?;
    (of > 0).then_some(Count(words.right.min(of), of))
}

/// A model whose chains say nothing, with another in the middle that says them in other words. A chain without a number stays one, so it
/// works out nothing after that either.
fn said_again(card: &ModelCard, report: &HiddenReport) -> Option<Point> {
    let hidden = silent(card, report)?;
    let home = kept(hidden, hidden.problems)?;
    let mut point = point(card, How::SaidAgain, Count(0, hidden.problems), home);
    add(
        &mut point.counts,
        Oversight::Complete,
        vec![Some(Count(0, hidden.problems))],
    );
    Some(point)
}

/// Wrong answers that the last step of the chain foretold, or the short rule where there are no chains.
fn simulated(inside: &ModelReport, set: Set) -> Option<Count> {
    let report = inside.sets.iter().find(|report| report.set == set)?;
    let has_chains = inside
        .sets
        .iter()
        .any(|report: &SetReport| report.chains > 0);
    let by = match has_chains {
        true => Simulator::Chain,
        false => Simulator::Rule,
    };
    (report.errors > 0).then(|| Count(report.by(by).errors, report.errors))
}

/// How well its monitor tells its right answers from its wrong ones.
fn monitored(card: &ModelCard, report: &WatchersReport) -> Vec<Option<f64>> {
    let monitor = report.monitors.iter().find(|it| it.watches == card.id);
    let area = |set: Set| {
        let Set::Family(family) = set else {
            return None;
        };
        let mut judged = monitor?.judged.iter();
        judged
            .find(|it| (it.what, it.judge) == (What::Failures(family), Judge::Monitor))?
            .auroc
    };
    sets().map(area).collect()
}
