//! More about one mark of the plane: its models with their counts, and a button that loads one of them.

use leptos::prelude::*;
use syw_core::plane::Seen;

use crate::components::format::count;
use crate::plots::plane::Place;
use crate::sections::plane::drawing::{model_name, models_at, numbers};
use crate::sections::plane::of_file;
use crate::state::PageState;
use crate::t;

/// What is told of a mark.
#[derive(Debug, Clone, PartialEq, Default)]
struct Told {
    title: String,
    /// The model that is loaded, and its name.
    model: Option<(String, String)>,
    /// The digest of its file, shortened; empty where the file of results has it elsewhere.
    digest: String,
    /// Every model there with its numbers.
    models: Vec<String>,
}

fn told(models: &[Seen<'_>], is_median: bool) -> Option<Told> {
    let first = models.first()?;
    let name = model_name(first);
    let title = match is_median {
        true => t!(
            "plane-detail-median",
            models = count(models.len() as u64),
            name = name.clone()
        ),
        false => name.clone(),
    };
    let line = |seen: &Seen<'_>| format!("{}: {}", model_name(seen), numbers(seen));
    Some(Told {
        title,
        model: Some((first.point.model.clone(), name)),
        digest: first.point.sha256.get(..8).unwrap_or_default().into(),
        models: models.iter().map(line).collect(),
    })
}

/// The mark that was pointed at last.
#[component]
pub fn Detail(
    state: PageState,
    shown: RwSignal<Option<Place>>,
    load: Callback<Place>,
) -> impl IntoView {
    let body = move || {
        let place = shown.get()?;
        let told = of_file(state, |plane, choice| {
            told(&models_at(plane, choice, place), place.dot.is_none())
        })?;
        let (model, name) = told.model?;
        let card = format!("models/{model}/card.json");
        let lines: Vec<_> = told
            .models
            .into_iter()
            .map(|text| view! { <li>{text}</li> })
            .collect();
        let digest =
            (!told.digest.is_empty()).then(|| format!(", SHA-256 {}\u{2026}", told.digest));
        Some(view! {
            <p class="detail-title" data-part="plane-shown" data-model=model.clone()>{told.title}</p>
            <ul>{lines}</ul>
            <p translate="no"><small><a href=card>{model}</a>{digest}</small></p>
            <button type="button" class="button" data-part="plane-load" on:click=move |_| load.run(place)>
                {t!("plane-load", name = name)}
            </button>
        })
    };
    let hint = move || {
        shown.get().is_none().then(|| {
            view! {
                <p class="hint">
                    {t!("plane-hint")}
                </p>
            }
        })
    };
    view! { <div class="plane-detail" data-part="plane-detail" role="group" aria-label=t!("plane-detail")>{hint}{body}</div> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sections::plane::words::tests::{plane, point};
    use syw_core::plane::{Capability, Choice, Oversight};

    #[test]
    fn a_median_tells_of_all_its_models() {
        let mut second = point("second", "small", "chain_rl", 90, Some(80));
        second["seed"] = 1.into();
        let file = plane(&[point("first", "small", "chain_rl", 80, Some(90)), second]);
        let choice = Choice::new(Capability::Home, Oversight::Follow, None);
        let of = |dot| {
            told(
                &models_at(&file, choice, Place { series: 0, dot }),
                dot.is_none(),
            )
        };
        let median = of(None).unwrap();
        assert!(
            median
                .title
                .starts_with("The median of 2, each axis for itself; nearest to it: GPT small")
        );
        assert_eq!(median.models.len(), 2);
        let one = of(Some(1)).unwrap();
        assert_eq!(
            (one.title.as_str(), one.models.len()),
            ("GPT small, chains, reinforced, seed 1", 1)
        );
        assert_eq!(one.model.unwrap().0, "second");
        assert_eq!(of(Some(2)), None);
    }
}
