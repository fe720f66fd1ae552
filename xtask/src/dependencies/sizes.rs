//! What each crate costs in a program: the sizes of its functions, by the names that the compiler gives them when it is told to leave them in.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::paths;
use crate::process::{command, run};
use crate::remap::remap;

/// Whose a function is that names no crate but these.
pub const STANDARD: &str = "standard library";
const STANDARD_CRATES: [&str; 4] = ["core", "alloc", "std", "compiler_builtins"];
/// Whose a function is that names no crate at all.
pub const NOBODY: &str = "without a name";

/// Compiles a program as the build does, with the names of its functions, and sums their bytes by crate, in the spelling of code (`_`).
pub fn of_program(
    feature: &str,
    binary: &str,
    profile: &str,
    crates: &[String],
) -> Result<BTreeMap<String, u64>> {
    let mut cargo = command("cargo");
    cargo.args([
        "rustc",
        "--locked",
        "--package",
        "show-your-work",
        "--bin",
        binary,
    ]);
    cargo.args(["--target", "wasm32-unknown-unknown", "--profile", profile]);
    cargo.args(["--no-default-features", "--features", feature]);
    run(remap(&mut cargo).args(["--", "-C", "strip=none"]))?;
    let built = format!("wasm32-unknown-unknown/{profile}/{binary}.wasm");
    let wasm = fs::read(paths::target().join(&built)).context(built)?;
    let mut sizes = BTreeMap::new();
    for (name, size) in functions(&wasm)? {
        *sizes.entry(owner(&name, crates)).or_default() += size;
    }
    Ok(sizes)
}

/// The functions of a program, each with its name and the bytes of its body; a name is empty where there is none.
fn functions(wasm: &[u8]) -> Result<Vec<(String, u64)>> {
    let (mut n_imported, mut sizes, mut names) = (0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    n_imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                let range = body.range();
                sizes.push(range.end - range.start);
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(parts) = section.as_known() else {
                    continue;
                };
                for part in parts {
                    let Name::Function(functions) = part? else {
                        continue;
                    };
                    for function in functions {
                        let function = function?;
                        names.insert(
                            function.index,
                            format!("{:#}", rustc_demangle::demangle(function.name)),
                        );
                    }
                }
            }
            _ => {}
        }
    }
    let name = |idx: usize| names.remove(&(n_imported + idx as u32)).unwrap_or_default();
    let names: Vec<String> = (0..sizes.len()).map(name).collect();
    Ok(names.into_iter().zip(sizes).collect())
}

/// The first crate that a name has at the head of a path, the standard library aside.
fn owner(name: &str, crates: &[String]) -> String {
    let is_of_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut is_standard = false;
    for (at, _) in name.match_indices("::") {
        let before = name[..at].trim_end_matches(is_of_word);
        let head = &name[before.len()..at];
        // `a::b::c` has one head: what stands behind `::` is none.
        if before.ends_with("::") {
            continue;
        }
        if crates.iter().any(|known| known == head) {
            return head.to_owned();
        }
        is_standard |= STANDARD_CRATES.contains(&head);
    }
    if is_standard { STANDARD } else { NOBODY }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        let crates = ["views", "serde_json", "show_your_work"].map(str::to_owned);
        assert_eq!(owner(name, &crates), expected, "{name}");
    }

    #[test]
    fn a_function_is_of_the_crate_that_it_names_first() {
        check("serde_json::de::from_str", "serde_json");
        check(
            "<show_your_work::a::B as core::fmt::Debug>::fmt",
            "show_your_work",
        );
        check(
            "core::ptr::drop_in_place::<views::html::Div<show_your_work::A>>",
            "views",
        );
        check(
            "<alloc::vec::Vec<u8> as core::clone::Clone>::clone",
            STANDARD,
        );
        check("other::serde_json::views::f", NOBODY);
        check("memcpy", NOBODY);
        check("", NOBODY);
    }

    #[test]
    fn functions_are_read_with_their_names_and_sizes() {
        // (module (import "a" "b" (func)) (func $x::f) (func i32.const 1 drop)), with a name for the first function of its own.
        let wasm = [
            b"\0asm\x01\0\0\0".as_slice(),
            b"\x01\x04\x01\x60\0\0",
            b"\x02\x07\x01\x01a\x01b\0\0",
            b"\x03\x03\x02\0\0",
            b"\x0a\x0a\x02\x02\0\x0b\x05\0\x41\x01\x1a\x0b",
            b"\0\x0e\x04name\x01\x07\x01\x01\x04x::f",
        ]
        .concat();
        let found = functions(&wasm).unwrap();
        assert_eq!(found, [("x::f".to_owned(), 2), (String::new(), 5)]);
    }
}
