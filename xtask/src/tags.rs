//! The tags of HTML that the build wrote itself: such HTML has no `>` inside of an attribute of these, and no tag in a comment.

use anyhow::{Result, bail};

/// Every tag of a name that begins an element and has attributes, in order.
pub(crate) fn tags(html: &str, name: &str) -> Vec<String> {
    let start = format!("<{name} ");
    let found = html.match_indices(&start).filter_map(|(at, _)| {
        let length = html[at..].find('>')?;
        Some(html[at..=at + length].to_owned())
    });
    found.collect()
}

/// Every element of a name that holds text alone (`script`, `style`): its tag and its text, in order.
pub(crate) fn texts<'a>(html: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let (start, end) = (format!("<{name}"), format!("</{name}>"));
    let mut found = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once(&start) {
        let Some((attributes, after)) = after.split_once('>') else {
            break;
        };
        let Some((text, after)) = after.split_once(&end) else {
            break;
        };
        found.push((attributes, text));
        rest = after;
    }
    found
}

/// The value of an attribute.
pub(crate) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(rest.split_once('"')?.0)
}

/// The text without the first tag that begins like this.
pub(crate) fn without_tag(html: &str, start: &str) -> String {
    without_part(html, start, ">")
}

/// The text without the first part of it that begins and ends like this.
pub(crate) fn without_part(html: &str, start: &str, end: &str) -> String {
    let Some((before, rest)) = html.split_once(start) else {
        return html.to_owned();
    };
    let after = rest.split_once(end).map_or("", |(_, after)| after);
    format!("{before}{after}")
}

/// The name of a file beside the page.
pub(crate) fn file_name(address: &str) -> Result<&str> {
    let name = address.strip_prefix("./").unwrap_or(address);
    if name.is_empty() || name.contains(':') || name.starts_with(['/', '.']) {
        bail!("index.html names a file that is not beside it: {address}");
    }
    Ok(name)
}

/// `text` with `to` in the place of the one `from` in it.
pub(crate) fn replace_one(text: &str, from: &str, to: &str) -> Result<String> {
    match text.matches(from).count() {
        1 => Ok(text.replacen(from, to, 1)),
        n => bail!("there is {from} {n} times, where it must be once"),
    }
}
