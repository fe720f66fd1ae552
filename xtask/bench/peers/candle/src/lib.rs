//! candle, for which the model of `training/syw/gpt.py` is written by hand in `gpt.rs`; its weights are read from the ONNX
//! file by `onnx.rs`.

mod gpt;
mod onnx;

use candle_core::{Device, Tensor};
use peer::{Loaded, Model, Reading, Shape, Token, Wanted};
use wasm_bindgen::prelude::*;

use gpt::{Gpt, LayerPast};

#[wasm_bindgen]
pub fn load(
    file: &[u8],
    layers: usize,
    heads: usize,
    head_width: usize,
    n_tokens: usize,
    max_length: usize,
    end: Token,
) -> Result<Loaded, String> {
    let shape = Shape {
        layers,
        heads,
        head_width,
        n_tokens,
        max_length,
    };
    let weights = onnx::weights(file)?;
    let model = Gpt::new(&weights, shape).map_err(text)?;
    Ok(Loaded::new(CandleModel(model), shape, end))
}

struct CandleModel(Gpt);

impl Model for CandleModel {
    fn begin(&self) -> Box<dyn Reading + '_> {
        Box::new(Rows {
            of: &self.0,
            past: Vec::new(),
        })
    }
}

struct Rows<'a> {
    of: &'a Gpt,
    /// Keys and values of each layer; nothing before anything is read.
    past: Vec<LayerPast>,
}

impl Reading for Rows<'_> {
    fn read(&mut self, rows: &[&[Token]], wanted: Wanted) -> Result<Vec<f32>, String> {
        let (n_rows, n_new) = (rows.len(), rows[0].len());
        let first = wanted.first_place(n_new);
        let mut read = || {
            let ids = Tensor::from_vec(rows.concat(), (n_rows, n_new), &Device::Cpu)?;
            let logits = self.of.read(&ids, &mut self.past, first)?;
            logits.flatten_all()?.to_vec1()
        };
        read().map_err(text)
    }

    fn keep(&mut self, kept: &[usize]) -> Result<(), String> {
        let kept: Vec<u32> = kept.iter().map(|&row| row as u32).collect();
        let mut keep = || {
            let kept = Tensor::new(kept.as_slice(), &Device::Cpu)?;
            for (keys, values) in &mut self.past {
                *keys = keys.index_select(&kept, 0)?;
                *values = values.index_select(&kept, 0)?;
            }
            candle_core::Result::Ok(())
        };
        keep().map_err(text)
    }
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}
