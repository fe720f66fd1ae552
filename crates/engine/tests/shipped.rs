//! The shipped models compute what PyTorch computes with the same weights: logits within a tolerance, completions
//! token for token. The same comparison runs here, over every model that has a recording, and in a browser's worker
//! with the kernels of WebAssembly, over the models of the duel.

#[cfg(not(target_arch = "wasm32"))]
mod here {
    use std::error::Error;
    use std::fs;
    use std::path::{Path, PathBuf};

    use syw_core::card::ModelCard;
    use syw_engine::parity::{Parity, check_parity};
    use syw_engine::{load, verify};

    fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    fn check(folder: &Path) -> Result<Parity, Box<dyn Error>> {
        let card: ModelCard = serde_json::from_slice(&fs::read(folder.join("card.json"))?)?;
        let bytes = fs::read(folder.join("model.onnx"))?;
        verify(&bytes, &card)?;
        let recording = root().join(format!("tests/fixtures/parity/{}.txt", card.id));
        let recording =
            fs::read_to_string(recording).map_err(|_| "no recording: run python -m syw.parity")?;
        Ok(check_parity(&load(&bytes, &card)?, &recording, 50)?)
    }

    #[test]
    fn every_shipped_model_matches_pytorch() {
        let entries = fs::read_dir(root().join("public/models")).expect("models are shipped");
        let mut folders: Vec<PathBuf> = entries
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_dir())
            .collect();
        folders.sort();
        assert!(!folders.is_empty());
        let mut failures = String::new();
        for folder in folders {
            match check(&folder) {
                Ok(parity) => println!("{}: {parity:?}", folder.display()),
                Err(error) => failures += &format!("\n{}: {error}", folder.display()),
            }
        }
        assert!(failures.is_empty(), "{failures}");
    }
}

/// Of how many texts the bits are recorded as they are written one token at a time.
const N_SINGLE: usize = 50;

/// Logits, tokens and confidences are the same to the bit natively and in a browser: both compare theirs with this file.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn results_have_the_recorded_bits() {
    use syw_engine::{load, parity};
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let bits = ["small-chain_rl-s0", "large-direct-s0"].map(|id| {
        let folder = root.join("../../public/models").join(id);
        let recording = root.join(format!("../../tests/fixtures/parity/{id}.txt"));
        let card = std::fs::read(folder.join("card.json")).unwrap();
        let bytes = std::fs::read(folder.join("model.onnx")).unwrap();
        let model = load(&bytes, &serde_json::from_slice(&card).unwrap()).unwrap();
        let recording = std::fs::read_to_string(recording).unwrap();
        format!(
            "{id} {}\n",
            parity::bits(&model, &recording, N_SINGLE).unwrap()
        )
    });
    let recorded = include_str!("fixtures/bits.txt");
    assert_eq!(
        bits.concat(),
        recorded,
        "a new model? tests/fixtures/bits.txt has to follow"
    );
}

#[cfg(target_arch = "wasm32")]
mod in_a_worker {
    use syw_engine::load;
    use syw_engine::parity::{bits, check_parity};
    use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

    wasm_bindgen_test_configure!(run_in_dedicated_worker);

    macro_rules! shipped {
        ($id:literal) => {
            (
                $id,
                include_str!(concat!("../../../public/models/", $id, "/card.json")),
                include_bytes!(concat!("../../../public/models/", $id, "/model.onnx")).as_slice(),
                include_str!(concat!("../../../tests/fixtures/parity/", $id, ".txt")),
            )
        };
    }

    /// Written by the native test of the same models.
    const BITS: &str = include_str!("fixtures/bits.txt");

    fn check((id, card, bytes, recording): (&str, &str, &[u8], &str)) {
        let model = load(bytes, &serde_json::from_str(card).unwrap()).unwrap();
        let bits = format!("{id} {}", bits(&model, recording, super::N_SINGLE).unwrap());
        assert!(BITS.lines().any(|line| line == bits), "{bits}");
        let parity =
            check_parity(&model, recording, 50).unwrap_or_else(|error| panic!("{id}: {error}"));
        console_log!("{id}: {parity:?}");
    }

    #[wasm_bindgen_test]
    fn small_matches_pytorch() {
        check(shipped!("small-chain_rl-s0"));
    }

    #[wasm_bindgen_test]
    fn large_matches_pytorch() {
        check(shipped!("large-direct-s0"));
    }
}
