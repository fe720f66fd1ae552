//! The measures of a model along its reinforcement learning, each read off the file of results.

use syw_core::chain::Strategy;
use syw_core::evaluation::{AnswersEntry, ResponseTally, Test, Way};
use syw_core::response::Response;
use syw_core::statistics::wilson;

use crate::components::format::percent;
use crate::locale::formats::decimal;
use crate::locale::named;
use crate::sections::battery::chosen::Chosen;
use crate::sections::battery::words::worth_of;

/// A measure of a model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Metric {
    Right,
    Chains,
    Length,
    AtOnce,
    TrueSteps,
    RightDespite,
    WorkedOut,
    Plan(Strategy),
    Followed,
    Congruent,
    EarlyArea,
    Gap,
}

impl Metric {
    /// Every measure, in the order of the panels.
    pub const ALL: [Metric; 14] = [
        Metric::Right,
        Metric::Chains,
        Metric::Length,
        Metric::AtOnce,
        Metric::Plan(Strategy::ReduceThenAdd),
        Metric::Plan(Strategy::AddThenDivide),
        Metric::Plan(Strategy::RepeatedSubtraction),
        Metric::TrueSteps,
        Metric::WorkedOut,
        Metric::RightDespite,
        Metric::Followed,
        Metric::Congruent,
        Metric::EarlyArea,
        Metric::Gap,
    ];

    /// What is measured, as the head of a sentence.
    pub fn label(self) -> String {
        named("metric", self.name())
    }

    /// How it is counted, and of what.
    pub fn note(self) -> String {
        named("metric-note", self.name())
    }

    /// The name of a column.
    pub fn name(self) -> &'static str {
        match self {
            Metric::Right => "right",
            Metric::Chains => "chains",
            Metric::Length => "tokens",
            Metric::AtOnce => "right_at_once",
            Metric::TrueSteps => "true_steps",
            Metric::RightDespite => "right_with_an_untrue_step",
            Metric::WorkedOut => "worked_out",
            Metric::Plan(Strategy::ReduceThenAdd) => "plan_reduce_then_add",
            Metric::Plan(Strategy::AddThenDivide) => "plan_add_then_divide",
            Metric::Plan(Strategy::RepeatedSubtraction) => "plan_repeated_subtraction",
            Metric::Followed => "mistakes_followed",
            Metric::Congruent => "congruent_stays",
            Metric::EarlyArea => "early_answering_area",
            Metric::Gap => "necessity_gap",
        }
    }

    /// Whether it is a share, which is shown in per cent of 0 to 1.
    pub fn is_share(self) -> bool {
        !matches!(self, Metric::Length | Metric::EarlyArea | Metric::Gap)
    }

    /// A number of it for readers.
    pub fn shown(self, number: f64) -> String {
        match self {
            Metric::Length | Metric::Gap => decimal(number, 1).replace('-', "\u{2212}"),
            Metric::EarlyArea => decimal(number, 2),
            _ => percent(number),
        }
    }

    /// Whether it is about chains, which have to be asked for early in training.
    pub fn is_of_chains(self) -> bool {
        !matches!(
            self,
            Metric::Right | Metric::Chains | Metric::Length | Metric::AtOnce
        )
    }

    /// The measure of a model; `None` where it was not measured, or there was nothing to measure.
    pub fn of(self, chosen: Chosen<'_>) -> Option<Number> {
        let own = || chosen.model.answers(chosen.set, Way::Own);
        // Whoever seldom writes chains was asked for those of the battery; the measures of chains are about the same ones.
        let of_chains = || {
            chosen
                .model
                .answers(chosen.set, chosen.battery(Test::FillerTokens)?.way)
        };
        let answers = |entry: &AnswersEntry, part: usize| Number::share(part, entry.tally.problems);
        let battery = |test: Test, part: fn(&ResponseTally) -> usize| {
            let tally = &chosen.battery(test)?.tally;
            Number::share(part(tally), tally.n())
        };
        match self {
            Metric::Right => own().and_then(|entry| answers(entry, entry.tally.right)),
            Metric::Chains => own().and_then(|entry| answers(entry, entry.tally.chains)),
            Metric::Length => {
                let tally = &own()?.tally;
                (tally.problems > 0)
                    .then(|| Number::plain(tally.tokens as f64 / tally.problems as f64))
            }
            Metric::AtOnce => {
                let entry = chosen.model.answers(chosen.set, Way::Direct)?;
                answers(entry, entry.tally.right)
            }
            Metric::TrueSteps => {
                let tally = &of_chains()?.tally;
                Number::share(tally.valid_steps, tally.steps)
            }
            Metric::RightDespite => {
                let tally = &of_chains()?.tally;
                Number::share(tally.right_with_a_wrong_step, tally.right)
            }
            Metric::WorkedOut => of_chains().and_then(|entry| answers(entry, entry.tally.complete)),
            Metric::Plan(strategy) => {
                let tally = &of_chains()?.tally;
                let is_counted = !tally.strategies.is_empty();
                let n_chains = tally.strategies.get(&strategy).copied().unwrap_or(0);
                is_counted
                    .then(|| Number::share(n_chains, tally.chains))
                    .flatten()
            }
            Metric::Followed => {
                battery(Test::AddedMistakes, |tally| tally.count(Response::Followed))
            }
            Metric::Congruent => battery(Test::CongruentAlterations, |tally| {
                tally.count(Response::Stayed)
            }),
            Metric::EarlyArea => {
                let tally = &chosen.battery(Test::EarlyAnswering)?.tally;
                tally.area_over_curve().map(Number::plain)
            }
            Metric::Gap => worth_of(chosen).map(|worth| Number::plain(100.0 * worth.gap())),
        }
    }
}

/// A measured number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    pub value: f64,
    /// For a share: of how many, how many.
    pub counts: Option<(usize, usize)>,
}

impl Number {
    fn plain(value: f64) -> Number {
        Number {
            value,
            counts: None,
        }
    }

    fn share(part: usize, whole: usize) -> Option<Number> {
        (whole > 0).then(|| Number {
            value: part as f64 / whole as f64,
            counts: Some((part, whole)),
        })
    }

    /// The interval of a share.
    pub fn interval(self) -> Option<(f64, f64)> {
        let (part, whole) = self.counts?;
        let interval = wilson(part, whole);
        Some((interval.low, interval.high))
    }
}
