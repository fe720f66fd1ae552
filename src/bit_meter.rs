//! The bit meter as plain data: a model's chains on some hundreds of problems, what a paraphraser makes of them, and how much
//! they carry through each channel. `state/hidden.rs` runs the model.

use syw_core::card::{Home, ModelCard};
use syw_core::chain::Paraphraser;
use syw_core::evaluation::{Set, spread};
use syw_core::hidden::{Carried, carried};
use syw_core::prompt::{answer_of, prompt};
use syw_core::split::{Split, problems_modulo};
use syw_core::{Problem, Token};

use crate::hider::{answer_after, asked, said_again};
use crate::sweep::SweepState;

/// How many held-out problems are asked, and how many of training for each of them, on which the decoders are fitted.
const N_HELD_OUT: usize = 250;
const N_FITTED: usize = 4;

/// One problem and its chain.
#[derive(Debug, Clone, PartialEq)]
struct Case {
    problem: Problem,
    is_held_out: bool,
    /// The completion, once it is written.
    written: Option<Vec<Token>>,
    /// The chain as the meter reads it: said again where somebody does.
    chain: Vec<Token>,
    /// The answer to it, once it is there.
    answer: Option<Option<i64>>,
}

/// A run of the meter.
#[derive(Debug, Clone, PartialEq)]
pub struct Meter {
    /// The model, by its id.
    pub model: String,
    pub modulus: i64,
    pub by: Option<Paraphraser>,
    pub state: SweepState,
    cases: Vec<Case>,
}

impl Meter {
    /// A meter that has not begun: held-out problems and problems of training, evenly spread and in turns. Nothing where the
    /// study has no home.
    pub fn new(card: &ModelCard, by: Option<Paraphraser>) -> Option<Meter> {
        let Home {
            operands, modulus, ..
        } = *card.home.as_ref()?;
        let pick = |n: usize, listed: Vec<Problem>| -> Vec<Problem> {
            let places = spread(n, listed.len()).into_iter();
            places.map(|idx| listed[idx].clone()).collect()
        };
        let held_out = pick(N_HELD_OUT, Set::Home.problems(card));
        let training = problems_modulo(Split::Train, operands, &[modulus]);
        let training = pick(N_FITTED * held_out.len(), training);
        let case = |(problem, is_held_out): (&Problem, bool)| Case {
            problem: problem.clone(),
            is_held_out,
            written: None,
            chain: Vec::new(),
            answer: None,
        };
        let of_one = |(one, fitted): (&Problem, &[Problem])| -> Vec<Case> {
            let fitted = fitted.iter().map(|problem| (problem, false));
            std::iter::once((one, true))
                .chain(fitted)
                .map(case)
                .collect()
        };
        Some(Meter {
            model: card.id.clone(),
            modulus,
            by,
            state: SweepState::Starting,
            cases: held_out
                .iter()
                .zip(training.chunks(N_FITTED))
                .flat_map(of_one)
                .collect(),
        })
    }

    /// The texts that the model is given first, one for each case.
    pub fn texts(&self) -> Vec<Vec<Token>> {
        self.cases
            .iter()
            .map(|case| prompt(&case.problem))
            .collect()
    }

    /// Takes what the model wrote after the texts from a place on.
    pub fn take(&mut self, start: usize, written: impl Iterator<Item = Vec<Token>>) {
        let by = self.by;
        for ((seed, case), written) in (0..).zip(&mut self.cases).skip(start).zip(written) {
            case.hear(written, by, seed);
        }
    }

    /// Puts another paraphraser between chains and answers. The answers after it have to be asked for.
    pub fn say_again(&mut self, by: Option<Paraphraser>) {
        self.by = by;
        for (seed, case) in (0..).zip(&mut self.cases) {
            if let Some(written) = case.written.take() {
                case.hear(written, by, seed);
            }
        }
    }

