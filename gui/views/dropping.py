"""What a drop brings: the paths of local files."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_paths(data: QMimeData) -> list[Path]:
    """Return the local files of a drop, none for anything else."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
