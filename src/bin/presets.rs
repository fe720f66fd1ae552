//! Prints what is said of each figure that has a page of its own, as JSON: `cargo xtask build` writes these pages.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use show_your_work::locale::named;
use show_your_work::query::{Figure, Query, render};
use show_your_work::share::{Shared, preset_name};
use show_your_work::t;
use syw_core::debate::Debate;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/results/claims.json");
    let debate: Debate = serde_json::from_str(&fs::read_to_string(file)?)?;
    let figures = Figure::all().map(|figure| {
        let name = figure.name();
        let (title, about) = (named("share-figure", &name), named("share-about", &name));
        preset(Some(figure), &title, &about)
    });
    let claims = debate.claims.iter().map(|claim| {
        let title = t!(
            "share-claim",
            id = claim.id.clone(),
            name = claim.name.clone()
        );
        preset(Some(Figure::Claim(claim.id.clone())), &title, &claim.says)
    });
    let page = preset(None, &t!("embed-page"), &t!("head-lead"));
    let all: Vec<Value> = std::iter::once(page).chain(figures).chain(claims).collect();
    println!("{}", serde_json::to_string(&all)?);
    Ok(())
}

/// A page of its own: its name, its words, and the queries of the whole page at it and of a frame of it.
fn preset(figure: Option<Figure>, title: &str, about: &str) -> Value {
    // The page as a whole is shown in a frame by its first figure.
    let framed = figure.clone().unwrap_or(Figure::Duel);
    let asked = |query: Query| render(&query);
    let at = asked(Query {
        at: figure.clone(),
        ..Query::default()
    });
    let shared = Shared {
        page: String::new(),
        figure: Some(framed.clone()),
        query: Query::default(),
        hash: String::new(),
        proved: String::new(),
        title: String::new(),
    };
    let embed = asked(Query {
        embed: Some(framed),
        ..Query::default()
    });
    json!({
        "name": figure.as_ref().map_or_else(|| "page".to_owned(), preset_name),
        "title": title,
        "about": about,
        "at": at,
        "embed": embed,
        "height": shared.height(),
    })
}
