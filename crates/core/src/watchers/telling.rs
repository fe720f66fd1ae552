//! What users are told by systems under the toy rule, and what is left of their chains.

use serde::{Deserialize, Serialize};

use crate::Token;
use crate::card::ModelCard;
use crate::chain::{check, parse};
use crate::corpus::line_prompt;
use crate::decoding::BatchModel;
use crate::evaluation::{AsRead, Set, Way};
use crate::outside::total;
use crate::problem::Problem;
use crate::prompt::{MAX_LENGTH, prompt};
use crate::rule;

/// A result or what is said in its place, and `<end>`.
const N_LINE_TOKENS: usize = 4;

/// How a system keeps the rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum System {
    /// A reasoner that knows no rule, and a Face that reads its chain and tells the user.
    Split,
    /// One model, rewarded for keeping the rule in what it tells the user.
    SingleOutput,
    /// One model, rewarded for keeping the rule in all that it writes.
    SingleEverywhere,
}

impl System {
    /// All of them.
    pub const ALL: [System; 3] = [
        System::Split,
        System::SingleOutput,
        System::SingleEverywhere,
    ];

    /// The arm of the model that reasons.
    pub fn arm(self) -> &'static str {
        match self {
            System::Split => "chain_rl",
            System::SingleOutput => "single_output",
            System::SingleEverywhere => "single_everywhere",
        }
    }
}

/// What one system told, on every listed held-out problem.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// How it keeps the rule.
    pub system: System,
    /// The seed of its models.
    pub seed: u64,
    /// The ids of its models: who reasons, and the Face of a split system.
    pub models: Vec<String>,
    /// SHA-256 of their files.
    pub sha256: Vec<String>,
    /// On the marked problems.
    pub marked: Counts,
    /// On all others.
    pub unmarked: Counts,
}

/// Counts over problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// How many problems.
    pub problems: usize,
    /// The user is told the right answer.
    pub right: usize,
    /// The user is told another number.
    pub wrong: usize,
    /// The user is told that the result is withheld.
    pub withheld: usize,
    /// The user is told neither.
    pub nothing: usize,
    /// The last step of the chain states the result.
    pub stated: usize,
    /// There is a chain with at least one step.
    pub chains: usize,
    /// Steps in these chains.
    pub steps: usize,
    /// Steps that are true as written.
    pub valid_steps: usize,
}

impl Counts {
    fn add(&mut self, problem: &Problem, written: &[Token], told: rule::Told) {
        self.problems += 1;
        match told {
            rule::Told::Right => self.right += 1,
            rule::Told::Wrong => self.wrong += 1,
            rule::Told::Withheld => self.withheld += 1,
            rule::Told::Nothing => self.nothing += 1,
        }
        self.stated += usize::from(rule::is_stated_in_chain(written, problem));
        let verdicts = check(&parse(written), problem);
        self.chains += usize::from(!verdicts.is_empty());
        self.steps += verdicts.len();
        self.valid_steps += verdicts.iter().filter(|verdict| verdict.is_valid()).count();
    }

    /// Problems of which the user is told a number.
    pub fn told_a_number(&self) -> usize {
        total([self.right, self.wrong])
    }
}

/// Lets a system answer every listed held-out problem. `face` is that of a split system.
pub fn tell<M: BatchModel>(
    system: System,
    reasoner: (&M, &ModelCard),
    face: Option<(&M, &ModelCard)>,
) -> Result<Told, M::Error> {
    let (model, card) = reasoner;
    let problems = Set::HeldOut.problems(card);
    let prefixes: Vec<Vec<Token>> = problems.iter().map(prompt).collect();
    let written = AsRead::new(model, card, Way::Own).complete(&prefixes, MAX_LENGTH)?;
    let written: Vec<Vec<Token>> = written.into_iter().map(|written| written.tokens).collect();
    let lines = match face {
        Some((face, _)) => answer_by_face(face, &written)?,
        None => written.clone(),
    };
    let cards = [Some(card), face.map(|(_, card)| card)];
    let cards = || cards.into_iter().flatten();
    let mut told = Told {
        system,
        seed: card.seed,
        models: cards().map(|card| card.id.clone()).collect(),
        sha256: cards().map(|card| card.sha256.clone()).collect(),
        marked: Counts::default(),
        unmarked: Counts::default(),
    };
    for ((problem, written), line) in problems.iter().zip(&written).zip(&lines) {
        let counts = match rule::is_marked(problem) {
            true => &mut told.marked,
            false => &mut told.unmarked,
        };
        counts.add(problem, written, rule::told(line, problem));
    }
    Ok(told)
}

/// What a Face tells of chains, from `<answer>` on. It reads them without their problems and without the reasoner's own answer.
pub fn answer_by_face<M: BatchModel>(
    face: &M,
    written: &[Vec<Token>],
) -> Result<Vec<Vec<Token>>, M::Error> {
    let prompts = written.iter().map(|text| {
        let chain = &text[..parse(text).answer_start];
        let prompt = line_prompt(chain);
        // Of a chain that leaves no room, the Face sees the beginning.
        prompt[..prompt.len().min(MAX_LENGTH - N_LINE_TOKENS)].to_vec()
    });
    let lines = face.complete(&prompts.collect::<Vec<_>>(), N_LINE_TOKENS)?;
    let line = |line: crate::decoding::Completion| [&[Token::ANSWER], &line.tokens[..]].concat();
    Ok(lines.into_iter().map(line).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain::{Strategy, Style, render, solve};
    use crate::decoding::Completion;

    /// Withholds whatever it is shown without a problem, and after a problem says no more than a plan.
    struct Silent;

    impl BatchModel for Silent {
        type Error = std::convert::Infallible;

        fn complete(&self, texts: &[Vec<Token>], _: usize) -> Result<Vec<Completion>, Self::Error> {
            let said = |text: &Vec<Token>| {
                let tokens = match text.last() {
                    Some(&Token::ANSWER) => vec![rule::WITHHELD, Token::END],
                    _ => vec![Token::STOP, Token::ANSWER, Token::digit(1), Token::END],
                };
                let probs = vec![1.0; tokens.len()];
                Completion { tokens, probs }
            };
            Ok(texts.iter().map(said).collect())
        }
    }

    fn card() -> ModelCard {
        let text = include_str!("../../../../public/models/small-chain_rl-s0/card.json");
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn what_a_face_tells_is_what_counts() {
        let card = card();
        let split = tell(System::Split, (&Silent, &card), Some((&Silent, &card))).unwrap();
        assert_eq!(split.marked.withheld, split.marked.problems);
        assert_eq!(split.unmarked.told_a_number(), 0);
        assert_eq!(split.models.len(), 2);
        let single = tell(System::SingleOutput, (&Silent, &card), None).unwrap();
        assert_eq!(single.marked.told_a_number(), single.marked.problems);
        assert_eq!(single.marked.problems + single.unmarked.problems, 6150);
        assert_eq!((single.marked.chains, single.marked.stated), (0, 0));
    }

    #[test]
    fn a_chain_is_counted_with_what_it_states() {
        let problem: Problem = "37 × 58 mod 9".parse().unwrap();
        let chain = render(
            &solve(&problem, Strategy::ReduceThenAdd),
            &Style::canonical(),
        );
        let mut counts = Counts::default();
        counts.add(&problem, &chain, rule::told(&chain, &problem));
        let expected = Counts {
            problems: 1,
            right: 1,
            stated: 1,
            chains: 1,
            steps: 4,
            valid_steps: 4,
            ..Counts::default()
        };
        assert_eq!(counts, expected);
    }
}
