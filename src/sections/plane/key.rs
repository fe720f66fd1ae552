//! Beside the plot: what each mark is, what was done to whom, and who has no place.

use leptos::prelude::*;
use syw_core::plane::Group;

use crate::components::format::percent;
use crate::plots::PlaneMark;
use crate::plots::plane::{Place, Plane as Drawn, Shape};
use crate::sections::plane::names::{hue, mark_of, short, size_name};
use crate::sections::plane::of_file;
use crate::sections::plane::words::{arrows, front_of, left_out, name_of};
use crate::state::PageState;
use crate::t;

/// One line of the key.
#[derive(Clone)]
struct Line {
    place: Place,
    shape: Shape,
    class: &'static str,
    is_open: bool,
    name: String,
    /// Its two medians, and whether it is on the front.
    numbers: String,
}

fn lines(state: PageState) -> Vec<Line> {
    of_file(state, |plane, choice| {
        let groups = choice.groups(plane);
        let front = front_of(&groups);
        let of_group = |(idx, group): (usize, &Group<'_>)| {
            let (shape, is_open) = mark_of(group.arm, group.how);
            let (x, y) = group.middle;
            let (right, height) = (percent(x), short(choice.y, y));
            Line {
                place: Place {
                    series: idx,
                    dot: None,
                },
                shape,
                class: hue(group.size),
                is_open,
                name: name_of(group),
                numbers: match front.contains(&idx) {
                    true => t!("plane-key-front", right = right, height = height),
                    false => format!("{right}, {height}"),
                },
            }
        };
        let mut lines: Vec<Line> = groups.iter().enumerate().map(of_group).collect();
        let trail = choice.trail(plane);
        lines.extend(trail.first().map(|(_, seen)| Line {
            place: Place {
                series: groups.len(),
                dot: Some(0),
            },
            shape: Shape::Circle,
            class: hue(seen.point.size),
            is_open: true,
            name: t!("plane-key-way", size = size_name(seen.point.size)),
            numbers: t!(
                "plane-key-way-models",
                seed = seen.point.seed.to_string(),
                models = trail.len().to_string()
            ),
        }));
        lines
    })
}

/// What each mark is. A line shows its mark.
#[component]
pub fn Key(state: PageState, shown: RwSignal<Option<Place>>) -> impl IntoView {
    let line = move |line: Line| {
        let place = line.place;
        let is_shown = move || shown.get().is_some_and(|it| it.series == place.series);
        view! {
            <li>
                <button
                    type="button"
                    class="plane-key-line"
                    data-series=place.series
                    aria-pressed=move || is_shown().to_string()
                    on:click=move |_| shown.set(Some(place))
                    on:pointerenter=move |event| if event.pointer_type() != "touch" { shown.set(Some(place)) }
                >
                    <PlaneMark shape=line.shape class=line.class is_open=line.is_open />
                    <span>{line.name}<small>{line.numbers}</small></span>
                </button>
            </li>
        }
    };
    view! { <ul class="plane-key" data-part="plane-key">{move || lines(state).into_iter().map(line).collect_view()}</ul> }.into_any()
}

/// What was done to whom, with the numbers of the arrows that are drawn.
#[component]
pub fn Arrows(state: PageState, plot: Memo<Drawn>) -> impl IntoView {
    let items = move || {
        let said = of_file(state, arrows);
        if said.is_empty() {
            return None;
        }
        let is_drawn = |idx: usize| {
            plot.with(|plot| {
                let arrow = plot.arrows.get(idx);
                arrow.is_some_and(|arrow| plot.arrow(*arrow).is_some())
            })
        };
        let item = |(idx, text): (usize, String)| {
            let hint = (!is_drawn(idx)).then(|| format!(" {}", t!("plane-arrow-not-drawn")));
            view! { <li>{text}<small>{hint}</small></li> }
        };
        let items: Vec<_> = said.into_iter().enumerate().map(item).collect();
        Some(view! {
            <h3>{t!("plane-arrows")}</h3>
            <ol class="plane-arrows" data-part="plane-arrows">{items}</ol>
        })
    };
    items.into_any()
}

/// Who has no place, and why.
#[component]
pub fn LeftOut(state: PageState) -> impl IntoView {
    let items = move || {
        let said = of_file(state, left_out);
        let items: Vec<_> = said
            .into_iter()
            .map(|text| view! { <li>{text}</li> })
            .collect();
        (!items.is_empty()).then(|| {
            view! {
                <h3>{t!("plane-left-out")}</h3>
                <ul class="plane-left-out" data-part="plane-left-out">{items}</ul>
            }
        })
    };
    items.into_any()
}
