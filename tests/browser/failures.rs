//! A file that does not arrive whole, a browser too old, a worker that dies: each is said in place, what was typed
//! stays, and trying again works where it can.

use crate::page::{Page, View, Visit};
use crate::server::Fault;

/// What a visitor typed; nothing that happens may change it.
const TYPED: &str = "37 × 58 mod 7";
/// What does not yet ask for anything: what is typed whole is answered by another worker without a retry.
const UNFINISHED: &str = "37 \u{d7} 58 mod";
/// A part of the paths of the engine's program, and of the models.
const ENGINE: &str = "worker_bg.wasm";
const MODEL: &str = "model.onnx";

/// Opens a page whose files fail and types before it says so; after healing, trying again gives the result.
#[track_caller]
fn check_fault(part: &'static str, fault: Fault, failure: &str) {
    check_fault_with("", part, fault, failure);
}

/// The build writes the cards of all models into the page. Without that recording they are fetched.
const UNRECORDED: &str = "
    new MutationObserver(() => document.getElementById('first-view')?.remove())
        .observe(document, { childList: true, subtree: true });";

/// The same with a script that runs before anything of the page.
#[track_caller]
fn check_fault_with(script: &'static str, part: &'static str, fault: Fault, failure: &str) {
    let page = Page::open(Visit {
        fault: Some((part, fault)),
        script,
        ..Visit::default()
    });
    let failed = page.until("a message", |view| view.has_failure(failure));
    assert!(failed.can_retry, "{failed:#?}");
    check_readable(&failed);

    // Typing does not take the message away, for there is still no result.
    page.type_problem(TYPED);
    let failed = page.until("a message and what was typed", |view| {
        // Each model fails in its own time, and one that fails after the retry would not be tried again.
        let is_over = !view.is("working");
        is_over && view.has_failure(failure) && view.problem.as_deref() == Some(TYPED)
    });
    assert_eq!(failed.typed.as_deref(), Some(TYPED));
    page.site.heal();
    page.click_part("retry");
    let healed = page.until("the result, and no message", |view| {
        view.is_settled() && view.problem.as_deref() == Some(TYPED) && view.notices.is_empty()
    });
    assert_eq!(healed.typed.as_deref(), Some(TYPED));
}

/// A message is a sentence for people.
#[track_caller]
fn check_readable(view: &View) {
    for notice in &view.notices {
        let text = &notice.text;
        assert!(text.len() > 20, "{text}");
        for word in ["panicked", "undefined", "[object", "RuntimeError", "unwrap"] {
            assert!(!text.contains(word), "{text}");
        }
    }
}

#[test]
fn the_pages_own_program_is_missing() {
    let page = Page::open(Visit {
        fault: Some(("show-your-work-", Fault::Missing)),
        ..Visit::default()
    });
    let failed = page.until("a message", |view| view.has_failure("page"));
    check_readable(&failed);
    page.site.heal();
    page.click_part("retry");
    page.until("the live page, without a message", |view| {
        view.is_settled() && view.notices.is_empty()
    });
}

#[test]
fn the_engine_is_missing() {
    check_fault(ENGINE, Fault::Missing, "engine");
}

#[test]
fn the_engine_is_truncated() {
    check_fault(ENGINE, Fault::Truncated, "engine");
}

#[test]
fn the_engine_is_dropped_on_the_way() {
    check_fault(ENGINE, Fault::Dropped, "engine");
}

#[test]
fn a_model_is_missing() {
    check_fault(MODEL, Fault::Missing, "model");
}

#[test]
fn a_model_is_truncated() {
    check_fault(MODEL, Fault::Truncated, "model");
}

#[test]
fn a_model_is_altered() {
    check_fault(MODEL, Fault::Altered, "model");
}

#[test]
fn a_model_is_dropped_on_the_way() {
    check_fault(MODEL, Fault::Dropped, "model");
}

#[test]
fn the_list_of_models_is_missing() {
    check_fault_with(UNRECORDED, "models/index.json", Fault::Missing, "model");
}

#[test]
fn a_card_is_truncated() {
    check_fault_with(UNRECORDED, "card.json", Fault::Truncated, "model");
}

#[test]
fn the_log_of_training_is_missing() {
    check_fault("results/rl-", Fault::Missing, "model");
}

#[test]
fn a_slow_engine_is_waited_for_and_typing_goes_on() {
    let page = Page::open(Visit {
        fault: Some((ENGINE, Fault::Stalled)),
        ..Visit::default()
    });
    page.until("loading", |view| view.status.as_deref() == Some("loading"));
    page.type_problem(TYPED);
    assert_eq!(page.view().typed.as_deref(), Some(TYPED));
    page.site.heal();
    assert_eq!(page.settled_for(TYPED).typed.as_deref(), Some(TYPED));
}

#[test]
fn a_browser_without_simd_is_told() {
    let page = Page::open(Visit {
        script: "WebAssembly.validate = () => false;",
        ..Visit::default()
    });
    let failed = page.until("a message", |view| view.has_failure("simd"));
    assert!(!failed.can_retry, "trying again cannot help");
    check_readable(&failed);
    assert!(failed.large.number().is_some(), "the recorded duel stays");
    page.type_problem(TYPED);
    let view = page.view();
    assert_eq!(view.typed.as_deref(), Some(TYPED));
    assert!(view.has_failure("simd"));
}

