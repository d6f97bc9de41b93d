"""Showing what changed between two datasets, a line for each article, speaker and quote."""

from collections import Counter
from typing import TYPE_CHECKING, Any

import typer

from core.cli.problems import one_line
from core.model.records import SecondSpeaker, Zone
from core.model.saying import plural
from core.model.spans import Span

if TYPE_CHECKING:
    from core.desk.diff import Difference, Fields

MOST = 80
"""Letters of a quote's words, or of what a field holds, that are shown."""

_SIGNS = {"added": "+", "removed": "-", "changed": "~"}
_NOTHING = "Nothing changed"
_UNCOMPARED = (
    "but what is not compared: ids, order, confidences, candidates, how quotes were decided, fields that came from "
    "elsewhere"
)


def show_changes(found: "Difference") -> None:
    """Print a line for each article, speaker and quote that came, went or changed."""
    for sign, ids in (("+", found.articles_added), ("-", found.articles_removed)):
        for each in ids:
            typer.echo(one_line(f"{sign} {each}"))
    for article in found.articles:
        _show(f"~ {article.document_id}{_by(article.annotator)}", article.fields)
    for speaker in found.speakers:
        _show(f"~ speaker {speaker.name}", speaker.fields)
    for change in found.changes:
        rejected = "rejected: " if change.rejected else ""
        start = f"{_SIGNS[change.what]} {change.document_id}{_by(change.annotator)}"
        _show(f"{start} {rejected}{_cut(change.words)}", change.fields)


def show_summary(found: "Difference") -> None:
    """Print how much came, went and changed."""
    counts = Counter(("rejected suggestion" if each.rejected else "quote", each.what) for each in found.changes)
    parts = [
        ("article", "added", len(found.articles_added)),
        ("article", "removed", len(found.articles_removed)),
        ("article", "changed", len({each.document_id for each in found.articles})),
        ("speaker", "changed", len({each.speaker_id for each in found.speakers})),
    ]
    for noun in ("quote", "rejected suggestion"):
        parts += [(noun, what, counts[noun, what]) for what in ("added", "removed", "changed")]
    said = [f"{plural(count, noun)} {what}" for noun, what, count in parts if count]
    if not said:
        where = plural(found.uncompared, "article")
        said = [f"{_NOTHING} {_UNCOMPARED} ({where})" if found.uncompared else _NOTHING]
    typer.echo(f"{', '.join(said)}.")


def _by(annotator: str | None) -> str:
    return f" ({annotator})" if annotator else ""


def _show(line: str, fields: "Fields") -> None:
    typer.echo(one_line(line))
    for name, (before, after) in fields.items():
        if name == "text":
            before, after = _apart(before, after)
        typer.echo(one_line(f"    {name}: {_cut(_said(before))} -> {_cut(_said(after))}"))


def _apart(before: str, after: str) -> tuple[str, str]:
    """Of two long texts, from the word on in which they part."""
    pairs = enumerate(zip(before, after, strict=False))
    same = next((place for place, (one, two) in pairs if one != two), min(len(before), len(after)))
    start = before.rfind(" ", 0, same) + 1
    return ("…" if start else "") + before[start:], ("…" if start else "") + after[start:]


def _cut(words: str) -> str:
    return words if len(words) <= MOST else words[: MOST - 1] + "…"


def _said(value: Any) -> str:
    if isinstance(value, Span):
        return f"{value.start}-{value.end}"
    if isinstance(value, Zone):
        return f"{value.type} {value.start}-{value.end}"
    if isinstance(value, SecondSpeaker):
        where = f" ({_said(value.mention)})" if value.mention else ""
        return f"{value.relation} {value.speaker_name or 'nobody named'}{where}"
    if isinstance(value, dict):
        return ", ".join(f"{key}={_said(each)}" for key, each in value.items()) or "none"
    if isinstance(value, tuple):
        words = [_said(each) for each in value]
        return (" " if all(isinstance(each, Span) for each in value) else ", ").join(words) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None or value == "" else str(value)
