//! `cargo xtask models`: lists the shipped models. A binary of its own, because the engine takes minutes to compile.

fn main() {}
