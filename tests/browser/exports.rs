//! Every figure can be taken away, in four forms that agree with the page, and where a frame swallows files they are shown.

use serde_json::{Value, json};

use crate::page::{Page, Visit};

/// Keeps every file that the page hands over, in `window.files`, and lets none of them go to the disk: each download takes a line off WebKit's
/// window for tests, until nothing of the page is left to be drawn.
pub(crate) const KEEP: &str = "window.files = [];
    const made = new Map(), make = URL.createObjectURL, press = HTMLElement.prototype.click;
    URL.createObjectURL = blob => {
        const address = make(blob);
        made.set(address, blob);
        return address;
    };
    HTMLElement.prototype.click = function () {
        if (!this.download) return press.call(this);
        window.files.push(made.get(this.href));
    };";

/// The figures, each with what is scrolled to and what has to be clicked before it shows anything.
const FIGURES: [(&str, &str, &str); 14] = [
    ("duel", "#duel", ""),
    ("training", "#history-title", ""),
    ("rl-runs", "#runs-title", ""),
    ("frontier", "#frontier-title", ""),
    (
        "knowledge",
        "#knowledge-title",
        "[data-part=\"knowledge-guess\"] label",
    ),
    (
        "hidden",
        "[data-part=\"hider-guess\"]",
        "[data-part=\"hider-guess\"] label",
    ),
    (
        "watchers",
        "#watchers-title",
        "[data-part=\"watch-guess-true\"]",
    ),
    ("thoughts", "#thoughts-title", ""),
    ("inside", "#inside-title", "[data-part=\"inside-show\"]"),
    ("circles", "[data-part=\"circles\"]", ""),
    ("off-distribution", "#off-title", ""),
    ("plane", "#plane-title", "[data-part=\"plane-guess\"] label"),
    ("debate", "#debate-title", "[data-part=\"debate-open\"]"),
    ("models", "#models-title", ""),
];

/// What a figure's four files hold, read by the browser.
const READ: &str = r#"
const [name, done] = arguments;
const kind = async kind => {
    window.files.length = 0;
    document.querySelector(`[data-part="${name}-${kind}"]`).click();
    while (!window.files.length) await new Promise(requestAnimationFrame);
    return window.files.at(-1);
};
(async () => {
    const csv = await (await kind("csv")).text();
    const json = JSON.parse(await (await kind("json")).text());
    const svg = await (await kind("svg")).text();
    const png = await kind("png");
    const picture = await createImageBitmap(png);
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const on = canvas.getContext("2d");
    on.drawImage(picture, 0, 0);
    const pixels = new Uint32Array(on.getImageData(0, 0, picture.width, picture.height).data.buffer);
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
    done({
        csv, json, link: json.link,
        svg_error: parsed.querySelector("parsererror")?.textContent ?? null,
        svg_text: parsed.documentElement.textContent,
        n_drawings: parsed.querySelectorAll("svg svg").length,
        png: await png.text(), width: picture.width, colours: new Set(pixels).size,
    });
})().catch(error => done({ error: String(error) }));
"#;

#[track_caller]
fn taken(page: &Page, name: &str) -> Value {
    let found = page
        .browser
        .drive(async |client| client.execute_async(READ, vec![json!(name)]).await);
    assert_eq!(found["error"], Value::Null, "{name}");
    found
}

/// A live page that keeps its files.
#[track_caller]
fn keeping() -> Page {
    let page = Page::open(Visit {
        script: KEEP,
        ..Visit::default()
    });
    page.settled();
    page
}

/// Where the canvas cannot be read, be it too large or forbidden.
#[test]
fn a_picture_that_cannot_be_made_is_told_of() {
    let page = keeping();
    let script = "HTMLCanvasElement.prototype.toBlob = take => take(null)";
    page.browser.eval(script, &[]);
    page.click_part("duel-png");
    let told = page.wait_for("[data-part=\"offer-refused\"]");
    let told = page.browser.drive(async |_| told.text().await);
    assert!(told.contains("SVG"), "{told}");
    page.click("[data-part=\"offer\"] [data-part=\"dialog-close\"]");
    page.click_part("duel-svg");
    page.browser.wait("the other form", || {
        match page
            .browser
            .eval("return window.files.map(file => file.type)", &[])
        {
            found if found == json!(["image/svg+xml"]) => Ok(()),
            found => Err(found.to_string()),
        }
    });
}

