//! A chain whose results can be changed digit by digit: rows of tokens, some of them buttons that open a choice of digits.

use leptos::prelude::*;
use syw_core::Token;

use super::alternatives::{shown, spoken};
use super::chain_rows::{Note, Row};
use crate::place::focus;
use crate::t;

/// What the parts of one chain share.
#[derive(Clone, Copy)]
struct Strip {
    tokens: Signal<Vec<Token>>,
    rows: Signal<Vec<Row>>,
    changeable: Signal<Vec<usize>>,
    changed: Signal<Option<usize>>,
    /// The token whose choice is open.
    open: RwSignal<Option<usize>>,
    on_digit: Callback<(usize, u8)>,
}

/// The rows of a chain. Tab goes from one digit that can be changed to the next.
#[component]
pub fn DigitRows(
    /// The completion, as it is to be shown. No default.
    #[prop(into)]
    tokens: Signal<Vec<Token>>,
    /// Its rows, with what the step checker says of them. No default.
    #[prop(into)]
    rows: Signal<Vec<Row>>,
    /// The places of the digits that can be changed. No default.
    #[prop(into)]
    changeable: Signal<Vec<usize>>,
    /// The place of the digit that a reader changed. No default.
    #[prop(into)]
    changed: Signal<Option<usize>>,
    /// Called with a place and the digit that a reader puts there. No default.
    on_digit: Callback<(usize, u8)>,
) -> impl IntoView {
    let strip = Strip {
        tokens,
        rows,
        changeable,
        changed,
        open: RwSignal::new(None),
        on_digit,
    };
    view! {
        <div class="chain" data-part="digit-rows" role="group" aria-label=t!("digits-label")>
            <For each=move || 0..strip.rows.with(Vec::len) key=|idx| *idx children=move |idx| view! { <DigitRow strip idx /> } />
        </div>
    }
    .into_any()
}

#[component]
fn DigitRow(strip: Strip, idx: usize) -> impl IntoView {
    let row = Memo::new(move |_| strip.rows.with(|rows| rows.get(idx).cloned()));
    let span = move || row.with(|row| row.as_ref().map_or(0..0, |row| row.span.clone()));
    let note = move || row.with(|row| row.as_ref().and_then(|row| row.note.clone()).map(note_view));
    let choice = move || {
        let position = strip
            .open
            .get()
            .filter(|position| span().contains(position))?;
        Some(view! { <DigitChoice strip position /> })
    };
    view! {
        <div class="chain-row">
            <For each=span key=|position| *position children=move |position| view! { <DigitToken strip position /> } />
            {note}
            {choice}
        </div>
    }
}

fn note_view(note: Note) -> AnyView {
    let text = note.text();
    let (sign, valid) = match note {
        Note::Step { is_valid: true, .. } => ('\u{2713}', Some("true")),
        Note::Step { .. } => ('\u{2717}', Some("false")),
        Note::Unread(_) => ('?', None),
    };
    let class = if valid == Some("true") {
        "row-note"
    } else {
        "row-note row-note-wrong"
    };
    view! { <span class=class data-part="digit-note" data-valid=valid>{format!("{sign} {text}")}</span> }.into_any()
}

/// A token: a button where it can be changed.
#[component]
fn DigitToken(strip: Strip, position: usize) -> impl IntoView {
    let token = Memo::new(move |_| strip.tokens.with(|tokens| tokens.get(position).copied()));
    let is_changed = move || strip.changed.get() == Some(position);
    // The one that was changed stays a button while the model writes on, for it has the focus.
    let is_changeable = Memo::new(move |_| {
        is_changed() || strip.changeable.with(|places| places.contains(&position))
    });
    let text = move || token.get().map(shown);
    let class = move || match (is_changed(), token.get()) {
        (true, _) => "token token-changed",
        (_, Some(Token::ANSWER | Token::END | Token::STOP)) => "token token-quiet",
        _ => "token",
    };
    let label = move || {
        let token = spoken(token.get()?);
        Some(match is_changed() {
            true => t!("digits-change-again", token = token),
            false => t!("digits-change", token = token),
        })
    };
    let is_open = move || strip.open.get() == Some(position);
    let toggle = move |_| {
        strip
            .open
            .update(|open| *open = (*open != Some(position)).then_some(position));
    };
    move || match is_changeable.get() {
        true => view! {
            <button
                type="button"
                class=move || format!("{} token-result", class())
                data-digit-idx=position
                aria-label=label
                aria-expanded=move || is_open().to_string()
                on:click=toggle
            >
                <span class="token-text" translate="no">{text}</span>
            </button>
        }
        .into_any(),
        false => view! { <span class=class data-digit-idx=position translate="no">{text}</span> }
            .into_any(),
    }
}

/// The ten digits, to be put in the place of one.
#[component]
fn DigitChoice(strip: Strip, position: usize) -> impl IntoView {
    let now = strip
        .tokens
        .with_untracked(|tokens| tokens.get(position).copied());
    let button = move |digit: u8| {
        let choose = move |_| {
            strip.open.set(None);
            strip.on_digit.run((position, digit));
            focus(&format!("button[data-digit-idx=\"{position}\"]"));
        };
        let is_there = now == Some(Token::digit(digit));
        view! {
            <button type="button" class="chip" data-digit=digit.to_string() disabled=is_there on:click=choose>{digit.to_string()}</button>
        }
    };
    view! {
        <div class="digit-choice" role="group" aria-label=t!("digits-choice")>
            {(0..10).map(button).collect_view()}
        </div>
    }
    .into_any()
}
