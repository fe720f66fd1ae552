//! A completion as rows of tokens, one statement a row: to be read, pointed at, walked with the arrow keys, and changed.
//!
//! The strip is one stop of Tab. Arrows, Home and End walk; Enter or a click opens the popover; Delete takes a token
//! away. Rows and tokens are keyed by position, so that the focus survives while the model writes on.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::web_sys::{Element, Event};
use syw_core::{Problem, Token};
use wasm_bindgen::JsCast;

use super::alternatives::{shown, spoken};
use super::chain_rows::{Note, Row, rows, walk};
use super::edit_popover::EditPopover;
use super::format::probability;
use super::token_detail::TokenDetail;
use crate::completion::{Completion, Origin, TokenView};
use crate::place::focus;
use crate::t;

/// The attribute of a token that holds its position.
const POSITION: &str = "data-token-idx";

/// What a reader can do to one token, by its position in the completion that is shown. The errors are for the reader.
#[derive(Clone, Copy)]
pub struct TokenActions {
    pub replace: Callback<(usize, Token)>,
    pub replace_with_text: Callback<(usize, String), Result<(), String>>,
    pub insert_text: Callback<(usize, String), Result<(), String>>,
    pub delete: Callback<usize>,
}

/// What the parts of one strip share.
#[derive(Clone, Copy)]
struct Strip {
    completion: Signal<Completion>,
    rows: Memo<Vec<Row>>,
    /// The token that Tab comes to.
    active: RwSignal<usize>,
    has_focus: RwSignal<bool>,
    hovered: RwSignal<Option<usize>>,
    /// The token whose popover is open.
    open: RwSignal<Option<usize>>,
    actions: TokenActions,
}

/// The rows of a completion and the line about one of its tokens.
#[component]
pub fn ChainView(
    /// The completion. No default.
    #[prop(into)]
    completion: Signal<Completion>,
    /// The problem that it is about, for the step checker. No default.
    #[prop(into)]
    problem: Signal<Problem>,
    /// Whether the model is still writing. No default.
    #[prop(into)]
    is_writing: Signal<bool>,
    /// What a reader can do to a token. No default.
    actions: TokenActions,
) -> impl IntoView {
    let strip = Strip {
        completion,
        rows: Memo::new(move |_| {
            completion.with(|completion| {
                problem.with(|problem| rows(completion, problem, is_writing.get()))
            })
        }),
        active: RwSignal::new(0),
        has_focus: RwSignal::new(false),
        hovered: RwSignal::new(None),
        open: RwSignal::new(None),
        actions,
    };
    let looked_at = Signal::derive(move || {
        let position = strip
            .hovered
            .get()
            .or_else(|| strip.has_focus.get().then(|| strip.active.get()))?;
        strip.view_of(position)
    });
    view! {
        <div
            class="chain"
            data-part="small-chain"
            role="group"
            aria-label=t!("chain-label")
            aria-busy=move || is_writing.get().to_string()
            on:click=move |event| if let Some(position) = token_of(&event) {
                strip.toggle(position);
            }
            on:keydown=move |event| if let Some(position) = token_of(&event) {
                strip.on_key(position, event);
            }
            on:focusin=move |event| if let Some(position) = token_of(&event) {
                strip.active.set(position);
                strip.has_focus.set(true);
            }
            on:focusout=move |_| strip.has_focus.set(false)
            on:mouseover=move |event| strip.hover(token_of(&event))
            on:mouseleave=move |_| strip.hover(None)
        >
            <For each=move || 0..strip.rows.with(Vec::len) key=|idx| *idx children=move |idx| view! { <ChainRow strip idx /> } />
        </div>
        <TokenDetail view=looked_at />
    }
}

impl Strip {
    fn view_of(self, position: usize) -> Option<TokenView> {
        self.completion
            .with(|completion| completion.views.get(position).cloned())
    }

    /// The token that Tab comes to, also when the completion has become shorter.
    fn tab_stop(self) -> usize {
        let last = self
            .completion
            .with(|completion| completion.views.len())
            .saturating_sub(1);
        self.active.get().min(last)
    }

    /// Opens the popover of a token, or closes it.
    fn toggle(self, position: usize) {
        self.active.set(position);
        self.open
            .update(|open| *open = (*open != Some(position)).then_some(position));
    }

    fn hover(self, position: Option<usize>) {
        if position != self.hovered.get_untracked() {
            self.hovered.set(position);
        }
    }

    fn close(self, position: usize) {
        self.open.set(None);
        focus_token(position);
    }

