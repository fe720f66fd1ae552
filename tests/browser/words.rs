//! What the page says in English for the names of values, read from `locales/en`.

const NAMES: &str = include_str!("../../locales/en/names.ftl");

/// The words of a message: `name_of("family", "subtraction")`.
pub(crate) fn name_of(kind: &str, name: &str) -> &'static str {
    let start = format!("{kind}-{name} = ");
    NAMES
        .lines()
        .find_map(|line| line.strip_prefix(&start))
        .unwrap_or_else(|| panic!("locales/en/names.ftl has no {kind}-{name}"))
}
