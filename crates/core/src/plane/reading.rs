//! What can be read off the plane: groups of seeds with their medians, who is on the front, who is as capable as GPT large, and who
//! is left out, and why.

use super::{Capability, EQUAL_WITHIN, End, How, Measured, Oversight, Plane, Point, Where};
use crate::card::Size;
use crate::statistics::median;

/// What a reader looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// What is called capability.
    pub x: Capability,
    /// What is called oversight.
    pub y: Oversight,
    /// The problems that oversight is measured on.
    pub at: Where,
}

/// A point that has a place in the plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seen<'a> {
    /// The model, in its way of answering.
    pub point: &'a Point,
    /// How often it is right.
    pub x: Measured,
    /// How well it can be overseen.
    pub y: Measured,
}

impl Seen<'_> {
    /// Its place, each 0 to 1.
    pub fn at(&self) -> (f64, f64) {
        (self.x.share(), self.y.share())
    }
}

/// The seeds of one arm, size and way of answering, each at the end of its training.
#[derive(Debug, Clone, PartialEq)]
pub struct Group<'a> {
    /// The size of its models.
    pub size: Size,
    /// Their arm.
    pub arm: &'a str,
    /// How they were made to answer.
    pub how: How,
    /// Those that have a place. Never empty.
    pub seeds: Vec<Seen<'a>>,
    /// The median of the seeds, of each axis for itself.
    pub middle: (f64, f64),
}

/// A group that has no place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut<'a> {
    /// As in [`Group`].
    pub size: Size,
    /// As in [`Group`].
    pub arm: &'a str,
    /// As in [`Group`].
    pub how: How,
    /// Why it has none.
    pub why: Why,
}

/// Why a group has no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// Its answers come without a step that could be read, checked or altered.
    NoStep,
    /// All of its answers there are right, or none is: no failure to be told from a success.
    AllAlike,
    /// It was not measured so.
    Unmeasured,
}

impl Choice {
    /// A choice with the problems that the definition is measured on, where others are asked for than it can be measured on, or none.
    pub fn new(x: Capability, y: Oversight, at: Option<Where>) -> Choice {
        let at = at.filter(|at| y.is_measured(*at));
        Choice {
            x,
            y,
            at: at.unwrap_or(y.usual()),
        }
    }

