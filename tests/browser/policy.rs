//! What the page allows itself (`xtask/src/guard.rs`) is enough for all of it, and for nothing else.

use serde_json::json;

use crate::hosts::{self, NOTE_ERRORS, check_no_error, walk};
use crate::page::{Page, Visit};
use crate::server::Site;

/// Notes what the policy of the page refuses. It is told to the document; what a worker asks for, by the worker's own end.
const NOTE_REFUSED: &str = "
    window.refused = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, disposition }) => {
        if (disposition === 'enforce') window.refused.push(`${effectiveDirective} ${blockedURI} ${sample}`);
    });";

#[track_caller]
fn open() -> Page {
    let script: &'static str = Box::leak(format!("{NOTE_ERRORS}{NOTE_REFUSED}").into_boxed_str());
    Page::open(Visit {
        script,
        ..Visit::default()
    })
}

#[test]
fn a_whole_visit_needs_no_more_than_the_page_allows() {
    let page = open();
    walk(&page);
    // Every figure, and the frame of one of them.
    let places = page.browser.eval(
        "return [...document.querySelectorAll('section[id]')].map(section => section.id)",
        &[],
    );
    for place in places.as_array().expect("the sections") {
        let place = place.as_str().expect("an id");
        page.scroll_to(&format!("#{place}"));
    }
    page.click_part("share");
    page.click("[data-host=\"notion\"]");
    page.wait_for("[data-part=\"share-preview\"]");
    let refused = page.browser.eval("return window.refused", &[]);
    assert_eq!(refused, json!([]));
    check_no_error(&page);
}

/// Runs a script that tries something, and checks that the policy refuses it.
#[track_caller]
fn check_refused(page: &Page, attempt: &str, directive: &str) {
    page.settled();
    // Some engines throw what they refuse.
    page.browser
        .eval(&format!("try {{ {attempt} }} catch {{}}"), &[]);
    page.browser.wait(&format!("{attempt} is refused"), || {
        let refused = page.browser.eval("return window.refused", &[]).to_string();
        match refused.contains(directive) {
            true => Ok(()),
            false => Err(refused),
        }
    });
    let done = page.browser.eval("return window.isDone === true", &[]);
    assert_eq!(done, json!(false), "{attempt} was done");
}

/// What a stranger would put into the page, and the directive that refuses it.
const STRANGE: [(&str, &str); 5] = [
    (
        "const image = new Image(); image.onload = () => { window.isDone = true }; image.src = 'http://elsewhere.example/a.png';",
        "img-src",
    ),
    (
        "fetch('http://elsewhere.example/').then(() => { window.isDone = true }, () => {});",
        "connect-src",
    ),
    (
        "const frame = document.createElement('iframe'); frame.src = 'http://elsewhere.example/'; document.body.append(frame);",
        "frame-src",
    ),
    (
        "const form = document.createElement('form'); form.action = 'http://elsewhere.example/'; document.body.append(form); form.submit();",
        "form-action",
    ),
    (
        "const base = document.createElement('base'); base.href = 'http://elsewhere.example/'; document.head.append(base);",
        "base-uri",
    ),
];

#[test]
fn what_a_stranger_would_put_into_the_page_is_refused() {
    for (attempt, directive) in STRANGE {
        check_refused(&open(), attempt, directive);
    }
}

/// There the policy names the host, which the page's own files are loaded from, and nothing more.
#[test]
fn a_frame_without_an_origin_allows_no_more() {
    let site = Site::start(NOTE_REFUSED);
    site.allow_all_origins();
    let host = site.url().trim_end_matches('/').to_owned();
    let page = hosts::open_in(site, &hosts::frame(&format!("src=\"{host}/\"")), 1);
    page.settled();
    let allowed = page.browser.eval(&format!("return {POLICY}"), &[]);
    let allowed = allowed.as_str().expect("a text");
    assert!(
        allowed.contains(&format!("; connect-src 'self' {host};")),
        "{allowed}"
    );
    let others = allowed.replace(&host, "");
    assert!(
        !others.contains("http") && !others.contains('*'),
        "{allowed}"
    );
    for (attempt, directive) in STRANGE {
        // Without leave for forms a sandbox sends none, so that no policy is asked.
        if directive != "form-action" {
            check_refused(&page, attempt, directive);
        }
    }
}

/// The policy that a document has.
const POLICY: &str =
    "document.querySelector('meta[http-equiv=\"Content-Security-Policy\"]')?.content ?? ''";

/// What becomes HTML or the address of a script goes through the page's one rule, and no other rule can be made.
#[test]
fn scripts_cannot_be_made_of_text() {
    let page = open();
    page.settled();
    let outcome = |attempt: &str| {
        let script =
            format!("try {{ {attempt}; return 'done' }} catch (error) {{ return error.name }}");
        page.browser.eval(&script, &[])
    };
    for attempt in [
        "document.createElement('p').innerHTML = '<img src=x onerror=alert(1)>'",
        "document.createElement('p').innerHTML = '<script>alert(1)</script>'",
        "document.createElement('p').innerHTML = '<a href=\"javascript:alert(1)\">a</a>'",
        "document.createElement('script').src = 'http://elsewhere.example/a.js'",
        "document.createElement('script').text = 'alert(1)'",
        "new Worker('http://elsewhere.example/a.js')",
        "document.body.setAttribute('onclick', 'alert(1)')",
        "trustedTypes.createPolicy('another', {})",
    ] {
        assert_eq!(outcome(attempt), json!("TypeError"), "{attempt}");
    }
    let script =
        "const script = document.createElement('script'); script.append('window.isDone = true');
        document.head.append(script); return window.isDone === true";
    assert_eq!(page.browser.eval(script, &[]), json!(false));
    for attempt in [
        "document.createElement('p').innerHTML = '<b>one = 1</b>'",
        "new Worker(URL.createObjectURL(new Blob(['1']))).terminate()",
    ] {
        assert_eq!(outcome(attempt), json!("done"), "{attempt}");
    }
}

/// Every page of the build says what it allows itself, and nothing of it is loose.
#[test]
fn every_page_has_a_policy() {
    let page = open();
    let pages = [
        "",
        "methods.html",
        "results.html",
        "log.html",
        "sources.html",
        "guide.html",
    ];
    for address in pages {
        let address = format!("{}{address}", page.site.url());
        page.browser
            .drive(async |client| client.goto(&address).await);
        let found = page.browser.eval(&format!("return {POLICY}"), &[]);
        let found = found.as_str().expect("a text");
        assert!(
            found.starts_with("default-src 'none'; "),
            "{address}: {found}"
        );
        for loose in ["unsafe-inline", "'unsafe-eval'", "*", "http"] {
            assert!(!found.contains(loose), "{address}: {found}");
        }
        let referrer = page.browser.eval(
            "return document.querySelector('meta[name=referrer]')?.content",
            &[],
        );
        assert_eq!(referrer, json!("no-referrer"), "{address}");
        let unchecked = page.browser.eval(
            "return [...document.querySelectorAll('script[src]:not([integrity]), link[rel=stylesheet]:not([integrity]), link[rel=modulepreload]:not([integrity])')].length",
            &[],
        );
        assert_eq!(unchecked, json!(0), "{address}");
    }
}
