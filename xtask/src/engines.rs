//! The browser engines that the page is tested in: what each needs on this machine, and which tests it is excused from.

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;

use crate::process::find;
use crate::tools::{self, Tool};
use crate::{chromium, paths, system};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    Chromium,
    Firefox,
    Webkit,
}

/// Those in which the tests are run where none is named: all of them, of which WebKit runs on Linux only.
pub const ASSURED: &[Engine] = match cfg!(target_os = "linux") {
    true => &ENGINES,
    false => &[Engine::Chromium, Engine::Firefox],
};

/// Every engine.
const ENGINES: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::Webkit];

/// The files of tests that are run each time in Firefox: what a reader does first, what must not be lost, the page in frames of other pages,
/// and the same tokens. The rest is run each time in Chromium alone, and elsewhere where an engine is named.
const EACH_TIME_IN_FIREFOX: [&str; 12] = [
    "duel",
    "edit",
    "embed_hosts",
    "failures",
    "hosts",
    "keyboard",
    "link",
    "policy",
    "privacy",
    "proof",
    "same_tokens",
    "sweep",
];

/// Those of them that are run each time in WebKit, too. All of them would make the whole of the tests longer by five minutes.
const EACH_TIME_IN_WEBKIT: [&str; 5] = ["duel", "link", "policy", "privacy", "same_tokens"];

/// The table of known differences: a line `<engine>: <why>` and below it, indented, the tests that are not run there.
const DIFFERENCES: &str = "tests/browser/differences.txt";

impl Engine {
    /// As SYW_ENGINE and the table of differences have it.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::Webkit => "webkit",
        }
    }

    /// Makes sure that the browser and its driver are there, and gives the variables by which the tests find them. As root, what
    /// is missing is installed through apt.
    pub fn ensure(self) -> Result<Vec<(&'static str, OsString)>> {
        let mut found = vec![("SYW_ENGINE", self.name().into())];
        match self {
            Engine::Chromium => {
                let chromium = chromium::ensure()?;
                found.push(("CHROMIUM", chromium.browser.into()));
                found.push(("CHROMEDRIVER", chromium.driver.into()));
            }
            Engine::Firefox => {
                let locate = || find("firefox-esr").or_else(|| find("firefox"));
                if locate().is_none() {
                    system::FIREFOX.install_as_root();
                }
                system::FIREFOX.require(locate().is_some())?;
                tools::ensure(&[Tool::Geckodriver])?;
                found.extend(locate().map(|browser| ("FIREFOX", browser.into())));
            }
            Engine::Webkit => {
                let is_there = || find("WebKitWebDriver").is_some() && find("Xvfb").is_some();
                if !is_there() {
                    system::WEBKIT.install_as_root();
                }
                system::WEBKIT.require(is_there())?;
            }
        }
        Ok(found)
    }

    /// Of all tests those that are run in this engine: every one that it is not excused from, or only what is run in it each time.
    ///
    /// # Errors
    ///
    /// A test that the table of differences names is not there.
    pub fn chosen(self, all: &[String], is_whole: bool) -> Result<Vec<&String>> {
        let text = fs::read_to_string(paths::root().join(DIFFERENCES)).context(DIFFERENCES)?;
        let groups = differences(&text)?;
        chosen(self, &groups, all, is_whole)
    }
}

fn chosen<'a>(
    engine: Engine,
    groups: &[Difference],
    all: &'a [String],
    is_whole: bool,
) -> Result<Vec<&'a String>> {
    let named = groups.iter().flat_map(|group| &group.tests);
    if let Some(gone) = { named }.find(|test| !all.contains(test)) {
        bail!("{DIFFERENCES} names a test that is not there: {gone}");
    }
    let own = groups.iter().filter(|group| group.engine == engine);
    let excused: BTreeSet<&String> = own.flat_map(|group| &group.tests).collect();
    let is_here = |test: &&String| {
        let file = test.split("::").next().unwrap_or_default();
        is_whole
            || match engine {
                Engine::Chromium => true,
                Engine::Firefox => EACH_TIME_IN_FIREFOX.contains(&file),
                Engine::Webkit => EACH_TIME_IN_WEBKIT.contains(&file),
            }
    };
    let here = all.iter().filter(is_here);
    Ok(here.filter(|test| !excused.contains(test)).collect())
}

