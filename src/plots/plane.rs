//! The geometry of a plane: series of seeds with their median as a larger mark, a way from mark to mark, arrows between medians, a front
//! and a band. Both axes are shares, 0 to 1. Pure.

use crate::locale::formats::decimal;
use std::fmt::Write;

use super::scale::{Scale, attribute};

/// The size of the drawing, in its own units.
pub const WIDTH: f64 = 520.0;
pub const HEIGHT: f64 = 400.0;
/// Room for the shares at the left and below.
pub const LEFT: f64 = 60.0;
pub const RIGHT: f64 = 28.0;
pub const TOP: f64 = 14.0;
pub const BOTTOM: f64 = 32.0;

/// How large the mark of a median and that of a single model are, from the middle to the rim.
pub const LARGE_MARK: f64 = 7.5;
pub const SMALL_MARK: f64 = 3.25;
/// How far from a mark a pointer may be to mean it.
pub const REACH: f64 = 11.0;
/// An arrow ends so far before the middle of the mark that it leads to, and its head is so long.
const BEFORE_MARK: f64 = 10.0;
const HEAD: f64 = 8.0;
/// An arrow that would be shorter than this is not drawn.
const SHORTEST: f64 = 22.0;
/// Names keep this distance.
const NAME_HEIGHT: f64 = 15.0;

/// The shares named on both axes where all of them are shown.
pub const TICKS: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];

/// All that the plot shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plane {
    pub series: Vec<Series>,
    pub arrows: Vec<Arrow>,
    /// The series on the front, from the left to the right.
    pub front: Vec<usize>,
    /// From where to where on the x axis.
    pub band: Option<(f64, f64)>,
    /// The part of the x axis that is shown; `None` for all of it.
    pub shown_x: Option<(f64, f64)>,
    /// The same of the y axis, from tenth to tenth; where it is given, its ticks are numbers and not percent.
    pub shown_y: Option<(f64, f64)>,
    pub x_name: String,
    pub y_name: String,
    /// What the plot shows, in words made from the same numbers.
    pub summary: String,
}

/// Marks of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The class that gives it its hue.
    pub class: &'static str,
    pub shape: Shape,
    /// Drawn hollow.
    pub is_open: bool,
    /// What stands beside its median where it lies on the front.
    pub label: String,
    /// The median; `None` for a way from mark to mark, which has none.
    pub middle: Option<Mark>,
    /// The single models.
    pub dots: Vec<Mark>,
}

/// A mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Its two shares.
    pub at: (f64, f64),
    /// What it is, for readers who do not see it.
    pub name: String,
}

/// An arrow between the medians of two series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arrow {
    pub from: usize,
    pub to: usize,
    /// What stands at its middle.
    pub number: usize,
}

/// How marks are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Circle,
    Square,
    Diamond,
    Up,
    Down,
    ToRight,
    ToLeft,
    Cross,
    Plus,
    Star,
    Hexagon,
    Wide,
    Tall,
}

/// A mark, by the index of its series and that of a single model in it; `None` for the median.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub series: usize,
    pub dot: Option<usize>,
}

impl Plane {
    /// The scale of the x axis.
    pub fn x(&self) -> Scale {
        Scale {
            domain: self.shown_x.unwrap_or((0.0, 1.0)),
            range: (LEFT, WIDTH - RIGHT),
        }
    }

    /// The scale of the y axis.
    pub fn y(&self) -> Scale {
        Scale {
            domain: self.shown_y.unwrap_or((0.0, 1.0)),
            range: (HEIGHT - BOTTOM, TOP),
        }
    }

    /// The shares named on the y axis, each with its name.
    pub fn y_ticks(&self) -> Vec<(f64, String)> {
        let Some((low, high)) = self.shown_y else {
            return TICKS.map(|share| (share, percent(share))).to_vec();
        };
        let tenths = (10.0 * low).round() as i64..=(10.0 * high).round() as i64;
        let named = tenths.map(|tenth| tenth as f64 / 10.0);
        named.map(|share| (share, decimal(share, 1))).collect()
    }

    /// The shares named on the x axis.
    pub fn x_ticks(&self) -> Vec<f64> {
        let Some((low, high)) = self.shown_x else {
            return TICKS.to_vec();
        };
        let points = (100.0 * low).ceil() as i64..=(100.0 * high + 1e-9).floor() as i64;
        points.map(|point| point as f64 / 100.0).collect()
    }

    /// Where a pair of shares lies in the drawing; `None` where that part of the x axis is not shown.
    pub fn position(&self, at: (f64, f64)) -> Option<(f64, f64)> {
        let (low, high) = self.shown_x.unwrap_or((0.0, 1.0));
        let is_shown = (low - 1e-9..=high + 1e-9).contains(&at.0);
        is_shown.then(|| (self.x().at(at.0), self.y().at(at.1)))
    }

