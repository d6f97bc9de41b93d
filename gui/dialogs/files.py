"""Asking for files: which articles, which project, where to put a new one."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from gui.project_files import SUFFIX, is_project

_PROJECTS = f"Quotedesk projects (*{SUFFIX})"


def article_filter(suffixes: Iterable[str]) -> str:
    """Return the dialog's filter for files that can be read."""
    patterns = " ".join(f"*{suffix}" for suffix in suffixes)
    return f"Articles ({patterns});;All files (*)"


def ask_articles(parent: QWidget, suffixes: Iterable[str]) -> list[Path]:
    """Ask for articles to add; none when the person thinks better of it."""
    names, _ = QFileDialog.getOpenFileNames(parent, "Add articles", "", article_filter(suffixes))
    return [Path(name) for name in names]


def ask_project(parent: QWidget) -> Path | None:
    """Ask for a project to open."""
    name, _ = QFileDialog.getOpenFileName(parent, "Open a project", "", f"{_PROJECTS};;All files (*)")
    return Path(name) if name else None


def ask_new_project(parent: QWidget) -> Path | None:
    """Ask where a new project goes; the ending is added where it is missing."""
    options = QFileDialog.Option.DontConfirmOverwrite
    name, _ = QFileDialog.getSaveFileName(parent, "Make a new project", f"project{SUFFIX}", _PROJECTS, options=options)
    if not name:
        return None
    path = Path(name)
    return path if is_project(path) else path.with_name(path.name + SUFFIX)
