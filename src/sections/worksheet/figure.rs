//! How often each of the two is right, in training and outside of it, in patterns: on the sheet GPT small's bars are left to
//! be drawn.

use leptos::prelude::*;
use syw_core::card::Size;
use syw_core::family::Family;
use syw_core::plane::{How, Plane, Point};

use crate::locale::named;
use crate::plots::HatchBars;
use crate::plots::hatch_bars::Pair;
use crate::state::PageState;
use crate::t;

/// The figure.
#[component]
pub fn Families(
    /// The page's state. No default.
    state: PageState,
    /// Whether all bars are shown. No default.
    is_key: bool,
) -> impl IntoView {
    let kinds = || ["GPT large".to_owned(), "GPT small".to_owned()];
    let drawn = move || {
        state.plane.file.with(|file| {
            let pairs = pairs(file.here()?, is_key)?;
            Some(view! { <HatchBars pairs kinds=kinds() /> })
        })
    };
    let caption = match is_key {
        true => t!("sheet-figure-key"),
        false => t!("sheet-figure"),
    };
    view! {
        <figure class="sheet-figure" data-part="sheet-figure">
            {drawn}
            <figcaption>{caption}</figcaption>
        </figure>
    }
}

/// The pairs of bars; `None` where one of the two is missing in the file.
fn pairs(plane: &Plane, is_key: bool) -> Option<Vec<Pair>> {
    let of = |size: Size, arm: &str| {
        let is_it = |point: &&Point| {
            (point.size, point.arm.as_str(), point.how) == (size, arm, How::Own)
                && point.update.is_none()
        };
        plane.points.iter().find(is_it)
    };
    let (large, small) = (of(Size::Large, "direct")?, of(Size::Small, "chain_rl")?);
    let share = |(n, of): (usize, usize)| n as f64 / of.max(1) as f64;
    let pair = |name: String, read: &dyn Fn(&Point) -> Option<f64>| Pair {
        name,
        shares: [read(large), read(small).filter(|_| is_key)],
    };
    let home = pair(t!("sheet-home"), &|point| {
        Some(share((point.home.0, point.home.1)))
    });
    let families = Family::ALL.into_iter().enumerate().map(|(idx, family)| {
        pair(named("family", family.name()), &|point| {
            let count = point.families.get(idx)?;
            Some(share((count.0, count.1)))
        })
    });
    Some([home].into_iter().chain(families).collect())
}
