//! The plane of capability against oversight: every system that was trained here, by what it can do and by how well somebody can tell
//! what it does.

pub mod choices;
pub mod detail;
pub mod drawing;
pub mod export;
pub mod key;
pub mod loaded;
pub mod names;
pub mod words;

use leptos::prelude::*;
use syw_core::card::Size;
use syw_core::plane::{Choice, Plane};

use crate::components::{Near, Radios, rich};
use crate::locale::markup::Mark;
use crate::plots::PlanePlot;
use crate::plots::plane::{Place, Plane as Drawn};
use crate::sections::export::Exports;
use crate::sections::failure::once_here;
use crate::sections::plane::choices::Choices;
use crate::sections::plane::detail::Detail;
use crate::sections::plane::drawing::{drawn, models_at};
use crate::sections::plane::export::{Table, table};
use crate::sections::plane::key::{Arrows, Key, LeftOut};
use crate::sections::plane::loaded::LoadedWords;
use crate::sections::plane::words::{at_equal_capability, finding, guessed, options};
use crate::sections::provenance::Provenance;
use crate::state::PageState;
use crate::t;

/// The question, and the figure once its file has arrived and a reader has guessed.
#[component]
pub fn PlaneSection(state: PageState) -> impl IntoView {
    let guess = state.plane.guess;
    let figure = once_here(state, state.plane.file, |state| {
        let is_open =
            Memo::new(move |_| state.plane.guess.get().is_some() || state.needs_no_guess());
        let shown = move || match is_open.get() {
            true => view! { <Figure state /> }.into_any(),
            false => view! { <p class="note">{t!("plane-shown-later")}</p> }.into_any(),
        };
        let outcome = move || of_file(state, |plane, _| guessed(plane, state.plane.guess.get()?));
        view! {
            <p class="measure" data-part="plane-guessed" role="status">{outcome}</p>
            {shown}
        }
        .into_any()
    });
    view! {
        <section class="wide plane" aria-labelledby="plane-title" data-part="plane">
            <h2 id="plane-title">{t!("plane-title")}</h2>
            <p class="measure">
                {t!("plane-question")}
            </p>
            <Near on_near=Callback::new(move |()| state.want_plane())>
                <Radios
                    legend=t!("plane-guess-question")
                    part="plane-guess"
                    options=options()
                    chosen=guess
                    on_choose=Callback::new(move |idx| guess.set(Some(idx)))
                />
                {figure}
            </Near>
        </section>
    }
}

/// What `read` makes of the file and of what is chosen; the default while the file is missing.
pub(in crate::sections::plane) fn of_file<T: Default>(
    state: PageState,
    read: impl FnOnce(&Plane, Choice) -> T,
) -> T {
    let choice = state.plane.choice();
    state
        .plane
        .file
        .with(|file| file.here().map(|plane| read(plane, choice)))
        .unwrap_or_default()
}

/// The words that lead to the file.
fn data(mark: &Mark) -> Option<AnyView> {
    let words = mark.words.clone();
    let link = || view! { <a href="results/plane.json" download="plane.json">{words}</a> };
    (mark.name == "data").then(|| link().into_any())
}

#[component]
fn Figure(state: PageState) -> impl IntoView {
    let is_magnified = RwSignal::new(false);
    let shown = RwSignal::new(None::<Place>);
    // Other axes have other marks.
    Effect::new(move |before: Option<Choice>| {
        let choice = state.plane.choice();
        if before.is_some_and(|before| before != choice) {
            shown.set(None);
        }
        choice
    });
    let plot: Memo<Drawn> = Memo::new(move |_| {
        let is_magnified = is_magnified.get();
        of_file(state, |plane, choice| drawn(plane, choice, is_magnified))
    });
    let said = move || of_file(state, finding);
    let equal = move || of_file(state, at_equal_capability);
    let load = Callback::new(move |place: Place| {
        shown.set(Some(place));
        let model = untrack(|| {
            of_file(state, |plane, choice| {
                let models = models_at(plane, choice, place);
                models.first().map(|seen| seen.point.model.clone())
            })
        });
        if let Some(model) = model {
            state.load_from_plane(&model);
        }
    });
    let title = move || plot.with(|plot| format!("{}; {}", plot.y_name, plot.x_name));
    view! {
        <figure class="plane-figure" data-part="plane-figure" aria-labelledby="plane-finding">
            <Choices state is_magnified />
            <p class="finding" id="plane-finding" data-part="plane-finding">{said}</p>
            <p class="measure" data-part="plane-equal">{equal}</p>
            <LoadedWords state />
            <div class="plane-columns">
                <div data-export="plane">
                    <div data-title=title>
                        <PlanePlot plane=plot shown on_show=Callback::new(move |place| shown.set(Some(place))) on_choose=load />
                    </div>
                </div>
                <Key state shown />
            </div>
            <Detail state shown load />
            <Arrows state plot />
            <LeftOut state />
            <figcaption>
                {t!("plane-caption")}
                " "
                {rich(&t!("plane-data", command = "cargo xtask evaluate"), data)}
<Provenance state file="plane.json" command="cargo xtask evaluate" arms=&[(Size::Large, "direct"), (Size::Large, "chain_imitation"), (Size::Large, "chain_rl"), (Size::Large, "rationaliser"), (Size::Small, "chain_prompted"), (Size::Small, "chain_imitation"), (Size::Small, "chain_rl"), (Size::Small, "direct")] />
</figcaption>
            <Exports state name="plane" table=Signal::derive(move || of_file(state, table)) />
            <Table state />
        </figure>
        <p class="measure limits" data-part="plane-limits">
            {t!("plane-limits")}
        </p>
    }
    .into_any()
}
