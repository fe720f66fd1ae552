//! The languages of the page as files: each language's messages in one, and the pseudo-languages, which are made from English.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use fluent_pseudo::transform_dom;
use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement, Resource};
use fluent_syntax::{parser, serializer};

/// English, which is compiled into the page.
const ENGLISH: &str = "en";
/// Longer words with accents, and words written from right to left.
const LONG: &str = "en-XA";
const RIGHT_TO_LEFT: &str = "ar-XB";
/// Around what is written from right to left whatever its letters.
const OVERRIDE: [char; 2] = ['\u{202e}', '\u{202c}'];

/// Writes `dist/locales/<tag>.ftl` for every language but English.
pub fn write(root: &Path, dist: &Path) -> Result<()> {
    let folder = root.join("locales");
    let written = dist.join("locales");
    fs::create_dir_all(&written)?;
    for entry in fs::read_dir(&folder).context("locales/")? {
        let entry = entry?;
        let tag = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() && tag != ENGLISH {
            fs::write(written.join(format!("{tag}.ftl")), messages(&entry.path())?)?;
        }
    }
    let english = messages(&folder.join(ENGLISH))?;
    fs::write(written.join(format!("{LONG}.ftl")), pseudo(&english, long)?)?;
    let turned = pseudo(&english, right_to_left)?;
    fs::write(written.join(format!("{RIGHT_TO_LEFT}.ftl")), turned)?;
    Ok(())
}

/// All files of a folder, in the order of their names.
fn messages(folder: &Path) -> Result<String> {
    let mut files: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::path);
    let texts = files.iter().map(|file| {
        fs::read_to_string(file.path()).with_context(|| file.path().display().to_string())
    });
    Ok(texts.collect::<Result<Vec<_>>>()?.join("\n"))
}

/// The messages with their words changed. What code reads stays: ids, values, marks, and how numbers are written.
fn pseudo(english: &str, change: fn(&str) -> String) -> Result<String> {
    let Ok(mut resource) = parser::parse(english.to_owned()) else {
        bail!("locales/{ENGLISH} is not whole: the tests of the page say where");
    };
    for entry in &mut resource.body {
        if let Entry::Message(message) = entry
            && !message.id.name.starts_with("format-")
            && let Some(pattern) = &mut message.value
        {
            change_pattern(pattern, change);
        }
    }
    let whole: Resource<String> = resource;
    Ok(serializer::serialize(&whole))
}

fn change_pattern(pattern: &mut Pattern<String>, change: fn(&str) -> String) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = change(value),
            PatternElement::Placeable {
                expression: Expression::Select { variants, .. },
            } => {
                for variant in variants {
                    change_pattern(&mut variant.value, change);
                }
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

/// `Ħeeŀŀoo`: a third longer, with letters that a font may lack.
fn long(text: &str) -> String {
    transform_dom(text, false, true, false).into_owned()
}

/// Every word of a text from right to left, marks left alone.
fn right_to_left(text: &str) -> String {
    let [start, end] = OVERRIDE;
    let (mut turned, mut is_word, mut is_mark) = (String::new(), false, false);
    for letter in text.chars() {
        let starts_mark = letter == '<';
        let belongs = letter.is_alphanumeric() && !is_mark;
        if belongs != is_word {
            turned.push(if belongs { start } else { end });
            is_word = belongs;
        }
        is_mark = (is_mark || starts_mark) && letter != '>';
        turned.push(letter);
    }
    if is_word {
        turned.push(end);
    }
    turned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(change: fn(&str) -> String, text: &str, expected: &str) {
        let changed = pseudo(text, change).unwrap();
        let shown = changed.replace(OVERRIDE[0], "[").replace(OVERRIDE[1], "]");
        assert_eq!(shown.trim(), expected);
    }

    #[test]
    fn words_change_and_the_rest_stays() {
        check(
            long,
            "a-b = He <em>is</em> { $n }",
            "a-b = Ħee <em>iş</em> { $n }",
        );
        check(
            right_to_left,
            "a-b = He <em>is</em> { $n }.",
            "a-b = [He] <em>[is]</em> { $n }.",
        );
        check(long, "format-decimal = .", "format-decimal = .");
    }

    #[test]
    fn a_damaged_file_is_refused() {
        assert!(pseudo("a = {", long).is_err());
    }
}
