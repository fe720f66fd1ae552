//! What was measured of the model that thinks in vectors, in sentences made from the files. Pure.

use syw_core::latent::{Count, Latent, Latents, Quantity, Way};

use crate::components::format::{count, percent};
use crate::locale::formats::{clauses, range, series};
use crate::locale::{named, yes_or_no};
use crate::t;
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
    pub fn words(self) -> String {
        named("thoughts-guess", self.name())
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
    Some(t!(
        "thoughts-verdict",
        is_right = yes_or_no(came == Some(guess)),
        came = came.map_or("none", Guess::name),
        problems = count(latent.problems as u64),
        own = percent(own),
        other = percent(other),
        first = percent(first),
        second = percent(second)
    ))
}

/// Whether a thought stands for a step: what the answer becomes when one thought alone is swapped, for the numbers that follow a thought.
pub fn alignment(latent: &Latent) -> Option<String> {
    let of_place = |place: usize| {
        let follows = latent.altered(Way::Swap, Some(place))?.follows?;
        let counts = [follows.first, follows.second, follows.whole];
        let shares = counts.into_iter().enumerate();
        let shares = shares.filter_map(|(idx, count)| Some((idx, count.share()?)));
        let (idx, most) = shares.max_by(|(_, one), (_, other)| one.total_cmp(other))?;
        let (number, share) = (place + 1, percent(most));
        (most > 0.5).then(|| match idx {
            0 => t!("thoughts-follows-first", number = number, share = share),
            1 => t!("thoughts-follows-second", number = number, share = share),
            _ => t!("thoughts-follows-whole", number = number, share = share),
        })
    };
    let said: Vec<String> = (0..latent.thoughts).filter_map(of_place).collect();
    Some(match said.is_empty() {
        true => t!("thoughts-alignment-none"),
        false => t!("thoughts-alignment", thoughts = clauses(&said)),
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
        false => t!(
            "thoughts-over-seeds",
            middle = middle,
            range = range(percent(least), percent(most))
        ),
    })
}

/// Whether it works, and whether it is the thoughts.
pub fn ability(file: &Latents) -> Option<String> {
    let first = file.middle()?;
    let thinks = over_seeds(file, |latent| Some(latent.share(latent.right)))?;
    let fillers = over_seeds(file, |latent| {
        let control = latent.control.as_ref()?;
        Some(latent.share(control.right))
    });
    let noise = over_seeds(file, |latent| {
        Some(latent.share(latent.altered(Way::Noise, None)?.right))
    })?;
    let swapped = over_seeds(file, |latent| {
        latent.altered(Way::Swap, None)?.follows?.whole.share()
    })?;
    let ability = t!(
        "thoughts-ability",
        thoughts = first.thoughts,
        right = thinks,
        seeds = file.models.len()
    );
    let fillers = fillers.map(|fillers| t!("thoughts-ability-fillers", fillers = fillers));
    let altered = t!("thoughts-ability-altered", noise = noise, swapped = swapped);
    let said: Vec<String> = [Some(ability), fillers, Some(altered)]
        .into_iter()
        .flatten()
        .collect();
    Some(said.join(" "))
}

/// What can be read off the thoughts, and what cannot.
pub fn legibility(file: &Latents) -> Option<String> {
    let n_near = |latent: &Latent| {
        let n: usize = latent.nearest.iter().sum();
        (latent.thoughts > 0).then(|| latent.share(n) / latent.thoughts as f64)
    };
    let nearest = over_seeds(file, n_near)?;
    let shares: Option<Vec<f64>> = file.models.iter().map(n_near).collect();
    let extent = match median(shares?)? {
        most if most >= 0.5 => "much",
        some if some >= 0.2 => "some",
        _ => "nothing",
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
    Some(t!(
        "thoughts-legible",
        extent = extent,
        nearest = nearest,
        first = probe(Quantity::First)?,
        second = probe(Quantity::Second)?,
        product = probe(Quantity::Product)?,
        answer = probe(Quantity::Answer)?,
        control = control,
        common = common
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
    Some(t!(
        "thoughts-growth",
        lasting = lasting.len(),
        shares = series(&shares),
        places = listed(&lasting)
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
