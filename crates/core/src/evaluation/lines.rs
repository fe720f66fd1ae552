//! `evaluation.json` as it is written: a line for each part of a measurement. A change of one part is a change of one line, and
//! who reads it can do something else between two lines.

use serde::Serialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

use super::{Evaluation, Evaluations};
use crate::outside;

impl Evaluations {
    /// As JSON: a line that opens the list of models, the lines of each model, a line that ends the list.
    pub fn to_lines(&self) -> Result<String, serde_json::Error> {
        let models: Result<Vec<String>, _> = self.models.iter().map(model_lines).collect();
        let head = serde_json::to_string(&Evaluations {
            models: Vec::new(),
            ..self.clone()
        })?;
        let head = head.trim_end_matches(END);
        Ok(format!("{head}\n{}\n{END}\n", models?.join(",\n")))
    }
}

/// A line with what the model is, one for each way in which it answered, one between, one for each test, one that ends it.
fn model_lines(model: &Evaluation) -> Result<String, serde_json::Error> {
    let head = serde_json::to_string(&Evaluation {
        answers: Vec::new(),
        battery: Vec::new(),
        ..model.clone()
    })?;
    let head = head.trim_end_matches(END).trim_end_matches(BETWEEN);
    let answers = lines(&model.answers)?;
    let battery = lines(&model.battery)?;
    Ok(format!("{head}\n{answers}\n{BETWEEN}\n{battery}\n{END}"))
}

fn lines(parts: &[impl Serialize]) -> Result<String, serde_json::Error> {
    let lines: Result<Vec<String>, _> = parts.iter().map(serde_json::to_string).collect();
    Ok(lines?.join(",\n"))
}

/// Ends the file, and each model.
const END: &str = "]}";
/// Between the answers of a model and its battery.
const BETWEEN: &str = "],\"battery\":[";

fn json<T: DeserializeOwned>(line: &str) -> Result<T, LineError> {
    outside::json(line).map_err(LineError::Json)
}

/// Reads what [`Evaluations::to_lines`] wrote, a line at a time.
#[derive(Debug, Default)]
pub struct LineReader {
    file: Option<Evaluations>,
    list: List,
    is_whole: bool,
}

/// Which list the next line goes on with.
#[derive(Debug, Default)]
enum List {
    #[default]
    Models,
    Answers,
    Battery,
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
        let Some(file) = &mut self.file else {
            self.file = Some(json(&format!("{line}{END}"))?);
            return Ok(());
        };
        // The list of nothing is an empty line.
        if line.is_empty() {
            return Ok(());
        }
        match (&self.list, file.models.last_mut()) {
            (List::Answers, Some(_)) if line == BETWEEN => self.list = List::Battery,
            (List::Answers, Some(model)) => model.answers.push(json(line.trim_end_matches(','))?),
            (List::Battery, Some(_)) if line.trim_end_matches(',') == END => {
                self.list = List::Models;
            }
            (List::Battery, Some(model)) => model.battery.push(json(line.trim_end_matches(','))?),
            _ if line == END => self.is_whole = true,
            _ => {
                let head = format!("{line}{BETWEEN}{END}");
                file.models.push(json(&head)?);
                self.list = List::Answers;
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

    /// The first of the published models, with the first of its parts alone.
    fn short_file() -> Evaluations {
        let text = include_str!("../../../../public/results/evaluation.json");
        let mut file: Evaluations = serde_json::from_str(text).unwrap();
        file.models.truncate(2);
        for model in &mut file.models {
            model.answers.truncate(2);
            model.battery.truncate(2);
        }
        file
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
        for file in [file(0), file(1), file(2), short_file()] {
            let text = file.to_lines().unwrap();
            assert_eq!(serde_json::from_str::<Evaluations>(&text).unwrap(), file);
            assert_eq!(read(&text).unwrap(), file);
        }
    }

    #[test]
    fn a_part_of_it_is_refused() {
        for file in [file(2), short_file()] {
            let text = file.to_lines().unwrap();
            for end in 0..text.trim_end().len() {
                assert!(read(&text[..end]).is_err(), "{}", &text[..end]);
            }
        }
        let text = file(2).to_lines().unwrap();
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
