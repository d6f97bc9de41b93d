"""What `make run` does: open the sample article; with no display, go through one round of work and show the outcome."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from rich.console import Console
from rich.table import Table

from core.desk.manifest import Chosen
from core.errors import QuotedeskError
from core.model.records import Quote
from core.model.terms import Status
from core.resources import seed
from core.settings import Settings
from gui.actions.opening import add_articles, open_project
from gui.application import Application, load_settings, make_qt, shown

FOLDER = Path("build", "run")
ARTICLE = "000_4c9c392237cbb535.txt"
PATIENCE_MILLISECONDS = 120_000
SIZE = (1440, 900)


class TourProblem(Exception):
    """The round of work did not go as it should; the sentence says where."""


def has_display() -> bool:
    """Whether a window can be seen here."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class Tour:
    """One round of work on the sample article, by real keys on the real window."""

    def __init__(self, folder: Path, article: Path) -> None:
        self._folder = folder
        self._article = article
        settings = Settings(folder / "settings.toml")
        settings.choose("annotator", load_settings()[0]["annotator"])
        settings.choose("theme", "light")
        settings.choose("reduced_motion", True)
        self.told: list[str] = []
        self.application = Application(make_qt(), settings, keeps_place=False)
        for signal in (self.application.notices.refused, self.application.notices.hindered):
            signal.connect(self.told.append)
        self.application.notices.broken.connect(self.told.append)

    def run(self) -> None:
        """Import, label, accept, correct, take back, export, take a picture."""
        application, desktop = self.application, self.application.desktop
        project = self._folder / "seed.qdesk"
        for name in ("seed.qdesk", "seed.qdesk-wal", "seed.qdesk-shm"):
            (self._folder / name).unlink(missing_ok=True)
        application.window.resize(*SIZE)
        application.show()
        self._require(open_project(desktop, project, new=True), "the project could not be made")
        self._require(add_articles(desktop, [self._article]), "the article could not be imported")
        self._wait(lambda: bool(desktop.models.article.quotes), "no quotes were suggested")
        self._accept_first()
        self._correct_and_take_back()
        written = desktop.bridge.export(self._folder / "seed.jsonl", Chosen(format="jsonl", which="all"))
        self._require(written is not None and written.count == 1, "the dataset has not the one line that it should")
        self._take_picture()

    def table(self) -> Table:
        """Return the quotes as they stand now."""
        table = Table(title=f"{self._article.name}: who said what")
        for heading in ("#", "kind", "first words", "speaker", "confidence", "status"):
            table.add_column(heading, justify="right" if heading in ("#", "confidence") else "left", no_wrap=True)
        article = self.application.models.article
        for number, quote in enumerate(article.quotes, 1):
            words = " ".join(article.text[slice(*quote.span)].split())
            confidence = "" if quote.confidence is None else f"{quote.confidence:.0%}"
            shown = words if len(words) <= 34 else words[:33] + "…"
            table.add_row(
                str(number), quote.kind.value, shown, quote.speaker_name or "–", confidence, quote.status.value
            )
        return table

    def close(self) -> None:
        """Close the window, the project and the worker."""
        self.application.window.close()
        self.application.shut_down()

    def _accept_first(self) -> None:
        first = self.application.models.article.quotes[0]
        self.application.models.selection.select_quote(first.id)
        self._press(Qt.Key.Key_Return)
        self._require(self._now(first).status is Status.ACCEPTED, "Enter did not accept the first quote")

    def _correct_and_take_back(self) -> None:
        quote, number = self._with_another_candidate()
        self.application.models.selection.select_quote(quote.id)
        self._press(Qt.Key(Qt.Key.Key_0.value + number))
        wrong = self._now(quote)
        changed = wrong.status is Status.CORRECTED and wrong.speaker_name == quote.candidates[number - 1].name
        self._require(changed, f"key {number} did not change the speaker")
        self._press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        self._require(self._now(quote) == quote, "Ctrl+Z did not take the wrong speaker back")

    def _with_another_candidate(self) -> tuple[Quote, int]:
        for quote in self.application.models.article.quotes[1:]:
            for number, candidate in enumerate(quote.candidates[:9], 1):
                if candidate.name != quote.speaker_name:
                    return quote, number
        raise TourProblem("no quote offers a second candidate")

    def _now(self, quote: Quote) -> Quote:
        found = self.application.models.article.quote(quote.id)
        if found is None:
            raise TourProblem("a quote is gone")
        return found

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        view = self.application.window.article
        view.setFocus()
        QTest.keyClick(view, key, modifier)

    def _take_picture(self) -> None:
        self._breathe(200)
        saved = self.application.window.grab().save(str(self._folder / "window.png"))
        self._require(saved, "the picture of the window could not be written")

    def _wait(self, ready: Callable[[], bool], trouble: str) -> None:
        clock = QElapsedTimer()
        clock.start()
        while not ready():
            if clock.elapsed() > PATIENCE_MILLISECONDS or self.told:
                self._require(False, trouble)
            self._breathe(20)

    def _breathe(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _require(self, well: bool, trouble: str) -> None:
        if not well:
            raise TourProblem(": ".join([trouble, *self.told[:1]]))


def show_window(folder: Path, article: Path) -> int:
    """Open the sample article in the project kept from before."""
    application = shown()
    project = folder / "seed.qdesk"
    desktop = application.desktop
    if open_project(desktop, project, new=not os.path.exists(project)) and not application.models.watch.documents.rows:
        add_articles(desktop, [article])
    code = make_qt().exec()
    application.shut_down()
    return code


def main() -> int:
    """Open the window, or go through the round; returns the exit code."""
    try:
        FOLDER.mkdir(parents=True, exist_ok=True)
        if has_display():
            return show_window(FOLDER.absolute(), seed(ARTICLE))
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        tour = Tour(FOLDER.absolute(), seed(ARTICLE))
        try:
            tour.run()
            Console(width=max(100, Console().width)).print(tour.table())
        finally:
            tour.close()
    except (QuotedeskError, TourProblem, OSError) as error:
        print(f"The tour stopped: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
