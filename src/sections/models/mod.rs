//! The models behind the page: what each is and how well it does, read from their cards.

pub mod equal;
pub mod premise;

use leptos::prelude::*;
use syw_core::card::{Job, ModelCard, Size};

use crate::components::Near;
use crate::components::format::{bytes, count, of_total, percent};
use crate::locale::{self, named};
use crate::sections::export::TakeAway;
use crate::sections::failure::in_its_turn;
use crate::sections::models::equal::equal_capability;
use crate::sections::models::premise::premise;
use crate::state::{PageState, followed_seed};
use crate::t;

fn size_name(size: Size) -> String {
    match size {
        Size::Large => t!("large-name"),
        Size::Small => t!("small-name"),
    }
}

/// How a model was trained, for readers. Arms without a name of their own are shown by the card's word.
fn training(card: &ModelCard) -> String {
    if card.arm == "chain_rl" {
        return t!("models-updates", updates = count(card.step));
    }
    match locale::has(&format!("trained-{}", card.arm)) {
        true => named("trained", &card.arm),
        false => card.arm.replace('_', " "),
    }
}

/// Whether a model is a way station: another one of the same size, arm and seed goes on from it.
fn is_way_station(card: &ModelCard, cards: &[ModelCard]) -> bool {
    let same_run = |other: &&ModelCard| {
        (other.size, &other.arm, other.seed) == (card.size, &card.arm, card.seed)
    };
    card.arm == "chain_rl"
        && cards.iter().filter(same_run).any(|other| {
            other.step > card.step || other.step == card.step && other.id.len() < card.id.len()
        })
}

/// The cards that the page is about: the followed seed of GPT small and the large models, without way stations.
fn main_cards(cards: &[ModelCard]) -> impl Iterator<Item = &ModelCard> {
    let seed = followed_seed(cards);
    cards.iter().filter(move |card| {
        let is_followed = card.size == Size::Large || seed.is_none_or(|seed| card.seed == seed);
        is_followed && !is_way_station(card, cards)
    })
}

/// Whether a model is one of the two of the duel: the others stand in the table only.
fn is_of_the_duel(card: &&ModelCard) -> bool {
    let arm = match card.size {
        Size::Large => "direct",
        Size::Small => "chain_rl",
    };
    card.arm == arm
}

/// The two models of the duel, a sentence each, from the cards.
fn caption(cards: &[ModelCard]) -> String {
    let said = |card: &ModelCard| {
        t!(
            "models-one",
            size = size_name(card.size),
            training = training(card),
            right = of_total(card.held_out_accuracy, card.held_out_problems),
            share = percent(card.held_out_accuracy)
        )
    };
    let said: Vec<String> = main_cards(cards).filter(is_of_the_duel).map(said).collect();
    match said.is_empty() {
        true => t!("models-none"),
        false => format!("{} {}", said.join(" "), t!("models-untouched")),
    }
}

fn row(card: ModelCard) -> impl IntoView {
    let class = match card.size {
        Size::Large => "large-ink",
        Size::Small => "small-ink",
    };
    let answers = card.job == Job::Answer;
    let of_answers = |text: String| if answers { text } else { "\u{2013}".into() };
    let held_out = answers.then(|| of_total(card.held_out_accuracy, card.held_out_problems));
    let home = card.home.as_ref().filter(|_| answers);
    let home = home.map(|home| percent(home.rung.accuracy));
    let href = format!("models/{}/card.json", card.id);
    view! {
        <tr>
            <th scope="row"><span class=class>{size_name(card.size)}</span>" "<span class="arm">{training(&card)}</span></th>
            <td>{of_answers(percent(card.held_out_accuracy))}<small>{held_out}</small></td>
            <td>{home}</td>
            <td>{of_answers(percent(card.direct_accuracy))}</td>
            <td>{of_answers(percent(card.chain_share))}</td>
            <td>{count(card.parameters)}</td>
            <td>{bytes(card.bytes)}</td>
            <td><a href=href download=format!("{}.json", card.id) aria-label=t!("models-card-of", model = card.id.clone())>{t!("models-card-link")}</a></td>
        </tr>
    }
}

