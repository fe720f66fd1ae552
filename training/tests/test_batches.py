"""Documents as tensors, mixtures and schedules."""

import pytest
import syw_core
import torch

from syw import batches, mixture, recipes, schedule

KINDS = ("fact", "sum", "comparison", "arithmetic", "direct", "chain")


@pytest.mark.parametrize("kind", KINDS)
def test_documents_repeat_and_train_on_some_tokens(kind: str) -> None:
    first, again = (batches.generate(kind, 20, 7, {}) for _ in range(2))
    assert torch.equal(first.ids, again.ids)
    assert first.ids.shape[1] <= syw_core.MAX_LENGTH
    assert first.is_trained.any(dim=1).all()
    assert not (first.is_trained & (first.ids == batches.PAD)).any()
    assert (first.ids[:, 0] == batches.PROBLEM).all()


def test_no_document_holds_a_held_out_problem() -> None:
    held_out = {bytes(syw_core.prompt(problem)) for problem in syw_core.problems("held_out", 2)}
    documents = batches.generate("direct", 5000, 3, {"operands": {"2": 1.0}})
    end = batches.END_OF_PROBLEM
    prompts = {bytes(row[: row.index(end) + 1]) for row in documents.ids.tolist()}
    assert len(prompts) > 1000
    assert not prompts & held_out


def test_splits_do_not_overlap() -> None:
    assert not set(syw_core.problems("train", 2)) & set(syw_core.problems("held_out", 2))


def test_splitting_and_merging_keep_every_target() -> None:
    whole = batches.generate("chain", 50, 1, {})
    pieces = batches.split_by_length(whole, 3)
    assert sum(piece.n_targets for piece in pieces) == whole.n_targets
    short = [batches.generate(kind, 9, 1, {}) for kind in ("fact", "sum", "direct")]
    merged = batches.merge_alike(short + pieces)
    assert sum(batch.n_targets for batch in merged) == sum(b.n_targets for b in short + pieces)


def test_stream_gives_what_its_step_says_and_resumes() -> None:
    parts = recipes.pretraining([2])[1].parts
    running = mixture.stream(parts, 64, seed=5, first_step=0)
    next(running)
    second = next(running)
    running.close()
    resumed = mixture.stream(parts, 64, seed=5, first_step=1)
    for one, other in zip(second, next(resumed), strict=True):
        assert torch.equal(one.ids, other.ids)
    resumed.close()


def test_stream_raises_the_generator_s_error() -> None:
    with pytest.raises(Exception, match="nonsense"):
        next(mixture.stream([mixture.Part("nonsense", 1.0)], 8, seed=0, first_step=0))


def test_chains_are_below_one_third_of_what_follows_a_problem() -> None:
    parts = recipes.pretraining([2])[1].parts
    direct = sum(part.share for part in parts if part.kind == "direct")  # one number is a problem, too
    chains = sum(part.share for part in parts if part.kind == "chain")
    assert chains / (direct + chains) < 1 / 3


@pytest.mark.parametrize(
    ("step", "fraction", "expected"),
    [(0, 0.0, 0.1), (4, 0.1, 0.5), (9, 0.2, 1.0), (500, 0.6, 1.0), (800, 0.8, 0.515), (1000, 1.0, 0.03)],
)
def test_schedule_warms_up_stays_and_decays(step: int, fraction: float, expected: float) -> None:
    assert schedule.learning_rate(1.0, fraction, step, 10, 0.4) == pytest.approx(expected)


def test_the_tighter_budget_counts() -> None:
    assert schedule.fraction_done(50, 100, 1.0, 10.0) == 0.5
    assert schedule.fraction_done(50, 100, 9.0, 10.0) == 0.9
    assert schedule.fraction_done(500, 100, 0.0, None) == 1.0
