//! The geometry of things that hang together: boxes in columns, each to the right of what supports it, and those of the other side
//! below what they speak to; threads between them. Pure.

/// What is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// Whether it stands in the lower part.
    pub is_below: bool,
}

/// A thread between two items, by their places in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thread {
    pub from: usize,
    pub to: usize,
    /// Whether the second has to stand to the right of the first.
    pub is_support: bool,
}

/// Sizes of a drawing, in its own units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sizes {
    pub column: f64,
    pub row: f64,
    pub box_width: f64,
    pub box_height: f64,
    /// Between the parts.
    pub gap: f64,
}

/// Where an item stands: the left upper corner of its box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    pub x: f64,
    pub y: f64,
}

/// A layout.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    pub places: Vec<Place>,
    pub width: f64,
    pub height: f64,
}

/// The columns of the items of the upper part: one more than that of the rightmost of what supports them; cycles end.
/// Those of the lower part: the middle of what they speak to.
pub fn columns(items: &[Item], threads: &[Thread]) -> Vec<usize> {
    let mut columns = vec![0; items.len()];
    let supports = || {
        threads.iter().filter(|thread| {
            thread.is_support && !items[thread.from].is_below && !items[thread.to].is_below
        })
    };
    for _ in 0..items.len() {
        for thread in supports() {
            columns[thread.to] = (columns[thread.from] + 1)
                .max(columns[thread.to])
                .min(items.len());
        }
    }
    let upper = columns.clone();
    for (idx, item) in items.iter().enumerate().filter(|(_, item)| item.is_below) {
        debug_assert!(item.is_below);
        let others = threads.iter().filter_map(|thread| match thread {
            thread if thread.from == idx => Some(upper[thread.to]),
            thread if thread.to == idx => Some(upper[thread.from]),
            _ => None,
        });
        let others: Vec<usize> = others.collect();
        columns[idx] = others.iter().sum::<usize>() / others.len().max(1);
    }
    columns
}

/// Places for all items. In a column, the upper ones stand one below the other, around the middle of the upper part.
pub fn layout(items: &[Item], threads: &[Thread], sizes: Sizes) -> Layout {
    let columns = columns(items, threads);
    let n_columns = columns.iter().max().map_or(0, |last| last + 1);
    let count = |column: usize, is_below: bool| {
        let is_there = |(item, at): &(&Item, &usize)| item.is_below == is_below && **at == column;
        items.iter().zip(&columns).filter(is_there).count()
    };
    let most = |is_below| {
        (0..n_columns)
            .map(|column| count(column, is_below))
            .max()
            .unwrap_or(0)
    };
    let (n_upper, n_lower) = (most(false), most(true));
    let upper_height = n_upper as f64 * sizes.row;
    let mut seen = std::collections::HashMap::new();
    let place = |(item, column): (&Item, &usize)| {
        let nth: &mut usize = seen.entry((*column, item.is_below)).or_default();
        let y = match item.is_below {
            true => upper_height + sizes.gap + *nth as f64 * sizes.row,
            false => {
                let n = count(*column, false) as f64;
                (upper_height - n * sizes.row) / 2.0 + *nth as f64 * sizes.row
            }
        };
        *nth += 1;
        Place {
            x: *column as f64 * sizes.column,
            y,
        }
    };
    let places = items.iter().zip(&columns).map(place).collect();
    let lower_height = if n_lower > 0 {
        sizes.gap + n_lower as f64 * sizes.row
    } else {
        0.0
    };
    Layout {
        places,
        width: n_columns.saturating_sub(1) as f64 * sizes.column + sizes.box_width,
        height: upper_height + lower_height,
    }
}

/// The curve of a thread from box to box: out of the side that faces the other.
pub fn curve(from: Place, to: Place, sizes: Sizes) -> String {
    let middle = |place: Place| {
        (
            place.x + sizes.box_width / 2.0,
            place.y + sizes.box_height / 2.0,
        )
    };
    let ((x1, y1), (x2, y2)) = (middle(from), middle(to));
    let is_sideways = (x2 - x1).abs() >= sizes.column / 2.0 && (y2 - y1).abs() < 3.0 * sizes.row;
    let number = |value: f64| format!("{value:.1}");
    if is_sideways {
        let way = (x2 - x1).signum() * sizes.box_width / 2.0;
        let (start, end) = (x1 + way, x2 - way);
        let bend = f64::midpoint(start, end);
        let [start, y1, bend, y2, end] = [start, y1, bend, y2, end].map(number);
        format!("M{start} {y1}C{bend} {y1} {bend} {y2} {end} {y2}")
    } else {
        let way = (y2 - y1).signum() * sizes.box_height / 2.0;
        let (start, end) = (y1 + way, y2 - way);
        let bend = f64::midpoint(start, end);
        let [x1, start, bend, x2, end] = [x1, start, bend, x2, end].map(number);
        format!("M{x1} {start}C{x1} {bend} {x2} {bend} {x2} {end}")
    }
}

