//! The focus by keyboard: it walks through the whole page in its order and out again, is always seen, and is never lost,
//! whatever keys are pressed.

use fantoccini::key::Key;
use rand::Rng;
use rand::SeedableRng;
use rand_pcg::Pcg64Mcg;
use serde_json::{Value, json};

use crate::driver::Machine;
use crate::engine::Engine;
use crate::page::{Page, Visit};
use crate::whole::{complaints, show_all};

/// What is wrong with where the focus is.
const SEEN: &str = include_str!("looks/focus.js");

/// Notes what goes wrong in `window.faults`, keeps links from leading away, and notes where the focus is in
/// `window.held`: an element that had it and is gone has lost it.
const WATCH: &str = "
    window.faults = [];
    addEventListener('error', event => window.faults.push(String(event.message)));
    addEventListener('unhandledrejection', event => window.faults.push(String(event.reason)));
    const say = console.error;
    console.error = (...said) => { window.faults.push(said.join(' ').slice(0, 500)); say(...said); };
    addEventListener('click', event => {
        const link = event.target.closest?.('a[href]');
        if (link && !link.getAttribute('href').startsWith('#')) event.preventDefault();
    }, true);";

/// All that Tab comes to, in the order of the page.
const STOPS: &str = "[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter(element => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }))";

/// More than there are stops.
const MANY: usize = 1500;

#[track_caller]
fn at_whole(viewport: (u32, u32)) -> Page {
    let page = Page::open(Visit {
        machine: Machine {
            viewport,
            prefers_reduced_motion: true,
            ..Machine::default()
        },
        script: WATCH,
        ..Visit::default()
    });
    page.settled();
    show_all(&page);
    page
}

/// WebKit brings into sight what has the focus once it has laid the page out, in a task of its own.
#[track_caller]
fn check_seen(page: &Page, after: &str) {
    let look = || match complaints(page, SEEN) {
        wrong if wrong.is_empty() => Ok(()),
        wrong => Err(format!("after {after}: {wrong:#?}")),
    };
    match Engine::chosen() {
        Engine::WebKit => page.browser.wait("the focus is seen", look),
        _ => look().unwrap_or_else(|wrong| panic!("{wrong}")),
    }
}

/// Walks from end to end. Each step leads to a later element of the page, or to an earlier one on the way back.
#[track_caller]
fn check_walk(page: &Page, is_forward: bool) -> usize {
    // Where Tab leads out of the page, some browsers go on at its other end at once.
    let step = "const before = window.stop;
        window.stop = document.activeElement;
        if (window.stop === document.body || before && window.stop === window.entry) return 'out';
        window.entry ??= window.stop;
        const is_there = before?.isConnected;
        const follows = is_there && Boolean(before.compareDocumentPosition(window.stop) & 4);
        return !is_there || follows === arguments[0] ? '' : window.stop.outerHTML.slice(0, 200)";
    page.browser.eval(
        "window.stop = window.entry = null; document.activeElement.blur(); scrollTo(0, 0); getSelection().removeAllRanges()",
        &[],
    );
    for n_seen in 0..MANY {
        match is_forward {
            true => page.press(Key::Tab),
            false => page.send_keys(&(Key::Shift + &char::from(Key::Tab).to_string())),
        }
        let found = page.browser.eval(step, &[json!(is_forward)]);
        match found.as_str() {
            Some("") => check_seen(page, "Tab"),
            Some("out") => return n_seen,
            found => panic!("out of order: {found:?}"),
        }
    }
    panic!("{MANY} presses of Tab do not lead out of the page");
}

#[test]
fn tab_walks_through_all_of_the_page_and_back() {
    let page = at_whole((1366, 650));
    let there = check_walk(&page, true);
    assert!(there > 200, "only {there} stops");
    let back = check_walk(&page, false);
    assert!(
        back.abs_diff(there) < 20,
        "{there} stops there, {back} back"
    );
}

#[test]
fn tab_walks_through_all_of_the_page_on_a_phone() {
    check_walk(&at_whole((390, 844)), true);
}