/// Tests that are not run in an engine for one reason.
#[derive(Debug, PartialEq, Eq)]
struct Difference {
    engine: Engine,
    why: String,
    tests: Vec<String>,
}

/// Reads the table. Lines that begin with `#` say what it is.
fn differences(text: &str) -> Result<Vec<Difference>> {
    let mut groups: Vec<Difference> = Vec::new();
    let lines = text
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    for line in lines {
        if line.starts_with(' ') {
            let group = groups
                .last_mut()
                .with_context(|| format!("no engine before {line:?}"))?;
            group.tests.push(line.trim().to_owned());
            continue;
        }
        let (name, why) = line
            .split_once(": ")
            .with_context(|| format!("no reason in {line:?}"))?;
        let Some(engine) = ENGINES.into_iter().find(|engine| engine.name() == name) else {
            bail!("{name:?} is no engine");
        };
        groups.push(Difference {
            engine,
            why: why.to_owned(),
            tests: Vec::new(),
        });
    }
    Ok(groups)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read() {
        let text = "# What this is.\nfirefox: no such thing\n  page::one\n  page::two\n\nwebkit: neither\n  page::one\n";
        let group = |engine, why: &str, tests: &[&str]| Difference {
            engine,
            why: why.to_owned(),
            tests: tests.iter().map(|&test| test.to_owned()).collect(),
        };
        let expected = [
            group(
                Engine::Firefox,
                "no such thing",
                &["page::one", "page::two"],
            ),
            group(Engine::Webkit, "neither", &["page::one"]),
        ];
        assert_eq!(differences(text).unwrap(), expected);
    }

    #[track_caller]
    fn check_bad(text: &str, expected: &str) {
        assert_eq!(differences(text).unwrap_err().to_string(), expected);
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        check_bad("  page::one", "no engine before \"  page::one\"");
        check_bad("firefox", "no reason in \"firefox\"");
        check_bad("gecko: no such thing", "\"gecko\" is no engine");
    }

    /// The table is true: every test in it exists, no group is empty, and `docs/reliability.md` gives every reason.
    #[test]
    fn every_difference_is_of_a_test_and_told() {
        let read = |path: &str| fs::read_to_string(paths::root().join(path)).expect(path);
        let told = read("docs/reliability.md");
        for group in differences(&read(DIFFERENCES)).unwrap() {
            assert!(!group.tests.is_empty(), "no test: {}", group.why);
            assert!(told.contains(&group.why), "not told: {}", group.why);
            for test in group.tests {
                let (module, function) = test.split_once("::").expect("a module and a function");
                let source = read(&format!("tests/browser/{module}.rs"));
                let declared = format!("#[test]\nfn {function}()");
                assert!(source.contains(&declared), "no such test: {test}");
            }
        }
    }

    #[test]
    fn an_engine_is_excused_by_name() {
        let text = "firefox: no such thing\n  duel::one\n";
        let groups = differences(text).unwrap();
        let all = ["duel::one", "duel::two", "edit::one", "plane::one"].map(str::to_owned);
        let count = |engine, is_whole| chosen(engine, &groups, &all, is_whole).unwrap().len();
        assert_eq!(ENGINES.map(|engine| count(engine, false)), [4, 2, 2]);
        assert_eq!(ENGINES.map(|engine| count(engine, true)), [4, 3, 4]);
        let error = chosen(Engine::Firefox, &groups, &all[1..], true).unwrap_err();
        assert!(
            error.to_string().ends_with("not there: duel::one"),
            "{error}"
        );
    }
}
