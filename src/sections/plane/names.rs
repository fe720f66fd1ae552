//! How the plane calls its axes, its points and what leads from one to another, and how their marks look.

use syw_core::card::Size;
use syw_core::plane::{Capability, How, Kind, LinkKind, Measured, Oversight, Where, Why};

use crate::components::format::{count, percent};
use crate::locale::formats::decimal;
use crate::locale::{has, named};
use crate::plots::plane::Shape;
use crate::t;

/// A group of points: the size, then the arm with its way of answering.
pub fn group_name(size: Size, arm: &str, how: How) -> String {
    let arm = match has(&format!("plane-arm-{arm}")) {
        true => named("plane-arm", arm),
        false => arm.replace('_', " "),
    };
    let how = match how {
        How::Own => "own",
        How::Asked => "asked",
        How::Keyed => "keyed",
        How::SaidAgain => "said_again",
    };
    t!("plane-group", size = size_name(size), arm = arm, how = how)
}

pub fn size_name(size: Size) -> String {
    match size {
        Size::Small => t!("size-small"),
        Size::Large => t!("size-large"),
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
pub fn capability_label(of: Capability) -> String {
    named("plane-x", of.name())
}

/// The name of the x axis.
pub fn x_name(of: Capability, at: Where) -> String {
    let problems = match (of, at) {
        (Capability::Outside, Where::Family(_)) => where_label(at),
        _ => capability_label(of),
    };
    t!("plane-axis-x", problems = problems)
}

/// The choices of the y axis: what its share is a share of, or what foretells.
pub fn oversight_label(of: Oversight) -> String {
    named("plane-y", of.name())
}

/// The name of the y axis.
pub fn y_name(of: Oversight, at: Where) -> String {
    let (oversight, problems) = (oversight_label(of), where_label(at));
    match of.is_area() {
        true => t!(
            "plane-axis-y-area",
            oversight = oversight,
            problems = problems
        ),
        false => t!("plane-axis-y", oversight = oversight, problems = problems),
    }
}

pub fn kind_label(kind: Kind) -> String {
    match kind {
        Kind::LoadBearing => t!("plane-kind-load-bearing"),
        Kind::Legible => t!("plane-kind-legible"),
        Kind::Foretold => t!("plane-kind-foretold"),
    }
}

/// The problems that oversight is measured on.
pub fn where_label(at: Where) -> String {
    match at {
        Where::Home => t!("plane-where-home"),
        Where::Outside => t!("plane-where-outside"),
        Where::Family(family) => {
            t!(
                "plane-where-family",
                family = named("family", family.name())
            )
        }
    }
}

pub fn why_label(why: Why) -> String {
    match why {
        Why::NoStep => t!("plane-why-no-step"),
        Why::AllAlike => t!("plane-why-all-alike"),
        Why::Unmeasured => t!("plane-why-unmeasured"),
    }
}

pub fn link_label(kind: LinkKind) -> String {
    match kind {
        LinkKind::Reinforced => t!("plane-link-reinforced"),
        LinkKind::Imitated => t!("plane-link-imitated"),
        LinkKind::AnsweredAtOnce => t!("plane-link-at-once"),
        LinkKind::Rationalised => t!("plane-link-rationalised"),
        LinkKind::Ruled => t!("plane-link-ruled"),
        LinkKind::SaidAgain => t!("plane-link-said-again"),
        LinkKind::ParaphrasedInTraining => t!("plane-link-paraphrased"),
        LinkKind::Keyed => t!("plane-link-keyed"),
    }
}

/// A share of an axis, short: an area as a number, everything else in percent.
pub fn short(of: Oversight, share: f64) -> String {
    match of.is_area() {
        true => decimal(share, 2),
        false => percent(share),
    }
}

/// A number with what it is counted from.
pub fn whole(measured: Measured) -> String {
    match measured {
        Measured::Count(n) => t!(
            "plane-count",
            part = count(n.0 as u64),
            all = count(n.1 as u64),
            share = percent(measured.share())
        ),
        Measured::Area(area, 1) => decimal(area, 2),
        Measured::Area(area, n) => t!(
            "plane-mean",
            area = decimal(area, 2),
            families = n.to_string()
        ),
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
