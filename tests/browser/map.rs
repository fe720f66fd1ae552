//! The competence map: it comes when a reader does, its words are counted from its files, and everything can be done by
//! keyboard. `sweep.rs` tests what is recomputed live.

use fantoccini::key::Key;
use serde_json::{Value, json};
use syw_core::map::{
    Cell, CompetenceMap, FIRST, LAST, Region, SIDE, index, is_held_out, is_right, operands, parse,
    tally,
};

use crate::driver::Machine;
use crate::exports::KEEP;
use crate::layout::check_width;
use crate::page::{Page, Visit};
use crate::server::Fault;

pub(crate) const SECTION: &str = "[data-part=\"map\"]";
const BOARD: &str = "[data-part=\"map-board\"]";
pub(crate) const LARGE: &str = "results/maps/large-direct-s0-m7.json";
pub(crate) const SMALL: &str = "results/maps/small-chain_rl-s0-m7.json";

/// Keeps the workers that the page starts. While `window.isDoomed`, new workers die at once.
const KEEP_WORKERS: &str = "
    window.workers = [];
    window.Worker = class extends Worker { constructor(...given) {
        super(...given);
        window.workers.push(this);
        const death = () => this.dispatchEvent(new ErrorEvent('error', { message: 'ended by a test' }));
        if (window.isDoomed) setTimeout(death);
    } };";

/// A live page whose map has been come to; it keeps its files.
#[track_caller]
pub(crate) fn at_map(hash: &'static str) -> Page {
    let page = Page::open(Visit {
        hash,
        script: KEEP_WORKERS,
        ..Visit::default()
    });
    page.settled();
    page.browser.eval(KEEP, &[]);
    page.scroll_to(SECTION);
    page.wait_for(BOARD);
    page
}

#[track_caller]
pub(crate) fn file(page: &Page, name: &str) -> CompetenceMap {
    let script = "return fetch(arguments[0]).then(answer => answer.text())";
    let text = page.browser.eval(script, &[json!(name)]);
    parse(text.as_str().expect("a text")).expect("the file is a map")
}

/// The text of a part, with plain spaces.
#[track_caller]
pub(crate) fn text(page: &Page, part: &str) -> String {
    let script =
        "return document.querySelector(`[data-part=\"${arguments[0]}\"]`)?.textContent ?? ''";
    let text = page.browser.eval(script, &[json!(part)]);
    let text = text.as_str().expect("a text");
    text.replace('\u{202f}', " ")
}

/// Both operands of the cell under the cursor.
#[track_caller]
fn cursor(page: &Page) -> (i64, i64) {
    let script = "return document.querySelector('[data-part=\"map-board\"]').dataset.cursor";
    let cursor = page.browser.eval(script, &[]);
    let (a, b) = cursor
        .as_str()
        .and_then(|cursor| cursor.split_once(','))
        .expect("two numbers");
    (a.parse().expect("a number"), b.parse().expect("a number"))
}

/// Zooms in until no fewer cells can be shown.
#[track_caller]
pub(crate) fn zoom_in(page: &Page, n_times: usize) {
    for _ in 0..n_times {
        page.click_part("map-zoom-in");
    }
}

#[test]
fn it_comes_when_a_reader_does() {
    let (page, _) = Page::live("");
    let is_asked = |file: &str| {
        let requests = page.site.requests();
        requests.iter().any(|path| path.ends_with(file))
    };
    assert!(!is_asked(LARGE), "asked for before anybody comes near");
    page.scroll_to(SECTION);
    page.wait_for(BOARD);
    assert!(is_asked(LARGE) && is_asked(SMALL));
}

#[test]
fn its_words_are_counted_from_its_files() {
    let page = at_map("");
    let said = text(&page, "map-finding");
    page.wait_for("[data-part=\"map-failures\"] summary");
    let table = text(&page, "map-failures");
    for name in [LARGE, SMALL] {
        let map = file(&page, name);
        let tallies = tally(
            7,
            |idx| map.cells.get(idx),
            |idx| {
                let (a, b) = operands(idx);
                is_held_out(a, b, 7)
            },
        );
        let inside = tallies[0];
        let counted = format!("{} of 10 000", grouped(inside.right));
        assert!(said.contains(&counted), "{counted}: {said}");
        for (tally, region) in tallies.iter().zip(Region::ALL) {
            let right = grouped(tally.right);
            assert!(table.contains(&right), "{region:?}: {right} in {table}");
        }
    }
}

