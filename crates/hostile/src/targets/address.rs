//! What comes with a link: the hash and the query of the address, and the digests of a shared run; and the messages of the window
//! around a frame.

use serde_json::Value;
use show_your_work::host::{heard, secret};
use show_your_work::proof::{self, Proof, differences};
use show_your_work::query::{self, Theme};
use show_your_work::settings::{self, decode, encode};
use show_your_work::t;
use syw_core::outside::quoted;

use super::{SHORT, texts};
use crate::target::{Form, Said, Target, text};

pub(super) const TARGETS: &[Target] = &[
    Target {
        name: "hash of the address",
        form: Form::Text,
        samples: || {
            texts(&[
                "#p=67%20%C3%97%2089%20mod%207&m=small-chain_rl-s0&e=mistake.0.3&s=7&t=0.7&f=9",
                "#h=reward&b=small-base-s0&d=subtraction&g=9&k=confidence&c=P3&x=longer&y=checker&z=negative_operand",
                "e=tokens.0k0l07&p=6%20+%202%20mod%205?secret=a1B2c3D4e5",
                "e=translate.german&e=early.2&e=shuffle.3&e=filler&e=congruent.1&e=paraphrase.5",
                "#p=-3&v=3fa9c1d2.4.8b12aa01~77aa01bc.n.19ab34cd",
            ])
        },
        read: hash,
        share: 130,
        room: SHORT,
    },
    Target {
        name: "query of the address",
        form: Form::Text,
        samples: || {
            texts(&[
                "?embed=claim:P3&theme=dark&lang=de-AT&hide=tools,exports&lock=1",
                "at=plane&lesson=follows&worksheet=trust&key=yes&present&predict=0",
                "?embed=duel&theme=projector&hide=problem,presets,sampling,changes,models,guesses,runs,provenance",
            ])
        },
        read: asked,
        share: 120,
        room: SHORT,
    },
    Target {
        name: "digests of a shared run",
        form: Form::Text,
        samples: || {
            texts(&[
                "3fa9c1d2.4.8b12aa01~77aa01bc.4.19ab34cd~77aa01bc.n.0badcafe",
                "00000000.-1.ffffffff~ffffffff.9223372036854775807.00000000",
            ])
        },
        read: digests,
        share: 120,
        room: SHORT,
    },
    Target {
        name: "messages to a frame",
        form: Form::Json,
        samples: || {
            texts(&[
                r##"{"target":"show-your-work","type":"theme","theme":"dark"}"##,
                r##"{"target":"show-your-work","type":"state","hash":"p=6%20+%202%20mod%205&e=filler"}"##,
                r##"{"source":"show-your-work","type":"height","height":480}"##,
                r##"{"message":"ready","secret":"a1B2c3D4e5","url":"https://example.org/"}"##,
            ])
        },
        read: message,
        share: 90,
        room: SHORT,
    },
];

fn hash(input: &[u8]) -> Said {
    let hash = text(input);
    let (settings, mut notices) = decode(&hash);
    let written = encode(&settings);
    assert_eq!(decode(&written), (settings, Vec::new()), "{written}");
    assert!(settings::has_settings(&written) || written.is_empty());
    assert!(secret(&hash).is_none_or(|secret| hash.contains(&secret)));
    match proof::in_hash(&hash) {
        Some(Ok(proof)) => {
            let with = proof::with_proof(&written, &proof);
            assert_eq!(proof::in_hash(&with), Some(Ok(proof)));
        }
        Some(Err(value)) => notices.push(t!("proof-not-understood", value = value)),
        None => {}
    }
    Ok(notices)
}

fn asked(input: &[u8]) -> Said {
    let (query, notices) = query::parse(&text(input));
    assert_eq!(query::parse(&query::render(&query)), (query, Vec::new()));
    Ok(notices)
}

fn digests(input: &[u8]) -> Said {
    let Some(proof) = Proof::parse(&text(input)) else {
        return Err(t!("proof-not-understood", value = quoted(&text(input))));
    };
    assert_eq!(Proof::parse(&proof.to_string()), Some(proof));
    assert!(differences(&proof, &proof).is_empty());
    Ok(Vec::new())
}

/// A frame does what a message says in one case only, and is silent in all others.
fn message(input: &[u8]) -> Said {
    let message = text(input);
    let Some(theme) = heard(&message) else {
        return Ok(Vec::new());
    };
    let whole: Value = serde_json::from_str(&message).expect("it was heard");
    let says = |key: &str| whole.get(key).and_then(Value::as_str);
    assert_eq!(says("target"), Some("show-your-work"));
    assert!(Theme::ALL.contains(&theme));
    let said = (says("type"), says("theme"));
    assert_eq!(said, (Some("theme"), Some(theme.name())));
    Ok(Vec::new())
}
