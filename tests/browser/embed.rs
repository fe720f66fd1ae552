//! One figure in a frame: it fits, it waits to be seen, it tells how high it is, and it heeds its host and nobody else.

use serde_json::{Value, json};

use crate::driver::Machine;
use crate::page::{Page, Visit};
use crate::server::Site;

/// A host that writes down what it hears from the window of its first frame.
pub(crate) const LISTEN: &str = "
    window.heard = [];
    addEventListener('message', ({ source, data }) => {
        if (source === document.querySelector('iframe')?.contentWindow) window.heard.push(data);
    });";

/// Opens a document of the site's own that may hold frames of the page.
#[track_caller]
pub(crate) fn open_host(site: Site, machine: &Machine, script: &str, body: &str) -> Page {
    let html = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><script>{script}</script></head><body style=\"margin: 0\">{body}</body></html>"
    );
    site.put("host.html", html);
    let address = format!("{}host.html", site.url());
    let page = Page::on(site, machine);
    page.browser
        .drive(async |client| client.goto(&address).await);
    page
}

/// Asks until a script's value fits.
#[track_caller]
pub(crate) fn wait_for_value(
    page: &Page,
    what: &str,
    script: &str,
    fits: impl Fn(&Value) -> bool,
) -> Value {
    page.browser.wait(what, || {
        let value = page.browser.eval(script, &[]);
        if fits(&value) {
            Ok(value)
        } else {
            Err(value.to_string())
        }
    })
}

const HEIGHT: &str = "return Math.ceil(document.querySelector('[data-part=embed]')?.getBoundingClientRect().height ?? 0)";
/// The heights that the host has heard of, the last one last.
const HEARD: &str = "return window.heard.filter(one => one.source === 'show-your-work' && one.type === 'height').map(one => one.height)";

#[track_caller]
fn check_duel_fits(width: u32, most: i64) {
    let page = Page::open(Visit {
        machine: Machine {
            viewport: (width, 900),
            ..Machine::default()
        },
        hash: "?embed=duel",
        ..Visit::default()
    });
    let view = page.settled();
    assert_eq!(view.notices, []);
    let height = page.browser.eval(HEIGHT, &[]).as_i64().unwrap_or_default();
    assert!(
        (200..=most).contains(&height),
        "{height} px high at {width}"
    );
    let overflow = "return document.documentElement.scrollWidth - innerWidth";
    assert!(
        page.browser.eval(overflow, &[]).as_i64() <= Some(0),
        "wider than its frame at {width}"
    );
    let rest = "return document.querySelectorAll('header.page-head, footer, #work-title, #plane-title').length";
    assert_eq!(page.browser.eval(rest, &[]), json!(0), "only the figure");
}

#[test]
fn the_duel_fits_into_a_blogs_column_and_into_a_phone() {
    check_duel_fits(640, 520);
    check_duel_fits(340, 760);
}

/// The names of the figures, with what shows that they stand.
const FIGURES: [(&str, &str); 14] = [
    ("duel", "[data-part=\"duel\"]"),
    ("training", "#history-title"),
    ("frontier", "#frontier-title"),
    ("battery", "#battery-title"),
    ("knowledge", "#knowledge-title"),
    ("hidden", "#hidden-title"),
    ("watchers", "#watchers-title"),
    ("thoughts", "#thoughts-title"),
    ("inside", "#inside-title"),
    ("map", "#map-title"),
    ("off-distribution", "#off-title"),
    ("plane", "#plane-title"),
    ("debate", "#debate-title"),
    ("claim:P3", "[data-claim-shown=\"P3\"]"),
];

