//! Every export of the battery is opened, and its numbers are those on the screen.

use serde_json::{Value, json};

use crate::battery::{FOLLOWED, at_figure, numbers, percent, run_to_the_end, texts};
use crate::page::Page;

/// Saves a file by a button and reads it.
#[track_caller]
fn saved(page: &Page, part: &str) -> String {
    page.browser.eval("window.files.length = 0", &[]);
    page.click_part(part);
    page.browser.wait(part, || {
        match page
            .browser
            .eval("return window.files.at(-1)?.text() ?? null", &[])
        {
            Value::String(text) => Ok(text),
            other => Err(other.to_string()),
        }
    })
}

/// What a figure's three files hold.
struct Files {
    /// The rows of the CSV, by column.
    rows: Vec<Vec<(String, String)>>,
    json: Value,
    svg: String,
}

/// Saves all three files of a figure. They agree with each other, and each has the link.
#[track_caller]
fn files(page: &Page, name: &str) -> Files {
    let [csv, json, svg] =
        ["csv", "json", "svg"].map(|kind| saved(page, &format!("{name}-{kind}")));
    let address = page.browser.eval("return location.href", &[]);
    let json: Value = serde_json::from_str(&json).expect("it is JSON");
    let link = json["link"].as_str().expect("an address").to_owned();
    // It may say what came out, too.
    assert!(
        address
            .as_str()
            .is_some_and(|address| link.starts_with(address)),
        "{link}"
    );
    assert!(
        svg.contains(&link.replace('&', "&amp;")),
        "no link in the picture"
    );
    let mut lines = csv.lines();
    let columns = fields(lines.next().expect("a head"));
    let rows: Vec<Vec<(String, String)>> = lines
        .map(|line| columns.iter().cloned().zip(fields(line)).collect())
        .collect();
    let objects = json["rows"].as_array().expect("rows");
    assert_eq!(objects.len(), rows.len());
    for (object, row) in objects.iter().zip(&rows) {
        for (column, field) in row {
            match (column.as_str(), &object[column]) {
                ("link", _) => assert_eq!(*field, link),
                (_, Value::Null) => assert_eq!(field, ""),
                (_, Value::String(text)) => assert_eq!(field, text),
                // Reading a number may miss its last bit.
                (_, Value::Number(other)) => {
                    let (written, other): (f64, _) =
                        (field.parse().expect("a number"), other.as_f64());
                    let is_near =
                        other.is_some_and(|other| (written - other).abs() <= 1e-12 * written.abs());
                    assert!(is_near, "{column}: {field} {other:?}");
                }
                (_, other) => assert_eq!(*field, other.to_string(), "{column}"),
            }
        }
    }
    let is_xml = "return new DOMParser().parseFromString(arguments[0], 'image/svg+xml').querySelector('parsererror')?.textContent ?? null";
    assert_eq!(page.browser.eval(is_xml, &[json!(svg)]), Value::Null);
    Files { rows, json, svg }
}

/// The fields of a line of CSV.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut is_quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            ',' if !is_quoted => fields.push(String::new()),
            c => fields.last_mut().expect("there is always one").push(c),
        }
    }
    fields
}

#[track_caller]
fn field<'a>(row: &'a [(String, String)], column: &str) -> &'a str {
    let found = row.iter().find(|(name, _)| name == column);
    &found.expect(column).1
}

#[track_caller]
fn number(row: &[(String, String)], column: &str) -> f64 {
    let text = field(row, column);
    text.parse()
        .unwrap_or_else(|_| panic!("{column}: {text:?}"))
}

/// The descriptions of the drawings of a figure, which hold its numbers.
#[track_caller]
fn described(page: &Page, selector: &str) -> Vec<String> {
    let script = "return [...document.querySelectorAll(arguments[0])].map(found => found.getAttribute('aria-label'))";
    let found = page.browser.eval(script, &[json!(selector)]);
    let found: Vec<String> = serde_json::from_value(found).expect("texts");
    found
        .iter()
        .map(|text| text.replace('\u{202f}', " "))
        .collect()
}

/// The sentences of a figure in its JSON, with ordinary spaces.
fn what_is_said(json: &Value) -> Vec<String> {
    let said: Vec<String> = serde_json::from_value(json["said"].clone()).expect("texts");
    let plain = said.iter().map(|said| said.replace('\u{202f}', " "));
    plain.collect()
}

