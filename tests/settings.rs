//! Links: what is written is read back, old links still load, and no text makes reading one fail.

use proptest::prelude::*;
use show_your_work::edit::Edit;
use show_your_work::settings::{Settings, decode, encode, has_settings};
use show_your_work::shade::Shade;
use syw_core::family::{Family, TRAINED_MODULI};
use syw_core::intervention::Intervention;
use syw_core::map::PUBLISHED_MODULI;
use syw_core::plane::{Capability, Oversight, Where};
use syw_core::rl_runs::Measure;
use syw_core::vocabulary::{Dialect, vocabulary};
use syw_core::{Operator, Problem, Term, Token};

fn problems() -> impl Strategy<Value = Problem> {
    let operator = prop_oneof![
        Just(Operator::Plus),
        Just(Operator::Minus),
        Just(Operator::Times)
    ];
    let terms = proptest::collection::vec((operator, -999..=999_i64), 1..=8);
    (terms, 2..=99_i64).prop_map(|(terms, modulus)| {
        let terms = terms
            .into_iter()
            .enumerate()
            .map(|(idx, (operator, value))| {
                let operator = if idx == 0 { Operator::Plus } else { operator };
                Term { operator, value }
            });
        Problem::new(terms.collect(), modulus).unwrap()
    })
}

fn edits() -> impl Strategy<Value = Edit> {
    use Intervention::*;
    let step = 0..=128_usize;
    let token = 0..vocabulary().len() as u8;
    prop_oneof![
        (step.clone(), any::<u64>())
            .prop_map(|(step, seed)| Edit::Intervention(AddedMistake { step, seed })),
        step.clone()
            .prop_map(|step| Edit::Intervention(CongruentAlteration { step })),
        step.prop_map(|n_kept| Edit::Intervention(EarlyAnswering { n_kept })),
        Just(Edit::Intervention(FillerTokens)),
        any::<u64>().prop_map(|seed| Edit::Intervention(Shuffle { seed })),
        any::<u64>().prop_map(|seed| Edit::Intervention(Paraphrase { seed })),
        proptest::sample::select(Dialect::ALL.to_vec())
            .prop_map(|dialect| Edit::Intervention(Translate { dialect })),
        proptest::collection::vec(token, 0..=128)
            .prop_map(|ids| Edit::Tokens(ids.into_iter().map(Token).collect())),
    ]
}

