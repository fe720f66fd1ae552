//! Which parts a measurement has, on which problems, and how one part is made with a model at hand.

use serde::{Deserialize, Serialize};

use super::{
    AnswerTally, Answered, AnswersEntry, BatteryEntry, Entry, Foretelling, ResponseTally, Test,
    Way, cases, hex_of,
};
use crate::card::{self, ModelCard};
use crate::decoding::BatchModel;
use crate::family::Family;
use crate::off_distribution;
use crate::problem::Problem;
use crate::prompt::{MAX_LENGTH, prompt};
use crate::split::{Split, problems, problems_modulo};

/// The numbers of operands of the necessity ladder.
pub const LADDER: [usize; 6] = [1, 2, 3, 4, 6, 8];
/// How many problems stand for a rung of the ladder, and for a family.
const N_LADDER: usize = 500;
const N_FAMILY: usize = 1000;
/// Of the problems of every family; the same for all models.
const FAMILY_SEED: u64 = 20_000;

/// A set of problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Set {
    /// Every listed held-out problem with the largest number of operands that was trained on.
    HeldOut,
    /// Every listed held-out problem of the rung that the study declares its home.
    Home,
    /// A rung of the necessity ladder, by its number of operands: held-out problems, evenly spread over the list. One operand
    /// has none held out, and stands with problems of training.
    Ladder(usize),
    /// A way of leaving the training distribution.
    Family(Family),
}

impl Set {
    /// The problems. None where the study has no home, or a family has none.
    pub fn problems(self, card: &ModelCard) -> Vec<Problem> {
        match self {
            Set::HeldOut => {
                let most = off_distribution::most_operands(&card.operands);
                problems(Split::HeldOut, most)
            }
            Set::Home => match &card.home {
                Some(home) => problems_modulo(Split::HeldOut, home.operands, &[home.modulus]),
                None => Vec::new(),
            },
            Set::Ladder(n_operands) => {
                let split = if n_operands > 1 {
                    Split::HeldOut
                } else {
                    Split::Train
                };
                let listed = problems(split, n_operands);
                let spread = (0..N_LADDER).map(|idx| idx * listed.len() / N_LADDER);
                spread.map(|idx| listed[idx].clone()).collect()
            }
            Set::Family(family) => {
                off_distribution::problems(family, N_FAMILY, FAMILY_SEED, &card.operands)
            }
        }
    }
}

/// A part of a measurement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// How a set of problems is answered.
    Answers {
        /// The problems.
        set: Set,
        /// How the model is made to answer.
        way: Way,
    },
    /// A test of the battery, on the home rung. The seed of each alteration is the problem's place in the list.
    Battery {
        /// The test.
        test: Test,
        /// How the chains are come by.
        way: Way,
    },
}

/// The parts of a model's measurement, in a fixed order. A model that was trained to answer at once is asked for nothing
/// else; one that is left alone is also made to answer at once, on problems as in training and on the ladder, and, where it
/// seldom writes chains by itself, asked for one.
pub fn parts_of(card: &ModelCard) -> Vec<Part> {
    let (mut ways, mut chain_way) = (vec![Way::Own], None);
    if card.answers == card::Answers::Free {
        ways.push(Way::Direct);
        let is_asked = card.chain_share < 0.5;
        if is_asked {
            ways.push(Way::Chain);
        }
        chain_way = Some(if is_asked { Way::Chain } else { Way::Own });
    }
    let mut sets = vec![Set::HeldOut];
    sets.extend(card.home.as_ref().map(|_| Set::Home));
    sets.extend(LADDER.map(Set::Ladder));
    sets.extend(Family::ALL.map(Set::Family));
    let answers = sets.into_iter().flat_map(|set| {
        let is_asked = move |way: &Way| !matches!((set, way), (Set::Family(_), Way::Direct));
        let answers = move |way: Way| Part::Answers { set, way };
        ways.clone().into_iter().filter(is_asked).map(answers)
    });
    let battery = chain_way
        .into_iter()
        .flat_map(|way| Test::ALL.map(|test| Part::Battery { test, way }));
    answers.chain(battery).collect()
}

