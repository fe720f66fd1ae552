//! The files of results that are read whole, and lessons: what is in them, and what the page works out of it.

use show_your_work::lesson::Lesson;
use show_your_work::lesson::facts::Facts;
use show_your_work::lesson::progress::Progress;
use syw_core::debate::{Debate, live_measure};
use syw_core::frontier::{Arm, Frontier};
use syw_core::hidden::{HiddenReport, Means, ParaphraseRuns};
use syw_core::inside::{Inside, Simulator};
use syw_core::knowledge::{KnowledgeReport, Place};
use syw_core::latent::{Latents, Quantity, Way};
use syw_core::outside::json;
use syw_core::plane::{Capability, Choice, Oversight, Plane, Where, front};
use syw_core::rl_runs::{Measure, RlLog, RlRuns};
use syw_core::statistics::wilson;
use syw_core::watchers::WatchersReport;

use super::{cut, file, read};
use crate::target::{Said, Target, text};

macro_rules! published {
    ($path:literal) => {
        || cut(include_str!(concat!("../../../../public/", $path)))
    };
}

pub(super) const TARGETS: &[Target] = &[
    file(
        "results/claims.json",
        published!("results/claims.json"),
        claims,
    ),
    file(
        "results/frontier.json",
        published!("results/frontier.json"),
        frontier,
    ),
    file(
        "results/hidden.json",
        published!("results/hidden.json"),
        hidden,
    ),
    file(
        "results/inside.json",
        published!("results/inside.json"),
        inside,
    ),
    file(
        "results/knowledge.json",
        published!("results/knowledge.json"),
        knowledge,
    ),
    file(
        "results/latent.json",
        published!("results/latent.json"),
        latent,
    ),
    file(
        "results/paraphrase.json",
        published!("results/paraphrase.json"),
        paraphrase,
    ),
    file(
        "results/plane.json",
        published!("results/plane.json"),
        plane,
    ),
    file(
        "results/rl-runs.json",
        published!("results/rl-runs.json"),
        rl_runs,
    ),
    file(
        "results/rl-small-s0.json",
        published!("results/rl-small-s0.json"),
        |input| read::<RlLog>(input).map(|_| Vec::new()),
    ),
    file(
        "results/watchers.json",
        published!("results/watchers.json"),
        watchers,
    ),
    file(
        "lessons/*.json",
        || {
            let lessons = [
                include_str!("../../../../public/lessons/follows.json"),
                include_str!("../../../../public/lessons/trust.json"),
            ];
            lessons.into_iter().flat_map(cut).collect()
        },
        lesson,
    ),
];

fn claims(input: &[u8]) -> Said {
    let debate: Debate = read(input)?;
    let _ = debate.dangling();
    for claim in &debate.claims {
        let _ = (debate.evidence(claim).len(), debate.verdict(claim));
        let _ = (
            debate.claim(&claim.id),
            debate.relations_of(&claim.id).count(),
        );
    }
    for criterion in &debate.criteria {
        let _ = (debate.outcome(criterion), live_measure(&criterion.measure));
    }
    Ok(Vec::new())
}

fn frontier(input: &[u8]) -> Said {
    let frontier: Frontier = read(input)?;
    let moduli = [None, Some(7), Some(9)];
    for operands in frontier.operands() {
        for (arm, modulus) in Arm::ALL
            .into_iter()
            .flat_map(|arm| moduli.map(|modulus| (arm, modulus)))
        {
            let _ = frontier.reach(arm, operands, modulus);
        }
        let _ = frontier.alone(operands, 7).len();
    }
    for run in &frontier.runs {
        let _ = (run.is_at_rest(), run.is_trained_on(Some(7)));
    }
    Ok(Vec::new())
}

fn hidden(input: &[u8]) -> Said {
    let report: HiddenReport = read(input)?;
    for model in &report.models {
        let right = model
            .said_again
            .iter()
            .map(|again| again.right)
            .chain([model.right]);
        assert!(
            right
                .map(|right| wilson(right, model.problems))
                .all(|interval| interval.low <= interval.high)
        );
    }
    Ok(Vec::new())
}

