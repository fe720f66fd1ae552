"""The frontier from a few steps, the gathering of results, and what comes of numbers, by lines that are edited, too."""

import json
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
import syw_core

import collect
import frontier
import study
import sweep
from syw import cell, checkpoint, criteria, debate, evaluation, mixture
from syw.batches import END_OF_PROBLEM

SHAPE = ["--layers", "1", "--heads", "2", "--width", "16"]
SHORT = ["--steps", "10", "--batch-size", "24", "--evaluate-every", "2"]


@pytest.fixture
def cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(checkpoint, "CHECKPOINTS", tmp_path / "checkpoints")
    monkeypatch.setattr(frontier, "CELLS", tmp_path / "results" / "frontier")
    few = evaluation._spread
    monkeypatch.setattr(evaluation, "_spread", lambda problems, n: few(problems, min(n, 12)))
    monkeypatch.setattr(cell, "held_out", lambda model, way, n: {"problems": n, "accuracy": 0.5})
    return tmp_path / "results" / "frontier"


def test_a_cell_starts_from_its_base_and_is_trained_once(cells: Path, capsys: pytest.CaptureFixture) -> None:
    frontier.main([*SHAPE, "--arm", "base", *SHORT])
    frontier.main([*SHAPE, "--operands", "2", *SHORT])
    frontier.main([*SHAPE, "--arm", "chain", *SHORT])
    frontier.main([*SHAPE, "--arm", "chain", *SHORT])
    assert "l1w16-chain-lr0.003-s0: there already" in capsys.readouterr().out
    direct = json.loads((cells / "l1w16-direct2-lr0.003-s0.json").read_text())
    assert direct["start"] == "l1w16-base-lr0.003-s0"

    public = cells.parent.parent / "public"
    collect.main(["--results", str(cells.parent), "--public", str(public)])
    gathered = json.loads((public / "frontier.json").read_text())
    found = [(run["arm"], run["operands"], run["best"]) for run in gathered["runs"]]
    chains = [("chain", n, True) for n in (1, 2, 3, 4)]
    assert found == [*chains, ("direct", 1, True), ("direct", 2, True)]


def test_each_learning_rate_trains_a_model_of_its_own(cells: Path) -> None:
    frontier.main([*SHAPE, "--arm", "facts", *SHORT])
    for lr in ("0.004", "0.002"):
        start = ["--start", "l1w16-facts-lr0.003-s0"]
        frontier.main([*SHAPE, "--operands", "2", *start, *SHORT, "--lr", lr])
    for lr in (0.004, 0.002):
        summary = checkpoint.load(checkpoint.CHECKPOINTS / "frontier" / f"l1w16-direct2-lr{lr}-s0")[1]
        assert summary["budget"]["lr"] == lr


