//! The part of the page that an embed, a step of a lesson or a slide is about.

use leptos::prelude::*;

use crate::query::Figure;
use crate::sections::battery::Battery;
use crate::sections::debate::DebateSection;
use crate::sections::duel::Duel;
use crate::sections::frontier::Frontier;
use crate::sections::hidden::HiddenMessages;
use crate::sections::inside::InsideSection;
use crate::sections::knowledge::KnowledgeFigure;
use crate::sections::map::Map;
use crate::sections::off_distribution::OffDistribution;
use crate::sections::plane::PlaneSection;
use crate::sections::thoughts::Thoughts;
use crate::sections::training::RlHistory;
use crate::sections::watchers::Watchers;
use crate::state::PageState;

/// A figure by itself.
pub(super) fn figure_view(state: PageState, figure: &Figure) -> AnyView {
    match figure {
        Figure::Duel => view! { <Duel state /> }.into_any(),
        Figure::Training => view! { <RlHistory state /> }.into_any(),
        Figure::Frontier => view! { <Frontier state /> }.into_any(),
        Figure::Battery => view! { <Battery state /> }.into_any(),
        Figure::Knowledge => view! { <KnowledgeFigure state /> }.into_any(),
        Figure::Hidden => view! { <HiddenMessages state /> }.into_any(),
        Figure::Watchers => view! { <Watchers state /> }.into_any(),
        Figure::Thoughts => view! { <Thoughts state /> }.into_any(),
        Figure::Inside => view! { <InsideSection state /> }.into_any(),
        Figure::Map => view! { <Map state /> }.into_any(),
        Figure::OffDistribution => view! { <OffDistribution state /> }.into_any(),
        Figure::Plane => view! { <PlaneSection state /> }.into_any(),
        Figure::Debate | Figure::Claim(_) => view! { <DebateSection state /> }.into_any(),
    }
}