/// The keys that are pressed at random, each as often as it is listed.
const KEYS: [Key; 16] = [
    Key::Tab,
    Key::Tab,
    Key::Tab,
    Key::Tab,
    Key::Tab,
    Key::Enter,
    Key::Enter,
    Key::Space,
    Key::Escape,
    Key::Up,
    Key::Down,
    Key::Left,
    Key::Right,
    Key::Home,
    Key::End,
    Key::Delete,
];

/// What has become of the focus since it was asked last: `lost`, what had it, where nothing has it now and something should;
/// `left`, what had it, where something else has it now.
const HELD: &str =
    "const before = window.held, active = document.activeElement, name = before?.outerHTML.slice(0, 240) ?? '';
    window.held = active === document.body ? null : active;
    const isLost = window.held === null && before && arguments[0];
    const isLeft = window.held !== null && window.held !== before;
    return { lost: isLost ? name : null, left: isLeft ? name : null, faults: window.faults }";

/// Presses keys at random, beginning at a random place of the page.
#[track_caller]
fn check_fuzz(seed: u64, n_keys: usize) {
    let page = at_whole((1366, 650));
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let start = random.random_range(0.0..1.0);
    let jump =
        format!("const stops = {STOPS}; stops[Math.floor(arguments[0] * stops.length)].focus()");
    page.browser.eval(&jump, &[json!(start)]);
    let mut pressed = Vec::new();
    for _ in 0..n_keys {
        let (name, text) = match random.random_range(0..20) {
            0..=1 => {
                let sign = b"0123456789?"[random.random_range(0..11)];
                (char::from(sign).to_string(), char::from(sign).to_string())
            }
            2..=4 => {
                let text = Key::Shift + &char::from(Key::Tab).to_string();
                ("Shift+Tab".to_owned(), text)
            }
            _ => {
                let key = KEYS[random.random_range(0..KEYS.len())];
                (format!("{key:?}"), char::from(key).to_string())
            }
        };
        let is_walk = name.ends_with("Tab");
        page.send_keys(&text);
        if !is_walk {
            // Chromium goes on scrolling after such a key, past what the next one brings into sight.
            page.until_still("scrollY", Value::Null, 3, "true");
        }
        pressed.push(name);
        let recent = &pressed[pressed.len().saturating_sub(8)..];
        // Tab leaves the page at its ends, and only Tab may.
        let found = page.browser.eval(HELD, &[json!(!is_walk)]);
        assert_eq!(found["faults"], json!([]), "seed {seed}, after {recent:?}");
        assert_eq!(
            found["lost"],
            Value::Null,
            "seed {seed}: the focus is lost after {recent:?}"
        );
        // Keys that scroll may leave behind what has the focus. In WebKit, so may others that let a part grow (docs/reliability.md).
        let is_held = is_walk || Engine::chosen() != Engine::WebKit;
        if let Some(left) = found["left"].as_str().filter(|_| is_held) {
            check_seen(&page, &format!("{recent:?} (seed {seed}), from {left}"));
        }
    }
}

#[test]
fn random_keys_break_nothing_1() {
    check_fuzz(1, 300);
}

#[test]
fn random_keys_break_nothing_2() {
    check_fuzz(2, 300);
}

#[test]
fn random_keys_break_nothing_3() {
    check_fuzz(3, 300);
}

#[test]
fn twelve_keys_lead_to_the_point_of_the_page() {
    let (page, before) = Page::live("");
    let mut n_keys = 0;
    let mut press = |key: Key| {
        page.press(key);
        n_keys += 1;
    };
    // The second link leads to the notes; one of them is changed to what the model found second most likely.
    press(Key::Tab);
    press(Key::Tab);
    press(Key::Enter);
    while !page.has_focus("[data-part=\"small-chain\"] [data-token-idx]") {
        press(Key::Tab);
    }
    press(Key::Enter);
    page.until("the popover", |view| view.has_popover);
    press(Key::Enter);
    let after = page.settled_edit();
    assert_ne!(after.tokens, before.tokens);
    assert!(after.sentence.is_some(), "what came of it is said");
    assert!(n_keys <= 12, "{n_keys} keys");
}