#[test]
fn the_bars() {
    let (page, _) = at_figure("#b=small-base-s0");
    let Files { rows, json, svg } = files(&page, "battery-bars");
    let numbers = numbers(&page);
    let names = texts(&page, ".battery-rows .battery-name strong");
    assert_eq!(rows.len(), numbers.len());
    let described = described(&page, ".battery-rows svg");
    for (((row, shown), name), described) in rows.iter().zip(&numbers).zip(&names).zip(&described) {
        assert_eq!(field(row, "test"), name);
        assert_eq!(field(row, "model"), "small-base-s0");
        assert_eq!(*shown, percent(number(row, "as_needed_share")), "{name}");
        let cases = described
            .split(' ')
            .filter(|word| word.chars().all(|c| c.is_ascii_digit()));
        let n = number(row, "implied")
            + number(row, "kept")
            + number(row, "other")
            + number(row, "no_answer");
        assert_eq!(n, number(row, "cases"), "{cases:?}");
        let plain = svg.replace('\u{202f}', " ");
        assert!(
            plain.contains(&format!("{name}: {shown}")),
            "{name}: {shown}"
        );
        assert!(plain.contains(described.as_str()), "{described}");
    }
    let said = texts(&page, "[data-part=\"battery-finding\"]").remove(0);
    assert_eq!(what_is_said(&json).first(), Some(&said));
}

#[test]
fn the_curves() {
    let (page, _) = at_figure("");
    let Files { rows, svg, .. } = files(&page, "battery-curves");
    let described = described(&page, ".curve-pair svg");
    assert_eq!(described.len(), 2);
    for (described, test) in described
        .iter()
        .zip(["Cut short", "A wrong result in one step"])
    {
        let own = rows
            .iter()
            .filter(|row| field(row, "test") == test && field(row, "model") == FOLLOWED);
        let points: Vec<String> = own
            .map(|row| {
                let kept = 100.0 * number(row, "at") / number(row, "steps");
                format!("{kept:.0} percent: {}", percent(number(row, "same_share")))
            })
            .collect();
        assert!(
            described.ends_with(&format!(" {}.", points.join("; "))),
            "{described} {points:?}"
        );
        assert!(
            svg.replace('\u{202f}', " ").contains(described.as_str()),
            "{described}"
        );
    }
    assert!(svg.contains("stroke:"), "the looks of the lines are in it");
}

#[test]
fn a_run_here() {
    let (page, _) = at_figure("");
    run_to_the_end(&page);
    let Files { rows, svg, json } = files(&page, "battery-live");
    let here: Vec<_> = rows
        .iter()
        .filter(|row| field(row, "source") == "here")
        .collect();
    let published: Vec<_> = rows
        .iter()
        .filter(|row| field(row, "source") == "published")
        .collect();
    for (name, rows) in [("here", &here), ("published", &published)] {
        let shown = texts(&page, &format!("[data-part=\"live-number-{name}\"]")).remove(0);
        assert_eq!(shown, percent(number(rows[0], "implied_share")), "{name}");
    }
    let words = texts(&page, "[data-part=\"live-curve-words\"]").remove(0);
    let plain = svg.replace('\u{202f}', " ");
    assert!(here.len() > 2);
    for row in &here[1..] {
        let (n, same) = (
            number(row, "point_cases"),
            percent(number(row, "same_share")),
        );
        let place = number(row, "at") + 1.0;
        let said = format!("step {place} altered {same} (");
        assert!(
            words.contains(&said) && words.contains(&format!("{n} cases)")),
            "{said}: {words}"
        );
        assert!(plain.contains(&said), "{said}");
        assert_eq!(field(row, "finished"), "true");
    }
    let said = texts(&page, "[data-part=\"live-words\"]").remove(0);
    assert_eq!(what_is_said(&json).first(), Some(&said));
}

#[test]
fn every_measure() {
    let (page, _) = at_figure("");
    page.wait_for("[data-part=\"rl-measures\"] .measure-panel");
    let Files { rows, svg, json } = files(&page, "rl-measures");
    let titles = texts(&page, ".measure-panel .curve-title");
    assert_eq!(what_is_said(&json), titles);
    let measures = "return [...document.querySelectorAll('.measure-panel:has(svg)')].map(found => found.dataset.measure)";
    let measures: Vec<String> =
        serde_json::from_value(page.browser.eval(measures, &[])).expect("texts");
    let described = described(&page, ".measure-panel svg");
    for (measure, described) in measures.iter().zip(&described) {
        let own = rows.iter().filter(|row| {
            field(row, "measure") == measure && field(row, "followed_seed") == "true"
        });
        let mut n_points = 0;
        for row in own {
            let (update, value) = (field(row, "update"), number(row, "value"));
            let value = match measure.as_str() {
                "tokens" | "necessity_gap" => format!("{value:.1}").replace('-', "\u{2212}"),
                "early_answering_area" => format!("{value:.2}"),
                _ => percent(value),
            };
            // A share that is neither none nor all is never shown as if it were.
            let is_there = described.contains(&format!("{update}: {value}"))
                || described.contains(&format!("{update}: below 0.1 %"))
                || described.contains(&format!("{update}: 99.9 %"));
            assert!(is_there, "{measure} {update}: {value} in {described}");
            n_points += 1;
        }
        assert!(n_points > 1, "{measure}");
        assert!(
            svg.replace('\u{202f}', " ").contains(described.as_str()),
            "{described}"
        );
    }
}
