//! What the Share dialog hands out, pasted into stand-ins of the hosts that apply these hosts' own rules: their sandboxes, the
//! attributes that they let through, the heights that they allow, what they listen for.

use serde_json::json;
use show_your_work::query::{Figure, Query};
use show_your_work::share::{Host, Shared, snippet};

use crate::driver::Machine;
use crate::embed::{open_host, wait_for_value};
use crate::page::Page;
use crate::server::Site;

fn shared(site: &Site) -> Shared {
    Shared {
        page: site.url(),
        figure: Some(Figure::Duel),
        query: Query::default(),
        hash: "p=37%20%C3%97%2058%20mod%207".into(),
        proved: "p=37%20%C3%97%2058%20mod%207".into(),
        title: "The same problem, twice".into(),
    }
}

/// A text as a literal of JavaScript inside of a script element.
fn literal(text: &str) -> String {
    json!(text).to_string().replace('<', "\\x3c")
}

/// A site whose files any page may read, as the page's hosts serve them.
fn open_site() -> Site {
    let site = Site::start("");
    site.allow_all_origins();
    site
}

/// Looks into the frame, `n_frames` deep, where the figure runs on what was shared, with its host's origin or without any, and
/// comes back. A frame can be entered before its document is there, so that nothing is asked of it before the figure has run.
#[track_caller]
fn check_it_runs(page: &Page, n_frames: usize, has_origin: bool) {
    for _ in 0..n_frames {
        page.enter_frame();
    }
    let view = page.settled_for("37 × 58 mod 7");
    assert_eq!(view.notices, []);
    let is_without = page.browser.eval("return self.origin === 'null'", &[]);
    assert_eq!(is_without, json!(!has_origin));
    for _ in 0..n_frames {
        page.leave_frame();
    }
}

/// Waits until the only frame of the host has another height than it began with, which comes from the figure.
#[track_caller]
fn check_it_grows(page: &Page, from: i64) {
    let height = "return document.querySelector('iframe').clientHeight";
    wait_for_value(page, "a frame as high as its content", height, |height| {
        height
            .as_i64()
            .is_some_and(|height| height > 200 && height != from)
    });
}

#[test]
fn a_plain_page_needs_no_script_of_ours() {
    let site = Site::start("");
    let body = snippet(Host::Frame, &shared(&site));
    let page = open_host(site, &Machine::default(), "", &body);
    check_it_runs(&page, 1, true);
    check_it_grows(&page, 520);
}

/// LessWrong: the widget is a document of its own in a sandbox with scripts alone, 400 high until it says how high it is.
#[test]
fn a_less_wrong_widget_passes_the_height_on() {
    let site = open_site();
    let widget = snippet(Host::LessWrong, &shared(&site));
    let host = "addEventListener('message', ({ source, data }) => {
        const frame = document.querySelector('iframe');
        if (source !== frame.contentWindow || data?.type !== 'iframe-widget-resize' || typeof data.height !== 'number') return;
        frame.style.height = `${Math.min(Math.max(data.height, 50), 5000)}px`;
    });";
    let body = format!(
        "<script>const frame = document.createElement('iframe');
            frame.sandbox = 'allow-scripts'; frame.style.cssText = 'width: 680px; height: 400px; border: 0';
            frame.srcdoc = {}; document.body.append(frame);</script>",
        literal(&widget)
    );
    let page = open_host(site, &Machine::default(), host, &body);
    check_it_runs(&page, 2, false);
    check_it_grows(&page, 400);
}

/// Canvas and Moodle keep the size of a frame and its address, and listen for nothing.
#[test]
fn a_course_keeps_only_the_size_of_a_frame() {
    let site = open_site();
    let pasted = snippet(Host::Moodle, &shared(&site));
    let body = format!(
        "<script>const pasted = new DOMParser().parseFromString({}, 'text/html').querySelector('iframe');
            const kept = ['src', 'width', 'height', 'name', 'align', 'frameborder', 'scrolling', 'sandbox', 'allowfullscreen'];
            for (const name of pasted.getAttributeNames()) if (!kept.includes(name)) pasted.removeAttribute(name);
            document.body.append(pasted);</script>",
        literal(&pasted)
    );
    let page = open_host(site, &Machine::default(), "", &body);
    check_it_runs(&page, 1, true);
    let kept = page.browser.eval(
        "const frame = document.querySelector('iframe'); return [frame.width, frame.height]",
        &[],
    );
    assert_eq!(kept, json!(["100%", "520"]));
}

