//! `cargo xtask fuzz`: gives hostile input to every reader of `crates/hostile`, a process for each core, and writes what came of it to
//! docs/reliability.md.

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use std::process::{Child, Stdio};
use std::thread;

use crate::marked_page::{self, Marks};
use crate::process::{command, run, say};
use crate::{paths, random};

/// As many cases as a run has that nobody asked for another number of.
pub const CASES: u64 = 10_000_000;

const MARKS: Marks = Marks {
    begin: "<!-- written by cargo xtask fuzz -->\n",
    end: "<!-- to here -->",
};

/// What a process says of a reader: `Report` of `crates/hostile`.
#[derive(Deserialize)]
struct Report {
    target: String,
    cases: u64,
    refused: u64,
    bytes: u64,
    work: u64,
    longest: u64,
    memory: u64,
    found: Vec<Found>,
}

#[derive(Deserialize)]
struct Found {
    target: String,
    seed: u64,
    case: u64,
    fault: String,
    input: String,
}

/// Runs the cases. Only a run of all readers is written down.
///
/// # Errors
///
/// Where a case came out as none may, or a process ended before its time.
pub fn fuzz(cases: u64, seed: Option<u64>, reader: Option<&str>, case: Option<u64>) -> Result<()> {
    let seed = seed.unwrap_or_else(random::any_seed);
    let build = [
        "build",
        "--profile",
        "fuzz",
        "--package",
        "syw-hostile",
        "--bin",
        "fuzz",
    ];
    run(command("cargo").args(build))?;
    let n_parts = match case {
        Some(_) => 1,
        None => thread::available_parallelism().map_or(1, usize::from),
    };
    say(format!("seed {seed}, {cases} cases in {n_parts} processes"));
    let mut arguments: Vec<String> = Vec::new();
    arguments.extend(reader.map(str::to_owned));
    arguments.extend(case.map(|case| case.to_string()));
    let start = |part: usize| {
        let numbers = [seed, part as u64, n_parts as u64, cases].map(|number| number.to_string());
        let mut command = command(paths::target().join("fuzz/fuzz"));
        command
            .args(numbers)
            .args(&arguments)
            .stdout(Stdio::piped());
        command.spawn().context("target/fuzz/fuzz")
    };
    let parts: Vec<Child> = (0..n_parts).map(start).collect::<Result<_>>()?;
    let mut reports: Vec<Report> = Vec::new();
    for reports_of_part in parts.into_iter().map(reports_of).collect::<Vec<_>>() {
        reports_of_part?
            .into_iter()
            .for_each(|report| add(&mut reports, report));
    }
    let text = table(&reports, seed);
    println!("{text}");
    if reader.is_none() {
        marked_page::write("docs/reliability.md", &[(&MARKS, &text)])?;
    }
    let found: Vec<&Found> = reports.iter().flat_map(|report| &report.found).collect();
    for Found {
        target,
        seed,
        case,
        fault,
        input,
    } in &found
    {
        println!(
            "{target}: {fault}\n  again: cargo xtask fuzz --reader {target:?} --seed {seed} --case {case}\n  {input}"
        );
    }
    ensure!(
        found.is_empty(),
        "{} cases came out as none may",
        found.len()
    );
    Ok(())
}

fn reports_of(part: Child) -> Result<Vec<Report>> {
    let output = part.wait_with_output()?;
    if !output.status.success() {
        bail!(
            "a process ended with {}, in the reader that it named last",
            output.status
        );
    }
    let lines = String::from_utf8(output.stdout)?;
    let report = |line| serde_json::from_str(line).context("a report");
    lines.lines().map(report).collect()
}

/// Puts the report of a part to those of the others.
fn add(reports: &mut Vec<Report>, report: Report) {
    let Some(sum) = reports.iter_mut().find(|sum| sum.target == report.target) else {
        return reports.push(report);
    };
    sum.cases += report.cases;
    sum.refused += report.refused;
    sum.bytes += report.bytes;
    sum.work += report.work;
    sum.longest = sum.longest.max(report.longest);
    sum.memory = sum.memory.max(report.memory);
    sum.found.extend(report.found);
}

/// The reports as they stand in docs/reliability.md.
fn table(reports: &[Report], seed: u64) -> String {
    let cases: u64 = reports.iter().map(|report| report.cases).sum();
    let n_found: usize = reports.iter().map(|report| report.found.len()).sum();
    let seconds: f64 = reports.iter().map(|report| report.work as f64 / 1e9).sum();
    let mut lines = vec![
        format!(
            "{} cases with the seed {seed}, {seconds:.0} s of a processor in the readers; {} came out as none may.",
            grouped(cases),
            if n_found == 0 { "none".to_owned() } else { n_found.to_string() },
        ),
        String::new(),
        "| what is read | cases | refused | bytes a case | µs a case | longest, ms | most memory, KB |".into(),
        "|---|---|---|---|---|---|---|".into(),
    ];
    lines.extend(reports.iter().map(|report| {
        let each = |sum: u64| sum as f64 / report.cases.max(1) as f64;
        format!(
            "| {} | {} | {:.1} % | {:.0} | {:.1} | {:.1} | {:.0} |",
            report.target,
            grouped(report.cases),
            100.0 * each(report.refused),
            each(report.bytes),
            each(report.work) / 1e3,
            report.longest as f64 / 1e6,
            report.memory as f64 / 1e3,
        )
    }));
    lines.join("\n")
}

/// A number with its digits in groups of three.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&[u8]> = digits.as_bytes().rchunks(3).rev().collect();
    let groups: Vec<String> = groups
        .into_iter()
        .map(|group| String::from_utf8_lossy(group).into_owned())
        .collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(cases: u64, longest: u64) -> Report {
        Report {
            target: "a reader".into(),
            cases,
            refused: cases / 4,
            bytes: 20 * cases,
            work: 3000 * cases,
            longest,
            memory: 64_000,
            found: Vec::new(),
        }
    }

    #[test]
    fn parts_are_put_together_in_one_line() {
        let mut reports = Vec::new();
        add(&mut reports, report(1000, 2_000_000));
        add(&mut reports, report(1000, 1_000_000));
        let expected = "2,000 cases with the seed 7, 0 s of a processor in the readers; none came out as none may.\n\n\
            | what is read | cases | refused | bytes a case | µs a case | longest, ms | most memory, KB |\n\
            |---|---|---|---|---|---|---|\n\
            | a reader | 2,000 | 25.0 % | 20 | 3.0 | 2.0 | 64 |";
        assert_eq!(table(&reports, 7), expected);
        assert_eq!(
            [7, 1234, 1_234_567].map(grouped),
            ["7", "1,234", "1,234,567"]
        );
    }
}
