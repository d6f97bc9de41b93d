"""Fits weights to choices: maximum likelihood of a softmax over options, pulled towards where it starts from.

One method serves all that the ranker learns: who said it (options: mentions and nobody), whom a pronoun means
(options: people and nobody), and whether a thing is so (options: it and a row of zeros, which is logistic regression).
Source: the conditional logit of McFadden (1974) with a Gaussian prior; minimised by L-BFGS (scipy).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice. `options`: a row of feature values each; `right`: which of them would be right, one or more."""

    options: Floats
    right: NDArray[np.bool_]


def fit(pulls: Mapping[str, float], choices: Sequence[Choice], start: Mapping[str, float]) -> dict[str, float]:
    """Return the weights by name that make the right options likeliest.

    `pulls` names the columns in order, each with the precision of the prior around its `start`: the higher, the less
    the choices change. Choices that have no right option, or no wrong one, teach nothing and are left out.
    """
    from scipy.optimize import minimize
    from scipy.sparse import csr_array, vstack

    names = list(pulls)
    first = np.array([start.get(name, 0.0) for name in names])
    telling = [choice for choice in choices if choice.right.any() and not choice.right.all()]
    if not telling or not names:
        return dict(zip(names, first.tolist(), strict=True))
    table = vstack([csr_array(choice.options) for choice in telling], format="csr")
    right = np.concatenate([choice.right for choice in telling])
    begins = np.cumsum([0, *(len(choice.right) for choice in telling[:-1])])
    problem = _Problem(table, right, begins, first, np.array([*pulls.values()]))
    found: Any = minimize(problem.loss, first, jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return dict(zip(names, found.x.tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class _Problem:
    """The rows of all choices under one another; `begins` says where each choice begins."""

    table: Any
    right: NDArray[np.bool_]
    begins: NDArray[np.int64]
    start: Floats
    pull: Floats

    def loss(self, weights: Floats) -> tuple[float, Floats]:
        """Return the negative log-likelihood with the prior, and its gradient."""
        scores = self.table @ weights
        total, chances = self._softmax(scores)
        total_right, chances_right = self._softmax(np.where(self.right, scores, -np.inf))
        away = weights - self.start
        value = float(np.sum(total - total_right) + (self.pull / 2 * away) @ away)
        return value, self.table.T @ (chances - chances_right) + self.pull * away

    def _softmax(self, scores: Floats) -> tuple[Floats, Floats]:
        """Return the log of the sum of powers of each choice, and the share of each option in its own."""
        sizes = np.diff([*self.begins, len(scores)])
        most = np.maximum.reduceat(scores, self.begins)
        powers = np.exp(scores - np.repeat(most, sizes))
        sums = np.add.reduceat(powers, self.begins)
        return most + np.log(sums), powers / np.repeat(sums, sizes)
