"""The table of all quotes: what its columns say, how it is filtered and sorted, and what it takes in later."""

import random

import pytest
from msgspec import structs
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from core.model.overview import QuoteRow
from core.model.terms import Kind, SpeakerType, Status, Via
from gui.models.quotes import (
    ACTS,
    HEADINGS,
    KEYS,
    MOST_RANGES,
    ROW,
    TEXTS,
    UNKNOWN,
    Column,
    Part,
    QuotesFilter,
    QuotesModel,
    date,
    how,
    remark,
    speaker,
    spoken,
    status,
)
from tests.support.pace import in_time

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def row(document_id, number, words, **fields):
    made = {"title": {"a": "Harbour closed", "b": "Élan vital"}[document_id], "quote_id": f"{document_id}{number}"}
    return QuoteRow(document_id=document_id, number=number, words=words, **(made | {"kind": Kind.DIRECT} | fields))


ANA = {"speaker_id": "s1", "speaker_name": "Ana Ruiz", "speaker_type": SpeakerType.NAMED}
BEN = {"speaker_id": "s2", "speaker_name": "ben Okoro", "speaker_type": SpeakerType.NAMED}
LATE, EARLY = "2026-11-23T20:17:34.123Z", "2026-11-23T23:00:00+05:00"
ROWS = (
    row("a", 1, "We wait", **ANA, status=Status.ACCEPTED, via=Via.ENTER, decided_at=LATE, confidence=0.9, cue="said"),
    row("a", 2, "you go", **BEN, doubtful=True, confidence=0.41, flagged=True, kind=Kind.MIXED),
    row("a", 10, "No", speaker_type=SpeakerType.COLLECTIVE, comment="Really?\nAsk  again", sure=False),
    row("b", 1, "Yes", **ANA, status=Status.ADDED, via=Via.EDIT, fast=True, by_hand=True, decided_at=EARLY),
    row("b", 2, "Perhaps", confidence=0.86, kind=Kind.INDIRECT, sure=False),
)


@pytest.fixture
def quotes():
    made = QuotesModel()
    made.show_rows(ROWS)
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return made


@pytest.fixture
def shown(quotes):
    made = QuotesFilter(quotes)
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return made


def picture(model):
    return " ".join(model.index(place, 0).data(ROW).quote_id for place in range(model.rowCount()))


def said(model, place):
    return [model.index(place, column).data() for column in range(model.columnCount())]


def test_each_column_says_its_part(quotes):
    day = date(ROWS[0])
    assert said(quotes, 0) == (
        ["1", "Harbour closed", "We wait", "Ana Ruiz", "Direct", "said", "Accepted", "Enter", "", "", day]
    )
    assert said(quotes, 1)[3:9] == ["ben Okoro", "Mixed", "", "Doubtful 41%", "", "Flagged"]
    assert said(quotes, 2)[3:] == ["Collective", "Direct", "", "Suggested", "", "", "Unsure: Really? Ask again", ""]
    assert said(quotes, 3)[6:8] == ["Added", "Edit, fast"]
    assert said(quotes, 4)[6:10] == ["Suggested 86%", "", "", "Unsure"]
    assert len(HEADINGS) == len(TEXTS) == len(KEYS) == len(Column) == quotes.columnCount()
    assert (quotes.rowCount(quotes.index(0, 0)), quotes.columnCount(quotes.index(0, 0))) == (0, 0)
    assert quotes.data(QModelIndex()) is None


def test_every_act_and_every_unknown_speaker_has_a_word():
    assert set(ACTS) == set(Via)
    assert set(UNKNOWN) == set(SpeakerType)
    assert how(structs.replace(ROWS[0], via=Via.BULK)) == "In bulk"
    assert speaker(structs.replace(ROWS[2], speaker_name="an official")) == "an official"
    assert status(structs.replace(ROWS[1], confidence=None)) == "Doubtful"
    assert status(structs.replace(ROWS[1], via=Via.PROPAGATED)) == "Doubtful", "the figure is of another speaker"
    assert remark(ROWS[0]) == ""


def test_a_day_is_told_in_local_time_and_what_is_no_date_as_it_stands():
    assert len(date(ROWS[0])) == len("2026-11-23 20:17")
    assert date(ROWS[0]).startswith("2026-11-2")
    assert date(structs.replace(ROWS[0], decided_at="2026-11-23T20:17:34")) == date(ROWS[0])
    assert [date(structs.replace(ROWS[0], decided_at=at)) for at in ("soon", None)] == ["soon", ""]
    assert date(structs.replace(ROWS[0], decided_at="0001-01-01T00:00:00+14:00")).startswith("0001-01-01")


