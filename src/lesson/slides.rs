//! What a presentation goes through, and how far a key leads.

use crate::query::Figure;

/// One thing on the wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slide {
    /// A step of the lesson that is played.
    Step(usize),
    /// The end of the lesson.
    Summary,
    Figure(Figure),
}

/// The slides of the page, or of a lesson with this many steps.
pub fn slides(n_steps: Option<usize>) -> Vec<Slide> {
    match n_steps {
        Some(n) => (0..n).map(Slide::Step).chain([Slide::Summary]).collect(),
        None => Figure::all().map(Slide::Figure).collect(),
    }
}

/// Where a key leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stride {
    Back,
    On,
    First,
    Last,
    Leave,
}

impl Stride {
    /// What a key means while something is presented; the keys of a laser pointer are among them.
    pub fn of_key(key: &str) -> Option<Stride> {
        match key {
            "ArrowRight" | "PageDown" => Some(Stride::On),
            "ArrowLeft" | "PageUp" => Some(Stride::Back),
            "Home" => Some(Stride::First),
            "End" => Some(Stride::Last),
            "Escape" => Some(Stride::Leave),
            _ => None,
        }
    }

    /// The place after a stride from a place among so many; `None` where the presentation ends.
    pub fn from(self, at: usize, n: usize) -> Option<usize> {
        let last = n.saturating_sub(1);
        match self {
            Stride::Back => Some(at.saturating_sub(1)),
            Stride::On => Some((at + 1).min(last)),
            Stride::First => Some(0),
            Stride::Last => Some(last),
            Stride::Leave => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stay_among_the_slides() {
        let check = |key: &str, at: usize, expected: Option<usize>| {
            let stride = Stride::of_key(key).unwrap();
            assert_eq!(stride.from(at, 3), expected, "{key} {at}");
        };
        check("PageDown", 0, Some(1));
        check("ArrowRight", 2, Some(2));
        check("PageUp", 0, Some(0));
        check("ArrowLeft", 2, Some(1));
        check("Home", 2, Some(0));
        check("End", 0, Some(2));
        check("Escape", 1, None);
        assert_eq!(Stride::of_key("a"), None);
        assert_eq!(Stride::On.from(0, 0), Some(0));
    }

    #[test]
    fn a_lesson_ends_with_its_summary() {
        let of_lesson = slides(Some(2));
        assert_eq!(of_lesson, [Slide::Step(0), Slide::Step(1), Slide::Summary]);
        assert_eq!(slides(None)[0], Slide::Figure(Figure::Duel));
    }
}
