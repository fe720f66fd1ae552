//! All of GPT small: every weight as a square, each matrix with what it is for.

use leptos::prelude::*;
use syw_core::Token;
use syw_core::inside::{Role, WeightMatrix};

use crate::components::alternatives::shown;
use crate::components::format::count;
use crate::components::{InTurn, Near, rich};
use crate::inside::Drawn;
use crate::locale::formats::decimal;
use crate::locale::named;
use crate::plots::MatrixPlot;
use crate::plots::matrix::Cells;
use crate::sections::export::TakeAway;
use crate::state::{PageState, RunStatus};
use crate::t;

/// A role as messages name it.
fn role_name(role: Role) -> &'static str {
    match role {
        Role::Embedding => "embedding",
        Role::NormAttention => "norm_attention",
        Role::Queries => "queries",
        Role::Keys => "keys",
        Role::Values => "values",
        Role::Projection => "projection",
        Role::NormMlp => "norm_mlp",
        Role::Up => "up",
        Role::Down => "down",
        Role::Norm => "norm",
    }
}

/// Whether the rows are drawn as columns, so that every matrix is as high as the stream is wide.
fn is_lying(role: Role) -> bool {
    matches!(role, Role::Embedding | Role::Down)
}

fn name(matrix: &WeightMatrix) -> String {
    let name = named("inside-matrix", role_name(matrix.role));
    match matrix.layer {
        Some(layer) => t!("inside-matrix-of-layer", layer = layer + 1, matrix = name),
        None => name,
    }
}

/// One weight, in words. `head_width` is how many coordinates a head has.
fn cell_words(matrix: &WeightMatrix, idx: usize, head_width: usize) -> String {
    let (row, column) = (idx / matrix.width, idx % matrix.width);
    let of_head = |at: usize| (at / head_width.max(1) + 1, at % head_width.max(1) + 1);
    let value = matrix.values.get(idx).copied().unwrap_or(0.0);
    let value = decimal(value.into(), 4).replace('-', "\u{2212}");
    let name = name(matrix);
    match matrix.role {
        Role::Embedding => t!(
            "inside-cell-embedding",
            matrix = name,
            token = shown(Token(row as u8)),
            channel = column + 1,
            value = value
        ),
        Role::Queries | Role::Keys | Role::Values => {
            let (head, coordinate) = of_head(column);
            t!(
                "inside-cell-to-head",
                matrix = name,
                channel = row + 1,
                head = head,
                coordinate = coordinate,
                value = value
            )
        }
        Role::Projection => {
            let (head, coordinate) = of_head(row);
            t!(
                "inside-cell-from-head",
                matrix = name,
                head = head,
                coordinate = coordinate,
                channel = column + 1,
                value = value
            )
        }
        Role::Up => t!(
            "inside-cell-to-feature",
            matrix = name,
            channel = row + 1,
            feature = column + 1,
            value = value
        ),
        Role::Down => t!(
            "inside-cell-from-feature",
            matrix = name,
            feature = row + 1,
            channel = column + 1,
            value = value
        ),
        Role::NormAttention | Role::NormMlp | Role::Norm => t!(
            "inside-cell-channel",
            matrix = name,
            channel = column + 1,
            value = value
        ),
    }
}

/// All matrices, and the number under the pointer or the cursor.
#[component]
pub fn Weights(state: PageState) -> impl IntoView {
    let is_near = RwSignal::new(false);
    let model = Memo::new(move |_| state.small_card().map(|card| card.id));
    Effect::new(move |_| {
        if model.get().is_some() && is_near.get() && state.small_status.get() == RunStatus::Done {
            state.want_weights();
        }
    });
    let drawn = Memo::new(move |_| state.inside.weights.with(|drawn| drawn.model.clone()));
    let board = move || {
        let is_there = !drawn.get().is_empty();
        let all = state.inside.weights.get_untracked();
        match !is_there || all.matrices.is_empty() {
            true => view! { <p class="muted">{t!("inside-waits")}</p> }.into_any(),
            false => board_view(state, all),
        }
    };
    view! {
        <Near on_near=Callback::new(move |()| is_near.set(true))>
            <figure class="inside-figure small" data-part="weights" aria-labelledby="weights-title" data-export="weights">{board}</figure>
        </Near>
    }
    .into_any()
}

