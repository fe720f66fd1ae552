//! A figure to take away: its numbers as CSV and as JSON, and its picture as SVG and as PNG, each with the address that
//! shows the same. What is written is made by plain functions (`table`, `shown`, `picture`, `png`); `read` reads the page,
//! `save` hands the files out, and `offer` shows them where the browser lets no file through.

pub mod offer;
pub mod picture;
pub mod png;
mod read;
pub mod save;
pub mod shown;
pub mod table;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::InTurn;
use crate::sections::export::picture::picture;
use crate::sections::export::read::{ground, panels, said, tables};
use crate::sections::export::save::{save_picture, save_text};
use crate::sections::export::shown::ShownTable;
pub use crate::sections::export::table::Table;
use crate::state::PageState;

/// The kinds of files, as on the buttons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Csv,
    Json,
    Svg,
    Png,
}

impl Kind {
    const ALL: [Kind; 4] = [Kind::Csv, Kind::Json, Kind::Svg, Kind::Png];

    fn label(self) -> &'static str {
        match self {
            Kind::Csv => "CSV",
            Kind::Json => "JSON",
            Kind::Svg => "SVG",
            Kind::Png => "PNG",
        }
    }
}

/// The buttons below a figure whose drawings are marked with `data-export` and the name, and whose numbers are given; none
/// without numbers.
#[component]
pub fn Exports(
    /// The page's state. No default.
    state: PageState,
    /// What the files are called, without their endings. No default.
    name: &'static str,
    /// The numbers of the figure. No default.
    table: Signal<Table>,
) -> impl IntoView {
    let save = Callback::new(move |kind: Kind| {
        table.with_untracked(|table| save_table(state, kind, name, table));
    });
    let has_rows = Memo::new(move |_| table.with(|table| !table.rows.is_empty()));
    move || has_rows.get().then(|| buttons(name, save))
}

/// The same for a figure that changes while it is looked at: its numbers are put together when they are asked for.
#[component]
pub fn ExportsOf(
    /// The page's state. No default.
    state: PageState,
    /// What the files are called, without their endings. No default.
    name: &'static str,
    /// The numbers of the figure. No default.
    table: fn(PageState) -> Table,
) -> impl IntoView {
    let save = Callback::new(move |kind: Kind| {
        save_table(state, kind, name, &untrack(|| table(state)));
    });
    buttons(name, save)
}

fn save_table(state: PageState, kind: Kind, name: &'static str, table: &Table) {
    let link = untrack(|| state.address());
    match kind {
        Kind::Csv => save_text(state, &table.csv(&link), "text/csv", &format!("{name}.csv")),
        Kind::Json => {
            let text = table.json(name, &link);
            save_text(state, &text, "application/json", &format!("{name}.json"));
        }
        Kind::Svg | Kind::Png => draw(state, kind, name, &[], &table.said),
    }
}

/// The buttons of a figure that is marked with `data-export` and the name, whose numbers are read off its tables and
/// drawings as they stand on the page: none before these stand there.
#[component]
pub fn TakeAway(
    /// The page's state. No default.
    state: PageState,
    /// What the files are called, without their endings. No default.
    name: &'static str,
    /// The file below `results/` that holds the same with all digits. Default: none.
    #[prop(default = "")]
    data: &'static str,
    /// Whether there is something to take away. Default: always.
    #[prop(default = Signal::stored(true))]
    is_there: Signal<bool>,
) -> impl IntoView {
    let save = Callback::new(move |kind: Kind| {
        let link = untrack(|| state.address());
        let (tables, said) = (tables(name), said(name));
        // A figure without a table has its numbers in what its drawings say to those who do not see them.
        let numbers = || match tables.is_empty() {
            true => vec![in_words(name)],
            false => tables.clone(),
        };
        match kind {
            Kind::Csv => {
                let text = shown::csv(&numbers(), &link);
                save_text(state, &text, "text/csv", &format!("{name}.csv"));
            }
            Kind::Json => {
                let text = shown::json(name, &numbers(), &said, data, &link);
                save_text(state, &text, "application/json", &format!("{name}.json"));
            }
            Kind::Svg | Kind::Png => draw(state, kind, name, &tables, &said),
        }
    });
    // After the pieces of the figure that wait for their turn.
    view! { <InTurn name=format!("{name}-take-away")>{move || is_there.get().then(|| buttons(name, save))}</InTurn> }
}

/// What the drawings of a figure say, as a table.
fn in_words(name: &str) -> ShownTable {
    let (drawings, _) = panels(name);
    let row = |drawing: picture::Drawing| vec![drawing.title, drawing.words];
    ShownTable {
        title: name.to_owned(),
        columns: vec!["drawing".into(), "numbers".into()],
        rows: drawings.into_iter().map(row).collect(),
    }
}

/// Saves the picture of a figure.
fn draw(state: PageState, kind: Kind, name: &'static str, tables: &[ShownTable], said: &[String]) {
    let link = untrack(|| state.address());
    let (drawings, ground) = (panels(name).0, ground());
    let text = picture(&drawings, tables, said, &link, &ground);
    match kind {
        Kind::Png => spawn_local(async move {
            save_picture(state, &text, &link, &format!("{name}.png")).await;
        }),
        _ => save_text(state, &text, "image/svg+xml", &format!("{name}.svg")),
    }
}

fn buttons(name: &'static str, save: Callback<Kind>) -> AnyView {
    let button = move |kind: Kind| {
        let part = format!("{name}-{}", kind.label().to_lowercase());
        view! {
            <button type="button" class="button" translate="no" data-part=part on:click=move |_| save.run(kind)>
                {kind.label()}
            </button>
        }
    };
    view! {
        <p class="map-exports" data-part=format!("{name}-exports") data-no-print="">
            {Kind::ALL.map(button).collect_view()}
        </p>
    }
    .into_any()
}
