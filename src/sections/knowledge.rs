//! Whether a model knows the answer before its chain begins: what linear probes read off it, for every arm.

use leptos::prelude::*;
use syw_core::knowledge::{Knowledge, KnowledgeReport, Place};

use crate::components::Near;
use crate::components::format::percent;
use crate::sections::failure::once_here;
use crate::sections::watchers::words::{median, range};
use crate::state::PageState;

/// From so far above the most common answer on, something is read off.
const READS: f64 = 0.05;

/// The arms that are shown, with their names.
const ARMS: [(&str, &str); 6] = [
    ("chain_rl", "after RL"),
    ("chain_prompted", "before RL"),
    ("chain_imitation", "taught chains by imitation"),
    ("direct", "trained to answer at once"),
    ("encoded", "in a private code"),
    ("rationaliser", "as the rationaliser"),
];

/// The figure: a sentence and a table.
#[component]
pub fn KnowledgeFigure(state: PageState) -> impl IntoView {
    let figure = once_here(state, state.figures.knowledge, |state| {
        let said = move || with_file(state, finding);
        let body = move || {
            with_file(state, |file| {
                Some(rows(file).into_iter().map(row).collect_view())
            })
        };
        view! {
            <figure data-part="knowledge-figure" aria-labelledby="knowledge-finding">
                <p class="finding" id="knowledge-finding" data-part="knowledge-finding">{said}</p>
                <div class="table-scroll" role="region" aria-label="What probes read off" tabindex="0">
                    <table data-part="knowledge-table">
                        <thead>
                            <tr>
                                <th scope="col">"Model"</th>
                                <th scope="col">"At the end of the problem"</th>
                                <th scope="col">"When made to answer at once"</th>
                                <th scope="col">"Shuffled answers"</th>
                            </tr>
                        </thead>
                        <tbody>{body}</tbody>
                    </table>
                </div>
                <figcaption>
                    "A linear probe for each place, fitted to the last layer on training problems of the home rung, read on all of its held-out ones. A probe that finds nothing proves no \
                    ignorance: the answer may be there in another form. "
                    <a href="results/knowledge.json" download="knowledge.json">"Data"</a>
                </figcaption>
            </figure>
        }
        .into_any()
    });
    view! {
        <section class="wide knowledge" aria-labelledby="knowledge-title" data-part="knowledge">
            <h2 id="knowledge-title">"Does it know before it reasons?"</h2>
            <p class="measure">
                "A chain that is written when the answer is already there is a story told afterwards. So we look for the answer in the model itself, before the first word of its notes: \
                can it be read off the numbers inside?"
            </p>
            <Near on_near=Callback::new(move |()| state.want_knowledge())>{figure}</Near>
        </section>
    }
}

fn with_file<T>(state: PageState, read: impl FnOnce(&KnowledgeReport) -> Option<T>) -> Option<T> {
    state
        .figures
        .knowledge
        .with(|file| file.here().and_then(read))
}

/// A row: whose, and the shares that are read off at both places and by the control.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    name: String,
    shares: [Option<String>; 3],
}

fn of_arm<'a>(file: &'a KnowledgeReport, arm: &str, size: &str) -> Vec<&'a Knowledge> {
    let fits = |found: &&Knowledge| found.arm == arm && found.model.starts_with(size);
    file.models.iter().filter(fits).collect()
}

fn shares(found: &[&Knowledge], place: Place) -> Vec<f64> {
    found
        .iter()
        .filter_map(|one| one.last_layer(place))
        .collect()
}

