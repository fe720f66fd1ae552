//! What `cargo xtask evaluate` measures of models that think in vectors, beside what it measures of every model:
//! `public/results/latent.json`. Their thoughts are replaced, and read by linear probes.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use syw_core::Token;
use syw_core::card::ModelCard;
use syw_core::decoding::{BatchModel, argmax};
use syw_core::evaluation::{Set, spread};
use syw_core::latent::{
    Altered, Control, Count, Follows, Latent, Latents, Probe, Quantity, Shown, VERSION, Way, digits,
};
use syw_core::problem::{Convention, Problem};
use syw_core::prompt::{answer_of, direct_prompt, prompt};
use syw_core::split::{Split, problems_modulo};
use syw_core::statistics::LinearProbe;
use syw_core::thoughts::{self, Alteration};
use syw_engine::{Answering, OnnxModel};

use crate::{parallel, paths, random, shipped};

/// Training problems to which probes are fitted and over which thoughts are averaged.
const N_FITTED: usize = 4000;
/// Deals out the labels of the control.
const SHUFFLE_SEED: u64 = 30_000;
/// An answer is one digit and `<end>`, modulo a number below ten.
const MAX_ANSWER: usize = 4;

type Vectors = Vec<Vec<f32>>;

/// The models that think, and each one's control where it is shipped.
fn pairs<'a>(models: &'a [ModelCard]) -> Vec<(&'a ModelCard, Option<&'a ModelCard>)> {
    let thinks = models.iter().filter(|card| card.thoughts > 0);
    let pair = |card: &'a ModelCard| {
        let is_control = |other: &&ModelCard| {
            other.pauses > 0 && (other.size, other.seed) == (card.size, card.seed)
        };
        (card, models.iter().find(is_control))
    };
    thinks.map(pair).collect()
}

/// Measures every model of `models` that thinks, and writes public/results/latent.json where there is one. `models` are all that are shipped.
pub fn write(models: &[ModelCard]) -> Result<()> {
    let pairs = pairs(models);
    if pairs.is_empty() {
        return Ok(());
    }
    let path = paths::results().join("latent.json");
    let known = read(&path).ok().flatten();
    let is_known = |latent: &Latent| {
        let fits = |&(card, control): &(&ModelCard, Option<&ModelCard>)| {
            (&latent.model, &latent.sha256) == (&card.id, &card.sha256)
                && latent.control.as_ref().map(|control| &control.sha256)
                    == control.map(|control| &control.sha256)
        };
        pairs.iter().any(fits)
    };
    if known
        .is_some_and(|known| known.models.len() == pairs.len() && known.models.iter().all(is_known))
    {
        eprintln!("thoughts: there already");
        return Ok(());
    }
    let measured = parallel::map(&pairs, |&(thinking, control)| measure(thinking, control));
    let measured = measured.into_iter().collect::<Result<Vec<_>>>()?;
    let mut file = Latents {
        models: measured.iter().map(|(latent, _)| latent.clone()).collect(),
        ..Latents::empty()
    };
    let middle = file.middle().map(|middle| middle.model.clone());
    for (latent, (_, shown)) in file.models.iter_mut().zip(measured) {
        latent.shown = (Some(&latent.model) == middle.as_ref()).then_some(shown);
    }
    let lines = file.models.iter().map(serde_json::to_string);
    let lines = lines.collect::<Result<Vec<_>, _>>()?;
    let head = serde_json::to_string(&Latents {
        models: Vec::new(),
        ..file
    })?;
    let text = format!(
        "{}\n{}\n]}}\n",
        head.trim_end_matches("]}"),
        lines.join(",\n")
    );
    let beside = path.with_extension("json.new");
    fs::write(&beside, text)?;
    fs::rename(&beside, &path)?;
    eprintln!("thoughts: measured of {} models", pairs.len());
    Ok(())
}

/// The file; `None` where it was written by other rules.
fn read(path: &Path) -> Result<Option<Latents>> {
    let text = fs::read_to_string(path).context("latent.json")?;
    let file: Latents = serde_json::from_str(&text).context("latent.json")?;
    let is_current = (file.version, &file.language) == (VERSION, &syw_core::corpus::digest());
    Ok(is_current.then_some(file))
}

/// Measures one of the models again, and the one that the page shows, and compares them with the file.
pub fn check(models: &[ModelCard], seed: u64) -> Result<()> {
    let pairs = pairs(models);
    if pairs.is_empty() {
        return Ok(());
    }
    let file = read(&paths::results().join("latent.json"))?.context(
        "public/results/latent.json was written by other rules: run cargo xtask evaluate",
    )?;
    let chosen = (random::mix(seed) % pairs.len() as u64) as usize;
    let shown = file.models.iter().position(|latent| latent.shown.is_some());
    if pairs.len() != file.models.len() || shown.is_none() {
        bail!("public/results/latent.json has other models than are shipped");
    }
    for idx in [Some(chosen), shown.filter(|shown| *shown != chosen)]
        .into_iter()
        .flatten()
    {
        let (thinking, control) = pairs[idx];
        let (mut again, weights) = measure(thinking, control)?;
        let before = file
            .models
            .iter()
            .find(|latent| latent.model == again.model);
        let before = before.with_context(|| format!("{} is missing", again.model))?;
        again.shown = before.shown.as_ref().map(|_| weights);
        if *before != again {
            bail!(
                "{} thinks otherwise than public/results/latent.json says",
                again.model
            );
        }
        eprintln!(
            "{}: its thoughts agree with public/results/latent.json",
            again.model
        );
    }
    Ok(())
}

