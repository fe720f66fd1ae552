//! The picture of each figure that sites show beside a link, in `public/cards/`: it is taken of the built page, never drawn.
//!
//! `cargo xtask cards` runs this with SYW_CARDS, the folder that the pictures are written to. Without it, one is taken and compared in size.

use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::json;
use syw_core::debate::Debate;

use crate::driver::Machine;
use crate::page::{Page, Visit};

/// Width and height, in pixels of the picture.
const SIZE: (u32, u32) = (1200, 630);
/// The same in CSS pixels, for a figure: its letters have to be read at half the size. The page is seen whole.
const VIEWPORT: (u32, u32) = (800, 420);
const MAX_BYTES: u64 = 150_000;

/// What a picture shows: a name, what is pressed first, what must stand, and what is then at the top.
struct Scene {
    name: String,
    query: String,
    press: &'static str,
    shown: &'static str,
    top: &'static str,
    /// By what it is enlarged, where the figure is smaller or larger than the picture.
    zoom: f64,
}

fn scene(name: &str, press: &'static str, shown: &'static str, top: &'static str) -> Scene {
    let query = format!("?embed={name}&theme=light");
    Scene {
        name: name.into(),
        query,
        press,
        shown,
        top,
        zoom: 1.0,
    }
}

fn scenes() -> Vec<Scene> {
    let page = Scene {
        query: "?theme=light".into(),
        ..scene("page", "", "[data-part=\"duel\"][data-state=\"done\"]", "")
    };
    let mut scenes = vec![
        page,
        scene("duel", "", "[data-part=\"duel\"][data-state=\"done\"]", ""),
        scene(
            "training",
            "",
            "[data-part=\"checkpoint-history\"] svg",
            "[data-part=\"checkpoint-history\"]",
        ),
        scene("frontier", "", ".panel svg", ".frontier-columns"),
        scene(
            "battery",
            "",
            ".battery-rows",
            "[data-part=\"battery-finding\"]",
        ),
        scene("knowledge", "", "#knowledge-title", ""),
        scene(
            "hidden",
            "",
            "[data-part=\"code-figure\"] .chain-row",
            "[data-part=\"code-guess\"]",
        ),
        scene("watchers", "", "#watchers-title", ""),
        scene("thoughts", "", ".thoughts-list li svg", ".thoughts-columns"),
        scene("inside", "", ".head-row", "[data-part=\"large-reading\"]"),
        scene("map", "", ".map-canvas", "[data-part=\"map-finding\"]"),
        scene(
            "off-distribution",
            "",
            "[data-part=\"off-figure\"] table",
            "[data-part=\"off-finding\"]",
        ),
        scene(
            "plane",
            "[data-part=\"plane-guess\"] input",
            ".plane-plot",
            "[data-export=\"plane\"]",
        ),
        scene(
            "debate",
            "",
            "[data-part=\"debate-figure\"] svg",
            "[data-part=\"debate-figure\"]",
        ),
    ];
    for scene in &mut scenes {
        scene.zoom = match scene.name.as_str() {
            "map" => 0.45,
            "plane" | "thoughts" => 0.6,
            "battery" | "off-distribution" => 0.75,
            _ => 1.0,
        };
    }
    scenes.extend(claims().into_iter().map(|id| Scene {
        name: format!("claim-{id}"),
        zoom: 1.5,
        ..scene(&format!("claim:{id}"), "", "[data-claim-shown]", "")
    }));
    scenes
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn claims() -> Vec<String> {
    let file = fs::read_to_string(root().join("public/results/claims.json")).expect("the claims");
    let debate: Debate = serde_json::from_str(&file).expect("a debate");
    debate.claims.into_iter().map(|claim| claim.id).collect()
}

/// Takes a picture.
fn take(page: &Page, scene: &Scene) -> Vec<u8> {
    page.go_to(&scene.query);
    if scene.query.contains("embed=") {
        // Before that, what the build wrote stands there.
        page.wait_for("[data-part=\"embed-open\"]");
    }
    if !scene.press.is_empty() {
        page.browser.wait("something to press", || {
            let press = "const found = document.querySelector(arguments[0]); found?.click(); return found !== null";
            match page.browser.eval(press, &[json!(scene.press)]) == json!(true) {
                true => Ok(()),
                false => Err(scene.press.to_owned()),
            }
        });
    }
    page.wait_for(scene.shown);
    // The address of this server is nobody's business, nor is a bar that cannot be moved.
    page.add_style(".embed-foot { display: none } html { scrollbar-width: none }");
    let zoom = "document.documentElement.style.zoom = arguments[0]";
    page.browser.eval(zoom, &[json!(scene.zoom)]);
    if !scene.top.is_empty() {
        page.wait_for(scene.top);
        let scroll = "const top = document.querySelector(arguments[0]).getBoundingClientRect().top; scrollBy({ top: top - 8, behavior: 'instant' })";
        page.browser.eval(scroll, &[json!(scene.top)]);
    }
    page.browser.screenshot().expect("a picture")
}

/// Width and height, which stand in the head of a PNG.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(png.get(1..4), Some(&b"PNG"[..]), "a PNG");
    let number = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    (number(16), number(20))
}

#[test]
fn every_figure_has_a_picture_of_the_right_size() {
    for scene in scenes() {
        let file = root().join(format!("public/cards/{}.png", scene.name));
        let png = fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        assert_eq!(size(&png), SIZE, "{}", scene.name);
        assert!(
            png.len() as u64 <= MAX_BYTES,
            "{} has {} bytes",
            scene.name,
            png.len()
        );
    }
}

#[track_caller]
fn open(viewport: (u32, u32)) -> Page {
    Page::open(Visit {
        machine: Machine {
            viewport,
            pixel_ratio: f64::from(SIZE.0) / f64::from(viewport.0),
            ..Machine::default()
        },
        ..Visit::default()
    })
}

#[test]
fn pictures_are_taken_of_the_page() {
    let scenes = scenes();
    let (whole, figures) = scenes.split_first().expect("the page");
    let of_page = take(&open(SIZE), whole);
    assert_eq!(size(&of_page), SIZE);
    let Some(folder) = env::var_os("SYW_CARDS") else {
        return;
    };
    let write = |scene: &Scene, picture: &[u8]| {
        let file = Path::new(&folder).join(format!("{}.png", scene.name));
        fs::write(file, picture).expect("a folder to write to");
    };
    write(whole, &of_page);
    let page = open(VIEWPORT);
    for scene in figures {
        write(scene, &take(&page, scene));
    }
}
