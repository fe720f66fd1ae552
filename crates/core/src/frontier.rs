//! The format of `results/frontier.json`, and what it says: which size can do how much in one forward pass, and which
//! with a chain.
//!
//! A cell is a shape, an arm and a number of operands. Several runs (learning rates, seeds) may have been trained for a
//! cell, or none: a cell without a run has no accuracy, which is not an accuracy of zero.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The share of held-out problems from which on a model is said to be able to do them.
pub const ENOUGH: f64 = 0.97;
/// A run has come to rest when the last fifth of its steps gained less than this share.
pub const REST_GAIN: f64 = 0.01;

/// From this share of the training problems on a run has learned them: nothing is left to gain.
pub const LEARNED: f64 = 0.995;

/// Every run of the sweep.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Frontier {
    /// Every size that was trained in some arm, smallest first.
    pub shapes: Vec<Shape>,
    /// Every run that has ended, one entry for each number of operands that it was measured on.
    pub runs: Vec<Run>,
}

/// A size of model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    /// The name that runs refer to.
    pub name: String,
    /// Transformer layers.
    pub layers: usize,
    /// Width of the residual stream.
    pub width: usize,
    /// The number of trained parameters.
    pub parameters: u64,
}

/// What a model of the frontier was trained to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arm {
    /// To answer at once: one forward pass.
    Direct,
    /// To write a chain first.
    Chain,
}

impl Arm {
    /// Both arms, in the order in which they are listed.
    pub const ALL: [Arm; 2] = [Arm::Direct, Arm::Chain];
}

/// One run, measured on one number of operands. Accuracies are shares, 0 to 1, by greedy decoding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// The name of its shape.
    pub shape: String,
    /// What it was trained to do.
    pub arm: Arm,
    /// The number of operands of the problems that it was measured on.
    pub operands: usize,
    /// The seed of its training.
    pub seed: u64,
    /// The peak learning rate.
    pub lr: f64,
    /// Steps of training.
    pub steps: u64,
    /// Documents read in training.
    pub documents: u64,
    /// The moduli that it was trained on, where they were not all of them: "7".
    #[serde(default)]
    pub moduli: Option<String>,
    /// Whether it is the run of its cell that did best on training problems.
    pub best: bool,
    /// What it got right of the problems that it was not trained on.
    pub held_out: HeldOut,
    /// What it got right of a sample of problems that it was trained on.
    pub trained: f64,
    /// What the last fifth of the steps added to `trained`; `None` where it was measured too seldom to tell.
    pub last_gain: Option<f64>,
    /// Steps and the share right on training problems after them, in order.
    pub curve: Vec<(u64, f64)>,
}

/// Accuracy on the held-out problems of one number of operands. One operand has none: there, all problems count.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HeldOut {
    /// How many problems were asked.
    pub problems: u64,
    /// The share answered rightly.
    pub accuracy: f64,
    /// The same for each modulus.
    pub by_modulus: BTreeMap<i64, f64>,
}

impl Run {
    /// The held-out accuracy, on all moduli or on one; `None` where that one was not measured.
    pub fn accuracy(&self, modulus: Option<i64>) -> Option<f64> {
        match modulus {
            None => Some(self.held_out.accuracy),
            Some(modulus) => self.held_out.by_modulus.get(&modulus).copied(),
        }
    }

    /// Whether it was trained on these problems: on all moduli, or on this one among others.
    pub fn is_trained_on(&self, modulus: Option<i64>) -> bool {
        match (&self.moduli, modulus) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(moduli), Some(modulus)) => moduli.split(',').any(|it| it == modulus.to_string()),
        }
    }

    /// Whether it has learned its training problems, or is known to have gained next to nothing in the last fifth of its
    /// steps.
    pub fn is_at_rest(&self) -> bool {
        self.trained >= LEARNED || self.last_gain.is_some_and(|gain| gain < REST_GAIN)
    }
}