fn grouped(number: usize) -> String {
    match number {
        0..1_000 => number.to_string(),
        _ => format!("{} {:03}", number / 1_000, number % 1_000),
    }
}

#[test]
fn the_keyboard_walks_reads_and_sets_a_problem() {
    let page = at_map("#p=12%20%C3%97%205%20mod%207");
    let map = file(&page, SMALL);
    page.tab_to(BOARD);
    assert_eq!(cursor(&page), (12, 5), "it follows the problem of the duel");
    for key in [Key::Right, Key::Up, Key::Up, Key::Left, Key::Left] {
        page.press(key);
    }
    assert_eq!(cursor(&page), (11, 7));
    page.press(Key::PageDown);
    assert_eq!(cursor(&page), (11, -3));
    let spoken = page.browser.wait("the cell is spoken of", || {
        match text(&page, "map-spoken") {
            said if said.contains("b \u{2212}3") => Ok(said),
            said => Err(said),
        }
    });
    let answer = map.cell(11, -3).answer;
    let judged = match is_right(11, -3, 7, answer) {
        true => "GPT small right",
        false => "GPT small wrong",
    };
    assert!(answer.is_none() || spoken.contains(judged), "{spoken}");
    assert_eq!(text(&page, "map-problem"), "11 × -3 mod 7");
    page.press(Key::Enter);
    let view = page.settled_for("11 × -3 mod 7");
    assert_eq!(
        view.small.number(),
        answer,
        "the map says what the duel says"
    );
    let large = file(&page, LARGE);
    assert_eq!(view.large.number(), large.cell(11, -3).answer);
}

#[test]
fn a_click_sets_the_problem_under_the_pointer() {
    let page = at_map("");
    // Heard first, before the page scrolls.
    let listen = "const canvas = document.querySelector('[data-map=\"small\"]');
        canvas.addEventListener('pointerup', event => { window.clicked =
            [event.offsetX, event.offsetY].map(place => Math.trunc(place) / canvas.clientWidth); }, true);";
    page.browser.eval(listen, &[]);
    page.click("[data-map=\"small\"]");
    let clicked = page.browser.eval("return window.clicked", &[]);
    let (x, y): (f64, f64) = serde_json::from_value(clicked).expect("a place");
    let steps = |share: f64| (share * SIDE as f64).floor() as i64;
    let problem = format!("{} × {} mod 7", FIRST + steps(x), LAST - steps(y));
    let view = page.settled_for(&problem);
    assert_eq!(view.typed, Some(problem));
}

#[test]
fn another_modulus_has_maps_of_its_own() {
    let page = at_map("");
    let seven = text(&page, "map-finding");
    page.click("[data-part=\"map-moduli\"] [data-choice=\"5\"]");
    let five = page.browser.wait("the finding of modulus 5", || {
        match text(&page, "map-finding") {
            said if said.is_empty() || said == seven => Err(said),
            said => Ok(said),
        }
    });
    assert_eq!(page.view().hash, "#g=5");
    page.click_part("map-try");
    let view = page.until("a problem of modulus 5", |view| {
        view.is_settled() && view.problem().modulus() == 5
    });
    page.go_to(&view.hash);
    page.settled();
    page.scroll_to(SECTION);
    page.wait_for(BOARD);
    assert_eq!(text(&page, "map-finding"), five);
}

/// The cells in view, as the page names their range.
#[track_caller]
pub(crate) fn visible(page: &Page) -> Vec<(i64, i64)> {
    let range = text(page, "map-range").replace('\u{2212}', "-");
    let numbers: Vec<i64> = range
        .split(|c: char| !c.is_ascii_digit() && c != '-')
        .filter_map(|number| number.parse().ok())
        .collect();
    let [a, to_a, b, to_b] = numbers[..] else {
        panic!("{range}")
    };
    (b..=to_b)
        .flat_map(|b| (a..=to_a).map(move |a| (a, b)))
        .collect()
}