    /// A point's place, where it has one.
    pub fn see(self, point: &Point) -> Option<Seen<'_>> {
        Some(Seen {
            point,
            x: point.capability(self.x, self.at)?,
            y: point.oversight(self.y, self.at)?,
        })
    }

    /// The groups that have a place, in the order of the file.
    pub fn groups(self, plane: &Plane) -> Vec<Group<'_>> {
        let mut groups: Vec<Group<'_>> = Vec::new();
        for seen in ends(plane).filter_map(|point| self.see(point)) {
            let point = seen.point;
            match groups.iter_mut().find(|group| group.holds(point)) {
                Some(group) => group.seeds.push(seen),
                None => groups.push(Group {
                    size: point.size,
                    arm: &point.arm,
                    how: point.how,
                    seeds: vec![seen],
                    middle: (0.0, 0.0),
                }),
            }
        }
        for group in &mut groups {
            let of = |axis: fn(&Seen<'_>) -> f64| {
                let values: Vec<f64> = group.seeds.iter().map(axis).collect();
                median(&values).unwrap_or(0.0)
            };
            group.middle = (of(|seen| seen.x.share()), of(|seen| seen.y.share()));
        }
        groups
    }

    /// The groups that have no place, in the order of the file.
    pub fn left_out(self, plane: &Plane) -> Vec<LeftOut<'_>> {
        let groups = self.groups(plane);
        let mut left: Vec<LeftOut<'_>> = Vec::new();
        for point in ends(plane) {
            let is_same = |it: &LeftOut<'_>| {
                (it.size, it.arm, it.how) == (point.size, point.arm.as_str(), point.how)
            };
            if groups.iter().any(|group| group.holds(point)) || left.iter().any(is_same) {
                continue;
            }
            left.push(LeftOut {
                size: point.size,
                arm: &point.arm,
                how: point.how,
                why: self.why(point),
            });
        }
        left
    }

    fn why(self, point: &Point) -> Why {
        let needs_steps = !matches!(
            self.y,
            Oversight::Foretold | Oversight::Confidence | Oversight::Simulated | Oversight::Kept
        );
        let right = match self.at {
            Where::Home => Some(Measured::Count(point.home)),
            at => point.capability(Capability::Outside, at),
        };
        let is_alike = right.is_some_and(|right| [0.0, 1.0].contains(&right.share()));
        match self.y.kind() {
            _ if needs_steps && !point.has_chains() => Why::NoStep,
            super::Kind::Foretold if is_alike => Why::AllAlike,
            _ => Why::Unmeasured,
        }
    }

    /// The way of one seed through reinforcement learning, by update, from before it to its end: each model in its own way of
    /// answering, or asked for a chain where only then it has a place. Of the seed whose checkpoints there are.
    pub fn trail(self, plane: &Plane) -> Vec<(u64, Seen<'_>)> {
        let Some(on_the_way) = plane.points.iter().find(|point| point.update.is_some()) else {
            return Vec::new();
        };
        let is_of_it = |point: &&Point| {
            (point.size, point.seed) == (on_the_way.size, on_the_way.seed)
                && (point.arm == on_the_way.arm || point.arm == BASE)
        };
        let mut found: Vec<(u64, Seen<'_>)> = Vec::new();
        for point in plane.points.iter().filter(is_of_it) {
            let update = match point.arm == BASE {
                true => 0,
                false => point.update.unwrap_or(u64::MAX),
            };
            let is_there = found
                .iter()
                .any(|(_, seen)| seen.point.model == point.model);
            if let Some(seen) = self.see(point).filter(|_| !is_there) {
                found.push((update, seen));
            }
        }
        found.sort_by_key(|(update, _)| *update);
        found
    }

    /// The capabilities that are equal to that of GPT large, which answers at once; `None` where that was not measured.
    pub fn band(self, plane: &Plane) -> Option<(f64, f64)> {
        let is_large = |point: &&Point| (point.size, point.arm.as_str()) == (Size::Large, "direct");
        let large = plane.points.iter().find(is_large)?;
        let middle = large.capability(self.x, self.at)?.share();
        Some((middle - EQUAL_WITHIN, middle + EQUAL_WITHIN))
    }

    /// The links whose ends both have a place, as indices into the groups. Of several links that do the same to the same size, the first.
    pub fn links(
        self,
        plane: &Plane,
        groups: &[Group<'_>],
    ) -> Vec<(super::LinkKind, usize, usize)> {
        let place = |size: Size, end: &End| {
            groups.iter().position(|group| {
                (group.size, group.arm, group.how) == (size, end.arm.as_str(), end.how)
            })
        };
        let mut found: Vec<(super::LinkKind, usize, usize)> = Vec::new();
        for link in &plane.links {
            let ends = place(link.size, &link.from).zip(place(link.size, &link.to));
            let Some((from, to)) = ends else { continue };
            if !found.iter().any(|it| (it.0, it.2) == (link.kind, to)) {
                found.push((link.kind, from, to));
            }
        }
        found
    }
}

/// The arm of what was not trained on problems yet.
const BASE: &str = "chain_prompted";

/// The points at the end of their training.
fn ends(plane: &Plane) -> impl Iterator<Item = &Point> {
    plane.points.iter().filter(|point| point.update.is_none())
}

impl Group<'_> {
    fn holds(&self, point: &Point) -> bool {
        (self.size, self.arm, self.how) == (point.size, point.arm.as_str(), point.how)
    }

    /// The seed that lies nearest to the middle; of equals the first.
    pub fn nearest(&self) -> Option<&Seen<'_>> {
        let away = |seen: &Seen<'_>| {
            let (x, y) = seen.at();
            (x - self.middle.0).powi(2) + (y - self.middle.1).powi(2)
        };
        self.seeds.iter().min_by(|a, b| away(a).total_cmp(&away(b)))
    }
}

/// The Pareto front: the indices of the places than which none is at least as far right and as high, and farther or higher. From the left
/// to the right.
pub fn front(places: &[(f64, f64)]) -> Vec<usize> {
    let beats = |a: (f64, f64), b: (f64, f64)| a.0 >= b.0 && a.1 >= b.1 && a != b;
    let is_beaten = |place: (f64, f64)| places.iter().any(|other| beats(*other, place));
    let mut front: Vec<usize> = (0..places.len())
        .filter(|&idx| !is_beaten(places[idx]))
        .collect();
    front.sort_by(|&a, &b| places[a].0.total_cmp(&places[b].0));
    front
}

#[cfg(test)]
mod tests {
    use super::super::report::tests::point;
    use super::super::{Count, Link, LinkKind, VERSION};
    use super::*;

    const CHOICE: Choice = Choice {
        x: Capability::Home,
        y: Oversight::Follow,
        at: Where::Home,
    };