#[test]
fn every_figure_stands_alone_and_is_no_wider_than_a_phone() {
    let page = Page::open(Visit {
        machine: Machine {
            viewport: (340, 640),
            ..Machine::default()
        },
        hash: "?embed=duel",
        ..Visit::default()
    });
    for (name, shown) in FIGURES {
        page.go_to(&format!("?embed={name}"));
        page.wait_for("[data-part=\"embed-open\"]");
        page.wait_for(shown);
        let found = "return [document.querySelectorAll('main.embed section').length, document.documentElement.scrollWidth - innerWidth,
            document.querySelector('[data-part=embed-open]').href]";
        let found = page.browser.eval(found, &[]);
        assert_eq!(found[0], json!(1), "{name}");
        assert!(
            found[1].as_i64() <= Some(0),
            "{name} is wider than its frame"
        );
        let link = found[2].as_str().unwrap_or_default();
        assert!(link.contains(&format!("?at={name}")), "{link}");
        assert_eq!(page.view().notices, [], "{name}");
    }
}

#[test]
fn a_name_that_is_no_figure_shows_the_page_and_says_so() {
    let page = Page::open(Visit {
        hash: "?embed=clock",
        ..Visit::default()
    });
    let view = page.settled();
    assert!(view.notices[0].text.contains("clock"), "{view:#?}");
    page.wait_for("header.page-head");
}

#[test]
fn a_link_opens_the_page_at_a_figure() {
    let page = Page::open(Visit {
        hash: "?at=plane",
        ..Visit::default()
    });
    page.until_at("plane-title");
}

fn frame(site: &Site, query: &str, before: &str) -> String {
    format!(
        "{before}<iframe style=\"width: 640px; height: 300px; border: 0\" src=\"{}?{query}\"></iframe>",
        site.url()
    )
}

#[test]
fn the_engine_waits_until_a_reader_sees_the_duel() {
    let site = Site::start("");
    let body = frame(&site, "embed=duel", "<div style=\"height: 5000px\"></div>");
    let page = open_host(site, &Machine::default(), LISTEN, &body);
    wait_for_value(
        &page,
        "the frame to stand",
        "return window.heard.some(one => one.type === 'ready')",
        |ready| *ready == json!(true),
    );
    let asked = |part: &str| page.site.requests().iter().any(|path| path.contains(part));
    assert!(
        !asked(".onnx") && !asked("worker"),
        "{:?}",
        page.site.requests()
    );
    page.enter_frame();
    let view = page.until("the recorded duel", |view| view.is("recorded"));
    assert!(view.n_steps() > 0, "{view:#?}");
    page.leave_frame();
    page.scroll_to("iframe");
    page.enter_frame();
    page.settled();
    assert!(asked(".onnx"));
}

#[test]
fn the_host_hears_how_high_the_figure_is_and_can_follow_without_end() {
    let site = Site::start("");
    let body = frame(&site, "embed=duel", "");
    let follow = "addEventListener('message', ({ data }) => {
        if (data.type === 'iframe-widget-resize') document.querySelector('iframe').style.height = `${data.height}px`; });";
    let page = open_host(
        site,
        &Machine::default(),
        &format!("{LISTEN}{follow}"),
        &body,
    );
    page.enter_frame();
    page.settled();
    page.click("[data-intervention=\"filler_tokens\"]");
    page.settled_edit();
    let height = page.browser.eval(HEIGHT, &[]);
    page.leave_frame();
    let same = "return document.querySelector('iframe').clientHeight";
    wait_for_value(&page, "a frame as high as its content", same, |found| {
        *found == height
    });
    let heard = page.browser.eval(HEARD, &[]);
    let heard = heard.as_array().expect("a list");
    assert!((1..20).contains(&heard.len()), "{heard:?}");
    assert!(
        heard.windows(2).all(|two| two[0] != two[1]),
        "said twice: {heard:?}"
    );
    let hash = "return window.heard.filter(one => one.type === 'state').at(-1)?.hash ?? ''";
    wait_for_value(&page, "the settings", hash, |hash| {
        hash.as_str().is_some_and(|hash| hash.contains("e=filler"))
    });
}

