"""`make shots`: draw the main states of the window without a display, as PNG, for eyes to judge."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.desk.desk import Desk
from core.model.overview import Article
from core.model.records import AnnotatedDocument, Layer
from core.settings import Settings
from gui.actions.table import sheet
from gui.application import Application, make_qt
from gui.dialogs.shortcuts import Shortcuts
from tests.gui.frame import ANNOTATOR, lines
from tests.support.articles import big_article, packed_article

SIZE, NARROW = (1440, 900), (1024, 700)
_KEPT: list[Application] = []  # Qt still tells them of the focus until the end


def settle(milliseconds: int = 150) -> None:
    """Let the window paint and its lists follow."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def make_project(path: Path, made: list[AnnotatedDocument]) -> Path:
    """Make a project of labelled articles."""
    desk = Desk.create(path, ANNOTATOR)
    desk.bring_in(made)
    desk.close()
    return path


def shot(
    out: Path,
    folder: Path,
    project: Path | None,
    *,
    theme: str,
    size: tuple[int, int],
    act: Callable[[Application], None],
) -> None:
    """Open the window on a project, do something, and draw it."""
    settings = Settings(folder / "settings.toml")
    for key, value in (("annotator", ANNOTATOR), ("theme", theme), ("reduced_motion", True)):
        settings.choose(key, value)
    application = Application(make_qt(), settings, keeps_place=False)
    application.window.resize(*size)
    application.show()
    if project is not None:
        application.open([project])
    settle()
    act(application)
    settle()
    shown: QWidget = application.window.property("shown") or application.window
    shown.grab().save(str(out))
    print(out)
    application.window.close()
    application.shut_down()
    _KEPT.append(application)
    QApplication.processEvents()


def work(application: Application) -> None:
    """Check a few quotes, correct one, and stand on a doubtful one."""
    view = application.window.article
    view.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_2, Qt.Key.Key_Tab, Qt.Key.Key_Tab):
        QTest.keyClick(view, key)


def show_keys(application: Application) -> None:
    """Show the sheet of all keys without waiting for a person to close it."""
    sheet_ = Shortcuts(sheet(), application.theme, application.window)
    sheet_.show()
    application.window.setProperty("shown", sheet_)


def nothing(application: Application) -> None:
    """Leave the window as it opens."""


def main() -> int:
    """Draw all states into the folder named on the command line."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sample = make_project(folder / "sample.qdesk", lines())
        again = make_project(folder / "again.qdesk", lines())
        narrow = make_project(folder / "narrow.qdesk", lines())
        long = make_project(folder / "long.qdesk", [_line(big_article())])
        packed = make_project(folder / "packed.qdesk", [_line(packed_article())])
        shot(out / "main-light.png", folder, sample, theme="light", size=SIZE, act=work)
        shot(out / "main-dark.png", folder, again, theme="dark", size=SIZE, act=work)
        shot(out / "empty.png", folder, None, theme="light", size=SIZE, act=nothing)
        shot(out / "words-100000.png", folder, long, theme="light", size=SIZE, act=nothing)
        shot(out / "packed.png", folder, packed, theme="light", size=SIZE, act=nothing)
        shot(out / "narrow.png", folder, narrow, theme="light", size=NARROW, act=nothing)
        shot(out / "keys.png", folder, narrow, theme="light", size=SIZE, act=show_keys)
    return 0


def _line(article: Article) -> AnnotatedDocument:
    layer = Layer(annotator=ANNOTATOR, speakers=tuple(article.speakers.values()), quotes=article.quotes)
    return AnnotatedDocument(document=article.document, layer=layer)


if __name__ == "__main__":
    sys.exit(main())
