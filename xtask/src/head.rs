//! What the build tells the page in the head of index.html: `<meta>` elements with a name and a value.

use anyhow::{Result, bail};

/// The page with a value, in the place of the one it may have.
pub fn with_meta(html: &str, name: &str, value: &str) -> Result<String> {
    let html = without_meta(html, name);
    if html.matches("</head>").count() != 1 {
        bail!("index.html must end its head once");
    }
    Ok(html.replacen("</head>", &format!("{}{value}\" /></head>", start(name)), 1))
}

/// The page without a value.
pub fn without_meta(html: &str, name: &str) -> String {
    let Some((before, rest)) = html.split_once(&start(name)) else {
        return html.to_owned();
    };
    let after = rest.split_once('>').map_or("", |(_, after)| after);
    format!("{before}{after}")
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