def test_tooltips_have_all_of_it_and_screen_readers_a_sentence(quotes):
    tip, told = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
    assert quotes.index(2, Column.COMMENT).data(tip) == "Really?\nAsk  again"
    assert quotes.index(0, Column.QUOTE).data(tip) == "We wait"
    assert quotes.index(4, Column.COMMENT).data(tip) == "Unsure"
    sentence = "Quote 2 of Harbour closed, ben Okoro: you go, mixed, Doubtful 41%, Flagged"
    assert quotes.index(1, Column.QUOTE).data(told) == sentence == spoken(ROWS[1])
    assert [quotes.index(1, column).data(told) for column in (Column.STATUS, Column.CUE)] == [
        "Status: Doubtful 41%",
        "Cue: none",
    ]
    assert quotes.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None


def test_headings(quotes):
    across = Qt.Orientation.Horizontal
    assert [quotes.headerData(section, across) for section in range(11)] == list(HEADINGS)
    assert quotes.headerData(0, Qt.Orientation.Vertical) is None
    right = quotes.headerData(0, across, Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight
    assert not quotes.headerData(2, across, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert quotes.headerData(0, across, Qt.ItemDataRole.AccessibleTextRole) == "Number"
    assert quotes.headerData(2, across, Qt.ItemDataRole.AccessibleTextRole) is None
    quotes.sort(Column.STATUS, DOWN)
    assert quotes.headerData(Column.STATUS, across) == "Status ↓"
    quotes.sort(Column.KIND)
    assert [quotes.headerData(column, across) for column in (Column.KIND, Column.STATUS)] == ["Kind ↑", "Status"]


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (Column.NUMBER, "a1 b1 a2 b2 a10"),
        (Column.ARTICLE, "a1 a2 a10 b1 b2"),
        (Column.QUOTE, "a10 b2 a1 b1 a2"),
        (Column.SPEAKER, "a1 b1 a2 a10 b2"),
        (Column.KIND, "a1 a10 b1 a2 b2"),
        (Column.CUE, "a1 a2 a10 b1 b2"),
        (Column.STATUS, "a2 a10 b2 a1 b1"),
        (Column.HOW, "b1 a1 a2 a10 b2"),
        (Column.FLAG, "a2 a1 a10 b1 b2"),
        (Column.COMMENT, "b2 a10 a1 a2 b1"),
        (Column.DATE, "b1 a1 a2 a10 b2"),
    ],
)
def test_every_column_sorts(shown, column, order):
    shown.sort(column, UP)
    assert picture(shown) == order
    shown.sort(column, DOWN)
    shown.sort(-1)
    assert picture(shown) == "a1 a2 a10 b1 b2"


def test_descending_keeps_equals_in_the_order_of_their_articles(quotes):
    quotes.sort(Column.NUMBER, DOWN)
    assert picture(quotes) == "a10 a2 b2 a1 b1"


def test_sorting_takes_marked_places_along(shown):
    kept = QPersistentModelIndex(shown.index(1, Column.QUOTE))
    shown.sort(Column.QUOTE)
    assert (kept.row(), kept.data()) == (4, "you go")
    shown.search("you")
    assert (kept.row(), kept.data()) == (0, "you go")


def test_all_words_must_occur_in_what_was_said_speaker_comment_or_title(shown):
    for words, left in (
        ("", "a1 a2 a10 b1 b2"),
        ("HARBOUR ana", "a1"),
        ("  ruiz  ", "a1 b1"),
        ("ask really", "a10"),
        ("ÉLAN", "b1 b2"),
        ("collective", "a10"),
        ("waitana", ""),
    ):
        shown.search(words)
        assert picture(shown) == left, words


def test_parts_of_the_table_and_their_counts(shown, quotes):
    wanted = {
        Part.ALL: "a1 a2 a10 b1 b2",
        Part.TO_CHECK: "a2 a10 b2",
        Part.DOUBTFUL: "a2",
        Part.FLAGGED: "a2",
        Part.UNSURE: "a10 b2",
        Part.COMMENTED: "a10",
        Part.FAST: "b1",
        Part.BY_HAND: "b1",
    }
    assert set(wanted) == set(Part)
    for part, left in wanted.items():
        shown.choose(part)
        assert picture(shown) == left
        assert quotes.counts[part] == len(left.split()) == sum(map(part.holds, ROWS))


def test_a_speakers_quotes(shown, quotes):
    assert quotes.speakers() == [("s1", "Ana Ruiz", 2), ("s2", "ben Okoro", 1)]
    shown.choose_speaker("s1")
    shown.choose(Part.BY_HAND)
    assert picture(shown) == "b1"
    shown.choose(Part.ALL)
    shown.search("wait")
    assert (picture(shown), shown.row(0)) == ("a1", ROWS[0])
    shown.search("")
    shown.choose_speaker("")
    assert shown.rowCount() == 5


