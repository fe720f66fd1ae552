//! The page for those who hear it: its headings and names are whole, its summary follows what is done, and what is told of its own
//! accord is the result of what a reader did, once.

use serde_json::{Value, json};

use crate::battery::texts;
use crate::page::Page;
use crate::whole::{FIGURES, complaints, show, show_all};

/// Notes in `window.told` what screen readers tell of their own accord: a text that comes into a live region.
const LISTEN: &str = "window.told = [];
    const tell = () => {
        for (const region of document.querySelectorAll('[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]')) {
            const text = region.textContent.trim();
            if (region.told !== text && text) window.told.push(text);
            region.told = text;
        }
    };
    tell();
    window.told = [];
    new MutationObserver(tell).observe(document.body, { subtree: true, childList: true, characterData: true })";

#[track_caller]
fn told(page: &Page) -> Vec<String> {
    let found = page.browser.eval("return window.told.splice(0)", &[]);
    serde_json::from_value(found).expect("a list of texts")
}

#[track_caller]
fn text(page: &Page, part: &str) -> String {
    texts(page, &format!("[data-part=\"{part}\"]")).remove(0)
}

#[test]
fn headings_lead_step_by_step_and_all_pictures_have_names() {
    let (page, _) = Page::live("");
    show_all(&page);
    let headings = "const all = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter(heading => heading.checkVisibility());
        const wrong = all.filter((heading, idx) => {
            const level = Number(heading.tagName[1]), before = idx ? Number(all[idx - 1].tagName[1]) : 0;
            return level > before + 1 || level === 1 && idx > 0 || !heading.textContent.trim();
        });
        return wrong.map(heading => heading.outerHTML.slice(0, 120))";
    assert_eq!(complaints(&page, headings), [""; 0]);
    let landmarks = "return ['header', 'main', 'footer'].filter(name => [...document.querySelectorAll(`#app ${name}`)]
            .filter(found => !found.parentElement.closest('main, section, article, aside')).length !== 1)";
    assert_eq!(complaints(&page, landmarks), [""; 0]);
    let names = "const named = element => {
            const by = (element.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent ?? '').join('');
            return (element.getAttribute('aria-label') ?? '') + by + (element.querySelector(':scope > title, :scope > figcaption')?.textContent ?? '');
        };
        return [...document.querySelectorAll('figure, [role=img], [role=group], [role=region], [role=dialog], progress')]
            .filter(element => !named(element).trim())
            .map(element => element.outerHTML.slice(0, 160))";
    assert_eq!(complaints(&page, names), [""; 0]);
    // A drawing is a picture with a name, or made of parts with names, or nothing to those who hear.
    let drawings = "return [...document.querySelectorAll('svg, canvas')]
        .filter(drawing => !drawing.closest('[aria-hidden=true], [role=img], [role=group], [role=button], button'))
        .map(drawing => drawing.outerHTML.slice(0, 160))";
    assert_eq!(complaints(&page, drawings), [""; 0]);
}

#[test]
fn the_summary_follows_what_is_done() {
    let (page, before) = Page::live("");
    let answers = text(&page, "summary-answers");
    let problem = before.problem.clone().expect("a problem");
    assert!(answers.contains(&problem), "{answers}");
    let number = before.small.number().expect("an answer").to_string();
    assert_eq!(answers.matches(&number).count() > 1, true, "{answers}");

    let unchanged = text(&page, "summary-change");
    page.click("[data-intervention=\"added_mistake\"]");
    let edited = page.settled_edit();
    let changed = text(&page, "summary-change");
    assert_ne!(changed, unchanged);
    let told = edited.sentence.expect("what came of it");
    let came = told
        .split_once(". ")
        .map_or(told.as_str(), |(_, came)| came);
    assert!(changed.contains(came), "{changed} lacks {came}");
    page.click_part("reset");
    page.until("its own notes", |view| {
        view.is_settled() && view.response.is_none()
    });
    assert_eq!(text(&page, "summary-change"), unchanged);
}

#[test]
fn a_run_is_told_once_and_its_tokens_are_not() {
    let (page, _) = Page::live("");
    page.browser.eval(LISTEN, &[]);
    // All of it at once: a text that stays unfinished for a second is told of.
    let paste = "const input = document.querySelector('[data-part=\"problem-input\"]');
        input.value = '37 × 58 mod 7'; input.dispatchEvent(new Event('input', { bubbles: true }))";
    page.browser.eval(paste, &[]);
    page.settled_for("37 × 58 mod 7");
    let answers = text(&page, "summary-answers");
    let mut all = Vec::new();
    page.browser.wait("the answers are told", || {
        all.extend(told(&page));
        all.contains(&answers)
            .then_some(())
            .ok_or_else(|| format!("{all:?}"))
    });
    assert_eq!(all, [answers]);

    // A change is told as one, then what came of it.
    page.click("[data-intervention=\"added_mistake\"]");
    let edited = page.settled_edit();
    let all = told(&page);
    let sentence = edited.sentence.expect("what came of it");
    assert!(all.contains(&sentence), "{all:?}");
    assert!(all.len() <= 3, "{all:?}");
}

#[test]
fn a_sweep_is_told_when_it_begins_and_when_it_ends() {
    let (page, _) = Page::live("#p=40%20%C3%97%2040%20mod%207");
    let map = FIGURES.iter().find(|figure| figure.name == "the map");
    show(&page, map.expect("the map is one of them"));
    crate::map::zoom_in(&page, 6);
    page.browser.eval(LISTEN, &[]);
    page.click_part("map-sweep");
    page.wait_attribute("[data-part=\"map-sweep-panel\"]", "data-state", "ended");
    let all = told(&page);
    assert_eq!(all.len(), 2, "{all:?}");
    assert!(all[1].contains(&text(&page, "map-agreement")), "{all:?}");
}

#[test]
fn a_failure_is_told_once_and_at_once() {
    let page = Page::check_fault(
        "results/claims.json",
        crate::server::Fault::Missing,
        "[data-part=\"debate\"]",
        "[data-part=\"claim\"]",
    );
    page.site
        .set_fault("results/claims.json", crate::server::Fault::Missing);
    page.go_to("");
    page.settled();
    page.until_live("#app");
    page.scroll_to("[data-part=\"debate\"]");
    page.until("a message", |view| view.has_failure("results"));
    let alerts = "return document.querySelectorAll('[role=alert][data-failure]').length";
    assert_eq!(page.browser.eval(alerts, &[]), json!(1));
    let again = page
        .browser
        .eval("return document.querySelectorAll('[role=alert] [role=alert], [role=alert] [role=status]').length", &[]);
    assert_eq!(again, Value::from(0));
}
