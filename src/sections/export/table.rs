//! The numbers of a figure as a table, and its forms as files: CSV and JSON, both with the link.

use serde_json::{Map, Value, json};

/// The numbers of a figure.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What the figure says.
    pub said: Vec<String>,
    pub columns: Vec<&'static str>,
    /// Each with a value for every column: a text, a number, or null where there is none.
    pub rows: Vec<Vec<Value>>,
}

impl Table {
    /// One line for each row, the link in the last column.
    pub fn csv(&self, link: &str) -> String {
        lines(&self.columns, &self.rows, link)
    }

    /// An object with the link, what is said, and the rows as objects.
    pub fn json(&self, name: &str, link: &str) -> String {
        let rows = objects(&self.columns, &self.rows);
        let whole = json!({"figure": name, "link": link, "said": self.said, "rows": rows});
        format!("{whole:#}\n")
    }
}

/// A head and one line for each row, the link in the last column.
pub fn lines(columns: &[&str], rows: &[Vec<Value>], link: &str) -> String {
    let mut text = String::new();
    for column in columns {
        text.push_str(&field(&json!(column)));
        text.push(',');
    }
    text.push_str("link\n");
    for row in rows {
        for value in row {
            text.push_str(&field(value));
            text.push(',');
        }
        text.push_str(&field(&json!(link)));
        text.push('\n');
    }
    text
}

/// The rows as objects.
pub fn objects(columns: &[&str], rows: &[Vec<Value>]) -> Vec<Value> {
    let object = |row: &Vec<Value>| {
        let fields = columns.iter().zip(row);
        let fields = fields.map(|(column, value)| ((*column).to_owned(), value.clone()));
        Value::Object(fields.collect::<Map<_, _>>())
    };
    rows.iter().map(object).collect()
}

/// A value in a line of CSV, in quotes where it has to be.
fn field(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) if text.contains([',', '"', '\n', '\r']) => {
            format!("\"{}\"", text.replace('"', "\"\""))
        }
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// Two rows of three columns.
    pub fn table() -> Table {
        Table {
            said: vec!["One & two.".into()],
            columns: vec!["test", "n", "share"],
            rows: vec![
                vec![json!("cut, or \"emptied\""), json!(3), json!(0.5)],
                vec![json!("whole"), json!(0), Value::Null],
            ],
        }
    }

    #[test]
    fn a_table_is_written_in_both_forms() {
        assert_eq!(
            table().csv("http://here/#b=x"),
            "test,n,share,link\n\"cut, or \"\"emptied\"\"\",3,0.5,http://here/#b=x\nwhole,0,,http://here/#b=x\n"
        );
        let written: Value = serde_json::from_str(&table().json("bars", "l")).unwrap();
        assert_eq!(
            written["rows"][1],
            json!({"test": "whole", "n": 0, "share": null})
        );
        assert_eq!(
            [&written["figure"], &written["link"], &written["said"][0]],
            ["bars", "l", "One & two."]
        );
    }
}
