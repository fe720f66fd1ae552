//! The passages before the parts: what each asks, and what either side would say.

use leptos::prelude::*;

use crate::components::SideNote;
use crate::hider::HiderArm;
use crate::place::go_to;
use crate::sections::article::{prose, to_duel};
use crate::state::PageState;
use crate::t;

/// Whether the work is done in the notes.
#[component]
pub fn Work(state: PageState) -> impl IntoView {
    let before = Callback::new(move |()| {
        state.choose_checkpoint(0);
        to_duel();
    });
    let after = Callback::new(move |()| {
        state.choose_model(None);
        to_duel();
    });
    view! {
        <section class="text part" aria-labelledby="work-title">
            <h2 id="work-title">{t!("work-title")}</h2>
            <p>{prose(t!("work-reward"), &[("word-before", before), ("word-after", after)])}</p>
            <p>{prose(t!("work-without"), &[])}</p>
            <p>{prose(t!("work-tests"), &[])}</p>
            <SideNote>{prose(t!("work-note"), &[])}</SideNote>
        </section>
    }
}

/// Whether notes can deceive.
#[component]
pub fn Deceit(state: PageState) -> impl IntoView {
    let words = Callback::new(move |()| {
        state.choose_hider(HiderArm::Words);
        go_to("hidden-title");
    });
    view! {
        <section class="text part" aria-labelledby="deceit-title">
            <h2 id="deceit-title">{t!("deceit-title")}</h2>
            <p>{prose(t!("deceit-worry"), &[])}</p>
            <p>{prose(t!("deceit-stake"), &[("word-hider", words)])}</p>
            <SideNote>{prose(t!("deceit-note"), &[])}</SideNote>
        </section>
    }
}

/// Who reads the notes.
#[component]
pub fn Readers() -> impl IntoView {
    view! {
        <section class="text part" aria-labelledby="readers-title">
            <h2 id="readers-title">{t!("readers-title")}</h2>
            <p>{prose(t!("readers-monitors"), &[])}</p>
            <p>{prose(t!("readers-split"), &[])}</p>
        </section>
    }
}

/// What if there are no words.
#[component]
pub fn Minds() -> impl IntoView {
    view! {
        <section class="text part" aria-labelledby="minds-title">
            <h2 id="minds-title">{t!("minds-title")}</h2>
            <p>{prose(t!("minds-thoughts"), &[])}</p>
            <p>{prose(t!("minds-inside"), &[])}</p>
            <SideNote>{prose(t!("minds-note"), &[])}</SideNote>
        </section>
    }
}

/// Far from home.
#[component]
pub fn Home(state: PageState) -> impl IntoView {
    let negative = Callback::new(move |()| {
        state.choose_battery_family(Some(syw_core::Family::NegativeOperand));
        go_to("battery-title");
    });
    view! {
        <section class="text part" aria-labelledby="home-title">
            <h2 id="home-title">{t!("home-title")}</h2>
            <p>{prose(t!("home-trust"), &[])}</p>
            <p>{prose(t!("home-ask"), &[("word-battery-negative", negative)])}</p>
        </section>
    }
}

/// Weighing it.
#[component]
pub fn Weighing() -> impl IntoView {
    view! {
        <section class="text part" aria-labelledby="weighing-title">
            <h2 id="weighing-title">{t!("weighing-title")}</h2>
            <p>{prose(t!("weighing-preference"), &[])}</p>
            <p>{prose(t!("weighing-debate"), &[])}</p>
        </section>
    }
}
