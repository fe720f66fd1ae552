//! What can go wrong with a model, in words that the page shows.

use thiserror::Error;

/// What can be wrong with a model file or with a text given to a model.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Error {
    /// The bytes are not those that the card describes.
    #[error("the file has digest {}... and the card says {}...: it was truncated or altered", short(.found), short(.expected))]
    Digest {
        /// SHA-256 in the card, in hexadecimal.
        expected: String,
        /// SHA-256 of the bytes, in hexadecimal.
        found: String,
    },
    /// The bytes do not decode as ONNX.
    #[error("the file is no ONNX model: {0}")]
    Malformed(String),
    /// ONNX, but not a graph that this engine reads.
    #[error("the ONNX graph cannot be read: {0}")]
    Graph(String),
    /// The graph and its card disagree.
    #[error("the ONNX graph has {what} {found}, and its card says {expected}")]
    Card {
        /// Of what.
        what: &'static str,
        /// In the card.
        expected: usize,
        /// In the graph.
        found: usize,
    },
    /// The card lists other tokens than the language has.
    #[error(
        "the model speaks another language: its token {id} is {found:?} instead of {expected:?}"
    )]
    Vocabulary {
        /// The first token that differs.
        id: usize,
        /// Its text in this program.
        expected: String,
        /// Its text in the card.
        found: String,
    },
    /// Nothing was given to read.
    #[error("there is no token to read")]
    Empty,
    /// A token beyond the vocabulary.
    #[error("there is no token number {0}")]
    UnknownToken(u8),
    /// A vector in the place of a thought that is none.
    #[error(
        "a thought is {expected} finite numbers, and {width} numbers were given, or one that is not finite"
    )]
    Thought {
        /// Of what was given.
        width: usize,
        /// Of the model.
        expected: usize,
    },
    /// More tokens than the model has positions.
    #[error("a text of {length} tokens is too long: the model reads at most {max}")]
    TooLong {
        /// Of the text.
        length: usize,
        /// Of the model.
        max: usize,
    },
    /// Two texts that are to be compared place by place.
    #[error("one text has {clean} tokens and the other {corrupt}: they need to have as many")]
    Lengths {
        /// Of the clean text.
        clean: usize,
        /// Of the corrupt text.
        corrupt: usize,
    },
    /// Two texts between which nothing can come back.
    #[error("both texts are answered by {0:?}: there is nothing that could come back")]
    SameAnswer(&'static str),
}

fn short(digest: &str) -> String {
    digest.chars().take(8).collect()
}
