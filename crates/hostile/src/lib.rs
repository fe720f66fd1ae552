//! Hostile input for everything that reads from outside: links, what people type and paste, messages of hosts, files, models, and what
//! models write.
//!
//! [`targets`] lists the readers. A case of a reader is made of its samples by [`mutate`], from a seed and its number alone; [`run`]
//! gives it to the reader and says what must never come of it. The tests run some cases of each reader, `cargo xtask fuzz` as many as
//! one likes. Modules are declared in reading order.
#![warn(missing_docs)]

pub mod target;

pub mod targets;

pub mod mutate;

pub mod measure;
pub mod run;
