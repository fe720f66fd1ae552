//! The duel as a table to take away: a line for every token that was written, and what came of it in words.

use leptos::prelude::*;
use serde_json::{Value, json};
use syw_core::Token;
use syw_core::vocabulary::text_of;

use crate::completion::{Completion, Origin, verdict};
use crate::sections::export::Table;
use crate::state::PageState;

const COLUMNS: [&str; 9] = [
    "problem",
    "model",
    "position",
    "token",
    "probability",
    "origin",
    "step",
    "step_is_right",
    "edit",
];

/// The run that is on the page.
pub(super) fn table(state: PageState) -> Table {
    let problem = state.problem.get();
    let (large, shown) = (state.large.get(), state.shown());
    let name = |card: Option<syw_core::card::ModelCard>| card.map_or(String::new(), |card| card.id);
    let edit = state.edit.with(|edit| {
        edit.as_ref()
            .map(|edit| (edit.label.clone(), edit.sentence.clone()))
    });
    let of = |model: String, completion: &Completion, edit: Option<&str>| {
        let marks = completion.step_marks(&problem);
        let views = completion.views.iter().enumerate();
        let row = |(position, view): (usize, &crate::completion::TokenView)| {
            let mark = marks.iter().find(|mark| mark.span.contains(&position));
            vec![
                json!(problem.to_string()),
                json!(model),
                json!(position),
                json!(text_of(&[view.token])),
                json!(view.prob),
                json!(origin_name(view.origin)),
                json!(mark.map(|mark| mark.idx + 1)),
                json!(mark.map(|mark| mark.is_valid)),
                json!(edit),
            ]
        };
        views.map(row).collect::<Vec<Vec<Value>>>()
    };
    let mut rows = of(name(state.large_card()), &large.written, None);
    let label = edit.as_ref().map(|(label, _)| label.as_str());
    rows.extend(of(name(state.small_card()), &shown, label));
    let written: Vec<Token> = shown.tokens();
    let mut said = vec![
        format!("{problem} ?"),
        format!("GPT large: {}", verdict(&problem, large.answer())),
        format!(
            "GPT small: {} ({})",
            text_of(&written),
            verdict(&problem, shown.answer())
        ),
    ];
    said.extend(edit.map(|(label, sentence)| format!("{label}: {sentence}")));
    Table {
        said,
        columns: COLUMNS.to_vec(),
        rows,
    }
}

fn origin_name(origin: Origin) -> &'static str {
    match origin {
        Origin::Written => "written",
        Origin::Kept => "kept",
        Origin::Changed => "changed",
    }
}
