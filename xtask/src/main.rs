//! `cargo xtask <command>`: reads the command line and calls the command's own file.

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;
use xtask::engines::{ASSURED, Engine};
use xtask::{
    cards, ci, dependencies, digests, fuzz, lighthouse, page, paths, process, release, reproduce,
    serve, test, tidy,
};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Developer commands of Show Your Work")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what is missing, build the release page, serve it and open a browser
    Serve {
        /// The port on this machine; 0 takes any free one
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Do not open a browser
        #[arg(long)]
        no_open: bool,
    },
    /// Install what is missing and build the release page into dist/
    Build,
    /// Write the page in one file, and what it needs to work offline; `build` does both
    SingleFile {
        /// The folder of a built page; the default is dist/
        #[arg(long)]
        dist: Option<PathBuf>,
    },
    /// Check every file of a built page against its digests.txt, and the digest that the page shows
    Digests {
        /// The folder of a built page; the default is dist/
        #[arg(long)]
        dist: Option<PathBuf>,
    },
    /// Check and build what is committed, and pack it with digests, bill of materials and notes into target/release-<version>/
    Release,
    /// Build what is committed twice, in fresh clones, and compare every file
    Reproduce {
        /// Build it once, and compare with the built page in this folder
        #[arg(long)]
        with: Option<PathBuf>,
    },
    /// Every Rust test, the wasm tests and the browser tests
    Test {
        /// Only the tests that run on this machine without a browser
        #[arg(long)]
        quick: bool,
        /// The page in this engine only, with every browser test; may be given again. The default is every test in Chromium, and what
        /// matters most in Firefox
        #[arg(long = "engine", value_name = "ENGINE")]
        engines: Vec<Engine>,
    },
    /// The rest of the gate: format, lints, tidy, models, size budgets, the training suite
    Ci {
        /// Run only these steps
        steps: Vec<String>,
    },
    /// List every shipped model, with its digest and held-out accuracy recomputed
    Models {
        /// Print one JSON array instead of a table
        #[arg(long)]
        json: bool,
        /// Print only what is wrong
        #[arg(long)]
        check: bool,
    },
    /// Measure every shipped model and write public/results/evaluation.json, going on where an earlier run stopped
    Evaluate {
        /// Measure a random tenth again and compare it with the file
        #[arg(long)]
        check: bool,
        /// Which tenth; the default is another one every time
        #[arg(long)]
        seed: Option<u64>,
        /// Only these models, by id
        models: Vec<String>,
    },
    /// Write the published competence maps that are not up to date
    Maps {
        /// Recompute a random tenth of the rows of each file instead
        #[arg(long)]
        check: bool,
        /// The seed of the rows that are checked
        #[arg(long)]
        seed: Option<u64>,
    },
    /// Time the engine of dist/ beside onnxruntime-web and others in Chromium; write docs/bench.json and docs/performance.md
    Bench {
        /// Fewer rounds
        #[arg(long)]
        quick: bool,
    },
    /// Take the picture of each figure, for sites that show one beside a link, into public/cards/
    Cards,
    /// Audit the page in dist/ with Lighthouse on a slow phone, and write what was measured to docs/performance.md
    Lighthouse {
        /// Also a long visit, driven as fast as the page answers, and what it takes of memory
        #[arg(long)]
        soak: bool,
        /// Only that visit
        #[arg(long, requires = "soak")]
        only: bool,
        /// How long that visit is
        #[arg(long, default_value_t = lighthouse::SOAK_MINUTES)]
        minutes: u32,
    },
    /// Measure what every crate costs in the page's programs, and write docs/dependencies.md
    Dependencies {
        /// Only write the rows anew, and measure nothing
        #[arg(long)]
        rows: bool,
    },
    /// Give hostile input to everything that reads from outside, on all cores; write docs/reliability.md
    Fuzz {
        /// How many cases, of all readers together
        #[arg(long, default_value_t = fuzz::CASES)]
        cases: u64,
        /// The seed of the cases; the default is another one every time
        #[arg(long)]
        seed: Option<u64>,
        /// Only this reader, by its name; nothing is written then
        #[arg(long)]
        reader: Option<String>,
        /// Only this case of it, by its number
        #[arg(long, requires = "reader", requires = "seed")]
        case: Option<u64>,
    },
    /// Check the rules of the source tree: arrows between parts, file lengths, words
    Tidy,
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Serve { port, no_open } => serve::serve(port, !no_open),
        Command::Build => page::build(),
        Command::SingleFile { dist } => page::finish(&dist.unwrap_or_else(paths::dist)),
        Command::Digests { dist } => digests::check(&dist.unwrap_or_else(paths::dist)),
        Command::Release => release::release(),
        Command::Reproduce { with } => reproduce::reproduce(with.as_deref()),
        Command::Test { quick, engines } => {
            let (engines, is_whole) = match engines.as_slice() {
                [] => (ASSURED, false),
                named => (named, true),
            };
            if test::test(quick, engines, is_whole).failed > 0 {
                return ExitCode::FAILURE;
            }
            Ok(())
        }
        Command::Ci { steps } => ci::ci(&steps),
        Command::Models { json, check } => {
            let flags = [json.then_some("--json"), check.then_some("--check")];
            let flags: Vec<String> = flags.into_iter().flatten().map(str::to_owned).collect();
            run_binary("models", "models", &flags)
        }
        Command::Evaluate {
            check,
            seed,
            models,
        } => {
            let mut arguments = models;
            arguments.extend(check.then(|| "--check".to_owned()));
            arguments.extend(seed.map(|seed| format!("--seed={seed}")));
            run_binary("evaluate", "models", &arguments)
        }
        Command::Maps { check, seed } => {
            let check = check.then(|| "--check".to_owned());
            let seed = seed.map(|seed| format!("--seed={seed}"));
            let arguments: Vec<String> = check.into_iter().chain(seed).collect();
            run_binary("maps", "models", &arguments)
        }
        Command::Bench { quick } => {
            let quick = quick.then(|| "--quick".to_owned());
            run_binary("bench", "bench", quick.as_slice())
        }
        Command::Dependencies { rows: true } => dependencies::renew(),
        Command::Dependencies { rows: false } => run_binary("dependencies", "dependencies", &[]),
        Command::Cards => cards::cards(),
        Command::Lighthouse {
            only: true,
            minutes,
            ..
        } => lighthouse::soak(minutes),
        Command::Lighthouse { soak, minutes, .. } => {
            lighthouse::lighthouse(soak.then_some(minutes))
        }
        Command::Fuzz {
            cases,
            seed,
            reader,
            case,
        } => fuzz::fuzz(cases, seed, reader.as_deref(), case),
        Command::Tidy => tidy::tidy(&paths::root()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a command that is a binary of its own, compiled with a feature when it is first asked for.
fn run_binary(binary: &str, feature: &str, arguments: &[String]) -> anyhow::Result<()> {
    let mut command = process::command("cargo");
    command.args(["run", "--release", "--package", "xtask"]);
    command.args(["--features", feature, "--bin", binary, "--"]);
    command.args(arguments);
    process::run(&mut command)
}
