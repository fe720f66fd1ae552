//! Bars of two kinds that differ by pattern alone, for paper: one hatched, one dotted, or an empty frame to draw into.

use leptos::prelude::*;

use super::scale::attribute;

/// A pair of bars.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    pub name: String,
    /// 0 to 1; `None` leaves the frame empty.
    pub shares: [Option<f64>; 2],
}

const LEFT: f64 = 150.0;
const WIDTH: f64 = 420.0;
const BAR: f64 = 12.0;
const ROW: f64 = 34.0;
const FOOT: f64 = 20.0;

/// What the bars say, in words.
pub fn words(pairs: &[Pair], kinds: &[String; 2]) -> String {
    let share =
        |share: Option<f64>| share.map_or("?".to_owned(), |share| format!("{:.0}", 100.0 * share));
    let pair = |pair: &Pair| {
        let [one, other] = pair.shares.map(share);
        format!("{}: {} {one}, {} {other}", pair.name, kinds[0], kinds[1])
    };
    pairs.iter().map(pair).collect::<Vec<_>>().join("; ")
}

/// The bars.
#[component]
pub fn HatchBars(
    /// The pairs, from above. No default.
    pairs: Vec<Pair>,
    /// The names of the two kinds. No default.
    kinds: [String; 2],
) -> impl IntoView {
    let height = ROW * pairs.len() as f64 + FOOT;
    let label = words(&pairs, &kinds);
    let rows = pairs.into_iter().enumerate().map(|(idx, pair)| {
        let top = ROW * idx as f64 + 3.0;
        let bars = pair.shares.into_iter().enumerate().map(|(kind, share)| {
            let y = top + kind as f64 * (BAR + 2.0);
            let fill = if kind == 0 { "url(#hatch)" } else { "url(#dots)" };
            view! {
                <rect class="hatch-frame" x=LEFT y=attribute(y) width=WIDTH height=BAR />
                {share.map(|share| view! { <rect class="hatch-bar" x=LEFT y=attribute(y) width=attribute(WIDTH * share) height=BAR fill=fill /> })}
            }
        });
        view! {
            <text class="hatch-name" x=LEFT - 8.0 y=attribute(top + BAR + 5.0) text-anchor="end">{pair.name}</text>
            {bars.collect_view()}
        }
    });
    let ticks = [0.0, 0.25, 0.5, 0.75, 1.0].map(|share: f64| {
        let x = attribute(LEFT + WIDTH * share);
        view! { <text class="hatch-name" x=x y=attribute(height - 5.0) text-anchor="middle">{format!("{:.0}", 100.0 * share)}</text> }
    });
    view! {
        <svg class="hatch-bars" role="img" aria-label=label viewBox=format!("0 0 {} {height}", LEFT + WIDTH + 16.0)>
            <defs>
                <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect width="6" height="6" fill="#ffffff" />
                    <rect width="2.5" height="6" fill="#000000" />
                </pattern>
                <pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse">
                    <rect width="5" height="5" fill="#ffffff" />
                    <circle cx="2.5" cy="2.5" r="1.2" fill="#000000" />
                </pattern>
            </defs>
            {rows.collect_view()}
            {ticks}
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_frame_says_so() {
        let pairs = [Pair {
            name: "negative".into(),
            shares: [Some(0.507), None],
        }];
        let kinds = ["large".to_owned(), "small".to_owned()];
        assert_eq!(words(&pairs, &kinds), "negative: large 51, small ?");
    }
}