fn board_view(state: PageState, all: Drawn) -> AnyView {
    let n_weights: usize = all.matrices.iter().map(|matrix| matrix.values.len()).sum();
    let head_width = state.small_card().map_or(1, |card| card.head_width);
    let matrices = StoredValue::new(all.matrices);
    let cells = matrices.with_value(|matrices| {
        let cells = |matrix: &WeightMatrix| Cells {
            values: matrix.values.clone(),
            width: matrix.width,
            is_lying: is_lying(matrix.role),
        };
        let cells = matrices
            .iter()
            .map(|matrix| StoredValue::new(cells(matrix)));
        StoredValue::new(cells.collect::<Vec<_>>())
    });
    // The matrix and the cell.
    let cursor = RwSignal::new((0_usize, 0_usize));
    let said = move || {
        let (which, idx) = cursor.get();
        matrices.with_value(|matrices| {
            matrices
                .get(which)
                .map(|matrix| rich(&cell_words(matrix, idx, head_width), |_| None))
        })
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let (which, idx) = cursor.get_untracked();
        let n = matrices.with_value(Vec::len);
        let to = match event.key().as_str() {
            "PageDown" => Some(((which + 1).min(n - 1), 0)),
            "PageUp" => Some((which.saturating_sub(1), 0)),
            key => {
                let of_matrix = cells.with_value(|cells| cells.get(which).copied());
                let walked =
                    of_matrix.and_then(|cells| cells.with_value(|cells| cells.walk(idx, key)));
                walked.map(|idx| (which, idx))
            }
        };
        if let Some(to) = to {
            event.prevent_default();
            cursor.set(to);
        }
    };
    let theme = Signal::derive(move || state.theme.get().name());
    let matrix = move |(which, matrix): (usize, &WeightMatrix)| {
        let says = t!(
            "inside-matrix-says",
            matrix = name(matrix),
            purpose = named("inside-purpose", role_name(matrix.role))
        );
        let of_matrix = cells.with_value(|cells| cells[which]);
        let here = Memo::new(move |_| {
            let (of, idx) = cursor.get();
            (of == which).then_some(idx)
        });
        let label = t!(
            "inside-matrix-label",
            matrix = name(matrix),
            weights = count(matrix.values.len() as u64)
        );
        view! {
            <div class="matrix-block">
                <MatrixPlot
                    cells=of_matrix
                    label
                    cursor=here.into()
                    on_point=Callback::new(move |idx| cursor.set((which, idx)))
                    theme
                />
                <p>{rich(&says, |_| None)}</p>
            </div>
        }
    };
    // A row for each layer, and for what comes before and after them.
    let blocks = matrices.with_value(|matrices| {
        let all: Vec<(usize, &WeightMatrix)> = matrices.iter().enumerate().collect();
        let rows = all.chunk_by(|(_, one), (_, other)| one.layer == other.layer);
        let row = |(idx, of_layer): (usize, &[(usize, &WeightMatrix)])| {
            let blocks = of_layer.iter().copied().map(matrix).collect_view();
            view! {
                <InTurn name=format!("weights-{idx}")><div class="weight-layer">{blocks}</div></InTurn>
            }
        };
        rows.enumerate().map(row).collect_view()
    });
    view! {
        <p class="weight-said" data-part="weight-said" aria-live="polite">{said}</p>
        <div
            class="weight-board"
            data-part="weight-board"
            data-weights=n_weights.to_string()
            tabindex="0"
            role="group"
            aria-label=t!("inside-weights-board")
            on:keydown=on_key
        >
            {blocks}
        </div>
        <figcaption>{t!("inside-weights-caption", weights = count(n_weights as u64))}</figcaption>
        <TakeAway state name="weights" />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix(role: Role, height: usize, width: usize) -> WeightMatrix {
        WeightMatrix {
            role,
            layer: (role != Role::Embedding).then_some(1),
            height,
            width,
            values: (0..height * width)
                .map(|idx| idx as f32 / 8.0 - 1.0)
                .collect(),
        }
    }

    #[track_caller]
    fn check(role: Role, idx: usize, expected: &str) {
        let said = cell_words(&matrix(role, 12, 12), idx, 6);
        assert_eq!(crate::locale::markup::plain(&said), expected);
    }

    #[test]
    fn every_weight_has_its_place() {
        check(
            Role::Keys,
            19,
            "layer 2, keys, from channel 2 to head 2, coordinate 2: 1.3750",
        );
        check(
            Role::Projection,
            0,
            "layer 2, projection, from head 1, coordinate 1 to channel 1: \u{2212}1.0000",
        );
        check(
            Role::Up,
            13,
            "layer 2, features, from channel 2 to feature 2: 0.6250",
        );
        check(
            Role::Down,
            13,
            "layer 2, features, written, from feature 2 to channel 2: 0.6250",
        );
        check(
            Role::Embedding,
            7 * 12,
            "embedding, \u{201c}0\u{201d}, channel 1: 9.5000",
        );
        check(
            Role::Norm,
            3,
            "layer 2, last scale, channel 4: \u{2212}0.6250",
        );
    }
}
