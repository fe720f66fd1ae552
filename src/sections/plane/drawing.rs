//! From the file to the marks of the plot: a series for every group of seeds, and one for the way through reinforcement learning. Pure.

use syw_core::plane::{Choice, Group, Plane, Seen};

use crate::components::format::percent;
use crate::plots::plane::{Arrow, Mark, Place, Plane as Drawn, Series, Shape};
use crate::sections::plane::names::{group_name, hue, mark_of, short, whole, x_name, y_name};
use crate::sections::plane::words::{finding, front_of, name_of};
use crate::t;

/// How far beyond the band the x axis goes where the band is magnified.
const BESIDE_BAND: f64 = 0.02;
/// The area of what tells nothing.
const CHANCE: f64 = 0.5;

/// What is drawn. Groups come in the order of the file; after them, the way through reinforcement learning, where there is one.
pub fn drawn(plane: &Plane, choice: Choice, is_magnified: bool) -> Drawn {
    let groups = choice.groups(plane);
    let mut series: Vec<Series> = groups.iter().map(|group| of_group(group, choice)).collect();
    series.extend(way(plane, choice));
    let arrow = |(idx, (_, from, to)): (usize, (_, usize, usize))| Arrow {
        from,
        to,
        number: idx + 1,
    };
    let arrows = choice
        .links(plane, &groups)
        .into_iter()
        .enumerate()
        .map(arrow);
    let band = choice.band(plane);
    let beside =
        |(low, high): (f64, f64)| ((low - BESIDE_BAND).max(0.0), (high + BESIDE_BAND).min(1.0));
    Drawn {
        front: front_of(&groups),
        arrows: arrows.collect(),
        band,
        shown_x: band.filter(|_| is_magnified).map(beside),
        shown_y: choice.y.is_area().then(|| tenths(&series)),
        series,
        x_name: x_name(choice.x, choice.at),
        y_name: y_name(choice.y, choice.at),
        summary: summary(&groups, plane, choice),
    }
}

/// The tenths between which all areas lie, with that of chance.
fn tenths(series: &[Series]) -> (f64, f64) {
    let heights = series
        .iter()
        .flat_map(|series| &series.dots)
        .map(|mark| mark.at.1);
    let (low, high) = heights.fold((CHANCE, CHANCE), |(low, high), y| (low.min(y), high.max(y)));
    (
        (10.0 * low).floor() / 10.0,
        ((10.0 * high).ceil() / 10.0).max(CHANCE + 0.1),
    )
}

fn of_group(group: &Group<'_>, choice: Choice) -> Series {
    let (shape, is_open) = mark_of(group.arm, group.how);
    let (x, y) = group.middle;
    let name = t!(
        "plane-mark",
        name = name_of(group),
        seeds = group.seeds.len().to_string(),
        right = percent(x),
        height = short(choice.y, y)
    );
    Series {
        class: hue(group.size),
        shape,
        is_open,
        label: name_of(group),
        middle: Some(Mark {
            at: group.middle,
            name,
        }),
        dots: group.seeds.iter().map(dot).collect(),
    }
}

fn dot(seen: &Seen<'_>) -> Mark {
    Mark {
        at: seen.at(),
        name: format!("{}: {}", model_name(seen), numbers(seen)),
    }
}

/// The models of one seed along reinforcement learning; none where no checkpoint has a place.
fn way(plane: &Plane, choice: Choice) -> Option<Series> {
    let trail = choice.trail(plane);
    let first = trail.first()?.1.point;
    Some(Series {
        class: hue(first.size),
        shape: Shape::Circle,
        is_open: true,
        label: String::new(),
        middle: None,
        dots: trail.iter().map(|(_, seen)| dot(seen)).collect(),
    })
}

/// A single model, with its seed or its update.
pub fn model_name(seen: &Seen<'_>) -> String {
    let point = seen.point;
    let name = group_name(point.size, &point.arm, point.how);
    match point.update {
        Some(update) => t!(
            "plane-model-update",
            name = name,
            seed = point.seed.to_string(),
            update = update.to_string()
        ),
        None => t!("plane-model", name = name, seed = point.seed.to_string()),
    }
}

