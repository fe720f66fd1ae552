//! The formats of `results/rl-runs.json`, every run of reinforcement learning and of its controls, update by update, and of the log of one
//! of them, `results/rl-<size>-s<seed>.json`.

use serde::{Deserialize, Serialize};

/// The arms that have a name of their own, in the order in which they are listed: the experiment, then its controls.
pub const ARMS: [&str; 4] = [
    "chain_rl",
    "rl_shuffled_reward",
    "rl_length_penalty",
    "chain_imitation",
];

/// Every run.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RlRuns {
    /// In any order.
    pub runs: Vec<RlRun>,
}

/// One run. Every column has an entry for each of `updates`, or is empty; `None` where nothing was measured.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RlRun {
    /// How it was trained; usually one of [`ARMS`].
    pub arm: String,
    /// The seed of its training.
    pub seed: u64,
    /// Whether it is the median run of its arm.
    pub is_median: bool,
    /// The updates, ascending; 0 is the base. Steps, where the arm has no updates.
    pub updates: Vec<u64>,
    #[serde(default)]
    reward: Vec<Option<f64>>,
    #[serde(default)]
    chain_share: Vec<Option<f64>>,
    #[serde(default)]
    length: Vec<Option<f64>>,
    #[serde(default)]
    valid_step_share: Vec<Option<f64>>,
    #[serde(default)]
    entropy: Vec<Option<f64>>,
    #[serde(default)]
    greedy_accuracy: Vec<Option<f64>>,
    #[serde(default)]
    greedy_chain_share: Vec<Option<f64>>,
    #[serde(default)]
    direct_accuracy: Vec<Option<f64>>,
    #[serde(default)]
    reduce_then_add_share: Vec<Option<f64>>,
}

/// The log of one run, which the page follows line by line.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RlLog {
    /// The lines, ascending by update.
    pub updates: Vec<RlUpdate>,
}

/// One line of the log of reinforcement learning, the figures that the page shows. Shares, 0 to 1.
///
/// The line of update 0 has no figures of sampled completions, and greedy ones are measured every few updates.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RlUpdate {
    /// Which update; 0 is before the first.
    pub update: u64,
    /// Share of sampled completions with the right answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reward: Option<f64>,
    /// Share of sampled completions that are chains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chain_share: Option<f64>,
    /// Tokens of a sampled completion, on average.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<f64>,
    /// Share answered rightly by greedy decoding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub greedy_accuracy: Option<f64>,
    /// Share of greedy completions that are chains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub greedy_chain_share: Option<f64>,
    /// Share answered rightly when `<answer>` is forced right after the problem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direct_accuracy: Option<f64>,
}

/// What was measured along the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Measure {
    /// The share answered rightly by greedy decoding.
    #[default]
    GreedyAccuracy,
    /// The share of greedy completions that are chains.
    GreedyChainShare,
    /// The share of sampled completions that are chains.
    ChainShare,
    /// Tokens of a sampled completion, on average.
    Length,
    /// The share of the steps in sampled chains that the checker finds valid.
    ValidStepShare,
    /// The mean entropy of the next token, in nats.
    Entropy,
    /// The share answered rightly when `<answer>` is forced right after the problem.
    DirectAccuracy,
    /// The mean reward of sampled completions.
    Reward,
    /// The share of sampled chains that reduce first and add then.
    ReduceThenAddShare,
}

impl Measure {
    /// Every measure, in the order in which they are listed.
    pub const ALL: [Measure; 9] = [
        Measure::GreedyAccuracy,
        Measure::GreedyChainShare,
        Measure::ChainShare,
        Measure::Length,
        Measure::ValidStepShare,
        Measure::Entropy,
        Measure::DirectAccuracy,
        Measure::Reward,
        Measure::ReduceThenAddShare,
    ];

    /// The name of the column in the file.
    pub fn name(self) -> &'static str {
        match self {
            Measure::GreedyAccuracy => "greedy_accuracy",
            Measure::GreedyChainShare => "greedy_chain_share",
            Measure::ChainShare => "chain_share",
            Measure::Length => "length",
            Measure::ValidStepShare => "valid_step_share",
            Measure::Entropy => "entropy",
            Measure::DirectAccuracy => "direct_accuracy",
            Measure::Reward => "reward",
            Measure::ReduceThenAddShare => "reduce_then_add_share",
        }
    }

    /// The measure with the name of a column.
    pub fn from_name(name: &str) -> Option<Measure> {
        Measure::ALL
            .into_iter()
            .find(|measure| measure.name() == name)
    }

    /// Whether it is a share, 0 to 1.
    pub fn is_share(self) -> bool {
        !matches!(self, Measure::Length | Measure::Entropy)
    }
}

