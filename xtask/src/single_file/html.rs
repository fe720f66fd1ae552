//! The built page with everything that it names put into it. Each thing that is put in must have the form that the build gives it: where it has
//! another one, the command fails and says so.

use anyhow::{Context, Result, bail};

use crate::tags::{attribute, file_name, replace_one, tags};

const UNPACK: &str = include_str!("unpack.js");

/// The last line of the glue that wasm-bindgen writes for the web.
const EXPORTS: &str = "export { initSync, __wbg_init as default };";

/// The page without what it fetches.
#[derive(Debug)]
pub(super) struct Inlined {
    pub(super) html: String,
    /// The name of the file of the page's program.
    pub(super) program: String,
}

impl Inlined {
    /// The page with the packed files behind all that a reader sees.
    pub(super) fn with(&self, packs: &str) -> Result<String> {
        replace_one(&self.html, "</body>", &format!("{packs}</body>"))
    }
}

/// The page with its style, its scripts and the glue of its program inside. `read` gives the text of a file beside it.
pub(super) fn inline(index: &str, read: impl Fn(&str) -> Result<String>) -> Result<Inlined> {
    let (mut html, program) = with_program(index, &read)?;
    for tag in tags(&html, "link") {
        let text = link(&tag, &read)?;
        html = replace_one(&html, &tag, &text)?;
    }
    for tag in tags(&html, "script") {
        if let Some(source) = attribute(&tag, "src") {
            let script = read(file_name(source)?)?;
            let whole = format!("{tag}</script>");
            html = replace_one(&html, &whole, &script_element("", &script)?)?;
        }
    }
    let unpack = script_element("", UNPACK)?;
    html = replace_one(&html, "</head>", &format!("{unpack}\n</head>"))?;
    Ok(Inlined { html, program })
}

/// The page with the glue in the place of the script that imports it, and the name of the program's file.
fn with_program(index: &str, read: &impl Fn(&str) -> Result<String>) -> Result<(String, String)> {
    const START: &str = "<script type=\"module\">";
    let (before, rest) = index
        .split_once(START)
        .context("index.html has no module that starts the page's program")?;
    let (module, after) = rest
        .split_once("</script>")
        .context("the module in index.html has no end")?;
    let between = |start: &str| {
        let (_, rest) = module.split_once(start)?;
        Some(rest.split_once('\'')?.0)
    };
    let names =
        between("import init, * as bindings from '").zip(between("module_or_path: fetch('"));
    let (Some((glue, program)), true) = (names, module.contains("TrunkApplicationStarted")) else {
        bail!("the module in index.html has another form than Trunk gave it: {module}");
    };
    let program = file_name(program)?.to_owned();
    let glue = without_exports(&read(file_name(glue)?)?)?;
    let start = format!(
        "{glue}\n(async () => {{\n  await window.painted;\n  const wasm = await __wbg_init({{ module_or_path: await showYourWorkFile(\"{program}\") }});\n  \
         dispatchEvent(new CustomEvent(\"TrunkApplicationStarted\", {{ detail: {{ wasm }} }}));\n}})();\n"
    );
    let element = script_element(" type=\"module\"", &start)?;
    Ok((format!("{before}{element}{after}"), program))
}

/// The glue as the body of a module that nobody imports.
fn without_exports(glue: &str) -> Result<String> {
    let text = replace_one(glue, EXPORTS, "").context("the glue of the page's program")?;
    let mut lines = Vec::new();
    for line in text.lines() {
        let line = line.strip_prefix("export ").unwrap_or(line);
        let is_known = line.starts_with("import.meta") || !line.starts_with("import ");
        if !is_known || line.starts_with("export") || line.starts_with("{") {
            bail!("the glue of the page's program has a line of an unknown form: {line}");
        }
        lines.push(line);
    }
    Ok(lines.join("\n"))
}

