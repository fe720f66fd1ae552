//! What came of claims and criteria, in words. Pure: every number is read from the file or from a run.

use syw_core::card::Size;
use syw_core::debate::{
    Claim, Comparison, Criterion, Debate, LiveMeasure, Outcome, Side, Take, Unit, Verdict,
};

use crate::claim_run::{ClaimRun, live_criteria};
use crate::components::format::{count, percent};
use crate::stance::{AllStances, Stance};
use crate::sweep::SweepState;

/// A verdict, for a chip.
pub fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "supported here",
        Verdict::Contradicted => "contradicted here",
        Verdict::Mixed => "mixed",
        Verdict::Inconclusive => "inconclusive",
        Verdict::NotTestable => "not testable here",
    }
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

/// What came of all claims, as a title.
pub fn tally(debate: &Debate) -> String {
    let counted = Verdict::ALL.into_iter().filter_map(|verdict| {
        let is_it = |claim: &&Claim| debate.verdict(claim) == verdict;
        let n = debate.claims.iter().filter(is_it).count();
        (n > 0).then(|| format!("{n} {}", verdict_name(verdict)))
    });
    let counted: Vec<String> = counted.collect();
    format!("Of {} claims: {}.", debate.claims.len(), counted.join(", "))
}

/// Who holds a claim.
pub fn side_name(side: Side) -> &'static str {
    match side {
        Side::For => "for models that reason out loud",
        Side::Against => "against",
    }
}

/// Why the verdict on a claim is what it is.
pub fn because(debate: &Debate, claim: &Claim) -> String {
    if let Some(reason) = &claim.not_testable {
        return reason.clone();
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
        parts.push(format!("{n_for} {} for it", speaks(n_for)));
    }
    if n_against > 0 {
        parts.push(format!("{n_against} {} against it", speaks(n_against)));
    }
    if n_open > 0 {
        parts.push(format!("{n_open} undecided, for want of seeds"));
    }
    if n_spoiled > 0 {
        let (are, their) = if n_spoiled == 1 {
            ("does", "its")
        } else {
            ("do", "their")
        };
        parts.push(format!(
            "{n_spoiled} {are} not count: {their} control was not reached"
        ));
    }
    let n_all = n_for + n_against + n_open + n_spoiled;
    let tests = if n_all == 1 { "test" } else { "tests" };
    format!("Of {n_all} {tests}: {}.", parts.join("; "))
}

fn speaks(n: usize) -> &'static str {
    if n == 1 { "speaks" } else { "speak" }
}

/// What came of a criterion.
pub fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Reached => "reached",
        Outcome::NotReached => "not reached",
        Outcome::Inconclusive => "inconclusive",
    }
}

/// A number of a criterion.
pub fn number(unit: Unit, value: f64) -> String {
    match unit {
        Unit::Share => percent(value),
        Unit::Points => {
            let sign = if value < 0.0 { "\u{2212}" } else { "+" };
            format!("{sign}{:.1} points", 100.0 * value.abs())
        }
        Unit::Number => format!("{value:.2}"),
    }
}

/// The numbers of a criterion, one a seed.
pub fn numbers(criterion: &Criterion, values: &[f64]) -> String {
    let said: Vec<String> = values
        .iter()
        .map(|value| number(criterion.unit, *value))
        .collect();
    if said.is_empty() {
        "nothing measured".into()
    } else {
        said.join(", ")
    }
}

/// What a row of dots shows, in words.
pub fn dots_summary(criterion: &Criterion, here: &[f64]) -> String {
    let side = match criterion.comparison {
        Comparison::AtLeast => "at least",
        Comparison::AtMost => "at most",
    };
    let published = numbers(criterion, &criterion.values);
    let line = number(criterion.unit, criterion.threshold);
    let here = match here {
        [] => String::new(),
        here => format!(" Run here: {}.", numbers(criterion, here)),
    };
    format!("Published: {published}. The line: {side} {line}.{here}")
}

/// What of a claim can be run in this browser.
pub fn can_run(debate: &Debate, claim: &Claim) -> String {
    let n_live = live_criteria(debate, &claim.id).len();
    let n_all = claim.in_favour.len() + claim.against.len();
    match (n_live, n_all) {
        (_, 0) => String::new(),
        (0, _) => "Its tests are made of training, of probes, or of several models at work together, and are not run here as a whole: \u{201c}cargo xtask evaluate\u{201d} makes them again.".into(),
        (n, all) if n == all => "Every test that counts can be run here, with every seed.".into(),
        (n, all) => format!("{n} of its {all} tests that count can be run here, with every seed; the others stand as published."),
    }
}

