//! Texts inside of other texts.

/// A text as the value of an attribute, between double quotes, or as what stands between tags.
pub(super) fn html(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => quoted.push_str("&amp;"),
            '<' => quoted.push_str("&lt;"),
            '>' => quoted.push_str("&gt;"),
            '"' => quoted.push_str("&quot;"),
            other => quoted.push(other),
        }
    }
    quoted
}

/// A text as a literal of JavaScript and of Python, which can stand in a script element.
pub(super) fn literal(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '<' | '>' => quoted.push_str(&format!("\\x{:02x}", u32::from(character))),
            other if other.is_control() || matches!(other, '\u{2028}' | '\u{2029}') => {
                quoted.push_str(&format!("\\u{:04x}", u32::from(other)));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// A text between the brackets of a link in Markdown.
pub(super) fn markdown(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            // An entity, and no backslash: what passes Markdown by may be read as HTML.
            '<' => quoted.push_str("&lt;"),
            '[' | ']' | '\\' | '*' | '_' | '`' | '!' => quoted.extend(['\\', character]),
            _ => quoted.push(character),
        }
    }
    quoted
}

/// An address between the parentheses of a link in Markdown.
pub(super) fn markdown_address(address: &str) -> String {
    address.replace('(', "%28").replace(')', "%29")
}
