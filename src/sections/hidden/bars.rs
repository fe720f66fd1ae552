//! One number of several seeds as a bar: the seed in the middle as the bar, every seed as a ring.

use leptos::prelude::*;

use crate::components::format::percent;
use crate::locale::formats::series;
use crate::locale::yes_or_no;
use crate::plots::StackPlot;
use crate::t;

/// A bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub name: String,
    pub note: String,
    /// Of every seed, 0 to 1. Never empty.
    pub seeds: Vec<f64>,
    /// That of the seed in the middle.
    pub middle: f64,
}

impl Bar {
    /// A bar; nothing where there is no seed.
    pub fn of(name: String, note: String, seeds: Vec<f64>) -> Option<Bar> {
        let middle = median(seeds.iter().copied())?;
        Some(Bar {
            name,
            note,
            seeds,
            middle,
        })
    }

    /// Its numbers in words.
    pub fn summary(&self) -> String {
        let seeds: Vec<String> = self.seeds.iter().map(|seed| percent(*seed)).collect();
        t!(
            "hidden-bar",
            noted = yes_or_no(!self.note.is_empty()),
            name = self.name.as_str(),
            note = self.note.as_str(),
            number = percent(self.middle),
            seeds = series(&seeds)
        )
    }
}

/// The middle one of some numbers; of two in the middle, the mean. Nothing where there is none.
pub fn median(numbers: impl Iterator<Item = f64>) -> Option<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    let upper = *numbers.get(numbers.len() / 2)?;
    Some(match numbers.len() % 2 {
        1 => upper,
        _ => f64::midpoint(numbers[numbers.len() / 2 - 1], upper),
    })
}

/// The bar with its name and its number.
pub fn bar_row(bar: Bar) -> AnyView {
    let (summary, number) = (bar.summary(), percent(bar.middle));
    let (title, name) = (summary.clone(), bar.name.clone());
    view! {
        <li class="battery-row" data-title=title data-bar=name>
            <div class="battery-name"><strong>{bar.name}</strong><small>{bar.note}</small></div>
            <StackPlot shares=vec![(bar.middle, "piece-implied")] others=bar.seeds summary />
            <span class="battery-number">{number}</span>
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_seed_is_the_bar() {
        let bar_of = |name: &str, note: &str, seeds: &[f64]| {
            Bar::of(name.to_owned(), note.to_owned(), seeds.to_vec())
        };
        let middle = |seeds: &[f64]| bar_of("a", "", seeds).map(|bar| bar.middle);
        assert_eq!(middle(&[0.9, 0.1, 0.5]), Some(0.5));
        assert_eq!(middle(&[0.25, 0.75]), Some(0.5));
        assert_eq!(middle(&[]), None);
        let bar = bar_of("Right", "", &[1.0, 0.5, 0.0]).unwrap();
        let said = bar.summary().replace('\u{202f}', " ");
        assert_eq!(said, "Right: 50 % (seeds: 100 %, 50 %, 0 %)");
        let noted = bar_of("Right", "held out", &[1.0]).unwrap();
        assert!(noted.summary().starts_with("Right, held out: "));
    }
}
