//! axe finds nothing, whatever is shown, in light and in dark.

use std::sync::LazyLock;
use std::{env, fs, path::Path};

use fantoccini::key::Key;
use serde::Deserialize;
use serde_json::json;

use crate::page::{Page, Visit};
use crate::server::Fault;
use crate::whole::{FIGURES, complaints, show, show_all};

/// A way from what is shown to something else.
struct State {
    name: &'static str,
    reach: fn(&Page),
    /// The part of the page that is looked at; `html` for all of it.
    part: &'static str,
}

const fn state(name: &'static str, reach: fn(&Page), part: &'static str) -> State {
    State { name, reach, part }
}

/// What a visitor meets first, step by step.
const DUEL: [State; 10] = [
    state("the opening", |_| {}, "html"),
    state(
        "the keys",
        |page| {
            page.click_part("keys-open");
            page.wait_for("[data-part=\"keys\"][open]");
        },
        "html",
    ),
    state(
        "a link to be shared",
        |page| {
            page.press(Key::Escape);
            page.click_part("share");
            page.wait_for("dialog[open] [data-part=\"share-figure\"]");
        },
        "html",
    ),
    state(
        "a popover",
        |page| {
            page.press(Key::Escape);
            page.click_token(3);
        },
        "#duel",
    ),
    state(
        "a popover that was given no word",
        |page| {
            page.click_part("edit-replace");
            page.wait_for("[data-part=\"edit-error\"]");
        },
        "#duel",
    ),
    state(
        "an edited chain",
        |page| {
            page.press(Key::Escape);
            page.click("[data-intervention=\"added_mistake\"]");
            page.settled_edit();
        },
        "html",
    ),
    state(
        "a chain in another language",
        |page| {
            page.click("[data-intervention=\"translate\"]");
            page.settled_edit();
        },
        "#duel",
    ),
    state(
        "a problem outside of training",
        |page| {
            page.type_problem("-37 × 58 mod 7");
            page.settled_for("-37 × 58 mod 7");
        },
        "#duel",
    ),
    state(
        "something typed that is no problem",
        |page| {
            page.type_text("seven");
            page.until("a complaint", |view| view.error.is_some());
        },
        "#duel",
    ),
    state(
        "a model in training",
        |page| {
            page.scroll_to("[data-part=\"checkpoint-slider\"]");
            page.browser.eval(
                "const slider = document.querySelector('[data-part=\"checkpoint-slider\"]');
                slider.value = 0;
                slider.dispatchEvent(new Event('input', { bubbles: true }));",
                &[],
            );
            page.until("the first checkpoint", |view| {
                view.is_settled()
                    && view
                        .checkpoint
                        .as_deref()
                        .is_some_and(|at| !at.contains("128"))
            });
        },
        "main",
    ),
];

/// What can be asked of the figures, once all are shown.
const ASKED: [State; 7] = [
    state("everything shown", |_| {}, "html"),
    state(
        "a test run here",
        |page| {
            page.click_part("live-run");
            page.wait_for(".live-outcome");
        },
        "[data-part=\"battery\"]",
    ),
    state(
        "a cell of the map",
        |page| {
            page.scroll_to("[data-part=\"map-board\"]");
            focus(page, "[data-part=\"map-board\"]");
            page.press(Key::Right);
            page.wait_for("[data-part=\"map-problem\"]");
        },
        "[data-part=\"map\"]",
    ),
    state(
        "a mark of the frontier",
        |page| {
            focus(page, "[data-operands] [data-mark][tabindex=\"0\"]");
            page.wait_for("[data-part=\"frontier-detail\"] .detail-title");
        },
        "[data-part=\"frontier\"]",
    ),
    state(
        "a mark of the plane",
        |page| {
            focus(page, ".plane-plot [data-mark][tabindex=\"0\"]");
            page.wait_for("[data-part=\"plane-detail\"] .detail-title");
        },
        "[data-part=\"plane\"]",
    ),
    state(
        "all verdicts",
        |page| {
            page.click_part("debate-open");
            page.wait_for("[data-part=\"claim-verdict\"]");
        },
        "[data-part=\"debate\"]",
    ),
    state(
        "a claim run here",
        |page| {
            focus(page, ".threads [data-claim=\"O2\"]");
            page.press(Key::Enter);
            page.click_part("claim-sample");
            page.wait_attribute("[data-part=\"claim-run\"]", "data-state", "ended");
        },
        "[data-part=\"debate\"]",
    ),
];

/// Figures by themselves, as in a frame of another page.
const EMBEDDED: [&str; 4] = [
    "?embed=duel",
    "?embed=map",
    "?embed=plane",
    "?embed=claim:P3",
];

/// The pages beside the page.
const DOCUMENTS: [&str; 4] = ["methods.html", "results.html", "sources.html", "log.html"];

