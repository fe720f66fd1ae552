//! Greedy completions of many texts at once, token for token those of one at a time.
//!
//! Eight texts share a group, each in a lane of its own, and some groups advance together, so that texts that are left
//! over when others have ended can be moved into one group.

use std::ops::ControlFlow;

use syw_core::Token;
use syw_core::decoding::{BatchModel, Completion, Sampler, generate};
use wide::f32x8;

use crate::Error;
use crate::forward::{Cache, Wanted, read};
use crate::lane::{Exp, Lane};
use crate::model::OnnxModel;

/// Texts in a group.
const LANES: usize = f32x8::N;

/// Groups that advance together: enough to fill up groups from, few enough for their keys and values to stay in a
/// processor's cache.
const GROUPS: usize = 4;

impl BatchModel for OnnxModel {
    type Error = Error;

    fn complete(&self, prefixes: &[Vec<Token>], max_new: usize) -> Result<Vec<Completion>, Error> {
        let order = self.shortest_first(prefixes)?;
        let mut completions = vec![Completion::default(); prefixes.len()];
        for members in order.chunks(LANES * GROUPS) {
            let texts = members.iter().map(|&idx| Text {
                place: idx,
                prefix: &prefixes[idx],
                room: max_new.min(self.max_length() - prefixes[idx].len()),
            });
            let texts: Vec<Text<'_>> = texts.filter(|text| text.room > 0).collect();
            self.complete_together(&texts, &mut completions);
        }
        Ok(completions)
    }
}

/// A text to be completed.
#[derive(Clone, Copy)]
struct Text<'text> {
    /// Of its completion.
    place: usize,
    prefix: &'text [Token],
    /// How many tokens may be written.
    room: usize,
}

/// Eight texts side by side; a lane without a text reads what another one reads.
struct Group<'text> {
    cache: Cache<f32x8>,
    texts: [Option<Text<'text>>; LANES],
    /// What each lane reads next.
    next: [Token; LANES],
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

    /// What the model finds most probable after each token of given texts, each read in one pass: whether it would have
    /// written them.
    pub fn most_probable_after(&self, texts: &[Vec<Token>]) -> Result<Vec<Vec<Token>>, Error> {
        let order = self.shortest_first(texts)?;
        let mut found = vec![Vec::new(); texts.len()];
        for members in order.chunks(LANES) {
            let longest = members.iter().map(|&idx| texts[idx].len()).max();
            // What is read after the end of a text changes nothing before it.
            let token = |at: usize, lane: usize| {
                let text = members.get(lane).map_or(&[][..], |&idx| &texts[idx]);
                text.get(at).copied().unwrap_or(Token::END)
            };
            let tokens: Vec<Token> = (0..longest.unwrap_or(0))
                .flat_map(|at| (0..LANES).map(move |lane| token(at, lane)))
                .collect();
            let mut cache = Cache::new(&self.weights);
            let logits = read(&self.weights, &mut cache, &tokens, Wanted::All);
            for (at, logits) in logits
                .chunks_exact(self.weights.shape.vocabulary)
                .enumerate()
            {
                let (best, _) = most_probable(logits);
                for (&idx, best) in members.iter().zip(best) {
                    if at < texts[idx].len() {
                        found[idx].push(best);
                    }
                }
            }
        }
        Ok(found)
    }

    /// The places of texts by length, so that those side by side are about as long; an error where one cannot be read.
    fn shortest_first(&self, texts: &[Vec<Token>]) -> Result<Vec<usize>, Error> {
        for text in texts {
            self.check(text)?;
        }
        let mut order: Vec<usize> = (0..texts.len()).collect();
        order.sort_by_key(|&idx| texts[idx].len());
        Ok(order)
    }

    /// Completes texts, the shortest first. All begin with as many tokens as the shortest has; from there on, a text goes
    /// on with its own tokens as long as it has some, then with those that the model chooses.
    fn complete_together(&self, texts: &[Text<'_>], completions: &mut [Completion]) {
        let Some(shortest) = texts.first().map(|text| text.prefix.len()) else {
            return;
        };
        let mut groups: Vec<Group<'_>> = Vec::new();
        for texts in texts.chunks(LANES) {
            let lane = |lane: usize| texts[lane.min(texts.len() - 1)];
            let tokens: Vec<Token> = (0..shortest)
                .flat_map(|at| (0..LANES).map(move |idx| lane(idx).prefix[at]))
                .collect();
            let mut cache = Cache::new(&self.weights);
            let logits = read(&self.weights, &mut cache, &tokens, Wanted::Last);
            let mut group = Group {
                cache,
                texts: std::array::from_fn(|lane| texts.get(lane).copied()),
                next: [Token::END; LANES],
            };
            group.choose(&logits, completions);
            groups.push(group);
        }
        close_ranks(&mut groups);
        while !groups.is_empty() {
            for group in &mut groups {
                let logits = read(&self.weights, &mut group.cache, &group.next, Wanted::Last);
                group.choose(&logits, completions);
            }
            close_ranks(&mut groups);
        }
    }
}

impl Group<'_> {
    /// What each lane reads next; a text that has ended leaves.
    fn choose(&mut self, logits: &[f32x8], completions: &mut [Completion]) {
        let (best, largest) = most_probable(logits);
        let probs = probs_of_largest(logits, largest);
        for (lane, slot) in self.texts.iter_mut().enumerate() {
            let Some(text) = slot else { continue };
            if let Some(own) = text.prefix.get(self.cache.length) {
                self.next[lane] = *own;
                continue;
            }
            let completion = &mut completions[text.place];
            let token = best[lane];
            completion.tokens.push(token);
            completion.probs.push(probs[lane]);
            self.next[lane] = token;
            if token == Token::END || completion.tokens.len() == text.room {
                *slot = None;
            }
        }
    }

    fn n_texts(&self) -> usize {
        self.texts.iter().flatten().count()
    }
}