#[test]
fn every_figure_in_four_forms() {
    let page = keeping();
    for (name, place, click) in FIGURES {
        // A file that does not come does not say whose it is.
        println!("{name}");
        page.scroll_to(place);
        if !click.is_empty() {
            page.click(click);
        }
        page.scroll_to(&format!("[data-part=\"{name}-csv\"]"));
        let found = taken(&page, name);
        let link = found["link"].as_str().expect("an address");
        let csv = found["csv"].as_str().expect("a text");
        assert!(csv.lines().count() > 1, "{name}: {csv}");
        assert!(
            csv.lines().nth(1).is_some_and(|line| line.ends_with(link)) || csv.contains(link),
            "{name}: {csv}"
        );
        assert!(link.starts_with(&page.site.url()), "{name}: {link}");
        assert_eq!(found["svg_error"], Value::Null, "{name}");
        let words = found["svg_text"].as_str().expect("a text");
        assert!(words.contains(link), "{name}: {words}");
        assert!(
            found["png"]
                .as_str()
                .is_some_and(|png| png.contains(&format!("Source\0\0\0\0\0{link}"))),
            "{name}"
        );
        assert!(
            found["width"].as_u64() >= Some(1800),
            "{name}: {}",
            found["width"]
        );
        assert!(
            found["colours"].as_u64() > Some(2),
            "{name}: {}",
            found["colours"]
        );
        let has_numbers = found["n_drawings"].as_u64() > Some(0)
            || found["json"]["tables"][0]["rows"]
                .as_array()
                .is_some_and(|rows| !rows.is_empty());
        assert!(has_numbers, "{name}: {found}");
    }
}

/// What is seen of the page in its own frame.
const IN_FRAME: &str = r#"
const page = document.querySelector("iframe").contentDocument;
const part = name => page.querySelector(`[data-part="${name}"]`);
const area = part("offered-text"), picture = part("offered-picture");
return {
    is_live: part("duel")?.dataset.state === "done" && part("engine-status")?.dataset.status === "live",
    is_open: part("offer")?.open ?? false,
    title: page.getElementById("offer-title")?.textContent ?? null,
    text: area?.value ?? null,
    selected: area ? area.value.slice(area.selectionStart, area.selectionEnd) : null,
    has_focus: !!area && page.activeElement === area,
    picture: picture?.naturalWidth ?? 0,
};
"#;

#[test]
fn where_a_frame_swallows_files_they_are_shown() {
    let page = keeping();
    let script = r#"
        const frame = document.createElement("iframe");
        frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
        frame.style = "position: fixed; inset: 0; width: 100%; height: 100%; z-index: 9; background: white";
        frame.src = location.href;
        document.body.replaceChildren(frame);
    "#;
    page.browser.eval(script, &[]);
    let until = |what: &str, fits: &dyn Fn(&Value) -> bool| {
        page.browser.wait(what, || {
            let found = page.browser.eval(IN_FRAME, &[]);
            if fits(&found) {
                Ok(found)
            } else {
                Err(found.to_string())
            }
        })
    };
    let press = |part: &str| {
        let script = "document.querySelector('iframe').contentDocument.querySelector(`[data-part=\"${arguments[0]}\"]`).click()";
        page.browser.eval(script, &[json!(part)]);
    };
    until("a live page in the frame", &|found| {
        found["is_live"] == true
    });
    press("duel-csv");
    let found = until("the text, all of it selected", &|found| {
        found["text"].is_string()
            && found["has_focus"] == true
            && found["selected"] == found["text"]
    });
    assert_eq!(
        (&found["is_open"], &found["title"]),
        (&json!(true), &json!("duel.csv"))
    );
    let text = found["text"].as_str().expect("a text");
    assert!(text.starts_with("problem,model,position,token,"), "{text}");
    press("offer\"] [data-part=\"dialog-close");
    until("it is closed", &|found| found["is_open"] == false);
    press("duel-png");
    let found = until("the picture", &|found| found["picture"].as_u64() > Some(0));
    assert_eq!(found["title"], "duel.png");
}