/// What stands for a link.
fn link(tag: &str, read: &impl Fn(&str) -> Result<String>) -> Result<String> {
    let rel = attribute(tag, "rel").unwrap_or_default();
    let href = attribute(tag, "href").unwrap_or_default();
    let is_elsewhere = href.contains(':');
    match rel {
        "stylesheet" => {
            let style = read(file_name(href)?)?;
            if style.contains("</style") {
                bail!("{href} ends its element");
            }
            Ok(format!("<style>\n{style}</style>"))
        }
        _ if is_elsewhere => Ok(tag.to_owned()),
        // What tells a browser to fetch something, or to install the page, or where else it is.
        "modulepreload" | "preload" | "prefetch" | "manifest" | "icon" | "apple-touch-icon"
        | "alternate" | "canonical" => Ok(String::new()),
        _ => bail!("index.html has a link that is not known: {tag}"),
    }
}

fn script_element(attributes: &str, script: &str) -> Result<String> {
    if script.contains("</script") || script.contains("<!--") {
        bail!("a script of the page ends its element, or begins a comment");
    }
    Ok(format!("<script{attributes}>\n{script}</script>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "<html><head>\n<link rel=\"icon\" href=\"data:,\" />\n<link rel=\"stylesheet\" href=\"./a.css\"/>\n\
        <script src=\"./b.js\"></script>\n<script type=\"module\">\nimport init, * as bindings from './c.js';\n\
        (async () => {\nawait window.painted;\nconst wasm = await init({ module_or_path: fetch('./c_bg.wasm', { integrity: 'sha256-1' }) });\nwindow.wasmBindings = bindings;\n\
        dispatchEvent(new CustomEvent(\"TrunkApplicationStarted\", {detail: {wasm}}));\n})();\n</script>\n\
        <link rel=\"modulepreload\" href=\"./c.js\" crossorigin=\"anonymous\"></head><body><p>1</p></body></html>";
    const GLUE: &str = "export class A {\n}\nexport function b() {\n}\nexport { initSync, __wbg_init as default };\n";

    fn read(name: &str) -> Result<String> {
        Ok(match name {
            "a.css" => "p { color: red }".to_owned(),
            "b.js" => "say();".to_owned(),
            "c.js" => GLUE.to_owned(),
            _ => bail!("{name} is not there"),
        })
    }

    #[test]
    fn everything_is_put_in() {
        let page = inline(INDEX, read).unwrap();
        assert_eq!(page.program, "c_bg.wasm");
        let whole = page.with("<packs>").unwrap();
        for part in [
            "<link rel=\"icon\" href=\"data:,\" />",
            "<style>\np { color: red }</style>",
            "<script>\nsay();</script>",
            "<script type=\"module\">\nclass A {\n}\nfunction b() {\n}\n",
            "await window.painted;",
            "await showYourWorkFile(\"c_bg.wasm\")",
            "globalThis.showYourWorkFile =",
            "<p>1</p><packs></body>",
        ] {
            assert!(whole.contains(part), "{part} in {whole}");
        }
        for part in ["modulepreload", " src=", "./", "export ", "import "] {
            assert!(!whole.contains(part), "{part} in {whole}");
        }
    }

    #[track_caller]
    fn check_refused(from: &str, to: &str, expected: &str) {
        let index = INDEX.replace(from, to);
        let read = |name: &str| Ok(read(name)?.replace(from, to));
        let error = format!("{:#}", inline(&index, read).unwrap_err());
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn another_form_is_refused() {
        check_refused(
            "import init,",
            "import start,",
            "another form than Trunk gave it",
        );
        check_refused("type=\"module\"", "", "no module");
        check_refused("export { initSync", "export { other", "must be once");
        check_refused(
            "export class A",
            "import { x } from 'y';\nclass A",
            "unknown form: import",
        );
        check_refused(
            "rel=\"modulepreload\"",
            "rel=\"other\"",
            "a link that is not known",
        );
        check_refused("./b.js", "../b.js", "not beside it");
        check_refused("./b.js", "./missing.js", "missing.js is not there");
        check_refused("say();", "say('</script>');", "ends its element");
    }
}
