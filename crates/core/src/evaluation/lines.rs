//! `evaluation.json` as it is written: a line for each model. A change of one model is a change of one line, and who reads it can
//! do something else between two lines.

use serde::de::DeserializeOwned;
use thiserror::Error;

use super::{Evaluation, Evaluations};
use crate::outside;

impl Evaluations {
    /// As JSON: a line that opens the list of models, a line for each model, a line that ends it.
    pub fn to_lines(&self) -> Result<String, serde_json::Error> {
        let models: Result<Vec<String>, _> =
            self.models.iter().map(serde_json::to_string).collect();
        let head = serde_json::to_string(&Evaluations {
            models: Vec::new(),
            ..self.clone()
        })?;
        let head = head.trim_end_matches(END);
        Ok(format!("{head}\n{}\n{END}\n", models?.join(",\n")))
    }
}

const END: &str = "]}";

fn json<T: DeserializeOwned>(line: &str) -> Result<T, LineError> {
    outside::json(line).map_err(LineError::Json)
}

/// Reads what [`Evaluations::to_lines`] wrote, a line at a time.
#[derive(Debug, Default)]
pub struct LineReader {
    file: Option<Evaluations>,
    is_whole: bool,
}

/// Why lines are no evaluation.
#[derive(Debug, Error)]
pub enum LineError {
    /// The last line is missing.
    #[error("it ends too early")]
    NotWhole,
    /// There are lines after the last one.
    #[error("it goes on after its end")]
    TooLong,
    /// A line is not what it should be.
    #[error("{0}")]
    Json(String),
}

impl LineReader {
    /// Reads the next line, without its end.
    pub fn read(&mut self, line: &str) -> Result<(), LineError> {
        if self.is_whole {
            return Err(LineError::TooLong);
        }
        match &mut self.file {
            None => self.file = Some(json(&format!("{line}{END}"))?),
            Some(_) if line == END => self.is_whole = true,
            // The list of no models is an empty line.
            Some(_) if line.is_empty() => {}
            Some(file) => {
                let model: Evaluation = json(line.trim_end_matches(','))?;
                file.models.push(model);
            }
        }
        Ok(())
    }

    /// What was read, once the last line was.
    pub fn finish(self) -> Result<Evaluations, LineError> {
        self.file
            .filter(|_| self.is_whole)
            .ok_or(LineError::NotWhole)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::ModelCard;

    const CARD: &str = include_str!("../../../../public/models/small-chain_rl-s0/card.json");

    fn file(n_models: usize) -> Evaluations {
        let card: ModelCard = serde_json::from_str(CARD).unwrap();
        Evaluations {
            models: (0..n_models).map(|_| Evaluation::new(&card)).collect(),
            ..Evaluations::empty()
        }
    }

    fn read(text: &str) -> Result<Evaluations, LineError> {
        let mut reader = LineReader::default();
        for line in text.lines() {
            reader.read(line)?;
        }
        reader.finish()
    }

    #[test]
    fn what_is_written_is_json_and_is_read_line_by_line() {
        for n_models in 0..3 {
            let file = file(n_models);
            let text = file.to_lines().unwrap();
            assert_eq!(serde_json::from_str::<Evaluations>(&text).unwrap(), file);
            assert_eq!(read(&text).unwrap(), file);
        }
    }

    #[test]
    fn a_part_of_it_is_refused() {
        let text = file(2).to_lines().unwrap();
        for end in 0..text.trim_end().len() {
            assert!(read(&text[..end]).is_err(), "{}", &text[..end]);
        }
        let longer = format!("{text}{{}}\n");
        let error = read(&longer).unwrap_err();
        assert_eq!(error.to_string(), "it goes on after its end");
    }

    #[test]
    fn the_published_file_is_read() {
        let text = include_str!("../../../../public/results/evaluation.json");
        let whole: Evaluations = serde_json::from_str(text).unwrap();
        assert_eq!(read(text).unwrap(), whole);
        assert_eq!(whole.to_lines().unwrap(), text);
    }
}
