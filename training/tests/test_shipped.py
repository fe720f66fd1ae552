"""What is shipped follows from what was declared: the training text, the declaration, the page of the study."""

import hashlib
import json
import tomllib
from pathlib import Path

import pytest
import syw_core

import reproduce
import results
import study
from syw import batches, formats, mixture, shipped
from syw.card import stages
from syw.onnx_writer import onnx_bytes

ROOT = Path(__file__).resolve().parent.parent.parent
CARDS = sorted((ROOT / "public" / "models").glob("*/card.json"))
LARGE = [path.parent for path in CARDS if "large-direct" in path.parent.name]
HEADLINE = LARGE + [ROOT / "public" / "models" / f"small-{arm}-s0" for arm in ("chain_rl", "direct")]
STEPS = (0, 1, 777, 4001)
VOCABULARY = syw_core.vocabulary()


def problem_text(prompt: bytes) -> str:
    """`<problem> 6 7 × 5 8 % 7 ?` -> `67 × 58 mod 7`"""
    words = [VOCABULARY[token] for token in prompt[1:-1]]
    return "".join(words).replace("+", " + ").replace("×", " × ").replace("%", " mod ")


BLANK_PROMPT = bytes(syw_core.blank_prompt())


def prompts(batch: batches.Batch) -> set[bytes]:
    """The problems of a batch; of documents that show none, nothing."""
    ends = batch.ids == batches.END_OF_PROBLEM
    return {
        bytes(row[: int(end.int().argmax()) + 1].tolist())
        for row, end in zip(batch.ids, ends, strict=True)
        if end.any() and bytes(row[: int(end.int().argmax()) + 1].tolist()) != BLANK_PROMPT
    }


def test_every_file_of_results_is_of_the_version_that_is_written_and_read() -> None:
    folder = ROOT / "public" / "results"
    documents = {path.name: json.loads(path.read_text()) for path in folder.glob("*.json")}
    assert set(formats.VERSIONS) < set(documents)
    for name, document in documents.items():
        unversioned = {key: value for key, value in document.items() if key != "version"}
        assert list(formats.versioned(name, unversioned)) == list(document), name
        assert formats.versioned(name, unversioned) == document, name


@pytest.mark.parametrize("path", CARDS, ids=lambda path: path.parent.name)
def test_nothing_that_a_shipped_model_is_asked_was_in_its_training(path: Path) -> None:
    card = json.loads(path.read_text())
    assert card["training"]["data_digest"] == syw_core.data_digest(), (
        "the language is not the one it was trained on"
    )
    operands = card["operands"]
    n_prompts = 0
    for stage in card["training"]["stages"]:
        for phase in stage["config"].get("phases", []):
            parts = [mixture.Part(**part) for part in phase["parts"]]
            for step in STEPS:
                for batch in mixture.step_batches(parts, 256, stage["config"]["seed"], step):
                    for prompt in prompts(batch):
                        problem = problem_text(prompt)
                        assert syw_core.split_of(problem) == "train"
                        assert syw_core.families_of(problem, [1, *operands]) == []
                        n_prompts += 1
        if stage["stage"] == "rl":
            config = json.dumps({"operands": {str(n): 1.0 for n in operands}})
            for problem in syw_core.sample_problems(2000, stage["config"]["seed"] << 32, config):
                assert syw_core.split_of(problem) == "train"
                assert syw_core.families_of(problem, operands) == []
    assert n_prompts > 500


@pytest.mark.parametrize("path", CARDS, ids=lambda path: path.parent.name)
def test_a_shipped_model_was_trained_under_the_declaration_that_judges_it(path: Path) -> None:
    training = json.loads(path.read_text())["training"]
    declared = (ROOT / "docs" / "claims.toml").read_bytes()
    replaced = [amendment["sha256"] for amendment in tomllib.loads(declared.decode())["amended_from"]]
    assert training["claims_sha256"] in [hashlib.sha256(declared).hexdigest(), *replaced]


@pytest.mark.parametrize("folder", HEADLINE, ids=lambda folder: folder.name)
def test_a_shipped_model_can_be_gone_on_from(folder: Path) -> None:
    model, summary = shipped.load(folder.name)
    assert onnx_bytes(model) == (folder / "model.onnx").read_bytes()
    assert stages(summary, model.parameter_count()) == summary["stages"] != []


def test_the_listed_held_out_problems_are_held_out() -> None:
    problems = (ROOT / "training" / "held_out.txt").read_text().splitlines()
    assert len(set(problems)) == 2000
    assert {syw_core.split_of(problem) for problem in problems} == {"held_out"}


@pytest.mark.parametrize("folder", HEADLINE, ids=lambda folder: folder.name)
def test_plain_onnxruntime_finds_the_accuracy_of_the_card(folder: Path) -> None:
    card = json.loads((folder / "card.json").read_text())
    problems = syw_core.problems("held_out", 2)[::10]
    found = reproduce.answers(folder, problems)
    right = [answer == reproduce.right_answer(p) for answer, p in zip(found, problems, strict=True)]
    assert sum(right) / len(right) == pytest.approx(card["rungs"]["2"]["accuracy"], abs=0.05)


def test_the_pages_of_study_and_results_are_those_that_the_results_give() -> None:
    study.main(["--check"])
    results.main(["--check"])
