//! Rules about the text of single files: length, opening comment, words that must not occur.

use std::collections::BTreeSet;

use super::Tree;
use super::arrows::code_lines;
use super::tree::RULES;

const MAX_LINES: [(&str, usize); 2] = [("rs", 600), ("py", 350)];
const WARN_LINES: usize = 400;

/// Marks of unfinished work in Rust.
const UNFINISHED: [&str; 4] = ["todo!(", "unimplemented!(", "#[ignore", "dbg!("];
/// Folders of one person's machine.
const MACHINE_FOLDERS: [&str; 5] = ["home", "root", "Users", "opt", "work"];
/// Words that have a better one in the glossary; they may not be part of a name.
const BANNED: [&str; 8] = [
    "scratchpad",
    "episode",
    "trajectory",
    "perturb",
    "perturbation",
    "ood",
    "sft",
    "hyperparams",
];

/// Long files hide more than one idea.
pub(super) fn file_lengths(tree: &Tree) -> Vec<String> {
    longer_than(tree, |extension| {
        MAX_LINES
            .iter()
            .find(|(found, _)| *found == extension)
            .map(|(_, limit)| *limit)
    })
}

/// Files that are allowed but should be split when next touched.
pub(super) fn long_files(tree: &Tree) -> Vec<String> {
    longer_than(tree, |extension| (extension == "rs").then_some(WARN_LINES))
}

fn longer_than(tree: &Tree, limit_of: impl Fn(&str) -> Option<usize>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, text) in &tree.files {
        let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
        let n_lines = text.lines().count();
        if let Some(limit) = limit_of(extension).filter(|limit| n_lines > *limit) {
            wrong.push(format!("{path} has {n_lines} lines, more than {limit}"));
        }
    }
    wrong
}

/// Every source file opens with what it is for.
pub(super) fn opening_comments(tree: &Tree) -> Vec<String> {
    let opens = |text: &str, starts: &[&str]| {
        let first = text
            .lines()
            .find(|line| !line.trim().is_empty())
            .unwrap_or_default();
        text.trim().is_empty() || starts.iter().any(|start| first.starts_with(start))
    };
    let rust = tree
        .with_extension("rs")
        .filter(|(_, text)| !opens(text, &["//"]));
    let python = tree
        .with_extension("py")
        .filter(|(_, text)| !opens(text, &["\"\"\"", "#"]));
    rust.chain(python)
        .map(|(path, _)| format!("{path} does not open with what it is for"))
        .collect()
}

/// Unfinished work and paths of one machine.
pub(super) fn forbidden_text(tree: &Tree) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, text) in tree
        .with_extension("rs")
        .filter(|(path, _)| !path.starts_with(RULES))
    {
        for (number, line) in code_lines(text) {
            let bad = UNFINISHED.iter().find(|bad| line.contains(*bad));
            wrong.extend(bad.map(|bad| format!("{path}:{number} holds {bad}")));
        }
    }
    let paths = MACHINE_FOLDERS.map(|folder| format!("/{folder}/"));
    for (path, text) in tree
        .files
        .iter()
        .filter(|(path, _)| !path.starts_with(RULES))
    {
        for (idx, line) in text.lines().enumerate() {
            let bad = paths.iter().find(|bad| starts_path(line, bad));
            wrong.extend(
                bad.map(|bad| format!("{path}:{} names a path of one machine: {bad}", idx + 1)),
            );
        }
    }
    wrong
}

/// Whether `line` holds a path that starts with `folder`, and not a longer path or an address with it inside.
fn starts_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(idx, _)| {
        line[..idx]
            .chars()
            .next_back()
            .is_none_or(|c| " \"'`(=:[".contains(c))
    })
}