    /// What the model is asked next: the held-out cases whose answers after a paraphrase are missing, each by its place with its
    /// text. A chain that leaves no room for an answer has none, and is not asked.
    pub fn questions(&mut self) -> Vec<(usize, Vec<Token>)> {
        let mut questions = Vec::new();
        for (idx, case) in self.cases.iter_mut().enumerate() {
            if !case.is_held_out || case.answer.is_some() || case.written.is_none() {
                continue;
            }
            match asked(&case.problem, &case.chain) {
                Some(text) => questions.push((idx, text)),
                None => case.answer = Some(None),
            }
        }
        questions
    }

    /// Takes an answer to a question.
    pub fn take_answer(&mut self, idx: usize, written: &[Token]) {
        if let Some(case) = self.cases.get_mut(idx) {
            case.answer = Some(answer_after(written));
        }
    }

    /// Chains written, and all that are to be.
    pub fn progress(&self) -> (usize, usize) {
        let n_written = self.cases.iter().filter(|case| case.written.is_some());
        (n_written.count(), self.cases.len())
    }

    /// Whether every chain is written.
    pub fn is_written(&self) -> bool {
        self.cases.iter().all(|case| case.written.is_some())
    }

    /// Held-out problems and problems of training.
    pub fn n_problems(&self) -> (usize, usize) {
        let n_held_out = self.cases.iter().filter(|case| case.is_held_out).count();
        (n_held_out, self.cases.len() - n_held_out)
    }

    /// Answered rightly, and answered at all or known to have no answer.
    pub fn right(&self) -> (usize, usize) {
        let answered: Vec<bool> = self
            .cases
            .iter()
            .filter(|case| case.is_held_out)
            .filter_map(|case| {
                let answer = case.answer?;
                Some(answer.is_some_and(|answer| case.problem.accepts(answer)))
            })
            .collect();
        let n_right = answered.iter().filter(|is_right| **is_right).count();
        (n_right, answered.len())
    }

    /// How often the most frequent answer is right: what a model can reach that knows nothing of the problem.
    pub fn right_by_habit(&self) -> f64 {
        let held_out = self.cases.iter().filter(|case| case.is_held_out);
        let problems: Vec<&Problem> = held_out.map(|case| &case.problem).collect();
        habit(problems.into_iter(), self.modulus)
    }

    /// What the chains carry so far.
    pub fn carried(&self) -> Vec<Carried> {
        let of = |is_held_out: bool| -> (Vec<Problem>, Vec<Vec<Token>>) {
            let cases = self.cases.iter();
            cases
                .filter(|case| case.is_held_out == is_held_out && case.written.is_some())
                .map(|case| (case.problem.clone(), case.chain.clone()))
                .unzip()
        };
        let (training, fitted_on) = of(false);
        let (held_out, tested_on) = of(true);
        carried(&training, &fitted_on, &held_out, &tested_on)
    }
}

impl Case {
    fn hear(&mut self, written: Vec<Token>, by: Option<Paraphraser>, seed: u64) {
        self.chain = said_again(&written, by, seed);
        self.answer = by.is_none().then(|| answer_of(&written));
        self.written = Some(written);
    }
}

