//! The line under the chain that tells about one token: how likely it was, and what else was.

use leptos::prelude::*;
use syw_core::Token;

use super::alternatives::shown;
use super::format::probability;
use crate::completion::{Origin, TokenView};
use crate::t;

/// The most alternatives that the line names.
const N_NAMED: usize = 3;

/// What is to be said about a token.
pub(super) fn detail(view: &TokenView) -> String {
    let token = shown(view.token);
    let origin = match view.origin {
        Origin::Written => "written",
        Origin::Kept => "kept",
        Origin::Changed => "changed",
    };
    let Some(prob) = view.prob else {
        return t!("token-unread", token = token, origin = origin);
    };
    let said = |&(token, prob): &(Token, f32)| format!("{} {}", shown(token), probability(prob));
    let others: Vec<String> = view
        .top
        .iter()
        .filter(|(token, _)| *token != view.token)
        .take(N_NAMED)
        .map(said)
        .collect();
    let said = t!(
        "token-read",
        token = token,
        origin = origin,
        prob = probability(prob)
    );
    if others.is_empty() {
        return said;
    }
    t!("token-others", said = said, others = others.join(", "))
}

/// The line about one token.
#[component]
pub fn TokenDetail(
    /// The token that is pointed at or has the focus. No default.
    #[prop(into)]
    view: Signal<Option<TokenView>>,
) -> impl IntoView {
    let text = move || {
        view.with(|view| match view {
            Some(view) => detail(view),
            None => t!("token-hint"),
        })
    };
    view! { <p class="token-detail" data-part="token-detail">{text}</p> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(prob: Option<f32>, origin: Origin, text: &str) {
        let top = vec![
            (Token::digit(4), 0.9),
            (Token::digit(2), 0.06),
            (Token::STOP, 0.02),
        ];
        let view = TokenView {
            token: Token::digit(4),
            prob,
            top,
            origin,
        };
        assert_eq!(detail(&view).replace('\u{202f}', " "), text);
    }

    #[test]
    fn the_line_says_who_wrote_a_token_and_what_else_was_likely() {
        check(
            Some(0.9),
            Origin::Written,
            "“4”: 90 % likely; else 2 6 %, ; 2 %",
        );
        check(
            Some(0.9),
            Origin::Changed,
            "“4”: changed by you, 90 % likely; else 2 6 %, ; 2 %",
        );
        check(None, Origin::Kept, "“4”: kept, not read yet");
    }
}
