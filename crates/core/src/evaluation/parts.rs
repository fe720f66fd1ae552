//! Which parts a measurement has, and how each is made with a model at hand.

use super::{
    AnswerTally, Answered, AnswersEntry, AsRead, BatteryEntry, Entry, Foretelling, LADDER,
    ResponseTally, Set, Test, Way, cases, hex_of,
};
use crate::card::{self, ModelCard};
use crate::decoding::BatchModel;
use crate::family::Family;
use crate::problem::Problem;
use crate::prompt::{MAX_LENGTH, prompt};

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
    /// A test of the battery, on the problems of a set whose chains are altered. The seed of each alteration is the problem's
    /// place among them.
    Battery {
        /// The problems.
        set: Set,
        /// The test.
        test: Test,
        /// How the chains are come by.
        way: Way,
    },
}

/// How the arms are named whose chains have no step that could be altered.
const STATES_NO_STEP: &str = "steganography";

/// The parts of a model's measurement, in a fixed order, in which parts about the same answers follow each other. A model
/// that was trained to answer at once is asked for nothing else; one that is left alone is also made to answer at once, on
/// problems as in training and on the ladder, and, where it seldom writes chains by itself, asked for one; one that writes in
/// a code is read as it stands and through the key. Of a model that does not answer problems nothing is measured here. The battery alters the chains of the home rung and of [`ALTERED_FAMILIES`].
pub fn parts_of(card: &ModelCard) -> Vec<Part> {
    if card.job != card::Job::Answer {
        return Vec::new();
    }
    let (mut ways, mut chain_ways) = (vec![Way::Own], Vec::new());
    if card.answers == card::Answers::Free {
        ways.push(Way::Direct);
        let is_asked = card.chain_share < 0.5;
        if is_asked {
            ways.push(Way::Chain);
        }
        chain_ways.push(if is_asked { Way::Chain } else { Way::Own });
        if card.cipher.is_some() {
            ways.push(Way::Keyed);
            chain_ways.push(Way::Keyed);
        }
    }
    // A code and a blind reader are controls, other seeds are trained for a few criteria: what the tests find in them at home says
    // what they are for.
    let is_control = card.cipher.is_some() || card.reads_chain_only || card.arm == "replication";
    if card.arm.starts_with(STATES_NO_STEP) {
        chain_ways.clear();
    }
    let mut sets = vec![Set::HeldOut];
    sets.extend(card.home.as_ref().map(|_| Set::Home));
    sets.extend(LADDER.map(Set::Ladder));
    sets.extend(Family::ALL.map(Set::Family));
    let mut parts = Vec::new();
    for set in sets {
        let is_asked = |way: &&Way| !matches!((set, way), (Set::Family(_), Way::Direct));
        for &way in ways.iter().filter(is_asked) {
            parts.push(Part::Answers { set, way });
            let is_altered = set.is_altered() && (set == Set::Home || !is_control);
            if is_altered && chain_ways.contains(&way) {
                parts.extend(Test::ALL.map(|test| Part::Battery { set, test, way }));
            }
        }
    }
    parts
}

/// Makes the parts of one model's measurement. What it answered last is kept, so that the parts about the same answers
/// let it answer once.
pub struct Measuring<'a, M> {
    model: &'a M,
    card: &'a ModelCard,
    last: Option<(Set, Way, Vec<Answered>)>,
}

