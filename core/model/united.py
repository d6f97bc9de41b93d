"""Candidates of a quote who turn out to be one speaker."""

from collections.abc import Iterable

from msgspec import structs

from core.model.records import Candidate


def united(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates, each speaker once and the likeliest first: one is as likely as all their entries are."""
    found: dict[str, Candidate] = {}
    for each in candidates:
        key = each.speaker_id or each.name
        before = found.get(key)
        if before is not None:
            each = structs.replace(before, confidence=min(1.0, before.confidence + each.confidence))
        found[key] = each
    return tuple(sorted(found.values(), key=lambda each: -each.confidence))
