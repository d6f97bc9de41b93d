"""Opening projects and bringing articles in, wherever they come from: menu, drop, command line.

What reads articles is imported when the first one is read: the window comes first, and takes little.
"""

from collections.abc import Iterable
from pathlib import Path

import platformdirs

from core.errors import UserMistake
from gui.actions.desktop import Desktop
from gui.actions.navigate import to_quote
from gui.dialogs.files import SUFFIX
from gui.models.documents import LOOKED_UP, Show
from gui.models.recent import with_newest

MOST_PLACES = 20
"""Projects of which it is kept where one stopped."""


def open_project(desktop: Desktop, path: Path, *, new: bool = False) -> bool:
    """Open a project, or make a new one; what is open stays open when that is not possible."""
    path = path.absolute()
    keep_place(desktop)
    if not desktop.bridge.open(path, desktop.settings["annotator"], new=new):
        return False
    _forget(desktop)
    remember(desktop, path)
    _resume(desktop, path)
    desktop.to_text()
    return True


def keep_place(desktop: Desktop) -> None:
    """Keep where the annotator stands in the open project, down to the quote; the settings are saved with it."""
    path, selection = desktop.bridge.path, desktop.models.selection
    if path is None or not selection.document_id:
        return
    places = dict(desktop.settings["left_at"])
    places.pop(str(path), None)
    places[str(path)] = f"{selection.document_id}\t{selection.quote_id}"
    desktop.settings.choose("left_at", dict(list(places.items())[-MOST_PLACES:]))
    _save(desktop)


def _forget(desktop: Desktop) -> None:
    """Let go of what was looked up in the project that was open before."""
    desktop.read_gaps.clear()
    desktop.models.found.show_hits(())
    desktop.views.toolbar.search.clear()
    desktop.views.article.finding.look_for("")
    if desktop.views.queue.filtered.show_only in LOOKED_UP:
        desktop.views.queue.show_part(Show.ALL)


def _resume(desktop: Desktop, path: Path) -> None:
    document_id, _, quote_id = desktop.settings["left_at"].get(str(path), "").partition("\t")
    if desktop.models.watch.documents.row(document_id) is not None:
        to_quote(desktop, document_id, quote_id)


def open_articles(desktop: Desktop, paths: list[Path]) -> bool:
    """Add articles to the project that is open, else to one beside the first article, with its name."""
    if not desktop.bridge.is_open:
        project = paths[0].absolute().with_suffix(SUFFIX)
        if not open_project(desktop, project, new=not project.exists()):
            return False
    return add_articles(desktop, paths)


def open_files(desktop: Desktop, paths: Iterable[Path]) -> None:
    """Take what was dropped or chosen: a project is opened, articles are added."""
    given = list(paths)
    projects = [path for path in given if path.suffix == SUFFIX]
    others = [path for path in given if path.suffix != SUFFIX]
    if projects and not open_project(desktop, projects[0]):
        return
    if others:
        open_articles(desktop, others)


def add_articles(desktop: Desktop, paths: list[Path]) -> bool:
    """Read files into the open project and say what came of it; the first new article is shown."""
    from core.formats.articles import articles
    from core.formats.problems import Problems

    problems = Problems()
    brought = desktop.bridge.bring_in(articles(paths, problems))
    if brought is None:
        return False
    if brought.document_ids:
        desktop.models.selection.select_document(brought.document_ids[0])
    told = [*problems.first, *brought.problems, *brought.duplicates]
    if told and not brought.document_ids and not _known(desktop, paths):
        desktop.notices.tell(UserMistake(_outcome(0, told)))
    elif told and brought.document_ids:
        desktop.say(_outcome(len(brought.document_ids), told))
    elif brought.document_ids:
        desktop.say(f"{_count(len(brought.document_ids))} added.")
    return bool(brought.document_ids) or not problems


def open_sample(desktop: Desktop) -> None:
    """Open the sample articles in a project of their own, kept with the program's data."""
    from core.corpus.sample import sample

    folder = Path(platformdirs.user_data_dir("quotedesk"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        told = f"The sample needs the folder {folder}, which can't be made: {error.strerror}. Nothing was changed. "
        desktop.notices.tell(UserMistake(told + "Choose an article of your own."))
        return
    project = folder / f"Sample{SUFFIX}"
    if open_project(desktop, project, new=not project.exists()) and not desktop.models.watch.documents.rows:
        brought = desktop.bridge.bring_in(sample())
        if brought is not None and brought.document_ids:
            desktop.models.selection.select_document(brought.document_ids[0])
            desktop.say(f"{_count(len(brought.document_ids))} added.")


def remember(desktop: Desktop, path: Path) -> None:
    """Put a project in front of the recent ones."""
    paths = with_newest(desktop.settings["recent_projects"], path)
    desktop.settings.choose("recent_projects", paths)
    desktop.models.recent.show_paths(paths)
    _save(desktop)


def _save(desktop: Desktop) -> None:
    try:
        desktop.settings.save()
    except UserMistake as error:
        desktop.notices.tell(error)  # the project is open all the same


def _known(desktop: Desktop, paths: list[Path]) -> bool:
    """Show an article that is in the project already, instead of complaining that it is."""
    for path in paths:
        if desktop.models.watch.documents.row(path.stem) is not None:
            desktop.models.selection.select_document(path.stem)
            desktop.say(f"{path.name} is in the project already.")
            return True
    return False


def _outcome(added: int, told: list[str]) -> str:
    more = f" ({len(told) - 1} more)" if len(told) > 1 else ""
    first = f"{_count(added)} added. Left out: " if added else "Nothing was added: "
    return first + told[0].rstrip(".") + more + "."


def _count(number: int) -> str:
    return "1 article" if number == 1 else f"{number} articles"
