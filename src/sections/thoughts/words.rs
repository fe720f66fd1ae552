//! What was measured of the model that thinks in vectors, in sentences made from the files. Pure.

use syw_core::latent::{Count, Latent, Latents, Quantity, Way};

use crate::components::format::{count, percent};
use crate::thinking::listed;

/// What a reader expects of a thought that is swapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guess {
    Own,
    Other,
    Mixed,
}

impl Guess {
    pub const ALL: [Guess; 3] = [Guess::Own, Guess::Other, Guess::Mixed];

    /// The words on its button.
    pub fn words(self) -> &'static str {
        match self {
            Guess::Own => "Its own problem\u{2019}s",
            Guess::Other => "The other problem\u{2019}s",
            Guess::Mixed => "As if one of its numbers had been exchanged",
        }
    }

    /// The name in attributes.
    pub fn name(self) -> &'static str {
        match self {
            Guess::Own => "own",
            Guess::Other => "other",
            Guess::Mixed => "mixed",
        }
    }
}

/// What the answer does when the first thought is swapped: it stays right, it is the other problem's, it is as if the first or the second
/// number had been exchanged.
fn first_swapped(latent: &Latent) -> Option<[f64; 4]> {
    let altered = latent.altered(Way::Swap, Some(0))?;
    let follows = altered.follows?;
    let share = |count: Count| count.share().unwrap_or(0.0);
    Some([
        latent.share(altered.right),
        share(follows.whole),
        share(follows.first),
        share(follows.second),
    ])
}

/// What came of it, beside what was guessed.
pub fn verdict(latent: &Latent, guess: Guess) -> Option<String> {
    let [own, other, first, second] = first_swapped(latent)?;
    let of_guess = |guess: Guess| match guess {
        Guess::Own => own,
        Guess::Other => other,
        Guess::Mixed => first.max(second),
    };
    let came = Guess::ALL.into_iter().find(|guess| of_guess(*guess) > 0.5);
    let sign = if came == Some(guess) {
        '\u{2713}'
    } else {
        '\u{2717}'
    };
    let measured = came.map_or("None of these more often than not", Guess::words);
    Some(format!(
        "{sign} {measured}. Measured on {} held-out problems, with the first thought alone taken from another one: still right on {}; the other problem\u{2019}s answer in {}; \
         the answer with the other problem\u{2019}s first number in the place of its own in {}, with its second number in {}, each of the cases in which that is another answer.",
        count(latent.problems as u64),
        percent(own),
        percent(other),
        percent(first),
        percent(second),
    ))
}

/// Whether a thought stands for a step: what the answer becomes when one thought alone is swapped, for the numbers that follow a thought.
pub fn alignment(latent: &Latent) -> Option<String> {
    let of_place = |place: usize| {
        let follows = latent.altered(Way::Swap, Some(place))?.follows?;
        let named = [
            (follows.first, "as if the first number had been exchanged"),
            (follows.second, "as if the second number had been exchanged"),
            (follows.whole, "the other problem\u{2019}s"),
        ];
        let named = named
            .into_iter()
            .filter_map(|(count, name)| Some((count.share()?, name)));
        let (share, name) = named.max_by(|one, other| one.0.total_cmp(&other.0))?;
        (share > 0.5).then(|| format!("thought {} in {}, {name}", place + 1, percent(share)))
    };
    let said: Vec<String> = (0..latent.thoughts).filter_map(of_place).collect();
    Some(match said.is_empty() {
        true => "Swapped alone, no thought has the answer follow the other problem or one of its numbers more often than not.".into(),
        false => format!("Swapped alone, some thoughts do what a changed step does to a chain. The answer follows {}.", said.join("; ")),
    })
}

/// The middle of some shares, the lower of two.
fn median(mut shares: Vec<f64>) -> Option<f64> {
    shares.sort_by(f64::total_cmp);
    let middle = shares.len().checked_sub(1)? / 2;
    shares.get(middle).copied()
}

