"""Showing what changed between two datasets, a line a quote."""

from collections import Counter
from typing import TYPE_CHECKING, Any

import typer

from core.cli.problems import one_line
from core.formats.saying import plural
from core.model.spans import Span

if TYPE_CHECKING:
    from core.desk.diff import Difference

MOST = 80
"""Letters of a quote's words that are shown."""

_SIGNS = {"added": "+", "removed": "-", "changed": "~"}


def show_changes(found: "Difference") -> None:
    """Print a line for each article and quote that came, went or changed."""
    for sign, ids in (("+", found.articles_added), ("-", found.articles_removed)):
        for each in ids:
            typer.echo(one_line(f"{sign} {each}"))
    for change in found.changes:
        words = change.words if len(change.words) <= MOST else change.words[: MOST - 1] + "…"
        who = f" ({change.annotator})" if change.annotator else ""
        typer.echo(one_line(f"{_SIGNS[change.what]} {change.document_id}{who} {words}"))
        for name, (before, after) in change.fields.items():
            typer.echo(one_line(f"    {name}: {_said(before)} -> {_said(after)}"))


def show_summary(found: "Difference") -> None:
    """Print how much came, went and changed."""
    counts = Counter(change.what for change in found.changes)
    parts = [("article", "added", len(found.articles_added)), ("article", "removed", len(found.articles_removed))]
    parts += [("quote", what, counts[what]) for what in ("added", "removed", "changed")]
    said = [f"{plural(count, noun)} {what}" for noun, what, count in parts if count]
    typer.echo(f"{', '.join(said)}." if said else "Nothing changed.")


def _said(value: Any) -> str:
    if isinstance(value, Span):
        return f"{value.start}-{value.end}"
    if isinstance(value, tuple):
        return " ".join(_said(each) for each in value) or "none"
    return "none" if value is None or value == "" else str(value)
