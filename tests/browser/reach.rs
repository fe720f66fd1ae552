//! The whole page for every eye and hand: narrow, enlarged, with wide letters, in the reader's own colours, from right to
//! left, and with targets that can be hit.

use serde_json::json;

use crate::driver::Machine;
use crate::layout::check_width;
use crate::page::{Page, Visit};
use crate::whole::{complaints, show_all};

const TARGETS: &str = include_str!("looks/targets.js");
const CLIPPED: &str = include_str!("looks/clipped.js");
const OVERLAPS: &str = include_str!("looks/overlaps.js");
const COLOURS: &str = include_str!("looks/colours.js");

/// The least distances that a reader may set (WCAG 1.4.12).
const WIDE_LETTERS: &str =
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }";

#[track_caller]
fn at_whole(viewport: (u32, u32)) -> Page {
    let page = Page::open(Visit {
        machine: Machine {
            viewport,
            ..Machine::default()
        },
        ..Visit::default()
    });
    page.settled();
    show_all(&page);
    page
}

#[track_caller]
fn check(page: &Page, look: &str) {
    let wrong = complaints(page, look);
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

/// Opens all of the page and checks that nothing is too wide, too small to be hit, or over something else.
#[track_caller]
fn check_fits(viewport: (u32, u32)) -> Page {
    let page = at_whole(viewport);
    check_width(&page);
    check(&page, TARGETS);
    check(&page, OVERLAPS);
    page
}

#[track_caller]
fn check_wide_letters(page: &Page) {
    page.add_style(WIDE_LETTERS);
    check_width(page);
    check(page, CLIPPED);
}

#[test]
fn all_of_it_fits_a_small_phone() {
    let page = check_fits((320, 640));
    check_wide_letters(&page);
}

/// 1280 by 1024 pixels, four times as large.
#[test]
fn all_of_it_fits_at_four_hundred_percent() {
    check_width(&at_whole((320, 256)));
}

#[test]
fn all_of_it_fits_a_phone() {
    check_fits((390, 844));
}

#[test]
fn all_of_it_fits_a_laptop() {
    let page = check_fits((1366, 650));
    check_wide_letters(&page);
    check(&page, OVERLAPS);
}

#[track_caller]
fn check_right_to_left(viewport: (u32, u32)) {
    let page = at_whole(viewport);
    page.browser
        .eval("document.documentElement.dir = 'rtl'", &[]);
    check_width(&page);
    check(&page, OVERLAPS);
    // Arithmetic and drawings keep their direction.
    let turned = "return [...document.querySelectorAll('svg, canvas, .asked, .steppers, .chain-row, .read-strip')]
        .filter(element => getComputedStyle(element).direction !== 'ltr')
        .map(element => element.outerHTML.slice(0, 120))";
    check(&page, turned);
}

#[test]
fn all_of_it_can_run_from_right_to_left() {
    check_right_to_left((1366, 650));
}

#[test]
fn all_of_it_can_run_from_right_to_left_on_a_phone() {
    check_right_to_left((390, 844));
}

#[test]
fn nothing_is_lost_in_a_readers_own_colours() {
    for scheme in ["light", "dark"] {
        let page = Page::open(Visit {
            machine: Machine {
                prefers_dark: scheme == "dark",
                forced_colors: true,
                ..Machine::default()
            },
            ..Visit::default()
        });
        page.settled();
        show_all(&page);
        let is_active = page
            .browser
            .eval("return matchMedia('(forced-colors: active)').matches", &[]);
        assert_eq!(is_active, json!(true));
        check(&page, COLOURS);
    }
}
