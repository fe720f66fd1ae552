//! What can be done by keyboard, place by place: the table that the help shows and that the browser tests press through.

/// The key that opens the help.
pub const HELP: &str = "?";

/// A place that takes keys, with what they do there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Its name; `keys-place-<name>` is what readers call it.
    pub name: &'static str,
    /// What takes the focus there, as a selector; empty for the page as a whole.
    pub at: &'static str,
    pub keys: &'static [Keys],
}

/// Keys with one effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keys {
    /// The keys as browsers call them, any of which does it; `Shift+` before those that need it.
    pub keys: &'static [&'static str],
    /// Their name; `keys-press-<shown>` is what readers call them.
    pub shown: &'static str,
    /// The name of what they do; `keys-does-<does>` is what readers are told.
    pub does: &'static str,
}

const fn keys(keys: &'static [&'static str], shown: &'static str, does: &'static str) -> Keys {
    Keys { keys, shown, does }
}

const ARROWS: &[&str] = &["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
const UP_DOWN: &[&str] = &["ArrowUp", "ArrowDown"];
const LEFT_RIGHT: &[&str] = &["ArrowLeft", "ArrowRight"];
const SHIFT_ARROWS: &[&str] = &[
    "Shift+ArrowLeft",
    "Shift+ArrowRight",
    "Shift+ArrowUp",
    "Shift+ArrowDown",
];
const CHOOSE: &[&str] = &["Enter", " "];
const ENDS: &[&str] = &["Home", "End"];
const PAGES: &[&str] = &["PageUp", "PageDown"];

/// All places, in page order.
pub const PLACES: &[Place] = &[
    Place {
        name: "page",
        at: "",
        keys: &[
            keys(&["Tab", "Shift+Tab"], "tab", "next"),
            keys(&["Escape"], "escape", "close"),
            keys(&[HELP], "question", "help"),
        ],
    },
    Place {
        name: "number",
        at: "[data-part=\"term-stepper-0\"]",
        keys: &[keys(UP_DOWN, "up-down", "step")],
    },
    Place {
        name: "notes",
        at: "[data-part=\"small-chain\"] [data-token-idx][tabindex=\"0\"]",
        keys: &[
            keys(ARROWS, "arrows", "walk-tokens"),
            keys(ENDS, "ends", "ends"),
            keys(&["Delete"], "delete", "delete-token"),
            keys(CHOOSE, "choose", "change-token"),
        ],
    },
    Place {
        name: "choice",
        at: "[data-part=\"frontier-moduli\"] input:checked",
        keys: &[keys(ARROWS, "arrows", "other-choice")],
    },
    Place {
        name: "frontier",
        at: "[data-operands] [data-mark][tabindex=\"0\"]",
        keys: &[
            keys(ARROWS, "arrows", "walk-marks"),
            keys(ENDS, "ends", "ends"),
            keys(CHOOSE, "choose", "try-mark"),
        ],
    },
    Place {
        name: "weights",
        at: "[data-part=\"weight-board\"]",
        keys: &[
            keys(ARROWS, "arrows", "walk-cells"),
            keys(ENDS, "ends", "row-ends"),
            keys(PAGES, "pages", "other-matrix"),
        ],
    },
    Place {
        name: "map",
        at: "[data-part=\"map-board\"]",
        keys: &[
            keys(ARROWS, "arrows", "walk-cells"),
            keys(SHIFT_ARROWS, "shift-arrows", "stride-cells"),
            keys(ENDS, "ends", "row-ends"),
            keys(&["+", "-"], "plus-minus", "zoom"),
            keys(&["Enter"], "enter", "set-problem"),
        ],
    },
    Place {
        name: "plane",
        at: ".plane-plot [data-mark][tabindex=\"0\"]",
        keys: &[
            keys(LEFT_RIGHT, "left-right", "walk-marks"),
            keys(UP_DOWN, "up-down", "walk-seeds"),
            keys(ENDS, "ends", "ends"),
            keys(CHOOSE, "choose", "load-mark"),
        ],
    },
    Place {
        name: "debate",
        at: ".threads.is-wide [data-mark][tabindex=\"0\"]",
        keys: &[
            keys(ARROWS, "arrows", "walk-claims"),
            keys(ENDS, "ends", "ends"),
            keys(CHOOSE, "choose", "open-claim"),
        ],
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::locale;

    #[test]
    fn every_place_and_key_has_its_words() {
        let mut names = BTreeSet::new();
        for place in PLACES {
            assert!(names.insert(place.name), "{} twice", place.name);
            assert!(
                locale::has(&format!("keys-place-{}", place.name)),
                "{place:?}"
            );
            for keys in place.keys {
                assert!(
                    locale::has(&format!("keys-press-{}", keys.shown)),
                    "{keys:?}"
                );
                assert!(locale::has(&format!("keys-does-{}", keys.does)), "{keys:?}");
                assert!(!keys.keys.is_empty());
            }
        }
    }

    #[test]
    fn a_key_does_one_thing_in_a_place() {
        for place in PLACES {
            let all: Vec<_> = place.keys.iter().flat_map(|keys| keys.keys).collect();
            let different: BTreeSet<_> = all.iter().collect();
            assert_eq!(all.len(), different.len(), "{}", place.name);
        }
    }
}
