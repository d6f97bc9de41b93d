"""When a suggestion is doubtful, so that a person looks at it first (docs/format.md, "Confidence")."""

from core.model.records import Candidate, Quote

LEAST_CONFIDENCE = 0.60
LEAST_LEAD = 0.25


def is_doubtful(quote: Quote) -> bool:
    """Whether an unchecked quote's confidence is low or its best candidate is not clearly ahead."""
    return not quote.checked and doubtful(quote.confidence, quote.candidates)


def doubtful(confidence: float | None, candidates: tuple[Candidate, ...]) -> bool:
    """Apply the rule of the format: under .60, or less than .25 ahead of the second or of "no speaker".

    A suggestion without a confidence is doubtful, since nothing speaks for it.
    """
    if confidence is None or confidence < LEAST_CONFIDENCE:
        return True
    best = second = total = 0.0
    for candidate in candidates:
        total += candidate.confidence
        if candidate.confidence > best:
            best, second = candidate.confidence, best
        elif candidate.confidence > second:
            second = candidate.confidence
    nobody = 1.0 - total
    return bool(candidates) and best - max(nobody, second) < LEAST_LEAD