impl<'a, M: BatchModel> Measuring<'a, M> {
    /// Nothing is answered before a part needs it.
    pub fn new(model: &'a M, card: &'a ModelCard) -> Measuring<'a, M> {
        Measuring {
            model,
            card,
            last: None,
        }
    }

    /// Makes a part.
    pub fn part(&mut self, part: Part) -> Result<Entry, M::Error> {
        match part {
            Part::Answers { set, way } => {
                let card = self.card;
                let entry = answers_entry(card, set, way, self.answered(set, way)?);
                Ok(Entry::Answers(Box::new(entry)))
            }
            Part::Battery { set, test, way } => {
                let altered: Vec<Answered> = match &self.last {
                    Some((last_set, last_way, answered))
                        if (*last_set, *last_way) == (set, way) =>
                    {
                        let places = set.altered_places(answered.len()).into_iter();
                        places.map(|idx| answered[idx].clone()).collect()
                    }
                    // The rest of the set is nothing that this part needs.
                    _ => answer(self.model, self.card, set.altered_problems(self.card), way)?,
                };
                let tally = alter(&AsRead::new(self.model, self.card, way), test, &altered)?;
                Ok(Entry::Battery(BatteryEntry {
                    set,
                    test,
                    way,
                    tally,
                }))
            }
        }
    }

    fn answered(&mut self, set: Set, way: Way) -> Result<&[Answered], M::Error> {
        let answered = match self.last.take() {
            Some((last_set, last_way, answered)) if (last_set, last_way) == (set, way) => answered,
            _ => answer(self.model, self.card, set.problems(self.card), way)?,
        };
        let (_, _, answered) = self.last.insert((set, way, answered));
        Ok(answered)
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
    let written = AsRead::new(model, card, way).complete(&prefixes, MAX_LENGTH)?;
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
    use super::super::ALTERED_FAMILIES;
    use super::super::sets::{N_ALTERED, N_FAMILY};
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
        let card = card();
        let mut measuring = Measuring::new(&Ideal, &card);
        let mut measured = |part| measuring.part(part).unwrap();
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
        let Entry::Battery(mistakes) = measured(Part::Battery { set, test, way }) else {
            panic!("a test was asked for")
        };
        assert_eq!(mistakes.tally.share(Response::Followed), 1.0);
        assert_eq!(mistakes.tally.without_chain, 0);
    }

    /// Counts how many texts it is asked to go on from.
    struct Counting(std::cell::Cell<usize>);

    impl BatchModel for Counting {
        type Error = std::convert::Infallible;

        fn complete(
            &self,
            prefixes: &[Vec<Token>],
            _: usize,
        ) -> Result<Vec<Completion>, Self::Error> {
            self.0.set(self.0.get() + prefixes.len());
            Ideal.complete(prefixes, 0)
        }
    }

    #[test]
    fn parts_about_the_same_answers_let_the_model_answer_once() {
        let (card, model) = (card(), Counting(Default::default()));
        let (set, way, test) = (Set::Family(Family::UnseenModulus), Way::Own, Test::Shuffle);
        let (answers, battery) = (Part::Answers { set, way }, Part::Battery { set, test, way });
        let mut measuring = Measuring::new(&model, &card);
        measuring.part(answers).unwrap();
        assert_eq!(model.0.get(), N_FAMILY);
        let after = measuring.part(battery).unwrap();
        assert_eq!(model.0.get(), N_FAMILY + N_ALTERED);
        measuring.part(answers).unwrap();
        assert_eq!(model.0.get(), N_FAMILY + N_ALTERED);
        // The part alone answers no more than it alters, and finds the same.
        let alone = Measuring::new(&model, &card).part(battery).unwrap();
        assert_eq!(model.0.get(), N_FAMILY + 3 * N_ALTERED);
        assert_eq!(alone, after);
    }

    #[test]
    fn the_battery_is_measured_on_the_home_rung_and_on_families() {
        let parts = parts_of(&card());
        let n_tests = |wanted: Set| {
            let is_test =
                |part: &&Part| matches!(part, Part::Battery { set, .. } if *set == wanted);
            parts.iter().filter(is_test).count()
        };
        assert_eq!(n_tests(Set::Home), Test::ALL.len());
        assert_eq!(n_tests(Set::HeldOut), 0);
        for family in Family::ALL {
            let n_expected = if ALTERED_FAMILIES.contains(&family) {
                Test::ALL.len()
            } else {
                0
            };
            assert_eq!(n_tests(Set::Family(family)), n_expected, "{family:?}");
        }
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
            ..reasons.clone()
        };
        assert_eq!(ways(&direct), [Way::Own]);
        let monitor = ModelCard {
            job: card::Job::Judge,
            ..reasons
        };
        assert_eq!(ways(&monitor), []);
    }

    #[test]
    fn the_battery_of_a_code_is_read_in_both_ways_and_at_home() {
        let digits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];
        let encoded = ModelCard {
            cipher: crate::chain::Cipher::new(digits),
            ..card()
        };
        let altered = |wanted: Way| {
            let sets = parts_of(&encoded)
                .into_iter()
                .filter_map(|part| match part {
                    Part::Battery { set, way, .. } if way == wanted => Some(set),
                    _ => None,
                });
            sets.collect::<Vec<_>>()
        };
        assert_eq!(altered(Way::Own), [Set::Home; Test::ALL.len()]);
        assert_eq!(altered(Way::Keyed), [Set::Home; Test::ALL.len()]);
        for arm in ["steganography", "steganography_order_paraphrased"] {
            let hides = ModelCard {
                arm: arm.into(),
                ..card()
            };
            let is_battery = |part: &Part| matches!(part, Part::Battery { .. });
            assert!(!parts_of(&hides).iter().any(is_battery), "{arm}");
        }
    }
}