/// What one model thought of many problems.
struct Thought {
    problems: Vec<Problem>,
    /// By problem, then by place.
    thoughts: Vec<Vectors>,
    /// The token nearest to each of them.
    nearest: Vec<Vec<Option<Token>>>,
    answers: Vec<Option<i64>>,
}

/// Thinks about problems, each with its own alterations, and answers.
fn think(
    model: &OnnxModel,
    problems: &[Problem],
    alterations: impl Fn(usize) -> Vec<Alteration>,
) -> Result<Thought> {
    let (mut thoughts, mut nearest, mut answers) = (Vec::new(), Vec::new(), Vec::new());
    for (idx, problem) in problems.iter().enumerate() {
        let thinking = model.think(&prompt(problem), &alterations(idx), &[Token::ANSWER])?;
        // Below ten, the first token is the answer.
        let best = Token(argmax(&thinking.probs) as u8);
        answers.push(answer_of(&[Token::ANSWER, best]));
        let first = |thought: &thoughts::Thought| thought.nearest.first().map(|(token, _)| *token);
        nearest.push(thinking.thoughts.iter().map(first).collect());
        let vectors = thinking.thoughts.into_iter().map(|thought| thought.vector);
        thoughts.push(vectors.collect());
    }
    Ok(Thought {
        problems: problems.to_vec(),
        thoughts,
        nearest,
        answers,
    })
}

impl Thought {
    fn is_right(&self, idx: usize) -> bool {
        self.answers[idx] == Some(self.problems[idx].answer(Convention::Floored))
    }

    /// For each place, how many of the tokens nearest to the thoughts are the digit that would stand there.
    fn n_nearest(&self, n_thoughts: usize) -> Vec<usize> {
        let is_digit = |idx: usize, place: usize| {
            let digit = digits(&self.problems[idx]).and_then(|digits| digits.get(place).copied());
            digit.is_some() && self.nearest[idx][place] == digit.map(Token::digit)
        };
        let count = |place| {
            (0..self.problems.len())
                .filter(|&idx| is_digit(idx, place))
                .count()
        };
        (0..n_thoughts).map(count).collect()
    }

    fn n_right(&self) -> usize {
        (0..self.problems.len())
            .filter(|&idx| self.is_right(idx))
            .count()
    }
}

fn measure(card: &ModelCard, control: Option<&ModelCard>) -> Result<(Latent, Shown)> {
    let home = card.home.as_ref().context("a model without a home rung")?;
    let model = shipped::open(card)?;
    let listed = problems_modulo(Split::Train, home.operands, &[home.modulus]);
    let places = spread(N_FITTED, listed.len());
    let fitted: Vec<Problem> = places.into_iter().map(|idx| listed[idx].clone()).collect();
    let problems = Set::Home.problems(card);
    let kept = vec![Alteration::Kept; card.thoughts];
    let fitted = think(&model, &fitted, |_| kept.clone())?;
    let own = think(&model, &problems, |_| kept.clone())?;
    let means = means(&fitted.thoughts, card.thoughts);
    let mut altered = Vec::new();
    for way in Way::ALL {
        for place in (0..card.thoughts).map(Some).chain([None]) {
            altered.push(alter(&model, &own, &means, way, place)?);
        }
    }
    let (mut probes, mut weights) = (Vec::new(), Vec::new());
    for quantity in Quantity::ALL {
        for place in 0..card.thoughts {
            let (probe, fitted) = probe(quantity, place, &fitted, &own, home.modulus)?;
            probes.push(probe);
            weights.push(fitted.weights);
        }
    }
    let right_without = n_right(&model, &problems)?;
    let control = control.map(|control| -> Result<Control> {
        Ok(Control {
            model: control.id.clone(),
            sha256: control.sha256.clone(),
            right: n_right(
                &Answering::new(&shipped::open(control)?, control),
                &problems,
            )?,
        })
    });
    let latent = Latent {
        model: card.id.clone(),
        sha256: card.sha256.clone(),
        seed: card.seed,
        thoughts: card.thoughts,
        problems: problems.len(),
        right: own.n_right(),
        right_without,
        control: control.transpose()?,
        nearest: own.n_nearest(card.thoughts),
        altered,
        probes,
        shown: None,
    };
    Ok((latent, Shown { means, weights }))
}