fn rows(file: &KnowledgeReport) -> Vec<Row> {
    let sizes = [("small", "GPT small, "), ("large", "GPT large, ")];
    let all = sizes.into_iter().flat_map(|(size, prefix)| {
        ARMS.map(|(arm, name)| (of_arm(file, arm, size), format!("{prefix}{name}")))
    });
    let row = |(found, name): (Vec<&Knowledge>, String)| {
        let shuffled = found.iter().flat_map(|one| {
            let last = one.probes.iter().map(|probe| probe.layer).max();
            let of_last = one
                .probes
                .iter()
                .filter(move |probe| Some(probe.layer) == last);
            of_last.map(|probe| probe.shuffled as f64 / one.problems.max(1) as f64)
        });
        let shuffled: Vec<f64> = shuffled.collect();
        let [end, answer] = Place::ALL.map(|place| range(&shares(&found, place), percent));
        Row {
            name,
            shares: [end, answer, range(&shuffled, percent)],
        }
    };
    let named = all.filter(|(found, _)| !found.is_empty());
    named.map(row).collect()
}

fn row(row: Row) -> impl IntoView {
    let cells = row.shares.map(|share| {
        view! { <td>{share.unwrap_or("\u{2013}".into())}</td> }
    });
    view! { <tr><th scope="row">{row.name}</th>{cells}</tr> }
}

/// Whether small knows, and whether the probe finds anything in who is known to know.
fn finding(file: &KnowledgeReport) -> Option<String> {
    let small = of_arm(file, "chain_rl", "small");
    let at_end = shares(&small, Place::EndOfProblem);
    let middle = median(&at_end)?;
    let common = small
        .first()
        .map(|one| one.common as f64 / one.problems.max(1) as f64)?;
    let knows = match middle - common >= READS {
        true => "Before its chain begins, some of GPT small\u{2019}s answers can be read off it",
        false => "Before its chain begins, GPT small\u{2019}s answer cannot be read off it",
    };
    let control = of_arm(file, "rationaliser", "large");
    let [end, answer] = Place::ALL.map(|place| shares(&control, place).first().copied());
    let control = end.zip(answer).map(|(end, answer)| {
        let means = match (end - common >= 0.5, answer - common >= 0.5) {
            (true, _) => "so the probe would have found it",
            (false, true) => "so it works its answer out only where it is asked for it, and this probe at the end of a problem finds little in anybody",
            (false, false) => "so this probe finds little in anybody",
        };
        format!(
            " In the rationaliser, which is right without its chain, the same probe reads {} there and {} where it is made to answer: {means}.",
            percent(end),
            percent(answer)
        )
    });
    Some(format!(
        "{knows}: {} over {} seeds, where always saying the most common one is right in {}.{}",
        range(&at_end, percent)?,
        at_end.len(),
        percent(common),
        control.unwrap_or_default(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use syw_core::knowledge::ProbeRead;

    fn known(model: &str, arm: &str, end: usize, answer: usize) -> Knowledge {
        let probe = |place, right| ProbeRead {
            place,
            layer: 2,
            right,
            shuffled: 24,
        };
        Knowledge {
            model: model.into(),
            sha256: String::new(),
            arm: arm.into(),
            seed: 0,
            problems: 100,
            common: 24,
            probes: vec![
                probe(Place::EndOfProblem, end),
                probe(Place::MadeToAnswer, answer),
            ],
        }
    }

    #[track_caller]
    fn check(small: usize, control: [usize; 2], expected: [&str; 2]) {
        let file = KnowledgeReport {
            models: vec![
                known("small-chain_rl-s0", "chain_rl", small, small),
                known(
                    "large-rationaliser-s0",
                    "rationaliser",
                    control[0],
                    control[1],
                ),
            ],
        };
        let said = finding(&file).unwrap().replace('\u{202f}', " ");
        assert!(said.contains(expected[0]), "{said}");
        assert!(said.contains(expected[1]), "{said}");
        assert_eq!(rows(&file).len(), 2);
    }

    #[test]
    fn small_knows_or_does_not_and_so_does_the_control() {
        check(
            25,
            [33, 100],
            [
                "cannot be read off it: 25 % over 1 seeds",
                "only where it is asked for it",
            ],
        );
        check(
            80,
            [95, 100],
            [
                "some of GPT small\u{2019}s answers can be read",
                "would have found it",
            ],
        );
        check(25, [30, 30], ["right in 24 %", "finds little in anybody."]);
        assert_eq!(finding(&KnowledgeReport::default()), None);
    }
}
