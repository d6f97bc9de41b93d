"""`make shots`: draw the main states of the window without a display, as PNG, for eyes to judge."""

import csv
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.desk.desk import Desk
from core.formats.jsonl import Jsonl
from core.model.overview import Article
from core.model.records import AnnotatedDocument, Candidate, Layer
from core.model.spans import Span
from core.settings import Settings
from gui.actions.project import format_choices
from gui.actions.table import sheet
from gui.application import Application, make_qt
from gui.dialogs.export import Export, Offer
from gui.dialogs.import_ import Import
from gui.dialogs.merge_speakers import MergeSpeakersDialog
from gui.dialogs.shortcuts import Shortcuts
from gui.views.command_palette import CommandPalette
from tests.gui.frame import ANNOTATOR, lines
from tests.support.articles import article_of, big_article, packed_article, quote_of

SIZE, NARROW = (1440, 900), (1024, 700)
SCRIPTS = (
    ("דנה לוי אמרה: „הגשר ייפתח ביום ראשון בבוקר.“ איש לא שאל דבר.", "„הגשר ייפתח ביום ראשון בבוקר.“", "דנה לוי"),
    ("قالت ليلى حداد: «لن نغلق المدرسة هذا العام»، ثم غادرت القاعة.", "«لن نغلق المدرسة هذا العام»", "ليلى حداد"),
    ("市長の田中恵は「橋は来週の月曜日に開通する」と述べた。", "「橋は来週の月曜日に開通する」", "田中恵"),
    ("王小明说:“我们会在春天重新开放图书馆。”", "“我们会在春天重新开放图书馆。”", "王小明"),
    ("“See you there 👩‍👩‍👧‍👦 🎉,” Zoë Ode wrote, “café or no café!”", "“See you there 👩‍👩‍👧‍👦 🎉,”", "Zoë Ode"),
)
HARBOUR = (
    ("Ferry stays in port", "“We will wait for the spring,” said Ana Ruiz, who runs the ferry. Nobody else came."),
    (
        "Council counts the cranes",
        "The council has counted the cranes again. There are eleven, said the mayor on Monday.",
    ),
    ("A roof for the school", "“Rain comes in,” the headmaster wrote. The roof will be mended in June, the town said."),
    ("Fish market to move", "The fish market moves to the north quay, and the traders say that they were not asked."),
    ("Night trains come back", "“It was always full,” said a conductor. From May on the night train runs again."),
)
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
    article = application.window.article
    while project is not None and (article.scrolling.measuring or article.canvas.minimap.picture.is_behind):
        settle()
    picture = application.window.property("picture")
    shown: QWidget = application.window.property("shown") or application.window
    (picture or shown.grab()).save(str(out))
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


def show_palette(application: Application) -> None:
    """Type a few letters into the palette."""
    application.window.setProperty("shown", None)
    QTimer.singleShot(200, lambda: _grab_palette(application))
    application.menus.run("palette")


def _grab_palette(application: Application) -> None:
    palette = application.window.findChild(CommandPalette)
    QTest.keyClicks(palette.field, "quote")
    whole = application.window.grab()
    painter = QPainter(whole)
    painter.drawPixmap(palette.mapTo(application.window, QPoint(0, 0)), palette.grab())
    painter.end()
    application.window.setProperty("picture", whole)
    palette.reject()


def show_hints(application: Application) -> None:
    """Show letters over quotes and names."""
    QTest.keyClick(application.window.article, ";")


def show_table(application: Application) -> None:
    """Show the table of all quotes after some work."""
    work(application)
    application.menus.run("quote_table")


def show_search(application: Application) -> None:
    """Type words into the search box."""
    box = application.window.toolbar.search
    application.window.activateWindow()
    box.setFocus()
    QTest.keyClicks(box, "belarus")
    settle(400)


def show_merge(application: Application) -> None:
    """Ask which two speakers are one, and show what will change."""
    speakers = application.bridge.queries.speakers()
    asked = MergeSpeakersDialog(speakers, application.bridge.queries.uses, application.theme, application.window)
    asked.choose(gone=speakers[1].id, kept=speakers[0].id)
    asked.show()
    application.window.setProperty("shown", asked)


def show_import(application: Application) -> None:
    """Drop a table and two pages, and show what would come in."""
    folder = application.bridge.path.parent
    table = folder / "harbour archive.csv"
    with table.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(("nr", "Überschrift", "body", "published", "paper", "link"))
        for number, (title, words) in enumerate(HARBOUR, 1):
            rows.writerow((f"h-{number}", title, words, f"2024-05-{number:02}", "The Harbour Post", ""))
        rows.writerow(("h-6", "An empty one", " ", "2024-05-06", "The Harbour Post", ""))
    pages = [folder / "council.html", folder / "school roof.html"]
    for page, (title, words) in zip(pages, reversed(HARBOUR), strict=False):
        page.write_text(f"<html><head><title>{title}</title></head><body><p>{words * 6}</p></body></html>", "utf-8")
    dataset = folder / "checked.jsonl"
    with dataset.open("wb") as out:
        Jsonl().write([_line(big_article(words=600, quotes=12, id="budget speech"))], out)
    odd = folder / "notes.xyz"
    odd.write_bytes(b"\x00\x01")
    asked = Import([table, *pages, dataset, odd], ANNOTATOR, application.theme, application.window)
    while asked.preview.step():
        pass
    asked.show()
    application.window.setProperty("shown", asked)


