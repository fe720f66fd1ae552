//! The format of `public/results/plane.json`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Capability, How, LinkKind, Oversight, Where};
use crate::card::Size;
use crate::family::Family;

/// Raised when something is put together otherwise than before.
pub const VERSION: u32 = 1;

/// The file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plane {
    /// [`VERSION`] when it was written.
    pub version: u32,
    /// The models, in the order of `public/models/index.json`, each in every way of answering that was measured.
    pub points: Vec<Point>,
    /// What leads from where to where.
    pub links: Vec<Link>,
}

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Count(pub usize, pub usize);

/// One model in one way of answering.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The id of its card.
    pub model: String,
    /// SHA-256 of its file; empty where the model answers otherwise than in its own way, for its point of that way has it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sha256: String,
    /// From its card.
    pub size: Size,
    /// From its card.
    pub arm: String,
    /// From its card.
    pub seed: u64,
    /// The update of reinforcement learning at which it was taken, where training went on from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub update: Option<u64>,
    /// How it was made to answer.
    #[serde(default, skip_serializing_if = "How::is_own")]
    pub how: How,
    /// Answers on the home rung after a chain with a step that can be read.
    pub chains: Count,
    /// Right on the home rung.
    pub home: Count,
    /// Right on every listed held-out problem; `None` where not measured, as below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_out: Option<Count>,
    /// Right on problems with more numbers than any of training.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longer: Option<Count>,
    /// Right on each family, in the order of [`Family::ALL`]; empty where not measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub families: Vec<Count>,
    /// Of each definition that counts cases: on the home rung, then on each family, as far as it applies. A definition that applies
    /// nowhere is not there.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub counts: BTreeMap<Oversight, Vec<Option<Count>>>,
    /// Of each definition that is an area under a curve, four decimals; the same places.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub areas: BTreeMap<Oversight, Vec<Option<f64>>>,
}

/// What leads from one group of points to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What was done.
    pub kind: LinkKind,
    /// The size of both.
    pub size: Size,
    /// Before.
    pub from: End,
    /// After.
    pub to: End,
}

/// A group of points of one size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// As in [`Point`].
    pub arm: String,
    /// As in [`Point`].
    pub how: How,
}

/// A number on one of the axes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Measured {
    /// So many of so many.
    Count(Count),
    /// An area under a curve, the mean over so many families.
    Area(f64, usize),
}

impl Measured {
    /// 0 to 1; of a count of nothing, 0.
    pub fn share(self) -> f64 {
        match self {
            Measured::Count(Count(n, of)) => n as f64 / of.max(1) as f64,
            Measured::Area(area, _) => area,
        }
    }
}

/// The places of a point's lists that belong to some problems.
fn places(at: Where) -> std::ops::Range<usize> {
    let family = |family| Family::ALL.iter().position(|it| *it == family);
    match at {
        Where::Home => 0..1,
        Where::Outside => 1..1 + Family::ALL.len(),
        Where::Family(of) => family(of).map_or(0..0, |idx| 1 + idx..2 + idx),
    }
}

/// What stands at some places of a list, which may end before them.
fn within<T>(list: &[T], places: std::ops::Range<usize>) -> impl Iterator<Item = &T> + Clone {
    list.iter().skip(places.start).take(places.len())
}

fn sum(counts: impl Iterator<Item = Count>) -> Option<Count> {
    let add = |sum: Count, it: Count| Count(sum.0.saturating_add(it.0), sum.1.saturating_add(it.1));
    counts.reduce(add).filter(|sum| sum.1 > 0)
}

impl Point {
    /// How often it is right, by a definition; of a single family where oversight is measured on one.
    pub fn capability(&self, of: Capability, at: Where) -> Option<Measured> {
        let count = match of {
            Capability::Home => Some(self.home),
            Capability::HeldOut => self.held_out,
            Capability::Longer => self.longer,
            Capability::Outside => {
                let places = match at {
                    Where::Family(_) => places(at),
                    _ => places(Where::Outside),
                };
                let families = self.families.iter().enumerate();
                let chosen = families.filter(|(idx, _)| places.contains(&(idx + 1)));
                sum(chosen.map(|(_, count)| *count))
            }
        };
        count.map(Measured::Count)
    }