def test_the_sweep_tries_a_second_rate_and_one_modulus_only_where_the_first_rate_failed(
    cells: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shape = sweep.Shape(1, 16, 2, (4e-3, 2e-3), None, 10, (10, 10), 10, 10, batch_size=24)
    monkeypatch.setattr(sweep, "SHAPES", [shape])
    monkeypatch.setattr(sweep, "RUNGS", [2, 3])
    fails = {
        "l1w16-direct2-lr0.004-s0": 0.7,
        "l1w16-direct3-lr0.002-s0": 0.5,
    }
    monkeypatch.setattr(sweep, "trained", lambda found, rung: fails.get(found["name"], 1.0))
    sweep.main(["--shapes", "l1w16"])
    started = {path.stem: json.loads(path.read_text())["start"] for path in cells.glob("*.json")}
    base = "l1w16-base-lr0.004-s0"
    assert started == {
        base: None,
        "l1w16-chain-lr0.004-s0": base,
        "l1w16-direct2-lr0.004-s0": base,
        "l1w16-direct2-lr0.002-s0": base,
        "l1w16-direct3-lr0.002-s0": "l1w16-direct2-lr0.002-s0",
        "l1w16-direct3-m7-lr0.002-s0": "l1w16-direct2-lr0.002-s0",
    }


def test_a_shape_that_is_not_in_the_sweep_is_named() -> None:
    with pytest.raises(AssertionError, match="no shape \\['l9w9'\\]"):
        sweep.main(["--shapes", "l9w9"])


def test_a_cell_of_one_modulus_reads_no_problem_of_another() -> None:
    cell = frontier.Cell(layers=1, heads=2, width=16, moduli="7")
    (phase,) = frontier.phases_of(cell)
    for batch in mixture.step_batches([part for part in phase.parts if part.kind == "direct"], 60, 0, 0):
        ends = (batch.ids == END_OF_PROBLEM).int().argmax(dim=1)
        moduli = {row[end - 1] for row, end in zip(batch.ids.tolist(), ends.tolist(), strict=True)}
        assert [syw_core.vocabulary()[token] for token in moduli] == ["7"]


def test_the_best_of_a_sweep_is_chosen_on_training_problems_of_all_moduli() -> None:
    def cell(lr: float, trained: float, held_out: float, moduli: str | None = None) -> dict:
        return {
            **{"arm": "direct", "shape": "a", "layers": 1, "width": 8, "parameters": 9, "seed": 0, "lr": lr},
            **{"start": None, "batch_size": 1, "steps": 10, "documents": 10, "minutes": 0.1, "commit": "c"},
            **{
                "data_digest": "d",
                "moduli": moduli,
                "held_out": {"2": {"problems": 1, "accuracy": held_out, "by_modulus": {}}},
            },
            "curve": [{"step": 8, "2": 0.1}, {"step": 10, "2": trained}],
        }

    runs = collect.frontier([cell(0.1, 0.6, 0.5), cell(0.2, 0.5, 0.9), cell(0.3, 0.9, 0.1, "7")])["runs"]
    assert [(run["lr"], run["best"], run["last_gain"]) for run in runs] == [
        (0.1, True, 0.5),
        (0.2, False, 0.4),
        (0.3, False, 0.8),
    ]


CRITERION = {
    **{"id": "c", "says": "", "test": "", "measure": "small_direct", "comparison": "<=", "of": "every seed"},
    **{"unit": "share", "threshold": 0.5, "n_wanted": 3},
}
CLAIM = {
    **{"id": "P1", "side": "for", "name": "", "says": "", "held_by": "", "would_change": ""},
    **{"for": ["c"], "against": [], "beside": []},
}


@pytest.mark.parametrize(
    ("values", "outcome", "verdict"),
    [
        ([0.1, 0.2, 0.5], "reached", "supported"),
        ([0.1, 0.2, 0.51], "not reached", "contradicted"),
        ([0.1, 0.2], "inconclusive", "inconclusive"),
    ],
)
def test_outcomes_and_verdicts_are_those_of_core(values: list[float], outcome: str, verdict: str) -> None:
    measured = {"claims_sha256": "", "criteria": [CRITERION | {"values": values}], "controls": []}
    measured |= {"claims": [CLAIM], "relations": []}
    assert debate.judged(measured) == ({"c": outcome}, {"P1": verdict})


def test_a_threshold_that_is_edited_in_a_copy_of_the_declaration_changes_the_verdict(tmp_path: Path) -> None:
    declared = (study.ROOT / "docs" / "claims.toml").read_text()
    line = 'id = "P8"'
    start = declared.index("threshold", declared.index(line))
    end = declared.index("\n", start)
    copy = tmp_path / "claims.toml"
    verdicts = []
    for text in (declared, declared[:start] + "threshold = -0.5" + declared[end:]):
        copy.write_text(text)
        found = replace(study.evidence(study.ROOT), claims=tomllib.loads(text))
        verdicts.append(debate.judged(debate.document(found, copy))[1]["P8"])
    assert verdicts == ["supported", "mixed"]


def test_a_claim_that_names_what_is_not_there_is_refused() -> None:
    measured = {"claims_sha256": "", "criteria": [], "controls": [], "claims": [CLAIM], "relations": []}
    with pytest.raises(ValueError, match="P1 names a criterion c"):
        debate.judged(measured)


def test_wrong_answers_are_told_over_all_sets_together() -> None:
    def report(model: str, chain: list[int], rule: int) -> dict:
        sets = [{"errors": 10, "foretold": {"chain": {"errors": n}, "rule": {"errors": rule}}} for n in chain]
        return {"model": model, "sets": sets}

    cards = [
        {"id": "large", "arm": "direct", "seed": 0, "size": "large", "step": 1},
        {"id": "s0", "arm": "chain_rl", "seed": 0, "size": "small", "step": 1},
    ]
    found = criteria.Evidence({}, cards, inside=[report("large", [0, 0], 3), report("s0", [10, 5], 1)])
    assert criteria.MEASURES["small_errors_told_by_chain"](found) == [0.75]
    assert criteria.MEASURES["small_less_large_errors_told"](found) == pytest.approx([0.45])
    assert criteria.MEASURES["small_errors_told_by_chain"](criteria.Evidence({}, cards)) == []


def test_the_median_seed_is_the_one_in_the_middle_of_the_home_rung() -> None:
    def run(seed: int, accuracy: float, arm: str = "chain_rl") -> dict:
        free = {"2": {"accuracy": 1.0 - accuracy, "accuracy_by_modulus": {"7": accuracy}}}
        return {"arm": arm, "seed": seed, "held_out": {"free": free}}

    runs = [run(0, 0.99), run(1, 0.97), run(2, 0.98), run(2, 0.1, "rl_length_penalty")]
    collect.mark_median(runs, 2, 7)
    assert [entry["is_median"] for entry in runs] == [False, False, True, False]
    collect.mark_median(runs[:2], 2, 7)
    assert [entry["is_median"] for entry in runs[:2]] == [False, True]


def test_a_share_is_never_rounded_up_to_all() -> None:
    assert [criteria.percent(share) for share in (1.0, 0.99999, 0.5)] == ["100 %", "99.99 %", "50 %"]
