//! The panels of the frontier: from the runs to the marks, dots and words of each plot.

use syw_core::frontier::{Arm, Frontier, Run, Shape};

use crate::components::format::{count, percent, short_count};
use crate::plots::panel::{Mark, MarkShape, Panel, Place, Series, Size};
use crate::sections::frontier::words::{arm_name, numbers};
use crate::t;

/// How the arms are told apart in plots: by stroke and mark, never by hue.
pub fn stroke(arm: Arm) -> (&'static str, MarkShape) {
    match arm {
        Arm::Direct => ("stroke-direct", MarkShape::Circle),
        Arm::Chain => ("stroke-chain", MarkShape::Diamond),
    }
}

/// A cell of the frontier that a reader looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    pub operands: usize,
    /// The arm as an index into [`Arm::ALL`], and the size as one into the shapes.
    pub place: Place,
}

impl Cell {
    pub fn arm(self) -> Arm {
        Arm::ALL[self.place.series]
    }

    /// The size, the run that stands for the cell, and all of its runs.
    pub fn runs(self, frontier: &Frontier) -> Option<(&Shape, &Run, Vec<&Run>)> {
        let shape = frontier.shapes.get(self.place.size)?;
        let best = frontier.best(&shape.name, self.arm(), self.operands)?;
        let all = frontier.cell(&shape.name, self.arm(), self.operands);
        Some((shape, best, all.collect()))
    }
}

/// The panel of one number of operands.
pub fn panel(frontier: &Frontier, n_operands: usize, modulus: Option<i64>) -> Panel {
    let series = Arm::ALL.map(|arm| {
        let (class, shape) = stroke(arm);
        let dots_of = |(idx, shape): (usize, &Shape)| {
            let runs = frontier.cell(&shape.name, arm, n_operands);
            runs.filter(|run| run.is_trained_on(modulus))
                .filter_map(|run| Some((idx, run.accuracy(modulus)?)))
                .collect::<Vec<_>>()
        };
        let shapes = frontier.shapes.iter();
        Series {
            class,
            shape,
            marks: shapes
                .clone()
                .map(|shape| mark(frontier, shape, arm, n_operands, modulus))
                .collect(),
            dots: shapes.enumerate().flat_map(dots_of).collect(),
        }
    });
    let size = |shape: &Shape| Size {
        number: shape.parameters as f64,
        label: short_count(shape.parameters),
    };
    Panel {
        sizes: frontier.shapes.iter().map(size).collect(),
        series: series.to_vec(),
        summary: summary(frontier, n_operands, modulus),
    }
}

fn mark(
    frontier: &Frontier,
    shape: &Shape,
    arm: Arm,
    n_operands: usize,
    modulus: Option<i64>,
) -> Option<Mark> {
    let run = frontier.best(&shape.name, arm, n_operands)?;
    let share = run.accuracy(modulus)?;
    let parameters = count(shape.parameters);
    let (arm, numbers, right) = (arm_name(arm), numbers(n_operands), percent(share));
    Some(Mark {
        share,
        is_open: !run.is_at_rest(),
        name: match run.is_at_rest() {
            true => t!(
                "frontier-mark",
                parameters = parameters,
                arm = arm,
                numbers = numbers,
                share = right
            ),
            false => t!(
                "frontier-mark-gaining",
                parameters = parameters,
                arm = arm,
                numbers = numbers,
                share = right
            ),
        },
    })
}

/// A panel in words.
fn summary(frontier: &Frontier, n_operands: usize, modulus: Option<i64>) -> String {
    let of_arm = |arm: Arm| {
        let bests = frontier.bests(arm, n_operands, modulus);
        let said = bests.iter().map(|(shape, _, share)| {
            t!(
                "frontier-summary-share",
                share = percent(*share),
                parameters = count(shape.parameters)
            )
        });
        let said: Vec<String> = said.collect();
        match said.is_empty() {
            true => t!("frontier-summary-none", arm = arm_name(arm)),
            false => t!(
                "frontier-summary-arm",
                arm = arm_name(arm),
                shares = said.join(", ")
            ),
        }
    };
    t!(
        "frontier-summary",
        numbers = numbers(n_operands),
        arms = Arm::ALL.map(of_arm).join("; ")
    )
}

/// The cells of a panel that no run was made for; `None` where there are runs for all.
pub fn untrained(frontier: &Frontier, n_operands: usize) -> Option<String> {
    let of_arm = |arm: Arm| {
        let missing: Vec<String> = frontier
            .shapes
            .iter()
            .filter(|shape| frontier.best(&shape.name, arm, n_operands).is_none())
            .map(|shape| short_count(shape.parameters))
            .collect();
        match missing.len() {
            0 => None,
            n if n == frontier.shapes.len() => {
                Some(t!("frontier-untrained-any", arm = arm_name(arm)))
            }
            _ => Some(t!(
                "frontier-untrained-at",
                arm = arm_name(arm),
                sizes = missing.join(", ")
            )),
        }
    };
    let missing: Vec<String> = Arm::ALL.into_iter().filter_map(of_arm).collect();
    (!missing.is_empty()).then(|| t!("frontier-untrained", arms = missing.join("; ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sections::frontier::words::tests::{frontier, run};

    #[test]
    fn a_missing_cell_is_said_to_be_missing() {
        let frontier = frontier(&[run("l", Arm::Direct, 2, 0.0)]);
        let said = untrained(&frontier, 2).unwrap();
        assert_eq!(
            said,
            "Not trained: one forward pass at 7.7k; with a chain at any size."
        );
        let panel = panel(&frontier, 2, None);
        assert_eq!(panel.series[0].marks[0], None);
        assert_eq!(panel.series[0].marks[1].as_ref().unwrap().share, 0.0);
        assert_eq!(
            panel.summary.replace('\u{202f}', " "),
            "Right on held-out problems of two numbers: one forward pass 0 % at 452 160 parameters; with a chain not trained."
        );
    }

    #[test]
    fn a_panel_shows_every_run_of_the_sweep() {
        let other = Run {
            best: false,
            ..run("s", Arm::Chain, 3, 0.5)
        };
        let frontier = frontier(&[other, run("s", Arm::Chain, 3, 0.75)]);
        let panel = panel(&frontier, 3, Some(7));
        assert_eq!(panel.series[1].dots, [(0, 0.25), (0, 0.375)]);
        let mark = panel.series[1].marks[0].as_ref().unwrap();
        assert_eq!(
            mark.name.replace('\u{202f}', " "),
            "7 712 parameters, with a chain, three numbers: 37.5 % right"
        );
        let cell = Cell {
            operands: 3,
            place: Place { series: 1, size: 0 },
        };
        let (shape, best, all) = cell.runs(&frontier).unwrap();
        assert_eq!((&*shape.name, best.trained, all.len()), ("s", 0.75, 2));
    }
}
