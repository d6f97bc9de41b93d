"""How a candidate looks: the bar of its share, the row under the cursor, and the tick of what was decided."""

import pytest
from msgspec import structs
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QListView

from core.model.records import Candidate, SecondSpeaker
from core.model.terms import Relation, SpeakerType, Status
from gui.models.article import ArticleModel
from gui.models.candidates import CandidatesModel
from gui.selection import Mode, Selection
from gui.theme import Theme
from gui.views.candidate_row import HEIGHT, CandidateRow
from tests.gui.looks import point_at_row, row_rect, seen, shown
from tests.support.articles import FixedSource, article_of, quote_of

TEXT = "“We will wait,” Ana Ruiz said."
MANY = (
    Candidate(name="Ana Ruiz", speaker_id="s1", confidence=0.8, evidence="subject of “said”"),
    Candidate(name="A name " * 20, speaker_id="s2", confidence=0.2),
    Candidate(name="Somebody else", confidence=0.0),
)


@pytest.fixture
def rows(qtbot):
    quote = quote_of(TEXT, "“We will wait,”", candidates=MANY)
    model, selection = ArticleModel(FixedSource(article_of(TEXT, [quote], ("Ana Ruiz", "A name")))), Selection()
    made = QListView()
    made.setModel(CandidatesModel(model, selection, made))
    made.setItemDelegate(CandidateRow(Theme(), made))
    made.setMouseTracking(True)
    made.article, made.selection, made.quote = model, selection, quote
    model.show_document("sample")
    selection.select_quote(quote.id)
    return shown(qtbot, made, 340, 240)


def right(rows, row):
    area = row_rect(rows, row)
    return QRect(area.right() - 57, area.y(), 58, area.height())


def test_the_bar_is_as_long_as_the_share_in_the_speakers_colour(rows):
    first, second = (seen(rows.viewport(), right(rows, row)) for row in range(2))
    assert first["#08457f"] > 3 * second["#973d10"] > 0
    assert second["#dedcd5"] > first["#dedcd5"] > 0


def test_a_candidate_nobody_has_weighed_has_neither_figure_nor_bar(rows):
    seen_there = seen(rows.viewport(), right(rows, 2))
    assert not {"#5d636c", "#dedcd5"} & set(seen_there)
    assert len(seen_there) == 1, "not a pixel of a figure either"


def test_every_row_is_as_high_as_the_next(rows):
    assert [row_rect(rows, row).height() for row in range(3)] == [HEIGHT] * 3


def test_a_long_name_stops_before_the_figures(rows):
    before = seen(rows.viewport(), right(rows, 1))
    candidates = (MANY[0], structs.replace(MANY[1], name="Li"), MANY[2])
    rows.article._source.put("sample", structs.replace(rows.quote, candidates=candidates))
    rows.article.refresh([rows.quote.id])
    rows.model().catch_up()
    assert rows.model().index(1, 0).data() == "Li"
    assert seen(rows.viewport(), right(rows, 1)) == before


def test_the_row_under_the_cursor_has_the_accent_edge(rows):
    rows.setCurrentIndex(rows.model().index(1, 0))
    assert seen(rows.viewport(), row_rect(rows, 1))["#4449c4"] > 500
    assert seen(rows.viewport(), row_rect(rows, 0))["#4449c4"] == 0


def test_the_row_under_the_pointer_is_lit(rows):
    assert seen(rows.viewport(), row_rect(rows, 2))["#eceae5"] == 0
    point_at_row(rows, 2)
    assert seen(rows.viewport(), row_rect(rows, 2))["#eceae5"] > 5000


def test_what_was_decided_has_a_tick(rows):
    changed = structs.replace(rows.quote, status=Status.CORRECTED, speaker_type=SpeakerType.COLLECTIVE)
    rows.article._source.put("sample", changed)
    rows.article.refresh([changed.id])
    rows.selection.set_mode(Mode.NOBODY)
    rows.model().catch_up()
    ticked = [seen(rows.viewport(), right(rows, row))["#1f6f3f"] for row in range(3)]
    assert ticked[1] > 5
    assert ticked[0] == ticked[2] == 0


def test_who_says_it_too_has_a_tick_and_no_share(rows):
    also = structs.replace(rows.quote, more_speakers=(SecondSpeaker(relation=Relation.JOINT, speaker_id="s2"),))
    rows.article._source.put("sample", also)
    rows.article.refresh([also.id])
    rows.selection.set_mode(Mode.SECOND)
    rows.model().catch_up()
    ticked = [seen(rows.viewport(), right(rows, row))["#1f6f3f"] for row in range(3)]
    assert ticked[1] > 5
    assert ticked[0] == ticked[2] == 0
    assert seen(rows.viewport(), right(rows, 0))["#dedcd5"] == 0


def test_the_figure_stands_level_with_the_name(rows):
    ink = Theme().colour("ink2").name()
    name = Theme().colour("ink").name()
    for row in (0, 1):
        area = row_rect(rows, row)
        image = rows.viewport().grab(area).toImage()

        def lowest(columns, colours, image=image):
            top = range(30 if row else 22)  # noqa: B023 - above bar and reason
            return max(y for y in top for x in columns if image.pixelColor(x, y).name() in colours)

        assert (
            abs(lowest(range(40, 60), {name}) - lowest(range(area.width() - 57, area.width() - 20), {ink, name})) <= 1
        )
