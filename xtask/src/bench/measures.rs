//! What is measured, in which unit, against which target; and how it is read from what the page posted.

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

use super::statistics::Quartiles;

/// One measure of both engines.
pub(super) struct Measure {
    /// The workload's name, and the key in docs/bench.json.
    pub(super) name: &'static str,
    pub(super) what: &'static str,
    pub(super) unit: &'static str,
    pub(super) decimals: usize,
    pub(super) value: ValueOf,
    pub(super) ratio: Ratio,
    pub(super) target: Target,
}

/// How a run becomes a number in the measure's unit.
pub(super) enum ValueOf {
    /// Microseconds of waiting for each token.
    WaitedPerToken,
    /// Microseconds of computing for each token.
    ComputedPerToken,
    /// Milliseconds of waiting for each text.
    WaitedPerText,
    /// Seconds of waiting, for all that the workload is a sample of.
    ScaledSeconds,
    /// Milliseconds of waiting.
    Waited,
    /// Kilobytes; nothing is run.
    Kilobytes,
}

/// Which way round the engines are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ratio {
    /// Theirs through ours.
    TimesFaster,
    /// Ours through theirs.
    ShareOf,
}

pub(super) enum Target {
    None,
    RatioAtLeast(f64),
    RatioAtMost(f64),
    /// Of our own value.
    ValueAtMost(f64),
}

pub(super) const MEASURES: [Measure; 9] = [
    Measure {
        name: "teacher_forced_batch",
        what: "the chains of kv_decode_batch with their prompts, given and read in one pass each, the most probable token told after every token",
        unit: "µs a token",
        decimals: 2,
        value: ValueOf::WaitedPerToken,
        ratio: Ratio::TimesFaster,
        target: Target::RatioAtLeast(2.0),
    },
    Measure {
        name: "direct_batch",
        what: "held-out products answered by large, one pass each, many at once",
        unit: "µs an answer",
        decimals: 0,
        value: ValueOf::WaitedPerToken,
        ratio: Ratio::TimesFaster,
        target: Target::None,
    },
    Measure {
        name: "kv_decode_batch",
        what: "chains of held-out products by small, many at once, keys and values kept",
        unit: "µs a token",
        decimals: 2,
        value: ValueOf::WaitedPerToken,
        ratio: Ratio::TimesFaster,
        target: Target::RatioAtLeast(6.0),
    },
    Measure {
        name: "single_token",
        what: "one chain of small after another, token by token, computing alone",
        unit: "µs a token",
        decimals: 1,
        value: ValueOf::ComputedPerToken,
        ratio: Ratio::TimesFaster,
        target: Target::ValueAtMost(60.0),
    },
    Measure {
        name: "full_maps",
        what: "both maps of modulus 7, one worker, scaled from a sample of their cells",
        unit: "s",
        decimals: 1,
        value: ValueOf::ScaledSeconds,
        ratio: Ratio::TimesFaster,
        target: Target::RatioAtLeast(2.0),
    },
    Measure {
        name: "first_tiles",
        what: "the first 128 cells of both maps, answered by one worker",
        unit: "ms",
        decimals: 0,
        value: ValueOf::Waited,
        ratio: Ratio::TimesFaster,
        target: Target::ValueAtMost(150.0),
    },
    Measure {
        name: "edit_to_answer",
        what: "a digit in the middle of a chain of small is changed; the text up to it is read again and the rest written",
        unit: "ms an edit",
        decimals: 2,
        value: ValueOf::WaitedPerText,
        ratio: Ratio::TimesFaster,
        target: Target::ValueAtMost(5.0),
    },
    Measure {
        name: "cold_start_time",
        what: "from nothing to the first answer of large, in a new browser, from this machine",
        unit: "ms",
        decimals: 0,
        value: ValueOf::Waited,
        ratio: Ratio::ShareOf,
        target: Target::RatioAtMost(0.5),
    },
    Measure {
        name: "engine_bytes",
        what: "the engine's files under brotli",
        unit: "KB",
        decimals: 0,
        value: ValueOf::Kilobytes,
        ratio: Ratio::ShareOf,
        target: Target::RatioAtMost(0.6),
    },
];

/// What share of the measured peak is asked for where many given texts are read.
pub(super) const PEAK_SHARE_TARGET: f64 = 0.5;

/// How much of what the browser can do the engine does while it reads many given texts.
pub(super) struct PeakShare {
    /// 10^9 multiplications and additions a second where nothing is in the way: the median of the rounds.
    pub(super) peak_gflops: f64,
    /// The engine's, in products of matrices and in attention.
    pub(super) gflops: f64,
}