/// Where an arrow key leads from a box, or Home and End; the box itself where nothing is that way, none for other keys.
/// Left and right go through all boxes, row by row; up and down to the next one there, rather straight than near.
pub fn walk(places: &[Place], from: usize, key: &str) -> Option<usize> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|&one, &other| {
        let (one, other) = (places[one], places[other]);
        (one.y.total_cmp(&other.y)).then(one.x.total_cmp(&other.x))
    });
    let at = order.iter().position(|&idx| idx == from)?;
    let here = places[from];
    let vertically = |is_that_way: fn(f64) -> bool| {
        let far = |idx: &usize| {
            let to = places[*idx];
            (to.y - here.y).abs() + 2.0 * (to.x - here.x).abs()
        };
        let there = order.iter().copied();
        there
            .filter(|&idx| is_that_way(places[idx].y - here.y))
            .min_by(|one, other| far(one).total_cmp(&far(other)))
    };
    let found = match key {
        "ArrowRight" => order.get(at + 1).copied(),
        "ArrowLeft" => at.checked_sub(1).map(|at| order[at]),
        "ArrowDown" => vertically(|down| down > 0.0),
        "ArrowUp" => vertically(|down| down < 0.0),
        "Home" => order.first().copied(),
        "End" => order.last().copied(),
        _ => return None,
    };
    Some(found.unwrap_or(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    const UP: Item = Item { is_below: false };
    const DOWN: Item = Item { is_below: true };
    const SIZES: Sizes = Sizes {
        column: 100.0,
        row: 50.0,
        box_width: 80.0,
        box_height: 40.0,
        gap: 30.0,
    };

    fn support(from: usize, to: usize) -> Thread {
        Thread {
            from,
            to,
            is_support: true,
        }
    }

    #[test]
    fn what_is_supported_stands_to_the_right() {
        let threads = [support(0, 1), support(1, 2), support(0, 2)];
        assert_eq!(columns(&[UP; 3], &threads), [0, 1, 2]);
        // Reasons that go in a circle are laid out all the same.
        let circle = [support(0, 1), support(1, 0)];
        assert!(columns(&[UP; 2], &circle).iter().all(|column| *column <= 2));
    }

    #[test]
    fn the_other_side_stands_below_what_it_speaks_to() {
        let items = [UP, UP, UP, DOWN];
        let speaks = |to| Thread {
            from: 3,
            to,
            is_support: false,
        };
        let threads = [support(0, 1), support(1, 2), speaks(1), speaks(2)];
        assert_eq!(columns(&items, &threads), [0, 1, 2, 1]);
        let found = layout(&items, &threads, SIZES);
        assert_eq!(found.places[3], Place { x: 100.0, y: 80.0 });
        assert_eq!((found.width, found.height), (280.0, 130.0));
    }

    #[test]
    fn boxes_do_not_overlap() {
        let items = [UP, UP, UP, UP, DOWN, DOWN];
        let found = layout(&items, &[support(0, 1), support(2, 1)], SIZES);
        for (idx, one) in found.places.iter().enumerate() {
            for other in &found.places[idx + 1..] {
                let apart = (one.x - other.x).abs() >= SIZES.box_width
                    || (one.y - other.y).abs() >= SIZES.box_height;
                assert!(apart, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn threads_leave_from_the_facing_side() {
        let at = |x, y| Place { x, y };
        let sideways = curve(at(0.0, 0.0), at(100.0, 50.0), SIZES);
        assert!(sideways.starts_with("M80.0 20.0"), "{sideways}");
        let down = curve(at(0.0, 0.0), at(0.0, 100.0), SIZES);
        assert!(down.starts_with("M40.0 40.0"), "{down}");
    }

    #[test]
    fn arrows_lead_to_every_box_and_stop_at_the_ends() {
        // Two rows: 0 and 1 above, 2 below the second of them.
        let at = |x, y| Place { x, y };
        let places = [at(0.0, 0.0), at(10.0, 0.0), at(12.0, 20.0)];
        let check = |from, key, to| assert_eq!(walk(&places, from, key), to, "{from} {key}");
        check(0, "ArrowRight", Some(1));
        check(1, "ArrowRight", Some(2));
        check(2, "ArrowRight", Some(2));
        check(2, "ArrowLeft", Some(1));
        check(0, "ArrowLeft", Some(0));
        check(2, "ArrowUp", Some(1));
        check(0, "ArrowUp", Some(0));
        check(1, "ArrowDown", Some(2));
        check(1, "Home", Some(0));
        check(0, "End", Some(2));
        check(0, "a", None);
    }
}
