//! Where the numbers of a figure come from: its file, the command that makes it again, and every model with its seed and digest.

use leptos::prelude::*;
use syw_core::card::{ModelCard, Size, last_of};

use crate::components::rich;
use crate::state::PageState;
use crate::t;

/// Characters of a digest that are shown; the whole is in the title.
const N_SHOWN: usize = 12;

/// A line that opens.
#[component]
pub fn Provenance(
    /// The page's state. No default.
    state: PageState,
    /// The file below `results/`; empty for a figure that is run here. No default.
    #[prop(into)]
    file: String,
    /// The command that makes it again. No default.
    #[prop(into)]
    command: String,
    /// Whose numbers they are: sizes and arms. No default.
    arms: &'static [(Size, &'static str)],
) -> impl IntoView {
    let text = match file.is_empty() {
        true => t!("provenance-here"),
        false => t!("provenance-file"),
    };
    let source = rich(&text, |mark| {
        let view = match mark.name.as_str() {
            "file" => {
                let (href, shown) = (format!("results/{file}"), format!("results/{file}"));
                view! { <a href=href download=file.clone() translate="no">{shown}</a> }.into_any()
            }
            "code" => view! { <code translate="no">{command.clone()}</code> }.into_any(),
            _ => return None,
        };
        Some(view)
    });
    let models = move || {
        let found = state.models.with(|cards| models(cards, arms));
        found.into_iter().map(model_view).collect_view()
    };
    view! {
        <details class="provenance" data-part="provenance" data-file=file>
            <summary>{t!("provenance-title")}</summary>
            <p>{source}</p>
            <ul>{models}</ul>
        </details>
    }
    .into_any()
}

fn model_view(model: Model) -> impl IntoView {
    let said = t!("provenance-model", seed = model.seed.to_string());
    let said = rich(&said, |mark| {
        let view = match mark.name.as_str() {
            "model" => {
                let href = format!("models/{}/card.json", model.id);
                view! { <a href=href translate="no">{model.id.clone()}</a> }.into_any()
            }
            "digest" => {
                view! { <code translate="no" title=model.sha256.clone()>{model.digest.clone()}</code> }
                    .into_any()
            }
            _ => return None,
        };
        Some(view)
    });
    view! { <li>{said}</li> }
}

/// A model that numbers are of.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Model {
    id: String,
    seed: u64,
    digest: String,
    sha256: String,
}

fn models(cards: &[ModelCard], arms: &[(Size, &str)]) -> Vec<Model> {
    let of_arm = |(size, arm): &(Size, &str)| last_of(cards, *size, arm);
    let model = |card: &ModelCard| Model {
        id: card.id.clone(),
        seed: card.seed,
        digest: card.sha256.chars().take(N_SHOWN).collect(),
        sha256: card.sha256.clone(),
    };
    arms.iter().flat_map(of_arm).map(model).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_seed_of_an_arm_is_named_with_its_digest() {
        let text = include_str!("../../public/models/small-chain_rl-s0/card.json");
        let card: ModelCard = serde_json::from_str(text).unwrap();
        let other = ModelCard {
            seed: 1,
            id: "small-chain_rl-s1".into(),
            ..card.clone()
        };
        let found = models(&[card.clone(), other], &[(Size::Small, "chain_rl")]);
        let seeds: Vec<u64> = found.iter().map(|model| model.seed).collect();
        assert_eq!(seeds, [0, 1]);
        assert!(card.sha256.starts_with(&found[0].digest));
        assert_eq!(found[0].digest.len(), N_SHOWN);
        assert_eq!(models(&[card], &[(Size::Large, "direct")]), []);
    }
}
