"""Random samples with what SciPy, scikit-learn and statsmodels say of them: what `crates/core/tests/statistics` compares with.

Writes ../crates/core/tests/reference_statistics.json, the same for the same versions, which stand in it. None of the three is needed
otherwise, so none is in requirements.txt: `pip install scipy scikit-learn statsmodels`.
"""

import json
import platform
from pathlib import Path

import numpy as np
import scipy
import sklearn
import statsmodels
from scipy import stats
from sklearn import linear_model, metrics
from sklearn.calibration import calibration_curve
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

TABLE = Path(__file__).resolve().parent.parent / "crates" / "core" / "tests" / "reference_statistics.json"
SEED = 20241228
CASES = 20
"""Of each statistic."""
BINS = 15
RIDGE = 1e-4
"""The weight of the probe's penalty, for each vector."""


def wilson(rng: np.random.Generator) -> dict:
    trials = int(10 ** rng.uniform(0, 4))
    successes = int(rng.integers(0, trials + 1))
    low, high = proportion_confint(successes, trials, alpha=0.05, method="wilson")
    return {"successes": successes, "trials": trials, "low": low, "high": high}


def paired(rng: np.random.Generator) -> dict:
    """McNemar's exact test, and the percentile bootstrap of a hundred thousand resamples."""
    both, only_first, only_second, neither = (int(n) for n in rng.integers(0, 60, 4))
    p_value = mcnemar([[both, only_first], [only_second, neither]], exact=True).pvalue
    differences = np.repeat([0, 1, -1], [both + neither, only_first, only_second])
    found = stats.bootstrap(
        (differences,), np.mean, n_resamples=100_000, batch=5_000, method="percentile", rng=rng
    ).confidence_interval
    return {
        "both": both,
        "only_first": only_first,
        "only_second": only_second,
        "neither": neither,
        "mcnemar": float(p_value),
        "low": float(found.low),
        "high": float(found.high),
    }


def holm(rng: np.random.Generator) -> dict:
    p_values = [round(float(p), 6) for p in rng.beta(0.5, 4, rng.integers(1, 20))]
    return {"p_values": p_values, "adjusted": multipletests(p_values, method="holm")[1].tolist()}


def ranking(rng: np.random.Generator) -> dict:
    """Confidences with two decimals, many of them tied, of answers that are right the more often the surer they are."""
    n = int(rng.integers(30, 90))
    scores = np.round(rng.uniform(0, 1, n), 2)
    right = rng.uniform(0, 1, n) < 0.2 + 0.7 * scores
    right[:2] = [True, False]
    alarms, found, _ = metrics.roc_curve(~right, -scores, drop_intermediate=False)
    levels = np.unique(scores)
    accepted = np.array([0, *((scores >= level).mean() for level in levels[::-1])])
    wrong = np.array([0, *(((scores >= level) & ~right).mean() for level in levels[::-1])])
    return {
        "scores": scores.tolist(),
        "right": right.tolist(),
        "auroc": float(metrics.roc_auc_score(right, scores)),
        "found_at_1_in_10": float(found[alarms <= 0.1].max()),
        "generalised_risk": float(metrics.auc(accepted, wrong)),
        "brier": float(metrics.brier_score_loss(right, scores)),
    }


def calibration(rng: np.random.Generator) -> dict:
    """No score twice, and as many in each bin, so that scikit-learn's quantiles are the bins."""
    n = BINS * int(rng.integers(2, 6))
    scores = rng.choice(10_000, n, replace=False) / 10_000
    right = rng.uniform(0, 1, n) < scores
    true, predicted = calibration_curve(right, scores, n_bins=BINS, strategy="quantile")
    assert len(true) == BINS
    return {
        "scores": scores.tolist(),
        "right": right.tolist(),
        "error": float(np.abs(true - predicted).mean()),
    }


def seeds(rng: np.random.Generator) -> dict:
    values = np.round(rng.normal(0.7, 0.2, rng.integers(2, 12)), 4)
    low, high = stats.t.interval(0.95, len(values) - 1, loc=values.mean(), scale=stats.sem(values))
    median = np.percentile(values, 50, method="inverted_cdf")
    return {"values": values.tolist(), "low": float(low), "high": float(high), "median": float(median)}


def ridge(rng: np.random.Generator) -> dict:
    """A row of weights for each class, the constant at its end."""
    n, width, n_classes = int(rng.integers(8, 30)), int(rng.integers(1, 6)), 3
    classes = rng.integers(0, n_classes, n)
    vectors = np.round(rng.normal(0, 1, (n, width)) + classes[:, None] / 2, 3).astype(np.float32)
    fitted = linear_model.Ridge(alpha=RIDGE * n, solver="svd").fit(
        vectors.astype(np.float64), np.eye(n_classes)[classes]
    )
    return {
        "vectors": [[round(float(x), 3) for x in vector] for vector in vectors],
        "classes": classes.tolist(),
        "n_classes": n_classes,
        "weights": np.column_stack([fitted.coef_, fitted.intercept_]).tolist(),
    }


STATISTICS = (wilson, paired, holm, ranking, calibration, seeds, ridge)


def main() -> None:
    versions = {
        "python": platform.python_version(),
        **{module.__name__: module.__version__ for module in (np, scipy, sklearn, statsmodels)},
    }
    rng = np.random.default_rng(SEED)
    cases = {of.__name__: [of(rng) for _ in range(CASES)] for of in STATISTICS}
    lines = [f'"written_by": "training/{Path(__file__).name}"', f'"versions": {json.dumps(versions)}']
    for name, rows in cases.items():
        rows = ",\n".join(json.dumps(row) for row in rows)
        lines.append(f'"{name}": [\n{rows}\n]')
    TABLE.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
