"""Bringing articles in: asked where it should be, told in full, left as it was where it was cancelled."""

import csv

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from core.formats.jsonl import Jsonl
from core.model.terms import Status
from gui.actions import importing, opening
from gui.dialogs import progress
from gui.dialogs.import_ import Import
from gui.dialogs.progress import Progress
from gui.dialogs.told import Outcome
from tests.gui.answers import answer
from tests.support.projects import line, quote

STORY = "It rained in the valley for the third day, and the river rose over the old bridge near the mill. "


@pytest.fixture(autouse=True)
def no_labelling(monkeypatch):
    monkeypatch.setattr("gui.jobs.Jobs.label", lambda *given, **named: None)


@pytest.fixture
def table(tmp_path):
    def made(*rows, name="table.csv"):
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        with path.open("w", newline="", encoding="utf-8") as out:
            csv.writer(out).writerows([("id", "text"), *rows])
        return path

    return made


def add(frame, *paths, act=lambda dialog: dialog.add.click()):
    answer(act, Import)
    return opening.open_articles(frame.desktop, list(paths))


def ids(frame):
    return [row.id for row in frame.models.watch.documents.rows]


def outcome(frame):
    (found,) = [each for each in frame.window.findChildren(Outcome) if each.isVisible()]
    told = (found.windowTitle(), found.said.text(), found.list.toPlainText())
    found.close()
    return told


def no_outcome(frame):
    return not any(each.isVisible() for each in frame.window.findChildren(Outcome))


def test_what_came_in_is_said_and_shown(frame, table):
    assert add(frame, table(("a", "Words of a"), ("b", "Words of b")))
    assert ids(frame) == ["seed", "two", "a", "b"]
    assert frame.models.selection.document_id == "a"
    assert frame.told[-1] == "2 articles added."
    assert no_outcome(frame)


def test_who_cancels_adds_nothing(frame, table):
    assert not add(frame, table(("a", "Words of a")), act=lambda dialog: dialog.cancel.click())
    assert (ids(frame), frame.told) == (["seed", "two"], [])


def test_without_a_project_one_is_made_after_the_question(start, table):
    path = table(("a", "Words of a"))
    add(start, path, act=lambda dialog: dialog.reject())
    assert not path.with_suffix(".qdesk").exists()
    assert add(start, path)
    assert (start.desktop.bridge.path, ids(start)) == (path.with_suffix(".qdesk"), ["a"])


def test_everything_that_was_left_out_and_everything_alike_is_listed(frame, table):
    rows = [("a", STORY * 3), ("b", STORY * 3 + "The end."), ("c", " "), ("d", STORY * 3), ("two", "Other words")]
    assert add(frame, table(*rows))
    assert frame.told[-1].startswith("2 articles added. Left out: ")
    assert frame.told[-1].endswith(" (2 more). 1 is nearly the same as another.")
    title, said, told = outcome(frame)
    assert (title, said) == ("2 articles added", "3 were left out; 1 is nearly the same as another.")
    assert [line.split(": ")[-1] for line in told.splitlines()] == [
        "has no text in the column text",
        "an article of this id with another text is in the project already. This one was left out; give it another id.",
        "the same text is in the project already, as a.",
        "is nearly the same as a; both are in the project.",
    ]


def test_one_trouble_is_said_once_where_nobody_was_asked(frame, tmp_path):
    good, bad, worse = tmp_path / "good.txt", tmp_path / "bad.txt", tmp_path / "worse.txt"
    good.write_text("Words.")
    for each in (bad, worse):
        each.write_bytes(b"")
    assert opening.add_articles(frame.desktop, [bad, good])
    assert frame.told[-1] == f"1 article added. Left out: {bad}: is empty."
    assert no_outcome(frame)
    assert not opening.add_articles(frame.desktop, [bad, worse])
    assert frame.told[-1] == f"Nothing was added: {bad}: is empty (1 more)."
    assert outcome(frame) == ("Nothing was added", "2 were left out.", f"{bad}: is empty\n{worse}: is empty")


