//! What to paste, by host. What each host lets through is tried out in `tests/browser/embed_hosts.rs`.

use crate::share::Shared;
use crate::share::quoting::{html, literal, markdown, markdown_address};

/// A kind of place to paste into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// A page of one's own, with a script of ours.
    Element,
    /// A page of one's own, without one.
    Frame,
    /// LessWrong and the Alignment Forum: an iframe widget.
    LessWrong,
    WordPress,
    /// Moodle, Canvas, and whatever keeps nothing but the size of a frame.
    Moodle,
    /// Notion, Coda, and whatever asks for an address.
    Notion,
    Observable,
    Jupyter,
    /// Markdown.
    Markdown,
    /// Substack, and whatever takes no frames: a picture that is a link.
    Picture,
}

impl Host {
    pub const ALL: [Host; 10] = [
        Host::Frame,
        Host::Element,
        Host::LessWrong,
        Host::WordPress,
        Host::Moodle,
        Host::Notion,
        Host::Observable,
        Host::Jupyter,
        Host::Markdown,
        Host::Picture,
    ];

    /// The name in messages and attributes.
    pub fn name(self) -> &'static str {
        match self {
            Host::Element => "element",
            Host::Frame => "frame",
            Host::LessWrong => "less-wrong",
            Host::WordPress => "word-press",
            Host::Moodle => "moodle",
            Host::Notion => "notion",
            Host::Observable => "observable",
            Host::Jupyter => "jupyter",
            Host::Markdown => "markdown",
            Host::Picture => "picture",
        }
    }
}

/// What a frame may do: run, keep what a reader chose, hand out downloads and open the full page.
const SANDBOX: &str =
    "allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox";
/// The heights that a host lets a frame ask for.
const HEIGHTS: (u32, u32) = (100, 5000);

/// What to paste.
pub fn snippet(host: Host, shared: &Shared) -> String {
    match host {
        Host::Element => element(shared),
        Host::Frame => frame(shared),
        Host::LessWrong => less_wrong(shared),
        Host::WordPress => shared.preset(),
        Host::Moodle => moodle(shared),
        Host::Notion => shared.frame(),
        Host::Observable => observable(shared),
        Host::Jupyter => jupyter(shared),
        Host::Markdown => picture_link(shared),
        Host::Picture => format!("{}\n{}\n", shared.card(), shared.link()),
    }
}

fn element(shared: &Shared) -> String {
    let script = html(&format!("{}embed.js", shared.folder()));
    let mut attributes = String::new();
    let mut push = |name: &str, value: &str| {
        attributes.push_str(&format!(" {name}=\"{}\"", html(value)));
    };
    if let Some(figure) = &shared.figure {
        push("view", &figure.name());
    }
    if let Some(theme) = shared.query.theme {
        push("theme", theme.name());
    }
    if let Some(lang) = &shared.query.lang {
        push("lang", lang);
    }
    if !shared.query.hide.is_empty() {
        let names: Vec<&str> = shared
            .query
            .hide
            .iter()
            .map(|control| control.name())
            .collect();
        push("hide", &names.join(","));
    }
    if shared.query.lock {
        push("lock", "1");
    }
    if !shared.hash.is_empty() {
        push("hash", &shared.hash);
    }
    let (link, title) = (html(&shared.link()), html(&shared.title));
    format!(
        "<script src=\"{script}\" async></script>\n<show-your-work{attributes}><a href=\"{link}\">{title}</a></show-your-work>\n"
    )
}

fn frame(shared: &Shared) -> String {
    let (address, title, height) = (html(&shared.frame()), html(&shared.title), shared.height());
    let (link, (least, most)) = (html(&shared.link()), HEIGHTS);
    format!(
        r#"<iframe class="show-your-work" src="{address}" title="{title}" loading="lazy"
  allow="clipboard-write; fullscreen" sandbox="{SANDBOX}"
  style="width: 100%; height: {height}px; border: 0"></iframe>
<p><a href="{link}">{title}</a></p>
<script>
  addEventListener("message", function (event) {{
    var said = event.data;
    if (!said || said.source !== "show-your-work" || said.type !== "height") return;
    document.querySelectorAll("iframe.show-your-work").forEach(function (frame) {{
      if (frame.contentWindow !== event.source) return;
      frame.style.height = Math.min(Math.max(said.height, {least}), {most}) + "px";
    }});
  }});
</script>
"#
    )
}

/// The widget is a frame itself, which its host keeps as high as the widget says: our frame's height is passed on.
fn less_wrong(shared: &Shared) -> String {
    let (address, title, height) = (html(&shared.frame()), html(&shared.title), shared.height());
    format!(
        r#"<style>body {{ margin: 0 }} iframe {{ display: block; width: 100%; height: {height}px; border: 0 }}</style>
<iframe src="{address}" title="{title}" allow="clipboard-write; fullscreen"></iframe>
<script>
  var frame = document.querySelector("iframe");
  addEventListener("message", function (event) {{
    if (event.source !== frame.contentWindow || event.data.source !== "show-your-work" || event.data.type !== "height") return;
    frame.style.height = event.data.height + "px";
    parent.postMessage({{ type: "iframe-widget-resize", height: event.data.height }}, "*");
  }});
</script>
"#
    )
}

fn moodle(shared: &Shared) -> String {
    let (address, title, height) = (html(&shared.frame()), html(&shared.title), shared.height());
    format!(
        "<iframe src=\"{address}\" width=\"100%\" height=\"{height}\" title=\"{title}\"></iframe>\n"
    )
}

fn observable(shared: &Shared) -> String {
    let (address, title) = (literal(&shared.frame()), literal(&shared.title));
    let (height, (least, most)) = (shared.height(), HEIGHTS);
    format!(
        r#"viewof showYourWork = {{
  const frame = document.createElement("iframe");
  frame.src = {address};
  frame.title = {title};
  frame.allow = "clipboard-write; fullscreen";
  frame.style.cssText = "width: 100%; height: {height}px; border: 0";
  frame.value = "";
  const listen = ({{ source, data }}) => {{
    if (source !== frame.contentWindow || data?.source !== "show-your-work") return;
    if (data.type === "height") frame.style.height = `${{Math.min(Math.max(data.height, {least}), {most})}}px`;
    if (data.type === "state") {{
      frame.value = data.hash;
      frame.dispatchEvent(new Event("input"));
    }}
  }};
  addEventListener("message", listen);
  invalidation.then(() => removeEventListener("message", listen));
  return frame;
}}
"#
    )
}

fn jupyter(shared: &Shared) -> String {
    let address = literal(&shared.frame());
    let picture = format!(
        "<a href=\"{}\"><img src=\"{}\" alt=\"{}\" width=\"600\"></a>",
        html(&shared.link()),
        html(&shared.card()),
        html(&shared.title)
    );
    let (picture, height) = (literal(&picture), shared.height());
    format!(
        "from IPython.display import HTML, IFrame, display\n\
         display(IFrame({address}, width=\"100%\", height={height}))\n\
         display(HTML({picture}))  # for where notebooks are shown without frames\n"
    )
}

fn picture_link(shared: &Shared) -> String {
    let (title, card) = (markdown(&shared.title), markdown_address(&shared.card()));
    let link = markdown_address(&shared.link());
    format!("[![{title}]({card})]({link})\n\n[{title}]({link})\n")
}