/// The rules: all of WCAG to its level AA, and what is good practice beside.
const LOOK: &str = "return axe.run(document.querySelector(arguments[0]), {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
    }).then(found => found.violations.map(rule => ({
        rule: rule.id,
        help: rule.help,
        elements: rule.nodes.map(node => ({ html: node.html.slice(0, 300), why: node.failureSummary })),
    })))";

#[derive(Debug, Deserialize)]
struct Violation {
    rule: String,
    help: String,
    elements: Vec<Element>,
}

#[derive(Debug, Deserialize)]
struct Element {
    html: String,
    why: String,
}

/// The text of axe: the file that SYW_AXE names, else the one that `cargo xtask test` puts into tools/.
static AXE: LazyLock<String> = LazyLock::new(|| {
    let usual = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/axe-core/package/axe.min.js");
    let path = env::var_os("SYW_AXE").map_or(usual, Into::into);
    fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!(
            "{}: {error}; `cargo xtask test` provides it",
            path.display()
        )
    })
});

/// Looks at a part of what is shown, in both themes.
#[track_caller]
fn check(page: &Page, name: &str, part: &str) {
    page.browser
        .eval(&format!("if (!window.axe) {{ {}\n }}", AXE.as_str()), &[]);
    for theme in ["light", "dark"] {
        let dress = "document.documentElement.dataset.theme = arguments[0]";
        page.browser.eval(dress, &[json!(theme)]);
        let found = page.browser.eval(LOOK, &[json!(part)]);
        let found: Vec<Violation> = serde_json::from_value(found).expect("a list of violations");
        let lines: Vec<String> = found.iter().map(Violation::lines).collect();
        assert!(lines.is_empty(), "{name}, {theme}:\n{}", lines.join("\n\n"));
    }
    page.browser
        .eval("delete document.documentElement.dataset.theme", &[]);
}

impl Violation {
    fn lines(&self) -> String {
        let elements = self.elements.iter();
        let elements = elements.map(|element| format!("  {}\n    {}", element.html, element.why));
        format!(
            "{}: {}\n{}",
            self.rule,
            self.help,
            elements.collect::<Vec<_>>().join("\n")
        )
    }
}

#[track_caller]
fn walk(page: &Page, states: &[State]) {
    for state in states {
        (state.reach)(page);
        check(page, state.name, state.part);
    }
}

#[track_caller]
fn focus(page: &Page, css: &str) {
    page.wait_for(css);
    page.browser.eval(
        "document.querySelector(arguments[0]).focus()",
        &[json!(css)],
    );
}

#[test]
fn axe_finds_nothing_in_the_duel() {
    let (page, _) = Page::live("");
    walk(&page, &DUEL);
}

#[test]
fn axe_finds_nothing_in_any_figure() {
    let (page, _) = Page::live("");
    for figure in &FIGURES {
        show(&page, figure);
        // A figure's section, which is also what it is asked from.
        let mark = "document.querySelectorAll('[data-looked-at]').forEach(part => delete part.dataset.lookedAt);
            document.querySelector(arguments[0]).closest('section').dataset.lookedAt = ''";
        page.browser.eval(mark, &[json!(figure.shown)]);
        check(&page, figure.name, "[data-looked-at]");
    }
}

#[test]
fn axe_finds_nothing_in_what_figures_are_asked() {
    let (page, _) = Page::live("");
    show_all(&page);
    walk(&page, &ASKED);
}

#[test]
fn axe_finds_nothing_in_a_failure() {
    for (file, place, name) in [
        ("worker_bg.wasm", "", "no engine"),
        ("model.onnx", "", "no model"),
        ("show-your-work-", "", "no program"),
        (
            "results/claims.json",
            "#debate-title",
            "no file of a figure",
        ),
    ] {
        let page = Page::open(Visit {
            fault: Some((file, Fault::Missing)),
            ..Visit::default()
        });
        if !place.is_empty() {
            page.settled();
            page.until_live("#app");
            page.scroll_to(place);
        }
        page.until("a message", |view| !view.notices.is_empty());
        check(&page, name, "html");
    }
}

#[test]
fn axe_finds_nothing_in_one_figure_by_itself() {
    for hash in EMBEDDED {
        let page = Page::open(Visit {
            hash,
            ..Visit::default()
        });
        page.wait_for("[data-part=\"embed\"]");
        check(&page, hash, "html");
    }
}

#[test]
fn axe_finds_nothing_in_the_pages_beside() {
    let page = Page::open(Visit::default());
    for document in DOCUMENTS {
        let address = format!("{}{document}", page.site.url());
        page.browser
            .drive(async |client| client.goto(&address).await);
        let is_whole = "return document.readyState === 'complete' ? [] : ['still loading']";
        page.browser
            .wait(document, || match complaints(&page, is_whole).pop() {
                None => Ok(()),
                Some(found) => Err(found),
            });
        check(&page, document, "html");
    }
}
