"""Bringing articles in: what a person is asked before, how far it is meanwhile, what is said afterwards."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import UserMistake
from core.model.records import AnnotatedDocument
from core.model.saying import plural
from gui.actions.desktop import Desktop
from gui.dialogs.import_ import Import
from gui.dialogs.progress import Progress
from gui.dialogs.told import Outcome

if TYPE_CHECKING:
    from core.desk.intake import Brought
    from core.formats.problems import Problems

MOST_TOLD = 200
MOST_COMPARED, MOST_COMPARED_AT_ONCE = 2000, 200
"""Articles in the project up to which new ones are compared with all others, which takes a millisecond for each."""


@dataclass(frozen=True)
class Incoming:
    """What is to be brought in. `total` is how many it is, where that is known; `asked` whether a dialog was shown."""

    paths: list[Path]
    lines: "Callable[[Problems], Iterator[AnnotatedDocument]]"
    total: int | None = None
    asked: bool = False


@dataclass(frozen=True)
class _Told:
    """What came of it; `more` is how much was left out beyond the sentences that were kept.

    `others` tells of what others have decided, which is in the project and not among one's own.
    """

    added: int
    left_out: list[str]
    alike: list[str]
    more: int = 0
    others: str = ""


def plainly(paths: list[Path]) -> Incoming:
    """Return all articles of some files, read as they say themselves."""
    from core.formats.articles import articles

    return Incoming(paths, lambda problems: articles(paths, problems), total=_one_each(paths))


def ask(desktop: Desktop, paths: list[Path]) -> Incoming | None:
    """Show what would come in and return it, or None when the person thinks better of it."""
    asked = Import(paths, desktop.settings["annotator"], desktop.theme, desktop.views.window)
    try:
        if not asked.exec():
            return None
        preview, reading = asked.preview, asked.reading
        return Incoming(paths, lambda problems: preview.lines(problems, reading), preview.total, asked=True)
    finally:
        asked.deleteLater()


def bring_in(desktop: Desktop, incoming: Incoming) -> bool:
    """Read articles into the open project and say what came of it; the first new one is shown.

    Raises `Cancelled` when it was broken off, and nothing was added then.
    """
    from core.formats.problems import Problems

    problems = Problems(MOST_TOLD)
    progress = Progress(incoming.total, desktop.theme, desktop.views.window)
    try:
        brought = desktop.bridge.bring_in(progress.watch(incoming.lines(problems)))
        if brought is None:
            return False
        progress.say("Looking for articles that are nearly the same…")
        alike = _alike(desktop, brought, MOST_COMPARED if incoming.asked else MOST_COMPARED_AT_ONCE)
    finally:
        progress.finish()
    if brought.document_ids:
        desktop.models.selection.select_document(brought.document_ids[0])
    left_out = [*problems.first, *brought.problems, *brought.duplicates]
    more = problems.count - len(problems.first)
    others = _by_others(brought, desktop.settings["annotator"])
    _tell(desktop, _Told(len(brought.document_ids), left_out, alike, more, others), incoming)
    return bool(brought.document_ids) or not problems


def _one_each(paths: list[Path]) -> int | None:
    return len(paths) if all(path.suffix.lower() == ".txt" for path in paths) else None


def _alike(desktop: Desktop, brought: "Brought", most: int) -> list[str]:
    some = brought.documents and 1 < len(desktop.models.watch.documents.rows) <= most
    return desktop.bridge.near_duplicates(brought.document_ids) if some else []


def _tell(desktop: Desktop, told: _Told, incoming: Incoming) -> None:
    sentences = [*told.left_out, *told.alike]
    if not sentences and told.added:
        desktop.say(f"{plural(told.added, 'article')} added.{told.others}")
        return
    if not sentences or (not told.added and _known(desktop, incoming.paths)):
        return
    said = _outcome(told)
    if told.added:
        desktop.say(said)
    else:
        desktop.notices.tell(UserMistake(said))
    if incoming.asked or len(sentences) > 1:
        _show_list(desktop, told)


def _known(desktop: Desktop, paths: list[Path]) -> bool:
    """Show an article that is in the project already, instead of complaining that it is."""
    for path in paths:
        if desktop.models.watch.documents.row(path.stem) is not None:
            desktop.models.selection.select_document(path.stem)
            desktop.hint(f"{path.name} is in the project already.")
            return True
    return False


def _outcome(told: _Told) -> str:
    begin = f"{plural(told.added, 'article')} added.{told.others}" if told.added else "Nothing was added"
    alike = f" {_nearly(len(told.alike))}." if told.alike else ""
    if not told.left_out:
        return begin + alike
    others = len(told.left_out) - 1 + told.more
    more = f" ({others} more)" if others else ""
    left_out = told.left_out[0].rstrip(".") + more + "."
    return f"{begin} Left out: {left_out}{alike}" if told.added else f"{begin}: {left_out}"


def _by_others(brought: "Brought", annotator: str) -> str:
    counts = {name: count for name, count in brought.decided.items() if count and name != annotator}
    if not counts:
        return ""
    whose = next(iter(counts)) if len(counts) == 1 else f"{len(counts)} others"
    quotes = sum(counts.values())
    what = "1 quote that was decided by" if quotes == 1 else f"{quotes:,} quotes that were decided by"
    return f" With {what} {whose}: kept, and not shown among yours."


def _nearly(number: int) -> str:
    return "1 is nearly the same as another" if number == 1 else f"{number} are nearly the same as others"


def _show_list(desktop: Desktop, told: _Told) -> None:
    """Show every sentence, while the window goes on behind it."""
    title = f"{plural(told.added, 'article')} added" if told.added else "Nothing was added"
    count = len(told.left_out) + told.more
    parts = [f"{count} {'was' if count == 1 else 'were'} left out"] if count else []
    parts += [_nearly(len(told.alike))] if told.alike else []
    sentences = [*told.left_out, *([f"And {told.more:,} more."] if told.more else []), *told.alike]
    shown = Outcome(title, f"{'; '.join(parts)}.", sentences, desktop.theme, desktop.views.window)
    shown.open()
