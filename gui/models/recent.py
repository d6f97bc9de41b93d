"""The projects opened last, as far as their files still exist."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.models.days import spoken_day

PROJECT = Qt.ItemDataRole.UserRole
MOST = 8
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Project:
    """One project file: its name, its folder, and when it was last worked on."""

    path: Path
    name: str
    folder: str
    opened: str


class RecentModel(QAbstractListModel):
    """Newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.projects: list[Project] = []

    def show_paths(self, paths: Iterable[str]) -> None:
        """Show these projects; files that are gone are left out."""
        self.beginResetModel()
        self.projects = [project for path in paths if (project := _project(Path(path))) is not None]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many projects there are."""
        return 0 if parent.isValid() else len(self.projects)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a project, its name, or where it is."""
        if not index.isValid():
            return None
        project = self.projects[index.row()]
        if role == PROJECT:
            return project
        if role == Qt.ItemDataRole.DisplayRole:
            return project.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(project.path)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{project.name}, {project.opened}, in {project.folder}"
        return None


def with_newest(paths: Iterable[str], newest: Path) -> list[str]:
    """Return the list with one project in front, each once, no longer than what is shown."""
    name = str(newest)
    return [name, *(path for path in paths if path != name)][:MOST]


def _project(path: Path) -> Project | None:
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime)
    except (OSError, ValueError):  # gone, or no path at all, as a settings file can say anything
        return None
    return Project(path, path.stem, from_home(path.parent), when(changed.date(), date.today()))


def from_home(folder: Path) -> str:
    """Return a folder's path, from ~ on where it is at home."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):  # elsewhere, or nobody has a home here
        return str(folder)


def when(day: date, today: date) -> str:
    """Return when a project was opened: "opened today", "opened 9 May"."""
    if day == today:
        return "opened today"
    return f"opened {spoken_day(day, today)}"
