"""The article as plain text: written while it is shown, quotes announced, the reader's line kept."""

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from core.model.terms import Status
from gui.models.article import ArticleModel
from gui.models.spoken import spoken
from gui.views.article.display_copy import display_copy
from gui.views.mirror import HEIGHT, Mirror
from tests.gui.looks import shown
from tests.support.articles import FixedSource, article_of, quote_of, seed_article


@pytest.fixture
def mirror(qtbot):
    source = FixedSource(seed_article())
    model = ArticleModel(source)
    made = Mirror(model)
    made.source, made.model = source, model
    model.show_document("seed")
    return shown(qtbot, made, 600)


def test_it_is_hidden_until_it_is_asked_for(qtbot):
    made = Mirror(ArticleModel(FixedSource(seed_article())))
    qtbot.addWidget(made)
    assert made.isHidden()
    made.switch()
    assert made.isVisible()
    assert made.height() == HEIGHT
    made.switch()
    assert not made.isVisible()


def test_it_has_the_text_with_its_quotes_announced(mirror):
    mirror.write()
    words = mirror.toPlainText()
    assert words.splitlines() == spoken(mirror.model).splitlines()
    assert mirror.isReadOnly()
    assert mirror.accessibleName() == "Article as plain text"


def test_a_change_is_written_a_moment_later(mirror, qtbot):
    mirror.write()
    quote = mirror.model.quotes[3]
    assert "quote 4" in mirror.toPlainText()
    mirror.source.put("seed", structs.replace(quote, status=Status.ACCEPTED, speaker_name="Nobody else"))
    mirror.model.refresh([quote.id])
    assert ", checked:" in spoken(mirror.model).split("quote 4,")[1][:60]
    qtbot.waitUntil(lambda: mirror.toPlainText().splitlines() == spoken(mirror.model).splitlines(), timeout=2000)


def test_another_article_is_written_too(mirror, qtbot):
    mirror.source.articles["two"] = article_of("Only text.", [], id="two")
    mirror.model.show_document("two")
    qtbot.waitUntil(lambda: mirror.toPlainText() == "Only text.", timeout=2000)


def test_nothing_is_written_while_nobody_sees_it(mirror):
    mirror.write()
    before = mirror.toPlainText()
    mirror.hide()
    mirror.model.show_document("")
    mirror.write()
    assert mirror.toPlainText() == before
    mirror.switch()
    assert mirror.toPlainText() == ""


def test_the_reader_stays_on_their_line(mirror):
    mirror.write()
    line = mirror.blockCount() - 2
    mirror.setTextCursor(QTextCursor(mirror.document().findBlockByNumber(line)))
    mirror.write()
    assert mirror.textCursor().blockNumber() == line
    mirror.source.articles["two"] = article_of("One.\nTwo.", [], id="two")
    mirror.model.show_document("two")
    mirror.write()
    assert mirror.textCursor().blockNumber() == 1, "a shorter one: its last line"


def test_reading_by_key_changes_nothing_and_tab_leaves(mirror):
    mirror.write()
    before = mirror.toPlainText()
    mirror.setFocus()
    for key in (Qt.Key.Key_X, Qt.Key.Key_Delete, Qt.Key.Key_Return):
        QTest.keyClick(mirror, key)
    QTest.keyClick(mirror, Qt.Key.Key_Down)
    assert mirror.toPlainText() == before
    assert mirror.tabChangesFocus()


@pytest.mark.parametrize(
    "text", ["\ufeffOdd\ufdd0 \ud83d text\r\nsays “here 😀” it\x00.\x0b", "“here 😀” قال\u2028«نعم»"]
)
def test_text_that_qt_would_change_is_shown_line_by_line(qtbot, text):
    source = FixedSource(article_of(text, [quote_of(text, "“here 😀”")], ["أنا" * 3_000]))
    model = ArticleModel(source)
    made = shown(qtbot, Mirror(model), 600)
    model.show_document("sample")
    made.write()
    lines = [display_copy(part) for part in spoken(model).splitlines()]
    assert made.blockCount() == len(lines)
    assert "“here 😀” [end of 1]" in made.toPlainText()


def test_a_long_article_is_written_soon_enough(qtbot, big):
    model = ArticleModel(FixedSource(big))
    made = shown(qtbot, Mirror(model), 600)
    model.show_document("big")
    made.write()
    assert made.toPlainText().count("[quote ") == 10_000