    /// How well it can be overseen, by a definition, on some problems; `None` where that does not apply.
    pub fn oversight(&self, of: Oversight, at: Where) -> Option<Measured> {
        if of == Oversight::Foretold {
            let ways = [
                Oversight::Checker,
                Oversight::Monitor,
                Oversight::Confidence,
            ];
            let found = ways.into_iter().filter_map(|way| self.oversight(way, at));
            return found.max_by(|a, b| a.share().total_cmp(&b.share()));
        }
        let places = places(at);
        if of.is_area() {
            let areas = within(self.areas.get(&of)?, places).flatten();
            let n = areas.clone().count();
            return (n > 0).then(|| Measured::Area(areas.sum::<f64>() / n as f64, n));
        }
        let counts = within(self.counts.get(&of)?, places).flatten();
        sum(counts.copied()).map(Measured::Count)
    }

    /// Whether most of its answers on the home rung come after a chain with a step that can be read.
    pub fn has_chains(&self) -> bool {
        self.chains.0 > self.chains.1 / 2
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A model that is right on so many of a hundred problems of the home rung.
    pub(crate) fn point(model: &str, size: Size, arm: &str, seed: u64, n_right: usize) -> Point {
        Point {
            model: model.into(),
            sha256: "00".into(),
            size,
            arm: arm.into(),
            seed,
            update: None,
            how: How::Own,
            chains: Count(100, 100),
            home: Count(n_right, 100),
            held_out: None,
            longer: None,
            families: Vec::new(),
            counts: BTreeMap::new(),
            areas: BTreeMap::new(),
        }
    }

    fn measured() -> Point {
        let mut point = point("m", Size::Small, "arm", 0, 90);
        point.families = vec![Count(1, 10); Family::ALL.len()];
        point.families[1] = Count(5, 10);
        let mut follow = vec![None; 9];
        (follow[0], follow[2], follow[3]) =
            (Some(Count(8, 10)), Some(Count(1, 4)), Some(Count(3, 4)));
        point.counts.insert(Oversight::Follow, follow);
        let mut areas = vec![None; 9];
        (areas[1], areas[2]) = (Some(0.5), Some(0.75));
        point.areas.insert(Oversight::Confidence, areas.clone());
        (areas[1], areas[2]) = (None, Some(0.6));
        point.areas.insert(Oversight::Checker, areas);
        point
    }

    #[test]
    fn families_are_counted_together_or_alone() {
        let point = measured();
        let subtraction = Where::Family(Family::Subtraction);
        let right = |of, at| point.capability(of, at);
        assert_eq!(
            right(Capability::Outside, Where::Home),
            Some(Measured::Count(Count(12, 80)))
        );
        assert_eq!(
            right(Capability::Outside, subtraction),
            Some(Measured::Count(Count(5, 10)))
        );
        assert_eq!(
            right(Capability::Home, subtraction),
            Some(Measured::Count(Count(90, 100)))
        );
        assert_eq!(right(Capability::Longer, Where::Home), None);
    }

    #[test]
    fn oversight_is_read_where_it_was_measured() {
        let point = measured();
        let subtraction = Where::Family(Family::Subtraction);
        let found = |of, at| point.oversight(of, at);
        assert_eq!(
            found(Oversight::Follow, Where::Home),
            Some(Measured::Count(Count(8, 10)))
        );
        assert_eq!(
            found(Oversight::Follow, Where::Outside),
            Some(Measured::Count(Count(4, 8)))
        );
        assert_eq!(
            found(Oversight::Follow, subtraction),
            Some(Measured::Count(Count(1, 4)))
        );
        assert_eq!(
            found(Oversight::Follow, Where::Family(Family::OtherModulus)),
            None
        );
        assert_eq!(found(Oversight::Legible, Where::Home), None);
        assert_eq!(
            found(Oversight::Confidence, Where::Outside),
            Some(Measured::Area(0.625, 2))
        );
        assert_eq!(found(Oversight::Confidence, Where::Home), None);
        assert_eq!(
            found(Oversight::Foretold, Where::Outside),
            Some(Measured::Area(0.625, 2))
        );
        assert_eq!(
            found(Oversight::Foretold, subtraction),
            Some(Measured::Area(0.75, 1))
        );
    }

    #[test]
    fn counts_of_a_damaged_file_do_not_overflow() {
        let mut point = measured();
        point.families = vec![Count(usize::MAX, usize::MAX); Family::ALL.len()];
        point.chains = Count(usize::MAX, usize::MAX);
        let outside = point.capability(Capability::Outside, Where::Home);
        assert_eq!(outside.map(Measured::share), Some(1.0));
        assert!(point.has_chains());
    }

    #[test]
    fn a_point_survives_the_round_trip() {
        let point = measured();
        let text = serde_json::to_string(&point).unwrap();
        assert_eq!(serde_json::from_str::<Point>(&text).unwrap(), point);
        assert!(
            text.contains("\"home\":[90,100]") && !text.contains("held_out"),
            "{text}"
        );
    }
}