/// How far an arm gets with a number of operands, over the sizes that were trained.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reach<'a> {
    /// Every trained size is able.
    Every,
    /// This size and every larger one is able, and no smaller one.
    From(&'a Shape),
    /// This is the smallest that is able, but some larger one is not.
    Partly(&'a Shape),
    /// No size is able.
    Nowhere {
        /// The best accuracy of any size.
        best: f64,
        /// Whether the best run of every size had come to rest.
        is_final: bool,
    },
}

impl Frontier {
    /// The numbers of operands that any run was measured on, ascending.
    pub fn operands(&self) -> Vec<usize> {
        let mut operands: Vec<usize> = self.runs.iter().map(|run| run.operands).collect();
        operands.sort_unstable();
        operands.dedup();
        operands
    }

    /// The runs of a cell, in the order of the file.
    pub fn cell(&self, shape: &str, arm: Arm, operands: usize) -> impl Iterator<Item = &Run> {
        self.runs
            .iter()
            .filter(move |run| run.shape == shape && run.arm == arm && run.operands == operands)
    }

    /// The run that stands for a cell; `None` where none was trained.
    pub fn best(&self, shape: &str, arm: Arm, operands: usize) -> Option<&Run> {
        self.cell(shape, arm, operands).find(|run| run.best)
    }

    /// The best run of every trained size, smallest first, with its accuracy.
    pub fn bests(
        &self,
        arm: Arm,
        operands: usize,
        modulus: Option<i64>,
    ) -> Vec<(&Shape, &Run, f64)> {
        self.shapes
            .iter()
            .filter_map(|shape| {
                let run = self.best(&shape.name, arm, operands)?;
                Some((shape, run, run.accuracy(modulus)?))
            })
            .collect()
    }

    /// What answering at once comes to for models that were trained on one modulus and on no other: the run of every
    /// size that did best on training problems, smallest size first, with its accuracy on that modulus.
    pub fn alone(&self, operands: usize, modulus: i64) -> Vec<(&Shape, &Run, f64)> {
        let name = modulus.to_string();
        self.shapes
            .iter()
            .filter_map(|shape| {
                let run = self
                    .cell(&shape.name, Arm::Direct, operands)
                    .filter(|run| run.moduli.as_ref() == Some(&name))
                    .max_by(|one, other| one.trained.total_cmp(&other.trained))?;
                Some((shape, run, run.accuracy(Some(modulus))?))
            })
            .collect()
    }

    /// How far an arm gets, on all moduli or on one; `None` where no size was trained.
    pub fn reach(&self, arm: Arm, operands: usize, modulus: Option<i64>) -> Option<Reach<'_>> {
        let bests = self.bests(arm, operands, modulus);
        let is_able: Vec<bool> = bests.iter().map(|(_, _, share)| *share >= ENOUGH).collect();
        let n_able = is_able.iter().filter(|able| **able).count();
        let Some(first) = is_able.iter().position(|able| *able) else {
            let best = bests.iter().map(|(_, _, share)| *share).reduce(f64::max)?;
            let is_final = bests.iter().all(|(_, run, _)| run.is_at_rest());
            return Some(Reach::Nowhere { best, is_final });
        };
        Some(if n_able == bests.len() {
            Reach::Every
        } else if is_able[first..].iter().all(|able| *able) {
            Reach::From(bests[first].0)
        } else {
            Reach::Partly(bests[first].0)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(name: &str, parameters: u64) -> Shape {
        Shape {
            name: name.into(),
            layers: 2,
            width: 16,
            parameters,
        }
    }

    fn run(shape: &str, accuracy: f64, last_gain: Option<f64>) -> Run {
        Run {
            shape: shape.into(),
            arm: Arm::Direct,
            operands: 2,
            seed: 0,
            lr: 0.004,
            steps: 10,
            documents: 100,
            moduli: None,
            best: true,
            held_out: HeldOut {
                problems: 600,
                accuracy,
                by_modulus: BTreeMap::from([(7, accuracy / 2.0)]),
            },
            trained: accuracy,
            last_gain,
            curve: vec![(5, 0.5), (10, accuracy)],
        }
    }

    /// A frontier of up to three sizes; `None` for one that was not trained.
    fn frontier(accuracies: &[Option<f64>]) -> Frontier {
        let names = ["s", "m", "l"];
        let runs = names.iter().zip(accuracies);
        Frontier {
            shapes: vec![shape("s", 1), shape("m", 2), shape("l", 3)],
            runs: runs
                .filter_map(|(name, accuracy)| Some(run(name, (*accuracy)?, Some(0.0))))
                .collect(),
        }
    }

    #[track_caller]
    fn check(accuracies: &[Option<f64>], expected: &str) {
        let frontier = frontier(accuracies);
        let found = match frontier.reach(Arm::Direct, 2, None) {
            None => "untrained".to_owned(),
            Some(Reach::Every) => "every".to_owned(),
            Some(Reach::From(shape)) => format!("from {}", shape.name),
            Some(Reach::Partly(shape)) => format!("some, first {}", shape.name),
            Some(Reach::Nowhere { best, is_final }) => format!("none, best {best}, {is_final}"),
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn an_arm_reaches_as_far_as_its_sizes_do() {
        check(&[], "untrained");
        check(&[Some(0.98), Some(0.97), Some(1.0)], "every");
        check(&[Some(0.2), Some(0.97), Some(1.0)], "from m");
        check(&[Some(0.2), Some(0.98), Some(0.9)], "some, first m");
        check(&[Some(0.2), Some(0.3), Some(0.25)], "none, best 0.3, true");
    }

    #[test]
    fn a_size_that_was_not_trained_is_not_one_that_fails() {
        check(&[None, Some(0.98)], "every");
        check(&[Some(0.2), None, Some(1.0)], "from l");
        let frontier = frontier(&[None, Some(0.0)]);
        assert_eq!(frontier.best("s", Arm::Direct, 2), None);
        assert_eq!(frontier.best("m", Arm::Chain, 2), None);
        assert_eq!(frontier.reach(Arm::Chain, 2, None), None);
        assert_eq!(frontier.reach(Arm::Direct, 3, None), None);
    }

    #[test]
    fn one_modulus_can_be_asked_alone() {
        let frontier = frontier(&[Some(0.98)]);
        let reach = |modulus| frontier.reach(Arm::Direct, 2, modulus);
        assert_eq!(reach(None), Some(Reach::Every));
        let expected = Reach::Nowhere {
            best: 0.49,
            is_final: true,
        };
        assert_eq!(reach(Some(7)), Some(expected));
        assert_eq!(reach(Some(6)), None);
    }

    #[test]
    fn rest_must_be_known() {
        let is_at_rest = |last_gain| run("s", 0.5, last_gain).is_at_rest();
        assert_eq!(
            [Some(0.0), Some(-0.02), Some(REST_GAIN), None].map(is_at_rest),
            [true, true, false, false]
        );
        assert!(run("s", 0.998, Some(0.15)).is_at_rest());
        let mut frontier = frontier(&[Some(0.2), Some(0.3)]);
        frontier.runs[0].last_gain = Some(0.02);
        let expected = Reach::Nowhere {
            best: 0.3,
            is_final: false,
        };
        assert_eq!(frontier.reach(Arm::Direct, 2, None), Some(expected));
    }

    #[test]
    fn only_the_best_run_stands_for_its_cell() {
        let mut frontier = frontier(&[Some(0.2)]);
        let other = Run {
            best: false,
            ..run("s", 0.99, None)
        };
        frontier.runs.insert(0, other);
        assert_eq!(frontier.cell("s", Arm::Direct, 2).count(), 2);
        let best = frontier.best("s", Arm::Direct, 2).unwrap();
        assert_eq!(best.accuracy(None), Some(0.2));
        assert_eq!(frontier.operands(), [2]);
    }

    #[test]
    fn a_run_on_one_modulus_stands_by_itself() {
        let mut frontier = frontier(&[Some(0.2), Some(0.3)]);
        let alone = |shape, trained| Run {
            best: false,
            moduli: Some("7".into()),
            trained,
            ..run(shape, 0.99, None)
        };
        frontier
            .runs
            .extend([alone("m", 0.4), alone("m", 0.6), alone("s", 0.5)]);
        let found = |modulus| {
            let found = frontier.alone(2, modulus).into_iter();
            found
                .map(|(shape, run, accuracy)| (shape.name.as_str(), run.trained, accuracy))
                .collect::<Vec<_>>()
        };
        assert_eq!(found(7), [("s", 0.5, 0.495), ("m", 0.6, 0.495)]);
        assert_eq!(found(9), []);
        let is_trained_on = |modulus| alone("s", 0.5).is_trained_on(modulus);
        assert_eq!(
            [None, Some(7), Some(9)].map(is_trained_on),
            [false, true, false]
        );
        assert!(frontier.runs[0].is_trained_on(None) && frontier.runs[0].is_trained_on(Some(9)));
    }

    #[test]
    fn the_file_is_read_and_what_is_not_asked_is_passed_over() {
        let text = r#"{"data_digest":"9","shapes":[{"name":"l2w16","layers":2,"width":16,"parameters":7712}],"runs":[
            {"shape":"l2w16","seed":1,"lr":0.004,"start":null,"moduli":"7","batch_size":512,"steps":20,"documents":40,"minutes":3.4,
            "commit":"ab","arm":"chain","operands":3,"held_out":{"problems":600,"accuracy":0.5,"by_modulus":{"3":0.25}},
            "trained":0.75,"last_gain":null,"curve":[[10,0.5],[20,0.75]],"best":true}]}"#;
        let frontier: Frontier = serde_json::from_str(text).unwrap();
        let run = frontier.best("l2w16", Arm::Chain, 3).unwrap();
        assert_eq!(run.accuracy(Some(3)), Some(0.25));
        assert_eq!(run.moduli.as_deref(), Some("7"));
        assert_eq!(run.curve, [(10, 0.5), (20, 0.75)]);
        assert_eq!(frontier.shapes[0].parameters, 7712);
    }
}