/// Which models a criterion is about, where the page can ask them.
pub fn arms_of(measure: &LiveMeasure) -> String {
    let name = |take: &Take| {
        let size = match take.size {
            Size::Small => "small",
            Size::Large => "large",
        };
        format!("{size} {}", take.arm.replace('_', " "))
    };
    let mut names = vec![name(&measure.take)];
    let less = measure.less.as_ref().map(name);
    names.extend(less.filter(|less| *less != names[0]));
    format!("Models: {}.", names.join("; "))
}

/// How far a run is, or what came of it.
pub fn run_words(debate: &Debate, run: &ClaimRun) -> String {
    let n_problems = count(run.n_problems as u64);
    let asked = match run.is_exhaustive() {
        true => format!("all {n_problems} held-out problems of the home rung"),
        false => format!(
            "{n_problems} of {} held-out problems of the home rung",
            count(run.n_listed as u64)
        ),
    };
    let (n_done, n_models) = run.progress();
    match &run.state {
        SweepState::Failed(reason) => format!(
            "The run stopped: {reason}. What was counted stays; run it again to begin anew."
        ),
        SweepState::Cancelled => format!("Stopped, with {n_done} of {n_models} done."),
        SweepState::Ended => {
            let verdict = run.verdict(debate).map_or("inconclusive", verdict_name);
            let published = debate
                .claim(&run.claim)
                .map_or("inconclusive", |claim| verdict_name(debate.verdict(claim)));
            let compared = match (verdict == published, run.is_exhaustive()) {
                (true, true) => "as published".to_owned(),
                (true, false) => "as published, on a sample".to_owned(),
                (false, true) => format!("published: {published}"),
                (false, false) => format!("on a sample; published: {published}"),
            };
            format!("Run here, on {asked}: {verdict}, {compared}.")
        }
        _ => format!(
            "Running here, on {asked}: {n_done} of {n_models} done, {} texts written.",
            count(run.n_done as u64)
        ),
    }
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
        format!(
            "You have said what you expect of {n} of {} claims: {n_fit} came out that way here, {n_not} did not, and of {n_moved} you think otherwise now.",
            debate.claims.len()
        )
    })
}

/// Where on the page the tests of a claim can be seen at work: the anchor, and its name.
pub fn place_of(claim: &str) -> Option<(&'static str, &'static str)> {
    Some(match claim {
        "P1" => ("#history-title", "How it came to write notes"),
        "P2" => ("#frontier-title", "What one forward pass can do"),
        "P3" | "O1" => ("#battery-title", "Does the answer follow from the chain?"),
        "P4" | "O2" => ("#hidden-title", "Hidden messages"),
        "P5" => ("#inside-title", "Inside one pass"),
        "P6" | "P10" | "P11" => ("#watchers-title", "Who watches the notes?"),
        "P7" => ("#off-title", "Outside what they were trained on"),
        "P8" => ("#runs-title", "Every seed, and the controls"),
        "P9" => ("#thoughts-title", "Thoughts you cannot read?"),
        "P12" => ("#plane-title", "Capability against oversight"),
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
        assert_eq!(because(debate, claim), reason);
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
        assert_eq!(because(&debate, untestable), "No toy can show it.");
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
    fn what_can_be_run_is_said() {
        let debate = debate(&[0.9], 1.0);
        let said = |id: &str| can_run(&debate, debate.claim(id).unwrap());
        assert!(said("P1").starts_with("1 of its 2 tests"), "{}", said("P1"));
        assert_eq!(said("O1"), "");
    }

    #[test]
    fn the_models_of_a_criterion_are_named() {
        let said = |measure| arms_of(&syw_core::debate::live_measure(measure).unwrap());
        assert_eq!(said("small_chain_rl"), "Models: small chain rl.");
        assert_eq!(
            said("large_less_small_chain_rl"),
            "Models: large direct; small chain rl."
        );
        assert_eq!(
            said("order_less_other_words"),
            "Models: small steganography order."
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