/// Makes a part of a model's measurement.
pub fn measure<M: BatchModel>(model: &M, card: &ModelCard, part: Part) -> Result<Entry, M::Error> {
    match part {
        Part::Answers { set, way } => {
            let answered = answer(model, card, set.problems(card), way)?;
            let entry = answers_entry(card, set, way, &answered);
            Ok(Entry::Answers(Box::new(entry)))
        }
        Part::Battery { test, way } => {
            let answered = answer(model, card, Set::Home.problems(card), way)?;
            let tally = alter(model, test, &answered)?;
            Ok(Entry::Battery(BatteryEntry { test, way, tally }))
        }
    }
}

/// Lets the model answer problems.
fn answer<M: BatchModel>(
    model: &M,
    card: &ModelCard,
    problems: Vec<Problem>,
    way: Way,
) -> Result<Vec<Answered>, M::Error> {
    let forced = way.forced(card.answers);
    let asked = |problem| [prompt(problem), forced.clone()].concat();
    let prefixes: Vec<_> = problems.iter().map(asked).collect();
    let written = model.complete(&prefixes, MAX_LENGTH)?;
    let answered = problems.into_iter().zip(written);
    Ok(answered
        .map(|(problem, written)| Answered::new(problem, &forced, &written))
        .collect())
}

fn answers_entry(card: &ModelCard, set: Set, way: Way, answered: &[Answered]) -> AnswersEntry {
    let n_forced = way.forced(card.answers).len();
    let (mut tally, mut foretelling) = (AnswerTally::default(), Foretelling::default());
    for one in answered {
        let passes = tally.add(one, n_forced);
        foretelling.add(one, passes);
    }
    let right: Vec<bool> = answered.iter().map(Answered::is_right).collect();
    AnswersEntry {
        set,
        way,
        foretold: foretelling.figures(&tally),
        tally,
        right: (set == Set::Home).then(|| hex_of(&right)),
    }
}

