//! One page for each figure, `dist/s/<figure>/`, for hosts that read a page before they show it: title, description, picture, and
//! where its frame is described (oEmbed). A reader who comes there is led on to the figure. The page itself has the same tags.

use std::path::Path;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::guard::{self, Kind};
use crate::tags::replace_one;

/// The environment variable with the address that the page will have. Hosts ask for whole addresses; without it they are left relative.
pub const BASE: &str = "SYW_BASE_URL";

/// Width and height of every card, as the large kind of card is shown.
pub const CARD: (u32, u32) = (1200, 630);

/// The width of a frame that a host makes from the description.
const FRAME_WIDTH: u32 = 680;

/// What the page's program says of a figure (`src/bin/presets.rs`).
#[derive(Debug, Clone, Deserialize)]
struct Preset {
    /// Of its folder, its picture; `page` for the page as a whole.
    name: String,
    title: String,
    about: String,
    /// The query of the page at the figure.
    at: String,
    /// The query of a frame of it.
    embed: String,
    height: u32,
}

impl Preset {
    fn is_page(&self) -> bool {
        self.name == "page"
    }

    /// Where its page lies, from the page.
    fn folder(&self) -> String {
        match self.is_page() {
            true => String::new(),
            false => format!("s/{}/", self.name),
        }
    }
}

/// The address that the page will have, if it is known: whole, and the one of a folder.
pub fn base() -> Result<Option<String>> {
    match env::var(BASE) {
        Ok(base) if !base.is_empty() => checked(base).map(Some),
        _ => Ok(None),
    }
}

fn checked(base: String) -> Result<String> {
    let is_whole = base.starts_with("https://") || base.starts_with("http://");
    if !is_whole || !base.ends_with('/') || base.contains(['?', '#', '"', '<', ' ']) {
        bail!(
            "{BASE} is {base:?}; it must be a whole address that ends in a slash, as https://example.org/syw/"
        );
    }
    Ok(base)
}

/// Writes the pages into `dist` and the tags into its index.html. `presets`: what the program said; `style`: the name of the style sheet.
pub fn write(dist: &Path, presets: &str, style: &str, base: Option<&str>) -> Result<()> {
    let presets: Vec<Preset> = serde_json::from_str(presets).context("what `presets` printed")?;
    for preset in &presets {
        let card = dist.join(format!("cards/{}.png", preset.name));
        let card = match card.is_file() {
            true => preset.name.as_str(),
            false => "page",
        };
        let folder = dist.join(preset.folder());
        fs::create_dir_all(&folder)?;
        let described = serde_json::to_string_pretty(&description(preset, card, base))?;
        fs::write(folder.join("oembed.json"), described)?;
        let tags = tags(preset, card, base);
        let index = folder.join("index.html");
        let html = match preset.is_page() {
            true => {
                let html = fs::read_to_string(&index)?;
                replace_one(&html, "</head>", &format!("{tags}</head>"))?
            }
            false => {
                let page = page(preset, card, style, &tags);
                guard::guarded(&page, Kind::Text, guard::beside(&folder))?
            }
        };
        fs::write(&index, html)?;
    }
    Ok(())
}

/// The way from a preset's page to what lies beside the page, or the whole address where it is known.
fn to(preset: &Preset, path: &str, base: Option<&str>) -> String {
    match base {
        Some(base) => format!("{base}{path}"),
        None if preset.is_page() => format!("./{path}"),
        None => format!("../../{path}"),
    }
}

fn picture(preset: &Preset, card: &str, base: Option<&str>) -> String {
    to(preset, &format!("cards/{card}.png"), base)
}

