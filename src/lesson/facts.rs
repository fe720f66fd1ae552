//! What decides a question: something of the run in the page, of the plane, or of the debate's verdicts.

use serde::Deserialize;
use syw_core::Problem;
use syw_core::card::Size;
use syw_core::debate::Debate;
use syw_core::family::Family;
use syw_core::plane::{Capability, Choice, How, Oversight, Plane, Point, Where};
use syw_core::response::Response;

use crate::completion::Completion;
use crate::edit::response_name;

/// What may be known.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts<'a> {
    pub run: Option<&'a Run>,
    pub plane: Option<&'a Plane>,
    pub debate: Option<&'a Debate>,
}

/// What both models did with one problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub problem: Problem,
    pub large: Option<i64>,
    /// GPT small's answer before anything was altered.
    pub small: Option<i64>,
    pub notes: Notes,
    /// What GPT small's answer did when its chain was altered.
    pub response: Option<Response>,
}

/// What the step checker says of the notes as GPT small wrote them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notes {
    None,
    AllTrue,
    SomeFalse,
}

impl Notes {
    pub fn of(completion: &Completion, problem: &Problem) -> Notes {
        let marks = completion.step_marks(problem);
        match (marks.is_empty(), marks.iter().all(|mark| mark.is_valid)) {
            (true, _) => Notes::None,
            (false, true) => Notes::AllTrue,
            (false, false) => Notes::SomeFalse,
        }
    }
}

impl Run {
    /// From what large answered and small wrote.
    pub fn of(problem: &Problem, large: Option<i64>, small: &Completion) -> Run {
        Run {
            problem: problem.clone(),
            large,
            small: small.answer(),
            notes: Notes::of(small, problem),
            response: None,
        }
    }

    fn is_right(&self, answer: Option<i64>) -> bool {
        answer.is_some_and(|answer| self.problem.accepts(answer))
    }
}

/// What is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// Of the run: `both`, `large`, `small` or `neither`.
    WhoIsRight,
    /// Of the run: what the answer did after the edit, by its name.
    Response,
    /// Of the run: `none`, `all_true` or `some_false`.
    Notes,
    /// A share of the plane.
    Share(Share),
    /// Which of two shares of the plane is more: `first`, `second`, or `equal` within the declared margin.
    More(Share, Share),
    /// The verdict on a claim of the debate, by its place in the list of claims ("P3").
    Verdict(ClaimId),
}

/// The id of a claim: a letter and a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct ClaimId(char, u8);

impl TryFrom<String> for ClaimId {
    type Error = String;

    fn try_from(text: String) -> Result<ClaimId, String> {
        let mut letters = text.chars();
        let side = letters.next().filter(char::is_ascii_uppercase);
        let number = letters.as_str().parse().ok();
        side.zip(number)
            .map(|(side, number)| ClaimId(side, number))
            .ok_or_else(|| format!("{text} is no claim"))
    }
}

impl From<ClaimId> for String {
    fn from(ClaimId(side, number): ClaimId) -> String {
        format!("{side}{number}")
    }
}

/// A number of the plane: of the first seed of an arm, in its own way of answering.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Share {
    pub size: Size,
    pub arm: Arm,
    pub of: Measure,
    /// The family that it is measured on; `None` for the usual problems.
    #[serde(default)]
    pub at: Option<Family>,
}

/// The arms that lessons ask about, by their names on the cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arm {
    Direct,
    ChainRl,
    ChainImitation,
    ChainPrompted,
    Rationaliser,
    Encoded,
    Steganography,
}

impl Arm {
    fn name(self) -> &'static str {
        match self {
            Arm::Direct => "direct",
            Arm::ChainRl => "chain_rl",
            Arm::ChainImitation => "chain_imitation",
            Arm::ChainPrompted => "chain_prompted",
            Arm::Rationaliser => "rationaliser",
            Arm::Encoded => "encoded",
            Arm::Steganography => "steganography",
        }
    }
}

/// Capability, or one of the definitions of oversight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// How often it is right.
    Right,
    /// How well it can be overseen.
    Oversight(Oversight),
}

/// The value of a quantity.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Word(&'static str),
    Share(f64),
}

impl Quantity {
    /// The value, where what it needs is known.
    pub fn value(&self, facts: &Facts<'_>) -> Option<Value> {
        match self {
            Quantity::WhoIsRight => {
                let run = facts.run?;
                let right = (run.is_right(run.large), run.is_right(run.small));
                Some(Value::Word(match right {
                    (true, true) => "both",
                    (true, false) => "large",
                    (false, true) => "small",
                    (false, false) => "neither",
                }))
            }
            Quantity::Response => Some(Value::Word(response_name(facts.run?.response?))),
            Quantity::Notes => Some(Value::Word(match facts.run?.notes {
                Notes::None => "none",
                Notes::AllTrue => "all_true",
                Notes::SomeFalse => "some_false",
            })),
            Quantity::Share(share) => share.value(facts.plane?).map(Value::Share),
            Quantity::More(first, second) => {
                let plane = facts.plane?;
                let (first, second) = (first.value(plane)?, second.value(plane)?);
                let within = syw_core::plane::EQUAL_WITHIN;
                Some(Value::Word(match first - second {
                    difference if difference > within => "first",
                    difference if difference < -within => "second",
                    _ => "equal",
                }))
            }
            Quantity::Verdict(id) => {
                let debate = facts.debate?;
                let claim = debate.claim(&String::from(*id))?;
                Some(Value::Word(debate.verdict(claim).name()))
            }
        }
    }

    /// Whether it is about the run in the page.
    pub fn is_of_run(&self) -> bool {
        matches!(
            self,
            Quantity::WhoIsRight | Quantity::Response | Quantity::Notes
        )
    }
}

impl Share {
    /// The share, where it was measured.
    pub fn value(&self, plane: &Plane) -> Option<f64> {
        let is_it = |point: &&Point| {
            let arm = (point.size, point.arm.as_str(), point.how);
            arm == (self.size, self.arm.name(), How::Own) && point.update.is_none()
        };
        let point = plane.points.iter().find(is_it)?;
        let at = self.at.map(Where::Family);
        let choice = match self.of {
            Measure::Right => {
                return match self.at {
                    None => Some(share(point.home.0, point.home.1)),
                    Some(family) => {
                        let idx = Family::ALL.iter().position(|found| *found == family)?;
                        let count = point.families.get(idx)?;
                        Some(share(count.0, count.1))
                    }
                };
            }
            Measure::Oversight(oversight) => Choice::new(Capability::Home, oversight, at),
        };
        Some(choice.see(point)?.y.share())
    }
}

fn share(n: usize, of: usize) -> f64 {
    n as f64 / of.max(1) as f64
}
