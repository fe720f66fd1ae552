//! What is seen inside the models, in sentences: the head that fetches, the remainders in the stream, where the answer hangs.

use syw_core::Token;
use syw_core::inside::{Circle, Copied, Heads, Order, Patched};

use crate::components::format::{count, percent, probability};

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
        true => format!(
            "The same head reads {} from the result that becomes the answer.",
            percent(in_answer.share)
        ),
        false => format!(
            "The result that becomes the answer is read most by head {} of layer {}, with {}.",
            in_answer.head + 1,
            in_answer.layer + 1,
            percent(in_answer.share)
        ),
    };
    Some(format!(
        "Head {} of layer {} fetches results: over {} copied digits in notes for held-out problems, just before a step repeats an earlier result it reads \
         {} from the very digit that is repeated, where the next best head reads {} and one that read evenly would {}. {answering}",
        best.head + 1,
        best.layer + 1,
        count(operand.n as u64),
        percent(best.share),
        percent(next.share),
        percent(operand.even)
    ))
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
    let known = format!(
        "Of all that varies in the stream, {} lies between these remainders ({} if they are dealt out at random).",
        percent(circle.between),
        percent(circle.between_shuffled)
    );
    // With one frequency there is nothing to compare; without anything between the means, no spectrum of it.
    if circle.spectrum.len() < 2 {
        return format!("{known} With so few of them there is only one frequency.");
    }
    if circle.between <= circle.between_shuffled {
        return format!(
            "{known} Nothing is known of them here yet, so the spectrum is one of chance."
        );
    }
    let wheel = match circle.order {
        Order::Residue => "in the order of counting",
        Order::Logarithm => "in the order of powers",
    };
    let verdict = match strongest > circle.spectrum_shuffled {
        true => format!(
            "more than random orders give (up to {}): the remainders lie {wheel} in part",
            percent(circle.spectrum_shuffled)
        ),
        false => format!(
            "no more than random orders give (up to {}): the remainders are apart, but no wheel {wheel}",
            percent(circle.spectrum_shuffled)
        ),
    };
    format!(
        "{known} The strongest frequency, {frequency}, has {}, {verdict}.",
        percent(strongest)
    )
}

/// Where the answer hangs, layer by layer.
pub fn patch_words(patched: &Patched, tokens: &[Token]) -> String {
    let best = |(layer, restored): (usize, &Vec<f32>)| {
        let best =
            (0..restored.len()).max_by(|&one, &other| restored[one].total_cmp(&restored[other]))?;
        let token = tokens.get(best)?.text();
        let place = match layer {
            0 => "before layer 1".to_owned(),
            layer => format!("after layer {layer}"),
        };
        Some(format!(
            "{place} with \u{201c}{token}\u{201d} ({})",
            probability(restored[best].clamp(0.0, 1.0))
        ))
    };
    let layers: Vec<String> = patched
        .restored
        .iter()
        .enumerate()
        .filter_map(best)
        .collect();
    format!(
        "The answer goes from {} back to {} most {}.",
        patched.corrupt_answer.text(),
        patched.clean_answer.text(),
        layers.join(", ")
    )
    .replace("<answer>", "answer")
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
        assert_eq!(
            said,
            "The answer goes from 4 back to 6 most before layer 1 with \u{201c}7\u{201d} (100 %), after layer 1 with \u{201c}answer\u{201d} (50 %)."
        );
    }
}