#[test]
fn the_host_is_heeded_and_nobody_else() {
    let site = Site::start("");
    let body =
        frame(&site, "embed=duel", "") + "<iframe src=\"about:blank\" id=\"other\"></iframe>";
    let page = open_host(site, &Machine::default(), LISTEN, &body);
    page.enter_frame();
    page.settled();
    let before = page.view();
    let note = "window.themes = []; new MutationObserver(() => window.themes.push(document.documentElement.dataset.theme))
        .observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })";
    page.browser.eval(note, &[]);
    page.leave_frame();
    // A window beside it, wishes in no form of ours, a wish for anything but a theme; last a theme. Messages arrive in order.
    let strange = "const frame = frames[0];
        document.querySelector('#other').contentWindow.eval(`parent.frames[0].postMessage({ target: 'show-your-work', type: 'theme', theme: 'dark' }, '*')`);
        for (const data of [null, 'theme', { type: 'theme', theme: 'dark' }, { target: 'show-your-work', type: 'theme', theme: '<b>' },
            { target: 'show-your-work', type: 'state', hash: 'p=6%20+%202%20mod%205' }]) frame.postMessage(data, '*');
        const ring = {}; ring.self = ring; frame.postMessage(ring, '*');
        frame.postMessage({ target: 'show-your-work', type: 'theme', theme: 'projector' }, '*');";
    page.browser.eval(strange, &[]);
    page.enter_frame();
    wait_for_value(&page, "the theme", "return window.themes", |themes| {
        *themes == json!(["projector"])
    });
    let after = page.view();
    assert_eq!((after.problem, after.state), (before.problem, before.state));
}

#[test]
fn an_element_far_below_costs_next_to_nothing() {
    let site = Site::start("");
    let script = format!("{}embed.js", site.url());
    let body = format!(
        "<script src=\"{script}\" async></script><div style=\"height: 5000px\"></div>
         <show-your-work view=\"duel\" theme=\"dark\"><a href=\"{}\">Show Your Work</a></show-your-work>",
        site.url()
    );
    let page = open_host(site, &Machine::default(), "", &body);
    let defined = "return customElements.get('show-your-work') !== undefined && document.querySelector('show-your-work').shadowRoot !== null";
    wait_for_value(&page, "the element", defined, |defined| {
        *defined == json!(true)
    });
    let bytes = "return performance.getEntriesByType('resource').reduce((sum, one) => sum + one.encodedBodySize, 0)";
    let cost = page.browser.eval(bytes, &[]).as_i64().unwrap_or_default();
    assert!((1..20_000).contains(&cost), "{cost} bytes");
    let asked: Vec<String> = page
        .site
        .requests()
        .into_iter()
        .filter(|path| !path.ends_with("favicon.ico"))
        .collect();
    assert_eq!(asked, ["/host.html", "/embed.js"]);
    page.scroll_to("show-your-work");
    // The frame stands in a tree of its own, which the driver does not look into: the page around is asked.
    let height = "return document.querySelector('show-your-work').shadowRoot.querySelector('iframe').getBoundingClientRect().height";
    wait_for_value(&page, "a frame as high as the duel", height, |height| {
        height
            .as_f64()
            .is_some_and(|height| height != 520.0 && height > 300.0)
    });
    page.browser.wait("the models", || {
        let asked = page.site.requests();
        match asked.iter().any(|path| path.ends_with(".onnx")) {
            true => Ok(()),
            false => Err(format!("{asked:?}")),
        }
    });
}

#[test]
fn the_address_chooses_the_theme_and_a_reader_keeps_their_own() {
    let page = Page::open(Visit {
        hash: "?theme=projector",
        ..Visit::default()
    });
    page.settled();
    let theme = "return document.documentElement.dataset.theme ?? ''";
    assert_eq!(page.browser.eval(theme, &[]), json!("projector"));
    page.go_to("");
    page.settled();
    assert_eq!(page.browser.eval(theme, &[]), json!(""));
}
