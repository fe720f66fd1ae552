//! What every peer does in the same way. A peer implements `Model` and `Reading` and exports one function, `load`, that
//! returns a `Loaded`; what the page calls is here, and greedy decoding is in `decoding.rs`.

mod decoding;

use wasm_bindgen::prelude::*;

/// Id of a token in a model's vocabulary.
pub type Token = u32;

/// The numbers of a model's card that its file does not tell.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub layers: usize,
    pub heads: usize,
    pub head_width: usize,
    pub n_tokens: usize,
    pub max_length: usize,
}

/// A model in memory.
pub trait Model {
    /// A new batch of texts, of which nothing is read yet.
    fn begin(&self) -> Box<dyn Reading + '_>;
}

/// A batch of texts, with the keys and values of what is read of each.
pub trait Reading {
    /// Reads `rows`, equally long continuations of the texts.
    fn read(&mut self, rows: &[&[Token]], wanted: Wanted) -> Result<Vec<f32>, String>;

    /// Leaves only these rows in the batch, in ascending order.
    fn keep(&mut self, kept: &[usize]) -> Result<(), String>;
}

/// What comes back from reading, besides keys and values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The logits after the last token of each row.
    Last,
    /// The same, and nothing will be read after it.
    LastOfAll,
    /// The logits after every token of each row, and nothing will be read after it.
    All,
}

impl Wanted {
    /// The first place of a row of this length whose logits are wanted.
    pub fn first_place(self, length: usize) -> usize {
        if self == Wanted::All { 0 } else { length - 1 }
    }
}

/// A model as the page holds it. Many texts are one list of numbers: the length of each before its tokens.
#[wasm_bindgen]
pub struct Loaded {
    model: Box<dyn Model>,
    shape: Shape,
    end: Token,
}

impl Loaded {
    pub fn new(model: impl Model + 'static, shape: Shape, end: Token) -> Loaded {
        Loaded {
            model: Box::new(model),
            shape,
            end,
        }
    }
}

#[wasm_bindgen]
impl Loaded {
    /// Greedy completions, each with the end token where the model wrote it.
    #[wasm_bindgen(js_name = completeMany)]
    pub fn complete_many(&self, texts: &[Token], max_new: usize) -> Result<Vec<Token>, String> {
        decoding::complete_many(self, &unpacked(texts), max_new).map(|lists| packed(&lists))
    }

    /// The most probable token after every token of each text.
    #[wasm_bindgen(js_name = readMany)]
    pub fn read_many(&self, texts: &[Token]) -> Result<Vec<Token>, String> {
        decoding::read_many(self, &unpacked(texts)).map(|lists| packed(&lists))
    }

    /// How probable each token is after the text.
    pub fn probs(&self, text: &[Token]) -> Result<Vec<f32>, String> {
        let logits = self.model.begin().read(&[text], Wanted::LastOfAll)?;
        let most = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let powers: Vec<f32> = logits.iter().map(|logit| (logit - most).exp()).collect();
        let sum: f32 = powers.iter().sum();
        Ok(powers.iter().map(|power| power / sum).collect())
    }
}

fn unpacked(mut list: &[u32]) -> Vec<&[Token]> {
    let mut texts = Vec::new();
    while let Some((&length, rest)) = list.split_first() {
        let (text, rest) = rest.split_at(length as usize);
        texts.push(text);
        list = rest;
    }
    texts
}

fn packed(lists: &[Vec<Token>]) -> Vec<u32> {
    let with_length = |list: &Vec<Token>| [&[list.len() as u32], list.as_slice()].concat();
    lists.iter().flat_map(with_length).collect()
}
