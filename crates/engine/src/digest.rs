//! The digest of a model file, and its comparison with the card.

use std::fmt::Write;

use sha2::{Digest, Sha256};
use syw_core::card::ModelCard;

use crate::Error;

/// The SHA-256 of a file, in lower-case hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::with_capacity(64), |mut text, byte| {
            write!(text, "{byte:02x}").expect("writing to a string does not fail");
            text
        })
}

/// Whether the bytes are those that the card describes.
pub fn verify(bytes: &[u8], card: &ModelCard) -> Result<(), Error> {
    let found = digest(bytes);
    if found == card.sha256 {
        Ok(())
    } else {
        Err(Error::Digest {
            expected: card.sha256.clone(),
            found,
        })
    }
}
