//! Prints the teacher's guide: docs/guide.md with the numbers of the published results in the places that it names, and the questions of
//! every lesson. `cargo xtask build` makes guide.html of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde::de::DeserializeOwned;
use serde_json::json;
use show_your_work::components::format::{count, percent};
use show_your_work::lesson::facts::{Facts, Share};
use show_your_work::lesson::{LESSONS, Lesson};
use syw_core::card::ModelCard;
use syw_core::debate::Debate;
use syw_core::plane::Plane;

type Error = Box<dyn std::error::Error>;

/// The smallest letters of a presentation and the lines of the picture, in pixels; the style sheet and a test hold the first.
const LETTER: f64 = 28.0;
const LINES: f64 = 1080.0;
/// A screen's height and the distance of the last row, in millimetres.
const SCREEN: f64 = 2_000.0;
const DISTANCE: f64 = 10_000.0;
/// A capital letter is so high, in parts of the size of its font.
const CAPITAL: f64 = 0.7;

fn main() -> Result<(), Error> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("docs/guide.md"))?;
    print!("{}", filled(&text, &values(&root)?)?);
    Ok(())
}

/// What stands for each name.
fn values(root: &std::path::Path) -> Result<BTreeMap<String, String>, Error> {
    let public = root.join("public");
    let plane: Plane = read(&public.join("results/plane.json"))?;
    let debate: Debate = read(&public.join("results/claims.json"))?;
    let small: ModelCard = read(&public.join("models/small-chain_rl-s0/card.json"))?;
    let mut values = BTreeMap::new();
    let mut put = |name: &str, value: String| values.insert(name.to_owned(), value);
    let capital = CAPITAL * LETTER / LINES * SCREEN;
    put("letter_px", format!("{LETTER}"));
    put("screen_px", format!("{LINES}"));
    put("letter_mm", format!("{capital:.0}"));
    put(
        "letter_arcmin",
        format!("{:.0}", (capital / DISTANCE).atan().to_degrees() * 60.0),
    );
    put("small_parameters", count(small.parameters));
    let mut share = |name: String,
                     size: &str,
                     arm: &str,
                     of: serde_json::Value,
                     at: Option<&str>|
     -> Result<(), Error> {
        let asked: Share =
            serde_json::from_value(json!({"size": size, "arm": arm, "of": of, "at": at}))?;
        let value = asked
            .value(&plane)
            .ok_or_else(|| format!("{name} was not measured"))?;
        put(&name, percent(value));
        Ok(())
    };
    for (size, arm) in [("large", "direct"), ("small", "chain_rl")] {
        share(format!("{size}_home"), size, arm, json!("right"), None)?;
        for family in ["negative_operand", "three_digit_operand", "unseen_modulus"] {
            share(
                format!("{size}_{family}"),
                size,
                arm,
                json!("right"),
                Some(family),
            )?;
        }
        share(
            format!("{size}_simulated"),
            size,
            arm,
            json!({"oversight": "simulated"}),
            None,
        )?;
    }
    share(
        "small_direct_home".into(),
        "small",
        "direct",
        json!("right"),
        None,
    )?;
    for (name, size, arm, of) in [
        ("small_follow", "small", "chain_rl", "follow"),
        ("rationaliser_follow", "large", "rationaliser", "follow"),
        ("small_legible", "small", "chain_rl", "legible"),
        ("encoded_legible", "small", "encoded", "legible"),
        ("small_kept", "small", "chain_rl", "kept"),
        ("steganography_kept", "small", "steganography", "kept"),
    ] {
        share(name.into(), size, arm, json!({"oversight": of}), None)?;
    }
    let facts = Facts {
        run: None,
        plane: Some(&plane),
        debate: Some(&debate),
    };
    for id in LESSONS {
        let lesson: Lesson = read(&public.join(format!("lessons/{id}.json")))?;
        values.insert(
            format!("title_{id}"),
            lesson.title.in_language("en").to_owned(),
        );
        values.insert(format!("questions_{id}"), questions(&lesson, &facts));
    }
    Ok(values)
}

/// The questions of a lesson with their right answers; those about runs have theirs in the key.
fn questions(lesson: &Lesson, facts: &Facts<'_>) -> String {
    let link = format!(
        "[Play it](./?lesson={0}), [worksheet](./?worksheet={0}), [answer key](./?worksheet={0}&key=1).",
        lesson.id
    );
    let mut text = format!("{link}\n\n| step | question | answer |\n| --- | --- | --- |\n");
    for (idx, question) in lesson.questions() {
        let right = question
            .right(facts)
            .map(|right| question.choices[right].says.in_language("en"));
        let answer = right.unwrap_or("what the models do: see the answer key");
        let ask = question.ask.in_language("en");
        text.push_str(&format!("| {} | {ask} | {answer} |\n", idx + 1));
    }
    text
}

/// The text with every `{{name}}` filled in.
fn filled(text: &str, values: &BTreeMap<String, String>) -> Result<String, Error> {
    let mut parts = text.split("{{");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("}}").ok_or("a place has no end")?;
        let value = values
            .get(name)
            .ok_or_else(|| format!("nothing is known of {name}"))?;
        whole.push_str(value);
        whole.push_str(rest);
    }
    Ok(whole)
}

fn read<T: DeserializeOwned>(path: &std::path::Path) -> Result<T, Error> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_the_guide_is_filled() {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(root.join("docs/guide.md")).unwrap();
        let whole = filled(&text, &values(&root).unwrap()).unwrap();
        assert!(!whole.contains("{{"));
        // No share is typed into the text.
        assert!(!text.contains('%'), "a number is typed into docs/guide.md");
    }

    #[test]
    fn a_name_that_nothing_is_known_of_is_an_error() {
        let error = filled("a {{b}} c", &BTreeMap::new()).unwrap_err();
        assert_eq!(error.to_string(), "nothing is known of b");
    }
}
