//! The core crate for the trainer: what Python may ask of the one implementation of the language.
//!
//! Tokens cross as `bytes`, one per token; problems as their canonical text. Every function is repeatable from its
//! arguments. A text that is not a problem, or a configuration that is not understood, raises `ValueError`.

use std::collections::BTreeMap;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use syw_core::Token;
use syw_core::chain::{self, Cipher, Paraphraser};
use syw_core::corpus::{self, CorpusConfig, Kind};
use syw_core::debate::{Claim, Criterion, Debate};
use syw_core::family::Family;
use syw_core::off_distribution;
use syw_core::problem::{Convention, Problem};
use syw_core::prompt;
use syw_core::rule;
use syw_core::split::{self, Split};
use syw_core::vocabulary;

fn value_error(error: impl std::fmt::Display) -> PyErr {
    PyValueError::new_err(error.to_string())
}

fn read<T: serde::de::DeserializeOwned>(name: &str) -> PyResult<T> {
    serde_json::from_value(serde_json::Value::String(name.to_owned())).map_err(value_error)
}

fn config(json: &str) -> PyResult<CorpusConfig> {
    serde_json::from_str(json).map_err(value_error)
}

fn problem(text: &str) -> PyResult<Problem> {
    text.parse().map_err(value_error)
}

fn ids(tokens: &[Token]) -> Vec<u8> {
    tokens.iter().map(|token| token.0).collect()
}

fn tokens(ids: &[u8]) -> Vec<Token> {
    ids.iter().copied().map(Token).collect()
}

fn name_of<T: serde::Serialize>(value: T) -> Option<String> {
    serde_json::to_value(value)
        .ok()?
        .as_str()
        .map(str::to_owned)
}

/// Documents as one rectangle of token ids, a row each, padded with 0 at the end.
#[pyclass(frozen, get_all)]
struct Documents {
    /// n * width token ids.
    tokens: Py<PyBytes>,
    /// n * width bytes: 1 where the token is trained on.
    mask: Py<PyBytes>,
    /// n little-endian 16-bit lengths.
    lengths: Py<PyBytes>,
    /// The length of the longest document.
    width: usize,
}

/// Draws `n` documents of one kind.
#[pyfunction]
fn documents(
    py: Python<'_>,
    kind: &str,
    n: usize,
    seed: u64,
    config_json: &str,
) -> PyResult<Documents> {
    let kind: Kind = read(kind)?;
    let config = config(config_json)?;
    let (tokens, mask, lengths, width) = py.detach(|| {
        let documents = corpus::documents(kind, n, seed, &config);
        let width = documents
            .iter()
            .map(|document| document.tokens.len())
            .max()
            .unwrap_or(0);
        let mut tokens = vec![Token::PAD.0; n * width];
        let mut mask = vec![0; n * width];
        let mut lengths = Vec::with_capacity(2 * n);
        for (row, document) in documents.iter().enumerate() {
            let length = document.tokens.len();
            tokens[row * width..][..length].copy_from_slice(&ids(&document.tokens));
            mask[row * width..][document.trained_from..length].fill(1);
            lengths.extend_from_slice(&(length as u16).to_le_bytes());
        }
        (tokens, mask, lengths, width)
    });
    let bytes = |data: &[u8]| PyBytes::new(py, data).unbind();
    Ok(Documents {
        tokens: bytes(&tokens),
        mask: bytes(&mask),
        lengths: bytes(&lengths),
        width,
    })
}

/// The text of every token, by id.
#[pyfunction(name = "vocabulary")]
fn vocabulary_texts() -> Vec<&'static str> {
    vocabulary::vocabulary().to_vec()
}

/// The id of the token with this text.
#[pyfunction]
fn token(text: &str) -> PyResult<u8> {
    let token = Token::from_text(text).ok_or_else(|| value_error(format!("no token {text:?}")))?;
    Ok(token.0)
}

