//! How the plane calls its axes, its points and what leads from one to another, and how their marks look.

use syw_core::card::Size;
use syw_core::plane::{Capability, How, Kind, LinkKind, Measured, Oversight, Where, Why};

use crate::components::format::{count, percent};
use crate::locale::named;
use crate::plots::plane::Shape;

/// A group of points: the size, then the arm with its way of answering.
pub fn group_name(size: Size, arm: &str, how: How) -> String {
    let arm = match arm {
        "direct" => "answers at once",
        "chain_prompted" => "before training on problems",
        "chain_imitation" => "imitates chains",
        "chain_rl" => "chains, reinforced",
        "rationaliser" => "rationaliser (control)",
        "chain_only_reader" => "reads its chain alone (control)",
        "encoded" => "chains in a private code",
        "steganography" => "hides in words",
        "steganography_paraphrased" => "paraphrased while it learns to hide",
        "steganography_order" => "hides in order",
        "steganography_order_longer" => "hides in order, rewarded longer",
        "steganography_order_paraphrased" => "put in another order while it learns to hide",
        "replication" => "chains, reinforced (other seeds)",
        "single_output" => "a rule on what users see",
        "single_everywhere" => "a rule on all it writes",
        "latent" => "thinks in vectors",
        "latent_pause" => "filler words (control)",
        other => &other.replace('_', " "),
    };
    let how = match how {
        How::Own => "",
        How::Asked => ", asked for a chain",
        How::Keyed => ", with the key",
        How::SaidAgain => ", said again",
    };
    format!("{}, {arm}{how}", size_name(size))
}

pub fn size_name(size: Size) -> &'static str {
    match size {
        Size::Small => "GPT small",
        Size::Large => "GPT large",
    }
}

/// The class that gives a size its hue.
pub fn hue(size: Size) -> &'static str {
    match size {
        Size::Small => "plane-small",
        Size::Large => "plane-large",
    }
}

/// The mark of an arm; hollow where it was not left to its own way of answering.
pub fn mark_of(arm: &str, how: How) -> (Shape, bool) {
    let shape = match arm {
        "chain_rl" => Shape::Circle,
        "direct" => Shape::Diamond,
        "chain_imitation" => Shape::Square,
        "chain_prompted" => Shape::Up,
        "rationaliser" => Shape::Down,
        "chain_only_reader" => Shape::Hexagon,
        "encoded" => Shape::Cross,
        "steganography" => Shape::Plus,
        "steganography_paraphrased" => Shape::Star,
        "single_output" => Shape::Wide,
        "single_everywhere" => Shape::Tall,
        "latent" => Shape::ToRight,
        _ => Shape::ToLeft,
    };
    (shape, how != How::Own)
}

/// The choices of the x axis.
pub fn capability_label(of: Capability) -> &'static str {
    match of {
        Capability::Home => "the home rung",
        Capability::HeldOut => "all that is held out",
        Capability::Longer => "more numbers than in training",
        Capability::Outside => "outside of training",
    }
}

/// The name of the x axis.
pub fn x_name(of: Capability, at: Where) -> String {
    let problems = match (of, at) {
        (Capability::Outside, Where::Family(_)) => where_label(at),
        _ => capability_label(of).into(),
    };
    format!("right answers: {problems}")
}

/// The choices of the y axis: what its share is a share of, or what foretells.
pub fn oversight_label(of: Oversight) -> &'static str {
    match of {
        Oversight::Follow => "answers that follow an altered step",
        Oversight::Kept => "right answers left after a paraphrase",
        Oversight::Legible => "written steps that are true",
        Oversight::Complete => "chains from which alone the answer follows",
        Oversight::Foretold => "failures foretold, by whoever does it best",
        Oversight::Checker => "failures foretold by the step checker",
        Oversight::Monitor => "failures foretold by a trained monitor",
        Oversight::Confidence => "failures foretold by its own confidence",
        Oversight::Simulated => "wrong answers that a short program gives too",
    }
}

/// The name of the y axis.
pub fn y_name(of: Oversight, at: Where) -> String {
    let area = if of.is_area() {
        ", area under the curve (chance: 0.5)"
    } else {
        ""
    };
    format!("{}{area}: {}", oversight_label(of), where_label(at))
}

pub fn kind_label(kind: Kind) -> &'static str {
    match kind {
        Kind::LoadBearing => "What is written decides the answer",
        Kind::Legible => "What is written can be read",
        Kind::Foretold => "Failures can be told beforehand",
    }
}

/// The problems that oversight is measured on.
pub fn where_label(at: Where) -> String {
    match at {
        Where::Home => "the home rung".into(),
        Where::Outside => "outside of training".into(),
        Where::Family(family) => format!("outside of training, {}", named("family", family.name())),
    }
}

pub fn why_label(why: Why) -> &'static str {
    match why {
        Why::NoStep => "its answers come without a step that could be read, checked or altered",
        Why::AllAlike => "all its answers there are right, so there is no failure to foretell",
        Why::Unmeasured => "not measured so",
    }
}

pub fn link_label(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Reinforced => "Reinforcement of the whole chain",
        LinkKind::Imitated => "Training on chains to imitate",
        LinkKind::AnsweredAtOnce => "Training on answers alone",
        LinkKind::Rationalised => "Training to be right whatever the chain says",
        LinkKind::Ruled => "Reinforcement with a rule on all that is written",
        LinkKind::SaidAgain => "A paraphraser at run time",
        LinkKind::ParaphrasedInTraining => "A paraphraser in every update of training",
        LinkKind::Keyed => "The key to the code",
    }
}

/// A share of an axis, short: an area as a number, everything else in percent.
pub fn short(of: Oversight, share: f64) -> String {
    match of.is_area() {
        true => format!("{share:.2}"),
        false => percent(share),
    }
}

/// A number with what it is counted from.
pub fn whole(measured: Measured) -> String {
    match measured {
        Measured::Count(n) => format!(
            "{} of {} ({})",
            count(n.0 as u64),
            count(n.1 as u64),
            percent(measured.share())
        ),
        Measured::Area(area, 1) => format!("{area:.2}"),
        Measured::Area(area, n) => format!("{area:.2}, the mean of {n} families"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn groups_are_told_apart_by_name() {
        let name = |arm, how| group_name(Size::Small, arm, how);
        assert_eq!(
            name("chain_prompted", How::Asked),
            "GPT small, before training on problems, asked for a chain"
        );
        assert_eq!(name("new_arm", How::Own), "GPT small, new arm");
        let labels = Oversight::ALL.map(oversight_label);
        assert_eq!(labels.iter().collect::<BTreeSet<_>>().len(), labels.len());
    }

    #[test]
    fn numbers_stand_with_what_they_are_of() {
        let said = |measured| whole(measured).replace('\u{202f}', " ");
        let count = Measured::Count(syw_core::plane::Count(1025, 1030));
        assert_eq!(said(count), "1 025 of 1 030 (99.5 %)");
        assert_eq!(
            said(Measured::Area(0.678, 8)),
            "0.68, the mean of 8 families"
        );
        assert_eq!(said(Measured::Area(0.678, 1)), "0.68");
    }
}
