//! A figure as one picture: its drawings and tables under each other, with what is said and the link, as SVG.

use crate::sections::export::shown::ShownTable;

/// The width of a picture, the room around and between its drawings, and the height of a line of words, in pixels.
const WIDTH: f64 = 900.0;
const GAP: f64 = 24.0;
const LINE_HEIGHT: f64 = 20.0;
/// The width of a character, in parts of the size of its letters: wide enough for any system's font.
const CHARACTER: f64 = 0.58;
/// A drawing is at most so much larger than it is on the page.
const MAGNIFIED: f64 = 1.6;
/// The letters of a table, and the most of them in a column.
const CELL: f64 = 13.0;
const CELL_MOST: usize = 28;

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

/// A table from a place on downwards, each cell in as many lines as it needs. Returns where it ends.
fn tabulate(body: &mut String, table: &ShownTable, (x, y): (f64, f64), ink: &str) -> f64 {
    let widths = widths(table);
    let row = |body: &mut String, cells: &[String], top: f64, weight: u32| {
        let (mut left, mut bottom) = (x, top);
        for (text, n) in cells.iter().zip(&widths) {
            let mut y = top;
            for line in wrapped(text, *n) {
                y += LINE_HEIGHT;
                let line = escaped(&line);
                body.push_str(&format!(
                    "<text x=\"{left:.1}\" y=\"{y:.1}\" font-size=\"{CELL}\" font-weight=\"{weight}\" fill=\"{ink}\">{line}</text>\n"
                ));
            }
            bottom = bottom.max(y);
            left += column_width(*n);
        }
        let y = bottom + 6.0;
        body.push_str(&format!(
            "<line x1=\"{x:.1}\" x2=\"{left:.1}\" y1=\"{y:.1}\" y2=\"{y:.1}\" stroke=\"{ink}\" stroke-opacity=\"0.3\"/>\n"
        ));
        y
    };
    let mut y = write(body, (x, y), &table.title, 16, usize::MAX, ink) + 4.0;
    y = row(body, &table.columns, y, 600);
    for cells in &table.rows {
        y = row(body, cells, y, 400);
    }
    y
}

/// Letters in a line of each column.
fn widths(table: &ShownTable) -> Vec<usize> {
    let longest = |idx: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(idx));
        let longest = cells.map(|text| text.chars().count()).max().unwrap_or(0);
        let words = table.columns[idx]
            .split(' ')
            .map(|word| word.chars().count());
        longest.max(words.max().unwrap_or(0)).clamp(4, CELL_MOST)
    };
    (0..table.columns.len()).map(longest).collect()
}

fn column_width(n_letters: usize) -> f64 {
    n_letters as f64 * CELL * CHARACTER + GAP / 2.0
}

/// All drawings in one picture, many of them in two columns, then the tables, with their words and the link.
pub fn picture(
    drawings: &[Drawing],
    tables: &[ShownTable],
    said: &[String],
    link: &str,
    ground: &Ground,
) -> String {
    let (mut body, mut y) = (String::new(), GAP);
    let of_table = |table: &ShownTable| {
        let columns = widths(table).into_iter().map(column_width);
        columns.sum::<f64>() + 2.0 * GAP
    };
    let whole = tables.iter().map(of_table).fold(WIDTH, f64::max);
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
    for table in tables {
        y = tabulate(&mut body, table, (GAP, y + GAP), &ground.ink);
    }
    y = write(&mut body, (GAP, y + GAP), link, 13, usize::MAX, &ground.ink);
    let height = y + GAP;
    let title = escaped(said.first().map_or("", String::as_str));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {whole:.0} {height:.0}\" width=\"{whole:.0}\" height=\"{height:.0}\" font-family=\"system-ui, sans-serif\">\n\
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sections::export::shown::tests::example;

    #[test]
    fn a_picture_holds_its_drawings_its_tables_its_words_and_the_link() {
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
            &[example()],
            &["One & two.".into()],
            "http://here/",
            &ground,
        );
        for expected in [
            "A &lt; B: 50 %",
            "one: 1; two: 2",
            "http://here/",
            "One &amp; two.",
            "viewBox=\"0 0 4 2\"",
            ">three digits</text>",
        ] {
            assert!(written.contains(expected), "{expected}: {written}");
        }
        assert_eq!(
            written.matches("<svg").count(),
            written.matches("</svg>").count()
        );
    }

    #[test]
    fn a_wide_table_makes_a_wide_picture() {
        let mut table = example();
        table.columns = vec!["quite a long name of a column".into(); 30];
        let ground = Ground {
            paper: "white".into(),
            ink: "black".into(),
        };
        let written = picture(&[], &[table], &[], "l", &ground);
        assert!(!written.contains("viewBox=\"0 0 900 "), "{written}");
    }

    #[test]
    fn words_are_broken_between_words() {
        assert_eq!(wrapped("one two three", 8), ["one two", "three"]);
        assert_eq!(wrapped("one", 2), ["one"]);
        assert_eq!(escaped("a < b & \"c\""), "a &lt; b &amp; &quot;c&quot;");
    }
}
