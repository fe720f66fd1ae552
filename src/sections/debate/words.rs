//! What came of claims and criteria, in words. Pure: every number is read from the file or from a run.

use syw_core::debate::{
    Claim, Comparison, Criterion, Debate, Outcome, RelationKind, Side, Unit, Verdict,
};

use crate::components::format::percent;
use crate::locale::formats::{clauses, decimal, series};
use crate::locale::named;
use crate::sections::debate::told::{Told, told};
use crate::stance::{AllStances, Stance};
use crate::t;

/// A verdict, for a chip.
pub fn verdict_name(verdict: Verdict) -> String {
    named("debate-verdict", verdict.name())
}

/// Its mark, where there is no room for words.
pub fn verdict_mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "\u{25cf}",
        Verdict::Contradicted => "\u{2715}",
        Verdict::Mixed => "\u{25d0}",
        Verdict::Inconclusive => "\u{25cb}",
        Verdict::NotTestable => "\u{2013}",
    }
}

/// A verdict with its mark before it.
pub fn marked_verdict(verdict: Verdict) -> String {
    format!("{} {}", verdict_mark(verdict), verdict_name(verdict))
}

/// What came of all claims, as a title.
pub fn tally(debate: &Debate) -> String {
    let counted = Verdict::ALL.into_iter().filter_map(|verdict| {
        let is_it = |claim: &&Claim| debate.verdict(claim) == verdict;
        let n = debate.claims.iter().filter(is_it).count();
        (n > 0).then(|| format!("{n} {}", verdict_name(verdict)))
    });
    let counted: Vec<String> = counted.collect();
    t!(
        "debate-tally",
        claims = debate.claims.len().to_string(),
        verdicts = series(&counted)
    )
}

/// What one claim is to another.
pub fn relation_words(from: &str, kind: RelationKind, to: &str) -> String {
    let kind = match kind {
        RelationKind::Supports => "supports",
        RelationKind::Opposes => "opposes",
        RelationKind::Crux => "crux",
    };
    t!("debate-relation", from = from, kind = kind, to = to)
}

/// The name of a side in messages.
pub fn side_key(side: Side) -> &'static str {
    match side {
        Side::For => "for",
        Side::Against => "against",
    }
}

/// Why the verdict on a claim is what it is.
pub fn because(debate: &Debate, claim: &Claim) -> Told {
    if let Some(reason) = &claim.not_testable {
        return told(&format!("claim-{}-untestable", claim.id), reason);
    }
    let evidence = debate.evidence(claim);
    let n = |what: Option<bool>| {
        let counted = evidence.iter().filter(|one| one.is_counted);
        counted.filter(|one| one.speaks_for == what).count()
    };
    let (n_for, n_against, n_open) = (n(Some(true)), n(Some(false)), n(None));
    let n_spoiled = evidence
        .iter()
        .filter(|one| one.failed_control.is_some())
        .count();
    let mut parts = Vec::new();
    if n_for > 0 {
        parts.push(t!("claim-tests-for", n = n_for as f64));
    }
    if n_against > 0 {
        parts.push(t!("claim-tests-against", n = n_against as f64));
    }
    if n_open > 0 {
        parts.push(t!("claim-tests-open", n = n_open as f64));
    }
    if n_spoiled > 0 {
        parts.push(t!("claim-tests-spoiled", n = n_spoiled as f64));
    }
    let n_all = n_for + n_against + n_open + n_spoiled;
    Told {
        text: t!(
            "claim-because",
            tests = n_all as f64,
            parts = clauses(&parts)
        ),
        lang: None,
    }
}

/// The name of what came of a criterion, in attributes and messages.
pub fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Reached => "reached",
        Outcome::NotReached => "not_reached",
        Outcome::Inconclusive => "inconclusive",
    }
}

/// A number of a criterion.
pub fn number(unit: Unit, value: f64) -> String {
    match unit {
        Unit::Share => percent(value),
        Unit::Points => {
            let sign = if value < 0.0 { "\u{2212}" } else { "+" };
            let number = format!("{sign}{}", decimal(100.0 * value.abs(), 1));
            t!("evidence-points", number = number)
        }
        Unit::Number => decimal(value, 2),
    }
}

