//! A long visit in short: thousands of things done one after the other leave behind what a few of them leave.

use std::time::Duration;

use fantoccini::wd::TimeoutConfiguration;
use serde_json::{Value, json};

use crate::hosts::{NOTE_ERRORS, check_no_error};
use crate::map;
use crate::page::{Page, Visit};

/// Keeps the memories of the page's WebAssembly and counts the workers that live.
const COUNT: &str = "
    window.memories = [];
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
        const made = await instantiate.apply(WebAssembly, given);
        window.memories.push(made.instance.exports.memory);
        return made;
    };
    window.living = 0;
    window.Worker = class extends Worker {
        constructor(...given) { super(...given); window.living += 1; }
        terminate() { window.living -= 1; super.terminate(); }
    };";

/// Does so many rounds of what a reader does in the duel, each as soon as the last one is seen, and now and then another model, a sweep that
/// is cancelled, another theme.
const LIVE: &str = r#"
    const [first, n, end] = arguments;
    const find = css => [...document.querySelectorAll(css)].filter(one => !one.disabled && one.ariaDisabled !== "true");
    const turns = new MessageChannel();
    const turn = () => new Promise(resolve => { turns.port1.onmessage = resolve; turns.port2.postMessage(null); });
    const settled = async () => {
        do await turn();
        while (document.querySelector('[data-part="duel"]').dataset.state === "working");
    };
    let done = 0;
    const press = async (css, nth) => {
        const found = find(css);
        if (found.length === 0) return;
        found[nth % found.length].click();
        done += 1;
        await settled();
    };
    (async () => {
        for (let round = first; round < first + n; round += 1) {
            await press('[data-part="presets"] button', round);
            await press('[data-part$="-up"], [data-part$="-down"]', round);
            await press('[data-part="small-chain"] [data-token-idx]', 3 * round);
            await press('[data-part="edit-popover"] [data-replace]', round);
            await press('[data-part="interventions"] button', round);
            await press('[data-part="undo"], [data-part="reset"]', round);
            if (round % 10 === 0) {
                const slider = document.querySelector('[data-part="checkpoint-slider"]');
                slider.value = String((round / 10) % (Number(slider.max) + 1));
                slider.dispatchEvent(new Event("input", { bubbles: true }));
                slider.dispatchEvent(new Event("change", { bubbles: true }));
                await settled();
                await press('[data-part="map-sweep"]', 0);
                await press('[data-part="map-cancel"]', 0);
                await press('[data-part="theme"]', 0);
            }
        }
        turns.port1.close();
        end(done);
    })();"#;

/// What the page holds, after its garbage is collected: bytes of scripts and of WebAssembly, nodes, listeners, workers.
#[derive(Debug, Clone, Copy)]
struct Held {
    scripts: f64,
    wasm: f64,
    nodes: f64,
    listeners: f64,
    workers: f64,
}

impl Held {
    #[track_caller]
    fn now(page: &Page) -> Held {
        // Always the same is shown.
        page.type_problem("6 + 2 mod 5");
        page.settled_for("6 + 2 mod 5");
        page.browser.dev_tools("HeapProfiler.enable", json!({}));
        page.browser
            .dev_tools("HeapProfiler.collectGarbage", json!({}));
        let heap = page.browser.dev_tools("Runtime.getHeapUsage", json!({}));
        let dom = page.browser.dev_tools("Memory.getDOMCounters", json!({}));
        let own = page.browser.eval(
            "return [window.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0), window.living]",
            &[],
        );
        let number = |value: &Value| value.as_f64().expect("a number");
        assert!(number(&own[0]) > MB, "the page's memory is known: {own}");
        Held {
            scripts: number(&heap["usedSize"]),
            wasm: number(&own[0]),
            nodes: number(&dom["nodes"]),
            listeners: number(&dom["jsEventListeners"]),
            workers: number(&own[1]),
        }
    }
}

const MB: f64 = 1e6;
/// Rounds before the first look, when everything was done once, and between two looks.
const N_ROUNDS: usize = 60;

/// For so long a part of the visit may last, since the machine may be busy.
const PATIENCE: Duration = Duration::from_secs(300);

#[test]
fn a_long_visit_holds_what_a_short_one_holds() {
    let script: &'static str = Box::leak(format!("{NOTE_ERRORS}{COUNT}").into_boxed_str());
    let page = Page::open(Visit {
        script,
        ..Visit::default()
    });
    page.settled();
    page.scroll_to(map::SECTION);
    page.wait_for("[data-part=\"map-sweep\"]");
    page.scroll_to("#duel");
    let live = |first: usize| {
        let given = vec![json!(first), json!(N_ROUNDS)];
        let done = page.browser.drive(async |client| {
            let patient = TimeoutConfiguration::new(Some(PATIENCE), None, None);
            client.update_timeouts(patient).await?;
            client.execute_async(LIVE, given).await
        });
        done.as_u64().expect("a count")
    };
    live(0);
    let before = Held::now(&page);
    let n_done = live(N_ROUNDS) + live(2 * N_ROUNDS) + live(3 * N_ROUNDS);
    assert!(n_done > 500, "{n_done}");
    let after = Held::now(&page);
    let told = format!("{n_done} things done: {before:?}, then {after:?}");
    assert!(after.workers <= before.workers, "{told}");
    assert!(after.scripts < before.scripts + MB, "{told}");
    assert!(after.wasm < before.wasm + 2.0 * MB, "{told}");
    assert!(after.nodes < 1.2 * before.nodes, "{told}");
    assert!(after.listeners < 1.5 * before.listeners, "{told}");
    check_no_error(&page);
}