/// Names in Rust and Python that use a word the glossary replaced.
pub(super) fn banned_words(tree: &Tree) -> Vec<String> {
    const DEFINING: [&str; 11] = [
        "fn", "struct", "enum", "trait", "type", "mod", "const", "static", "let", "def", "class",
    ];
    let mut wrong = Vec::new();
    let code = tree.with_extension("rs").chain(tree.with_extension("py"));
    for (path, text) in code.filter(|(path, _)| !path.starts_with(RULES)) {
        for (number, line) in code_lines(text) {
            let words: Vec<&str> = line
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .filter(|word| !word.is_empty())
                .collect();
            let names = words
                .windows(2)
                .filter(|pair| DEFINING.contains(&pair[0]))
                .map(|pair| pair[1]);
            for name in names {
                let bad = parts_of(name)
                    .into_iter()
                    .find(|part| BANNED.contains(&part.as_str()));
                wrong.extend(bad.map(|bad| {
                    format!(
                        "{path}:{number} calls something `{name}`; the glossary replaces `{bad}`"
                    )
                }));
            }
        }
    }
    wrong
}

/// The words of a name in snake case or camel case, in lower case.
fn parts_of(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for c in name.chars() {
        if c == '_' || (c.is_uppercase() && name.chars().any(char::is_lowercase)) {
            parts.push(String::new());
        }
        if c != '_' {
            parts
                .last_mut()
                .expect("there is always a part")
                .extend(c.to_lowercase());
        }
    }
    parts
}

/// Views of the page and the messages that they show have no figure and no verdict typed into them: these are read from results. Tests may.
pub(super) fn figures_typed(tree: &Tree) -> Vec<String> {
    const VIEWS: [&str; 3] = ["src/sections/", "src/components/", "src/plots/"];
    let of_views = tree
        .with_extension("rs")
        .filter(|(path, _)| VIEWS.iter().any(|views| path.starts_with(views)));
    let of_locales = tree
        .with_extension("ftl")
        .filter(|(path, _)| path.starts_with("locales/") && !path.ends_with(DECLARED));
    let mut found = Vec::new();
    for (path, text) in of_views.chain(of_locales) {
        let is_of_locales = path.starts_with("locales/");
        let comment = if is_of_locales { "#" } else { "//" };
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (idx, line) in text.lines().enumerate() {
            // Sizes of drawings are no figures.
            let line = line.trim_start().replace("\\\"100%\\\"", "");
            if line.starts_with(comment) {
                continue;
            }
            if has_figure(&line) || has_verdict(&line) && !line.starts_with(VERDICT_NAMES) {
                found.push(format!(
                    "{path}:{} has a figure or a verdict typed into it",
                    idx + 1
                ));
            }
        }
    }
    found
}

/// What the claims and their tests say, as declared; that its numbers are those of the results a test of the page holds.
const DECLARED: &str = "/claims.ftl";
/// What the messages that name verdicts begin with.
const VERDICT_NAMES: &str = "debate-verdict-";

/// Whether a share or a number of points stands in a line: in words and signs of every language that the page speaks.
fn has_figure(line: &str) -> bool {
    const SIGNS: [&str; 6] = [
        "%",
        " points",
        " per cent",
        " Punkt",
        " Prozent",
        "{\"\\u202F\"}%",
    ];
    SIGNS.iter().any(|sign| {
        line.match_indices(sign).any(|(at, _)| {
            let before = line[..at].trim_end().chars().next_back();
            before.is_some_and(|before| before.is_ascii_digit())
        })
    })
}

fn has_verdict(line: &str) -> bool {
    const VERDICTS: [&str; 6] = [
        "supported here",
        "contradicted here",
        "not testable here",
        "hier gestützt",
        "hier widerlegt",
        "hier nicht prüfbar",
    ];
    VERDICTS.iter().any(|verdict| line.contains(verdict))
}