def show_export(application: Application) -> None:
    """Choose which quotes are written, in which format, to which file."""
    work(application)
    bridge = application.bridge
    offer = Offer(format_choices(), bridge.queries.annotators(), ["May", "June"])
    asked = Export(
        offer, Path("Eastern desk.jsonl"), application.theme, count=bridge.counting, parent=application.window
    )
    asked.show()
    application.window.setProperty("shown", asked)


def zoom_to_200(application: Application) -> None:
    """Make the text twice its size."""
    application.window.article.zoom = 2.0


def edit(application: Application) -> None:
    """Stand on a quote with a live edge, a second speaker and a comment."""
    view = application.window.article
    view.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, "a", "2", "w", "b"):
        QTest.keyClick(view, key)


def show_chain(application: Application) -> None:
    """Decide for somebody else, with what would follow."""
    view = application.window.article
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, "k")


def nothing(application: Application) -> None:
    """Leave the window as it opens."""


def scripts() -> list[AnnotatedDocument]:
    """An article in Hebrew, Arabic, Japanese, Chinese and with emoji, a quote in each paragraph."""
    text = "\n\n".join(paragraph for paragraph, _, _ in SCRIPTS)
    names = [name for _, _, name in SCRIPTS]
    quotes = [quote_of(text, words, speaker=f"s{n}", name=name) for n, (_, words, name) in enumerate(SCRIPTS, 1)]
    return [_line(article_of(text, quotes, names, id="scripts"))]


def chain_article() -> Article:
    """Return an article in which a role noun comes again, the model being wrong each time but one."""
    said = ("“We signed it this morning,”", "“Nobody was left out,”", "“The roads come first,”", "“Ask me in May,”")
    text = "Karin Moll met the minister and Ove Dahl.\n\n" + "\n\n".join(f"{each} the minister said." for each in said)
    names = ("Karin Moll", "Ove Dahl")
    shares = (0.62, 0.31)
    quotes = []
    for each in said:
        start = text.index(each) + len(each) + 1
        mention = Span(start, start + len("the minister"))
        candidates = tuple(
            Candidate(name=name, speaker_id=f"s{n}", mention=mention, confidence=share, evidence="subject of “said”")
            for n, (name, share) in enumerate(zip(names, shares, strict=True), 1)
        )
        quotes.append(quote_of(text, each, name=names[0], mention=mention, candidates=candidates, confidence=0.62))
    return article_of(text, quotes, names, id="chain")


def main() -> int:
    """Draw all states into the folder named on the command line."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = {
            "sample": lines(),
            "long": [_line(big_article())],
            "packed": [_line(packed_article())],
            "scripts": scripts(),
            "chain": [_line(chain_article())],
        }
        for name, project, theme, size, act in STATES:
            (folder / name).mkdir()
            path = make_project(folder / name / "Eastern desk.qdesk", made[project]) if project else None
            shot(out / f"{name}.png", folder, path, theme=theme, size=size, act=act)
    return 0


def _line(article: Article) -> AnnotatedDocument:
    layer = Layer(annotator=ANNOTATOR, speakers=tuple(article.speakers.values()), quotes=article.quotes)
    return AnnotatedDocument(document=article.document, layer=layer)


STATES: tuple[tuple[str, str, str, tuple[int, int], Callable[[Application], None]], ...] = (
    ("main-light", "sample", "light", SIZE, work),
    ("main-dark", "sample", "dark", SIZE, work),
    ("main-contrast", "sample", "contrast", SIZE, work),
    ("empty", "", "light", SIZE, nothing),
    ("words-100000", "long", "light", SIZE, nothing),
    ("packed", "packed", "light", SIZE, nothing),
    ("narrow", "sample", "light", NARROW, nothing),
    ("zoom-200", "sample", "light", SIZE, zoom_to_200),
    ("scripts", "scripts", "light", SIZE, nothing),
    ("hints", "sample", "light", SIZE, show_hints),
    ("editing", "sample", "light", SIZE, edit),
    ("chain", "chain", "light", SIZE, show_chain),
    ("palette", "sample", "light", SIZE, show_palette),
    ("merge", "sample", "light", SIZE, show_merge),
    ("table", "sample", "light", SIZE, show_table),
    ("table-dark", "sample", "dark", SIZE, show_table),
    ("search", "sample", "light", SIZE, show_search),
    ("keys", "sample", "light", SIZE, show_keys),
    ("import", "sample", "light", SIZE, show_import),
    ("import-dark", "sample", "dark", SIZE, show_import),
    ("export", "sample", "light", SIZE, show_export),
    ("export-dark", "sample", "dark", SIZE, show_export),
)
"""Name, project, theme, size, and what is done before the picture is taken."""


if __name__ == "__main__":
    sys.exit(main())
