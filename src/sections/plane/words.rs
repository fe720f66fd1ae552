//! What the plane comes to, in sentences computed from its file: who is on the front, who is as capable as GPT large and better overseen,
//! what was done to whom, and who is left out. Pure.

use syw_core::card::Size;
use syw_core::plane::{
    Capability, Choice, EQUAL_WITHIN, Group, How, LinkKind, Oversight, Plane, Where, Why, front,
};

use crate::components::format::percent;
use crate::locale::formats::{decimal, list};
use crate::locale::named;
use crate::sections::plane::names::{group_name, link_label, oversight_label, short, why_label};
use crate::t;

/// The guesses that a reader can make, by size and arm.
const GUESSES: [(Size, &str); 4] = [
    (Size::Large, "direct"),
    (Size::Small, "chain_rl"),
    (Size::Large, "rationaliser"),
    (Size::Small, "steganography"),
];
/// What they are about.
const GUESSED: Choice = Choice {
    x: Capability::Home,
    y: Oversight::Follow,
    at: Where::Home,
};

/// The labels of the guesses.
pub fn options() -> Vec<String> {
    GUESSES.map(|(_, arm)| named("plane-guess", arm)).to_vec()
}

pub fn name_of(group: &Group<'_>) -> String {
    group_name(group.size, group.arm, group.how)
}

fn is_group(group: &Group<'_>, size: Size, arm: &str) -> bool {
    (group.size, group.arm, group.how) == (size, arm, How::Own)
}

