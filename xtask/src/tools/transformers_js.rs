//! transformers.js, a peer of `cargo xtask bench`: its build for pages, and the module of the onnxruntime-web version that
//! it asks for, which is another one than the bench's own.

use super::npm_files::NpmFiles;

pub const LIBRARY: NpmFiles = NpmFiles {
    package: "@huggingface/transformers",
    version: "4.3.1",
    folder: "transformers.js",
    inside: "dist",
    files: &[(
        "transformers.min.js",
        "8d6716d9086f57c30a4bf367dba61b887593573c770c454465e8019b2703e743",
    )],
};

pub const RUNTIME: NpmFiles = NpmFiles {
    package: "onnxruntime-web",
    version: "1.31.0-dev.20260914-8d85527a0",
    folder: "transformers.js-onnxruntime-web",
    inside: "dist",
    files: &[(
        "ort-wasm-simd-threaded.asyncify.wasm",
        "49871f5a4409519797e127440868a6d1923339d9185907f301a5b2a1d90af082",
    )],
};
