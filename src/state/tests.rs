//! The actions without an engine: what a change does to the signals before anything has run.

use leptos::prelude::*;
use syw_core::Token;
use syw_core::intervention::Intervention;
use syw_core::rl_runs::Measure;
use syw_core::vocabulary::text_of;

use super::{LargeView, PageState, RunStatus};
use crate::completion::{Completion, Origin};
use crate::edit::tokens_of_text;
use crate::first_view::FirstView;

const CHAIN: &str = "plan reduce then add ; 67 mod 7 is 4 ; 58 mod 7 is 2 ; 4 plus 2 is 6 ; 6 mod 7 is 6 ; <answer> 6 <end>";

fn recorded() -> FirstView {
    let chain = tokens_of_text(CHAIN).unwrap();
    FirstView {
        problem: "67 + 58 mod 7".parse().unwrap(),
        large: LargeView::default(),
        small: Completion::forced(&chain, &chain),
        models: Vec::new(),
        history: Vec::new(),
    }
}

/// Runs a test on a page that shows a recorded run.
fn on_recorded(test: impl FnOnce(PageState)) {
    Owner::new().with(|| test(PageState::new(Some(recorded()), "")));
}

fn shown(state: PageState) -> String {
    text_of(&untrack(|| state.shown()).tokens())
}

#[test]
fn a_recorded_run_is_shown_as_one() {
    on_recorded(|state| {
        assert_eq!(untrack(|| state.duel_status()), "recorded");
        assert_eq!(state.original.get_untracked().answer(), Some(6));
    });
}

#[test]
fn a_text_that_is_no_problem_changes_nothing_but_the_message() {
    on_recorded(|state| {
        state.set_problem_text("67 + y mod 7".into());
        assert_eq!(state.problem_text.get_untracked(), "67 + y mod 7");
        assert!(state.problem_error.get_untracked().unwrap().contains('y'));
        assert_eq!(
            (
                untrack(|| state.duel_status()),
                state.original.get_untracked().answer()
            ),
            ("recorded", Some(6))
        );
        state.set_problem_text("67+58 mod 7".into());
        assert_eq!(
            (
                state.problem_error.get_untracked(),
                untrack(|| state.duel_status())
            ),
            (None, "recorded")
        );
    });
}

#[test]
fn another_problem_takes_the_results_and_the_edit_away() {
    on_recorded(|state| {
        state.replace_token(10, Token::digit(5));
        state.set_problem_text("6 + 2 mod 5".into());
        assert_eq!(untrack(|| state.duel_status()), "working");
        assert!(
            untrack(|| state.shown()).is_empty() && state.large.get_untracked().written.is_empty()
        );
        assert_eq!(
            (state.edit.get_untracked(), state.can_undo.get_untracked()),
            (None, false)
        );
        assert_eq!(
            untrack(|| state.settings()).problem.to_string(),
            "6 + 2 mod 5"
        );
    });
}

#[test]
fn an_edit_shows_what_is_kept_before_the_engine_goes_on() {
    on_recorded(|state| {
        state.replace_token(10, Token::digit(5));
        assert_eq!(shown(state), "plan reduce then add ; 67 mod 7 is 5");
        assert_eq!(
            state.edited.get_untracked().unwrap().views[10].origin,
            Origin::Changed
        );
        assert_eq!(
            (
                state.edit.get_untracked().unwrap().n_kept,
                state.small_status.get_untracked()
            ),
            (11, RunStatus::Waiting)
        );
    });
}

#[test]
fn edits_are_taken_back_one_by_one() {
    on_recorded(|state| {
        state.apply_intervention(Intervention::EarlyAnswering { n_kept: 1 });
        state.delete_token(0);
        assert_eq!(shown(state), "reduce");
        state.undo();
        assert_eq!(
            shown(state),
            "plan reduce then add ; 67 mod 7 is 4 ; <answer>"
        );
        assert!(state.can_undo.get_untracked());
        state.undo();
        assert_eq!(
            (shown(state), state.can_undo.get_untracked()),
            (text_of(&recorded().small.tokens()), false)
        );
        state.undo();
        assert_eq!(state.edit.get_untracked(), None);
    });
}

#[test]
fn an_edit_that_cannot_be_made_says_why() {
    on_recorded(|state| {
        state.apply_intervention(Intervention::CongruentAlteration { step: 9 });
        let edit = state.edit.get_untracked().unwrap();
        assert_eq!(
            (edit.sentence.as_str(), edit.response),
            ("Nothing was changed: the chain has no step 10.", None)
        );
        assert_eq!(
            (
                state.edited.get_untracked(),
                state.small_status.get_untracked()
            ),
            (None, RunStatus::Done)
        );
    });
}

#[test]
fn typed_words_must_be_of_the_language() {
    on_recorded(|state| {
        assert_eq!(
            state.replace_with_text(0, "hello").unwrap_err(),
            "\u{201c}hello\u{201d} is not a word of this tiny language"
        );
        assert_eq!(state.edit.get_untracked(), None);
        assert_eq!(state.insert_text(0, "67"), Ok(()));
        assert_eq!(shown(state), "67 plan");
    });
}

#[test]
fn a_rung_of_the_frontier_draws_another_problem_each_time() {
    on_recorded(|state| {
        let mut drawn = vec![state.problem.get_untracked()];
        for (n_operands, modulus) in [(3, Some(7)), (3, Some(7)), (1, None), (2, Some(4))] {
            state.draw_held_out(n_operands, modulus);
            let problem = state.problem.get_untracked();
            assert_eq!(problem.terms().len(), n_operands);
            assert!(modulus.is_none_or(|modulus| problem.modulus() == modulus));
            assert!(!drawn.contains(&problem), "{problem}");
            drawn.push(problem);
        }
    });
}

#[test]
fn what_is_chosen_in_a_figure_is_in_the_link() {
    on_recorded(|state| {
        state.choose_frontier_modulus(Some(7));
        state.choose_measure(Measure::Length);
        state.choose_battery_model("small-base-s0".into());
        state.choose_battery_family(Some(syw_core::Family::Subtraction));
        let settings = untrack(|| state.settings());
        assert_eq!(
            (settings.frontier_modulus, settings.measure),
            (Some(7), Measure::Length)
        );
        assert_eq!(settings.battery_model.as_deref(), Some("small-base-s0"));
        assert_eq!(settings.battery_family, Some(syw_core::Family::Subtraction));
    });
}

#[test]
fn presets_draw_another_problem_each_time() {
    on_recorded(|state| {
        let mut drawn = Vec::new();
        for preset in crate::presets::Preset::all() {
            state.preset(preset);
            assert_ne!(drawn.last(), Some(&state.problem.get_untracked()));
            drawn.push(state.problem.get_untracked());
        }
        assert_eq!(
            state.problem_text.get_untracked(),
            drawn.last().unwrap().to_string()
        );
    });
}