/// Notion and Coda put the address into a sandboxed frame.
#[test]
fn an_address_alone_is_enough_in_a_sandbox() {
    let site = open_site();
    let address = snippet(Host::Notion, &shared(&site)).replace('&', "&amp;");
    let body = format!(
        "<iframe sandbox=\"allow-scripts allow-popups allow-forms\" width=\"680\" height=\"600\" src=\"{address}\"></iframe>"
    );
    let page = open_host(site, &Machine::default(), "", &body);
    check_it_runs(&page, 1, false);
}

/// Observable runs a cell in a sandbox of its own and takes the value of the element that it comes to.
#[test]
fn a_cell_of_a_notebook_has_the_settings_as_its_value() {
    let site = open_site();
    let cell = snippet(Host::Observable, &shared(&site));
    let body = cell
        .strip_prefix("viewof showYourWork = ")
        .expect("a cell with a view");
    let run = format!(
        "<script>const cell = (invalidation => {body})(new Promise(() => {{}}));
            window.values = []; cell.addEventListener('input', () => window.values.push(cell.value)); document.body.append(cell);</script>"
    );
    let page = open_host(site, &Machine::default(), "", &run);
    page.enter_frame();
    page.settled_for("37 × 58 mod 7");
    page.click("[data-intervention=\"filler_tokens\"]");
    page.settled_edit();
    page.leave_frame();
    check_it_grows(&page, 520);
    let value = "return document.querySelector('iframe').value";
    wait_for_value(&page, "the settings", value, |value| {
        value
            .as_str()
            .is_some_and(|value| value.contains("e=filler"))
    });
    let told = page.browser.eval("return window.values.length", &[]);
    assert!(told.as_i64() > Some(0));
}

/// Jupyter: `IFrame` writes this, with the address as it is.
#[test]
fn a_notebook_shows_a_frame_and_a_picture() {
    let site = open_site();
    let cell = snippet(Host::Jupyter, &shared(&site));
    let texts: Vec<String> = cell
        .lines()
        .filter_map(|line| {
            let (_, rest) = line
                .split_once("(\"")
                .or_else(|| line.split_once("(IFrame(\""))?;
            let end = rest.rfind('"')?;
            let text = rest[..end].split("\", width").next()?;
            Some(
                text.replace("\\x3c", "<")
                    .replace("\\x3e", ">")
                    .replace("\\\"", "\""),
            )
        })
        .collect();
    let [address, picture] = texts.as_slice() else {
        panic!("{texts:?}");
    };
    let body = format!(
        "<iframe width=\"100%\" height=\"520\" src=\"{}\" frameborder=\"0\" allowfullscreen></iframe>{picture}",
        address.replace('&', "&amp;")
    );
    let page = open_host(site, &Machine::default(), "", &body);
    check_it_runs(&page, 1, true);
    wait_for_value(
        &page,
        "the picture",
        "return document.querySelector('img').naturalWidth",
        |width| *width == json!(1200),
    );
}