/// Alters what the model wrote, lets it continue, and counts what its answers did.
fn alter<M: BatchModel>(
    model: &M,
    test: Test,
    answered: &[Answered],
) -> Result<ResponseTally, M::Error> {
    let mut tally = ResponseTally::default();
    let mut altered = Vec::new();
    for (seed, one) in (0..).zip(answered) {
        let cases = cases(test, &one.problem, &one.completion, seed);
        tally.without_chain += usize::from(cases.is_empty());
        altered.extend(cases.into_iter().map(|case| (one, case)));
    }
    let prefixes: Vec<_> = altered
        .iter()
        .filter_map(|(one, case)| case.prefix(&one.problem))
        .collect();
    let mut written = model.complete(&prefixes, MAX_LENGTH)?.into_iter();
    for (one, case) in altered {
        let more = case.prefix(&one.problem).and_then(|_| written.next());
        tally.add(one, &case, &more.unwrap_or_default().tokens);
    }
    Ok(tally)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Token;
    use crate::chain::{Strategy, Style, render, solve};
    use crate::decoding::Completion;
    use crate::response::{Expectation, Response, expectation};
    use crate::vocabulary::push_number;

    const CARD: &str = include_str!("../../../../public/models/small-chain_rl-s0/card.json");

    /// Reads the problem, reasons without a mistake, and goes on from whatever it is made to have written.
    struct Ideal;

    impl BatchModel for Ideal {
        type Error = std::convert::Infallible;

        fn complete(
            &self,
            prefixes: &[Vec<Token>],
            _: usize,
        ) -> Result<Vec<Completion>, Self::Error> {
            Ok(prefixes.iter().map(|prefix| continued(prefix)).collect())
        }
    }

    fn continued(prefix: &[Token]) -> Completion {
        let ask = prefix
            .iter()
            .position(|&token| token == Token::ASK)
            .unwrap();
        let (asked, kept) = (&prefix[1..ask], &prefix[ask + 1..]);
        let text: String = asked
            .iter()
            .map(|token| match *token {
                Token::PLUS | Token::MINUS | Token::TIMES => format!(" {} ", token.text()),
                Token::MOD => " mod ".to_owned(),
                digit => digit.text().to_owned(),
            })
            .collect();
        let problem: Problem = text.parse().unwrap();
        let mut tokens = Vec::new();
        match expectation(kept, &problem) {
            Expectation::Becomes(_) if kept.len() < 2 => {
                let chain = render(
                    &solve(&problem, Strategy::ReduceThenAdd),
                    &Style::canonical(),
                );
                tokens.extend_from_slice(&chain[kept.len()..]);
            }
            Expectation::Becomes(answer) => {
                tokens.push(Token::ANSWER);
                push_number(&mut tokens, answer);
                tokens.push(Token::END);
            }
            _ => tokens.extend([Token::digit(0), Token::END]),
        }
        let probs = vec![1.0; tokens.len()];
        Completion { tokens, probs }
    }

    fn card() -> ModelCard {
        serde_json::from_str(CARD).unwrap()
    }

    #[test]
    fn an_ideal_reasoner_is_found_to_be_one() {
        let measured = |part| measure(&Ideal, &card(), part).unwrap();
        let (set, way) = (Set::Home, Way::Own);
        let Entry::Answers(home) = measured(Part::Answers { set, way }) else {
            panic!("answers were asked for")
        };
        let n = home.tally.problems;
        assert_eq!(
            (home.tally.right, home.tally.chains, home.tally.passed),
            (n, n, n)
        );
        assert_eq!(home.right.unwrap().len(), n.div_ceil(4));
        let test = Test::AddedMistakes;
        let Entry::Battery(mistakes) = measured(Part::Battery { test, way }) else {
            panic!("a test was asked for")
        };
        assert_eq!(mistakes.tally.share(Response::Followed), 1.0);
        assert_eq!(mistakes.tally.without_chain, 0);
    }

    #[test]
    fn every_set_has_its_problems() {
        let card = card();
        let home = card.home.clone().unwrap();
        assert_eq!(Set::Home.problems(&card).len() as u64, home.rung.problems);
        assert_eq!(
            Set::HeldOut.problems(&card).len() as u64,
            card.held_out_problems
        );
        for n_operands in LADDER {
            let rung = Set::Ladder(n_operands).problems(&card);
            assert_eq!(rung.len(), N_LADDER);
            assert!(
                rung.iter()
                    .all(|problem| problem.terms().len() == n_operands)
            );
        }
        for family in Family::ALL {
            assert_eq!(Set::Family(family).problems(&card).len(), N_FAMILY);
        }
        let nowhere = ModelCard { home: None, ..card };
        assert_eq!(Set::Home.problems(&nowhere), []);
    }

    #[test]
    fn who_answers_at_once_is_asked_for_nothing_else() {
        let ways = |card: &ModelCard| {
            let mut ways: Vec<Way> = parts_of(card)
                .iter()
                .map(|part| match part {
                    Part::Answers { way, .. } | Part::Battery { way, .. } => *way,
                })
                .collect();
            ways.sort_unstable();
            ways.dedup();
            ways
        };
        let reasons = card();
        assert_eq!(ways(&reasons), [Way::Own, Way::Direct]);
        let asked = ModelCard {
            chain_share: 0.0,
            ..reasons.clone()
        };
        assert_eq!(ways(&asked), [Way::Own, Way::Direct, Way::Chain]);
        let direct = ModelCard {
            answers: card::Answers::Direct,
            ..reasons
        };
        assert_eq!(ways(&direct), [Way::Own]);
    }
}
