//! The colours of the style sheet, theme by theme: letters and marks stand out from every ground that they are put on, and the two
//! hues stay apart for eyes that lack one of the three kinds of cones.
#![cfg(feature = "prerender")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use show_your_work::plots::palette::{Palette, Rgb, luminance, mix, rgb};

type Theme = BTreeMap<String, Rgb>;

/// All of `style/`, which has the themes in its first file.
static STYLE: LazyLock<String> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/style");
    let entries = fs::read_dir(folder).expect("the folder of the style sheet");
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let parts = files
        .iter()
        .map(|file| fs::read_to_string(file).expect("a text"));
    parts.collect()
});

/// The heads of the blocks that give the colours their values.
const LIGHT: &str = ":root {";
const DARK_BY_MACHINE: &str = ":root:not([data-theme=\"light\"], [data-theme=\"projector\"]) {";
const DARK: &str = ":root[data-theme=\"dark\"] {";
const PROJECTOR: &str = ":root[data-theme=\"projector\"] {";

/// The colours that a block gives values to.
fn theme(head: &str) -> Theme {
    let (_, block) = STYLE.split_once(&format!("\n{head}")).unwrap_or_else(|| {
        STYLE
            .split_once(head)
            .unwrap_or_else(|| panic!("the theme has no {head}"))
    });
    let block = block.split('}').next().unwrap_or_default();
    let colour = |line: &str| {
        let (name, value) = line.trim().strip_prefix("--")?.split_once(": ")?;
        Some((name.to_owned(), rgb(value.trim_end_matches(';'))?))
    };
    block.lines().filter_map(colour).collect()
}

fn themes() -> [(&'static str, Theme); 3] {
    [LIGHT, DARK, PROJECTOR].map(|head| (head, theme(head)))
}

/// The contrast of WCAG, 1 to 21.
fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[track_caller]
fn check(letters: &[&str], grounds: &[&str], least: f64) {
    for (head, theme) in themes() {
        for ink in letters {
            for ground in grounds {
                let found = contrast(theme[*ink], theme[*ground]);
                assert!(found >= least, "{ink} on {ground}: {found:.2} in {head}");
            }
        }
    }
}

#[test]
fn letters_stand_out_from_their_grounds() {
    let washes = ["paper", "card", "wash", "large-wash", "small-wash"];
    check(&["ink"], &washes, 7.0);
    check(&["muted"], &washes, 4.5);
    check(&["large", "small"], &["paper", "card"], 4.5);
    // What is chosen is written the other way round.
    check(&["paper"], &["ink"], 7.0);
}

#[test]
fn marks_and_the_edges_of_controls_stand_out_from_their_grounds() {
    check(&["field", "large", "small"], &["paper", "card"], 3.0);
    check(&["large"], &["large-wash"], 3.0);
    check(&["small"], &["small-wash"], 3.0);
}

#[test]
fn letters_stand_out_from_the_strongest_share() {
    // As strong as `.heat-10`.
    assert!(STYLE.contains(".heat-10::before { opacity: 0.5; }"));
    for (head, theme) in themes() {
        for hue in ["large", "small"] {
            let ground = mix(theme["card"], theme[hue], 0.5);
            let found = contrast(theme["ink"], ground);
            assert!(found >= 4.5, "{hue}: {found:.2} in {head}");
        }
    }
}

#[test]
fn dark_is_dark_however_it_was_chosen() {
    assert_eq!(theme(DARK_BY_MACHINE), theme(DARK));
}

#[test]
fn the_maps_begin_with_the_colours_of_the_page() {
    let (light, palette) = (theme(LIGHT), Palette::default());
    let own = [
        palette.large,
        palette.small,
        palette.ink,
        palette.paper,
        palette.muted,
    ];
    let names = ["large", "small", "ink", "card", "muted"];
    assert_eq!(own, names.map(|name| light[name]));
}

/// How colours look to eyes without one kind of cones, in linear light: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes,
/// "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, at full severity.
const DEFICIENCIES: [(&str, [[f64; 3]; 3]); 4] = [
    ("none", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

fn linear(colour: Rgb) -> [f64; 3] {
    colour.map(|channel| match f64::from(channel) / 255.0 {
        low if low <= 0.04045 => low / 12.92,
        high => ((high + 0.055) / 1.055).powf(2.4),
    })
}

fn times(matrix: &[[f64; 3]; 3], of: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| {
        row.iter()
            .zip(of)
            .map(|(factor, value)| factor * value)
            .sum()
    })
}

/// CIE L*a*b* of linear sRGB, under its own white (D65).
fn lab(light: [f64; 3]) -> [f64; 3] {
    const XYZ: [[f64; 3]; 3] = [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ];
    let white = times(&XYZ, [1.0; 3]);
    let found = times(&XYZ, light.map(|value| value.clamp(0.0, 1.0)));
    let root = |idx: usize| match found[idx] / white[idx] {
        low if low <= 216.0 / 24389.0 => (24389.0 / 27.0 * low + 16.0) / 116.0,
        high => high.cbrt(),
    };
    let [x, y, z] = [root(0), root(1), root(2)];
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// The distance of two colours as eyes of this kind see them (CIE 1976).
fn distance(one: Rgb, other: Rgb, eyes: &[[f64; 3]; 3]) -> f64 {
    let seen = |colour| lab(times(eyes, linear(colour)));
    let pairs = seen(one).into_iter().zip(seen(other));
    pairs
        .map(|(one, other)| (one - other).powi(2))
        .sum::<f64>()
        .sqrt()
}

#[test]
fn a_distance_is_that_of_the_formula() {
    let none = &DEFICIENCIES[0].1;
    assert_eq!(distance([10, 20, 30], [10, 20, 30], none), 0.0);
    // From black to white it is 100.
    assert!((distance([0; 3], [255; 3], none) - 100.0).abs() < 0.01);
    // Grey stays grey to all eyes.
    for (name, eyes) in &DEFICIENCIES {
        assert!(distance([128; 3], [128; 3], eyes) < 0.01, "{name}");
        let [_, a, b] = lab(times(eyes, linear([128; 3])));
        assert!(a.abs() < 0.5 && b.abs() < 0.5, "{name}: {a} {b}");
    }
}

#[test]
fn the_two_hues_stay_apart_for_all_eyes() {
    /// Several times what is seen at a glance.
    const LEAST: f64 = 40.0;
    for (head, theme) in themes() {
        for (name, eyes) in &DEFICIENCIES {
            let found = distance(theme["large"], theme["small"], eyes);
            assert!(found >= LEAST, "{name}: {found:.0} in {head}");
        }
    }
}