/// Keeps every worker that the page starts, so that a test can end it.
const KEEP_WORKERS: &str = "
    window.workers = [];
    window.Worker = class extends Worker { constructor(...given) { super(...given); window.workers.push(this); } };";

/// Ends all workers, tells the page as a dying worker would, and tries again.
#[track_caller]
fn check_crash(event: &str) {
    let page = Page::open(Visit {
        script: KEEP_WORKERS,
        ..Visit::default()
    });
    page.settled();
    page.type_problem(TYPED);
    let before = page.settled_for(TYPED);
    page.type_text("6 + 2 mod");
    let script = format!(
        "for (const worker of window.workers.splice(0)) {{ worker.dispatchEvent({event}); worker.terminate(); }}"
    );
    page.browser.eval(&script, &[]);
    let failed = page.until("a message", |view| view.has_failure("worker"));
    assert!(failed.can_retry, "{failed:#?}");
    check_readable(&failed);
    assert_eq!(failed.typed.as_deref(), Some("6 + 2 mod"));

    page.click_part("retry");
    let live = page.until("live again", |view| {
        view.is_settled() && view.notices.is_empty()
    });
    assert_eq!(live.typed.as_deref(), Some("6 + 2 mod"));
    assert_eq!((live.problem, live.tokens), (before.problem, before.tokens));
    page.type_problem("6 + 2 mod 5");
    page.settled_for("6 + 2 mod 5");
}

#[test]
fn a_worker_that_panics_is_started_again() {
    check_crash(
        "new MessageEvent('message', { data: [JSON.stringify({ Crashed: { message: 'ended by a test' } })] })",
    );
}

#[test]
fn a_worker_that_dies_is_started_again() {
    check_crash("new ErrorEvent('error', { message: 'ended by a test' })");
}

/// Ends one worker of the page, of its first two, after so many of its messages, and tells the page as a dying worker would.
const END_AFTER: &str = "
    const [nth, n] = ENDS;
    window.started = 0;
    window.Worker = class extends Worker {
        constructor(...given) {
            super(...given);
            if (window.started++ !== nth) return;
            const end = () => setTimeout(() => {
                this.dispatchEvent(new ErrorEvent('error', { message: 'ended by a test' }));
                this.terminate();
            });
            let left = n;
            if (left === 0) return end();
            this.addEventListener('message', () => { left -= 1; if (left === 0) end(); });
        }
    };";

#[test]
fn a_worker_that_dies_at_any_stage() {
    // Before it was there, once it was ready, once it had its model, and while it wrote.
    for ends in [
        "[0, 0]", "[0, 1]", "[0, 2]", "[1, 0]", "[1, 1]", "[1, 2]", "[1, 4]",
    ] {
        let script = END_AFTER.replace("ENDS", ends);
        let page = Page::open(Visit {
            script: Box::leak(script.into_boxed_str()),
            ..Visit::default()
        });
        let failed = page.until(&format!("a message after {ends}"), |view| {
            view.has_failure("worker")
        });
        assert!(failed.can_retry, "{ends}: {failed:#?}");
        page.type_text(UNFINISHED);
        page.click_part("retry");
        let live = page.until(&format!("live again after {ends}"), |view| {
            view.is_settled() && view.notices.is_empty()
        });
        assert_eq!(live.typed.as_deref(), Some(UNFINISHED));
    }
}

/// Gives workers that are started while `isStarved` a memory that is full: whatever more they ask for is refused.
const STARVE: &str = "
    window.isStarved = true;
    const starve = `
        if (self.name === 'starved') {
            const Whole = WebAssembly.Instance;
            WebAssembly.Instance = function (module, imports) {
                const instance = new Whole(module, imports);
                const memory = Object.values(instance.exports).find(one => one instanceof WebAssembly.Memory);
                for (let pages = 65536; pages >= 1; pages = Math.floor(pages / 2)) {
                    try { for (;;) memory.grow(pages); } catch {}
                }
                return instance;
            };
        }\\n`;
    const Plain = window.Blob;
    window.Blob = function (parts, options) {
        return new Plain(options?.type === 'text/javascript' ? [starve, ...parts] : parts, options);
    };
    window.Blob.prototype = Plain.prototype;
    window.Worker = class extends Worker {
        constructor(script) { super(script, { name: window.isStarved ? 'starved' : '' }); }
    };";

#[test]
fn an_engine_without_memory() {
    let page = Page::open(Visit {
        script: STARVE,
        ..Visit::default()
    });
    let failed = page.until("a message", |view| !view.notices.is_empty());
    assert!(failed.can_retry, "{failed:#?}");
    page.type_text(UNFINISHED);
    page.browser.eval("window.isStarved = false", &[]);
    page.click_part("retry");
    // Each worker fails in its own time: what fails after a retry is tried again by another.
    let retry = "document.querySelector('[data-part=\"retry\"]')?.click()";
    let live = page.until("live again", |view| {
        if view.can_retry {
            page.browser.eval(retry, &[]);
        }
        view.is_settled() && view.notices.is_empty()
    });
    assert_eq!(live.typed.as_deref(), Some(UNFINISHED));
}
