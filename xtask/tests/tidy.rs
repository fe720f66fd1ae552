//! The rules of the source tree, as ordinary tests: one for each check of `cargo xtask tidy`.

use xtask::paths;
use xtask::tidy::{CHECKS, Tree};

#[track_caller]
fn check(name: &str) {
    let (_, rule) = CHECKS
        .iter()
        .find(|(found, _)| *found == name)
        .expect("the check exists");
    let tree = Tree::read(&paths::root()).expect("the tree can be read");
    let wrong = rule(&tree);
    assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
}

macro_rules! checks {
    ($($test:ident: $name:literal,)*) => {
        $(#[test]
        fn $test() {
            check($name);
        })*

        #[test]
        fn every_check_is_a_test() {
            assert_eq!(CHECKS.map(|(name, _)| name).to_vec(), [$($name),*]);
        }
    };
}

checks! {
    crates_in_place: "crates are named only where they belong",
    modules_downwards: "modules of the page import only downwards",
    core_alone: "core stands alone",
    files_short: "files are short",
    files_open_with_a_comment: "files say what they are for",
    nothing_undone: "nothing is left undone, and no machine is named",
    one_word_per_idea: "one word per idea",
    sections_described: "every section is described",
    modules_described: "every module is described",
    described_there: "what is described is there",
    no_unsafe: "no code is unsafe",
    figures_typed: "no figure is typed into a view",
    dependencies_told: "every dependency has a reason",
    models_complete: "every model has its card",
    maps_current: "every map is of a shipped model",
}
