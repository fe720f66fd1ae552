//! Which of the files that the page fetches come along in the one file, while there is room: first what the page is nothing without, then
//! what most readers will ask for.

use crate::budgets::DUEL_MODELS;

/// What figures further down run before anybody has chosen anything: of each arm, the seed in the middle.
const FIRST_MODELS: [&str; 3] = [
    "models/small-encoded-s2/model.onnx",
    "models/small-latent-s2/model.onnx",
    "models/small-steganography-s4/model.onnx",
];

/// The modulus whose maps a reader sees first.
const FIRST_MAPS: &str = "-m7.json";

/// Where a file stands in the order; the lower, the sooner it is put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// The program, the engine, the cards, the models that run unasked, every result and every language: the file is nothing without them.
    Needed,
    /// GPT small in all its trainings, in page order.
    Small(usize),
    /// The maps of further moduli.
    Map,
    /// Everything larger, in page order.
    Large(usize),
}

/// The files in the order in which they are put in, each with whether it must be. `program` is the name of the page's program, `models` are the ids of
/// the models in page order.
pub(super) fn in_order(
    names: impl Iterator<Item = String>,
    program: &str,
    models: &[String],
) -> Vec<(String, bool)> {
    let ranked = names.filter_map(|name| Some((rank(&name, program, models)?, name)));
    let mut ranked: Vec<(Rank, String)> = ranked.collect();
    ranked.sort();
    let is_needed = |(rank, name)| (name, rank == Rank::Needed);
    ranked.into_iter().map(is_needed).collect()
}

/// `None`: the page does not fetch it.
fn rank(name: &str, program: &str, models: &[String]) -> Option<Rank> {
    let is_needed = ["worker.js", "worker_bg.wasm", "models/index.json", program].contains(&name);
    let is_first = DUEL_MODELS.contains(&name) || FIRST_MODELS.contains(&name);
    if is_needed || is_first || name.starts_with("locales/") {
        return Some(Rank::Needed);
    }
    if let Some(of_model) = name.strip_prefix("models/") {
        let (id, file) = of_model.split_once('/')?;
        let place = models.iter().position(|model| model == id)?;
        return match file {
            "card.json" => Some(Rank::Needed),
            "model.onnx" if id.starts_with("small-") => Some(Rank::Small(place)),
            "model.onnx" => Some(Rank::Large(place)),
            _ => None,
        };
    }
    let result = name.strip_prefix("results/")?;
    let is_later = result.starts_with("maps/") && !result.ends_with(FIRST_MAPS);
    Some(if is_later { Rank::Map } else { Rank::Needed })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_most_readers_ask_for_comes_first() {
        let models = ["large-base-s0", "small-b-s0", "small-a-s0"].map(str::to_owned);
        let names = [
            "index.html",
            "methods.html",
            "all.zip",
            "models/index.json",
            "models/large-base-s0/model.onnx",
            "models/small-a-s0/model.onnx",
            "models/small-b-s0/card.json",
            "models/small-b-s0/model.onnx",
            "models/unlisted/model.onnx",
            "page_bg.wasm",
            "results/a.json",
            "results/maps/x-m3.json",
            "results/maps/x-m7.json",
            "single/show-your-work.html",
            "worker.js",
            FIRST_MODELS[0],
            DUEL_MODELS[0],
        ];
        let found = in_order(
            names.into_iter().map(str::to_owned),
            "page_bg.wasm",
            &models,
        );
        let (needed, later): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|(_, is_needed)| *is_needed);
        let mut needed: Vec<_> = needed.iter().map(|(name, _)| name.as_str()).collect();
        let mut expected = vec![
            DUEL_MODELS[0],
            FIRST_MODELS[0],
            "models/index.json",
            "models/small-b-s0/card.json",
            "page_bg.wasm",
            "results/a.json",
            "results/maps/x-m7.json",
            "worker.js",
        ];
        needed.sort_unstable();
        expected.sort_unstable();
        assert_eq!(needed, expected);
        let later: Vec<_> = later.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            later,
            [
                "models/small-b-s0/model.onnx",
                "models/small-a-s0/model.onnx",
                "results/maps/x-m3.json",
                "models/large-base-s0/model.onnx",
            ]
        );
    }
}