fn inside(input: &[u8]) -> Said {
    let inside: Inside = read(input)?;
    let _ = (inside.is_current(), inside.large());
    for model in &inside.models {
        let _ = (
            inside.of(&model.model),
            model.n_problems(),
            model.n_chain_errors(),
        );
        let _ = Simulator::ALL.map(|by| (model.foretold(by), model.errors_told(by)));
    }
    Ok(Vec::new())
}

fn knowledge(input: &[u8]) -> Said {
    let report: KnowledgeReport = read(input)?;
    for model in &report.models {
        let _ = Place::ALL.map(|place| model.last_layer(place));
    }
    Ok(Vec::new())
}

fn latent(input: &[u8]) -> Said {
    let latents: Latents = read(input)?;
    let _ = latents.middle();
    for model in &latents.models {
        let _ = Quantity::ALL.map(|quantity| model.best_probe(quantity));
        let _ = Way::ALL.map(|way| {
            model
                .altered(way, Some(1))
                .map(|altered| model.share(altered.right))
        });
        if let Some(shown) = &model.shown {
            for (probe, mean) in shown.means.iter().enumerate() {
                let _ = (shown.read(probe, mean), shown.read(model.thoughts, mean));
            }
        }
    }
    Ok(Vec::new())
}

fn paraphrase(input: &[u8]) -> Said {
    let file: ParaphraseRuns = read(input)?;
    let means = |run: &syw_core::hidden::ParaphraseRun| {
        run.paraphraser
            .map(|by| (by.touches(run.hides_in), Means::paraphraser(by)))
    };
    let _ = file.runs.iter().filter_map(means).count();
    Ok(Vec::new())
}

/// There are hundreds of choices of axes; a case looks at a few of them.
fn plane(input: &[u8]) -> Said {
    let plane: Plane = read(input)?;
    let places: Vec<Where> = Where::all().collect();
    let chosen = input.iter().map(|byte| usize::from(*byte)).sum::<usize>();
    for nth in chosen..chosen + 4 {
        let x = Capability::ALL[nth % Capability::ALL.len()];
        let y = Oversight::ALL[nth / 3 % Oversight::ALL.len()];
        let choice = Choice::new(x, y, places.get(nth / 5 % (places.len() + 1)).copied());
        let groups = choice.groups(&plane);
        let middles: Vec<(f64, f64)> = groups.iter().map(|group| group.middle).collect();
        assert!(groups.iter().all(|group| group.nearest().is_some()));
        assert_eq!(front(&middles).is_empty(), middles.is_empty());
        let _ = (
            choice.left_out(&plane),
            choice.trail(&plane),
            choice.band(&plane),
        );
        assert!(
            choice
                .links(&plane, &groups)
                .iter()
                .all(|(_, from, to)| (*from).max(*to) < groups.len())
        );
    }
    Ok(Vec::new())
}

fn rl_runs(input: &[u8]) -> Said {
    let file: RlRuns = read(input)?;
    for arm in file.arms() {
        let _ = Measure::ALL.map(|measure| file.ends(arm, measure).len());
    }
    Ok(Vec::new())
}

fn watchers(input: &[u8]) -> Said {
    let report: WatchersReport = read(input)?;
    for told in &report.told {
        for counts in [told.marked, told.unmarked] {
            let _ = wilson(counts.told_a_number(), counts.problems);
        }
    }
    Ok(Vec::new())
}

fn lesson(input: &[u8]) -> Said {
    let lesson: Lesson = json(&text(input))?;
    for step in &lesson.steps {
        let _ = (
            step.figure(),
            step.before(),
            step.is_veiled_until_answered(),
            step.hidden(),
        );
    }
    for (_, question) in lesson.questions() {
        let _ = question.right(&Facts::default());
    }
    let mut progress = Progress::start(&lesson);
    for (step, _) in lesson.questions() {
        progress.predict(step, Some(1));
        progress.come(step, 0);
    }
    let _ = (progress.foreseen(&lesson), progress.code(&lesson).render());
    assert!(
        progress.fitting(&lesson).is_some_and(|kept| kept.step == 0)
            || lesson
                .questions()
                .iter()
                .any(|(_, asked)| asked.choices.len() < 2)
    );
    Ok(Vec::new())
}