fn table(cards: Vec<ModelCard>) -> impl IntoView {
    let home = cards.iter().find_map(|card| card.home.as_ref());
    let home = home.map_or(String::new(), |home| {
        t!("models-modulo", modulus = home.modulus.to_string())
    });
    view! {
        <div class="table-scroll" role="region" aria-label=t!("models-table") tabindex="0">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{t!("models-model")}</th>
                        <th scope="col">{t!("models-held-out")}</th>
                        <th scope="col">{home}</th>
                        <th scope="col">{t!("models-direct")}</th>
                        <th scope="col">{t!("models-notes")}</th>
                        <th scope="col">{t!("models-parameters")}</th>
                        <th scope="col">{t!("models-file")}</th>
                        <th scope="col">{t!("models-card")}</th>
                    </tr>
                </thead>
                <tbody>{cards.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

/// A table folded away and made once it is opened, for it is long; or nothing where it would be empty.
fn folded(title: String, cards: Vec<ModelCard>) -> impl IntoView {
    let is_opened = RwSignal::new(false);
    (!cards.is_empty()).then(|| {
        view! {
            <details on:toggle=move |_| is_opened.set(true)>
                <summary>{title}</summary>
                {move || is_opened.get().then(|| table(cards.clone()))}
            </details>
        }
    })
}

/// The table of models, the way stations of reinforcement learning and the other seeds folded away.
#[component]
pub fn Models(state: PageState) -> impl IntoView {
    let tables = move || {
        let cards = state.models.get();
        let main: Vec<ModelCard> = main_cards(&cards).cloned().collect();
        let (stations, seeds): (Vec<ModelCard>, Vec<ModelCard>) = cards
            .iter()
            .filter(|card| !main.contains(card))
            .cloned()
            .partition(|card| is_way_station(card, &cards));
        let earlier = t!("models-earlier", n = stations.len() as f64);
        let others = t!("models-others", n = seeds.len() as f64);
        (!main.is_empty())
            .then(|| view! { {table(main)} {folded(earlier, stations)} {folded(others, seeds)} })
    };
    let on_near = move |()| {
        state.want_frontier();
        state.want_evaluations();
    };
    let is_measured = in_its_turn(move || {
        let evaluations = state.figures.evaluations;
        evaluations.with(|arrival| arrival.here().is_some())
    });
    let equal = move || {
        let followed = is_measured.get().then(|| state.followed_model())??;
        state.figures.evaluations.with(|arrival| {
            let file = arrival.here()?;
            equal_capability(file, &followed)
        })
    };
    view! {
        <section class="wide" aria-labelledby="models-title" data-part="models-table" data-export="models">
            <h2 id="models-title">{t!("models-title")}</h2>
            <Near on_near=Callback::new(on_near)>
                <p class="measure">{move || state.models.with(|cards| caption(cards))}</p>
                <p class="measure" data-part="premise">
                    {move || state.models.with(|cards| state.figures.frontier.with(|arrival| premise(cards, arrival.here())))}
                </p>
                <p class="measure" data-part="equal">{equal}</p>
            </Near>
            {tables}
            <TakeAway state name="models" data="models/index.json" />
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(id: &str, arm: &str, step: u64) -> ModelCard {
        let text = format!(
            r#"{{"id":"{id}","size":"small","arm":"{arm}","seed":0,"step":{step},"parameters":27712,"bytes":49175,
            "sha256":"00","held_out_problems":6076,"held_out_accuracy":0.5,"held_out_accuracy_fp32":0.5,
            "direct_accuracy":0.25,"chain_accuracy":null,"chain_share":0.0,"answers":"free","layers":2,"heads":4,
            "width":32,"head_width":8,"max_length":128,"vocabulary":[],"operands":[2],"training":null}}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn only_the_last_of_a_run_is_no_way_station() {
        let cards = [
            card("base", "chain_prompted", 9),
            card("small-rl-u005", "chain_rl", 5),
            card("small-rl-u150", "chain_rl", 150),
            card("small-rl", "chain_rl", 150),
        ];
        let found: Vec<bool> = cards
            .iter()
            .map(|card| is_way_station(card, &cards))
            .collect();
        assert_eq!(found, [false, true, true, false]);
    }

    #[test]
    fn the_caption_is_made_from_the_cards() {
        assert_eq!(
            caption(&[
                card("base", "chain_prompted", 9),
                card("small-rl", "chain_rl", 9)
            ])
            .replace('\u{202f}', " "),
            "GPT small, after 9 updates of reinforcement learning, is right on 3 038 of 6 076 held-out problems (50 %). \
             No model was trained on any of these problems."
        );
        assert_eq!(
            caption(&[]),
            "The models\u{2019} cards have not arrived yet."
        );
        assert_eq!(training(&card("x", "encoded_chain", 0)), "encoded chain");
    }
}