/// ARCHITECTURE.md names every section of the page.
pub(super) fn sections_described(tree: &Tree) -> Vec<String> {
    let described = tree.text("ARCHITECTURE.md").unwrap_or_default();
    let sections = tree
        .with_extension("rs")
        .filter_map(|(path, _)| path.strip_prefix("src/sections/"));
    let missing: BTreeSet<&str> = sections
        .map(|name| name.split_inclusive('/').next().unwrap_or(name))
        .filter(|part| *part != "mod.rs" && !described.contains(&format!("`{part}`")))
        .collect();
    missing
        .into_iter()
        .map(|part| format!("ARCHITECTURE.md does not name src/sections/{part}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(found: fn(&Tree) -> Vec<String>, path: &str, text: &str, expected: &[&str]) {
        assert_eq!(found(&Tree::of(&[(path, text)])), expected);
    }

    #[test]
    fn single_files_are_checked() {
        check(
            file_lengths,
            "a.rs",
            &"x\n".repeat(601),
            &["a.rs has 601 lines, more than 600"],
        );
        check(file_lengths, "a.md", &"x\n".repeat(601), &[]);
        check(
            file_lengths,
            "a.py",
            &"x\n".repeat(351),
            &["a.py has 351 lines, more than 350"],
        );
        check(opening_comments, "a.rs", "//! For tests.\nfn f() {}", &[]);
        check(
            opening_comments,
            "a.rs",
            "fn f() {}",
            &["a.rs does not open with what it is for"],
        );
        check(opening_comments, "a.py", "", &[]);
        check(
            forbidden_text,
            "a.rs",
            "// x\ntodo!()",
            &["a.rs:2 holds todo!("],
        );
        check(
            forbidden_text,
            "a.sh",
            "cd /home/me",
            &["a.sh:1 names a path of one machine: /home/"],
        );
        check(forbidden_text, "a.md", "https://example.org/home/", &[]);
    }

    #[test]
    fn names_use_the_words_of_the_glossary() {
        let said = "a.rs:1 calls something `ood_share`; the glossary replaces `ood`";
        check(banned_words, "a.rs", "fn ood_share() {}", &[said]);
        check(banned_words, "a.rs", "fn food_share() {} // ood", &[]);
        check(
            banned_words,
            "a.py",
            "class SftStage:",
            &["a.py:1 calls something `SftStage`; the glossary replaces `sft`"],
        );
    }

    #[test]
    fn a_typed_figure_is_found() {
        let wrong = "src/sections/a.rs:2 has a figure or a verdict typed into it";
        let check = |line: &str, expected: &[&str]| {
            let text = format!(
                "//! A view: 5 %.\n{line}\n#[cfg(test)]\nmod tests {{ const T: &str = \"7 %\"; }}\n"
            );
            check(figures_typed, "src/sections/a.rs", &text, expected);
        };
        check("view! { <p>\"right on 99.5 %\"</p> }", &[wrong]);
        check("view! { <p>\"by 3 points\"</p> }", &[wrong]);
        check("let verdict = \"supported here\";", &[wrong]);
        check("let share = percent(share);", &[]);
        check("let odd = n % 2 == 1;", &[]);
    }

    #[test]
    fn a_typed_figure_is_found_in_messages() {
        let declared = "criterion-a-test = >= 97 %";
        check(figures_typed, "locales/de/claims.ftl", declared, &[]);
        let wrong = "locales/de/a.ftl:2 has a figure or a verdict typed into it";
        let check = |line: &str, expected: &[&str]| {
            let text = format!("# Messages: 5 %.\n{line}\n");
            check(figures_typed, "locales/de/a.ftl", &text, expected);
        };
        check("a-b = right on 99.5 %", &[wrong]);
        check("a-b = in 99,5{\"\\u202F\"}% richtig", &[wrong]);
        check("a-b = um 3 Punkte besser", &[wrong]);
        check("a-b = was hier widerlegt ist", &[wrong]);
        check("a-b = { $number }{\"\\u202F\"}%", &[]);
        check("debate-verdict-contradicted = hier widerlegt", &[]);
    }

    #[test]
    fn sections_are_named_in_the_architecture() {
        check(sections_described, "src/sections/mod.rs", "", &[]);
        check(
            sections_described,
            "src/sections/duel.rs",
            "",
            &["ARCHITECTURE.md does not name src/sections/duel.rs"],
        );
        check(
            sections_described,
            "src/sections/duel/mod.rs",
            "",
            &["ARCHITECTURE.md does not name src/sections/duel/"],
        );
    }
}
