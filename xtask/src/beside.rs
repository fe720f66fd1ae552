//! What stands in dist/ beside the page: the languages, the study, the results, the log and the guide for teachers as pages of their own, and everything in one archive.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use pulldown_cmark::{Event, Options, Parser, Tag, html};

use crate::archive;
use crate::guard::{self, Kind};
use crate::locales;
use crate::training_curves;

/// Markdown files, each with the page that is made of it and its title.
const PAGES: [(&str, &str, &str); 4] = [
    ("docs/study.md", "methods.html", "The study"),
    ("docs/results.md", "results.html", "Every arm and seed"),
    (
        "training/LOG.md",
        "log.html",
        "What was tried, failures included",
    ),
    ("docs/sources.md", "sources.html", "Sources"),
];

/// The archive of everything.
const ARCHIVE: &str = "show-your-work-data.zip";

/// What goes into it: a place in the repository, and its folder in the archive.
const ARCHIVED: [(&str, &str); 4] = [
    ("public/models", "models"),
    ("public/results", "results"),
    ("docs", "docs"),
    ("training/LOG.md", "docs"),
];

/// Writes the pages and the archive. `transcripts`: a folder of what the models wrote; `guide`: the text of the teacher's guide.
pub fn write(root: &Path, dist: &Path, transcripts: &Path, guide: &str) -> Result<()> {
    locales::write(root, dist)?;
    let style = style_of(dist)?;
    for (from, to, title) in PAGES {
        let text = fs::read_to_string(root.join(from)).with_context(|| from.to_owned())?;
        let mut html = page(title, &style, &text);
        if to == "methods.html" {
            let curves = training_curves::section(&root.join("public/results"))?;
            html = html.replace("</main>", &format!("{curves}</main>"));
        }
        write_guarded(dist, to, &html)?;
    }
    let guide = page("Teacher\u{2019}s guide", &style, guide);
    write_guarded(dist, "guide.html", &guide)?;
    let mut files = Vec::new();
    for (from, to) in ARCHIVED {
        files.extend(archive::named(&root.join(from), to)?);
    }
    files.extend(archive::named(transcripts, "transcripts")?);
    files.sort();
    archive::write(&dist.join(ARCHIVE), &files)
}

/// Writes a page of text beside the page, with what it allows itself.
fn write_guarded(dist: &Path, name: &str, html: &str) -> Result<()> {
    let html = guard::guarded(html, Kind::Text, guard::beside(dist))?;
    Ok(fs::write(dist.join(name), html)?)
}

/// The name of the page's style sheet, which has a digest in it.
pub fn style_of(dist: &Path) -> Result<String> {
    for entry in fs::read_dir(dist)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with("style-") && name.ends_with(".css") {
            return Ok(name);
        }
    }
    anyhow::bail!("dist/ has no style sheet")
}

/// A page made of Markdown. Links from one such file to another lead to its page.
fn page(title: &str, style: &str, text: &str) -> String {
    let mut body = String::new();
    let events = Parser::new_ext(text, Options::ENABLE_TABLES).map(|event| match event {
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => {
            let page = PAGES.iter().find(|(from, ..)| from.ends_with(&*dest_url));
            let dest_url = page.map_or(dest_url, |(_, to, _)| (*to).into());
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            })
        }
        // Nothing in these files is to be run.
        Event::Html(html) | Event::InlineHtml(html) => Event::Text(html),
        other => other,
    });
    html::push_html(&mut body, events);
    let tables = scrollable(&body);
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n\
         <meta name=\"color-scheme\" content=\"light dark\" />\n<title>{title} \u{b7} Show Your Work</title>\n<link rel=\"icon\" href=\"data:,\" />\n\
         <link rel=\"stylesheet\" href=\"{style}\" />\n</head>\n<body>\n<main class=\"document\">\n<p><a href=\"./\">Show Your Work</a></p>\n{tables}</main>\n</body>\n</html>\n"
    )
}

/// The same with every table in a block that scrolls by itself, by keyboard too, and has a name of its own: its number, and
/// the heading that it stands under.
fn scrollable(body: &str) -> String {
    let mut pieces = body.split("<table>");
    let first = pieces.next().unwrap_or_default();
    let (mut whole, mut heading) = (first.to_owned(), heading_at_end(first, String::new()));
    for (idx, piece) in pieces.enumerate() {
        let name = format!("Table {}{heading}", idx + 1);
        let block = format!(
            "<div class=\"table-scroll\" role=\"region\" aria-label=\"{name}\" tabindex=\"0\"><table>"
        );
        whole.push_str(&block);
        whole.push_str(&piece.replace("</table>", "</table></div>"));
        heading = heading_at_end(piece, heading);
    }
    whole
}

/// `: ` and the text of the last heading of some HTML; what was before where there is none. Fit for an attribute.
fn heading_at_end(html: &str, before: String) -> String {
    let last = (1..=6).filter_map(|level| {
        let at = html.rfind(&format!("<h{level}>"))?;
        let text = html[at + 4..].split(&format!("</h{level}>")).next()?;
        Some((at, text))
    });
    let Some((_, text)) = last.max_by_key(|(at, _)| *at) else {
        return before;
    };
    let (mut plain, mut is_tag) = (String::from(": "), false);
    for letter in text.chars() {
        match letter {
            '<' => is_tag = true,
            '>' => is_tag = false,
            '"' if !is_tag => plain.push_str("&quot;"),
            other if !is_tag => plain.push(other),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_becomes_a_page() {
        let found = page(
            "T",
            "style-1.css",
            "# A\n\n[r](results.md) <script>x</script>\n\n| a |\n| --- |\n| 1 |\n\n## `B` \"b\"\n\n| b |\n| --- |\n| 2 |\n",
        );
        assert!(found.contains("<h1>A</h1>"), "{found}");
        assert!(found.contains("<a href=\"results.html\">r</a>"), "{found}");
        assert!(!found.contains("<script"), "{found}");
        assert!(found.contains("tabindex=\"0\"><table>"), "{found}");
        assert!(found.contains("aria-label=\"Table 1: A\""), "{found}");
        assert!(
            found.contains("aria-label=\"Table 2: B &quot;b&quot;\""),
            "{found}"
        );
        assert_eq!(found.matches("</table></div>").count(), 2, "{found}");
        assert!(found.contains("href=\"style-1.css\""), "{found}");
    }
}
