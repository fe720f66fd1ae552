//! A shared link says what came out; who opens it sees whether it comes out again, or what differs.

use crate::link::{COPY, copied};
use crate::page::{Page, Visit};
use crate::server::Fault;

/// A page with a change in its chain, and the link that its reader would send.
#[track_caller]
fn shared() -> (Page, String) {
    let page = Page::open(Visit {
        hash: "#p=37%20%C3%97%2058%20mod%207",
        script: COPY,
        ..Visit::default()
    });
    page.settled();
    page.click("[data-intervention=\"added_mistake\"]");
    page.settled_edit();
    let link = copied(&page);
    let hash = link
        .split_once('#')
        .expect("a link has a hash")
        .1
        .to_owned();
    (page, format!("#{hash}"))
}

/// The line's sentence; empty where there is no line.
fn said(page: &Page) -> String {
    let script = "return document.querySelector('[data-part=\"proof\"]')?.innerText ?? ''";
    let said = page.browser.eval(script, &[]);
    said.as_str().expect("a text").to_owned()
}

/// The parts of the proof in a hash: for each run its model, its answer and its digest.
fn runs(hash: &str) -> Vec<Vec<String>> {
    let proof = hash.split_once("&v=").expect("a link has a proof").1;
    let fields = |run: &str| run.split('.').map(str::to_owned).collect();
    proof.split('~').map(fields).collect()
}

fn with_runs(hash: &str, runs: &[Vec<String>]) -> String {
    let settings = hash.split_once("&v=").expect("a link has a proof").0;
    let runs: Vec<String> = runs.iter().map(|run| run.join(".")).collect();
    format!("{settings}&v={}", runs.join("~"))
}

/// Opens a hash and waits for the line above the cards. Returns its sentence.
#[track_caller]
fn check(page: &Page, hash: &str, expected: &str) -> String {
    page.go_to(hash);
    page.wait_for(&format!("[data-part=\"proof\"][data-proof=\"{expected}\"]"));
    said(page)
}

#[test]
fn a_link_is_reproduced_until_something_else_is_chosen() {
    let (page, hash) = shared();
    check(&page, &hash, "reproduced");
    assert_eq!(
        page.view().hash,
        hash,
        "the address keeps what the link said"
    );
    page.type_problem("6 + 2 mod 5");
    page.settled_for("6 + 2 mod 5");
    assert_eq!(said(&page), "", "it was said of another problem");
    assert_eq!(page.view().hash.split_once("&v="), None);
}

#[test]
fn what_differs_is_named() {
    let (page, hash) = shared();
    let found = runs(&hash);
    assert_eq!(found.len(), 3, "{hash}");

    let mut changed = found.clone();
    changed[0][1] = "1000".into();
    let said = check(&page, &with_runs(&hash, &changed), "differs");
    assert!(said.contains("GPT large answered 1000"), "{said}");

    let mut changed = found.clone();
    changed[2][2] = "00000000".into();
    let said = check(&page, &with_runs(&hash, &changed), "differs");
    assert!(said.contains("not word for word"), "{said}");

    let mut changed = found;
    changed[1][0] = "00000000".into();
    let said = check(&page, &with_runs(&hash, &changed), "differs");
    assert!(said.contains("GPT small is another model"), "{said}");
}

#[test]
fn a_result_that_is_not_understood_is_told() {
    let (page, _) = Page::live("#v=nonsense");
    let notices = page.view().notices;
    assert!(
        notices
            .iter()
            .any(|notice| notice.text.contains("nonsense")),
        "{notices:?}"
    );
    assert_eq!(said(&page), "");
}

#[test]
fn a_link_says_nothing_before_anything_has_come_out() {
    let page = Page::open(Visit {
        script: COPY,
        fault: Some(("worker_bg.wasm", Fault::Stalled)),
        ..Visit::default()
    });
    page.until("loading", |view| view.status.as_deref() == Some("loading"));
    let link = copied(&page);
    assert!(!link.contains("v="), "{link}");
}
