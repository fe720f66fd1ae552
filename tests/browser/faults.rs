//! Every kind of file broken in every way, and what else may happen to a page while it is open: each is a row of the table in
//! docs/reliability.md. What a reader typed and what was worked out outlives all of it.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::driver::Machine;
use crate::frontier;
use crate::hosts::{NOTE_ERRORS, check_no_error};
use crate::map::{self, at_map};
use crate::page::{Page, View, Visit};
use crate::server::{Fault, Site};

/// What a reader typed; nothing that happens may change it.
const TYPED: &str = "37 \u{d7} 58 mod 7";

/// What a broken file comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Everything works.
    Works,
    /// The page stays what the build wrote into it, and says why.
    Recorded,
    /// Everything works but this, which the page says (`data-failure`).
    WorksWithout(&'static str),
    /// The duel cannot run until a retry succeeds (`data-failure`).
    Failed(&'static str),
}

use Outcome::{Failed, Recorded, Works, WorksWithout};

/// Opens a page on which one kind of file arrives like this, sees what comes of it, and mends it.
#[track_caller]
fn check(part: &'static str, fault: Fault, outcome: Outcome) {
    let site = Site::start("");
    site.set_fault(part, fault);
    let page = Page::on(site, &Machine::default());
    page.go_to("");
    let expected = match outcome {
        Works => None,
        Recorded => Some("page"),
        WorksWithout(failure) | Failed(failure) => Some(failure),
    };
    let named = format!("{part}, {fault:?}: {outcome:?}");
    if let Some(failure) = expected {
        let said = page.until(&named, |view| view.has_failure(failure));
        for notice in &said.notices {
            assert!(notice.text.len() > 20, "{named}: {said:#?}");
        }
        assert!(said.large.number().is_some(), "{named}: the recorded duel");
        assert!(said.can_retry, "{named}: {said:#?}");
    }
    if matches!(outcome, Works | WorksWithout(_)) {
        page.settled();
        page.type_problem(TYPED);
        page.settled_for(TYPED);
    }
    if let Failed(failure) = outcome {
        page.type_problem(TYPED);
        let kept = page.until(&named, |view| {
            view.has_failure(failure) && view.typed.as_deref() == Some(TYPED)
        });
        assert!(kept.can_retry, "{named}: {kept:#?}");
    }
    if let Some(failure) = expected {
        page.site.heal();
        page.click_part("retry");
        let mended = page.until(&format!("mended: {named}"), |view| {
            view.is_settled() && !view.has_failure(failure)
        });
        if matches!(outcome, Failed(_)) {
            assert_eq!(mended.typed.as_deref(), Some(TYPED), "{named}");
        }
    }
}

#[test]
fn the_program_of_the_page() {
    for fault in [
        Fault::Missing,
        Fault::Truncated,
        Fault::Altered,
        Fault::Dropped,
        Fault::Mistyped,
    ] {
        check("show-your-work-*.js", fault, Recorded);
    }
    for fault in [
        Fault::Missing,
        Fault::Truncated,
        Fault::Altered,
        Fault::Dropped,
    ] {
        check("show-your-work-*_bg.wasm", fault, Recorded);
    }
    check("show-your-work-*_bg.wasm", Fault::Mistyped, Works);
}

#[test]
fn the_looks() {
    for fault in [Fault::Missing, Fault::Truncated, Fault::Altered] {
        check("style-*.css", fault, WorksWithout("looks"));
    }
}

#[test]
fn the_engine() {
    for fault in [
        Fault::Missing,
        Fault::Truncated,
        Fault::Altered,
        Fault::Dropped,
    ] {
        check("worker.js", fault, Failed("engine"));
        check("worker_bg.wasm", fault, Failed("engine"));
    }
    check("worker.js", Fault::Mistyped, Works);
    check("worker_bg.wasm", Fault::Mistyped, Works);
}

#[test]
fn a_model() {
    for fault in [
        Fault::Missing,
        Fault::Truncated,
        Fault::Altered,
        Fault::Dropped,
    ] {
        check("large-direct-s0/model.onnx", fault, Failed("model"));
    }
    check("model.onnx", Fault::Mistyped, Works);
}

/// A figure whose file is broken says so in its place, and is drawn once the file arrives.
#[test]
fn the_results_of_a_figure() {
    for fault in [
        Fault::Missing,
        Fault::Truncated,
        Fault::Altered,
        Fault::Dropped,
    ] {
        Page::check_fault(frontier::FILE, fault, frontier::SECTION, frontier::MARK);
    }
}

/// The page in a language is the page in English until the language arrives.
#[test]
fn the_words_of_a_language() {
    for fault in [
        Fault::Missing,
        Fault::Truncated,
        Fault::Altered,
        Fault::Dropped,
    ] {
        let site = Site::start(NOTE_ERRORS);
        site.set_fault("locales/de.ftl", fault);
        let page = Page::on(site, &Machine::default());
        page.go_to("?lang=de");
        let view = page.until("the page in English, live", View::is_settled);
        assert!(!view.notices.is_empty(), "{fault:?}: {view:#?}");
        page.type_problem(TYPED);
        page.settled_for(TYPED);
        check_no_error(&page);
    }
}

#[test]
fn storage_that_is_full() {
    let page = Page::open(Visit {
        script: "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
        ..Visit::default()
    });
    page.type_problem(TYPED);
    page.settled_for(TYPED);
    page.click_part("theme");
    page.until_true(
        "another theme",
        "return document.documentElement.dataset.theme !== undefined",
    );
    assert_eq!(page.view().notices, []);
}

/// A clock that runs backwards, and leaps, between any two looks at it.
const JUMP: &str = "
    let n = 0;
    const leaps = [0, -3.6e6, 8.64e7, -1, 1e12, 0.5];
    const now = performance.now.bind(performance);
    performance.now = () => now() + leaps[n++ % leaps.length];
    const date = Date.now;
    Date.now = () => date() + leaps[n++ % leaps.length];";

#[test]
fn a_clock_that_leaps() {
    let script: &'static str = Box::leak(format!("{NOTE_ERRORS}{JUMP}").into_boxed_str());
    let page = Page::open(Visit {
        script,
        ..Visit::default()
    });
    page.type_problem(TYPED);
    page.settled_for(TYPED);
    page.click("[data-intervention=\"added_mistake\"]");
    page.settled_edit();
    page.scroll_to(map::SECTION);
    page.click_part("map-sweep");
    page.until_true(
        "answers of a sweep",
        "return Number(document.querySelector('[data-part=\"map-sweep-panel\"]')?.dataset.done) > 0",
    );
    let said = page.browser.eval("return document.body.innerText", &[]);
    let said = said.as_str().expect("a text").to_owned();
    for word in ["NaN", "Infinity", "undefined"] {
        assert!(!said.contains(word), "{word} is on the page");
    }
    check_no_error(&page);
}

#[test]
fn two_tabs_do_not_disturb_each_other() {
    let (page, first) = Page::live("");
    let address = format!("{}#p=6%20%C3%97%202%20mod%205", page.site.url());
    let tabs = page.browser.drive(async |client| {
        let one = client.window().await?;
        let other = client.new_window(true).await?.handle;
        client.switch_to_window(other).await?;
        client.goto(&address).await?;
        Ok::<_, fantoccini::error::CmdError>(one)
    });
    page.settled_for("6 \u{d7} 2 mod 5");
    page.click_part("theme");
    page.browser
        .drive(async |client| client.switch_to_window(tabs).await);
    let back = page.settled();
    assert_eq!((back.problem, back.tokens), (first.problem, first.tokens));
    page.type_problem(TYPED);
    page.settled_for(TYPED);
}

#[test]
fn there_and_back_again() {
    let (page, _) = Page::live("");
    page.type_problem(TYPED);
    let before = page.settled_for(TYPED);
    let address = format!("{}methods.html", page.site.url());
    page.browser.drive(async |client| {
        client.goto(&address).await?;
        client.back().await
    });
    let after = page.settled_for(TYPED);
    assert_eq!((after.typed, after.tokens), (before.typed, before.tokens));
    page.type_problem("6 \u{d7} 2 mod 5");
    page.settled_for("6 \u{d7} 2 mod 5");
}

#[test]
fn a_frozen_page_thaws() {
    let page = at_map("");
    page.click_part("map-zoom-training");
    page.click_part("map-sweep");
    let done =
        "return Number(document.querySelector('[data-part=\"map-sweep-panel\"]').dataset.done)";
    page.until_true("the first answers", &format!("{done} > 0"));
    page.browser.freeze();
    page.browser.thaw();
    // No window of this browser comes into sight by itself.
    let seen = "Object.defineProperty(document, 'hidden', { value: false });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))";
    page.browser.eval(seen, &[]);
    let then = page.browser.eval(done, &[]);
    page.until_true("more answers", &format!("{done} > {then}"));
    page.click_part("map-cancel");
    page.type_problem(TYPED);
    page.settled_for(TYPED);
}

#[test]
fn without_webassembly() {
    let page = Page::open(Visit {
        script: "delete window.WebAssembly;",
        ..Visit::default()
    });
    let said = page.until("a message", |view| view.has_failure("page"));
    assert!(said.notices[0].text.contains("WebAssembly"), "{said:#?}");
    assert!(said.large.number().is_some(), "the recorded duel stays");
}

/// In a frame that runs no script the page is what the build wrote, and says what it would be.
#[test]
fn without_scripts() {
    let site = Site::start("");
    site.put(
        "host.html",
        format!(
            "<!DOCTYPE html><html lang=\"en\"><body><iframe sandbox=\"allow-same-origin\" src=\"{}\"></iframe></body></html>",
            site.url()
        ),
    );
    let page = Page::on(site, &Machine::default());
    let address = format!("{}host.html", page.site.url());
    page.browser
        .drive(async |client| client.goto(&address).await);
    let text = "(document.querySelector('iframe').contentDocument?.body?.textContent ?? '')";
    page.until_true(
        "the words for who has no scripts",
        &format!("return {text}.includes('needs JavaScript and WebAssembly')"),
    );
    let answers = "return document.querySelector('iframe').contentDocument.querySelectorAll('[data-part=\"large-answer\"], [data-part=\"small-answer\"]').length";
    assert_eq!(page.browser.eval(answers, &[]), json!(2));
}

/// Every row of the table names a test that is there.
#[test]
fn the_table_names_tests() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/reliability.md")).unwrap();
    let (_, table) = page.split_once("## Faults").expect("a section on faults");
    let table = table.split("\n## ").next().unwrap();
    let rows: Vec<&str> = table
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| fault"))
        .collect();
    assert!(rows.len() > 20, "{rows:?}");
    for row in rows {
        let tests = row.split('|').rev().nth(1).unwrap();
        for test in tests.split('`').skip(1).step_by(2) {
            let (file, name) = test.split_once("::").expect("a file and a test");
            let file = root.join(format!("tests/browser/{file}.rs"));
            let text = fs::read_to_string(&file).unwrap_or_else(|_| panic!("{test}"));
            assert!(text.contains(&format!("fn {name}(")), "{test}");
        }
        assert!(tests.contains('`'), "{row}");
    }
}