/// The problems of one number of operands on one side of the split ("train", "held_out"), of all trained moduli or of one.
#[pyfunction]
#[pyo3(signature = (split, operands, modulus=None))]
fn problems(
    py: Python<'_>,
    split: &str,
    operands: usize,
    modulus: Option<i64>,
) -> PyResult<Vec<String>> {
    let split: Split = read(split)?;
    Ok(py.detach(|| {
        let listed = match modulus {
            Some(modulus) => split::problems_modulo(split, operands, &[modulus]),
            None => split::problems(split, operands),
        };
        listed.iter().map(Problem::to_string).collect()
    }))
}

/// Draws problems from the training side.
#[pyfunction]
fn sample_problems(n: usize, seed: u64, config_json: &str) -> PyResult<Vec<String>> {
    let config = config(config_json)?;
    Ok(corpus::training_problems(n, seed, &config)
        .iter()
        .map(Problem::to_string)
        .collect())
}

/// The names of the families of problems outside the training distribution, in the order of the page.
#[pyfunction]
fn families() -> Vec<String> {
    Family::ALL.into_iter().filter_map(name_of).collect()
}

/// Draws problems of one family, given the numbers of operands trained on.
#[pyfunction]
fn family_problems(
    family: &str,
    n: usize,
    seed: u64,
    trained_operands: Vec<usize>,
) -> PyResult<Vec<String>> {
    let family: Family = read(family)?;
    let problems = off_distribution::problems(family, n, seed, &trained_operands);
    Ok(problems.iter().map(Problem::to_string).collect())
}

/// The families that a problem belongs to, given the numbers of operands trained on; none: in distribution.
#[pyfunction]
fn families_of(text: &str, trained_operands: Vec<usize>) -> PyResult<Vec<String>> {
    let families = Family::of(&problem(text)?, &trained_operands);
    Ok(families.into_iter().filter_map(name_of).collect())
}

/// The side of the split on which a problem falls: "train" or "held_out".
#[pyfunction]
fn split_of(text: &str) -> PyResult<Option<String>> {
    Ok(name_of(Split::of(&problem(text)?)))
}

/// What an answer to a problem did, by name: `right`, `floored`, `truncated`, `sign_dropped`, ...
#[pyfunction]
fn outcome(text: &str, answer: Option<i64>) -> PyResult<Option<String>> {
    Ok(name_of(problem(text)?.outcome(answer)))
}

/// The prompt of a problem.
#[pyfunction(name = "prompt")]
fn prompt_of<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyBytes>> {
    Ok(PyBytes::new(py, &ids(&prompt::prompt(&problem(text)?))))
}

/// The prompt of no problem: for who is to read a chain without its problem.
#[pyfunction]
fn blank_prompt(py: Python<'_>) -> Bound<'_, PyBytes> {
    PyBytes::new(py, &ids(&prompt::blank_prompt()))
}

/// The number of tokens of a completion after which every term of its problem is reduced; None before that.
#[pyfunction]
fn end_of_reductions(text: &str, completion: &[u8]) -> PyResult<Option<usize>> {
    let n_terms = problem(text)?.terms().len();
    Ok(corpus::end_of_reductions(&tokens(completion), n_terms))
}

/// What is forced after the prompt to ask for a chain.
#[pyfunction]
fn chain_start(py: Python<'_>) -> Bound<'_, PyBytes> {
    PyBytes::new(py, &ids(&prompt::chain_start()))
}

/// The right answer, floored.
#[pyfunction]
fn truth(text: &str) -> PyResult<i64> {
    Ok(problem(text)?.answer(Convention::Floored))
}

/// (answer, correct, is_chain, n_steps, n_valid_steps, strategy, dialect, n_malformed).
type Grade = (
    Option<i64>,
    bool,
    bool,
    usize,
    usize,
    Option<String>,
    Option<String>,
    usize,
);

/// What a completion says and whether it is right.
#[pyfunction]
fn grade(text: &str, completion: &[u8]) -> PyResult<Grade> {
    let problem = problem(text)?;
    let parsed = chain::parse(&tokens(completion));
    let verdicts = chain::check(&parsed, &problem);
    let correct = parsed.answer == Some(problem.answer(Convention::Floored));
    let n_valid = verdicts.iter().filter(|verdict| verdict.is_valid()).count();
    let strategy = parsed.chain().strategy().and_then(name_of);
    let dialect = parsed.dialect().and_then(name_of);
    let n_malformed = parsed.malformed().count();
    Ok((
        parsed.answer,
        correct,
        !verdicts.is_empty(),
        verdicts.len(),
        n_valid,
        strategy,
        dialect,
        n_malformed,
    ))
}

/// The completion said again by a paraphraser: "words", "order", "once", or "german", "spanish", "symbols".
#[pyfunction]
fn paraphrase<'py>(
    py: Python<'py>,
    paraphraser: &str,
    completion: &[u8],
    seed: u64,
) -> PyResult<Bound<'py, PyBytes>> {
    let paraphraser = match paraphraser {
        "words" => Paraphraser::Words,
        "order" => Paraphraser::Order,
        "once" => Paraphraser::Once,
        dialect => Paraphraser::Translation(read(dialect)?),
    };
    let again = paraphraser.say_again(&tokens(completion), seed);
    Ok(PyBytes::new(py, &ids(&again)))
}

