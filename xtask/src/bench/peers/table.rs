//! The table of the peers in docs/performance.md, and their part of docs/bench.json.

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use super::{Kind, PEERS, Peer};
use crate::bench::measures::{self, MEASURES, Measured};
use crate::bench::table::with_spread;

/// What the peers are measured by, in the order of the table's rows.
const NAMES: [&str; 6] = [
    "teacher_forced_batch",
    "direct_batch",
    "kv_decode_batch",
    "single_token",
    "cold_start_time",
    "engine_bytes",
];

/// What was found of a peer.
pub(in crate::bench) struct OfPeer {
    peer: &'static Peer,
    version: String,
    /// Beside onnxruntime-web; or why it does not take part.
    measured: Result<Vec<Measured>, String>,
    /// How far its probabilities are from onnxruntime-web's, and at how many places; none where none were compared.
    difference: Option<(f64, u64)>,
}

/// Reads every peer from what was found.
pub(in crate::bench) fn read(found: &Value) -> Result<Vec<OfPeer>> {
    let of = |peer: &'static Peer| {
        let told = &found["peers"][peer.name];
        let measured = match told["refused"].as_str() {
            Some(reason) => Err(reason.to_owned()),
            None => Ok(measured(peer, found).with_context(|| peer.name)?),
        };
        let difference = told["largest_difference"].as_f64();
        Ok(OfPeer {
            peer,
            version: told["version"].as_str().unwrap_or("unknown").to_owned(),
            measured,
            difference: difference.zip(told["n_places"].as_u64()),
        })
    };
    PEERS.iter().map(of).collect()
}

fn measured(peer: &Peer, found: &Value) -> Result<Vec<Measured>> {
    let is_its_own = |name: &&&str| {
        peer.kind != Kind::OnTop || ["cold_start_time", "engine_bytes"].contains(*name)
    };
    let names = NAMES.iter().filter(is_its_own);
    let measures = names.filter_map(|name| MEASURES.iter().find(|measure| measure.name == *name));
    measures
        .map(|measure| measures::measured(measure, found, peer.name).context(measure.name))
        .collect()
}

/// Adds what the peers came to, and why one of them did not take part.
pub(in crate::bench) fn add_summary(summary: &mut Value, peers: &[OfPeer]) {
    let of = |of: &OfPeer| {
        let told = match &of.measured {
            Err(reason) => json!({ "version": of.version, "refused": reason }),
            Ok(measured) => {
                let ratio = |of: &Measured| (of.measure.name.to_owned(), json!(of.ratio));
                let ratios: Map<String, Value> = measured.iter().map(ratio).collect();
                let value = |of: &Measured| (of.measure.name.to_owned(), json!(of.ours.median));
                let medians: Map<String, Value> = measured.iter().map(value).collect();
                json!({ "version": of.version, "ratios_vs_onnxruntime_web": ratios, "medians": medians })
            }
        };
        (of.peer.name.to_owned(), told)
    };
    summary["peers"] = Value::Object(peers.iter().map(of).collect());
}

/// The table, with what was compared above it and the peers that do not take part below.
pub(in crate::bench) fn render(peers: &[OfPeer]) -> String {
    let taking: Vec<(&OfPeer, &Vec<Measured>)> = peers
        .iter()
        .filter_map(|of| Some((of, of.measured.as_ref().ok()?)))
        .collect();
    let same: Vec<String> = taking
        .iter()
        .filter_map(|(of, _)| {
            let (difference, n_places) = of.difference?;
            let shown = of.peer.shown;
            Some(format!(
                "{shown} by at most {difference:.1e} at {n_places} places"
            ))
        })
        .collect();
    let titles: Vec<String> = taking
        .iter()
        .map(|(of, _)| format!(" {} {} |", of.peer.shown, of.version))
        .collect();
    let mut lines = vec![
        format!(
            "**Further engines**, in the same rounds. Before timing: every token is the same as onnxruntime-web's; probabilities differ: {}. After \
             each time is how many times as fast as onnxruntime-web it is; of the last two rows, how many times as much.",
            same.join("; ")
        ),
        String::new(),
        format!("| | unit | onnxruntime-web |{}", titles.concat()),
        format!("|---|---|---|{}", "---|".repeat(taking.len())),
    ];
    lines.extend(NAMES.iter().filter_map(|name| row(name, &taking)));
    lines.push(String::new());
    for of in peers {
        if let Err(reason) = &of.measured {
            let (shown, version) = (of.peer.shown, &of.version);
            lines.push(format!("- {shown} {version} does not take part: {reason}."));
        }
    }
    lines.join("\n").trim_end().to_owned()
}