    fn on_key(self, position: usize, event: KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        let to = self.rows.with_untracked(|rows| walk(rows, position, &key));
        if key == "Delete" {
            self.actions.delete.run(position);
        } else if let Some(to) = to {
            self.active.set(to);
            focus_token(to);
        } else if !matches!(
            key.as_str(),
            "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown"
        ) {
            return;
        }
        event.prevent_default();
    }
}

/// The position of the token that an event in the strip is about, if it is about one. The strip listens for all of its tokens, of
/// which there are many.
fn token_of(event: &Event) -> Option<usize> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let token = target.closest(&format!("[{POSITION}]")).ok()??;
    token.get_attribute(POSITION)?.parse().ok()
}

fn focus_token(position: usize) {
    focus(&format!("[{POSITION}=\"{position}\"]"));
}

/// One statement: its tokens, and what the checker says.
#[component]
fn ChainRow(strip: Strip, idx: usize) -> impl IntoView {
    let row = Memo::new(move |_| strip.rows.with(|rows| rows.get(idx).cloned()));
    let span = move || row.with(|row| row.as_ref().map_or(0..0, |row| row.span.clone()));
    let note = move || {
        row.with(|row| row.as_ref().and_then(|row| row.note.clone()))
            .map(note_view)
    };
    // The popover opens under the row of its token.
    let popover = move || {
        let position = strip
            .open
            .get()
            .filter(|position| span().contains(position))?;
        let view = untrack(|| strip.view_of(position))?;
        let on_close = Callback::new(move |()| strip.close(position));
        let on_leave = Callback::new(move |()| strip.open.set(None));
        Some(view! { <EditPopover view position actions=strip.actions on_close on_leave /> })
    };
    view! {
        <div class="chain-row">
            <For each=span key=|position| *position children=move |position| view! { <TokenButton strip position /> } />
            {note}
            {popover}
        </div>
    }
}

fn note_view(note: Note) -> AnyView {
    let text = note.text();
    match note {
        Note::Step { is_valid, .. } => {
            let sign = if is_valid { '\u{2713}' } else { '\u{2717}' };
            let class = if is_valid { "row-note" } else { "row-note row-note-wrong" };
            view! {
                <span class=class data-part="step-mark" data-valid=is_valid.to_string()>{format!("{sign} {text}")}</span>
            }
            .into_any()
        }
        Note::Unread(_) => view! { <span class="row-note row-note-wrong" data-part="unread">{format!("? {text}")}</span> }.into_any(),
    }
}

/// One token: a button with its probability as a bar below.
#[component]
fn TokenButton(strip: Strip, position: usize) -> impl IntoView {
    let view = Memo::new(move |_| strip.view_of(position));
    let of = move |read: fn(&TokenView) -> String| {
        view.with(|view| view.as_ref().map(read).unwrap_or_default())
    };
    let class = move || {
        let origin = match view.with(|view| view.as_ref().map(|view| view.origin)) {
            Some(Origin::Changed) => "token token-changed",
            Some(Origin::Kept) => "token token-kept",
            Some(Origin::Written) | None => "token",
        };
        let token = view.with(|view| view.as_ref().map(|view| view.token));
        let is_quiet = matches!(
            token,
            Some(Token::ANSWER | Token::END | Token::STOP | Token::FILLER)
        );
        if is_quiet {
            format!("{origin} token-quiet")
        } else {
            origin.to_owned()
        }
    };
    let label = move || {
        of(|view| {
            let token = spoken(view.token);
            let label = match view.prob {
                Some(prob) => t!("token-label", token = token, prob = probability(prob)),
                None => token,
            };
            match view.origin {
                Origin::Changed => t!("token-label-changed", label = label),
                Origin::Written | Origin::Kept => label,
            }
        })
    };
    let width = move || {
        let prob = view
            .with(|view| view.as_ref().and_then(|view| view.prob))
            .unwrap_or(0.0);
        format!("{:.1}", 100.0 * prob.clamp(0.0, 1.0))
    };
    let is_open = move || strip.open.get() == Some(position);
    view! {
        <button
            type="button"
            class=class
            data-token-idx=position
            data-token=move || of(|view| view.token.text().to_owned())
            data-prob=move || of(|view| view.prob.map_or(String::new(), |prob| format!("{prob:.4}")))
            aria-label=label
            aria-haspopup="dialog"
            aria-expanded=move || is_open().to_string()
            tabindex=move || if strip.tab_stop() == position { "0" } else { "-1" }
        >
            <span class="token-text" translate="no">{move || of(|view| shown(view.token).to_owned())}</span>
            <svg class="token-prob" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
                <rect class="token-prob-ground" width="100" height="3" />
                <rect class="token-prob-bar" width=width height="3" />
            </svg>
        </button>
    }
}
