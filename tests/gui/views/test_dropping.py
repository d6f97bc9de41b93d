"""Only files of this computer count in a drop."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from gui.views.dropping import dropped_paths


def test_local_files_only(tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a b.txt")), QUrl("https://example.org/c.txt")])
    assert dropped_paths(data) == [tmp_path / "a b.txt"]
    assert isinstance(dropped_paths(data)[0], Path)


def test_dragged_words_bring_nothing():
    data = QMimeData()
    data.setText("a.txt")
    assert dropped_paths(data) == []
