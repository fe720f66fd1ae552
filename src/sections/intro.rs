//! The head of the page: what this is in one line, and the tools that concern the page as a whole.

use leptos::prelude::*;

use crate::components::format::{bytes, percent};
use crate::sections::classroom::Classroom;
use crate::sections::keyboard_help::KeyboardHelp;
use crate::sections::language::LanguageChoice;
use crate::sections::notices::Notices;
use crate::sections::offline::OfflineStatus;
use crate::sections::share::Share;
use crate::state::{EngineStatus, PageState, Theme};
use crate::t;

/// Where the results come from, for readers.
fn status_text(status: &EngineStatus) -> String {
    match status {
        EngineStatus::Recorded => t!("head-status-recorded"),
        EngineStatus::Loading { received, total: 0 } => {
            t!("head-status-loading", received = bytes(*received))
        }
        EngineStatus::Loading { received, total } => {
            let share = percent((*received as f64 / *total as f64).min(1.0));
            t!(
                "head-status-loading-share",
                share = share,
                total = bytes(*total)
            )
        }
        EngineStatus::Live => t!("head-status-live"),
        EngineStatus::Failed(_) => t!("head-status-failed"),
    }
}

fn theme_text(theme: Theme) -> String {
    match theme {
        Theme::Auto => t!("head-theme-auto"),
        Theme::Light => t!("head-theme-light"),
        Theme::Dark => t!("head-theme-dark"),
        Theme::Projector => t!("head-theme-projector"),
    }
}

/// Title, lead, status and tools.
#[component]
pub fn Intro(state: PageState) -> impl IntoView {
    view! {
        <header class="page-head wide" data-hide=move || state.hidden_names()>
            <div class="page-tools">
                <p class="product" translate="no">"Show Your Work"</p>
                <p class="status" data-part="engine-status" data-status=move || state.engine.with(EngineStatus::name)>
                    {move || state.engine.with(status_text)}
                </p>
                <OfflineStatus state />
                <Share state />
                <Classroom state />
                <LanguageChoice state />
                <button type="button" class="tool" data-part="theme" on:click=move |_| state.toggle_theme()>
                    {move || theme_text(state.theme.get())}
                </button>
                <KeyboardHelp />
            </div>
            <h1>
                {t!("head-title")}
                " "
                <span class="large-ink">{t!("head-title-large")}</span>
                " "
                <span class="small-ink">{t!("head-title-small")}</span>
            </h1>
            <p class="lead">{t!("head-lead")}</p>
            <Notices state />
        </header>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_says_where_results_come_from() {
        let text = |status| status_text(&status).replace('\u{202f}', " ");
        assert_eq!(text(EngineStatus::Recorded), "recorded run");
        assert_eq!(
            text(EngineStatus::Loading {
                received: 2_000,
                total: 0
            }),
            "loading, 2 kB"
        );
        assert_eq!(
            text(EngineStatus::Loading {
                received: 500_000,
                total: 2_000_000
            }),
            "loading, 25 % of 2.0 MB"
        );
        assert_eq!(text(EngineStatus::Live), "live in your browser");
    }
}
