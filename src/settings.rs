//! What a visitor can choose, and its form in the hash of the page's address.
//!
//! `decode(encode(settings))` gives the same settings. Decoding never fails: keys that are not known are ignored
//! (hosts that embed pages append their own), and a value that is not understood becomes the default, with a notice.

use syw_core::family::{Family, TRAINED_MODULI};
use syw_core::intervention::Intervention;
use syw_core::map::PUBLISHED_MODULI;
use syw_core::plane::{Capability, Oversight, Where};
use syw_core::prompt::MAX_LENGTH;
use syw_core::rl_runs::Measure;
use syw_core::vocabulary::{Dialect, vocabulary};
use syw_core::{Problem, Token};

use crate::edit::Edit;
use crate::locale::named;
use crate::presets::DEFAULT_PROBLEM;
use crate::shade::Shade;
use crate::t;

/// No step in a link lies beyond this one: no chain is that long.
const MAX_STEP: usize = MAX_LENGTH;
const MAX_TEMPERATURE: f32 = 2.0;

/// Everything that a link reproduces.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    pub problem: Problem,
    /// The id of the small model; `None` for the page's default.
    pub model: Option<String>,
    pub edit: Option<Edit>,
    pub seed: u64,
    /// 0: greedy.
    pub temperature: f32,
    /// The modulus of training that the frontier is about; `None` for all of them.
    pub frontier_modulus: Option<i64>,
    /// What is shown of the runs of reinforcement learning.
    pub measure: Measure,
    /// The model whose chains the battery alters, by id; `None` for the page's default.
    pub battery_model: Option<String>,
    /// The family whose chains it alters; `None` for the home rung.
    pub battery_family: Option<Family>,
    /// The modulus of the competence maps.
    pub map_modulus: i64,
    /// What their lightness tells.
    pub shade: Shade,
    /// The claim of the debate that is looked at, by its id; `None` for the first one.
    pub claim: Option<String>,
    /// What the plane calls capability.
    pub plane_x: Capability,
    /// What it calls oversight.
    pub plane_y: Oversight,
    /// The problems that oversight is measured on; `None` for the usual ones.
    pub plane_at: Option<Where>,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            problem: DEFAULT_PROBLEM
                .parse()
                .expect("the default problem is one, as a test says"),
            model: None,
            edit: None,
            seed: 0,
            temperature: 0.0,
            frontier_modulus: None,
            measure: Measure::default(),
            battery_model: None,
            battery_family: None,
            map_modulus: PUBLISHED_MODULI[0],
            shade: Shade::default(),
            claim: None,
            plane_x: Capability::default(),
            plane_y: Oversight::default(),
            plane_at: None,
        }
    }
}

/// The hash without its `#`. Empty where every value is the default.
pub fn encode(settings: &Settings) -> String {
    let default = Settings::default();
    let mut parts = Vec::new();
    if settings.problem != default.problem {
        parts.push(format!("p={}", escape(&settings.problem.to_string())));
    }
    if let Some(model) = &settings.model {
        parts.push(format!("m={}", escape(model)));
    }
    if let Some(edit) = &settings.edit {
        parts.push(format!("e={}", encode_edit(edit)));
    }
    if settings.seed != default.seed {
        parts.push(format!("s={}", settings.seed));
    }
    if settings.temperature != default.temperature {
        parts.push(format!("t={}", settings.temperature));
    }
    if let Some(modulus) = settings.frontier_modulus {
        parts.push(format!("f={modulus}"));
    }
    if settings.measure != default.measure {
        parts.push(format!("h={}", settings.measure.name()));
    }
    if let Some(model) = &settings.battery_model {
        parts.push(format!("b={}", escape(model)));
    }
    if let Some(family) = settings.battery_family {
        parts.push(format!("d={}", family.name()));
    }
    if settings.map_modulus != default.map_modulus {
        parts.push(format!("g={}", settings.map_modulus));
    }
    if settings.shade != default.shade {
        parts.push(format!("k={}", settings.shade.name()));
    }
    if let Some(claim) = &settings.claim {
        parts.push(format!("c={}", escape(claim)));
    }
    if settings.plane_x != default.plane_x {
        parts.push(format!("x={}", settings.plane_x.name()));
    }
    if settings.plane_y != default.plane_y {
        parts.push(format!("y={}", settings.plane_y.name()));
    }
    if let Some(at) = settings.plane_at {
        parts.push(format!("z={}", at.name()));
    }
    parts.join("&")
}

