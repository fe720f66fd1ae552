//! The numbers of the plane as a table: below the figure, and to take away.

use leptos::prelude::*;
use serde_json::{Value, json};
use syw_core::plane::{Choice, Measured, Plane, Point, Seen};

use crate::sections::export;
use crate::sections::plane::drawing::model_name;
use crate::sections::plane::names::{group_name, whole, why_label};
use crate::sections::plane::of_file;
use crate::sections::plane::words::{at_equal_capability, finding, front_of};
use crate::state::PageState;
use crate::t;

/// Every model with a place, in the order of the file.
fn seen(plane: &Plane, choice: Choice) -> Vec<Seen<'_>> {
    let see = |point: &'_ Point| choice.see(point).is_some();
    let points = plane.points.iter().filter(|point| see(point));
    points.filter_map(|point| choice.see(point)).collect()
}

fn counted(measured: Measured) -> [Value; 3] {
    match measured {
        Measured::Count(n) => [json!(n.0), json!(n.1), json!(measured.share())],
        Measured::Area(area, _) => [Value::Null, Value::Null, json!(area)],
    }
}

/// One row for each model with a place.
pub fn table(plane: &Plane, choice: Choice) -> export::Table {
    let groups = choice.groups(plane);
    let front = front_of(&groups);
    let row = |seen: &Seen<'_>| {
        let point = seen.point;
        let is_of_it = |idx: &usize| groups[*idx].seeds.iter().any(|it| it.point == point);
        let how = serde_json::to_value(point.how).unwrap_or_default();
        let size = serde_json::to_value(point.size).unwrap_or_default();
        let head = [
            json!(point.model),
            size,
            json!(point.arm),
            json!(point.seed),
            json!(point.update),
            how,
            json!(choice.x.name()),
            json!(choice.y.name()),
            json!(choice.at.name()),
        ];
        let is_on_front = json!(front.iter().any(is_of_it));
        let numbers = [counted(seen.x), counted(seen.y)].concat();
        [head.to_vec(), numbers, vec![is_on_front]].concat()
    };
    let equal = at_equal_capability(plane, choice);
    export::Table {
        said: [finding(plane, choice)].into_iter().chain(equal).collect(),
        columns: vec![
            "model",
            "size",
            "arm",
            "seed",
            "update",
            "how",
            "capability",
            "oversight",
            "measured_on",
            "right",
            "problems",
            "capability_share",
            "oversight_n",
            "oversight_of",
            "oversight_share",
            "group_on_front",
        ],
        rows: seen(plane, choice).iter().map(row).collect(),
    }
}

/// The same, folded away, with who has no place.
#[component]
pub fn Table(state: PageState) -> impl IntoView {
    let rows = move || {
        of_file(state, |plane, choice| {
            let row = |seen: &Seen<'_>| {
                view! {
                    <tr><th scope="row">{model_name(seen)}</th><td>{whole(seen.x)}</td><td>{whole(seen.y)}</td></tr>
                }
            };
            let rows: Vec<_> = seen(plane, choice).iter().map(row).collect();
            let left = choice.left_out(plane);
            let left = left.iter().map(|it| {
                let name = group_name(it.size, it.arm, it.how);
                view! { <tr><th scope="row">{name}</th><td colspan="2">{why_label(it.why)}</td></tr> }
            });
            Some(view! { {rows} {left.collect_view()} })
        })
    };
    view! {
        <details data-part="plane-table">
            <summary>{t!("plane-table-summary")}</summary>
            <div class="table-scroll" role="region" aria-label=t!("plane-table") tabindex="0">
                <table>
                    <thead><tr><th scope="col">{t!("plane-head-model")}</th><th scope="col">{t!("plane-head-right")}</th><th scope="col">{t!("plane-head-oversight")}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sections::plane::words::tests::{plane, point};
    use syw_core::plane::{Capability, Oversight};

    #[test]
    fn every_model_with_a_place_is_a_row() {
        let file = plane(&[
            point("large", "large", "direct", 100, None),
            point("small", "small", "chain_rl", 80, Some(90)),
            point("tells", "large", "rationaliser", 70, Some(2)),
        ]);
        let found = table(
            &file,
            Choice::new(Capability::Home, Oversight::Follow, None),
        );
        assert_eq!(found.rows.len(), 2);
        assert!(
            found
                .rows
                .iter()
                .all(|row| row.len() == found.columns.len())
        );
        let csv = found.csv("l");
        assert!(
            csv.contains(
                "small,small,chain_rl,0,,own,home,follow,home,80,100,0.8,90,100,0.9,true,l"
            ),
            "{csv}"
        );
        assert!(
            csv.contains(
                "tells,large,rationaliser,0,,own,home,follow,home,70,100,0.7,2,100,0.02,false,l"
            ),
            "{csv}"
        );
        let areas = table(
            &file,
            Choice::new(Capability::Home, Oversight::Confidence, None),
        );
        assert_eq!(areas.rows.len(), 3);
        assert!(
            areas.csv("l").contains("100,100,1.0,,,0.6,"),
            "{}",
            areas.csv("l")
        );
    }
}
