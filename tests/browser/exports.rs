//! Where a frame swallows files they are shown.

use serde_json::{Value, json};

use crate::page::{Page, Visit};

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
    let found = until("the text", &|found| {
        found["text"].is_string() && found["has_focus"] == true
    });
    assert_eq!(
        (&found["is_open"], &found["title"]),
        (&json!(true), &json!("duel.csv"))
    );
    let text = found["text"].as_str().expect("a text");
    assert!(text.starts_with("problem,model,position,token,"), "{text}");
    press("dialog-close");
    until("it is closed", &|found| found["is_open"] == false);
    press("duel-png");
    let found = until("the picture", &|found| found["picture"].as_u64() > Some(0));
    assert_eq!(found["title"], "duel.png");
}