/// One measure of all peers; nothing where none has it.
fn row(name: &str, taking: &[(&OfPeer, &Vec<Measured>)]) -> Option<String> {
    let cells: Vec<Option<&Measured>> = taking
        .iter()
        .map(|(_, all)| all.iter().find(|of| of.measure.name == name))
        .collect();
    let first = cells.iter().flatten().next()?;
    let measure = first.measure;
    let cell = |of: &Option<&Measured>| match of {
        None => " as onnxruntime-web |".to_owned(),
        Some(of) => format!(
            " {}: {:.2} × |",
            with_spread(&of.ours, of.ours.median, measure.decimals),
            of.ratio
        ),
    };
    Some(format!(
        "| `{name}` | {} | {} |{}",
        measure.unit,
        with_spread(&first.theirs, first.theirs.median, measure.decimals),
        cells.iter().map(cell).collect::<String>()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::measures::tests::found;
    use crate::bench::peers::refuse_other_answers;

    /// What a page could have posted with the peers in it: rten takes part, candle and the other form do not.
    fn with_peers() -> Value {
        let mut found = found();
        let runs = |ms: f64, token: u8| {
            json!([
                { "wall_ms": ms, "compute_ms": ms, "tokens": [token] },
                { "wall_ms": ms, "compute_ms": ms, "tokens": [token] },
            ])
        };
        found["workloads"]["teacher_forced_batch"] =
            json!({ "n_tokens": 1000, "theirs": runs(20.0, 7) });
        found["workloads"]["cold_start_time"]["theirs"] = runs(480.0, 7);
        found["workloads"]["cold_start_time"]["transformers_js"] = runs(960.0, 7);
        for name in &NAMES[..5] {
            found["workloads"][*name]["rten"] = runs(10.0, 7);
        }
        found["compressed_bytes"]["rten"] = json!({ "a": 300_000 });
        found["compressed_bytes"]["transformers_js"] = json!({ "a": 4_500_000 });
        found["peers"] = json!({
            "rten": { "version": "1.0.0", "largest_difference": 2e-6, "n_places": 40 },
            "candle": { "version": "2.0.0", "refused": "in direct_batch, 1 of 10 texts differ" },
            "onnxruntime_web_int8": { "version": "1.30.0", "refused": "no" },
            "transformers_js": { "version": "4.0.0" },
        });
        found
    }

    #[test]
    fn the_table_has_a_column_for_each_peer_that_takes_part() {
        let mut found = with_peers();
        refuse_other_answers(&mut found);
        let table = render(&read(&found).unwrap());
        let lines: Vec<&str> = table.lines().collect();
        assert!(lines[0].contains("rten by at most 2.0e-6 at 40 places. "));
        let expected = [
            "| | unit | onnxruntime-web | rten 1.0.0 | transformers.js 4.0.0 |",
            "|---|---|---|---|---|",
            "| `teacher_forced_batch` | µs a token | 20.00 | 10.00: 2.00 × | as onnxruntime-web |",
        ];
        assert_eq!(lines[2..5], expected);
        let expected = [
            "| `cold_start_time` | ms | 480 | 10: 0.02 × | 960: 2.00 × |",
            "| `engine_bytes` | KB | 3000 | 300: 0.10 × | 4500: 1.50 × |",
            "",
            "- candle 2.0.0 does not take part: in direct_batch, 1 of 10 texts differ.",
            "- onnxruntime-web, dynamic int8 1.30.0 does not take part: no.",
        ];
        assert_eq!(lines[8..], expected);
    }

    #[test]
    fn another_first_answer_is_refused() {
        let mut found = with_peers();
        found["workloads"]["cold_start_time"]["transformers_js"][1]["tokens"] = json!([8]);
        refuse_other_answers(&mut found);
        let transformers = &read(&found).unwrap()[3];
        let reason = "its answer after a cold start differs".to_owned();
        assert_eq!(transformers.measured.as_ref().err(), Some(&reason));
    }

    #[test]
    fn the_summary_has_ratios_or_the_reason() {
        let mut summary = json!({});
        add_summary(&mut summary, &read(&with_peers()).unwrap());
        let peers = &summary["peers"];
        let ratios = &peers["rten"]["ratios_vs_onnxruntime_web"];
        assert_eq!(ratios["teacher_forced_batch"], json!(2.0));
        assert_eq!(peers["onnxruntime_web_int8"]["refused"], json!("no"));
    }

    #[test]
    fn a_peer_without_a_run_is_an_error() {
        let mut found = with_peers();
        found["workloads"]["direct_batch"]["rten"] = json!(null);
        let error = read(&found).err().expect("a workload is missing");
        assert_eq!(
            format!("{error:#}"),
            "rten: direct_batch: rten: no list of runs"
        );
    }
}