/// A figure of every model, as its middle and its range.
fn over_seeds(file: &Latents, figure: impl Fn(&Latent) -> Option<f64>) -> Option<String> {
    let shares: Option<Vec<f64>> = file.models.iter().map(figure).collect();
    let shares = shares?;
    let least = shares.iter().copied().reduce(f64::min)?;
    let most = shares.iter().copied().reduce(f64::max)?;
    let middle = percent(median(shares)?);
    Some(match least == most {
        true => middle,
        false => format!("{middle} ({} to {})", percent(least), percent(most)),
    })
}

/// Whether it works, and whether it is the thoughts.
pub fn ability(file: &Latents) -> Option<String> {
    let first = file.middle()?;
    let thinks = over_seeds(file, |latent| Some(latent.share(latent.right)))?;
    let pauses = over_seeds(file, |latent| {
        let control = latent.control.as_ref()?;
        Some(latent.share(control.right))
    });
    let pauses = pauses.map_or(String::new(), |pauses| {
        format!(" Trained alike with a filler word in the place of every thought, {pauses}: as many positions, and nothing fed back.")
    });
    let noise = over_seeds(file, |latent| {
        Some(latent.share(latent.altered(Way::Noise, None)?.right))
    })?;
    let gap = over_seeds(file, |latent| {
        latent.altered(Way::Swap, None)?.follows?.whole.share()
    })?;
    Some(format!(
        "With {} thoughts, GPT small is right on {thinks} of the held-out problems (the middle of {} seeds, and their range).{pauses} With noise of the same length \
         for every thought it is right on {noise}; with all thoughts of another problem, it gives the other problem\u{2019}s answer in {gap} of the cases in which the two differ.",
        first.thoughts,
        file.models.len(),
    ))
}

/// What can be read off the thoughts, and what cannot.
pub fn legibility(file: &Latents) -> Option<String> {
    let n_near = |latent: &Latent| {
        let n: usize = latent.nearest.iter().sum();
        (latent.thoughts > 0).then(|| latent.share(n) / latent.thoughts as f64)
    };
    let nearest = over_seeds(file, n_near)?;
    let shares: Option<Vec<f64>> = file.models.iter().map(n_near).collect();
    let read = match median(shares?)? {
        most if most >= 0.5 => {
            "Read through the model\u{2019}s own weights, its thoughts say more than was declared"
        }
        some if some >= 0.2 => {
            "Read through the model\u{2019}s own weights, its thoughts say something"
        }
        _ => "Read through the model\u{2019}s own weights, its thoughts say next to nothing",
    };
    let probe = |quantity: Quantity| {
        over_seeds(file, move |latent| {
            Some(latent.share(latent.best_probe(quantity)?.right))
        })
    };
    let control = over_seeds(file, |latent| {
        let above = latent
            .probes
            .iter()
            .map(|probe| latent.share(probe.shuffled));
        above.reduce(f64::max)
    })?;
    let common = over_seeds(file, |latent| {
        let common = latent.probes.iter().map(|probe| latent.share(probe.common));
        common.reduce(f64::max)
    })?;
    Some(format!(
        "{read}: the word nearest to a thought is the digit that stood there in the chain in {nearest}. They were made from written chains, one digit after the other, and nobody asked \
         them to keep their words or to lose them. There is no text, so a monitor of text has nothing to read; whoever has the weights has. A linear probe, fitted to training problems whose steps are known, reads off the best thought for each: the first remainder in {}, the second in {}, their product in \
         {}, the answer in {}. The same probe with its labels dealt out at random reaches {control} at most, and always saying the most common value {common}.",
        probe(Quantity::First)?,
        probe(Quantity::Second)?,
        probe(Quantity::Product)?,
        probe(Quantity::Answer)?,
    ))
}

