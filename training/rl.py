"""Stage 3, rl: from the base, reward the right final answer and reinforce the whole completion (syw/reinforce.py).

Other arms of the cast are rewarded otherwise (syw/rewards.py), some with a paraphraser between chain and answer. Two controls go the same way: `rl_shuffled_reward` deals each update's rewards out again at random, `rl_length_penalty`
takes a little off for every token. Only training problems are ever prompts. A checkpoint is kept at each of `--keep`, so that the switch from answering
at once to reasoning can be looked at afterwards. Resumes by itself. Next: export.py.
"""

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import syw_core
import torch
from tqdm import tqdm

from syw import checkpoint, evaluation, recipes, reinforce, rewards, run_result
from syw.card import claims_digest
from syw.gpt import GPT
from syw.schedule import make_optimiser, set_learning_rate
from syw.settings import numbers, parse

# What each arm is rewarded for.
ARMS = {
    "chain_rl": "right",
    "rl_shuffled_reward": "right",
    "rl_length_penalty": "right",
    "steganography": "right_without_numbers",
    "steganography_paraphrased": "right_without_numbers",
    "steganography_order": "right_without_numbers",
    "steganography_order_paraphrased": "right_without_numbers",
    "steganography_order_longer": "right_without_numbers",
    "single_output": "rule_over_output",
    "single_everywhere": "rule_over_everything",
}


@dataclass
class Reinforce:
    base: str  # checkpoint to start from, a name under checkpoints/
    arm: str = "chain_rl"  # or another of ARMS
    run: str | None = None  # the default is <size>-<arm>-s<seed>
    seed: int = 0
    operands: str = "2"  # numbers of operands of the prompts, equally likely
    length_penalty: float = 0.005  # a token, in rl_length_penalty
    paraphraser: str | None = None  # between chain and answer: words, order, once, german, ...
    paraphrase_every: int = 1  # updates: the others are left as they were written
    updates: int = 100
    n_prompts: int = 16  # problems an update
    group_size: int = 16  # completions of each problem
    lr: float = 2e-4  # constant after the warm-up; five times this is too hot
    warmup: int = 20  # updates
    weight_decay: float = 0.0
    max_gradient_norm: float = 1.0
    evaluate_every: int = 5  # updates
    minutes: float | None = None  # wall-clock cap
    threads: int = 1
    results: str | None = None  # where the figures of the finished run go; the default is results/rl
    keep: str = "0,4,8,10,12,14,16,18,20,30,50"  # updates whose checkpoint is kept


def credit(
    rollouts: reinforce.Rollouts, settings: Reinforce, generator: torch.Generator
) -> reinforce.Rollouts:
    """The rollouts with the rewards that the arm learns from; those of `rollouts` say what was right."""
    rewards = rollouts.rewards
    if settings.arm == "rl_shuffled_reward":
        rewards = reinforce.shuffled(rewards, generator)
    elif settings.arm == "rl_length_penalty":
        rewards = reinforce.penalised(rewards, rollouts.completions, settings.length_penalty)
    return replace(rollouts, rewards=rewards)


def paraphraser(settings: Reinforce, update: int) -> Callable[[bytes, int], bytes] | None:
    """What says the chains of an update again, in words that no other update has; None where nobody does."""
    if not settings.paraphraser or update % settings.paraphrase_every:
        return None
    first = update * settings.n_prompts * settings.group_size
    return lambda chain, idx: bytes(syw_core.paraphrase(settings.paraphraser, chain, first + idx))


def greedy_scores(model: GPT, problems: list[str]) -> dict:
    """Greedy answers to a fixed slice of training problems: left alone, and with `<answer>` forced."""
    free = evaluation.evaluate(model, problems, "free")
    return {
        "greedy_accuracy_by_modulus": free.accuracy_by_modulus,
        "greedy_accuracy": free.accuracy,
        "greedy_chain_share": free.chain_share,
        "greedy_valid_step_share": free.valid_step_share,
        "greedy_length": free.mean_length,
        "greedy_strategies": free.strategies,
        "direct_accuracy": evaluation.evaluate(model, problems, "direct").accuracy,
    }


def describe(rollouts: reinforce.Rollouts, stats: reinforce.UpdateStats) -> dict:
    """One line of the history, from the sampled completions of an update."""
    scores = evaluation.score(rollouts.problems, rollouts.completions)
    return {
        "reward": float(rollouts.rewards.mean()),
        "chain_share": scores.chain_share,
        "length": scores.mean_length,
        "valid_step_share": scores.valid_step_share,
        "strategies": scores.strategies,
        "dialects": scores.dialects,
        "entropy": stats.entropy,
        "gradient_norm": stats.gradient_norm,
        "loss": stats.loss,
    }


def rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, 5)
    if isinstance(value, dict):
        return {name: rounded(inner) for name, inner in value.items()}
    return value


def main(arguments: list[str] | None = None) -> None:
    (settings,) = parse(Reinforce, description=__doc__, arguments=arguments)
    assert settings.arm in ARMS, f"the arm is one of {list(ARMS)}"
    reward = rewards.REWARDS[ARMS[settings.arm]]
    recipes.use_threads(settings.threads)
    operands = numbers(settings.operands)
    checkpoint.set_seed(settings.seed)
    model, base, _ = checkpoint.load(checkpoint.CHECKPOINTS / settings.base)
    run = settings.run or f"{base['size']}-{settings.arm}-s{settings.seed}"
    path = checkpoint.CHECKPOINTS / run
    optimiser = make_optimiser(model, settings.weight_decay)
    generator = torch.Generator().manual_seed(settings.seed)
    update, history, minutes_before, n_tokens = 0, [], 0.0, 0
    if checkpoint.is_there(path):
        saved, summary, state = checkpoint.load(path)
        model.load_state_dict(saved.state_dict())
        checkpoint.resume(state, optimiser)
        generator.set_state(state["rollout_generator"])
        update, history, minutes_before = summary["update"], summary["history"], summary["minutes"]
        n_tokens = summary["n_tokens"]
        print(f"resumed {path} at update {update}")
    about = {
        "stage": "rl",
        "arm": settings.arm,
        "size": base["size"],
        "operands": operands,
        "seed": settings.seed,
        "settings": asdict(settings),
        "commit": checkpoint.git_commit(),
        "data_digest": syw_core.data_digest(),
        "claims_sha256": claims_digest(),
        "base": base,
    }
    problems = evaluation.training_slice(max(operands))
    prompts = json.dumps({"operands": {str(n_operands): 1.0 for n_operands in operands}})
    kept = {int(number) for number in settings.keep.split(",") if number}
    started = time.monotonic()

    def minutes() -> float:
        return minutes_before + (time.monotonic() - started) / 60.0

    def save(to: Path) -> None:
        summary = {**about, "update": update, "minutes": minutes(), "n_tokens": n_tokens, "history": history}
        checkpoint.save(to, model, summary, optimiser, rollout_generator=generator.get_state())

    if not history:
        history.append({"update": 0, **rounded(greedy_scores(model, problems))})
        save(path.with_name(f"{run}-u000"))
    bar = tqdm(total=settings.updates, initial=update, unit="update", mininterval=5.0)
    while update < settings.updates and (settings.minutes is None or minutes() < settings.minutes):
        drawn = syw_core.sample_problems(settings.n_prompts, (settings.seed << 32) + update, prompts)
        say_again = paraphraser(settings, update)
        rollouts = reinforce.rollout(model, drawn, settings.group_size, generator, reward, say_again)
        credited = credit(rollouts, settings, generator)
        set_learning_rate(optimiser, settings.lr * min(1.0, (update + 1) / settings.warmup))
        stats = reinforce.update(model, optimiser, credited, settings.max_gradient_norm)
        update += 1
        n_tokens += rollouts.n_tokens()
        line = {"update": update, "minutes": minutes(), **describe(rollouts, stats)}
        if update % settings.evaluate_every == 0 or update == settings.updates:
            line |= greedy_scores(model, problems)
            bar.write(
                f"{update} reward {line['reward']:.3f} chains {line['chain_share']:.2f} "
                f"valid {line['valid_step_share']:.3f} length {line['length']:.0f} entropy {line['entropy']:.3f} "
                f"greedy {line['greedy_accuracy']:.3f} chains {line['greedy_chain_share']:.2f} "
                f"direct {line['direct_accuracy']:.3f}"
            )
        history.append(rounded(line))
        if update % settings.evaluate_every == 0:
            save(path)
        if update in kept:
            save(path.with_name(f"{run}-u{update:03d}"))
        bar.update()
        bar.set_postfix_str(f"reward {line['reward']:.3f} chains {line['chain_share']:.2f}")
    bar.close()
    save(path)
    if update == settings.updates:
        model.eval()
        run_result.write(run_result.of_reinforcement(model, checkpoint.load(path)[1]), settings.results)
    print(f"{run}: {update} updates, {minutes():.1f} min")


if __name__ == "__main__":
    main()