#[test]
fn the_table_that_is_saved_is_what_is_on_the_screen() {
    let page = at_map("#p=-20%20%C3%97%2040%20mod%207");
    zoom_in(&page, 6);
    page.click_part("map-csv");
    let csv = page.browser.wait("a file", || {
        let script =
            "return window.files.at(-1)?.type === 'text/csv' ? window.files.at(-1).text() : null";
        match page.browser.eval(script, &[]) {
            Value::String(text) => Ok(text),
            other => Err(other.to_string()),
        }
    });
    let mut lines = csv.lines();
    let head: Vec<&str> = lines.next().expect("a head").split(',').collect();
    let column = |name: &str| head.iter().position(|found| *found == name).expect(name);
    let [a, b, answer, chain] = ["a", "b", "small_answer", "small_chain_tokens"].map(column);
    let map = file(&page, SMALL);
    let mut seen = Vec::new();
    for line in lines {
        let fields: Vec<&str> = line.split(',').collect();
        let place: (i64, i64) = (fields[a].parse().unwrap(), fields[b].parse().unwrap());
        let cell: Cell = map.cells[index(place.0, place.1)];
        assert_eq!(fields[answer].parse().ok(), cell.answer, "{line}");
        assert_eq!(fields[chain].parse(), Ok(cell.n_chain), "{line}");
        seen.push(place);
    }
    assert_eq!(seen, visible(&page));
}

#[test]
fn pictures_are_saved_with_their_words() {
    let page = at_map("");
    page.click_part("map-svg");
    let script =
        "return window.files.at(-1)?.type === 'image/svg+xml' ? window.files.at(-1).text() : null";
    let svg = page
        .browser
        .wait("a file", || match page.browser.eval(script, &[]) {
            Value::String(text) => Ok(text),
            other => Err(other.to_string()),
        });
    assert!(
        svg.contains("GPT large") && svg.contains("data:image/png"),
        "{}",
        &svg[..300]
    );
    assert!(svg.contains(&page.site.url()), "the address is in it");
    page.click_part("map-png");
    page.browser.wait("a picture", || {
        let script = "return window.files.at(-1).type";
        match page.browser.eval(script, &[]) {
            Value::String(media_type) if media_type == "image/png" => Ok(()),
            other => Err(other.to_string()),
        }
    });
    let is_picture =
        "const image = new Image(); image.src = URL.createObjectURL(window.files.at(-1));
        return image.decode().then(() => image.naturalWidth)";
    let width = page.browser.eval(is_picture, &[]);
    assert!(width.as_u64().is_some_and(|width| width > 0), "{width}");
}

#[test]
fn what_is_chosen_is_in_the_link() {
    let page = at_map("#k=confidence");
    let chosen = "return document.querySelector('[data-part=\"map-shades\"] input:checked').value";
    assert_eq!(page.browser.eval(chosen, &[]), "confidence");
    let colours = "const canvas = document.querySelector('[data-map=\"large\"]');
        return Array.from(canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data)
            .reduce((sum, value, idx) => (sum * 31 + value * (idx % 97)) % 1000003, 7)";
    let before = page.browser.eval(colours, &[]);
    page.click("[data-part=\"map-shades\"] [data-choice=\"right\"]");
    page.browser
        .wait("other colours", || match page.browser.eval(colours, &[]) {
            same if same == before => Err("the same".to_owned()),
            _ => Ok(()),
        });
    assert_eq!(page.view().hash, "");
    page.click("[data-part=\"map-shades\"] [data-choice=\"length\"]");
    page.until("the link", |view| view.hash == "#k=length");
}

#[track_caller]
fn check_fault(fault: Fault) {
    Page::check_fault(LARGE, fault, SECTION, BOARD);
}

#[test]
fn a_file_is_missing() {
    check_fault(Fault::Missing);
}

#[test]
fn a_file_is_truncated() {
    check_fault(Fault::Truncated);
}

#[test]
fn it_fits_a_phone() {
    let page = Page::open(Visit {
        machine: Machine {
            viewport: (390, 844),
            ..Machine::default()
        },
        ..Visit::default()
    });
    page.settled();
    page.scroll_to(SECTION);
    page.wait_for(BOARD);
    check_width(&page);
    page.click("[data-part=\"map-failures\"] summary");
    check_width(&page);
}
