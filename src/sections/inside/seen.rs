//! What is seen inside the models, in sentences: the head that fetches, the remainders in the stream, where the answer hangs.

use syw_core::Token;
use syw_core::inside::{Circle, Copied, Heads, Order, Patched};

use crate::components::alternatives::shown;
use crate::components::format::{count, percent, probability};
use crate::locale::formats::series;
use crate::locale::yes_or_no;
use crate::t;

/// The head that fetches results, by what was measured; `None` without a measurement.
pub fn head_words(heads: &[Heads]) -> Option<String> {
    let of = |what| {
        heads
            .iter()
            .find(|heads| heads.what == what)
            .filter(|heads| heads.n > 0)
    };
    let (operand, answer) = (of(Copied::Operand)?, of(Copied::Answer)?);
    let [best, next, ..] = &operand.heads[..] else {
        return None;
    };
    let in_answer = answer.heads.first()?;
    let is_same = (best.layer, best.head) == (in_answer.layer, in_answer.head);
    let answering = match is_same {
        true => t!("inside-head-same", share = percent(in_answer.share)),
        false => t!(
            "inside-head-other",
            head = in_answer.head + 1,
            layer = in_answer.layer + 1,
            share = percent(in_answer.share)
        ),
    };
    let fetching = t!(
        "inside-head-fetches",
        head = best.head + 1,
        layer = best.layer + 1,
        digits = count(operand.n as u64),
        share = percent(best.share),
        next = percent(next.share),
        even = percent(operand.even)
    );
    Some(format!("{fetching} {answering}"))
}

/// The head that fetches the operands of steps: its layer and its number, from 0.
pub fn fetching_head(heads: &[Heads]) -> Option<(usize, usize)> {
    let operand = heads.iter().find(|heads| heads.what == Copied::Operand)?;
    operand.heads.first().map(|best| (best.layer, best.head))
}

/// What the spectrum of one layer says.
pub fn circle_words(circle: &Circle) -> String {
    let strongest = circle.spectrum.iter().copied().fold(0.0, f64::max);
    let frequency = circle
        .spectrum
        .iter()
        .position(|share| *share == strongest)
        .map_or(1, |idx| idx + 1);
    let known = t!(
        "inside-circle-known",
        share = percent(circle.between),
        chance = percent(circle.between_shuffled)
    );
    // With one frequency there is nothing to compare; without anything between the means, no spectrum of it.
    let said = if circle.spectrum.len() < 2 {
        t!("inside-circle-few")
    } else if circle.between <= circle.between_shuffled {
        t!("inside-circle-nothing")
    } else {
        let order = match circle.order {
            Order::Residue => "counting",
            Order::Logarithm => "powers",
        };
        t!(
            "inside-circle-strongest",
            order = order,
            is_wheel = yes_or_no(strongest > circle.spectrum_shuffled),
            frequency = frequency,
            share = percent(strongest),
            chance = percent(circle.spectrum_shuffled)
        )
    };
    format!("{known} {said}")
}

/// Where a reader is in the stream: before the first layer, or after one of them.
pub fn layer_name(layer: usize) -> String {
    match layer {
        0 => t!("inside-before-layer", layer = 1),
        layer => t!("inside-after-layer", layer = layer),
    }
}

/// Where the answer hangs, layer by layer.
pub fn patch_words(patched: &Patched, tokens: &[Token]) -> String {
    let best = |(layer, restored): (usize, &Vec<f32>)| {
        let best =
            (0..restored.len()).max_by(|&one, &other| restored[one].total_cmp(&restored[other]))?;
        let token = shown(*tokens.get(best)?);
        let share = probability(restored[best].clamp(0.0, 1.0));
        Some(match layer {
            0 => t!(
                "inside-patch-before",
                layer = 1,
                token = token,
                share = share
            ),
            layer => t!(
                "inside-patch-after",
                layer = layer,
                token = token,
                share = share
            ),
        })
    };
    let layers: Vec<String> = patched
        .restored
        .iter()
        .enumerate()
        .filter_map(best)
        .collect();
    t!(
        "inside-patch-words",
        from = shown(patched.corrupt_answer),
        to = shown(patched.clean_answer),
        layers = series(&layers)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn plain(text: Option<String>) -> String {
        text.unwrap().replace('\u{202f}', " ")
    }

    #[test]
    fn the_head_is_the_one_that_was_measured() {
        let heads = |what: &str, best: usize| {
            json!({"what": what, "n": 1020, "even": 0.03, "heads": [
                {"layer": 1, "head": best, "share": 0.79}, {"layer": 0, "head": 1, "share": 0.05}]})
        };
        let read = |answer: usize| -> Vec<Heads> {
            serde_json::from_value(json!([heads("operand", 1), heads("answer", answer)])).unwrap()
        };
        let said = plain(head_words(&read(1)));
        assert!(
            said.starts_with("Head 2 of layer 2 fetches results"),
            "{said}"
        );
        assert!(said.contains("The same head reads 79 %"), "{said}");
        assert!(plain(head_words(&read(0))).contains("is read most by head 1 of layer 2"));
        assert_eq!(
            (head_words(&[]), fetching_head(&read(0))),
            (None, Some((1, 1)))
        );
    }

    #[test]
    fn a_spectrum_is_held_against_chance() {
        let circle = |between: f64, spectrum: &[f64], chance: f64| Circle {
            modulus: 7,
            order: Order::Residue,
            layer: 4,
            residues: (0..7).collect(),
            problems: 10_000,
            between,
            between_shuffled: 0.001,
            spectrum: spectrum.to_vec(),
            spectrum_shuffled: chance,
            points: vec![(0.0, 0.0); 7],
        };
        let said = |circle| circle_words(&circle).replace('\u{202f}', " ");
        let found = said(circle(0.77, &[0.2, 0.7, 0.1], 0.5));
        assert!(
            found.contains("The strongest frequency, 2, has 70 %, more than random"),
            "{found}"
        );
        assert!(said(circle(0.77, &[0.4, 0.3, 0.3], 0.5)).contains("no more than random"));
        assert!(
            said(circle(0.0005, &[0.4, 0.3, 0.3], 0.5))
                .contains("Nothing is known of them here yet")
        );
        assert!(said(circle(0.5, &[1.0], 1.0)).ends_with("only one frequency."));
    }

    #[test]
    fn patches_say_where_the_answer_hangs() {
        let patched = Patched {
            clean_answer: Token::digit(6),
            corrupt_answer: Token::digit(4),
            restored: vec![vec![1.0, 0.0], vec![0.25, 0.5]],
        };
        let said =
            patch_words(&patched, &[Token::digit(7), Token::ANSWER]).replace('\u{202f}', " ");
        let said = crate::locale::markup::plain(&said);
        assert_eq!(
            said,
            "The answer goes from 4 back to 6 most before layer 1 with \u{201c}7\u{201d} (100 %), after layer 1 with \u{201c}answer\u{201d} (50 %)."
        );
    }
}