impl PeakShare {
    pub(super) fn read(found: &Value) -> Result<PeakShare> {
        let workload = &found["workloads"]["teacher_forced_batch"];
        let flop = workload["flop"]
            .as_f64()
            .context("no count of operations")?;
        let median = |values: Vec<f64>| Some(Quartiles::of(&values)?.median);
        let numbers = |values: &Value, of: fn(&Value) -> Option<f64>| {
            median(values.as_array()?.iter().filter_map(of).collect())
        };
        let peak = numbers(&found["peak_gflops"], Value::as_f64).context("no measured peak")?;
        let ms = numbers(&workload["ours"], |run| run["wall_ms"].as_f64()).context("no run")?;
        Ok(PeakShare {
            peak_gflops: peak,
            gflops: flop / ms / 1e6,
        })
    }

    pub(super) fn share(&self) -> f64 {
        self.gflops / self.peak_gflops
    }
}

/// A measure with the numbers of both engines, round by round.
pub(super) struct Measured {
    pub(super) measure: &'static Measure,
    pub(super) ours: Quartiles,
    pub(super) theirs: Quartiles,
    /// Of the medians.
    pub(super) ratio: f64,
    /// Of each round by itself.
    pub(super) ratios: Quartiles,
}

/// Reads every measure from what was found.
pub(super) fn read(found: &Value) -> Result<Vec<Measured>> {
    let of = |measure: &'static Measure| {
        measured(measure, found, "ours")
            .with_context(|| format!("the bench's result, {}", measure.name))
    };
    MEASURES.iter().map(of).collect()
}

/// One measure of `engine` beside onnxruntime-web.
pub(super) fn measured(measure: &'static Measure, found: &Value, engine: &str) -> Result<Measured> {
    let [ours, theirs] = [
        values(measure, found, engine)?,
        values(measure, found, "theirs")?,
    ];
    if ours.len() != theirs.len() {
        bail!(
            "{} runs of one engine, {} of the other",
            ours.len(),
            theirs.len()
        );
    }
    let through = |ours: f64, theirs: f64| match measure.ratio {
        Ratio::TimesFaster => theirs / ours,
        Ratio::ShareOf => ours / theirs,
    };
    let ratios: Vec<f64> = ours
        .iter()
        .zip(&theirs)
        .map(|(ours, theirs)| through(*ours, *theirs))
        .collect();
    let quartiles = |values: &[f64]| Quartiles::of(values).context("there is no run");
    let [ours, theirs, ratios] = [quartiles(&ours)?, quartiles(&theirs)?, quartiles(&ratios)?];
    Ok(Measured {
        measure,
        ours,
        theirs,
        ratio: through(ours.median, theirs.median),
        ratios,
    })
}

/// What each run of an engine comes to, in the measure's unit.
fn values(measure: &Measure, found: &Value, engine: &str) -> Result<Vec<f64>> {
    if matches!(measure.value, ValueOf::Kilobytes) {
        let files = found["compressed_bytes"][engine].as_object();
        let files = files.with_context(|| format!("{engine}: no compressed_bytes"))?;
        let bytes: f64 = files.values().filter_map(Value::as_f64).sum();
        return Ok(vec![bytes / 1e3]);
    }
    let workload = &found["workloads"][measure.name];
    let runs = workload[engine].as_array();
    let runs = runs.with_context(|| format!("{engine}: no list of runs"))?;
    let number = |of: &Value, name: &str| {
        let number = of[name].as_f64().filter(|number| *number > 0.0);
        number.with_context(|| format!("{engine}: `{name}` is not a number above 0"))
    };
    let value = |run: &Value| {
        Ok(match measure.value {
            ValueOf::WaitedPerToken => {
                number(run, "wall_ms")? * 1e3 / number(workload, "n_tokens")?
            }
            ValueOf::ComputedPerToken => {
                number(run, "compute_ms")? * 1e3 / number(workload, "n_tokens")?
            }
            ValueOf::WaitedPerText => number(run, "wall_ms")? / number(workload, "n_texts")?,
            ValueOf::ScaledSeconds => number(run, "wall_ms")? / 1e3 * number(workload, "scale")?,
            ValueOf::Waited | ValueOf::Kilobytes => number(run, "wall_ms")?,
        })
    };
    runs.iter().map(value).collect()
}

