//! A table as it stands on the page, to take away: its cells as texts, under heads of one line.

use serde_json::{Value, json};

use crate::sections::export::table::{lines, objects};

/// A cell as the document has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    pub n_columns: usize,
    pub n_rows: usize,
}

/// A table of texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShownTable {
    pub title: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl ShownTable {
    /// From the rows of its head and of its body.
    pub fn of(title: String, head: &[Vec<Cell>], body: &[Vec<Cell>]) -> ShownTable {
        let heads = spread(head);
        let n_columns = heads.iter().map(Vec::len).max().unwrap_or(0);
        let column = |idx: usize| {
            let mut names: Vec<&str> = Vec::new();
            for row in &heads {
                let name = row.get(idx).map_or("", String::as_str);
                if !name.is_empty() && names.last() != Some(&name) {
                    names.push(name);
                }
            }
            names.join(": ")
        };
        let mut rows = spread(body);
        let n_columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(n_columns);
        rows.iter_mut()
            .for_each(|row| row.resize(n_columns, String::new()));
        ShownTable {
            title,
            columns: (0..n_columns).map(column).collect(),
            rows,
        }
    }

    fn names(&self) -> Vec<&str> {
        self.columns.iter().map(String::as_str).collect()
    }

    fn values(&self) -> Vec<Vec<Value>> {
        let row = |row: &Vec<String>| row.iter().map(|text| value(text)).collect();
        self.rows.iter().map(row).collect()
    }
}

/// All tables, one after the other, each under its title where there are several.
pub fn csv(tables: &[ShownTable], link: &str) -> String {
    let one = |table: &ShownTable| lines(&table.names(), &table.values(), link);
    match tables {
        [only] => one(only),
        all => {
            let titled = all
                .iter()
                .map(|table| lines(&[table.title.as_str()], &[], "") + &one(table));
            titled.collect::<Vec<_>>().join("\n")
        }
    }
}

/// An object with the link, what is said, the file that has the same with all digits, and the tables.
pub fn json(name: &str, tables: &[ShownTable], said: &[String], data: &str, link: &str) -> String {
    let table = |table: &ShownTable| json!({"title": table.title, "rows": objects(&table.names(), &table.values())});
    let tables: Vec<Value> = tables.iter().map(table).collect();
    let whole = json!({"figure": name, "link": link, "said": said, "data": data, "tables": tables});
    format!("{whole:#}\n")
}

/// What a cell says: a number where it is one and nothing else.
fn value(text: &str) -> Value {
    let plain: String = text
        .chars()
        .filter(|c| *c != '\u{202f}')
        .map(|c| if c == '\u{2212}' { '-' } else { c })
        .collect();
    if let Ok(whole) = plain.parse::<i64>() {
        return json!(whole);
    }
    match plain.parse::<f64>() {
        Ok(number) if number.is_finite() => json!(number),
        _ if plain == "\u{2013}" => Value::Null,
        _ => json!(text.replace('\u{202f}', " ")),
    }
}

/// The texts of rows whose cells may reach over several columns and rows.
fn spread(rows: &[Vec<Cell>]) -> Vec<Vec<String>> {
    // Of cells from rows above: the column, how many rows are left, the text.
    let mut above: Vec<(usize, usize, String)> = Vec::new();
    let mut all = Vec::new();
    for row in rows {
        let mut texts: Vec<String> = Vec::new();
        let mut reaching = Vec::new();
        let mut cells = row.iter();
        loop {
            let at = texts.len();
            if let Some((_, left, text)) = above.iter().find(|(column, ..)| *column == at) {
                if *left > 1 {
                    reaching.push((at, left - 1, text.clone()));
                }
                texts.push(text.clone());
                continue;
            }
            let Some(cell) = cells.next() else { break };
            for column in at..at + cell.n_columns.clamp(1, 100) {
                if cell.n_rows > 1 {
                    reaching.push((column, cell.n_rows - 1, cell.text.clone()));
                }
                texts.push(cell.text.clone());
            }
        }
        above = reaching;
        all.push(texts);
    }
    all
}

#[cfg(test)]
pub mod tests {
    use super::*;

    fn cell(text: &str, n_columns: usize, n_rows: usize) -> Cell {
        Cell {
            text: text.into(),
            n_columns,
            n_rows,
        }
    }

    /// A head of two lines over two rows.
    pub fn example() -> ShownTable {
        let head = [
            vec![cell("Problems", 1, 2), cell("GPT small", 2, 1)],
            vec![cell("Right", 1, 1), cell("Bits", 1, 1)],
        ];
        let body = [
            vec![
                cell("negative", 1, 1),
                cell("84\u{202f}%", 1, 1),
                cell("0.50", 1, 1),
            ],
            vec![cell("three digits", 1, 1), cell("\u{2013}", 1, 1)],
        ];
        ShownTable::of("A table".into(), &head, &body)
    }

    #[test]
    fn heads_over_heads_are_one_line() {
        let table = example();
        assert_eq!(
            table.columns,
            ["Problems", "GPT small: Right", "GPT small: Bits"]
        );
        assert_eq!(
            csv(std::slice::from_ref(&table), "l"),
            "Problems,GPT small: Right,GPT small: Bits,link\nnegative,84 %,0.5,l\nthree digits,,,l\n"
        );
        let two = csv(&[table.clone(), table], "l");
        assert!(two.starts_with("A table,link\nProblems,"), "{two}");
        assert_eq!(two.matches("A table").count(), 2);
    }

    #[test]
    fn the_object_names_the_file() {
        let written = json("f", &[example()], &["Said.".into()], "results/f.json", "l");
        let written: Value = serde_json::from_str(&written).unwrap();
        assert_eq!(written["data"], "results/f.json");
        assert_eq!(
            written["tables"][0]["rows"][0],
            json!({"Problems": "negative", "GPT small: Right": "84 %", "GPT small: Bits": 0.5})
        );
    }

    #[test]
    fn only_numbers_are_numbers() {
        let check = |text: &str, expected: Value| assert_eq!(value(text), expected, "{text}");
        check("6\u{202f}150", json!(6150));
        check("\u{2212}0.25", json!(-0.25));
        check("84\u{202f}%", json!("84 %"));
        check("", json!(""));
        check("nan", json!("nan"));
        check("inf", json!("inf"));
        check("\u{2013}", Value::Null);
    }

    #[test]
    fn cells_reach_down_and_across() {
        let rows = [
            vec![cell("a", 1, 2), cell("b", 2, 1), cell("c", 1, 2)],
            vec![cell("d", 1, 1), cell("e", 1, 1)],
        ];
        assert_eq!(
            spread(&rows),
            [["a", "b", "b", "c"], ["a", "d", "e", "c"]].map(|row| row.map(String::from).to_vec())
        );
    }
}