/// The most probable token of each lane, the first of equals, and its logit.
fn most_probable(logits: &[f32x8]) -> ([Token; LANES], f32x8) {
    let mut largest = f32x8::splat(f32::NEG_INFINITY);
    let mut best = f32x8::ZERO;
    for (id, &logit) in logits.iter().enumerate() {
        let is_larger = logit.simd_gt(largest);
        largest = is_larger.select(logit, largest);
        best = is_larger.select(f32x8::splat(id as f32), best);
    }
    (best.to_array().map(|id| Token(id as u8)), largest)
}

/// The probability of the token with the largest logit, of each lane.
fn probs_of_largest(logits: &[f32x8], largest: f32x8) -> [f32; LANES] {
    let exp = Exp::new();
    let sum = logits
        .iter()
        .fold(f32x8::ZERO, |sum, &logit| sum + exp.of(logit - largest));
    (f32x8::splat(1.0) / sum).to_array()
}

/// Moves texts out of groups that are no longer needed into the gaps of the others, and drops what is empty.
fn close_ranks(groups: &mut Vec<Group<'_>>) {
    loop {
        groups.retain(|group| group.n_texts() > 0);
        let n_texts: usize = groups.iter().map(Group::n_texts).sum();
        if n_texts > (groups.len().max(1) - 1) * LANES {
            return;
        }
        let Some(mut emptied) = groups.pop() else {
            return;
        };
        for from in 0..LANES {
            let Some(text) = emptied.texts[from].take() else {
                continue;
            };
            let gap = groups.iter_mut().find_map(|group| {
                let lane = group.texts.iter().position(Option::is_none)?;
                Some((group, lane))
            });
            // There are as many gaps as texts, by the count above.
            let Some((group, to)) = gap else { return };
            group.cache.take_text(to, &emptied.cache, from);
            group.texts[to] = Some(text);
            group.next[to] = emptied.next[from];
        }
    }
}
