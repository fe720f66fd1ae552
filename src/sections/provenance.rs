//! Where the numbers of a figure come from: its file, the command that makes it again, and every model with its seed and digest.

use leptos::prelude::*;
use syw_core::card::{ModelCard, Size, last_of};

use crate::state::PageState;

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
    let source = match file.is_empty() {
        true => view! { "Run here, in your browser; " }.into_any(),
        false => {
            let (href, shown) = (format!("results/{file}"), format!("results/{file}"));
            view! { "File: "<a href=href download=file.clone()>{shown}</a>"; " }.into_any()
        }
    };
    let models = move || {
        let found = state.models.with(|cards| models(cards, arms));
        let of_one = |model: Model| {
            let href = format!("models/{}/card.json", model.id);
            view! {
                <li>
                    <a href=href>{model.id}</a>
                    {format!(", seed {}, SHA-256 ", model.seed)}
                    <code title=model.sha256>{model.digest}</code>
                </li>
            }
        };
        found.into_iter().map(of_one).collect_view()
    };
    view! {
        <details class="provenance" data-part="provenance" data-file=file>
            <summary>"Where these numbers come from"</summary>
            <p>{source}"made again by "<code>{command}</code>"."</p>
            <ul>{models}</ul>
        </details>
    }
    .into_any()
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
