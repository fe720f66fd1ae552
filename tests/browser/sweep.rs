//! The live sweep of the competence map: it agrees with what is published, is stopped, pauses, and outlives its workers.

use serde_json::json;
use syw_core::map::is_right;

use crate::map::{LARGE, SMALL, at_map, file, text, visible, zoom_in};
use crate::page::Page;

/// How a sweep stands: its state, answers done, as published, in all.
#[derive(Debug, Clone, PartialEq)]
struct Swept {
    state: String,
    n_done: u64,
    n_same: u64,
    n_total: u64,
}

#[track_caller]
fn swept(page: &Page) -> Swept {
    let script = "const {state, done, same, total} = document.querySelector('[data-part=\"map-sweep-panel\"]').dataset;
        return [state, Number(done), Number(same), Number(total)]";
    let found = page.browser.eval(script, &[]);
    let (state, n_done, n_same, n_total) =
        serde_json::from_value(found).expect("a state and three counts");
    Swept {
        state,
        n_done,
        n_same,
        n_total,
    }
}

#[track_caller]
fn until(page: &Page, what: &str, fits: impl Fn(&Swept) -> bool) -> Swept {
    page.browser.wait(what, || {
        let found = swept(page);
        match fits(&found) {
            true => Ok(found),
            false => Err(format!("{found:?}")),
        }
    })
}

#[test]
fn a_live_sweep_agrees_with_what_is_published() {
    let page = at_map("#p=40%20%C3%97%2040%20mod%207");
    zoom_in(&page, 6);
    page.click_part("map-sweep");
    let ended = until(&page, "the end of the sweep", |swept| {
        swept.state == "ended"
    });
    assert_eq!(ended.n_total, 2 * 9 * 9);
    assert_eq!((ended.n_done, ended.n_same), (ended.n_total, ended.n_total));
    assert_eq!(text(&page, "map-agreement"), "162 of 162 as published.");

    let exact = text(&page, "map-sweep-panel");
    for (name, said) in [(LARGE, "GPT large"), (SMALL, "GPT small")] {
        let map = file(&page, name);
        let area = visible(&page);
        let cells = area.iter().map(|&(a, b)| (a, b, map.cell(a, b)));
        let n_right = cells.filter(|(a, b, cell)| is_right(*a, *b, 7, cell.answer));
        let counted = format!("{said}: right on {} of 81, exact.", n_right.count());
        assert!(exact.contains(&counted), "{counted}: {exact}");
    }
}

#[test]
fn a_sweep_is_cancelled_and_keeps_what_it_has() {
    let page = at_map("");
    page.click_part("map-zoom-training");
    page.click_part("map-sweep");
    let begun = until(&page, "the first answers", |swept| swept.n_done > 0);
    assert_eq!(begun.state, "running");
    assert!(text(&page, "map-sweep-panel").contains("95 % interval"));
    page.click_part("map-cancel");
    let cancelled = until(&page, "the sweep has stopped", |swept| {
        swept.state == "cancelled"
    });
    assert!(cancelled.n_done >= begun.n_done && cancelled.n_done < cancelled.n_total);
    assert_eq!(cancelled.n_same, cancelled.n_done);
    page.wait_for("[data-part=\"map-sweep\"]");
    // The duel never noticed.
    page.type_problem("6 × 2 mod 5");
    page.settled_for("6 × 2 mod 5");
}

#[test]
fn a_sweep_survives_the_death_of_its_workers() {
    let page = at_map("");
    page.click_part("map-zoom-training");
    zoom_in(&page, 1);
    page.click_part("map-sweep");
    let begun = until(&page, "the first answers", |swept| swept.n_done > 0);
    // The first two workers are those of the duel.
    let kill = "for (const worker of window.workers.splice(2)) {
        worker.dispatchEvent(new ErrorEvent('error', { message: 'ended by a test' })); worker.terminate(); }";
    page.browser.eval(kill, &[]);
    let after = swept(&page);
    assert!(after.n_done >= begun.n_done, "finished tiles are kept");
    let going_on = until(&page, "answers of another worker", |swept| {
        swept.n_done > after.n_done
    });
    assert_eq!(going_on.n_same, going_on.n_done);
    assert_eq!(page.view().notices, [], "the duel never noticed");
    page.click_part("map-cancel");
}

#[test]
fn workers_that_all_die_end_the_sweep_and_another_can_begin() {
    let page = at_map("#p=40%20%C3%97%2040%20mod%207");
    zoom_in(&page, 6);
    page.browser.eval("window.isDoomed = true", &[]);
    page.click_part("map-sweep");
    until(&page, "the sweep is given up", |swept| {
        swept.state == "failed"
    });
    let said = text(&page, "map-progress");
    assert!(
        said.contains("The sweep stopped: ended by a test."),
        "{said}"
    );
    page.browser.eval("window.isDoomed = false", &[]);
    page.click_part("map-sweep");
    let ended = until(&page, "the end of another sweep", |swept| {
        swept.state == "ended"
    });
    assert_eq!(ended.n_same, ended.n_total);
}

#[test]
fn a_hidden_page_pauses_the_sweep() {
    let page = at_map("");
    page.click_part("map-zoom-training");
    page.click_part("map-sweep");
    until(&page, "the first answers", |swept| swept.n_done > 0);
    let set_hidden = |is_hidden: bool| {
        let script = "Object.defineProperty(document, 'hidden', { value: arguments[0], configurable: true });
            document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))";
        page.browser.eval(script, &[json!(is_hidden)]);
    };
    set_hidden(true);
    let paused = until(&page, "a pause", |swept| swept.state == "paused");
    assert!(text(&page, "map-progress").contains("Paused"));
    set_hidden(false);
    until(&page, "more answers", |swept| {
        swept.state == "running" && swept.n_done > paused.n_done
    });
    page.click_part("map-cancel");
}
