//! A figure to take away: its numbers as CSV and as JSON, and its picture as SVG, each with the address that shows the same.
//! What is written is made by plain functions; `export_save.rs` reads the page and hands the files out.

pub mod save;

use leptos::prelude::*;
use serde_json::{Map, Value, json};

use crate::sections::export::save::{panels, save_text};
use crate::state::PageState;

/// The width of a picture, the room around and between its drawings, and the height of a line of words, in pixels.
const WIDTH: f64 = 900.0;
const GAP: f64 = 24.0;
const LINE_HEIGHT: f64 = 20.0;
/// The width of a character, in parts of the size of its letters: wide enough for any system's font.
const CHARACTER: f64 = 0.58;
/// A drawing is at most so much larger than it is on the page.
const MAGNIFIED: f64 = 1.6;

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
        let mut text = format!("{},link\n", self.columns.join(","));
        for row in &self.rows {
            for value in row {
                text.push_str(&field(value));
                text.push(',');
            }
            text.push_str(&field(&json!(link)));
            text.push('\n');
        }
        text
    }

    /// An object with the link, what is said, and the rows as objects.
    pub fn json(&self, name: &str, link: &str) -> String {
        let object = |row: &Vec<Value>| {
            let fields = self.columns.iter().zip(row);
            let fields = fields.map(|(column, value)| ((*column).to_owned(), value.clone()));
            Value::Object(fields.collect::<Map<_, _>>())
        };
        let rows: Vec<Value> = self.rows.iter().map(object).collect();
        let whole = json!({"figure": name, "link": link, "said": self.said, "rows": rows});
        format!("{whole:#}\n")
    }
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

/// One drawing of a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// What stands above it.
    pub title: String,
    /// Its numbers in words, which stand below.
    pub words: String,
    /// The element, with its looks written into it.
    pub svg: String,
    /// Its width and height in its own units.
    pub size: (f64, f64),
}

/// The colours of a picture's ground and its words, as CSS writes them.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    pub paper: String,
    pub ink: String,
}

/// Words from a place on downwards, in lines of at most so many characters. Returns where they end.
fn write(
    body: &mut String,
    (x, mut y): (f64, f64),
    text: &str,
    size: u32,
    n_most: usize,
    ink: &str,
) -> f64 {
    for line in wrapped(text, n_most) {
        y += LINE_HEIGHT;
        let line = escaped(&line);
        body.push_str(&format!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" fill=\"{ink}\">{line}</text>\n"
        ));
    }
    y
}

/// One drawing with its title and its words, in a column of a width. Returns where it ends.
fn draw(body: &mut String, drawing: &Drawing, (x, y): (f64, f64), width: f64, ink: &str) -> f64 {
    let fitting = |size: f64| (width / (CHARACTER * size)) as usize;
    let y = write(body, (x, y), &drawing.title, 16, fitting(16.0), ink) + LINE_HEIGHT / 2.0;
    let own_width = drawing.size.0.max(1.0);
    let drawn = (own_width * MAGNIFIED).min(width);
    let height = drawn * drawing.size.1 / own_width;
    let inner = drawing.svg.strip_prefix("<svg").unwrap_or_default();
    body.push_str(&format!(
        "<svg x=\"{x:.1}\" y=\"{y:.1}\" width=\"{drawn:.1}\" height=\"{height:.1}\"{inner}\n"
    ));
    write(
        body,
        (x, y + height),
        &drawing.words,
        13,
        fitting(13.0),
        ink,
    )
}

