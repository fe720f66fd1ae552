//! What the build tells the page in the head of index.html: `<meta>` elements with a name and a value.

use anyhow::Result;

use crate::tags::{replace_one, without_tag};

/// The page with a value, in the place of the one it may have.
pub fn with_meta(html: &str, name: &str, value: &str) -> Result<String> {
    let html = without_meta(html, name);
    let meta = format!("{}{value}\" /></head>", start(name));
    replace_one(&html, "</head>", &meta)
}

/// The page without a value.
pub fn without_meta(html: &str, name: &str) -> String {
    without_tag(html, &start(name))
}

/// The value that the page has.
pub fn meta<'a>(html: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = html.split_once(&start(name))?;
    Some(rest.split_once('"')?.0)
}

fn start(name: &str) -> String {
    format!("<meta name=\"{name}\" content=\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_set_and_taken_away() {
        let one = with_meta("<head>a</head>b", "build", "1").unwrap();
        assert_eq!(one, "<head>a<meta name=\"build\" content=\"1\" /></head>b");
        let two = with_meta(&one, "build", "2").unwrap();
        assert_eq!(two, "<head>a<meta name=\"build\" content=\"2\" /></head>b");
        assert_eq!(meta(&two, "build"), Some("2"));
        assert_eq!(meta(&two, "other"), None);
        assert_eq!(without_meta(&two, "build"), "<head>a</head>b");
        assert_eq!(without_meta("<head>", "build"), "<head>");
        with_meta("<head>", "build", "1").unwrap_err();
    }
}
