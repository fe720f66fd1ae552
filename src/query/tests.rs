//! What a query says, read and written.

use super::*;
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, expected: &Query) {
    assert_eq!(parse(text), (expected.clone(), Vec::new()), "{text}");
}

#[test]
fn what_is_asked_for_is_read() {
    let empty = Query::default();
    for text in ["", "?", "?&&", "?utm_source=x&fbclid=%zz", "=", "?a"] {
        check(text, &empty);
    }
    let embed = |figure| Query {
        embed: Some(figure),
        ..Query::default()
    };
    let at = Some(Figure::Claim("O1".into()));
    check(
        "at=claim:O1",
        &Query {
            at,
            ..Query::default()
        },
    );
    check("?embed=duel", &embed(Figure::Duel));
    check("embed=off-distribution", &embed(Figure::OffDistribution));
    check("?embed=claim:P3", &embed(Figure::Claim("P3".into())));
    check("?embed=claim%3AP3", &embed(Figure::Claim("P3".into())));
    let all = Query {
        theme: Some(Theme::Projector),
        lang: Some("pt-BR".into()),
        hide: BTreeSet::from([Control::Presets, Control::Sampling]),
        lock: true,
        lesson: Some("follow-15".into()),
        present: true,
        predict: true,
        ..embed(Figure::Map)
    };
    check(
        "?embed=map&theme=projector&lang=pt-BR&hide=presets,sampling&lock=1&lesson=follow-15&present&predict=yes",
        &all,
    );
    check(
        "?hide=,presets,,&lock=0&present=no",
        &Query {
            hide: BTreeSet::from([Control::Presets]),
            ..Query::default()
        },
    );
}

#[track_caller]
fn check_bad(text: &str, expected: &str) {
    assert_eq!(parse(text).1, [expected], "{text}");
}

#[test]
fn a_key_is_told_once() {
    let many = "theme=pink&lang=x!&".repeat(500);
    assert_eq!(parse(&many).1.len(), 2);
}

#[test]
fn what_is_not_understood_is_said() {
    check_bad(
        "?embed=true",
        "The figure in this link, \u{201c}true\u{201d}, was not understood: the whole page is shown.",
    );
    check_bad(
        "?embed=claim:<b>",
        "The figure in this link, \u{201c}claim:<b>\u{201d}, was not understood: the whole page is shown.",
    );
    check_bad(
        "?theme=%FF",
        "The theme in this link, \u{201c}%FF\u{201d}, was not understood: yours is used.",
    );
    check_bad(
        "?lang=../../x",
        "The language in this link, \u{201c}../../x\u{201d}, was not understood: yours is used.",
    );
    check_bad(
        "?hide=presets,windows",
        "The list of hidden controls in this link, \u{201c}presets,windows\u{201d}, was not understood: only the known ones are hidden.",
    );
    check_bad(
        "?lock=maybe",
        "The lock in this link, \u{201c}maybe\u{201d}, was not understood: it is taken as 0.",
    );
    let hidden = parse("?hide=presets,windows").0.hide;
    assert_eq!(hidden, BTreeSet::from([Control::Presets]));
}

fn figures() -> impl Strategy<Value = Figure> {
    prop_oneof![
        proptest::sample::select(Figure::all().collect::<Vec<_>>()),
        "[a-zA-Z0-9_-]{1,64}".prop_map(Figure::Claim),
    ]
}

prop_compose! {
    fn queries()(
        (embed, at) in (proptest::option::of(figures()), proptest::option::of(figures())),
        theme in proptest::option::of(proptest::sample::select(Theme::ALL.to_vec())),
        lang in proptest::option::of("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8}){0,3}"),
        hide in proptest::collection::btree_set(proptest::sample::select(Control::ALL.to_vec()), 0..10),
        lesson in proptest::option::of("[a-zA-Z0-9_-]{1,64}"),
        worksheet in proptest::option::of("[a-zA-Z0-9_-]{1,64}"),
        (lock, key, present, predict) in any::<(bool, bool, bool, bool)>(),
    ) -> Query {
        Query { embed, at, theme, lang, hide, lock, lesson, worksheet, key, present, predict }
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read(query in queries()) {
        prop_assert_eq!(parse(&render(&query)), (query, Vec::new()));
    }

    #[test]
    fn no_text_makes_reading_fail(text in "\\PC*|[?&=%,:a-z0-9]*") {
        let (query, _) = parse(&text);
        prop_assert_eq!(parse(&render(&query)), (query, Vec::new()));
    }
}