/// How many problems a model answers rightly at once, in its way.
fn n_right(
    model: &impl BatchModel<Error = syw_engine::Error>,
    problems: &[Problem],
) -> Result<usize> {
    let prefixes: Vec<Vec<Token>> = problems.iter().map(direct_prompt).collect();
    let written = model.complete(&prefixes, MAX_ANSWER)?;
    let is_right = |(problem, written): &(&Problem, _)| {
        let written: &syw_core::decoding::Completion = written;
        let answer = answer_of(&[&[Token::ANSWER], &written.tokens[..]].concat());
        answer == Some(problem.answer(Convention::Floored))
    };
    Ok(problems.iter().zip(written).filter(is_right).count())
}

/// The mean of each thought.
fn means(thoughts: &[Vectors], n_thoughts: usize) -> Vectors {
    let mean = |place: usize| {
        let width = thoughts.first().map_or(0, |one| one[place].len());
        let sum = |at: usize| {
            thoughts
                .iter()
                .map(|one| f64::from(one[place][at]))
                .sum::<f64>()
        };
        (0..width)
            .map(|at| (sum(at) / thoughts.len() as f64) as f32)
            .collect()
    };
    (0..n_thoughts).map(mean).collect()
}

/// The problem whose thoughts are swapped in: half of the list away.
fn partner(idx: usize, n_problems: usize) -> usize {
    (idx + n_problems / 2) % n_problems
}

fn alter(
    model: &OnnxModel,
    own: &Thought,
    means: &Vectors,
    way: Way,
    place: Option<usize>,
) -> Result<Altered> {
    let n_problems = own.problems.len();
    let alterations = |idx: usize| -> Vec<Alteration> {
        let alteration = |at: usize| match way {
            _ if place.is_some_and(|place| place != at) => Alteration::Kept,
            Way::Noise => Alteration::Noise {
                seed: (idx * means.len() + at) as u64,
            },
            Way::Mean => Alteration::Given(means[at].clone()),
            Way::Swap => Alteration::Given(own.thoughts[partner(idx, n_problems)][at].clone()),
        };
        (0..means.len()).map(alteration).collect()
    };
    let changed = think(model, &own.problems, alterations)?;
    let mut follows = Follows::default();
    for (idx, answer) in changed.answers.iter().enumerate() {
        let (problem, other) = (&own.problems[idx], &own.problems[partner(idx, n_problems)]);
        let count = |count: &mut Count, implied: Option<i64>| {
            if let Some(implied) = implied.filter(|it| *it != problem.answer(Convention::Floored)) {
                count.add(*answer == Some(implied));
            }
        };
        let with = |first: &Problem, second: &Problem| {
            let (first, second) = (first.terms().first()?, second.terms().last()?);
            let problem = Problem::usual(&[first.value, second.value], problem.modulus())?;
            Some(problem.answer(Convention::Floored))
        };
        count(&mut follows.whole, with(other, other));
        count(&mut follows.first, with(other, problem));
        count(&mut follows.second, with(problem, other));
    }
    Ok(Altered {
        way,
        place,
        right: changed.n_right(),
        same: (0..n_problems)
            .filter(|&idx| changed.answers[idx] == own.answers[idx])
            .count(),
        follows: (way == Way::Swap).then_some(follows),
    })
}

/// Fits a probe, and its control whose labels are dealt out anew, to training problems, and tests both on held-out ones.
fn probe(
    quantity: Quantity,
    place: usize,
    fitted: &Thought,
    tested: &Thought,
    modulus: i64,
) -> Result<(Probe, LinearProbe)> {
    let classes = |thought: &Thought| -> Result<Vec<usize>> {
        let value = |problem| {
            quantity
                .of(problem)
                .and_then(|value| usize::try_from(value).ok())
        };
        let values: Option<Vec<usize>> = thought.problems.iter().map(value).collect();
        values.context("a problem that is no product of two numbers")
    };
    fn rows(thought: &Thought, place: usize) -> Vec<&[f32]> {
        let vectors = thought.thoughts.iter();
        vectors.map(|vectors| vectors[place].as_slice()).collect()
    }
    let n_values = quantity.n_values(modulus);
    let (labels, wanted) = (classes(fitted)?, classes(tested)?);
    let fit = |labels: &[usize]| {
        let probe = LinearProbe::fit(&rows(fitted, place), labels, n_values);
        probe.context("thoughts to which no probe can be fitted")
    };
    let n_right = |probe: &LinearProbe| {
        let read = rows(tested, place).into_iter().zip(&wanted);
        read.filter(|(vector, wanted)| probe.read(vector) == Some(**wanted))
            .count()
    };
    let mut shuffled = labels.clone();
    random::shuffle(&mut shuffled, SHUFFLE_SEED);
    let count = |value: usize, of: &[usize]| of.iter().filter(|&&it| it == value).count();
    let common =
        (0..n_values).max_by_key(|&value| (count(value, &labels), std::cmp::Reverse(value)));
    let probe = fit(&labels)?;
    let measured = Probe {
        quantity,
        place,
        right: n_right(&probe),
        shuffled: n_right(&fit(&shuffled)?),
        common: common.map_or(0, |value| count(value, &wanted)),
    };
    Ok((measured, probe))
}
