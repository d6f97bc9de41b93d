"""What a person feels at the real window over a real project: 100,000 words with 10,000 quotes in one article."""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from msgspec import structs
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.desk.desk import Desk
from core.model.overview import Article
from core.model.records import AnnotatedDocument, Layer, Model
from core.model.terms import SpeakerType
from core.resources import seed
from core.settings import Settings
from gui.application import Application, make_qt
from tests.speed.paints import NextPaint
from tests.speed.yardstick import Row, fdatasync_ms, finished, percentile, row
from tests.support.articles import big_article, seed_article

FRAME_MS = 16.0
CORRECTIONS = 200
RENAMED = 2000
REST_SECONDS = 0.08
SCREEN = {
    "name": "wide",
    "x": 0,
    "y": 0,
    "width": 1920,
    "height": 1080,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
FIRST_WINDOW = """
import os, sys, time
from contextlib import contextmanager
os.environ["XDG_CONFIG_HOME"] = folder = sys.argv.pop()
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={folder}/screen.json"
from core.desk import collector
loading = collector.loading

@contextmanager
def watched():
    with loading():
        yield
    if "PySide6.QtWidgets" in sys.modules:  # the window is there, and the project is the next thing to be opened
        from PySide6.QtCore import QTimer
        QTimer.singleShot(0, paint)

def paint():
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication
    window = next(each for each in QApplication.topLevelWidgets() if each.windowTitle().startswith("seed"))
    if not window.testAttribute(Qt.WidgetAttribute.WA_Mapped):
        QTimer.singleShot(0, paint)  # there is nothing to paint on yet
        return
    window.repaint()
    print(time.clock_gettime(time.CLOCK_MONOTONIC))
    print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
    QApplication.exit()

collector.loading = watched
from gui.__main__ import main
sys.exit(main())
"""
"""The program as people start it, told to say when it has painted the seed article and to stop."""


def window_rows() -> list[Row]:
    """Return the rows that concern the window."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = folder / "big.qdesk"
        big = with_one_voice(big_article())
        make_project(project, big)
        with opened(project, folder) as (application, opening):
            rows = [row("open_article", opening, "ms", most=1000, by="project and article, to the first paint")]
            rows.append(_relabel(application, folder))
            rows.append(_edge_drag(application))
            rows.append(_rename(application))
            rows.append(_key_latency(application))
        return [*rows, *_small_window(folder)]


def with_one_voice(article: Article, count: int = RENAMED) -> Article:
    """Give so many quotes of an article to its first speaker."""
    key, speaker = next(iter(article.speakers.items()))
    fields = {"speaker_id": key, "speaker_name": speaker.name, "speaker_type": SpeakerType.NAMED}
    others = [quote for quote in article.quotes if quote.speaker_id != key]
    wanted = {quote.id for quote in others[: count - (len(article.quotes) - len(others))]}
    quotes = tuple(structs.replace(each, **fields) if each.id in wanted else each for each in article.quotes)
    return structs.replace(article, quotes=quotes)


def make_project(path: Path, article: Article) -> None:
    """Store an article with its quotes as suggestions of a model."""
    model = Model(name="quotedesk-en", version="0.1.0", weights="0" * 64)
    layer = Layer(model=model, speakers=tuple(article.speakers.values()), quotes=article.quotes)
    desk = Desk.create(path, "bench")
    desk.bring_in([AnnotatedDocument(document=article.document, layer=layer)])
    desk.close()


@contextmanager
def opened(project: Path, folder: Path) -> Iterator[tuple[Application, float]]:
    """Open the real window on a project; also tells how many milliseconds that took."""
    settings = Settings(folder / "settings.toml")
    settings.choose("annotator", "bench")
    settings.choose("theme", "light")
    settings.choose("reduced_motion", True)
    application = Application(make_qt(), settings, keeps_place=False)
    application.show()
    QApplication.processEvents()
    started = time.perf_counter()
    application.open([project])
    application.window.repaint()
    opening = (time.perf_counter() - started) * 1000
    try:
        yield application, opening
    finally:
        application.window.close()


def _relabel(application: Application, folder: Path) -> Row:
    """Pick a speaker with a digit, until the commit is on disk and the text is painted; the panel follows."""
    article, selection = application.window.article, application.models.selection
    text, panel = NextPaint(article.viewport()), NextPaint(application.window.panel.excerpt)
    for _ in range(50):
        QApplication.processEvents()
    samples, whole = [], []
    quotes = [quote.id for quote in application.models.article.quotes if quote.candidates]
    for quote_id in quotes[: 7 * CORRECTIONS : 7]:
        selection.select_quote(quote_id)
        article.setFocus()
        _rest()
        text.forget()
        panel.forget()
        started = time.perf_counter()
        QTest.keyClick(article, Qt.Key.Key_1)
        for frame, times in ((text, samples), (panel, whole)):
            while not frame.look() and time.perf_counter() - started < 1:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            assert frame.done is not None, "nothing was painted"
            times.append((frame.done - started) * 1000)
    text.leave()
    panel.leave()
    disk = fdatasync_ms(folder)
    checked = sum(quote.checked and quote.decided is not None for quote in application.models.article.quotes)
    assert checked >= CORRECTIONS, "the keys corrected nothing"
    limit = FRAME_MS + max(0.0, disk - 5)
    middle, panels = percentile(samples, 0.5), percentile(whole, 0.95)
    by = f"median {middle:.1f} ms; with the panel p95 {panels:.1f} ms; one fdatasync {disk:.1f} ms"
    return row("relabel_to_repaint_p95", percentile(samples, 0.95), "ms", most=limit, by=by)


def _edge_drag(application: Application) -> Row:
    """Drag the edge of a quote to and fro, each step until it is painted; then let it go, which is one command."""
    view, selection = application.window.article, application.models.selection
    quote = application.models.article.quotes[3]
    selection.select_quote(quote.id)
    _rest()
    row_ = view.canvas.page.rows(quote.fragments[-1])[-1]
    at = QPoint(round(row_.right) - 2, round(row_.top) + 8 - view.scrolling.top)
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), left, none, at)
    samples = []
    for step in range(CORRECTIONS):
        started = time.perf_counter()
        QTest.mouseMove(view.viewport(), at + QPoint(-4 * (step % 20), 0))
        QApplication.processEvents()
        samples.append((time.perf_counter() - started) * 1000)
    assert view.edges.preview, "no edge was held"
    QTest.mouseRelease(view.viewport(), left, none, at + QPoint(-40, 0))
    assert application.models.article.quote(quote.id).fragments != quote.fragments, "the edge did not move"
    by = f"median {percentile(samples, 0.5):.1f} ms"
    return row("edge_drag_p95", percentile(samples, 0.95), "ms", most=FRAME_MS, by=by)


def _rename(application: Application) -> Row:
    """Rename a speaker of 2,000 quotes, until the commit is on disk and the text is painted."""
    from core.commands.roster import EditSpeaker

    article = application.models.article
    speaker = max(application.bridge.queries.speakers(), key=lambda each: _count(application, each.id))
    count = _count(application, speaker.id)
    assert count >= RENAMED - CORRECTIONS, f"only {count} quotes are theirs"
    samples = []
    for number in range(20):
        _rest()
        started = time.perf_counter()
        application.bridge.run(EditSpeaker(speaker_id=speaker.id, name=f"Name {number}"))
        application.window.article.viewport().repaint()
        samples.append((time.perf_counter() - started) * 1000)
    assert article.article.speakers[speaker.id].name == "Name 19"
    by = f"p95 of 20; median {percentile(samples, 0.5):.1f} ms; {count} quotes"
    return row("rename_2000", percentile(samples, 0.95), "ms", most=100, by=by)


def _count(application: Application, speaker_id: str) -> int:
    return sum(quote.speaker_id == speaker_id for quote in application.models.article.quotes)


def _rest() -> None:
    """Let the window do what it does between two keys of a fast typist."""
    until = time.perf_counter() + REST_SECONDS
    while time.perf_counter() < until:
        QApplication.processEvents()
        time.sleep(0.001)


def _key_latency(application: Application) -> Row:
    """How late a timer fires while the child process labels an article."""
    text = next(seed().glob("*.txt")).read_text(encoding="utf-8")
    late: list[float] = []
    for number in range(10):
        application.jobs.label(f"latency-{number}", text * 10, language="en")
    ends = time.perf_counter() + 8
    due = [time.perf_counter() + 0.02]

    def tick() -> None:
        late.append((time.perf_counter() - due[0]) * 1000)
        due[0] = time.perf_counter() + 0.02

    timer = QTimer(interval=20, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start()
    while time.perf_counter() < ends:
        QApplication.processEvents()
        time.sleep(0.0005)
    timer.stop()
    by = f"{len(late)} ticks, the worst {max(late):.0f} ms late"
    return row("key_latency_while_labelling_p95", max(0.0, percentile(late, 0.95)), "ms", most=FRAME_MS, by=by)


def _small_window(folder: Path) -> list[Row]:
    """Start the program with the seed article in a process of its own."""
    project, samples, peak = folder / "seed.qdesk", [], 0.0
    (folder / "screen.json").write_text(json.dumps({"screens": [SCREEN]}))
    make_project(project, seed_article())
    for _ in range(5):
        started = time.clock_gettime(time.CLOCK_MONOTONIC)
        done = finished([sys.executable, "-c", FIRST_WINDOW, str(project), str(folder)])
        painted, held = done.said.split()[-2:]
        samples.append((float(painted) - started) * 1000)
        # What the process says of itself: the system's account begins with the memory of whoever started it.
        peak = max(peak, int(held) / 1024)
    by = f"start of the program to the first painted window with the seed open; median of 5 {median(samples):.0f}"
    return [
        row("first_window", min(samples), "ms", most=1000, by=by),
        row("memory_window", peak, "MB", most=150, by="peak resident size with the seed open"),
    ]
