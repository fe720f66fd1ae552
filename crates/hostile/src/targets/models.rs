//! Models: the bytes of one, its card, the list of all; and the file of a language.

use std::sync::LazyLock;

use show_your_work::locale::{Catalogue, FluentArgs, Language, markup};
use show_your_work::presets::Preset;
use syw_core::Problem;
use syw_core::card::{ModelCard, last_of};
use syw_core::decoding::BatchModel;
use syw_core::prompt::prompt;
use syw_engine::{Answering, OnnxModel, load, verify};

use super::{FILE, file, read, texts};
use crate::target::{Form, Room, Said, Target, text};

const TINY: &[u8] = include_bytes!("../../../engine/tests/fixtures/tiny.onnx");
const TINY_CARD: &str = include_str!("../../../engine/tests/fixtures/tiny.json");

/// Weights are unpacked, and a text is read with them.
const MODEL: Room = Room {
    fixed: 4 << 20,
    per_byte: 400,
};

pub(super) const TARGETS: &[Target] = &[
    Target {
        name: "model.onnx",
        form: Form::Wire,
        samples: || vec![TINY.to_vec()],
        read: onnx,
        share: 12,
        room: MODEL,
    },
    Target {
        name: "card.json",
        form: Form::Json,
        samples: || {
            let with = |member: &str| TINY_CARD.replacen('{', &format!("{{{member},"), 1);
            let thinks = with("\"thoughts\": 3").replace("\"free\"", "\"direct\"");
            texts(&[TINY_CARD, &thinks, &with("\"pauses\": 5")])
        },
        read: card,
        share: 8,
        room: MODEL,
    },
    file(
        "index.json",
        || super::cut(include_str!("../../../../public/models/index.json")),
        |input| read::<Vec<String>>(input).map(|_| Vec::new()),
    ),
    Target {
        name: "file of a language",
        form: Form::Text,
        samples: || {
            let files = [
                include_str!("../../../../locales/de/formats.ftl"),
                include_str!("../../../../locales/de/battery.ftl"),
            ];
            texts(&files)
        },
        read: language,
        share: 1,
        room: Room {
            fixed: 8 << 20,
            ..FILE
        },
    },
];

static CARD: LazyLock<ModelCard> =
    LazyLock::new(|| serde_json::from_str(TINY_CARD).expect("it is one"));

fn problem() -> Problem {
    "6 + 2 mod 5".parse().expect("it is one")
}

fn onnx(input: &[u8]) -> Said {
    let _ = verify(input, &CARD).map_err(|error| error.to_string());
    let model = load(input, &CARD).map_err(|error| error.to_string())?;
    run(&model, &CARD)
}

fn card(input: &[u8]) -> Said {
    let card: ModelCard = read(input)?;
    let cards = [card];
    let _ = last_of(&cards, cards[0].size, &cards[0].arm);
    let _ = Preset::all()
        .map(|preset| preset.draw(5, &cards[0].operands))
        .last();
    verify(TINY, &cards[0])
        .map_err(|error| error.to_string())
        .ok();
    let model = load(TINY, &cards[0]).map_err(|error| error.to_string())?;
    run(&model, &cards[0])
}

/// Lets a model that was read answer, as its card says and word by word.
fn run(model: &OnnxModel, card: &ModelCard) -> Said {
    let texts = [[prompt(&problem()), card.answers.forced().to_vec()].concat()];
    let logits = model.logits(&texts[0]).map_err(|error| error.to_string())?;
    assert_eq!(logits.len(), texts[0].len());
    let written = Answering::new(model, card)
        .complete(&texts, 4)
        .map_err(|error| error.to_string())?;
    assert!(written.iter().all(|written| written.tokens.len() <= 4));
    Ok(Vec::new())
}

fn language(input: &[u8]) -> Said {
    let german = Language::from_tag("de").expect("it is spoken here");
    let catalogue = Catalogue::new(german, &text(input));
    let mut values = FluentArgs::new();
    values.set("n", 1234567);
    values.set("list", "a");
    values.set("item", "<em>b</em>");
    let ids = [
        "format-list-middle",
        "format-range",
        "battery-title",
        "battery-cases",
        "no-such-id",
    ];
    for id in ids {
        let said = catalogue.text(id, &values);
        assert!(markup::plain(&said).len() <= said.len());
    }
    Ok(Vec::new())
}