    pub fn mark(&self, place: Place) -> Option<&Mark> {
        let series = self.series.get(place.series)?;
        match place.dot {
            None => series.middle.as_ref(),
            Some(idx) => series.dots.get(idx),
        }
    }

    /// The marks that are shown, those of each series in their order, the median first.
    pub fn places(&self) -> Vec<Place> {
        let of_series = |(series, of): (usize, &Series)| {
            let dots = (0..of.dots.len()).map(Some);
            let all = [None].into_iter().chain(dots);
            all.map(|dot| Place { series, dot }).collect::<Vec<_>>()
        };
        let is_shown = |place: &Place| {
            let mark = self.mark(*place);
            mark.is_some_and(|mark| self.position(mark.at).is_some())
        };
        let all = self.series.iter().enumerate().flat_map(of_series);
        all.filter(is_shown).collect()
    }

    /// The first mark of every series, from the left to the right, of those at the same place on the x axis the lower first.
    fn heads(&self) -> Vec<Place> {
        let mut heads: Vec<Place> = Vec::new();
        for place in self.places() {
            if heads.last().is_none_or(|head| head.series != place.series) {
                heads.push(place);
            }
        }
        let at = |place: &Place| self.mark(*place).map_or((0.0, 0.0), |mark| mark.at);
        heads.sort_by(|a, b| {
            let (a, b) = (at(a), at(b));
            a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
        heads
    }

    /// The `d` of the line along the front.
    pub fn front_path(&self) -> String {
        let middles = self.front.iter().filter_map(|&series| {
            let mark = self.mark(Place { series, dot: None })?;
            self.position(mark.at)
        });
        path(middles)
    }

    /// The `d` of the way through the marks of a series that has no median; empty for others.
    pub fn way_path(&self, series: usize) -> String {
        let series = &self.series[series];
        match series.middle {
            Some(_) => String::new(),
            None => path(series.dots.iter().filter_map(|mark| self.position(mark.at))),
        }
    }

    /// The band as x and width in the drawing.
    pub fn band_place(&self) -> Option<(f64, f64)> {
        let (low, high) = self.band?;
        let (from, to) = self.shown_x.unwrap_or((0.0, 1.0));
        let [left, right] = [low.max(from), high.min(to)].map(|share| self.x().at(share));
        (right > left).then_some((left, right - left))
    }

    /// An arrow as the `d` of its line and of its head, and the place of its number; `None` where an end is not shown, or where its ends
    /// lie too close for an arrow.
    pub fn arrow(&self, arrow: Arrow) -> Option<(String, String, (f64, f64))> {
        let end = |series| {
            let mark = self.mark(Place { series, dot: None })?;
            self.position(mark.at)
        };
        let (from, to) = (end(arrow.from)?, end(arrow.to)?);
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy);
        if length < SHORTEST {
            return None;
        }
        let along = |distance: f64| {
            let share = distance / length;
            (from.0 + share * dx, from.1 + share * dy)
        };
        let aside = |(x, y): (f64, f64), distance: f64| {
            (x - distance * dy / length, y + distance * dx / length)
        };
        let (tip, foot) = (
            along(length - BEFORE_MARK),
            along(length - BEFORE_MARK - HEAD),
        );
        // Arrows between the same two corners have their numbers one after the other.
        let number_at = 0.3 + 0.1 * (arrow.number % 5) as f64;
        let line = path([along(BEFORE_MARK), foot].into_iter());
        let head = path([tip, aside(foot, 0.45 * HEAD), aside(foot, -0.45 * HEAD)].into_iter());
        Some((line, head + "Z", aside(along(number_at * length), 9.0)))
    }

    /// The names of the medians on the front that are shown: text, place, and whether it ends there instead of beginning. Moved apart
    /// where they would overlap.
    pub fn names(&self) -> Vec<(String, (f64, f64), bool)> {
        let named = self.front.iter().filter_map(|&series| {
            let mark = self.mark(Place { series, dot: None })?;
            let (x, y) = self.position(mark.at)?;
            let ends = x > (LEFT + WIDTH - RIGHT) / 2.0;
            let beside = if ends { -1.5 } else { 1.5 } * LARGE_MARK;
            Some((self.series[series].label.clone(), (x + beside, y), ends))
        });
        let mut named: Vec<(String, (f64, f64), bool)> = named.collect();
        named.sort_by(|a, b| a.1.1.total_cmp(&b.1.1));
        for idx in 1..named.len() {
            let above = named[idx - 1].1.1;
            let y = &mut named[idx].1.1;
            *y = y.max(above + NAME_HEIGHT);
        }
        named
    }
}

/// A share at an axis.
pub fn percent(share: f64) -> String {
    format!("{:.0}%", 100.0 * share)
}

fn path(points: impl Iterator<Item = (f64, f64)>) -> String {
    let mut path = String::new();
    for (idx, (x, y)) in points.enumerate() {
        let command = if idx == 0 { 'M' } else { 'L' };
        write!(path, "{command}{} {}", attribute(x), attribute(y))
            .expect("writing to a String cannot fail");
    }
    path
}

/// The `d` of a mark's outline.
pub fn outline(shape: Shape, (x, y): (f64, f64), radius: f64) -> String {
    let corners = |n: usize, turned: f64, reaches: &[f64]| {
        let corner = |idx: usize| {
            let angle = std::f64::consts::TAU * (idx as f64 / n as f64 + turned);
            let reach = radius * reaches[idx % reaches.len()];
            (x + reach * angle.sin(), y - reach * angle.cos())
        };
        path((0..n).map(corner)) + "Z"
    };
    let bar = |width: f64, height: f64| {
        let (width, height) = (radius * width, radius * height);
        let corners = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)];
        path(
            corners
                .into_iter()
                .map(|(dx, dy)| (x + dx * width, y + dy * height)),
        ) + "Z"
    };
    let plus = |turned: f64| {
        // Twelve corners: the ends of four arms, and the four inner corners between them.
        let (arm, thick) = (1.1, 0.38);
        let quarter = [(-thick, -arm), (thick, -arm), (thick, -thick)];
        let turn = |(dx, dy): (f64, f64), quarters: f64| {
            let angle = std::f64::consts::TAU * (quarters / 4.0 + turned);
            let (sin, cos) = angle.sin_cos();
            (
                x + radius * (dx * cos - dy * sin),
                y + radius * (dx * sin + dy * cos),
            )
        };
        let all = (0..4).flat_map(|n| quarter.map(|corner| turn(corner, f64::from(n))));
        path(all) + "Z"
    };
    match shape {
        Shape::Circle => corners(24, 0.0, &[0.95]),
        Shape::Square => bar(0.85, 0.85),
        Shape::Diamond => corners(4, 0.0, &[1.2]),
        Shape::Up => corners(3, 0.0, &[1.2]),
        Shape::Down => corners(3, 0.5, &[1.2]),
        Shape::ToRight => corners(3, 0.25, &[1.2]),
        Shape::ToLeft => corners(3, 0.75, &[1.2]),
        Shape::Cross => plus(0.125),
        Shape::Plus => plus(0.0),
        Shape::Star => corners(10, 0.0, &[1.25, 0.5]),
        Shape::Hexagon => corners(6, 0.0, &[1.05]),
        Shape::Wide => bar(1.2, 0.5),
        Shape::Tall => bar(0.5, 1.2),
    }
}

