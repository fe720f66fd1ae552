//! onnxruntime-web, which `cargo xtask bench` compares our engine with.

use super::npm_files::NpmFiles;

/// All that a page needs to run models on the processor alone.
pub const RUNTIME: NpmFiles = NpmFiles {
    package: "onnxruntime-web",
    version: "1.30.0",
    folder: "onnxruntime-web",
    inside: "dist",
    files: &[
        (
            "ort.wasm.bundle.min.mjs",
            "11e64bd8ffe11bd1a2a2f0d6275fdfbbba7262f0b76b99b53d228a8a22ef3d90",
        ),
        (
            "ort-wasm-simd-threaded.wasm",
            "3398c10d07d229bd91b364548e130e0e51a8e5704b88c7c083ebbeb78842dee2",
        ),
    ],
};