/// How the answer grows from thought to thought, of the model that is shown.
pub fn growth(latent: &Latent) -> Option<String> {
    let of_answer = latent
        .probes
        .iter()
        .filter(|probe| probe.quantity == Quantity::Answer);
    let shares: Vec<String> = of_answer
        .map(|probe| percent(latent.share(probe.right)))
        .collect();
    let lasting: Vec<usize> = (0..latent.thoughts)
        .filter(|&place| {
            let altered = latent.altered(Way::Noise, Some(place));
            altered.is_some_and(|altered| latent.share(altered.same) < 0.5)
        })
        .map(|place| place + 1)
        .collect();
    if shares.is_empty() {
        return None;
    }
    let lasting = match lasting.len() {
        0 => "noise in any one of them leaves most answers as they are".to_owned(),
        1 => format!("noise in thought {} changes most answers", listed(&lasting)),
        _ => format!(
            "noise in any one of thoughts {} changes most answers",
            listed(&lasting)
        ),
    };
    Some(format!(
        "From the first thought to the last, the probe reads the answer off {}; {lasting}.",
        shares.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A model of ten problems: right, right of its control, right, whole and mixed when the first thought is swapped.
    fn latent(right: usize, control: usize, swapped: [usize; 3]) -> Latent {
        let count = |n: usize| json!({"n": n, "of": 10});
        let follows =
            json!({"whole": count(swapped[1]), "first": count(swapped[2]), "second": count(0)});
        let altered = |way: &str, place: Option<usize>| json!({"way": way, "place": place, "right": swapped[0], "same": 2, "follows": follows});
        let probe = |quantity: &str, right: usize| json!({"quantity": quantity, "place": 0, "right": right, "shuffled": 2, "common": 3});
        let altered = [
            altered("noise", None),
            altered("noise", Some(0)),
            altered("swap", None),
            altered("swap", Some(0)),
        ];
        let probes = [
            probe("first", 7),
            probe("second", 8),
            probe("product", 6),
            probe("answer", 9),
        ];
        serde_json::from_value(json!({
            "model": "m", "sha256": "", "seed": 0, "thoughts": 1, "problems": 10, "right": right, "right_without": 1,
            "control": {"model": "c", "sha256": "", "right": control}, "nearest": [1], "altered": altered, "probes": probes
        }))
        .unwrap()
    }

    fn file(latents: &[Latent]) -> Latents {
        Latents {
            models: latents.to_vec(),
            ..Latents::empty()
        }
    }

    #[track_caller]
    fn check(swapped: [usize; 3], guess: Guess, starts: &str) {
        let said = verdict(&latent(10, 4, swapped), guess).unwrap();
        assert!(said.starts_with(starts), "{said}");
    }

    #[test]
    fn a_guess_can_come_out_in_every_way() {
        check(
            [1, 10, 2],
            Guess::Other,
            "\u{2713} The other problem\u{2019}s.",
        );
        check(
            [1, 10, 2],
            Guess::Own,
            "\u{2717} The other problem\u{2019}s.",
        );
        check([9, 1, 2], Guess::Own, "\u{2713} Its own");
        check([1, 2, 8], Guess::Mixed, "\u{2713} As if");
        check([4, 3, 2], Guess::Own, "\u{2717} None of these");
    }

    #[test]
    fn what_was_measured_is_told_over_the_seeds() {
        let both = file(&[latent(10, 4, [1, 10, 2]), latent(8, 5, [1, 9, 2])]);
        let said = ability(&both).unwrap().replace('\u{202f}', " ");
        assert!(said.contains("right on 80 % (80 % to 100 %)"), "{said}");
        assert!(
            said.contains("filler word in the place of every thought, 40 % (40 % to 50 %)"),
            "{said}"
        );
        let said = legibility(&both).unwrap().replace('\u{202f}', " ");
        assert!(
            said.contains("say next to nothing: the word nearest"),
            "{said}"
        );
        assert!(said.contains("in the chain in 10 %."), "{said}");
        assert!(
            said.contains(
                "in 70 %, the second in 80 %, their product in 60 %, the answer in 90 %."
            ),
            "{said}"
        );
        let said = growth(&both.models[0]).unwrap().replace('\u{202f}', " ");
        assert!(
            said.ends_with("reads the answer off 90 %; noise in thought 1 changes most answers."),
            "{said}"
        );
        assert_eq!(ability(&file(&[])), None);
        assert_eq!(legibility(&file(&[])), None);
    }
}