/// The custom element passes on what its frame tells.
#[test]
fn an_element_tells_what_a_reader_has_set_and_takes_another_theme() {
    let site = Site::start("");
    let body = snippet(Host::Element, &shared(&site));
    let listen = "window.told = []; addEventListener('DOMContentLoaded', () =>
        document.querySelector('show-your-work').addEventListener('ready', event => window.told.push(event.detail)));";
    let page = open_host(site, &Machine::default(), listen, &body);
    wait_for_value(&page, "the figure", "return window.told", |told| {
        *told == json!(["duel"])
    });
    let inside = "const frame = document.querySelector('show-your-work').shadowRoot.querySelector('iframe');
        return [frame.title, frame.sandbox.contains('allow-scripts'), frame.contentDocument.documentElement.dataset.theme ?? '']";
    let found = page.browser.eval(inside, &[]);
    assert_eq!(found, json!(["Show Your Work", true, ""]));
    // Other settings are another address of the same document.
    let mark = "document.querySelector('show-your-work').shadowRoot.querySelector('iframe').contentWindow.isMarked = true;
        document.querySelector('show-your-work').setAttribute('hash', 'p=6%20+%202%20mod%205')";
    page.browser.eval(mark, &[]);
    let shown = "const frame = document.querySelector('show-your-work').shadowRoot.querySelector('iframe');
        const duel = frame.contentDocument.querySelector('[data-part=\"duel\"]');
        return [frame.contentWindow.isMarked === true, duel?.dataset.problem ?? '', duel?.dataset.state ?? '']";
    wait_for_value(&page, "the other problem", shown, |found| {
        *found == json!([true, "6 + 2 mod 5", "done"])
    });
    page.browser.eval(
        "document.querySelector('show-your-work').setAttribute('theme', 'dark')",
        &[],
    );
    wait_for_value(&page, "the dark theme", inside, |found| {
        found[2] == json!("dark")
    });
}

/// WordPress: reads the page of the figure for the place of its description, keeps a frame with few attributes of what that says,
/// puts it into a sandbox, gives it a secret, and takes heights from 200 to 1000 from whoever knows it.
#[test]
fn a_word_press_post_shows_the_figure_of_an_address() {
    let site = open_site();
    let address = snippet(Host::WordPress, &shared(&site));
    let host = format!(
        "addEventListener('message', event => {{
            const data = event.data;
            if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
            for (const frame of document.querySelectorAll(`iframe[data-secret=\"${{data.secret}}\"]`)) {{
                if (event.source !== frame.contentWindow || data.message !== 'height') continue;
                frame.height = Math.min(Math.max(parseInt(data.value, 10), 200), 1000);
            }}
        }});
        addEventListener('DOMContentLoaded', async () => {{
            const read = html => new DOMParser().parseFromString(html, 'text/html');
            const address = {address};
            const page = read(await (await fetch(address)).text());
            const link = page.querySelector('link[rel=alternate][type=\"application/json+oembed\"]').getAttribute('href');
            const described = await (await fetch(new URL(link, address))).json();
            const frame = read(described.html).querySelector('iframe');
            const kept = ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'];
            for (const name of frame.getAttributeNames()) if (!kept.includes(name)) frame.removeAttribute(name);
            const secret = 'a1B2c3D4e5';
            frame.setAttribute('sandbox', 'allow-scripts');
            frame.setAttribute('security', 'restricted');
            frame.setAttribute('data-secret', secret);
            frame.src = `${{new URL(frame.getAttribute('src'), address).href}}#?secret=${{secret}}`;
            document.body.append(frame);
        }});",
        address = literal(&address)
    );
    let page = open_host(site, &Machine::default(), &host, "");
    page.enter_frame();
    let view = page.settled();
    assert_eq!(view.notices, []);
    assert_eq!(page.browser.eval("return self.origin", &[]), json!("null"));
    let content = "return Math.ceil(document.querySelector('[data-part=embed]').getBoundingClientRect().height)";
    let content = page.browser.eval(content, &[]).as_i64().unwrap_or_default();
    page.leave_frame();
    let height = "return Number(document.querySelector('iframe').height)";
    wait_for_value(&page, "a frame as high as its content", height, |height| {
        height.as_i64() == Some(content) && content <= 1000
    });
}

#[test]
fn a_figures_own_page_leads_to_the_figure() {
    let page = Page::on(Site::start(""), &Machine::default());
    page.go_to("s/plane/#x=outside");
    wait_for_value(
        &page,
        "the page at the figure",
        "return location.search",
        |search| *search == json!("?at=plane"),
    );
    page.settled();
    page.wait_for("#plane-title");
}