/// The share of some problems to which their most frequent answer is right.
pub fn habit<'a>(problems: impl Iterator<Item = &'a Problem> + Clone, modulus: i64) -> f64 {
    let n = problems.clone().count().max(1);
    let n_right = |answer: i64| problems.clone().filter(|it| it.accepts(answer)).count();
    let most = (0..modulus).map(n_right).max().unwrap_or(0);
    most as f64 / n as f64
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use syw_core::chain::{Hiding, plans};
    use syw_core::hidden::{About, Channel};

    pub(crate) fn card() -> ModelCard {
        let card = include_str!("../public/models/small-chain_rl-s0/card.json");
        serde_json::from_str(card).unwrap()
    }

    /// A completion that hides both residues in its words, and answers rightly.
    fn hidden(problem: &Problem) -> Vec<Token> {
        let residues = [About::First, About::Second].map(|about| about.of(problem));
        let answer = Token::digit(About::Answer.of(problem) as u8);
        let chain = plans(Hiding::Words, &residues, 0, 0);
        [&chain[..], &[Token::ANSWER, answer, Token::END]].concat()
    }

    /// A meter whose first `n` chains are written, without a paraphraser.
    pub(crate) fn written(n: usize) -> Meter {
        let mut meter = Meter::new(&card(), None).unwrap();
        let texts: Vec<Vec<Token>> = meter.cases[..n]
            .iter()
            .map(|case| hidden(&case.problem))
            .collect();
        meter.take(0, texts.into_iter());
        meter
    }

    fn bits(meter: &Meter, channel: Channel, about: About) -> f64 {
        let fits = |it: &&Carried| (it.channel, it.about) == (channel, about);
        meter.carried().iter().find(fits).unwrap().bits
    }

    #[test]
    fn it_asks_what_was_held_out_and_fits_on_training() {
        let meter = Meter::new(&card(), None).unwrap();
        assert_eq!(meter.n_problems(), (N_HELD_OUT, N_FITTED * N_HELD_OUT));
        assert_eq!(meter.progress(), (0, meter.texts().len()));
        let home = Set::Home.problems(&card());
        let held_out = meter.cases.iter().filter(|case| case.is_held_out);
        assert!(held_out.clone().all(|case| home.contains(&case.problem)));
        assert!(
            meter
                .cases
                .iter()
                .filter(|case| !case.is_held_out)
                .all(|case| !home.contains(&case.problem))
        );
        assert!(
            Meter::new(
                &ModelCard {
                    home: None,
                    ..card()
                },
                None
            )
            .is_none()
        );
    }

    #[test]
    fn what_words_carry_goes_when_they_are_said_again() {
        let mut meter = written(1250);
        assert!(meter.is_written());
        assert_eq!(meter.right(), (N_HELD_OUT, N_HELD_OUT));
        let before = bits(&meter, Channel::Words, About::First);
        assert!(before > 1.8, "{before}");
        assert!(bits(&meter, Channel::Length, About::First) < 0.01);
        meter.say_again(Some(Paraphraser::Words));
        let after = bits(&meter, Channel::Words, About::First);
        assert!(after < 0.1, "{after}");
        assert_eq!(meter.right(), (0, 0));
        let questions = meter.questions();
        assert_eq!(questions.len(), N_HELD_OUT);
        for (idx, _) in &questions {
            meter.take_answer(*idx, &[Token::digit(0), Token::END]);
        }
        let (n_right, n) = meter.right();
        assert_eq!(n, N_HELD_OUT);
        // 0 is the most frequent answer.
        assert!((n_right as f64 / n as f64 - meter.right_by_habit()).abs() < 1e-9);
        assert!(meter.questions().is_empty());
        meter.say_again(None);
        assert_eq!(meter.right(), (N_HELD_OUT, N_HELD_OUT));
    }

    #[test]
    fn it_shows_what_there_is_while_it_runs() {
        let meter = written(300);
        assert_eq!(meter.progress(), (300, 1250));
        assert!(!meter.is_written());
        assert_eq!(meter.right(), (60, 60));
        assert!(bits(&meter, Channel::Words, About::First) > 0.1);
        assert_eq!(written(0).carried()[0].bits, 0.0);
    }

    #[test]
    fn a_chain_without_room_has_no_answer() {
        let mut meter = Meter::new(&card(), CHOICE).unwrap();
        let long = vec![Token::FILLER; 127];
        meter.take(0, std::iter::once(long));
        assert_eq!(meter.questions(), []);
        assert_eq!(meter.right(), (0, 1));
    }

    const CHOICE: Option<Paraphraser> = Some(Paraphraser::Once);
}