/// What hosts read in the head of the page.
fn tags(preset: &Preset, card: &str, base: Option<&str>) -> String {
    let (width, height) = CARD;
    let own = to(preset, &preset.folder(), base);
    let (title, about) = (quoted(&preset.title), quoted(&preset.about));
    let (own, image) = (quoted(&own), quoted(&picture(preset, card, base)));
    let oembed = quoted(&to(
        preset,
        &format!("{}oembed.json", preset.folder()),
        base,
    ));
    let resource = json!({
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "name": preset.title,
        "description": preset.about,
        "url": to(preset, &preset.folder(), base),
        "image": picture(preset, card, base),
        "inLanguage": "en",
        "isAccessibleForFree": true,
        "learningResourceType": "interactive simulation",
        "license": "https://opensource.org/license/mit",
    });
    // No tag can begin inside of a script element.
    let resource = resource.to_string().replace('<', "\\u003c");
    let mut tags = String::new();
    for (kind, name, value) in [
        ("property", "og:type", "website"),
        ("property", "og:site_name", "Show Your Work"),
        ("property", "og:title", &title),
        ("property", "og:description", &about),
        ("property", "og:url", &own),
        ("property", "og:image", &image),
        ("property", "og:image:type", "image/png"),
        ("property", "og:image:width", &width.to_string()),
        ("property", "og:image:height", &height.to_string()),
        ("property", "og:image:alt", &title),
        ("name", "twitter:card", "summary_large_image"),
        ("name", "twitter:title", &title),
        ("name", "twitter:description", &about),
        ("name", "twitter:image", &image),
    ] {
        tags.push_str(&format!("<meta {kind}=\"{name}\" content=\"{value}\" />\n"));
    }
    // A relative one would say nothing.
    if base.is_some() {
        tags.push_str(&format!("<link rel=\"canonical\" href=\"{own}\" />\n"));
    }
    tags.push_str(&format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{oembed}\" title=\"{title}\" />\n"
    ));
    tags.push_str(&format!(
        "<script type=\"application/ld+json\">{resource}</script>\n"
    ));
    tags
}

/// The description of its frame (oEmbed 1.0, rich).
fn description(preset: &Preset, card: &str, base: Option<&str>) -> Value {
    let (width, height) = CARD;
    let address = to(preset, &format!("?{}", preset.embed), base);
    let html = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"{FRAME_WIDTH}\" height=\"{}\" frameborder=\"0\"></iframe>",
        quoted(&address),
        quoted(&preset.title),
        preset.height
    );
    json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Show Your Work",
        "provider_url": to(preset, "", base),
        "title": preset.title,
        "html": html,
        "width": FRAME_WIDTH,
        "height": preset.height,
        "thumbnail_url": picture(preset, card, base),
        "thumbnail_width": width,
        "thumbnail_height": height,
    })
}

/// A figure's own page. It leads on by script, to the figure alone where it stands in a frame, and by a link where there is no script.
fn page(preset: &Preset, card: &str, style: &str, tags: &str) -> String {
    let (width, height) = CARD;
    let (title, about) = (quoted(&preset.title), quoted(&preset.about));
    let (at, embed) = (quoted(&preset.at), quoted(&preset.embed));
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\" />\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n\
         <meta name=\"color-scheme\" content=\"light dark\" />\n<title>{title} \u{b7} Show Your Work</title>\n<meta name=\"description\" content=\"{about}\" />\n\
         <link rel=\"icon\" href=\"data:,\" />\n{tags}<link rel=\"stylesheet\" href=\"../../{style}\" />\n\
         <script>location.replace(`../../?${{self === top ? \"{at}\" : \"{embed}\"}}${{location.hash}}`)</script>\n</head>\n<body>\n<main class=\"document\">\n\
         <h1>{title}</h1>\n<p>{about}</p>\n<p><a href=\"../../?{at}\">Open it in Show Your Work</a></p>\n\
         <p><a href=\"../../?{at}\"><img src=\"../../cards/{card}.png\" alt=\"{title}\" width=\"{width}\" height=\"{height}\" /></a></p>\n\
         </main>\n</body>\n</html>\n"
    )
}

