//! What a visitor does with a pointer and a keyboard.

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::page::Page;

impl Page {
    /// Brings an element to the top of the window, as a reader who scrolls there would.
    #[track_caller]
    pub(crate) fn scroll_to(&self, css: &str) {
        self.jump_to(css);
        if Engine::chosen() == Engine::WebKit {
            self.go_on_to(css);
        }
    }

    /// Goes there once, and does not look whether it got there.
    #[track_caller]
    pub(crate) fn jump_to(&self, css: &str) {
        self.wait_for(css);
        // Asked where it is, it is laid out: Firefox scrolls to nothing else.
        let script = "const place = document.querySelector(arguments[0]);
            place.getBoundingClientRect(); place.scrollIntoView()";
        self.browser.eval(script, &[json!(css)]);
    }

    /// WebKit tells the page of a jump at the next frame. Where a part above has grown until then, the page cannot know where its reader wanted to be
    /// (`src/components/anchor.rs`): a reader who sees that goes there again.
    #[track_caller]
    fn go_on_to(&self, css: &str) {
        self.browser.wait(&format!("to be at {css}"), || {
            let top =
                "document.querySelector(arguments[0])?.getBoundingClientRect().top ?? Infinity";
            let is_there = format!(
                "scrollY + innerHeight > document.body.scrollHeight - 1 || Math.abs({top}) < 100"
            );
            if self.until_still(top, json!(css), 3, &is_there) == json!(true) {
                return Ok(());
            }
            self.jump_to(css);
            Err("it is elsewhere".to_owned())
        });
    }

    #[track_caller]
    pub(crate) fn click(&self, css: &str) {
        // Looked for again where the page was drawn anew between finding and clicking.
        self.browser.wait(&format!("a click on {css}"), || {
            let element = self.wait_for(css);
            if Engine::chosen() == Engine::WebKit {
                self.bring_into_sight(&element)?;
            }
            self.watch_press(css);
            let click = self
                .browser
                .drive(async |_| Ok::<_, String>(element.click().await));
            click.map_err(|error| error.to_string())?;
            match self.pressed_beside() {
                true => Err("it came down beside it".to_owned()),
                false => Ok(()),
            }
        });
    }

    /// Notes whether the next press comes down on an element or beside it.
    #[track_caller]
    fn watch_press(&self, css: &str) {
        let script = "window.isBeside = false;
            const note = ({ target }) => { window.isBeside = !target.closest(arguments[0]) };
            addEventListener('click', note, { capture: true, once: true })";
        self.browser.eval(script, &[json!(css)]);
    }

    /// A driver looks where a thing is, and presses there a while later: what has moved meanwhile is pressed again. The press may have led to
    /// another page.
    #[track_caller]
    fn pressed_beside(&self) -> bool {
        let script = "return window.isBeside ?? false";
        self.browser.eval(script, &[]) == json!(true)
    }

    /// WebKit's driver brings nothing into sight that stands above the window, and presses where a thing was laid out, though the page has yet
    /// to hold its place (`src/components/anchor.rs`): a reader presses what stands still.
    /// Fails where it is gone.
    #[track_caller]
    fn bring_into_sight(&self, element: &Element) -> Result<(), String> {
        let script = "const [element] = arguments, { top, bottom } = element.getBoundingClientRect();
            window.sought = element;
            if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: 'center', behavior: 'instant' })";
        let element = serde_json::to_value(element).expect("a reference");
        let found = self
            .browser
            .drive(async |client| Ok::<_, String>(client.execute(script, vec![element]).await));
        found.map_err(|error| error.to_string())?;
        let top = "window.sought.getBoundingClientRect().top";
        self.until_still(top, Value::Null, 10, "true");
        Ok(())
    }

    /// Waits until a value has been the same for so many frames, and asks something else then. `arguments[0]` in both is what is given. A tab behind
    /// another one is not drawn, and not waited for.
    #[track_caller]
    pub(crate) fn until_still(
        &self,
        value: &str,
        given: Value,
        n_frames: u32,
        then: &str,
    ) -> Value {
        let script = format!(
            "const done = () => arguments[1]({then}), value = () => {value};
            if (document.hidden) return done();
            let last = value(), still = 0;
            const look = () => {{
                const before = last;
                last = value();
                still = last === before ? still + 1 : 0;
                still > {n_frames} ? done() : requestAnimationFrame(look);
            }};
            look()"
        );
        self.browser
            .drive(async |client| client.execute_async(&script, vec![given]).await)
    }

    #[track_caller]
    pub(crate) fn click_part(&self, part: &str) {
        self.click(&format!("[data-part=\"{part}\"]"));
    }

    #[track_caller]
    pub(crate) fn click_token(&self, idx: usize) {
        self.click(&format!(
            "[data-part=\"small-chain\"] [data-token-idx=\"{idx}\"]"
        ));
        self.wait_for("[data-part=\"edit-popover\"]");
    }

    /// Puts a text in the place of what stands in the input, and nothing more.
    #[track_caller]
    pub(crate) fn type_text(&self, text: &str) {
        let input = self.wait_for("[data-part=\"problem-input\"]");
        self.browser.drive(async |_| {
            input.clear().await?;
            input.send_keys(text).await
        });
    }

    #[track_caller]
    pub(crate) fn type_problem(&self, text: &str) {
        self.type_text(text);
        self.press(Key::Enter);
    }

    /// Types at the element that has the focus.
    #[track_caller]
    pub(crate) fn send_keys(&self, text: &str) {
        self.browser
            .drive(async |client| focused(client).await?.send_keys(text).await);
    }

    #[track_caller]
    pub(crate) fn press(&self, key: Key) {
        self.send_keys(&char::from(key).to_string());
    }

    /// Presses Tab until the focus is on an element that fits.
    #[track_caller]
    pub(crate) fn tab_to(&self, css: &str) {
        for _ in 0..MAX_TABS {
            if self.has_focus(css) {
                return;
            }
            self.press(Key::Tab);
        }
        panic!("{MAX_TABS} presses of Tab do not reach {css}");
    }

    #[track_caller]
    pub(crate) fn has_focus(&self, css: &str) -> bool {
        let script = "return document.activeElement?.matches(arguments[0]) ?? false";
        self.browser.eval(script, &[json!(css)]) == Value::Bool(true)
    }
}

/// More than there are places that take the focus.
const MAX_TABS: usize = 400;

/// The element that has the focus, or else the whole document.
async fn focused(client: &Client) -> Result<Element, CmdError> {
    // WebKit does not know again what it calls active in a frame.
    if Engine::chosen() == Engine::WebKit {
        match client.find(Locator::Css(":focus")).await {
            Err(error) if error.is_no_such_element() => {}
            found => return found,
        }
    }
    client.active_element().await
}