def test_changed_rows_are_told_and_counted(quotes, shown):
    told = []
    quotes.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    changed = [structs.replace(each, status=Status.ACCEPTED, doubtful=False) for each in ROWS[1:3]]
    quotes.put([ROWS[0], *changed, structs.replace(ROWS[4], comment="later")])
    assert told == [(1, 2), (4, 4)]
    assert (quotes.counts[Part.TO_CHECK], quotes.counts[Part.COMMENTED], quotes.counts[Part.DOUBTFUL]) == (1, 2, 0)
    shown.search("later")
    assert picture(shown) == "b2"


def test_a_row_that_no_longer_fits_goes_from_sight(quotes, shown):
    shown.choose(Part.TO_CHECK)
    assert picture(shown) == "a2 a10 b2"
    quotes.put([structs.replace(ROWS[2], status=Status.ACCEPTED)])
    assert picture(shown) == "a2 b2"


def test_new_rows_find_their_place(quotes, shown):
    quotes.put([row("a", 3, "New"), row("b", 3, "Newer")])
    assert picture(shown) == "a1 a2 a3 a10 b1 b2 b3"
    shown.sort(Column.QUOTE)
    quotes.put([row("a", 4, "Oh")])
    assert picture(shown) == "a3 b3 a10 a4 b2 a1 b1 a2"
    assert quotes.counts[Part.ALL] == 8


def test_what_an_article_no_longer_has_goes(quotes, shown):
    left = [structs.replace(ROWS[0], flagged=True), structs.replace(ROWS[2], number=2)]
    quotes.take_in(["a"], left)
    assert picture(shown) == "a1 a10 b1 b2"
    assert [each.number for each in quotes.rows] == [1, 2, 1, 2]
    assert (quotes.counts[Part.ALL], quotes.counts[Part.FLAGGED], quotes.counts[Part.DOUBTFUL]) == (4, 1, 0)
    quotes.take_in(["b"], [])
    assert picture(shown) == "a1 a10"
    quotes.put([structs.replace(ROWS[0], words="Later")])
    assert said(quotes, 0)[2] == "Later"
    quotes.take_in(["a"], ROWS[:3])
    assert picture(shown) == "a1 a2 a10"


def test_very_many_changes_are_told_as_a_whole(quotes):
    many = [row("a", number, f"Words {number}") for number in range(1, 4 * MOST_RANGES)]
    quotes.show_rows([*many, *ROWS[3:]])
    told, anew = [], []
    quotes.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    quotes.modelReset.connect(lambda: anew.append(1))
    quotes.put([structs.replace(each, flagged=True) for each in many[::2]])
    assert told == [(0, len(many) - 1)]
    assert quotes.counts[Part.FLAGGED] == len(many[::2])
    quotes.sort(Column.ARTICLE, DOWN)
    quotes.take_in(["a"], many[::2])
    assert anew == [1]
    assert (quotes.rowCount(), quotes.counts[Part.ALL]) == (len(many[::2]) + 2, len(many[::2]) + 2)
    quotes.sort(-1)
    assert [each.document_id for each in quotes.rows] == ["a"] * len(many[::2]) + ["b", "b"]


def test_long_wandering_agrees_with_a_plain_list(quotes, shown):
    chance, plain = random.Random(3), {each.quote_id: each for each in ROWS}
    for _ in range(200):
        document_id = chance.choice("ab")
        mine = [each for each in plain.values() if each.document_id == document_id and chance.random() < 0.9]
        mine = [structs.replace(each, flagged=chance.random() < 0.3) for each in mine]
        if chance.random() < 0.5:
            mine.append(row(document_id, chance.randrange(3, 40), "x"))
        plain = {key: each for key, each in plain.items() if each.document_id != document_id}
        plain |= {each.quote_id: each for each in mine}
        quotes.take_in([document_id], [each for each in plain.values() if each.document_id == document_id])
        shown.choose(chance.choice((Part.ALL, Part.FLAGGED)))
        shown.sort(chance.randrange(-1, 11), chance.choice((UP, DOWN)))
        fitting = {key for key, each in plain.items() if shown.part.holds(each)}
        assert set(picture(shown).split()) == fitting
        assert quotes.counts[Part.FLAGGED] == sum(each.flagged for each in plain.values())


def test_a_hundred_thousand_rows_are_filtered_while_one_types():
    words = "that the council has been asked to wait for another meeting before any plan can be signed"
    rows = [row("a", number, f"{words} {number}", quote_id=str(number)) for number in range(100_000)]
    quotes = QuotesModel()
    quotes.show_rows(rows)
    shown = QuotesFilter(quotes)
    with in_time(3.0):
        shown.search("council 9999")
        assert shown.rowCount() == sum("9999" in str(number) for number in range(100_000))