def test_a_thousand_troubles_are_counted_and_the_first_are_listed(frame, table):
    add(frame, table(("a", "Words"), *((str(n), "") for n in range(1000))))
    assert "(999 more)" in frame.told[-1]
    _, said, told = outcome(frame)
    assert said == "1000 were left out."
    assert len(told.splitlines()) == importing.MOST_TOLD + 1
    assert told.endswith("And 800 more.")


def test_a_large_project_is_not_compared(frame, table, monkeypatch):
    rows = [("a", STORY * 3), ("b", STORY * 3 + "The end.")]
    monkeypatch.setattr(importing, "MOST_COMPARED", 3)
    add(frame, table(*rows))
    assert frame.told[-1] == "2 articles added."
    monkeypatch.setattr(importing, "MOST_COMPARED", 5)
    add(frame, table(("e", STORY * 3 + "At last.")))
    assert frame.told[-1] == "1 article added. 1 is nearly the same as another."
    assert outcome(frame)[1] == "1 is nearly the same as another."


def test_quotes_come_in_as_was_chosen(frame, tmp_path):
    line = '{{"id": "{id}", "text": "“Yes,” {id} said.", "quotes": [{{"start": 0, "end": 6, "kind": "direct"}}]}}\n'
    first, second = tmp_path / "a.ndjson", tmp_path / "b.ndjson"
    first.write_text(line.format(id="a"), encoding="utf-8")
    second.write_text(line.format(id="b"), encoding="utf-8")

    def as_suggestions(dialog):
        while dialog.preview.step():
            pass
        dialog.as_suggestions.setChecked(True)
        dialog.add.click()

    assert add(frame, first)
    assert [quote.checked for quote in frame.models.article.quotes] == [True]
    assert add(frame, second, act=as_suggestions)
    assert [quote.checked for quote in frame.models.article.quotes] == [False]


@pytest.fixture
def cancels(monkeypatch):
    """Cancel as soon as the progress is shown."""
    monkeypatch.setattr(progress, "PATIENCE", 0)
    timer = QTimer(interval=0)

    def press():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Progress):
            dialog.cancel.click()

    timer.timeout.connect(press)
    timer.start()
    yield
    timer.stop()


def test_what_was_cancelled_is_not_there(frame, table, cancels):
    assert not add(frame, table(*((str(n), f"Words {n}") for n in range(500))))
    assert (ids(frame), frame.told[-1]) == (["seed", "two"], "Nothing was added.")
    assert QApplication.activeModalWidget() is None


def test_a_project_that_was_made_for_what_was_cancelled_goes_too(start, table, cancels):
    path = table(*((str(n), f"Words {n}") for n in range(500)))
    assert not add(start, path)
    assert [each.name for each in path.parent.iterdir()] == ["table.csv"]
    assert not start.desktop.bridge.is_open
    assert start.desktop.settings["recent_projects"] == []
    assert start.told[-1] == "Nothing was added."


def test_a_project_that_can_not_be_written_to_is_told(frame, table, monkeypatch):
    frame.desktop.bridge.path.unlink()
    before = ids(frame)
    assert not add(frame, table(("a", "Words")))
    assert "no longer there" in frame.told[-1]
    assert ids(frame) == before


def test_what_others_have_decided_is_told_since_it_is_not_shown(frame, tmp_path):
    path = tmp_path / "zed.jsonl"
    with path.open("wb") as out:
        Jsonl().write([checked("“Yes,” she said. “No.”", id="a", annotator="zed", quotes=2)], out)
    assert opening.open_articles(frame.desktop, [path])
    told = "1 article added. With 2 quotes that were decided by zed: kept, and not shown among yours."
    assert frame.told[-1] == told
    with path.open("wb") as out:
        for name, quotes in (("bo", 1), ("cy", 0), ("ana", 1)):
            Jsonl().write([checked("“Yes,” he wrote. “No.”", id="b", annotator=name, quotes=quotes)], out)
    assert opening.open_articles(frame.desktop, [path])
    assert frame.told[-1] == "1 article added. With 1 quote that was decided by bo: kept, and not shown among yours."


def checked(text, *, id, annotator, quotes):
    """An article of which somebody has decided so many quotes."""
    spans = [(0, 6), (17, 22)][:quotes]
    return line(text, *(quote(*each, status=Status.ACCEPTED) for each in spans), id=id, annotator=annotator)
