"""Opening projects and bringing articles in, wherever they come from: menu, drop, command line.

What reads articles is imported when the first one is read: the window comes first, and takes little.
"""

import os
from collections.abc import Iterable
from pathlib import Path

import platformdirs

from core.errors import UserMistake
from core.model.saying import plural
from gui.actions.desktop import Desktop
from gui.actions.importing import Incoming, ask, bring_in, plainly
from gui.actions.navigate import to_quote
from gui.dialogs.progress import Cancelled
from gui.models.import_files import needs_asking
from gui.models.queue_parts import LOOKED_UP, Show
from gui.models.recent import with_newest
from gui.project_files import SUFFIX, parted

MOST_PLACES = 20
"""Projects of which it is kept where one stopped."""


def open_project(desktop: Desktop, path: Path, *, new: bool = False, annotator: str = "") -> bool:
    """Open a project, or make a new one; what is open stays open when that is not possible.

    `annotator` is who will decide there, else the one of the settings. A comment that is being written is kept first,
    in the project and under the name that it was written for.
    """
    path = path.absolute()
    if not keep_comment(desktop, "nothing else was opened"):
        return False
    keep_place(desktop)
    if not desktop.bridge.open(path, annotator or desktop.settings["annotator"], new=new):
        return False
    _forget(desktop)
    remember(desktop, path)
    _resume(desktop, path)
    desktop.to_text()
    return True


def keep_comment(desktop: Desktop, instead: str) -> bool:
    """Keep a comment that is being written; False when that is not possible, and `instead` is what then was done."""
    if desktop.views.panel.comment_box.keep():
        return True
    desktop.hint(f"The comment can't be kept, so {instead}. Copy its words, then Escape leaves it.")
    return False


def keep_place(desktop: Desktop) -> None:
    """Keep where the annotator stands in the open project, down to the quote; the settings are saved with it."""
    path, selection = desktop.bridge.path, desktop.models.selection
    if path is None or not selection.document_id:
        return
    places = dict(desktop.settings["left_at"])
    places.pop(str(path), None)
    places[str(path)] = f"{selection.document_id}\t{selection.quote_id}"
    desktop.keep(left_at=dict(list(places.items())[-MOST_PLACES:]))


def _forget(desktop: Desktop) -> None:
    """Let go of what was looked up in the project that was open before."""
    desktop.read_gaps.clear()
    desktop.models.found.show_hits(())
    desktop.views.toolbar.search.clear()
    desktop.views.article.finding.look_for("")
    desktop.views.table.forget_filters()
    if desktop.views.queue.filtered.show_only in LOOKED_UP:
        desktop.views.queue.show_part(Show.ALL)


def _resume(desktop: Desktop, path: Path) -> None:
    document_id, _, quote_id = desktop.settings["left_at"].get(str(path), "").partition("\t")
    if desktop.models.watch.documents.row(document_id) is not None:
        to_quote(desktop, document_id, quote_id)


def open_articles(desktop: Desktop, paths: list[Path]) -> bool:
    """Add articles to the project that is open, else to one beside the first article, with its name.

    What comes in is shown first where that is not plain; a project that was made for what was cancelled goes again.
    """
    incoming = ask(desktop, paths) if needs_asking(paths) else plainly(paths)
    if incoming is None:
        return False
    made: Path | None = None
    if not desktop.bridge.is_open:
        first = paths[0].absolute()
        project = first.with_name((first.name if os.path.isdir(first) else first.stem) + SUFFIX)
        made = None if os.path.exists(project) else project
        if not open_project(desktop, project, new=made is not None):
            return False
    return _bring_in(desktop, incoming, made)


def open_files(desktop: Desktop, paths: Iterable[Path]) -> None:
    """Take what was dropped or chosen: a project is opened, articles are added."""
    projects, others = parted(paths)
    if projects and not open_project(desktop, projects[0]):
        return
    if others:
        open_articles(desktop, others)


def add_articles(desktop: Desktop, paths: list[Path]) -> bool:
    """Read files into the open project without a question and say what came of it; the first new article is shown."""
    return _bring_in(desktop, plainly(paths))


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
    if open_project(desktop, project, new=not os.path.exists(project)) and not desktop.models.watch.documents.rows:
        brought = desktop.bridge.bring_in(sample())
        if brought is not None and brought.document_ids:
            desktop.models.selection.select_document(brought.document_ids[0])
            desktop.say(f"{plural(len(brought.document_ids), 'article')} added.")


def remember(desktop: Desktop, path: Path) -> None:
    """Put a project in front of the recent ones."""
    paths = with_newest(desktop.settings["recent_projects"], path)
    desktop.models.recent.show_paths(paths)
    desktop.keep(recent_projects=paths)


def _bring_in(desktop: Desktop, incoming: Incoming, made: Path | None = None) -> bool:
    """Bring articles in; what was broken off is not there, and neither is the project that was `made` for it."""
    try:
        return bring_in(desktop, incoming)
    except Cancelled:
        if made is not None:
            desktop.bridge.close()
            made.unlink(missing_ok=True)
            _forget_project(desktop, made)
        desktop.hint("Nothing was added.")
        return False


def _forget_project(desktop: Desktop, path: Path) -> None:
    paths = [each for each in desktop.settings["recent_projects"] if each != str(path)]
    desktop.models.recent.show_paths(paths)
    desktop.keep(recent_projects=paths)
