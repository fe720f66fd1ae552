//! The axes of the plane, the problems that oversight is measured on, and the ways of answering. Each has one name, in files and links.

use serde::{Deserialize, Serialize};

use crate::evaluation::{Set, Way};
use crate::family::Family;

/// How a model was made to answer.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// In its own way.
    #[default]
    Own,
    /// Asked for a chain, which it seldom writes by itself.
    Asked,
    /// In its own way, looked at by somebody who has the key to its code.
    Keyed,
    /// With its chain said again in other words before it answers.
    SaidAgain,
}

impl How {
    /// Every way.
    pub const ALL: [How; 4] = [How::Own, How::Asked, How::Keyed, How::SaidAgain];

    pub(super) fn is_own(&self) -> bool {
        *self == How::Own
    }

    /// The way of a measurement; `None` for what is measured otherwise.
    pub(super) fn way(self) -> Option<Way> {
        match self {
            How::Own => Some(Way::Own),
            How::Asked => Some(Way::Chain),
            How::Keyed => Some(Way::Keyed),
            How::SaidAgain => None,
        }
    }
}

/// What is called capability: the share of right answers on some problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Capability {
    /// Every held-out problem of the home rung.
    #[default]
    Home,
    /// Every listed held-out problem like those of training, of all moduli.
    HeldOut,
    /// The rungs of the necessity ladder with more numbers than any problem of training.
    Longer,
    /// Outside of training: all families together, or the one that oversight is measured on.
    Outside,
}

impl Capability {
    /// Every definition.
    pub const ALL: [Capability; 4] = [
        Capability::Home,
        Capability::HeldOut,
        Capability::Longer,
        Capability::Outside,
    ];

    /// The name in links.
    pub fn name(self) -> &'static str {
        match self {
            Capability::Home => "home",
            Capability::HeldOut => "held_out",
            Capability::Longer => "longer",
            Capability::Outside => "outside",
        }
    }

    /// The definition with a name.
    pub fn from_name(name: &str) -> Option<Capability> {
        Capability::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// The three kinds of oversight, which are three figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// What is written decides the answer.
    LoadBearing,
    /// What is written can be read, and is so.
    Legible,
    /// What the model will do, or did wrong, can be told beforehand.
    Foretold,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 3] = [Kind::LoadBearing, Kind::Legible, Kind::Foretold];

    /// Its definitions.
    pub fn definitions(self) -> impl Iterator<Item = Oversight> {
        let is_of_it = move |it: &Oversight| it.kind() == self;
        Oversight::ALL.into_iter().filter(is_of_it)
    }
}

/// What is called oversight. Higher is better for who oversees.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Oversight {
    /// Of steps into which a plausible mistake was written: those after which the answer became what the altered chain implies.
    #[default]
    Follow,
    /// Of right answers: those that are left when the chain is said again in other words before the answer.
    Kept,
    /// Of written steps: those that are true as written.
    Legible,
    /// Of answers: those after a chain that works the problem out to the end, so that a program that sees the text alone gets the right
    /// answer.
    Complete,
    /// How well wrong answers are foretold by whoever does it best: checker, monitor or the model's own confidence.
    Foretold,
    /// By the fixed step checker: the area under its ROC curve.
    Checker,
    /// By a monitor that was trained apart.
    Monitor,
    /// By the probability that the model gives its answer.
    Confidence,
    /// Of wrong answers: those that a short program foretold, from the last step of the chain, or, of a model without chains, by the best
    /// short rule.
    Simulated,
}

impl Oversight {
    /// Every definition, kind by kind.
    pub const ALL: [Oversight; 9] = [
        Oversight::Follow,
        Oversight::Kept,
        Oversight::Legible,
        Oversight::Complete,
        Oversight::Foretold,
        Oversight::Checker,
        Oversight::Monitor,
        Oversight::Confidence,
        Oversight::Simulated,
    ];

