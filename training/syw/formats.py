"""The files of public/results/, each with the version of its format: the number that core has for whoever
reads it in Rust (`crates/core/src/results.rs`). Raised when a file can no longer be read as before.
"""

import json
from pathlib import Path

VERSIONS = {
    "claims.json": 1,
    "evaluation.json": 2,
    "frontier.json": 1,
    "hidden.json": 1,
    "inside.json": 1,
    "knowledge.json": 1,
    "latent.json": 1,
    "off_distribution.json": 1,
    "paraphrase.json": 1,
    "plane.json": 1,
    "rl-runs.json": 1,
    "watchers.json": 1,
}
HISTORY_VERSION = 1  # of rl-<size>-s<seed>.json


def versioned(name: str, document: dict) -> dict:
    """The same with the version in front."""
    version = HISTORY_VERSION if name.startswith("rl-") and name not in VERSIONS else VERSIONS[name]
    return {"version": version, **document}


def write(path: Path, document: dict) -> None:
    """Writes a document without a version, with it."""
    path.write_text(json.dumps(versioned(path.name, document)) + "\n")


def read(path: Path, otherwise: dict) -> dict:
    """The file; `otherwise` where there is none. Fails on another version."""
    if not path.exists():
        return otherwise
    document = json.loads(path.read_text())
    found = document.get("version")
    assert found == VERSIONS[path.name], (
        f"{path.name} is version {found} of its format; what is read is version {VERSIONS[path.name]}"
    )
    return document