/// A text as the value of an attribute, or between tags.
fn quoted(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRESETS: &str = r#"[
        {"name": "page", "title": "Show Your Work", "about": "Two.", "at": "", "embed": "embed=duel", "height": 520},
        {"name": "claim-P3", "title": "P3. \"Altered\" <b>", "about": "One & all.", "at": "at=claim:P3", "embed": "embed=claim:P3", "height": 800}
    ]"#;

    /// The value of the first tag with this name.
    fn value<'a>(html: &'a str, name: &str) -> &'a str {
        let (_, rest) = html
            .split_once(&format!("=\"{name}\" content=\""))
            .unwrap_or_else(|| panic!("no {name}"));
        rest.split_once('"').unwrap().0
    }

    fn href<'a>(html: &'a str, kind: &str) -> &'a str {
        let (_, rest) = html.split_once(kind).unwrap();
        let (_, rest) = rest.split_once("href=\"").unwrap();
        rest.split_once('"').unwrap().0
    }

    fn check(base: Option<&str>, expected: [&str; 4]) {
        let folder = env::temp_dir().join(format!(
            "syw-presets-{}-{}",
            std::process::id(),
            base.is_some()
        ));
        fs::create_dir_all(folder.join("cards")).unwrap();
        fs::write(folder.join("cards/page.png"), "").unwrap();
        fs::write(folder.join("style-1.css"), "").unwrap();
        fs::write(folder.join("index.html"), "<head></head><body></body>").unwrap();
        write(&folder, PRESETS, "style-1.css", base).unwrap();
        let html = fs::read_to_string(folder.join("s/claim-P3/index.html")).unwrap();
        let discovered = href(&html, "application/json+oembed");
        let described = fs::read_to_string(folder.join("s/claim-P3/oembed.json")).unwrap();
        let described: Value = serde_json::from_str(&described).unwrap();
        assert_eq!(
            [
                value(&html, "og:image"),
                value(&html, "og:url"),
                discovered,
                described["thumbnail_url"].as_str().unwrap(),
            ],
            expected
        );
        assert_eq!(
            value(&html, "og:title"),
            "P3. &quot;Altered&quot; &lt;b&gt;"
        );
        assert_eq!(value(&html, "twitter:card"), "summary_large_image");
        assert!(!html.contains("<b>"), "{html}");
        assert_eq!(html.contains("rel=\"canonical\""), base.is_some());
        assert_eq!(
            (&described["type"], &described["version"]),
            (&json!("rich"), &json!("1.0"))
        );
        let frame = described["html"].as_str().unwrap();
        assert!(
            frame.contains("?embed=claim:P3\" title=\"P3. &quot;Altered"),
            "{frame}"
        );
        let root = fs::read_to_string(folder.join("index.html")).unwrap();
        assert_eq!(value(&root, "og:title"), "Show Your Work");
        assert!(folder.join("oembed.json").is_file());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_figure_without_a_picture_has_that_of_the_page_and_addresses_are_as_whole_as_can_be() {
        check(
            None,
            [
                "../../cards/page.png",
                "../../s/claim-P3/",
                "../../s/claim-P3/oembed.json",
                "../../cards/page.png",
            ],
        );
        check(
            Some("https://example.org/syw/"),
            [
                "https://example.org/syw/cards/page.png",
                "https://example.org/syw/s/claim-P3/",
                "https://example.org/syw/s/claim-P3/oembed.json",
                "https://example.org/syw/cards/page.png",
            ],
        );
    }

    #[test]
    fn an_address_that_is_none_is_refused() {
        for base in [
            "example.org/",
            "https://example.org",
            "https://example.org/?a/",
            "https://a b/",
        ] {
            let error = checked(base.into()).unwrap_err().to_string();
            assert!(error.contains(BASE), "{error}");
        }
        assert!(checked("https://example.org/syw/".into()).is_ok());
    }
}
