"""How honest a confidence is: expected calibration error, Brier score, and how right the surest are.

The event is that quote and speaker are both right. Guo et al., 2017, “On Calibration of Modern Neural Networks”,
section 2, for the error in bins; Geifman and El-Yaniv, 2017, “Selective Classification for Deep Neural Networks”, for
accuracy at a coverage.
"""

from collections.abc import Sequence
from itertools import groupby

from core.model.records import Record

BINS = 10
COVERAGES = (0.5, 0.8, 0.9)

Sure = Sequence[tuple[float, bool]]
"""For each found unit its confidence, 0 to 1, and whether it was right."""


class Bin(Record, frozen=True, kw_only=True):
    """One point of the reliability plot: how many units, how sure on average, and how many of them right (0 to 1)."""

    units: int
    confidence: float
    right: float


class Calibration(Record, frozen=True, kw_only=True):
    """The figures of a list of confidences; `surest` gives the share that is right of the surest 50, 80 and 90 %."""

    units: int
    ece: float
    brier: float
    surest: dict[str, float]
    bins: tuple[Bin, ...]


def calibration(sure: Sure) -> Calibration | None:
    """Return the figures, or None where nothing has a confidence."""
    if not sure:
        return None
    bins = reliability(sure)
    return Calibration(
        units=len(sure),
        ece=sum(each.units * abs(each.confidence - each.right) for each in bins) / len(sure),
        brier=sum((confidence - right) ** 2 for confidence, right in sure) / len(sure),
        surest={f"{coverage:.0%}": right_of_surest(sure, coverage) for coverage in COVERAGES},
        bins=bins,
    )


def reliability(sure: Sure) -> tuple[Bin, ...]:
    """Return the bins that are not empty, of equal width in confidence, from the least sure up."""
    found = []
    for _, members in groupby(sorted(sure), key=lambda each: min(BINS - 1, int(each[0] * BINS))):
        units = list(members)
        confidence = sum(each for each, _ in units) / len(units)
        found.append(Bin(units=len(units), confidence=confidence, right=_share_right(units)))
    return tuple(found)


def right_of_surest(sure: Sure, coverage: float) -> float:
    """Return the share of right ones among the surest; of those that are equally sure at the border, their mean."""
    wanted = left = coverage * len(sure)
    right = 0.0
    for _, members in groupby(sorted(sure, reverse=True), key=lambda each: each[0]):
        units = list(members)
        taken = min(len(units), left)
        right += taken * _share_right(units)
        left -= taken
        if left <= 0:
            break
    return right / wanted


def _share_right(units: Sure) -> float:
    return sum(right for _, right in units) / len(units)
