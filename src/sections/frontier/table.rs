//! The frontier as a table, for readers who want its numbers or do not see its marks.

use leptos::prelude::*;
use syw_core::frontier::{Arm, Frontier, Shape};

use crate::components::format::count;
use crate::sections::frontier::words::{arm_name, capitalised, numbers, share_or_none};
use crate::state::PageState;
use crate::t;

/// What a cell of the table says.
fn text(
    frontier: &Frontier,
    shape: &Shape,
    arm: Arm,
    n_operands: usize,
    modulus: Option<i64>,
) -> String {
    let Some(run) = frontier.best(&shape.name, arm, n_operands) else {
        return t!("frontier-table-untrained");
    };
    let share = share_or_none(run, modulus);
    let open = if run.is_at_rest() { "" } else { "\u{2191}" };
    format!("{share}{open}")
}

/// The table, folded away.
#[component]
pub fn Table(state: PageState) -> impl IntoView {
    let table = move || {
        let modulus = state.figures.frontier_modulus.get();
        state
            .figures
            .frontier
            .with(|arrival| arrival.here().map(|file| of_file(file, modulus)))
    };
    view! {
        <details data-part="frontier-table">
            <summary>{t!("frontier-table-summary")}</summary>
            <p><small>"\u{2191} "{t!("frontier-still-gaining")}</small></p>
            {table}
        </details>
    }
}

fn of_file(frontier: &Frontier, modulus: Option<i64>) -> AnyView {
    let rungs = frontier.operands();
    let columns = || {
        Arm::ALL
            .into_iter()
            .flat_map(|arm| rungs.iter().map(move |&n| (arm, n)))
    };
    let heads = Arm::ALL.map(|arm| {
        view! { <th scope="colgroup" colspan=rungs.len()>{capitalised(&arm_name(arm))}</th> }
    });
    let sub_heads =
        columns().map(|(_, n_operands)| view! { <th scope="col">{numbers(n_operands)}</th> });
    let row = |shape: &Shape| {
        let cells = columns().map(|(arm, n_operands)| {
            view! { <td>{text(frontier, shape, arm, n_operands, modulus)}</td> }
        });
        view! {
            <tr>
                <th scope="row">{count(shape.parameters)}<small>{format!("{} \u{d7} {}", shape.layers, shape.width)}</small></th>
                {cells.collect_view()}
            </tr>
        }
    };
    view! {
        <div class="table-scroll" role="region" aria-label=t!("frontier-table") tabindex="0">
            <table>
                <thead>
                    <tr><th scope="col" rowspan="2">{t!("frontier-table-parameters")}<small>{t!("frontier-table-shape")}</small></th>{heads.collect_view()}</tr>
                    <tr>{sub_heads.collect_view()}</tr>
                </thead>
                <tbody>{frontier.shapes.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_without_a_run_is_not_zero() {
        let text_of = |operands| {
            let file = r#"{"shapes":[{"name":"s","layers":2,"width":16,"parameters":7712}],"runs":[{"shape":"s","seed":0,
                "lr":0.004,"steps":5,"documents":9,"arm":"direct","operands":2,"held_out":{"problems":600,"accuracy":0.0,
                "by_modulus":{}},"trained":0.0,"last_gain":0.5,"curve":[[5,0.0]],"best":true}]}"#;
            let frontier: Frontier = serde_json::from_str(file).unwrap();
            text(&frontier, &frontier.shapes[0], Arm::Direct, operands, None)
                .replace('\u{202f}', " ")
        };
        assert_eq!([2, 3].map(text_of), ["0 %\u{2191}", "not trained"]);
    }
}