/// All drawings in one picture, many of them in two columns, with their words and the link.
pub fn picture(drawings: &[Drawing], said: &[String], link: &str, ground: &Ground) -> String {
    let (mut body, mut y) = (String::new(), GAP);
    let fitting = ((WIDTH - 2.0 * GAP) / (CHARACTER * 16.0)) as usize;
    let is_title = |text: &&String| drawings.iter().any(|drawing| drawing.title == **text);
    for text in said.iter().filter(|text| !is_title(text)) {
        y = write(&mut body, (GAP, y), text, 16, fitting, &ground.ink);
    }
    let is_tall = |drawing: &Drawing| drawing.size.1 > drawing.size.0 / 4.0;
    let n_columns = match drawings.len() > 2 && drawings.iter().all(is_tall) {
        true => 2,
        false => 1,
    };
    let width = (WIDTH - GAP) / n_columns as f64 - GAP;
    for row in drawings.chunks(n_columns) {
        let top = y + GAP;
        for (idx, drawing) in row.iter().enumerate() {
            let x = GAP + idx as f64 * (width + GAP);
            y = y.max(draw(&mut body, drawing, (x, top), width, &ground.ink));
        }
    }
    y = write(&mut body, (GAP, y + GAP), link, 13, usize::MAX, &ground.ink);
    let height = y + GAP;
    let title = escaped(said.first().map_or("", String::as_str));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height:.1}\" font-family=\"system-ui, sans-serif\">\n\
         <title>{title}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n{body}</svg>\n",
        ground.paper
    )
}

/// A text in lines of at most so many characters, broken between words.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.last_mut().expect("there is always a line");
        if !last.is_empty() && last.chars().count() + 1 + word.chars().count() > width {
            lines.push(word.to_owned());
        } else {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    lines
}

/// Characters that mean something in XML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

/// The buttons below a figure whose drawings are marked with `data-export` and the name; none without numbers.
#[component]
pub fn Exports(
    /// The page's state. No default.
    state: PageState,
    /// What the files are called, without their endings. No default.
    name: &'static str,
    /// The numbers of the figure. No default.
    table: Signal<Table>,
) -> impl IntoView {
    let address = move || untrack(|| state.address());
    let csv = move |_| {
        let text = table.with_untracked(|table| table.csv(&address()));
        save_text(&text, "text/csv", &format!("{name}.csv"));
    };
    let json = move |_| {
        let text = table.with_untracked(|table| table.json(name, &address()));
        save_text(&text, "application/json", &format!("{name}.json"));
    };
    let svg = move |_| {
        let (drawings, ground) = panels(name);
        let text =
            table.with_untracked(|table| picture(&drawings, &table.said, &address(), &ground));
        save_text(&text, "image/svg+xml", &format!("{name}.svg"));
    };
    let has_rows = Memo::new(move |_| table.with(|table| !table.rows.is_empty()));
    move || {
        has_rows.get().then(|| {
            view! {
                <p class="map-exports" data-part=format!("{name}-exports")>
                    <button type="button" class="button" translate="no" data-part=format!("{name}-csv") on:click=csv>"CSV"</button>
                    <button type="button" class="button" translate="no" data-part=format!("{name}-json") on:click=json>"JSON"</button>
                    <button type="button" class="button" translate="no" data-part=format!("{name}-svg") on:click=svg>"SVG"</button>
                </p>
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
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

    #[test]
    fn a_picture_holds_its_drawings_its_words_and_the_link() {
        let drawing = Drawing {
            title: "A < B: 50 %".into(),
            words: "one: 1; two: 2".into(),
            svg: "<svg viewBox=\"0 0 4 2\"></svg>".into(),
            size: (4.0, 2.0),
        };
        let ground = Ground {
            paper: "white".into(),
            ink: "black".into(),
        };
        let written = picture(
            &[drawing.clone(), drawing],
            &table().said,
            "http://here/",
            &ground,
        );
        for expected in [
            "A &lt; B: 50 %",
            "one: 1; two: 2",
            "http://here/",
            "One &amp; two.",
            "viewBox=\"0 0 4 2\"",
        ] {
            assert!(written.contains(expected), "{expected}: {written}");
        }
        assert_eq!(
            written.matches("<svg").count(),
            written.matches("</svg>").count()
        );
    }

    #[test]
    fn words_are_broken_between_words() {
        assert_eq!(wrapped("one two three", 8), ["one two", "three"]);
        assert_eq!(wrapped("one", 2), ["one"]);
        assert_eq!(escaped("a < b & \"c\""), "a &lt; b &amp; &quot;c&quot;");
    }
}
