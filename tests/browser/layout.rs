//! The page fits its window, from a phone to a projector, and follows what the machine prefers.

use serde_json::{Value, json};

use crate::driver::Machine;
use crate::page::{Page, Visit};

#[track_caller]
fn check_no_sideways_scroll(viewport: (u32, u32)) {
    let page = Page::open(Visit {
        machine: Machine {
            viewport,
            ..Machine::default()
        },
        ..Visit::default()
    });
    page.settled();
    check_width(&page);
    // With everything open that can be.
    page.click("[data-intervention=\"added_mistake\"]");
    page.settled_edit();
    page.click_token(3);
    check_width(&page);
}

#[track_caller]
pub(crate) fn check_width(page: &Page) {
    let script = "const width = document.documentElement.clientWidth;
        const scrolls_itself = element => {
            const around = element.parentElement;
            return around !== document.body && (getComputedStyle(around).overflowX !== 'visible' || scrolls_itself(around));
        };
        const wide = [...document.querySelectorAll('body *')].find(element => {
            const box = element.getBoundingClientRect();
            return box.right > width + 1 && element.checkVisibility() && box.width > 1 && !scrolls_itself(element);
        });
        const scrolls = document.documentElement.scrollWidth > width;
        return scrolls ? (wide?.outerHTML.slice(0, 300) ?? 'something') : null";
    assert_eq!(
        page.browser.eval(script, &[]),
        Value::Null,
        "wider than the window"
    );
}

#[test]
fn fits_320() {
    check_no_sideways_scroll((320, 640));
}

#[test]
fn fits_390() {
    check_no_sideways_scroll((390, 844));
}

#[test]
fn fits_1366() {
    check_no_sideways_scroll((1366, 650));
}

#[test]
fn fits_1920() {
    check_no_sideways_scroll((1920, 1080));
}

/// Parts above it take their real height once a reader is near them: by the browser, or by the page where the browser does not see to it.
#[test]
fn what_is_looked_at_stays_where_it_is() {
    let (page, _) = Page::live("");
    for place in ["[data-part=\"hider-guess\"]", "#plane-title"] {
        page.jump_to(place);
        let top = "document.querySelector(arguments[0]).getBoundingClientRect().top";
        let top = page.until_still("document.body.scrollHeight", json!(place), 60, top);
        let top = top.as_f64().expect("a number");
        assert!(top.abs() < 12.0, "{place}: {top} below the top");
    }
}

#[test]
fn a_laptop_shows_the_whole_duel_at_once() {
    let (page, _) = Page::live("");
    for part in [
        "problem-input",
        "large-answer",
        "large-distribution",
        "small-chain",
        "small-answer",
        "interventions",
    ] {
        let script = format!(
            "return document.querySelector('[data-part=\"{part}\"]').getBoundingClientRect().bottom"
        );
        let bottom = page.browser.eval(&script, &[]);
        assert!(
            bottom.as_f64().is_some_and(|bottom| bottom <= 650.0),
            "{part} ends at {bottom}"
        );
    }
}

#[test]
fn nothing_moves_where_motion_is_unwanted() {
    let page = Page::open(Visit {
        machine: Machine {
            prefers_reduced_motion: true,
            ..Machine::default()
        },
        ..Visit::default()
    });
    page.settled();
    page.click("[data-intervention=\"added_mistake\"]");
    page.settled_edit();
    let script = "return [...document.querySelectorAll('*')].filter(element => {
            const style = getComputedStyle(element);
            const longest = text => Math.max(...text.split(',').map(parseFloat));
            return longest(style.transitionDuration) > 0.05
                || style.animationName !== 'none' && longest(style.animationDuration) > 0.05;
        }).map(element => element.outerHTML.slice(0, 120))";
    assert_eq!(page.browser.eval(script, &[]), Value::Array(Vec::new()));
}

/// The brightness of the page's ground, 0 to 1.
#[track_caller]
fn ground(page: &Page) -> f64 {
    let script = "const canvas = document.createElement('canvas').getContext('2d');
        const body = getComputedStyle(document.body).backgroundColor;
        const root = getComputedStyle(document.documentElement).backgroundColor;
        for (const colour of ['white', root, body]) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
        const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
        return (red + green + blue) / 765";
    page.browser.eval(script, &[]).as_f64().expect("a number")
}

#[test]
fn light_and_dark_follow_the_machine_and_the_toggle() {
    let page = Page::open(Visit {
        machine: Machine {
            prefers_dark: true,
            ..Machine::default()
        },
        ..Visit::default()
    });
    page.settled();
    assert!(ground(&page) < 0.3, "dark, as the machine prefers");
    // From automatic, one press or two lead to light.
    page.browser.wait("a light page", || {
        if ground(&page) > 0.8 {
            return Ok(());
        }
        page.click_part("theme");
        Err("dark".to_owned())
    });
}

#[test]
fn light_is_light() {
    let (page, _) = Page::live("");
    assert!(ground(&page) > 0.8);
}
