//! No unsafe code: the lint is on in every package of ours, and nothing turns it off.

use super::Tree;
use super::arrows::code_lines;
use super::tree::RULES;

const LINT: &str = "unsafe_code = \"deny\"";
/// What names the lint in code turns it off; what begins unsafe code would not compile without that.
const FORBIDDEN: [&str; 5] = [
    "unsafe_code",
    "unsafe {",
    "unsafe fn",
    "unsafe impl",
    "unsafe extern",
];

/// Packages without the lint, and code that it should not have let pass.
pub(super) fn no_unsafe(tree: &Tree) -> Vec<String> {
    let mut wrong = Vec::new();
    let manifests = tree.with_extension("toml");
    for (path, text) in manifests.filter(|(path, _)| path.ends_with("Cargo.toml")) {
        let has = |table: &str, line: &str| {
            let (_, after) = text.split_once(&format!("{table}\n"))?;
            let mut table = after.lines().take_while(|line| !line.starts_with('['));
            table.any(|found| found == line).then_some(())
        };
        if text.contains("[workspace]") && has("[workspace.lints.rust]", LINT).is_none() {
            wrong.push(format!("{path}: the workspace has not {LINT}"));
        }
        if text.contains("[package]") && has("[lints]", "workspace = true").is_none() {
            wrong.push(format!("{path}: the package has not the workspace's lints"));
        }
    }
    let code = tree.with_extension("rs");
    for (path, text) in code.filter(|(path, _)| !path.starts_with(RULES)) {
        for (number, line) in code_lines(text) {
            let bad = FORBIDDEN.iter().find(|bad| line.contains(*bad));
            wrong.extend(bad.map(|bad| format!("{path}:{number} has {bad}")));
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, text: &str, expected: &[&str]) {
        assert_eq!(no_unsafe(&Tree::of(&[(path, text)])), expected);
    }

    #[test]
    fn unsafe_code_is_found() {
        let workspace = "[workspace]\n[workspace.lints.rust]\nunsafe_code = \"deny\"\n";
        check("Cargo.toml", workspace, &[]);
        check(
            "Cargo.toml",
            "[workspace]\n[workspace.lints.rust]\n[lints]\nunsafe_code = \"deny\"\n",
            &["Cargo.toml: the workspace has not unsafe_code = \"deny\""],
        );
        check(
            "a/Cargo.toml",
            "[package]\n[lints]\nworkspace = true\n",
            &[],
        );
        check(
            "a/Cargo.toml",
            "[package]\n[x]\nworkspace = true\n",
            &["a/Cargo.toml: the package has not the workspace's lints"],
        );
        check("src/a.rs", "// unsafe { x }\nfn f() {}", &[]);
        check(
            "src/a.rs",
            "#[allow(unsafe_code)]",
            &["src/a.rs:1 has unsafe_code"],
        );
        check(
            "src/a.rs",
            "let x = unsafe { y };",
            &["src/a.rs:1 has unsafe {"],
        );
    }
}