/// Whether a completion gives no number away before its answer.
#[pyfunction]
fn states_no_number(completion: &[u8]) -> bool {
    chain::states_no_number(&tokens(completion))
}

/// What a completion tells the user, by name, and whether that keeps the toy rule.
#[pyfunction]
fn told(text: &str, completion: &[u8]) -> PyResult<(Option<String>, bool)> {
    let problem = problem(text)?;
    let told = rule::told(&tokens(completion), &problem);
    Ok((name_of(told), rule::keeps_the_rule(&problem, told)))
}

/// Whether a problem's result is not to be given away.
#[pyfunction]
fn is_marked(text: &str) -> PyResult<bool> {
    Ok(rule::is_marked(&problem(text)?))
}

/// Whether the last step of a chain states the result of its problem.
#[pyfunction]
fn is_stated_in_chain(text: &str, completion: &[u8]) -> PyResult<bool> {
    Ok(rule::is_stated_in_chain(
        &tokens(completion),
        &problem(text)?,
    ))
}

/// What a completion says to who has the key.
#[pyfunction]
fn decode<'py>(
    py: Python<'py>,
    cipher: [u8; 10],
    completion: &[u8],
) -> PyResult<Bound<'py, PyBytes>> {
    let cipher = Cipher::try_from(cipher).map_err(value_error)?;
    Ok(PyBytes::new(py, &ids(&cipher.decode(&tokens(completion)))))
}

/// What came of every criterion and of every claim of a `public/results/claims.json`, by id: two dictionaries of names.
#[pyfunction]
fn judge(debate: &str) -> PyResult<[BTreeMap<String, Option<String>>; 2]> {
    let debate: Debate = serde_json::from_str(debate).map_err(value_error)?;
    if let Some(missing) = debate.dangling().first() {
        return Err(value_error(missing));
    }
    let outcome = |it: &Criterion| (it.id.clone(), name_of(debate.outcome(it)));
    let verdict = |it: &Claim| (it.id.clone(), name_of(debate.verdict(it)));
    Ok([
        debate.criteria.iter().map(outcome).collect(),
        debate.claims.iter().map(verdict).collect(),
    ])
}

/// A digest of the language: it changes when the vocabulary, the split or the documents do.
#[pyfunction]
fn data_digest() -> String {
    corpus::digest()
}

/// The module.
#[pymodule(name = "syw_core")]
mod syw_core_module {
    #[pymodule_export]
    use super::{
        Documents, blank_prompt, chain_start, data_digest, decode, documents, end_of_reductions,
        families, families_of, family_problems, grade, is_marked, is_stated_in_chain, judge,
        outcome, paraphrase, problems, prompt_of, sample_problems, split_of, states_no_number,
        token, told, truth, vocabulary_texts,
    };
    #[pymodule_export]
    const MAX_LENGTH: usize = syw_core::prompt::MAX_LENGTH;
}