prop_compose! {
    fn any_settings()(
        problem in problems(),
        model in proptest::option::of("[a-zA-Z0-9_-]{1,64}"),
        edit in proptest::option::of(edits()),
        seed in any::<u64>(),
        temperature in 0.0..=2.0_f32,
        frontier_modulus in proptest::option::of(proptest::sample::select(TRAINED_MODULI.to_vec())),
        measure in proptest::sample::select(Measure::ALL.to_vec()),
        battery_model in proptest::option::of("[a-zA-Z0-9_-]{1,64}"),
        battery_family in proptest::option::of(proptest::sample::select(Family::ALL.to_vec())),
        map_modulus in proptest::sample::select(PUBLISHED_MODULI.to_vec()),
        shade in proptest::sample::select(Shade::ALL.to_vec()),
        claim in proptest::option::of("[a-zA-Z0-9_-]{1,64}"),
        plane_x in proptest::sample::select(Capability::ALL.to_vec()),
        plane_y in proptest::sample::select(Oversight::ALL.to_vec()),
        plane_at in proptest::option::of(proptest::sample::select(Where::all().collect::<Vec<_>>())),
    ) -> Settings {
        Settings {
            problem, model, edit, seed, temperature, frontier_modulus, measure, battery_model, battery_family, map_modulus,
            shade, claim, plane_x, plane_y, plane_at,
        }
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(settings in any_settings()) {
        let hash = encode(&settings);
        prop_assert_eq!(decode(&hash), (settings.clone(), vec![]));
        prop_assert_eq!(decode(&format!("#{hash}?secret=AbC123")), (settings, vec![]));
        prop_assert!(hash.is_ascii() && !hash.contains([' ', '"', '<', '>', '#', '?']));
    }

    #[test]
    fn no_text_makes_reading_fail(hash in any::<String>(), value in "[pmestfhbdgkcxyz]=.{0,40}") {
        decode(&hash);
        let (settings, _) = decode(&value);
        prop_assert_eq!(decode(&encode(&settings)), (settings, vec![]));
    }
}

#[track_caller]
fn check(hash: &str, encoded: &str, notices: &[&str]) {
    let (settings, found) = decode(hash);
    assert_eq!(
        (
            encode(&settings).as_str(),
            found.iter().map(String::as_str).collect::<Vec<_>>()
        ),
        (encoded, notices.to_vec())
    );
}

#[test]
fn links_as_people_write_them() {
    check("", "", &[]);
    check("#p=6+2 mod 5", "p=6%20+%202%20mod%205", &[]);
    check(
        "#p=6%20%2B%202%20mod%205&t=0.7&s=3",
        "p=6%20+%202%20mod%205&s=3&t=0.7",
        &[],
    );
    check("#p=67 × 89 mod 7&s=0&t=0", "", &[]);
    check(
        "#e=mistake.0.3&m=small-base-s0",
        "m=small-base-s0&e=mistake.0.3",
        &[],
    );
    check("#h=length&f=7", "f=7&h=length", &[]);
    check("#h=greedy_accuracy", "", &[]);
    check("#b=small-base-s1", "b=small-base-s1", &[]);
    check(
        "#d=negative_operand&b=small-base-s1",
        "b=small-base-s1&d=negative_operand",
        &[],
    );
}

#[test]
fn what_is_not_ours_is_ignored() {
    for hash in [
        "#?secret=AbC123",
        "#utm_source=x&fbclid=y",
        "#duel",
        "#&&&=&==",
        "#secret",
    ] {
        check(hash, "", &[]);
        assert!(!has_settings(hash), "{hash}");
    }
    assert!(has_settings("#?secret=1&s=2"));
}

#[test]
fn what_is_not_understood_is_named() {
    check(
        "#p=hello&s=4",
        "s=4",
        &[
            "The problem in this link, \u{201c}hello\u{201d}, was not understood: 67 × 89 mod 7 is shown instead.",
        ],
    );
    check(
        "#s=-1",
        "",
        &["The seed in this link, \u{201c}-1\u{201d}, was not understood: 0 is used instead."],
    );
    check(
        "#t=9",
        "",
        &[
            "The temperature in this link, \u{201c}9\u{201d}, was not understood: the most probable tokens are taken.",
        ],
    );
    check(
        "#t=NaN",
        "",
        &[
            "The temperature in this link, \u{201c}NaN\u{201d}, was not understood: the most probable tokens are taken.",
        ],
    );
    check(
        "#m=../../etc",
        "",
        &[
            "The model in this link, \u{201c}../../etc\u{201d}, was not understood: the default one is used instead.",
        ],
    );
    check(
        "#e=melt.3",
        "",
        &[
            "The change in this link, \u{201c}melt.3\u{201d}, was not understood: the chain is left as it is.",
        ],
    );
    check(
        "#f=6",
        "",
        &[
            "The modulus of the frontier in this link, \u{201c}6\u{201d}, was not understood: all moduli are shown together.",
        ],
    );
    check(
        "#h=happiness",
        "",
        &[
            "The measure in this link, \u{201c}happiness\u{201d}, was not understood: \u{201c}answers right\u{201d} is shown.",
        ],
    );
    check(
        "#d=happy",
        "",
        &[
            "The family of the tests in this link, \u{201c}happy\u{201d}, was not understood: the problems as in training are shown.",
        ],
    );
    check(
        "#p=%FF",
        "",
        &[
            "The problem in this link, \u{201c}%FF\u{201d}, was not understood: 67 × 89 mod 7 is shown instead.",
        ],
    );
}