impl RlRun {
    /// The updates at which something was measured, with what was.
    pub fn points(&self, measure: Measure) -> Vec<(u64, f64)> {
        let column = match measure {
            Measure::GreedyAccuracy => &self.greedy_accuracy,
            Measure::GreedyChainShare => &self.greedy_chain_share,
            Measure::ChainShare => &self.chain_share,
            Measure::Length => &self.length,
            Measure::ValidStepShare => &self.valid_step_share,
            Measure::Entropy => &self.entropy,
            Measure::DirectAccuracy => &self.direct_accuracy,
            Measure::Reward => &self.reward,
            Measure::ReduceThenAddShare => &self.reduce_then_add_share,
        };
        let updates = self.updates.iter().copied();
        updates
            .zip(column)
            .filter_map(|(update, number)| Some((update, (*number)?)))
            .collect()
    }
}

impl RlRuns {
    /// The arms that have a run: those of [`ARMS`] in their order, then any others.
    pub fn arms(&self) -> Vec<&str> {
        let has_run = |arm: &&str| self.runs.iter().any(|run| run.arm == *arm);
        let mut arms: Vec<&str> = ARMS.into_iter().filter(has_run).collect();
        for run in &self.runs {
            if !arms.contains(&run.arm.as_str()) {
                arms.push(&run.arm);
            }
        }
        arms
    }

    /// The runs of an arm.
    pub fn of_arm(&self, arm: &str) -> impl Iterator<Item = &RlRun> {
        self.runs.iter().filter(move |run| run.arm == arm)
    }

    /// What was measured last in each run of an arm, ascending; runs without the measure are left out.
    pub fn ends(&self, arm: &str, measure: Measure) -> Vec<f64> {
        let last = |run: &RlRun| run.points(measure).last().map(|(_, number)| *number);
        let mut ends: Vec<f64> = self.of_arm(arm).filter_map(last).collect();
        ends.sort_by(f64::total_cmp);
        ends
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs() -> RlRuns {
        let text = r#"{"runs":[
            {"arm":"new_idea","seed":0,"is_median":true,"updates":[0]},
            {"arm":"rl_length_penalty","seed":0,"is_median":true,"updates":[0,1],"length":[null,12.5]},
            {"arm":"chain_rl","seed":1,"is_median":false,"updates":[0,1,2],"greedy_accuracy":[0.5,null,1.0]},
            {"arm":"chain_rl","seed":0,"is_median":true,"commit":"ab","updates":[0,1,2],
             "greedy_accuracy":[0.5,null,0.75],"reward":[null,0.25,0.5]}]}"#;
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn arms_that_are_there_are_listed_in_their_order() {
        assert_eq!(runs().arms(), ["chain_rl", "rl_length_penalty", "new_idea"]);
        assert!(RlRuns::default().arms().is_empty());
    }

    #[track_caller]
    fn check(arm: &str, measure: Measure, ends: &[f64]) {
        assert_eq!(runs().ends(arm, measure), ends);
    }

    #[test]
    fn ends_are_what_was_measured_last() {
        check("chain_rl", Measure::GreedyAccuracy, &[0.75, 1.0]);
        check("chain_rl", Measure::Reward, &[0.5]);
        check("rl_length_penalty", Measure::Length, &[12.5]);
        check("new_idea", Measure::Entropy, &[]);
        check("chain_imitation", Measure::Length, &[]);
    }

    #[test]
    fn what_was_not_measured_is_no_point() {
        assert_eq!(
            runs().runs[3].points(Measure::GreedyAccuracy),
            [(0, 0.5), (2, 0.75)]
        );
        assert_eq!(runs().runs[3].points(Measure::Entropy), []);
    }

    #[test]
    fn every_measure_has_a_name_of_its_own() {
        for measure in Measure::ALL {
            assert_eq!(Measure::from_name(measure.name()), Some(measure));
        }
        assert_eq!(Measure::from_name("happiness"), None);
    }
}