/// The groups on the front, from the left to the right, as indices.
pub fn front_of(groups: &[Group<'_>]) -> Vec<usize> {
    let middles: Vec<(f64, f64)> = groups.iter().map(|group| group.middle).collect();
    front(&middles)
}

/// Who is on the front.
pub fn finding(plane: &Plane, choice: Choice) -> String {
    let groups = choice.groups(plane);
    let said = |&idx: &usize| {
        let group = &groups[idx];
        let (x, y) = group.middle;
        format!(
            "{} ({}, {})",
            name_of(group),
            percent(x),
            short(choice.y, y)
        )
    };
    let found: Vec<String> = front_of(&groups).iter().map(said).collect();
    match &found[..] {
        [] => t!("plane-front-nobody"),
        [one] => t!("plane-front-one", one = one.clone()),
        [_, ..] if is_one_place(&groups) => t!(
            "plane-front-place",
            n = found.len().to_string(),
            all = match found.len() {
                2 => list(&found),
                _ => found.join(", "),
            }
        ),
        _ => t!("plane-front", all = list(&found)),
    }
}

/// Whether all of the front is one place.
fn is_one_place(groups: &[Group<'_>]) -> bool {
    let mut places = front_of(groups).into_iter().map(|idx| groups[idx].middle);
    let first = places.next();
    places.all(|place| Some(place) == first)
}

/// Who is as capable as GPT large, and who of them can be overseen better: the comparison that the last claim for chains calls for.
/// `None` where GPT large was not measured.
pub fn at_equal_capability(plane: &Plane, choice: Choice) -> Option<String> {
    let (low, high) = choice.band(plane)?;
    let groups = choice.groups(plane);
    let is_inside = |group: &&Group<'_>| (low - 1e-9..=high + 1e-9).contains(&group.middle.0);
    let mut inside: Vec<&Group<'_>> = groups.iter().filter(is_inside).collect();
    inside.sort_by(|a, b| b.middle.1.total_cmp(&a.middle.1));
    let points = (1000.0 * EQUAL_WITHIN).round() / 10.0;
    let mut said = vec![t!(
        "plane-band",
        points = decimal(points, usize::from(points.fract() != 0.0)),
        share = percent((low + high) / 2.0),
        inside = inside.len().to_string(),
        groups = groups.len().to_string()
    )];
    let with_height =
        |group: &Group<'_>| format!("{} ({})", name_of(group), short(choice.y, group.middle.1));
    match &inside[..] {
        [] => {}
        [one] => said.push(t!("plane-band-one", one = with_height(one))),
        [best, .., worst] => said.push(t!(
            "plane-band-range",
            best = with_height(best),
            worst = with_height(worst)
        )),
    }
    said.push(weaker_generator(plane, &groups, &inside, choice));
    Some(said.join(" "))
}

/// GPT small after reinforcement beside GPT large alone.
fn weaker_generator(
    plane: &Plane,
    groups: &[Group<'_>],
    inside: &[&Group<'_>],
    choice: Choice,
) -> String {
    let of = |size, arm| groups.iter().find(|group| is_group(group, size, arm));
    let (small, large) = (of(Size::Small, "chain_rl"), of(Size::Large, "direct"));
    let Some(small) = small else {
        return t!("plane-weaker-missing");
    };
    let height = |group: &Group<'_>| short(choice.y, group.middle.1);
    let is_equal = inside
        .iter()
        .any(|group| is_group(group, Size::Small, "chain_rl"));
    let (equal, right) = (if is_equal { "yes" } else { "no" }, percent(small.middle.0));
    let Some(large) = large else {
        let left = choice.left_out(plane);
        let large = left
            .iter()
            .find(|it| (it.size, it.arm) == (Size::Large, "direct"));
        return match large {
            None => t!(
                "plane-weaker-alone",
                equal = equal,
                right = right,
                height = height(small)
            ),
            Some(it) => t!(
                "plane-weaker-alone-why",
                equal = equal,
                right = right,
                height = height(small),
                why = why_label(it.why)
            ),
        };
    };
    let compared = match small.middle.1.total_cmp(&large.middle.1) {
        std::cmp::Ordering::Greater => "higher",
        std::cmp::Ordering::Equal => "equal",
        std::cmp::Ordering::Less => "lower",
    };
    t!(
        "plane-weaker",
        equal = equal,
        right = right,
        height = height(small),
        compared = compared,
        large = height(large)
    )
}

/// Every arrow, numbered from 1: what was done, and what it did to the medians.
pub fn arrows(plane: &Plane, choice: Choice) -> Vec<String> {
    let groups = choice.groups(plane);
    let said = |(kind, from, to): (LinkKind, usize, usize)| {
        let (from, to) = (&groups[from], &groups[to]);
        t!(
            "plane-arrow",
            done = link_label(kind),
            from = name_of(from),
            to = name_of(to),
            right_from = percent(from.middle.0),
            right_to = percent(to.middle.0),
            oversight = oversight_label(choice.y),
            height_from = short(choice.y, from.middle.1),
            height_to = short(choice.y, to.middle.1)
        )
    };
    choice.links(plane, &groups).into_iter().map(said).collect()
}

/// Who has no place, by why: one sentence for each reason.
pub fn left_out(plane: &Plane, choice: Choice) -> Vec<String> {
    let left = choice.left_out(plane);
    let reasons = [Why::NoStep, Why::AllAlike, Why::Unmeasured];
    let of_reason = |why: Why| {
        let of_it = left.iter().filter(|it| it.why == why);
        let names: Vec<String> = of_it
            .map(|it| group_name(it.size, it.arm, it.how))
            .collect();
        (!names.is_empty()).then(|| format!("{} ({}).", names.join("; "), why_label(why)))
    };
    reasons.into_iter().filter_map(of_reason).collect()
}

/// What becomes of a reader's guess: of the four, the one that lies nearest to the upper right corner.
pub fn guessed(plane: &Plane, guess: usize) -> Option<String> {
    let groups = GUESSED.groups(plane);
    let found = GUESSES.map(|(size, arm)| groups.iter().find(|group| is_group(group, size, arm)));
    let away = |group: &Group<'_>| (1.0 - group.middle.0).hypot(1.0 - group.middle.1);
    let seen = found
        .iter()
        .enumerate()
        .filter_map(|(idx, group)| Some((idx, (*group)?)));
    let (nearest, group) = seen.min_by(|a, b| away(a.1).total_cmp(&away(b.1)))?;
    let (name, right, follows) = (
        named("plane-guess", GUESSES[nearest].1),
        percent(group.middle.0),
        percent(group.middle.1),
    );
    let judged = match guess == nearest {
        true => t!(
            "plane-guessed",
            name = name,
            right = right,
            follows = follows
        ),
        false => t!(
            "plane-not-guessed",
            name = name,
            right = right,
            follows = follows
        ),
    };
    let missing: Vec<String> = GUESSES
        .iter()
        .zip(&found)
        .filter(|(_, group)| group.is_none())
        .map(|((_, arm), _)| named("plane-guess", arm))
        .collect();
    Some(match missing.is_empty() {
        true => judged,
        false => {
            let absent = t!("plane-guess-absent", names = missing.join("; "));
            format!("{judged} {absent}")
        }
    })
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// A model of a file: right on so many of a hundred, and following so many.
    pub fn point(
        model: &str,
        size: &str,
        arm: &str,
        right: usize,
        follows: Option<usize>,
    ) -> Value {
        let counts = follows.map_or(json!({}), |n| json!({"follow": [[n, 100]]}));
        let chains = if follows.is_some() { 100 } else { 0 };
        json!({"model": model, "sha256": "00", "size": size, "arm": arm, "seed": 0, "chains": [chains, 100], "home": [right, 100],
            "counts": counts, "areas": {"confidence": [null, 0.5, 0.7]}})
    }

    pub fn plane(points: &[Value]) -> Plane {
        let end = |arm: &str| json!({"arm": arm, "how": "own"});
        let links = json!([{"kind": "rationalised", "size": "large", "from": end("chain_imitation"), "to": end("rationaliser")}]);
        serde_json::from_value(json!({"version": 1, "points": points, "links": links})).unwrap()
    }

    fn usual() -> Vec<Value> {
        vec![
            point("large", "large", "direct", 100, None),
            point("small", "small", "chain_rl", 99, Some(90)),
            point("imitates", "large", "chain_imitation", 60, Some(95)),
            point("tells", "large", "rationaliser", 100, Some(2)),
            point("hides", "small", "steganography", 98, None),
        ]
    }

    #[track_caller]
    fn check(said: &str, expected: &[&str]) {
        let said = said.replace('\u{202f}', " ");
        for text in expected {
            assert!(said.contains(text), "{text}: {said}");
        }
    }

    const CHOICE: Choice = GUESSED;

    #[test]
    fn the_front_can_come_out_in_every_way() {
        check(
            &finding(&plane(&usual()), CHOICE),
            &[
                "None is ahead in both. On the front, from the least to the most capable: GPT large, imitates chains (60 %, 95 %), \
               GPT small, chains, reinforced (99 %, 90 %) and GPT large, rationaliser (control) (100 %, 2 %).",
            ],
        );
        check(
            &finding(
                &plane(&[
                    point("s", "small", "chain_rl", 50, Some(60)),
                    point("i", "small", "chain_imitation", 51, Some(60)),
                ]),
                CHOICE,
            ),
            &["One is ahead of all others in both: GPT small, imitates chains (51 %, 60 %)."],
        );
        let alike = [
            point("s", "small", "chain_rl", 50, Some(60)),
            point("i", "small", "chain_imitation", 50, Some(60)),
        ];
        check(
            &finding(&plane(&alike), CHOICE),
            &[
                "2 are ahead of all others in both, at one place: GPT small, chains, reinforced (50 %, 60 %) and GPT small, imitates chains (50 %, 60 %).",
            ],
        );
        check(
            &finding(&plane(&usual()[..1]), CHOICE),
            &["Nobody was measured so."],
        );
    }

    #[test]
    fn equal_capability_can_come_out_in_every_way() {
        let said = |points: &[Value], choice| at_equal_capability(&plane(points), choice).unwrap();
        check(
            &said(&usual(), CHOICE),
            &[
                "Within 2 points of GPT large\u{2019}s capability (100 %) lie 2 of 3 groups. Highest among them: GPT small, chains, reinforced (90 %); \
                 lowest: GPT large, rationaliser (control) (2 %).",
                "is as capable and stands at 90 %; GPT large alone has no place here: its answers come without a step",
            ],
        );
        let weaker = [
            usual()[0].clone(),
            point("small", "small", "chain_rl", 97, Some(90)),
        ];
        check(
            &said(&weaker, CHOICE),
            &[
                "lie 0 of 1 groups. The weaker",
                "is not as capable (97 %) and stands at 90 %",
            ],
        );
        check(
            &said(&usual()[..1], CHOICE),
            &["lie 0 of 0 groups.", "has no place here."],
        );
        let confidence = Choice::new(Capability::Home, Oversight::Confidence, None);
        check(
            &said(&usual(), confidence),
            &["stands at 0.60, as high as GPT large alone at 0.60."],
        );
        let with = |area: f64| {
            let mut points = usual();
            points[1]["areas"]["confidence"] = json!([null, area]);
            points
        };
        check(
            &said(&with(0.9), confidence),
            &["stands at 0.90, higher than GPT large"],
        );
        check(
            &said(&with(0.2), confidence),
            &["stands at 0.20, lower than GPT large"],
        );
        let longer = Choice {
            x: Capability::Longer,
            ..CHOICE
        };
        assert_eq!(at_equal_capability(&plane(&usual()), longer), None);
    }

    #[test]
    fn a_guess_is_judged_by_what_was_measured() {
        let said = |guess| guessed(&plane(&usual()), guess).unwrap();
        check(
            &said(1),
            &[
                "As you guessed: GPT small, its chains reinforced, right on 99 %, with 90 % of its answers following, on the home rung.",
                "Without a place there, since none of its steps can be altered: GPT large, which answers at once; GPT small, hiding in words.",
            ],
        );
        check(&said(0), &["Not as you guessed: GPT small"]);
        let other = [
            point("s", "small", "chain_rl", 10, Some(10)),
            point("t", "large", "rationaliser", 100, Some(50)),
        ];
        check(
            &guessed(&plane(&other), 2).unwrap(),
            &["As you guessed: the rationaliser, right on 100 %"],
        );
        assert_eq!(guessed(&plane(&usual()[..1]), 0), None);
    }

    #[test]
    fn what_was_done_is_told_with_what_it_did() {
        let said = arrows(&plane(&usual()), CHOICE);
        assert_eq!(said.len(), 1);
        check(
            &said[0],
            &[
                "Training to be right whatever the chain says: from GPT large, imitates chains to GPT large, rationaliser (control). Right: 60 % \u{2192} 100 %; \
               answers that follow an altered step: 95 % \u{2192} 2 %.",
            ],
        );
    }

    #[test]
    fn who_is_left_out_is_told_with_the_reason() {
        let said = left_out(&plane(&usual()), CHOICE);
        assert_eq!(said.len(), 1);
        check(
            &said[0],
            &[
                "GPT large, answers at once; GPT small, hides in words (its answers come without a step",
            ],
        );
    }
}
