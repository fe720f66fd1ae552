//! The page as the tests see it: what a visitor can do, and one look at everything shown.

use std::path::Path;
use std::{fs, thread};

use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use serde::Deserialize;
use serde_json::{Value, json};
use syw_core::chain::{self, Parsed};
use syw_core::{Problem, Token};

use crate::driver::{Browser, Machine};
use crate::server::{Fault, Site};

/// How a visit begins.
#[derive(Default)]
pub(crate) struct Visit {
    pub(crate) machine: Machine,
    /// What the address ends with, "#" included.
    pub(crate) hash: &'static str,
    /// Runs before anything of the page.
    pub(crate) script: &'static str,
    /// The files that fail, by a part of their path.
    pub(crate) fault: Option<(&'static str, Fault)>,
}

/// An open page.
pub(crate) struct Page {
    pub(crate) browser: Browser,
    pub(crate) site: Site,
}

/// All that a visitor can read off the page at one moment.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct View {
    /// The problem whose results are shown, in canonical form.
    pub(crate) problem: Option<String>,
    /// `recorded`, `working`, `done` or `failed`.
    pub(crate) state: Option<String>,
    /// `recorded`, `loading`, `live` or `failed`.
    pub(crate) status: Option<String>,
    /// What stands in the input.
    pub(crate) typed: Option<String>,
    pub(crate) error: Option<String>,
    pub(crate) large: Answer,
    pub(crate) small: Answer,
    /// The completion of the small model, as it is shown.
    pub(crate) tokens: Vec<String>,
    /// What the step checker says, step by step.
    pub(crate) marks: Vec<bool>,
    /// The completion as it was before an edit.
    pub(crate) original: Option<String>,
    pub(crate) sentence: Option<String>,
    pub(crate) response: Option<String>,
    pub(crate) notices: Vec<Notice>,
    /// Whether there is a button that tries again.
    pub(crate) can_retry: bool,
    pub(crate) has_popover: bool,
    /// What the checkpoint slider says.
    pub(crate) checkpoint: Option<String>,
    pub(crate) hash: String,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Answer {
    /// Empty where there is none.
    pub(crate) text: Option<String>,
    pub(crate) is_correct: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(crate) struct Notice {
    pub(crate) failure: Option<String>,
    pub(crate) text: String,
}

const LOOK: &str = r#"
const part = name => document.querySelector(`[data-part="${name}"]`);
const all = selector => [...document.querySelectorAll(selector)];
const text = name => { const found = part(name)?.innerText.trim(); return found ? found : null; };
const answer = size => ({
    text: part(`${size}-answer`)?.dataset.answer ?? null,
    is_correct: part(`${size}-verdict`)?.dataset.correct ?? null,
});
return {
    problem: part("duel")?.dataset.problem ?? null,
    state: part("duel")?.dataset.state ?? null,
    status: part("engine-status")?.dataset.status ?? null,
    typed: part("problem-input")?.value ?? null,
    error: text("problem-error"),
    large: answer("large"),
    small: answer("small"),
    tokens: all('[data-part="small-chain"] [data-token-idx]').map(token => token.dataset.token),
    marks: all('[data-part="step-mark"]').map(mark => mark.dataset.valid === "true"),
    original: text("original-chain"),
    sentence: text("edit-sentence"),
    response: part("edit-sentence")?.dataset.response || null,
    notices: all('[data-part="notice"]').filter(notice => notice.checkVisibility() && notice.textContent.trim())
        .map(notice => ({ failure: notice.dataset.failure ?? null, text: notice.innerText || notice.textContent })),
    can_retry: all('[data-part="retry"]').some(button => button.checkVisibility() && !button.disabled),
    has_popover: part("edit-popover")?.checkVisibility() ?? false,
    checkpoint: part("checkpoint-slider")?.getAttribute("aria-valuetext") ?? null,
    hash: location.hash,
};
"#;

impl View {
    pub(crate) fn is(&self, state: &str) -> bool {
        self.state.as_deref() == Some(state)
    }

    /// Whether the models have ended, in this browser, for what is chosen.
    pub(crate) fn is_settled(&self) -> bool {
        self.is("done") && self.status.as_deref() == Some("live")
    }

    #[track_caller]
    pub(crate) fn problem(&self) -> Problem {
        let problem = self.problem.as_deref().expect("a problem is shown");
        problem.parse().expect("the problem is one")
    }

    /// The completion of the small model as core knows it.
    #[track_caller]
    pub(crate) fn completion(&self) -> Vec<Token> {
        let token =
            |text: &String| Token::from_text(text).unwrap_or_else(|| panic!("a token: {text:?}"));
        self.tokens.iter().map(token).collect()
    }

    pub(crate) fn parsed(&self) -> Parsed {
        chain::parse(&self.completion())
    }

    pub(crate) fn n_steps(&self) -> usize {
        self.parsed().steps().count()
    }

    /// Where the result of a step ends in the completion: the token before its last one.
    #[track_caller]
    pub(crate) fn end_of_result(&self, step_idx: usize) -> usize {
        let parsed = self.parsed();
        let (segment, _) = parsed.steps().nth(step_idx).expect("the step exists");
        segment.span.end - 2
    }

    pub(crate) fn has_failure(&self, failure: &str) -> bool {
        self.notices
            .iter()
            .any(|notice| notice.failure.as_deref() == Some(failure))
    }
}

impl Answer {
    pub(crate) fn number(&self) -> Option<i64> {
        self.text.as_deref().and_then(|text| text.parse().ok())
    }
}

impl Page {
    /// A visit to a figure whose file does not arrive as it should: the failure stands in the figure's place, names the file,
    /// and is mended by a retry. `place` is what to scroll to, `figure` what then appears.
    #[track_caller]
    pub(crate) fn check_fault(file: &'static str, fault: Fault, place: &str, figure: &str) -> Page {
        let page = Page::open(Visit {
            fault: Some((file, fault)),
            ..Visit::default()
        });
        page.settled();
        page.until_live("#app");
        page.scroll_to(place);
        let failed = page.until("a message", |view| view.has_failure("results"));
        assert!(failed.can_retry, "{failed:#?}");
        assert!(failed.notices[0].text.contains(file), "{failed:#?}");
        page.site.heal();
        page.click_part("retry");
        page.wait_for(figure);
        assert_eq!(page.view().notices, []);
        page
    }

    /// Opens the page and does not wait for anything.
    #[track_caller]
    pub(crate) fn open(visit: Visit) -> Page {
        let site = Site::start(visit.script);
        if let Some((part, fault)) = visit.fault {
            site.set_fault(part, fault);
        }
        let page = Page::on(site, &visit.machine);
        page.go_to(visit.hash);
        page
    }

    /// A browser that has not gone anywhere, for a site.
    #[track_caller]
    pub(crate) fn on(site: Site, machine: &Machine) -> Page {
        let browser = Browser::start(machine);
        Page { browser, site }
    }

    /// Opens the page and waits until both models have ended.
    #[track_caller]
    pub(crate) fn live(hash: &'static str) -> (Page, View) {
        let page = Page::open(Visit {
            hash,
            ..Visit::default()
        });
        let view = page.settled();
        (page, view)
    }

    /// Leaves the page and opens it anew, as a link would, until all of it lives or it says why it cannot; with files that fail, at once.
    #[track_caller]
    pub(crate) fn go_to(&self, hash: &str) {
        let address = format!("{}{hash}", self.site.url());
        self.browser.drive(async |client| {
            // Without this step a change of nothing but the hash would not load the page again.
            client.goto("about:blank").await?;
            client.goto(&address).await
        });
        if self.site.has_fault() {
            return;
        }
        let stands =
            "return document.querySelector('#app[data-mounted=all], [data-failure=page]') !== null";
        self.browser.wait("all parts of the page", || {
            match self.browser.eval(stands, &[]) {
                Value::Bool(true) => Ok(()),
                found => Err(found.to_string()),
            }
        });
    }

    #[track_caller]
    pub(crate) fn view(&self) -> View {
        self.look()
            .unwrap_or_else(|found| panic!("no view of the page, but {found}"))
    }

    /// What is seen, or what came in its place: a document that gives way to another one says nothing.
    #[track_caller]
    fn look(&self) -> Result<View, String> {
        let found = self.browser.eval(LOOK, &[]);
        View::deserialize(&found).map_err(|error| format!("{found}: {error}"))
    }

    /// Looks until what is seen fits.
    #[track_caller]
    pub(crate) fn until(&self, what: &str, fits: impl Fn(&View) -> bool) -> View {
        self.browser.wait(what, || {
            let view = self.look()?;
            match fits(&view) {
                true => Ok(view),
                false => Err(format!("{view:#?}")),
            }
        })
    }

    /// Adds rules to the page's own, in the way that its policy leaves open.
    #[track_caller]
    pub(crate) fn add_style(&self, rules: &str) {
        let adopt = "const sheet = new CSSStyleSheet();
            sheet.replaceSync(arguments[0]);
            document.adoptedStyleSheets.push(sheet)";
        self.browser.eval(adopt, &[json!(rules)]);
    }

    /// Looks from here on at what the first frame of the present document shows.
    #[track_caller]
    pub(crate) fn enter_frame(&self) {
        self.browser.wait("a frame to enter", || {
            let entered = self
                .browser
                .drive(async |client| Ok::<_, String>(client.enter_frame(0).await));
            entered.map_err(|error| error.to_string())
        });
    }

    /// Waits until a script returns `true`.
    #[track_caller]
    pub(crate) fn until_true(&self, what: &str, script: &str) {
        self.browser
            .wait(what, || match self.browser.eval(script, &[]) {
                Value::Bool(true) => Ok(()),
                other => Err(other.to_string()),
            });
    }

    /// Waits until no piece of a part waits for its turn to be put up.
    #[track_caller]
    pub(crate) fn until_live(&self, part: &str) {
        let script = format!(
            "return document.querySelector('{part}') !== null && document.querySelector('{part} [data-turn]:not([data-live])') === null"
        );
        self.until_true(&format!("all of {part}"), &script);
    }

    /// Waits until the page is at the place of this id, and the focus with it.
    #[track_caller]
    pub(crate) fn until_at(&self, id: &str) {
        let script = format!(
            "const place = document.getElementById('{id}');
            const top = place?.getBoundingClientRect().top ?? Infinity;
            return document.activeElement === place && top > -100 && top < 400"
        );
        self.until_true(&format!("to be at {id}"), &script);
    }

    /// Looks from here on at the document around the present frame.
    #[track_caller]
    pub(crate) fn leave_frame(&self) {
        self.browser
            .drive(async |client| client.enter_parent_frame().await);
    }

    #[track_caller]
    pub(crate) fn settled(&self) -> View {
        self.until("both models have ended", View::is_settled)
    }

    /// Looks until both models have ended for a problem.
    #[track_caller]
    pub(crate) fn settled_for(&self, problem: &str) -> View {
        self.until(&format!("both models have ended for {problem}"), |view| {
            view.is_settled() && view.problem.as_deref() == Some(problem)
        })
    }

    /// Looks until an edit has been made and judged.
    #[track_caller]
    pub(crate) fn settled_edit(&self) -> View {
        self.until("the model has ended after an edit", |view| {
            view.is_settled() && view.response.is_some()
        })
    }

    /// Waits until there is a visible element.
    #[track_caller]
    pub(crate) fn wait_for(&self, css: &str) -> Element {
        self.browser.wait(&format!("an element {css}"), || {
            let found = self.browser.drive(async |client| {
                // WebKit finds elements that are gone before it can tell which.
                match client.find_all(Locator::Css(css)).await {
                    Err(error) if error.is_stale_element_reference() => Ok(Vec::new()),
                    found => found,
                }
            });
            let visible = found.into_iter().find(|element| {
                self.browser
                    .drive(async |_| element.is_displayed().await.or_else(gone_is_hidden))
            });
            visible.ok_or_else(|| "no such element".to_owned())
        })
    }

    /// An attribute of the first element that a selector finds; empty where there is none, or where its document
    /// gives way to another one.
    #[track_caller]
    pub(crate) fn attribute(&self, css: &str, name: &str) -> String {
        let script =
            "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? ''";
        let found = self.browser.eval(script, &[json!(css), json!(name)]);
        found.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until an attribute has a value.
    #[track_caller]
    pub(crate) fn wait_attribute(&self, css: &str, name: &str, value: &str) {
        self.browser
            .wait(&format!("{css} with {name}={value}"), || {
                match self.attribute(css, name) {
                    found if found == value => Ok(()),
                    found => Err(found),
                }
            });
    }
}

fn gone_is_hidden(error: CmdError) -> Result<bool, CmdError> {
    if error.is_stale_element_reference() {
        Ok(false)
    } else {
        Err(error)
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if !thread::panicking() {
            return;
        }
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/browser-failures");
        let name = thread::current()
            .name()
            .unwrap_or("test")
            .replace("::", "-");
        if let Some(png) = self.browser.screenshot()
            && fs::create_dir_all(&folder).is_ok()
        {
            let _ = fs::write(folder.join(format!("{name}.png")), png);
        }
    }
}
