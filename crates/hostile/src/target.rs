//! A reader of what comes from outside, as it is tried out.

/// What a reader says of an input: what it tells its user although it understood, or, in `Err`, why it did not.
pub type Said = Result<Vec<String>, String>;

/// A reader.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// What is read, in a few words. Unique.
    pub name: &'static str,
    /// How cases are made of the samples.
    pub form: Form,
    /// Inputs that are understood, small ones.
    pub samples: fn() -> Vec<Vec<u8>>,
    /// Reads an input and does with it what the page does, as far as that needs no browser. Panics where a promise of the reader is
    /// broken, as every fault of its own does.
    pub read: fn(&[u8]) -> Said,
    /// How many of a thousand cases are for this reader.
    pub share: u64,
    /// The most memory that a case may hold at once.
    pub room: Room,
}

/// What inputs look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Any text.
    Text,
    /// JSON, altered as a tree too.
    Json,
    /// Protocol buffers, altered as a tree too.
    Wire,
    /// Ids of tokens, a byte each.
    Tokens,
}

/// A bound on memory, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// Whatever the input.
    pub fixed: usize,
    /// For each byte of the input.
    pub per_byte: usize,
}

impl Room {
    /// The bound for an input of this length.
    pub fn of(self, n_bytes: usize) -> usize {
        self.fixed
            .saturating_add(self.per_byte.saturating_mul(n_bytes))
    }
}

/// The input as a text, as a browser hands it over: what is no UTF-8 is replaced.
pub fn text(input: &[u8]) -> String {
    String::from_utf8_lossy(input).into_owned()
}
