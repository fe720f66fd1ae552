//! Saying chains again in training, by whom and how often.

use leptos::prelude::*;

use crate::sections::export::TakeAway;
use crate::sections::hidden::bars::bar_row;
use crate::sections::hidden::training_words::{beside, finding, groups};
use crate::sections::provenance::Provenance;
use crate::state::PageState;
use crate::t;

/// The bars and what they come to; nothing while their file is not here.
#[component]
pub fn InTraining(state: PageState) -> impl IntoView {
    let file = state.hidden.training;
    let said = move || file.with(|file| finding(file.here()?));
    let more = move || file.with(|file| beside(file.here()?));
    let groups = move || {
        file.with(|file| {
            let groups = groups(file.here()?).into_iter().map(|group| {
                view! {
                    <div>
                        <p class="curve-title">{group.heading()}</p>
                        <ul class="battery-rows">{group.bars.into_iter().map(bar_row).collect_view()}</ul>
                    </div>
                }
            });
            Some(groups.collect_view())
        })
    };
    view! {
            <figure class="hidden-figure" data-part="hidden-training" data-export="hidden-training">
                <p class="finding" data-part="training-finding">{said}</p>
                <p class="measure" data-part="training-beside">{more}</p>
                <div class="curve-pair hidden-arms">{groups}</div>
                <figcaption>
                    {t!("hidden-training-caption")} " "
                    <a href="results/paraphrase.json">{t!("hidden-data")}</a>
    <Provenance state file="paraphrase.json" command="training/runs/cast.sh hiding order longer paraphrasers, then python training/collect.py" arms=&[] />
    </figcaption>
                <TakeAway state name="hidden-training" data="results/paraphrase.json" />
            </figure>
        }
}