/// Where a key leads from a mark: to the first mark of the next series to the left or right, or up and down within a series. `None` for
/// other keys.
pub fn walk(plane: &Plane, from: Place, key: &str) -> Option<Place> {
    let heads = plane.heads();
    let at = heads.iter().position(|head| head.series == from.series);
    let head = |idx: Option<usize>| idx.and_then(|idx| heads.get(idx).copied());
    let places = plane.places();
    let within: Vec<Place> = places
        .into_iter()
        .filter(|to| to.series == from.series)
        .collect();
    let here = within.iter().position(|to| *to == from);
    let found = match key {
        "ArrowRight" => head(at.map(|at| at + 1)),
        "ArrowLeft" => head(at.and_then(|at| at.checked_sub(1))),
        "ArrowDown" => here.and_then(|here| within.get(here + 1).copied()),
        "ArrowUp" => here.and_then(|here| within.get(here.checked_sub(1)?).copied()),
        "Home" => heads.first().copied(),
        "End" => heads.last().copied(),
        _ => return None,
    };
    Some(found.unwrap_or(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(at: (f64, f64)) -> Mark {
        Mark {
            at,
            name: String::new(),
        }
    }

    fn series(middle: Option<(f64, f64)>, dots: &[(f64, f64)]) -> Series {
        Series {
            class: "",
            shape: Shape::Circle,
            is_open: false,
            label: "it".into(),
            middle: middle.map(mark),
            dots: dots.iter().copied().map(mark).collect(),
        }
    }

    fn plane() -> Plane {
        Plane {
            series: vec![
                series(Some((1.0, 1.0)), &[(1.0, 1.0), (0.98, 0.9)]),
                series(Some((0.2, 0.5)), &[(0.2, 0.5)]),
                series(None, &[(0.1, 0.0), (0.5, 0.5), (1.0, 1.0)]),
            ],
            arrows: vec![Arrow {
                from: 1,
                to: 0,
                number: 1,
            }],
            front: vec![1, 0],
            band: Some((0.98, 1.02)),
            ..Plane::default()
        }
    }

    fn place(series: usize, dot: Option<usize>) -> Place {
        Place { series, dot }
    }

    #[test]
    fn up_and_right_are_more() {
        let plane = plane();
        let low = plane.position((0.0, 0.0)).unwrap();
        let high = plane.position((1.0, 1.0)).unwrap();
        assert_eq!((low, high), ((LEFT, HEIGHT - BOTTOM), (WIDTH - RIGHT, TOP)));
    }

    #[test]
    fn what_is_not_shown_has_no_mark() {
        let magnified = Plane {
            shown_x: Some((0.96, 1.0)),
            ..plane()
        };
        assert_eq!(magnified.places().len(), 4);
        assert_eq!(magnified.arrow(magnified.arrows[0]), None);
        assert_eq!(magnified.x_ticks(), [0.96, 0.97, 0.98, 0.99, 1.0]);
        assert_eq!(
            magnified.position((0.98, 0.0)).unwrap().0,
            (LEFT + WIDTH - RIGHT) / 2.0
        );
        assert_eq!(magnified.names().len(), 1);
    }

    #[test]
    fn ticks_are_named() {
        let names = |plane: Plane| {
            plane
                .y_ticks()
                .into_iter()
                .map(|(_, name)| name)
                .collect::<Vec<_>>()
        };
        assert_eq!(names(plane()), ["0%", "25%", "50%", "75%", "100%"]);
        let areas = Plane {
            shown_y: Some((0.5, 0.7)),
            ..plane()
        };
        assert_eq!(areas.position((0.0, 0.7)).map(|(_, y)| y), Some(TOP));
        assert_eq!(names(areas), ["0.5", "0.6", "0.7"]);
    }

    #[test]
    fn the_band_ends_with_the_axis() {
        let (x, width) = plane().band_place().unwrap();
        assert!((x + width - (WIDTH - RIGHT)).abs() < 1e-9);
        let nothing = Plane {
            band: Some((1.1, 1.2)),
            ..plane()
        };
        assert_eq!(nothing.band_place(), None);
    }

    #[test]
    fn an_arrow_ends_before_its_mark() {
        let plane = plane();
        let (line, head, _) = plane.arrow(plane.arrows[0]).unwrap();
        assert!(
            line.starts_with('M') && head.ends_with('Z'),
            "{line} {head}"
        );
        let itself = Arrow {
            from: 0,
            to: 0,
            number: 1,
        };
        assert_eq!(plane.arrow(itself), None);
    }

    #[test]
    fn only_a_series_without_a_median_is_a_way() {
        let plane = plane();
        assert_eq!(plane.way_path(0), "");
        assert_eq!(plane.way_path(2).matches('L').count(), 2);
        assert_eq!(plane.front_path().matches('L').count(), 1);
    }

    #[test]
    fn names_keep_apart_and_inside() {
        let two = Plane {
            front: vec![0, 0, 1],
            ..plane()
        };
        let names = two.names();
        assert_eq!(names[1].1.1 - names[0].1.1, NAME_HEIGHT);
        assert!(names[0].2 && !names[2].2);
    }

    #[track_caller]
    fn check_walk(from: Place, key: &str, expected: Option<Place>) {
        assert_eq!(walk(&plane(), from, key), expected, "{key}");
    }

    #[test]
    fn arrow_keys_walk_from_series_to_series_and_into_them() {
        check_walk(place(1, None), "ArrowRight", Some(place(0, None)));
        check_walk(place(0, None), "ArrowRight", Some(place(0, None)));
        check_walk(place(0, Some(1)), "ArrowLeft", Some(place(1, None)));
        check_walk(place(1, None), "ArrowLeft", Some(place(2, Some(0))));
        check_walk(place(0, None), "ArrowDown", Some(place(0, Some(0))));
        check_walk(place(0, Some(0)), "ArrowUp", Some(place(0, None)));
        check_walk(place(2, Some(0)), "ArrowUp", Some(place(2, Some(0))));
        check_walk(place(0, None), "Home", Some(place(2, Some(0))));
        check_walk(place(2, Some(2)), "End", Some(place(0, None)));
        check_walk(place(0, None), "Tab", None);
    }

    #[test]
    fn every_outline_is_closed_and_none_is_another() {
        use Shape::*;
        let all = [
            Circle, Square, Diamond, Up, Down, ToRight, ToLeft, Cross, Plus, Star, Hexagon, Wide,
            Tall,
        ];
        let outlines = all.map(|shape| outline(shape, (0.0, 0.0), 10.0));
        assert!(
            outlines
                .iter()
                .all(|outline| outline.starts_with('M') && outline.ends_with('Z'))
        );
        let different: std::collections::BTreeSet<_> = outlines.iter().collect();
        assert_eq!(different.len(), all.len());
    }
}