/// Its two numbers.
pub fn numbers(seen: &Seen<'_>) -> String {
    t!(
        "plane-numbers",
        right = whole(seen.x),
        oversight = whole(seen.y)
    )
}

/// What a place is about: the models there, of which the first is the one that is loaded. Empty where there is none.
pub fn models_at(plane: &Plane, choice: Choice, place: Place) -> Vec<Seen<'_>> {
    let groups = choice.groups(plane);
    let Some(group) = groups.get(place.series) else {
        let trail = choice.trail(plane);
        let at = place.dot.and_then(|idx| trail.get(idx));
        return at.map(|(_, seen)| *seen).into_iter().collect();
    };
    match place.dot {
        Some(idx) => group.seeds.get(idx).copied().into_iter().collect(),
        None => {
            let mut seeds = group.seeds.clone();
            let nearest = group.nearest().map(|nearest| nearest.point);
            // Stable: the others stay in their order.
            seeds.sort_by_key(|seen| Some(seen.point) != nearest);
            seeds
        }
    }
}

/// The plot in words: its finding, and every median.
fn summary(groups: &[Group<'_>], plane: &Plane, choice: Choice) -> String {
    let said = |group: &Group<'_>| {
        let (x, y) = group.middle;
        format!("{}: {}, {}", name_of(group), percent(x), short(choice.y, y))
    };
    let all: Vec<String> = groups.iter().map(said).collect();
    t!(
        "plane-summary",
        y = y_name(choice.y, choice.at),
        x = x_name(choice.x, choice.at),
        finding = finding(plane, choice),
        all = all.join("; ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sections::plane::words::tests::{plane, point};
    use syw_core::plane::{Capability, Oversight};

    fn file() -> Plane {
        let mut way = point("way", "small", "chain_rl", 60, Some(70));
        way["update"] = 4.into();
        let mut second = point("second", "small", "chain_rl", 90, Some(80));
        second["seed"] = 1.into();
        plane(&[
            point("large", "large", "direct", 100, None),
            way,
            point("first", "small", "chain_rl", 80, Some(90)),
            second,
        ])
    }

    fn choice() -> Choice {
        Choice::new(Capability::Home, Oversight::Follow, None)
    }

    #[test]
    fn every_model_with_a_place_is_a_mark() {
        let found = drawn(&file(), choice(), false);
        assert_eq!(found.series.len(), 2);
        assert_eq!(found.series[0].dots.len(), 2);
        // The lower of two in the middle, of each axis for itself.
        assert_eq!(found.series[0].middle.as_ref().unwrap().at, (0.8, 0.8));
        let way = &found.series[1];
        assert_eq!((way.middle.is_none(), way.dots.len()), (true, 2));
        assert_eq!(
            way.dots[0].name.replace('\u{202f}', " "),
            "GPT small, chains, reinforced, seed 0, after 4 updates: right 60 of 100 (60 %); oversight 70 of 100 (70 %)"
        );
        assert!(
            found
                .summary
                .contains("GPT small, chains, reinforced: 80\u{202f}%, 80\u{202f}%"),
            "{}",
            found.summary
        );
    }

    #[test]
    fn areas_are_drawn_between_tenths() {
        let areas = Choice::new(Capability::Home, Oversight::Confidence, None);
        assert_eq!(drawn(&file(), areas, false).shown_y, Some((0.5, 0.6)));
        assert_eq!(drawn(&file(), choice(), false).shown_y, None);
    }

    #[test]
    fn the_band_can_be_magnified() {
        assert_eq!(drawn(&file(), choice(), false).shown_x, None);
        let (low, high) = drawn(&file(), choice(), true).shown_x.unwrap();
        assert!((low - 0.96).abs() < 1e-9 && (high - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_place_is_about_its_models() {
        let file = file();
        let at = |series, dot| {
            let seen = models_at(&file, choice(), Place { series, dot });
            seen.iter()
                .map(|seen| seen.point.model.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(at(0, Some(1)), ["second"]);
        assert_eq!(at(0, None).len(), 2);
        assert_eq!(at(1, Some(0)), ["way"]);
        assert_eq!(at(1, None), [""; 0]);
        assert_eq!(at(7, Some(7)), [""; 0]);
    }
}