/// The text of docs/bench.json: the ratios first, then what they come from.
pub(super) fn summary(measured: &[Measured], peak: &PeakShare, found: &Value) -> Value {
    let mut ratios: Map<String, Value> = Map::new();
    let mut quartiles = Map::new();
    for of in measured {
        ratios.insert(of.measure.name.to_owned(), json!(of.ratio));
        let three = |of: &Quartiles| json!([of.lower, of.median, of.upper]);
        let all = json!({
            "unit": of.measure.unit, "ours": three(&of.ours), "theirs": three(&of.theirs),
            "ratio_by_round": three(&of.ratios),
        });
        quartiles.insert(of.measure.name.to_owned(), all);
    }
    let single = measured.iter().find(|of| of.measure.name == "single_token");
    json!({
        "ratios_vs_onnxruntime_web": ratios,
        "single_token_us": single.map(|of| of.ours.median),
        "peak_share": peak.share(),
        "quartiles": quartiles,
        "found": found,
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// What a page could have posted: round numbers, two rounds.
    pub(in crate::bench) fn found() -> Value {
        let runs = |first: f64, second: f64| {
            json!([
                { "wall_ms": first, "compute_ms": first },
                { "wall_ms": second, "compute_ms": second },
            ])
        };
        let workload = || {
            json!({
                "n_tokens": 1000, "n_texts": 10, "scale": 45.0, "flop": 4.2e9,
                "ours": runs(100.0, 110.0), "theirs": runs(300.0, 660.0),
            })
        };
        json!({
            "rounds": 2, "browser": "Chromium 1", "cores": 2, "load": "0.5", "onnxruntime_web": "1.30.0",
            "equality": { "largest_difference": 2e-6, "n_places": 40, "tolerance": 0.001 },
            "peak_gflops": [70.0, 90.0],
            "workloads": {
                "teacher_forced_batch": workload(), "first_tiles": workload(), "edit_to_answer": workload(),
                "direct_batch": workload(), "kv_decode_batch": workload(), "single_token": workload(),
                "full_maps": workload(), "cold_start_time": workload(),
            },
            "compressed_bytes": { "ours": { "a": 600_000, "b": 900_000 }, "theirs": { "c": 3_000_000 } },
        })
    }

    #[test]
    fn runs_are_read_in_the_unit_of_their_measure() {
        let all = read(&found()).unwrap();
        let medians: Vec<(f64, f64, f64)> = all
            .iter()
            .map(|of| (of.ours.median, of.theirs.median, of.ratio))
            .collect();
        let per_token = (105.0, 480.0, 480.0 / 105.0);
        let maps = (4.725, 21.6, 21.6 / 4.725);
        let cold = (105.0, 480.0, 105.0 / 480.0);
        let bytes = (1500.0, 3000.0, 0.5);
        let per_text = (10.5, 48.0, 480.0 / 105.0);
        let waited = (105.0, 480.0, 480.0 / 105.0);
        assert_eq!(
            medians,
            [
                per_token, per_token, per_token, per_token, maps, waited, per_text, cold, bytes
            ]
        );
        assert_eq!((all[0].ratios.lower, all[0].ratios.upper), (3.75, 5.25));
    }

    #[track_caller]
    fn check(change: impl FnOnce(&mut Value), expected: &str) {
        let mut found = found();
        change(&mut found);
        let error = read(&found).err().expect("this is no result");
        assert_eq!(format!("{error:#}"), expected);
    }

    #[test]
    fn a_malformed_result_says_what_is_wrong() {
        check(
            |found| *found = json!({}),
            "the bench's result, teacher_forced_batch: ours: no list of runs",
        );
        check(
            |found| found["workloads"]["full_maps"]["theirs"] = json!([]),
            "the bench's result, full_maps: 2 runs of one engine, 0 of the other",
        );
        check(
            |found| found["workloads"]["single_token"]["ours"][1] = json!({}),
            "the bench's result, single_token: ours: `compute_ms` is not a number above 0",
        );
        check(
            |found| found["workloads"]["kv_decode_batch"]["n_tokens"] = json!(0),
            "the bench's result, kv_decode_batch: ours: `n_tokens` is not a number above 0",
        );
        check(
            |found| {
                for engine in ["ours", "theirs"] {
                    found["workloads"]["cold_start_time"][engine] = json!([]);
                }
            },
            "the bench's result, cold_start_time: there is no run",
        );
        check(
            |found| found["compressed_bytes"] = json!(null),
            "the bench's result, engine_bytes: ours: no compressed_bytes",
        );
    }

    #[test]
    fn a_share_of_the_peak_needs_what_it_is_made_of() {
        let check = |change: fn(&mut Value), expected: &str| {
            let mut found = found();
            change(&mut found);
            let error = PeakShare::read(&found).err().expect("this is no result");
            assert_eq!(error.to_string(), expected);
        };
        check(|found| found["peak_gflops"] = json!([]), "no measured peak");
        let no_flop = |found: &mut Value| {
            found["workloads"]["teacher_forced_batch"]["flop"] = Value::Null;
        };
        check(no_flop, "no count of operations");
    }

    #[test]
    fn the_summary_has_the_ratios_and_every_run() {
        let found = found();
        let peak = PeakShare::read(&found).unwrap();
        let summary = summary(&read(&found).unwrap(), &peak, &found);
        let ratios = &summary["ratios_vs_onnxruntime_web"];
        assert_eq!(ratios["teacher_forced_batch"], json!(480.0 / 105.0));
        assert_eq!(summary["peak_share"], json!(0.5));
        assert_eq!(ratios["engine_bytes"], json!(0.5));
        assert_eq!(summary["single_token_us"], json!(105.0));
        assert_eq!(summary["found"], found);
    }
}