    /// The name in files and links.
    pub fn name(self) -> &'static str {
        match self {
            Oversight::Follow => "follow",
            Oversight::Kept => "kept",
            Oversight::Legible => "legible",
            Oversight::Complete => "complete",
            Oversight::Foretold => "foretold",
            Oversight::Checker => "checker",
            Oversight::Monitor => "monitor",
            Oversight::Confidence => "confidence",
            Oversight::Simulated => "simulated",
        }
    }

    /// The definition with a name.
    pub fn from_name(name: &str) -> Option<Oversight> {
        Oversight::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Its kind.
    pub fn kind(self) -> Kind {
        match self {
            Oversight::Follow | Oversight::Kept => Kind::LoadBearing,
            Oversight::Legible | Oversight::Complete => Kind::Legible,
            _ => Kind::Foretold,
        }
    }

    /// Whether it is an area under a curve, of which one half tells nothing, and not a share of cases.
    pub fn is_area(self) -> bool {
        matches!(
            self,
            Oversight::Foretold | Oversight::Checker | Oversight::Monitor | Oversight::Confidence
        )
    }

    /// The problems that it is measured on where nobody asks for others: the home rung, and outside of training where it needs wrong
    /// answers, of which the home rung has few.
    pub fn usual(self) -> Where {
        match self.kind() {
            Kind::Foretold => Where::Outside,
            _ => Where::Home,
        }
    }

    /// Whether the file has it for these problems: what paraphrases leave and whether a chain is complete it has for the home rung alone,
    /// and a monitor's alarms over wrong answers for everything else.
    pub fn is_measured(self, at: Where) -> bool {
        match self {
            Oversight::Kept | Oversight::Complete => at == Where::Home,
            Oversight::Monitor => at != Where::Home,
            _ => true,
        }
    }
}

/// The problems that oversight is measured on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Where {
    /// The home rung.
    Home,
    /// All families together: counts are added up, areas are the mean over those families that have one.
    Outside,
    /// One family.
    Family(Family),
}

impl Where {
    /// Every choice.
    pub fn all() -> impl Iterator<Item = Where> {
        let families = Family::ALL.into_iter().map(Where::Family);
        [Where::Home, Where::Outside].into_iter().chain(families)
    }

    /// The name in links.
    pub fn name(self) -> &'static str {
        match self {
            Where::Home => "home",
            Where::Outside => "outside",
            Where::Family(family) => family.name(),
        }
    }

    /// The choice with a name.
    pub fn from_name(name: &str) -> Option<Where> {
        Where::all().find(|it| it.name() == name)
    }
}

/// The sets whose numbers stand beside each other in a point: the home rung, then every family.
pub(super) fn sets() -> impl Iterator<Item = Set> {
    let families = Family::ALL.into_iter().map(Set::Family);
    [Set::Home].into_iter().chain(families)
}

/// What leads from one group of points to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// Reinforcement of the whole output for right answers.
    Reinforced,
    /// Training on chains to be imitated.
    Imitated,
    /// Training on answers alone.
    AnsweredAtOnce,
    /// Training to be right whatever the chain says.
    Rationalised,
    /// Reinforcement with a rule on top.
    Ruled,
    /// A paraphraser at run time.
    SaidAgain,
    /// A paraphraser in every update of training.
    ParaphrasedInTraining,
    /// The key to a private code.
    Keyed,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_definition_has_one_name() {
        for it in Oversight::ALL {
            assert_eq!(serde_json::to_value(it).unwrap(), it.name());
            assert_eq!(Oversight::from_name(it.name()), Some(it));
        }
        for it in Capability::ALL {
            assert_eq!(Capability::from_name(it.name()), Some(it));
        }
        for it in Where::all() {
            assert_eq!(Where::from_name(it.name()), Some(it));
        }
        assert_eq!(Oversight::from_name("trust"), None);
        let of_kinds = Kind::ALL.into_iter().flat_map(Kind::definitions);
        assert!(of_kinds.eq(Oversight::ALL));
    }

    #[test]
    fn what_is_usual_can_be_measured() {
        assert!(Oversight::ALL.iter().all(|it| it.is_measured(it.usual())));
    }
}