/// The numbers of a criterion, one a seed.
pub fn numbers(criterion: &Criterion, values: &[f64]) -> String {
    let said: Vec<String> = values
        .iter()
        .map(|value| number(criterion.unit, *value))
        .collect();
    if said.is_empty() {
        t!("evidence-none")
    } else {
        series(&said)
    }
}

/// The numbers that a run here came to; nothing before it has any.
pub fn here_words(criterion: &Criterion, here: &[f64]) -> Option<String> {
    (!here.is_empty()).then(|| t!("evidence-here", values = numbers(criterion, here)))
}

/// What a row of dots shows, in words.
pub fn dots_summary(criterion: &Criterion, here: &[f64]) -> String {
    let side = match criterion.comparison {
        Comparison::AtLeast => "least",
        Comparison::AtMost => "most",
    };
    let published = t!(
        "evidence-dots",
        published = numbers(criterion, &criterion.values),
        side = side,
        line = number(criterion.unit, criterion.threshold)
    );
    let said = [Some(published), here_words(criterion, here)];
    said.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Whether a stance fits a verdict; `None` where nothing can be said.
fn fits(stance: Stance, verdict: Verdict) -> Option<bool> {
    match (stance, verdict) {
        (_, Verdict::NotTestable | Verdict::Inconclusive) | (Stance::Unsure, _) => None,
        (Stance::Holds, verdict) => Some(verdict == Verdict::Supported),
        (Stance::DoesNot, verdict) => Some(verdict == Verdict::Contradicted),
    }
}

/// What a reader held before and after, in a sentence; nothing before the first stance.
pub fn stance_words(debate: &Debate, stances: &AllStances) -> Option<String> {
    let known = stances
        .iter()
        .filter_map(|(id, held)| Some((debate.claim(id)?, held)));
    let mut n = 0;
    let (mut n_fit, mut n_not, mut n_moved) = (0, 0, 0);
    for (claim, held) in known {
        n += 1;
        match fits(held.before, debate.verdict(claim)) {
            Some(true) => n_fit += 1,
            Some(false) => n_not += 1,
            None => {}
        }
        n_moved += usize::from(held.after.is_some_and(|after| after != held.before));
    }
    (n > 0).then(|| {
        t!(
            "stances-words",
            n = n.to_string(),
            claims = debate.claims.len().to_string(),
            fit = n_fit.to_string(),
            not = n_not.to_string(),
            moved = n_moved.to_string()
        )
    })
}

/// Where on the page the tests of a claim can be seen at work: the anchor, and its name.
pub fn place_of(claim: &str) -> Option<(&'static str, String)> {
    Some(match claim {
        "P1" => ("#history-title", t!("training-title")),
        "P2" => ("#frontier-title", t!("place-frontier")),
        "P3" | "O1" => ("#battery-title", t!("battery-title")),
        "P4" | "O2" => ("#hidden-title", t!("hidden-title")),
        "P5" => ("#inside-title", t!("inside-title")),
        "P6" | "P10" | "P11" => ("#watchers-title", t!("watchers-title")),
        "P7" => ("#off-title", t!("off-title")),
        "P8" => ("#runs-title", t!("training-runs-title")),
        "P9" => ("#thoughts-title", t!("thoughts-title")),
        "P12" => ("#plane-title", t!("place-plane")),
        _ => return None,
    })
}

/// Words in lines of at most so many characters; a longer word has a line of its own.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
pub(in crate::sections) mod tests {
    use super::*;
    use serde_json::json;

    /// Two claims: the first has a test that is reached and one that counts only with its control, the second none.
    pub(in crate::sections) fn debate(values: &[f64], control: f64) -> Debate {
        let criterion = |id: &str, measure: &str, values: &[f64]| {
            json!({"id": id, "says": "It does.", "test": "a share >= 50 %", "measure": measure, "comparison": ">=", "threshold": 0.5,
                "of": "every seed", "unit": "share", "n_wanted": values.len().max(1), "values": values})
        };
        let claim = |id: &str, side: &str, tests: &[&str], reason: Option<&str>| {
            json!({"id": id, "side": side, "name": "A chain decides", "says": "The chain decides.", "held_by": "somebody", "for": tests,
                "against": [], "beside": ["control"], "not_testable": reason, "would_change": "Another model."})
        };
        serde_json::from_value(json!({
            "claims_sha256": "0123456789abcdef", "relations": [{"from": "P1", "to": "O1", "kind": "crux"}],
            "criteria": [criterion("a", "small_chain_rl", values), criterion("b", "probe", &[0.9]), criterion("control", "x", &[control])],
            "controls": [{"of": "b", "control": "control"}],
            "claims": [claim("P1", "for", &["a", "b"], None), claim("O1", "against", &[], Some("No toy can show it."))],
        }))
        .unwrap()
    }

    #[track_caller]
    fn check(debate: &Debate, verdict: Verdict, reason: &str) {
        let claim = debate.claim("P1").unwrap();
        assert_eq!(debate.verdict(claim), verdict);
        assert_eq!(because(debate, claim).text, reason);
    }

    #[test]
    fn a_verdict_says_why() {
        check(
            &debate(&[0.9, 0.6], 1.0),
            Verdict::Supported,
            "Of 2 tests: 2 speak for it.",
        );
        check(
            &debate(&[0.9, 0.4], 1.0),
            Verdict::Mixed,
            "Of 2 tests: 1 speaks for it; 1 speaks against it.",
        );
        check(
            &debate(&[0.9, 0.4], 0.0),
            Verdict::Contradicted,
            "Of 2 tests: 1 speaks against it; 1 does not count: its control was not reached.",
        );
        check(
            &debate(&[], 1.0),
            Verdict::Inconclusive,
            "Of 2 tests: 1 speaks for it; 1 undecided, for want of seeds.",
        );
        let debate = debate(&[0.9], 1.0);
        let untestable = debate.claim("O1").unwrap();
        assert_eq!(because(&debate, untestable).text, "No toy can show it.");
        assert_eq!(
            tally(&debate),
            "Of 2 claims: 1 supported here, 1 not testable here."
        );
    }

    #[test]
    fn numbers_are_said_in_their_units() {
        let said = |unit, value| number(unit, value).replace('\u{202f}', " ");
        assert_eq!(said(Unit::Share, 0.5), "50 %");
        assert_eq!(said(Unit::Points, -0.123), "\u{2212}12.3 points");
        assert_eq!(said(Unit::Points, 0.05), "+5.0 points");
        assert_eq!(said(Unit::Number, 27.8), "27.80");
        let debate = debate(&[0.9, 0.6], 1.0);
        let summary = dots_summary(&debate.criteria[0], &[1.0]).replace('\u{202f}', " ");
        assert_eq!(
            summary,
            "Published: 90 %, 60 %. The line: at least 50 %. Run here: 100 %."
        );
    }

    #[test]
    fn stances_are_compared_with_what_came_out() {
        let mut stances = AllStances::new();
        let debate = debate(&[0.9], 1.0);
        assert_eq!(stance_words(&debate, &stances), None);
        crate::stance::take(&mut stances, "P1", Stance::DoesNot);
        crate::stance::take(&mut stances, "P1", Stance::Holds);
        crate::stance::take(&mut stances, "O1", Stance::Holds);
        crate::stance::take(&mut stances, "X9", Stance::Holds);
        assert_eq!(
            stance_words(&debate, &stances).unwrap(),
            "You have said what you expect of 2 of 2 claims: 0 came out that way here, 1 did not, and of 1 you think otherwise now."
        );
    }

    #[test]
    fn words_are_wrapped() {
        assert_eq!(
            wrapped("RL brings small level with large", 16),
            ["RL brings small", "level with large"]
        );
        assert_eq!(wrapped("unpredictability", 4), ["unpredictability"]);
        assert_eq!(wrapped("", 4), [] as [&str; 0]);
    }
}
