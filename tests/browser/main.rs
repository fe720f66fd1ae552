//! The built page in a real browser: one file for each promise that the page makes.
//!
//! `cargo xtask test` builds the page and runs these in Chromium and, in part, in Firefox and WebKit, each without the tests that `differences.txt` excuses it from;
//! by hand, with a page in dist/: `SYW_DIST=dist SYW_ENGINE=firefox cargo test --test browser`. Without SYW_ENGINE it is Chromium.
//!
//! A test opens a [`page::Page`], which owns all that the visit needs (what a visitor does is in [`hands`]): a server over the built files that can break them
//! ([`server`]) and a browser with a profile of its own ([`driver`], for each engine [`engine`]). Tests share nothing and run in any order.
//! Waiting is always for a condition, with a deadline. A test that fails leaves a screenshot in target/browser-failures.

mod driver;
mod engine;
mod hands;
mod page;
mod server;
mod whole;
mod words;

mod same_tokens;

mod duel;
mod edit;

mod battery;
mod battery_exports;
mod battery_families;
mod checkpoint;
mod classroom;
mod debate;
mod exports;
mod frontier;
mod hidden;
mod inside;
mod knowledge;
mod lesson;
mod link;
mod map;
mod path;
mod plane;
mod proof;
mod rl_runs;
mod sweep;
mod thoughts;
mod watchers;

mod access;
mod focus;
mod heard;
mod keyboard;
mod keys;
mod layout;
mod reach;

mod cards;
mod embed;
mod embed_hosts;
mod share;

mod build;
mod endurance;
mod failures;
mod faults;
mod hosts;
mod languages;
mod offline;
mod policy;
mod privacy;
mod single_file;
