//! The loop of `theirs_worker.js`: texts of equal length side by side, a text that has ended leaves the batch.

use std::collections::BTreeMap;

use super::{Loaded, Token, Wanted};

/// As many rows as the engine runs side by side.
const N_ROWS: usize = 128;

pub(super) fn complete_many(
    of: &Loaded,
    texts: &[&[Token]],
    max_new: usize,
) -> Result<Vec<Vec<Token>>, String> {
    by_length(texts, |rows| complete_rows(of, rows, max_new))
}

pub(super) fn read_many(of: &Loaded, texts: &[&[Token]]) -> Result<Vec<Vec<Token>>, String> {
    by_length(texts, |rows| {
        let logits = of.model.begin().read(rows, Wanted::All)?;
        let best = best_of_each(&logits, of.shape.n_tokens);
        Ok(best.chunks(rows[0].len()).map(<[Token]>::to_vec).collect())
    })
}

/// Calls `run` with batches of equally long texts and puts what it returns in the order of the texts.
fn by_length(
    texts: &[&[Token]],
    run: impl Fn(&[&[Token]]) -> Result<Vec<Vec<Token>>, String>,
) -> Result<Vec<Vec<Token>>, String> {
    let mut places: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, text) in texts.iter().enumerate() {
        places.entry(text.len()).or_default().push(place);
    }
    let mut lists = vec![Vec::new(); texts.len()];
    for places in places.values().flat_map(|places| places.chunks(N_ROWS)) {
        let rows: Vec<&[Token]> = places.iter().map(|&place| texts[place]).collect();
        for (&place, list) in places.iter().zip(run(&rows)?) {
            lists[place] = list;
        }
    }
    Ok(lists)
}

fn complete_rows(
    of: &Loaded,
    texts: &[&[Token]],
    max_new: usize,
) -> Result<Vec<Vec<Token>>, String> {
    let mut written = vec![Vec::new(); texts.len()];
    let last = max_new.min(of.shape.max_length.saturating_sub(texts[0].len()));
    let mut reading = of.model.begin();
    let mut owners: Vec<usize> = (0..texts.len()).collect();
    let mut chosen: Vec<Token> = Vec::new();
    for n_written in 1..=last {
        let unread: Vec<&[Token]> = if n_written == 1 {
            texts.to_vec()
        } else {
            chosen.chunks(1).collect()
        };
        let is_last = n_written == last;
        let wanted = if is_last {
            Wanted::LastOfAll
        } else {
            Wanted::Last
        };
        let best = best_of_each(&reading.read(&unread, wanted)?, of.shape.n_tokens);
        for (&owner, &token) in owners.iter().zip(&best) {
            written[owner].push(token);
        }
        let kept: Vec<usize> = (0..best.len()).filter(|&row| best[row] != of.end).collect();
        if is_last || kept.is_empty() {
            break;
        }
        if kept.len() < owners.len() {
            reading.keep(&kept)?;
        }
        owners = kept.iter().map(|&row| owners[row]).collect();
        chosen = kept.iter().map(|&row| best[row]).collect();
    }
    Ok(written)
}

/// The most probable token of each group of logits; of equals, the lowest.
fn best_of_each(logits: &[f32], n_tokens: usize) -> Vec<Token> {
    let best = |group: &[f32]| {
        let mut best = 0;
        for (token, logit) in group.iter().enumerate() {
            if *logit > group[best] {
                best = token;
            }
        }
        best as Token
    };
    logits.chunks(n_tokens).map(best).collect()
}
