//! Every reader of what comes from outside, with the promises that it keeps.

mod address;
mod chains;
mod files;
mod measured;
mod models;
mod typed;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use syw_core::outside::json;

use crate::target::{Form, Room, Said, Target, text};

/// All of them.
pub fn all() -> Vec<Target> {
    [
        address::TARGETS,
        typed::TARGETS,
        chains::TARGETS,
        files::TARGETS,
        measured::TARGETS,
        models::TARGETS,
    ]
    .concat()
}

/// A short text: little is kept of it.
const SHORT: Room = Room {
    fixed: 64 << 10,
    per_byte: 200,
};
/// A file of JSON: values are larger than their text, and are written once more.
const FILE: Room = Room {
    fixed: 128 << 10,
    per_byte: 300,
};

/// A reader of a file in `public/`, whose text is given.
const fn file(
    name: &'static str,
    samples: fn() -> Vec<Vec<u8>>,
    read: fn(&[u8]) -> Said,
) -> Target {
    Target {
        name,
        form: Form::Json,
        samples,
        read,
        share: 6,
        room: FILE,
    }
}

/// Reads a file as the page does. What was understood can be written and read again.
fn read<T: DeserializeOwned + Serialize>(input: &[u8]) -> Result<T, String> {
    let value: T = json(&text(input))?;
    let written = serde_json::to_string(&value).expect("it is plain data");
    json::<T>(&written).expect("what was written is read");
    Ok(value)
}

/// Published JSON with every list cut to its first items: small, and of the same form.
fn cut(published: &str) -> Vec<Vec<u8>> {
    fn cut(value: &mut Value) {
        match value {
            Value::Array(items) => {
                items.truncate(3);
                items.iter_mut().for_each(cut);
            }
            Value::Object(members) => members.values_mut().for_each(cut),
            _ => {}
        }
    }
    let mut value: Value = serde_json::from_str(published).expect("it is published");
    cut(&mut value);
    vec![value.to_string().into_bytes()]
}

/// Samples that are short texts.
fn texts(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}
