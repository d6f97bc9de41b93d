"""Opening the window on what a person named; what can't be opened is refused before anything is shown or written."""

import os
import sys
from pathlib import Path

from core.desk.collector import loading
from core.errors import BadInput, UserMistake
from gui.project_files import parted


def open_window(paths: list[Path]) -> int:
    """Show the window on a project, on articles, or on the start page, until it is closed; return its exit code."""
    with loading():
        check(paths)
        check_display()
        from gui.application import make_qt, shown

        application = shown()
    if paths:
        application.open(paths)
    code = make_qt().exec()
    application.shut_down()
    return code


def check(paths: list[Path]) -> None:
    """Refuse what can't be opened, before anything is shown or written."""
    for path in paths:
        _check_there(path)
        if os.path.isdir(path):
            raise BadInput(f"{path}: is a folder. Nothing was opened. Name a project or articles in it.")
    projects, others = parted(paths)
    if len(projects) > 1:
        raise BadInput(f"{projects[1]}: only one project can be open. Nothing was opened. Name one.")
    if others:
        _check_articles(others)
    for project in projects:
        _check_project(project)


def check_display() -> None:
    """Refuse to open a window where there is nothing to show it on; Qt would end the program without a word."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise UserMistake("There is no display, so no window can open. Nothing was changed. Try `quotedesk --help`.")


def _check_there(path: Path) -> None:
    try:
        os.stat(path)
    except OSError as error:
        from core.formats.source import unreadable

        raise BadInput(f"{unreadable(path, error)}. Nothing was opened. Check the name.") from error


def _check_articles(paths: list[Path]) -> None:
    from core.formats.articles import articles
    from core.formats.problems import Problems

    problems = Problems()
    if next(articles(paths, problems), None) is None:
        first = problems.first[0].rstrip(".") if problems else f"{paths[0]}: has no article"
        raise BadInput(f"{first}. Nothing was opened. Choose another file.")


def _check_project(path: Path) -> None:
    from core.desk.desk import Desk

    Desk.recognise(path)  # what else is wrong with it, the window tells: who clicked on a file has no terminal to read
