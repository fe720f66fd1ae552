//! Addresses and snippets, to the letter where they are short.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::query::{Control, Theme, parse};
use crate::settings::decode;

fn plane() -> Shared {
    Shared {
        page: "https://example.org/syw/".into(),
        figure: Some(Figure::Plane),
        query: Query::default(),
        hash: String::new(),
        proved: String::new(),
        title: "What it can do".into(),
    }
}

fn locked_claim() -> Shared {
    Shared {
        page: "https://example.org/index.html".into(),
        figure: Some(Figure::Claim("P3".into())),
        query: Query {
            theme: Some(Theme::Dark),
            lang: Some("de".into()),
            hide: BTreeSet::from([Control::Exports, Control::Presets]),
            lock: true,
            ..Query::default()
        },
        hash: "p=6%20+%202%20mod%205&c=P3".into(),
        proved: "p=6%20+%202%20mod%205&c=P3&v=1".into(),
        title: "\"Claims\" <b>[1] & more".into(),
    }
}

#[test]
fn addresses_say_what_is_shared() {
    let shared = plane();
    assert_eq!(shared.link(), "https://example.org/syw/?at=plane");
    assert_eq!(shared.frame(), "https://example.org/syw/?embed=plane");
    assert_eq!(shared.preset(), "https://example.org/syw/s/plane/");
    assert_eq!(shared.card(), "https://example.org/syw/cards/plane.png");
    let shared = locked_claim();
    let asked = "theme=dark&lang=de&hide=presets,exports&lock=1#p=6%20+%202%20mod%205&c=P3";
    assert_eq!(
        shared.frame(),
        format!("https://example.org/index.html?embed=claim:P3&{asked}")
    );
    assert_eq!(
        shared.link(),
        format!("https://example.org/index.html?at=claim:P3&{asked}&v=1")
    );
    assert_eq!(shared.preset(), "https://example.org/s/claim-P3/");
    let whole = Shared {
        figure: None,
        ..plane()
    };
    assert_eq!(whole.link(), whole.page);
    assert_eq!(whole.frame(), whole.page);
    assert_eq!(whole.preset(), whole.page);
    assert_eq!(whole.card(), "https://example.org/syw/cards/page.png");
}

#[track_caller]
fn check(host: Host, shared: &Shared, expected: &str) {
    assert_eq!(snippet(host, shared), expected);
}

#[test]
fn short_snippets_are_these() {
    check(
        Host::Element,
        &plane(),
        "<script src=\"https://example.org/syw/embed.js\" async></script>\n\
         <show-your-work view=\"plane\"><a href=\"https://example.org/syw/?at=plane\">What it can do</a></show-your-work>\n",
    );
    check(
        Host::Element,
        &locked_claim(),
        "<script src=\"https://example.org/embed.js\" async></script>\n\
         <show-your-work view=\"claim:P3\" theme=\"dark\" lang=\"de\" hide=\"presets,exports\" lock=\"1\" hash=\"p=6%20+%202%20mod%205&amp;c=P3\">\
         <a href=\"https://example.org/index.html?at=claim:P3&amp;theme=dark&amp;lang=de&amp;hide=presets,exports&amp;lock=1#p=6%20+%202%20mod%205&amp;c=P3&amp;v=1\">\
         &quot;Claims&quot; &lt;b&gt;[1] &amp; more</a></show-your-work>\n",
    );
    check(
        Host::Moodle,
        &plane(),
        "<iframe src=\"https://example.org/syw/?embed=plane\" width=\"100%\" height=\"800\" title=\"What it can do\"></iframe>\n",
    );
    check(
        Host::WordPress,
        &plane(),
        "https://example.org/syw/s/plane/",
    );
    check(
        Host::Notion,
        &plane(),
        "https://example.org/syw/?embed=plane",
    );
    check(
        Host::Markdown,
        &plane(),
        "[![What it can do](https://example.org/syw/cards/plane.png)](https://example.org/syw/?at=plane)\n\n\
         [What it can do](https://example.org/syw/?at=plane)\n",
    );
    check(
        Host::Jupyter,
        &plane(),
        "from IPython.display import HTML, IFrame, display\n\
         display(IFrame(\"https://example.org/syw/?embed=plane\", width=\"100%\", height=800))\n\
         display(HTML(\"\\x3ca href=\\\"https://example.org/syw/?at=plane\\\"\\x3e\\x3cimg src=\\\"https://example.org/syw/cards/plane.png\\\" \
         alt=\\\"What it can do\\\" width=\\\"600\\\"\\x3e\\x3c/a\\x3e\"))  # for where notebooks are shown without frames\n",
    );
}

#[test]
fn long_snippets_are_short_enough() {
    for shared in [plane(), locked_claim()] {
        for (host, most) in [
            (Host::Frame, 40),
            (Host::LessWrong, 12),
            (Host::Observable, 24),
        ] {
            let lines = snippet(host, &shared).lines().count();
            assert!(lines <= most, "{}: {lines} lines", host.name());
        }
    }
}

#[test]
fn markup_in_a_title_stays_a_title() {
    let shared = locked_claim();
    for host in Host::ALL {
        let text = snippet(host, &shared);
        assert!(!text.contains("<b>"), "{}: {text}", host.name());
    }
}

proptest! {
    #[test]
    fn a_frame_comes_to_what_was_shared(
        id in "[A-Za-z0-9]{1,4}",
        lock in any::<bool>(),
        hide in proptest::collection::btree_set(proptest::sample::select(Control::ALL.to_vec()), 0..4),
    ) {
        let query = Query { lock, hide, ..Query::default() };
        let shared = Shared { figure: Some(Figure::Claim(id)), query: query.clone(), ..locked_claim() };
        let address = shared.frame();
        let (address, hash) = address.split_once('#').unwrap();
        let (_, asked) = address.split_once('?').unwrap();
        let expected = Query { embed: shared.figure.clone(), ..query };
        prop_assert_eq!(parse(asked), (expected, Vec::new()));
        prop_assert_eq!(decode(hash).1, Vec::<String>::new());
    }

    #[test]
    fn no_title_ends_its_quotes(title in "\\PC*") {
        let quoted = quoting::literal(&title);
        let inside = &quoted[1..quoted.len() - 1];
        prop_assert!(!inside.replace("\\\\", "").replace("\\\"", "").contains('"'));
        prop_assert!(!quoting::html(&title).contains(['"', '<', '>']));
    }
}