/// Reads a hash, with or without its `#`. Returns a notice for every key that has a value which was not understood, about the first of them.
pub fn decode(hash: &str) -> (Settings, Vec<String>) {
    let mut settings = Settings::default();
    let mut refused: Vec<(&str, String)> = Vec::new();
    let mut refuse = |key, value: &str| {
        if refused.iter().all(|(other, _)| *other != key) {
            refused.push((key, value.to_owned()));
        }
    };
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    // A question mark never stands unescaped in a value, so it can only begin what a host has appended.
    for part in hash.split(['&', '?']) {
        let Some((key, value)) = part.split_once('=') else {
            continue;
        };
        let Some(value) = unescape(value) else {
            // A proof has a reader of its own, who tells it.
            if is_known(key) && key != crate::proof::KEY {
                refuse(key, value);
            }
            continue;
        };
        let understood = match key {
            "p" => value
                .parse()
                .map(|problem| settings.problem = problem)
                .is_ok(),
            "m" => {
                is_id(&value) && {
                    settings.model = Some(value.clone());
                    true
                }
            }
            "e" => decode_edit(&value)
                .map(|edit| settings.edit = Some(edit))
                .is_some(),
            "s" => value.parse().map(|seed| settings.seed = seed).is_ok(),
            "t" => decode_temperature(&value)
                .map(|temperature| settings.temperature = temperature)
                .is_some(),
            "f" => decode_modulus(&value)
                .map(|modulus| settings.frontier_modulus = Some(modulus))
                .is_some(),
            "h" => Measure::from_name(&value)
                .map(|measure| settings.measure = measure)
                .is_some(),
            "b" => {
                is_id(&value) && {
                    settings.battery_model = Some(value.clone());
                    true
                }
            }
            "d" => Family::from_name(&value)
                .map(|family| settings.battery_family = Some(family))
                .is_some(),
            "g" => value
                .parse()
                .ok()
                .filter(|modulus| PUBLISHED_MODULI.contains(modulus))
                .map(|modulus| settings.map_modulus = modulus)
                .is_some(),
            "k" => Shade::from_name(&value)
                .map(|shade| settings.shade = shade)
                .is_some(),
            "c" => {
                is_id(&value) && {
                    settings.claim = Some(value.clone());
                    true
                }
            }
            "x" => Capability::from_name(&value)
                .map(|x| settings.plane_x = x)
                .is_some(),
            "y" => Oversight::from_name(&value)
                .map(|y| settings.plane_y = y)
                .is_some(),
            "z" => Where::from_name(&value)
                .map(|at| settings.plane_at = Some(at))
                .is_some(),
            _ => continue,
        };
        if !understood {
            refuse(key, &value);
        }
    }
    let told = |(key, value): &(&str, String)| notice(key, value, &Settings::default());
    (settings, refused.iter().map(told).collect())
}

/// Whether a hash says something about settings. The name of a place in the page does not.
pub fn has_settings(hash: &str) -> bool {
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    hash.split(['&', '?'])
        .filter_map(|part| part.split_once('='))
        .any(|(key, _)| is_known(key))
}

fn is_known(key: &str) -> bool {
    [
        "p", "m", "e", "s", "t", "f", "h", "b", "d", "g", "k", "c", "x", "y", "z", "v",
    ]
    .contains(&key)
}

fn notice(key: &str, value: &str, default: &Settings) -> String {
    let value: String = value.chars().take(40).collect();
    match key {
        "p" => t!(
            "link-problem",
            value = value,
            instead = default.problem.to_string()
        ),
        "m" => t!("link-model", value = value),
        "e" => t!("link-change", value = value),
        "s" => t!(
            "link-seed",
            value = value,
            instead = default.seed.to_string()
        ),
        "f" => t!("link-frontier", value = value),
        "h" => t!(
            "link-measure",
            value = value,
            instead = named("rl-measure", default.measure.name())
        ),
        "b" => t!("link-battery-model", value = value),
        "d" => t!("link-battery-family", value = value),
        "g" => t!(
            "link-map-modulus",
            value = value,
            instead = default.map_modulus.to_string()
        ),
        "k" => t!(
            "link-map-shade",
            value = value,
            instead = default.shade.label()
        ),
        "c" => t!("link-claim", value = value),
        "x" => t!("link-plane-x", value = value),
        "y" => t!("link-plane-y", value = value),
        "z" => t!("link-plane-at", value = value),
        _ => t!("link-temperature", value = value),
    }
}

