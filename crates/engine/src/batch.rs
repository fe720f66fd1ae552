//! Greedy completions of many texts at once, token for token those of one at a time.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use syw_core::Token;
use syw_core::decoding::{BatchModel, Completion, Sampler, argmax, generate, prob_of};
use tract_core::internal::*;

use crate::Error;
use crate::model::{OnnxModel, Work, rows, run_error, run_from_start, run_one_more};

/// Where the best two logits are closer than this, the order of additions inside a kernel might decide which is
/// larger. Kernels differ between plans, so such a text is completed again on its own.
const TIE: f32 = 1e-3;

/// Enough rows to fill the kernels, few enough for their keys and values to stay in a processor's cache.
const N_ROWS: usize = 128;

impl BatchModel for OnnxModel {
    type Error = Error;

    fn complete(&self, prefixes: &[Vec<Token>], max_new: usize) -> Result<Vec<Completion>, Error> {
        let mut by_length: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (idx, prefix) in prefixes.iter().enumerate() {
            self.check(prefix)?;
            by_length.entry(prefix.len()).or_default().push(idx);
        }
        let mut completions = vec![Completion::default(); prefixes.len()];
        for (length, members) in by_length {
            let max_new = max_new.min(self.max_length() - length);
            for members in members.chunks(N_ROWS) {
                let texts: Vec<&[Token]> = members
                    .iter()
                    .map(|&member| prefixes[member].as_slice())
                    .collect();
                for (&member, completion) in
                    members.iter().zip(self.complete_rows(&texts, max_new)?)
                {
                    completions[member] = match completion {
                        Some(completion) => completion,
                        None => self.greedy(&prefixes[member], max_new)?,
                    };
                }
            }
        }
        Ok(completions)
    }
}

impl OnnxModel {
    /// Completes one text greedily.
    pub fn greedy(&self, prefix: &[Token], max_new: usize) -> Result<Completion, Error> {
        self.check(prefix)?;
        let mut completion = Completion::default();
        let max_new = max_new.min(self.max_length() - prefix.len());
        generate(self, prefix, &mut Sampler::Greedy, max_new, |generated| {
            completion.tokens.push(generated.token);
            completion.probs.push(generated.prob);
            ControlFlow::Continue(())
        })?;
        Ok(completion)
    }

    /// Completes texts of equal length; `None` for one that came to a near tie.
    fn complete_rows(
        &self,
        texts: &[&[Token]],
        max_new: usize,
    ) -> Result<Vec<Option<Completion>>, Error> {
        let mut completions = vec![Some(Completion::default()); texts.len()];
        if max_new == 0 {
            return Ok(completions);
        }
        let (from_start, one_more) = (self.plan(Work::Texts)?, self.plan(Work::Tokens)?);
        // The text that each row of the batch belongs to; a text that has ended leaves the batch.
        let mut owners: Vec<usize> = (0..texts.len()).collect();
        let (mut past, mut logits) = run_from_start(from_start, texts).map_err(run_error)?;
        for n_written in 1..=max_new {
            let n_per_row = logits.shape()[1];
            let mut kept = Vec::new();
            let mut chosen = Vec::new();
            let last = rows(&logits)
                .map_err(run_error)?
                .skip(n_per_row - 1)
                .step_by(n_per_row);
            for (row, (owner, logits)) in owners.iter().zip(last).enumerate() {
                let best = argmax(logits);
                let is_tie = logits
                    .iter()
                    .enumerate()
                    .any(|(id, logit)| id != best && logits[best] - logit < TIE);
                if is_tie {
                    completions[*owner] = None;
                    continue;
                }
                let token = Token(best as u8);
                if let Some(completion) = &mut completions[*owner] {
                    completion.tokens.push(token);
                    completion.probs.push(prob_of(token, logits));
                }
                if token != Token::END {
                    kept.push(row);
                    chosen.push(token);
                }
            }
            if kept.is_empty() || n_written == max_new {
                break;
            }
            if kept.len() < owners.len() {
                owners = kept.iter().map(|&row| owners[row]).collect();
                past = keep_rows(&past, &kept).map_err(run_error)?;
            }
            let before = texts[0].len() + n_written - 1;
            (past, logits) = run_one_more(one_more, &past, before, &chosen).map_err(run_error)?;
        }
        Ok(completions)
    }
}

fn keep_rows(past: &[Arc<Tensor>], kept: &[usize]) -> TractResult<Arc<[Arc<Tensor>]>> {
    let keep = |tensor: &Arc<Tensor>| {
        let mut shape = tensor.shape().to_vec();
        let size = shape[1..].iter().product::<usize>();
        let values = tensor.try_as_plain_ram()?.as_slice::<f32>()?;
        let values: Vec<f32> = kept
            .iter()
            .flat_map(|&row| &values[row * size..(row + 1) * size])
            .copied()
            .collect();
        shape[0] = kept.len();
        Ok(Tensor::from_shape(&shape, &values)?.into_arc_tensor())
    };
    past.iter().map(keep).collect()
}