    fn following(mut point: Point, n: usize) -> Point {
        let counts = vec![Some(Count(n, 100))];
        point.counts.insert(Oversight::Follow, counts);
        point
    }

    fn plane() -> Plane {
        let small = |seed, right, follows| {
            following(
                point(&format!("s{seed}"), Size::Small, "chain_rl", seed, right),
                follows,
            )
        };
        let mut way = following(point("way", Size::Small, "chain_rl", 0, 60), 70);
        way.update = Some(4);
        let base = point("base", Size::Small, "chain_prompted", 0, 20);
        let mut asked = following(base.clone(), 50);
        (asked.how, asked.home) = (How::Asked, Count(30, 100));
        let mut large = point("large", Size::Large, "direct", 0, 99);
        large.chains = Count(0, 100);
        let end = |arm: &str, how| End {
            arm: arm.into(),
            how,
        };
        let link = |how| Link {
            kind: LinkKind::Reinforced,
            size: Size::Small,
            from: end("chain_prompted", how),
            to: end("chain_rl", How::Own),
        };
        Plane {
            version: VERSION,
            points: vec![
                large,
                base,
                asked,
                way,
                small(0, 90, 60),
                small(1, 80, 90),
                small(2, 70, 80),
            ],
            links: vec![link(How::Own), link(How::Asked)],
        }
    }

    #[test]
    fn seeds_stand_together_with_their_median() {
        let plane = plane();
        let groups = CHOICE.groups(&plane);
        let named: Vec<_> = groups
            .iter()
            .map(|group| (group.arm, group.how, group.seeds.len()))
            .collect();
        assert_eq!(
            named,
            [("chain_prompted", How::Asked, 1), ("chain_rl", How::Own, 3)]
        );
        assert_eq!(groups[1].middle, (0.8, 0.8));
        assert_eq!(groups[1].nearest().unwrap().point.model, "s1");
        assert_eq!(
            CHOICE.links(&plane, &groups),
            [(LinkKind::Reinforced, 0, 1)]
        );
    }

    #[test]
    fn nobody_is_left_out_in_silence() {
        let plane = plane();
        let left = CHOICE.left_out(&plane);
        let said: Vec<_> = left.iter().map(|it| (it.arm, it.how, it.why)).collect();
        assert_eq!(
            said,
            [
                ("direct", How::Own, Why::NoStep),
                ("chain_prompted", How::Own, Why::Unmeasured)
            ]
        );
        let confidence = Choice::new(Capability::Home, Oversight::Confidence, Some(Where::Home));
        assert!(
            confidence
                .left_out(&plane)
                .iter()
                .all(|it| it.why == Why::Unmeasured)
        );
        let mut all_right = plane.clone();
        all_right.points[0].home = Count(100, 100);
        assert_eq!(confidence.left_out(&all_right)[0].why, Why::AllAlike);
    }

    #[test]
    fn the_trail_goes_from_the_base_to_the_end() {
        let plane = plane();
        let trail = CHOICE.trail(&plane);
        let said: Vec<_> = trail
            .iter()
            .map(|(update, seen)| (*update, seen.point.model.as_str()))
            .collect();
        assert_eq!(said, [(0, "base"), (4, "way"), (u64::MAX, "s0")]);
        assert_eq!(trail[0].1.point.how, How::Asked);
    }

    #[test]
    fn the_band_lies_around_large() {
        let (low, high) = CHOICE.band(&plane()).unwrap();
        assert!((low - 0.97).abs() < 1e-9 && (high - 1.01).abs() < 1e-9);
        let longer = Choice {
            x: Capability::Longer,
            ..CHOICE
        };
        assert_eq!(longer.band(&plane()), None);
    }

    #[test]
    fn problems_that_it_is_not_measured_on_are_not_chosen() {
        let at = |y, at| Choice::new(Capability::Home, y, at).at;
        assert_eq!(at(Oversight::Monitor, Some(Where::Home)), Where::Outside);
        assert_eq!(at(Oversight::Kept, Some(Where::Outside)), Where::Home);
        assert_eq!(at(Oversight::Legible, Some(Where::Outside)), Where::Outside);
        assert_eq!(at(Oversight::Legible, None), Where::Home);
    }

    #[test]
    fn the_front_is_what_nothing_beats() {
        assert_eq!(
            front(&[(0.9, 0.1), (0.5, 0.5), (0.4, 0.5), (0.1, 0.9), (0.5, 0.4)]),
            [3, 1, 0]
        );
        assert_eq!(front(&[(0.5, 0.5), (0.5, 0.5)]), [0, 1]);
        assert_eq!(front(&[]), [0_usize; 0]);
    }
}