/// Whether a text has the form of a model's id.
pub(crate) fn is_id(text: &str) -> bool {
    let is_fine = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    (1..=64).contains(&text.len()) && text.bytes().all(is_fine)
}

fn decode_temperature(text: &str) -> Option<f32> {
    text.parse()
        .ok()
        .filter(|temperature| (0.0..=MAX_TEMPERATURE).contains(temperature))
}

fn decode_modulus(text: &str) -> Option<i64> {
    text.parse()
        .ok()
        .filter(|modulus| TRAINED_MODULI.contains(modulus))
}

fn encode_edit(edit: &Edit) -> String {
    match edit {
        Edit::Tokens(tokens) => {
            let digits = |token: &Token| {
                [token.0 / 36, token.0 % 36]
                    .map(|digit| char::from_digit(digit.into(), 36).unwrap_or('0'))
            };
            format!(
                "tokens.{}",
                tokens.iter().flat_map(digits).collect::<String>()
            )
        }
        Edit::Intervention(intervention) => match intervention {
            Intervention::AddedMistake { step, seed } => format!("mistake.{step}.{seed}"),
            Intervention::CongruentAlteration { step } => format!("congruent.{step}"),
            Intervention::EarlyAnswering { n_kept } => format!("early.{n_kept}"),
            Intervention::FillerTokens => "filler".into(),
            Intervention::Shuffle { seed } => format!("shuffle.{seed}"),
            Intervention::Paraphrase { seed } => format!("paraphrase.{seed}"),
            Intervention::Translate { dialect } => {
                format!("translate.{}", dialect.name())
            }
        },
    }
}

fn decode_edit(text: &str) -> Option<Edit> {
    let mut parts = text.split('.');
    let kind = parts.next()?;
    let parts: Vec<&str> = parts.collect();
    let step = |part: &str| part.parse().ok().filter(|&step| step <= MAX_STEP);
    let intervention = match (kind, parts.as_slice()) {
        ("mistake", [idx, seed]) => Intervention::AddedMistake {
            step: step(idx)?,
            seed: seed.parse().ok()?,
        },
        ("congruent", [idx]) => Intervention::CongruentAlteration { step: step(idx)? },
        ("early", [n_kept]) => Intervention::EarlyAnswering {
            n_kept: step(n_kept)?,
        },
        ("filler", []) => Intervention::FillerTokens,
        ("shuffle", [seed]) => Intervention::Shuffle {
            seed: seed.parse().ok()?,
        },
        ("paraphrase", [seed]) => Intervention::Paraphrase {
            seed: seed.parse().ok()?,
        },
        ("translate", [name]) => {
            let dialect = Dialect::ALL
                .into_iter()
                .find(|dialect| dialect.name() == *name)?;
            Intervention::Translate { dialect }
        }
        ("tokens", [digits]) => return decode_tokens(digits).map(Edit::Tokens),
        _ => return None,
    };
    Some(Edit::Intervention(intervention))
}

fn decode_tokens(digits: &str) -> Option<Vec<Token>> {
    let digits: Option<Vec<u32>> = digits.chars().map(|c| c.to_digit(36)).collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0 && digits.len() <= 2 * MAX_LENGTH)?;
    let token = |pair: &[u32]| {
        let id = pair[0] * 36 + pair[1];
        u8::try_from(id)
            .ok()
            .filter(|&id| usize::from(id) < vocabulary().len())
            .map(Token)
    };
    digits.chunks(2).map(token).collect()
}

/// Escapes all but what reads well and means nothing in a hash.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~+".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

/// `None` where the escapes are not those of a text.
pub(crate) fn unescape(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            let (high, low) = (digit()?, digit()?);
            bytes.push((high * 16 + low) as u8);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests;
