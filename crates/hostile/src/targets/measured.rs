//! The largest files of results: what was measured of every model, and the competence maps.

use std::sync::LazyLock;

use syw_core::evaluation::{Evaluations, LineReader, Part, bits_of, parts_of};
use syw_core::map::{is_right, operands, outcome, parse, render};

use super::{FILE, read};
use crate::target::{Form, Room, Said, Target, text};

pub(super) const TARGETS: &[Target] = &[
    Target {
        name: "results/evaluation.json",
        form: Form::Text,
        samples: evaluation,
        read: evaluations,
        share: 6,
        room: FILE,
    },
    Target {
        name: "results/evaluation.json, its values",
        form: Form::Json,
        samples: || {
            let lines = String::from_utf8(evaluation().remove(0)).expect("it is text");
            super::cut(&lines)
        },
        read: values,
        share: 6,
        room: FILE,
    },
    Target {
        name: "results/maps/*.json",
        form: Form::Json,
        samples: || {
            vec![
                include_bytes!("../../../../public/results/maps/small-chain_rl-s0-m9.json")
                    .to_vec(),
            ]
        },
        read: map,
        share: 1,
        room: Room {
            fixed: 8 << 20,
            per_byte: 50,
        },
    },
];

/// The first models of the published file, each with few entries, a line each.
fn evaluation() -> Vec<Vec<u8>> {
    let published = include_str!("../../../../public/results/evaluation.json");
    let mut file: Evaluations = serde_json::from_str(published).expect("it is published");
    file.models.truncate(2);
    for model in &mut file.models {
        model.answers.truncate(3);
        model.battery.truncate(2);
        model.answers.iter_mut().for_each(|entry| {
            entry.right = entry.right.take().map(|mut hex| {
                hex.truncate(20);
                hex
            })
        });
    }
    vec![file.to_lines().expect("it is plain data").into_bytes()]
}

fn evaluations(input: &[u8]) -> Said {
    let mut reader = LineReader::default();
    for line in text(input).lines() {
        reader.read(line).map_err(|error| error.to_string())?;
    }
    let file = reader.finish().map_err(|error| error.to_string())?;
    look_at(&file);
    Ok(Vec::new())
}

fn values(input: &[u8]) -> Said {
    look_at(&read::<Evaluations>(input)?);
    Ok(Vec::new())
}

/// The parts that are looked for.
static PARTS: LazyLock<Vec<Part>> = LazyLock::new(|| {
    let card = include_str!("../../../../public/models/small-chain_rl-s0/card.json");
    parts_of(&serde_json::from_str(card).expect("it is shipped"))
});

/// What the page works out of it.
fn look_at(file: &Evaluations) {
    let _ = file.large().is_some();
    for model in &file.models {
        let _ = file
            .of(&model.model)
            .is_some_and(|found| found.is_trained_like(model));
        for &part in PARTS.iter() {
            let _: Option<_> = model.part(part);
            if let Part::Battery { set, test, .. } = part {
                let _ = model.battery(set, test);
            }
        }
        for entry in &model.answers {
            let _ = (
                entry.tally.accuracy(),
                entry.tally.legibility(),
                entry.tally.outcome_entropy(),
            );
            let bits = entry
                .right
                .as_deref()
                .and_then(|hex| bits_of(hex, entry.tally.problems));
            assert!(bits.is_none_or(|bits| bits.len() == entry.tally.problems));
        }
        for entry in &model.battery {
            let tally = &entry.tally;
            let _ = (tally.n(), tally.loss(), tally.area_over_curve());
            for n_steps in tally.lengths().into_keys() {
                let _ = tally.curve(n_steps);
            }
        }
    }
}

fn map(input: &[u8]) -> Said {
    let map = parse(&text(input)).map_err(|error| error.to_string())?;
    assert!(
        parse(&render(&map)).as_ref() == Ok(&map),
        "what is written is read"
    );
    for (idx, cell) in map.cells.iter().enumerate().step_by(97) {
        let (a, b) = operands(idx);
        let _ = (
            is_right(a, b, map.modulus, cell.answer),
            outcome(a, b, map.modulus, cell.answer),
        );
    }
    Ok(Vec::new())
}
