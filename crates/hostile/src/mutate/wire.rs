//! Alterations of protocol buffers as a tree: fields left out, doubled, moved and filled with other numbers, at any depth, the lengths
//! around them right again.

use rand::Rng;
use rand_pcg::Pcg64Mcg;

/// A field: its key (number and kind) and what it holds.
#[derive(Debug, Clone, PartialEq)]
struct Field {
    key: u64,
    content: Content,
}

#[derive(Debug, Clone, PartialEq)]
enum Content {
    Number(u64),
    /// Four or eight bytes.
    Fixed(Vec<u8>),
    /// Another message, a text or bytes.
    Bytes(Vec<u8>),
}

/// A message, altered up to three times.
pub(super) fn altered(message: &[u8], rng: &mut Pcg64Mcg) -> Vec<u8> {
    let mut altered = message.to_vec();
    for _ in 0..rng.random_range(1..=3) {
        altered = alter(&altered, rng).unwrap_or(altered);
    }
    altered
}

/// A message, altered once; `None` where the bytes are none.
fn alter(message: &[u8], rng: &mut Pcg64Mcg) -> Option<Vec<u8>> {
    let mut fields = fields(message)?;
    let n = fields.len();
    if n == 0 {
        return None;
    }
    let (idx, other) = (rng.random_range(0..n), rng.random_range(0..n));
    let below = match &fields[idx].content {
        Content::Bytes(bytes) if rng.random_ratio(4, 5) => alter(bytes, rng),
        _ => None,
    };
    if let Some(below) = below {
        fields[idx].content = Content::Bytes(below);
        return Some(written(&fields));
    }
    match rng.random_range(0..6) {
        0 => drop(fields.remove(idx)),
        1 => {
            let copies = vec![fields[idx].clone(); 1 << rng.random_range(0..=6)];
            let _ = fields.splice(idx..idx, copies);
        }
        2 => fields.swap(idx, other),
        3 => fields[idx].key ^= 1 << rng.random_range(0..7),
        _ => match &mut fields[idx].content {
            Content::Number(number) => *number = extreme(rng),
            Content::Fixed(bytes) => bytes.fill(rng.random()),
            Content::Bytes(bytes) => {
                let length = rng.random_range(0..=2 * bytes.len());
                bytes.resize(length, rng.random());
            }
        },
    }
    Some(written(&fields))
}

fn extreme(rng: &mut Pcg64Mcg) -> u64 {
    let shift = rng.random_range(0..64);
    match rng.random_range(0..3) {
        0 => 1 << shift,
        1 => u64::MAX >> shift,
        _ => rng.random_range(0..10),
    }
}

/// The fields of a message; `None` where the bytes are none.
fn fields(mut rest: &[u8]) -> Option<Vec<Field>> {
    let mut fields = Vec::new();
    while !rest.is_empty() {
        let key = number(&mut rest)?;
        let content = match key & 7 {
            0 => Content::Number(number(&mut rest)?),
            1 => Content::Fixed(take(&mut rest, 8)?),
            2 => {
                let length = usize::try_from(number(&mut rest)?).ok()?;
                Content::Bytes(take(&mut rest, length)?)
            }
            5 => Content::Fixed(take(&mut rest, 4)?),
            _ => return None,
        };
        // No message has the field 0: what looks so is text.
        (key >> 3 > 0).then_some(())?;
        fields.push(Field { key, content });
    }
    Some(fields)
}

fn take(rest: &mut &[u8], n: usize) -> Option<Vec<u8>> {
    let (taken, after) = rest.split_at_checked(n)?;
    *rest = after;
    Some(taken.to_vec())
}

fn number(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for idx in 0..10 {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        number |= u64::from(byte & 127) << (7 * idx);
        if byte & 128 == 0 {
            return Some(number);
        }
    }
    None
}

fn written(fields: &[Field]) -> Vec<u8> {
    let mut message = Vec::new();
    for Field { key, content } in fields {
        push(&mut message, *key);
        match content {
            Content::Number(number) => push(&mut message, *number),
            Content::Fixed(bytes) => message.extend_from_slice(bytes),
            Content::Bytes(bytes) => {
                push(&mut message, bytes.len() as u64);
                message.extend_from_slice(bytes);
            }
        }
    }
    message
}

fn push(message: &mut Vec<u8>, mut number: u64) {
    while number > 127 {
        message.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    message.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_altered_is_written_as_it_was() {
        let file = include_bytes!("../../../engine/tests/fixtures/tiny.onnx");
        assert_eq!(written(&fields(file).unwrap()), file);
        assert_eq!(fields(b"text"), None);
    }
}
