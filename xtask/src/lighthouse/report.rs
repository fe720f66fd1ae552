//! The parts of docs/performance.md that tell of a slow phone and of a long visit.

use anyhow::{Result, bail};
use serde::Deserialize;
use std::collections::BTreeMap;

use super::audits::{Audits, PERFORMANCE_TARGET};
use crate::performance_page::Marks;

pub(super) const PHONE: Marks = Marks {
    begin: "<!-- a slow phone, written by cargo xtask lighthouse -->\n",
    end: "<!-- end of the slow phone -->",
};
pub(super) const VISIT: Marks = Marks {
    begin: "<!-- a long visit, written by cargo xtask lighthouse -->\n",
    end: "<!-- end of the long visit -->",
};

/// No task of the main thread may take longer.
const LONGEST_TASK_MS: f64 = 50.0;
/// A tap is answered within this time.
const LONGEST_TAP_MS: f64 = 100.0;
/// What the page may take of memory after a long visit.
const MOST_MEMORY_BYTES: f64 = 300e6;

/// What the main thread did, and how long taps took.
#[derive(Debug, Deserialize)]
pub(super) struct Tasks {
    /// How many times slower than this machine the phone is.
    slower: f64,
    phases: Phases,
    shift: f64,
    /// Milliseconds from each tap to what it changed; none where it changed nothing.
    taps: BTreeMap<String, Vec<Option<f64>>>,
    complaints: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Phases {
    load: Phase,
    reading: Phase,
    sweeping: Phase,
}

#[derive(Debug, Deserialize)]
struct Phase {
    tasks: usize,
    /// How many took longer than 50 ms of computing.
    long: usize,
    longest_ms: f64,
}

/// What a long visit did and took.
#[derive(Debug, Deserialize)]
pub(super) struct Soak {
    minutes: f64,
    done: BTreeMap<String, u64>,
    measured: Vec<Memory>,
    complaints: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Memory {
    script_bytes: f64,
    buffer_bytes: f64,
    wasm_bytes: f64,
    process_bytes: Option<f64>,
    workers: u64,
    nodes: u64,
    listeners: u64,
}

/// Lighthouse's figures, medians.
pub(super) fn audits(audits: &Audits) -> String {
    let version = audits.runs.first().map_or("", |run| run.version.as_str());
    let score = |name: &str| {
        audits.median(|run| f64::from(run.scores.get(name).copied().unwrap_or_default()))
    };
    let seconds = |ms: f64| format!("{:.2} s", ms / 1000.0);
    let performance = score("performance");
    let rows = [
        (
            "performance",
            format!("{performance:.0}"),
            format!("at least {PERFORMANCE_TARGET}"),
        ),
        (
            "accessibility",
            format!("{:.0}", score("accessibility")),
            "100".into(),
        ),
        (
            "best practices",
            format!("{:.0}", score("best-practices")),
            "100".into(),
        ),
        ("SEO", format!("{:.0}", score("seo")), "100".into()),
        (
            "first contentful paint",
            seconds(audits.median(|run| run.metrics.first_contentful_paint_ms)),
            String::new(),
        ),
        (
            "largest contentful paint",
            seconds(audits.median(|run| run.metrics.largest_contentful_paint_ms)),
            "at most 1.50 s".into(),
        ),
        (
            "total blocking time",
            format!(
                "{:.0} ms",
                audits.median(|run| run.metrics.total_blocking_time_ms)
            ),
            String::new(),
        ),
        (
            "speed index",
            seconds(audits.median(|run| run.metrics.speed_index_ms)),
            String::new(),
        ),
        (
            "layout shift",
            format!("{:.3}", audits.median(|run| run.metrics.layout_shift)),
            "at most 0.02".into(),
        ),
        (
            "transferred before the page can be read",
            format!(
                "{:.0} KB",
                audits.median(|run| run.first_bytes() as f64) / 1000.0
            ),
            "at most 150 KB".into(),
        ),
        (
            "transferred in all",
            format!(
                "{:.0} KB",
                audits.median(|run| run.metrics.transferred_bytes) / 1000.0
            ),
            String::new(),
        ),
    ];
    let rows = rows.map(|(name, value, target)| format!("| {name} | {value} | {target} |"));
    format!(
        "Lighthouse {version}, its mobile profile, brotli; median of {}.\n\n| | | target |\n|---|---|---|\n{}",
        audits.runs.len(),
        rows.join("\n")
    )
}

/// The main thread and the taps.
pub(super) fn tasks(tasks: &Tasks, load: &str) -> String {
    let row = |name: &str, phase: &Phase| {
        format!(
            "| {name} | {} | {} | {:.0} ms |",
            phase.tasks, phase.long, phase.longest_ms
        )
    };
    let Phases {
        load: loading,
        reading,
        sweeping,
    } = &tasks.phases;
    let taps: Vec<String> = tasks
        .taps
        .iter()
        .map(|(name, times)| tap(name, times))
        .collect();
    format!(
        "**The main thread** of a phone {} times slower than this machine (load {load} at the start); targets: no task over {LONGEST_TASK_MS:.0} ms, \
         no shift over 0.02 (found: {:.3}).\n\n| while | tasks | over {LONGEST_TASK_MS:.0} ms | longest |\n|---|---|---|---|\n{}\n{}\n{}\n\n\
         **From a tap in the duel to what it changes**, painted, on the same phone; target {LONGEST_TAP_MS:.0} ms.\n\n\
         | tap | taps | median | slowest |\n|---|---|---|---|\n{}",
        tasks.slower,
        tasks.shift,
        row("the page loads", loading),
        row("it is read to its end", reading),
        row("a map is swept", sweeping),
        taps.join("\n")
    )
}

fn tap(name: &str, times: &[Option<f64>]) -> String {
    let mut seen: Vec<f64> = times.iter().flatten().copied().collect();
    seen.sort_by(f64::total_cmp);
    let ms = |time: Option<&f64>| time.map_or("none".to_owned(), |time| format!("{time:.0} ms"));
    format!(
        "| {name} | {} | {} | {} |",
        seen.len(),
        ms(seen.get(seen.len() / 2)),
        ms(seen.last())
    )
}

impl Tasks {
    /// Fails where the page complained.
    pub(super) fn require(&self) -> Result<()> {
        match self.complaints.is_empty() {
            true => Ok(()),
            false => bail!(
                "the page on a slow phone complained: {}",
                self.complaints.join("; ")
            ),
        }
    }
}

/// The long visit.
pub(super) fn soak(soak: &Soak) -> String {
    let mb = |bytes: f64| format!("{:.1}", bytes / 1e6);
    let row = |(idx, memory): (usize, &Memory)| {
        format!(
            "| {idx} | {} | {} | {} | {} | {} | {} | {} |",
            mb(memory.script_bytes),
            mb(memory.buffer_bytes),
            mb(memory.wasm_bytes),
            memory.process_bytes.map_or("not told".to_owned(), mb),
            memory.workers,
            memory.nodes,
            memory.listeners
        )
    };
    let rows: Vec<String> = soak.measured.iter().enumerate().map(row).collect();
    let done: Vec<String> = soak
        .done
        .iter()
        .map(|(name, n)| format!("{n} {name}"))
        .collect();
    let most = soak
        .measured
        .iter()
        .filter_map(|memory| memory.process_bytes)
        .fold(0.0, f64::max);
    let verdict = match most {
        0.0 => "not told by this system".to_owned(),
        most if most <= MOST_MEMORY_BYTES => format!("{} MB: reached", mb(most)),
        most => format!("{} MB: missed", mb(most)),
    };
    let complaints = match soak.complaints.is_empty() {
        true => "The page complained of nothing.".to_owned(),
        false => format!("The page complained: {}.", soak.complaints.join("; ")),
    };
    format!(
        "{} minutes, driven as fast as the page answers: {}. {complaints} The most that its process took for itself (at most {} MB is the target): {verdict}.\n\n\
         | | scripts, MB | buffers, MB | the page's WebAssembly, MB | process, MB | workers | nodes | listeners |\n|---|---|---|---|---|---|---|---|\n{}",
        soak.minutes,
        done.join(", "),
        MOST_MEMORY_BYTES / 1e6,
        rows.join("\n")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lighthouse::audits::tests::run;
    use serde_json::json;

    #[test]
    fn medians_are_rows() {
        let mut runs = [run(), run(), run()];
        runs[0]["scores"]["performance"] = json!(90);
        runs[1]["metrics"]["largest_contentful_paint_ms"] = json!(3000.0);
        let found: Audits = serde_json::from_value(json!({ "runs": runs })).unwrap();
        let table = audits(&found);
        assert!(table.starts_with("Lighthouse 12.8.2, its mobile profile, brotli; median of 3.\n"));
        for row in [
            "| performance | 97 | at least 95 |",
            "| largest contentful paint | 1.20 s | at most 1.50 s |",
            "| transferred before the page can be read | 71 KB | at most 150 KB |",
        ] {
            assert!(table.contains(row), "{table}");
        }
    }

    #[test]
    fn taps_without_a_change_are_not_counted() {
        assert_eq!(
            tap("a", &[Some(30.0), None, Some(10.0), Some(20.4)]),
            "| a | 3 | 20 ms | 30 ms |"
        );
        assert_eq!(tap("a", &[None]), "| a | 0 | none | none |");
    }

    #[test]
    fn a_long_visit_is_judged_by_its_process() {
        let memory = |process: &Option<f64>| {
            json!({"script_bytes": 2e6, "buffer_bytes": 1e6, "wasm_bytes": 3e6, "process_bytes": process, "workers": 2,
                "nodes": 5000, "listeners": 300})
        };
        let visit = |processes: &[Option<f64>]| {
            let measured: Vec<_> = processes.iter().map(memory).collect();
            let found = json!({"minutes": 4, "done": {"edits": 1000}, "measured": measured, "complaints": []});
            soak(&serde_json::from_value(found).unwrap())
        };
        assert!(
            visit(&[Some(1e8), Some(2.5e8)])
                .contains("(at most 300 MB is the target): 250.0 MB: reached.")
        );
        assert!(visit(&[Some(4e8)]).contains("400.0 MB: missed."));
        assert!(visit(&[None]).contains("not told by this system."));
        assert!(visit(&[None]).contains("| 0 | 2.0 | 1.0 | 3.0 | not told | 2 | 5000 | 300 |"));
    }
}
