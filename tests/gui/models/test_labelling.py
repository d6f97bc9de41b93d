"""What was never labelled is labelled when it opens, once; the answer goes to the desk."""

import json
import shutil

import pytest
from msgspec import structs
from PySide6.QtCore import QObject, Signal

from core.desk.desk import Desk
from core.errors import BadInput
from core.formats.jsonl import encode
from core.model.records import Layer
from core.model.terms import State
from gui.models.labelling import read_line
from tests.gui.frame import ANNOTATOR, Frame, lines


class FakeJobs(QObject):
    """Takes jobs and answers when told to, in place of the worker."""

    started, progressed = Signal(str), Signal(str, float)
    answered, failed, idle = Signal(str, dict), Signal(str, str), Signal()

    def __init__(self):
        super().__init__()
        self.asked = []
        self.ever = []

    def label(self, document_id, text, *, language=None, model=""):
        self.asked.append(document_id)
        self.ever.append(document_id)

    def cancel(self):
        self.asked.clear()

    def shut_down(self):
        self.asked.clear()

    def process_id(self):
        return 0


@pytest.fixture
def jobs(qapp):
    return FakeJobs()


@pytest.fixture
def bare(jobs, tmp_path):
    """The window on two articles that nobody labelled."""
    desk = Desk.create(tmp_path / "bare.qdesk", ANNOTATOR)
    desk.bring_in([structs.replace(line, layer=Layer()) for line in lines()])
    desk.close()
    made = Frame(tmp_path, jobs=jobs)
    made.application.open([tmp_path / "bare.qdesk"])
    yield made
    made.close()


def test_an_article_is_asked_for_when_it_opens_and_once_only(bare, jobs):
    selection = bare.models.selection
    selection.select_document("two")
    selection.select_document("seed")
    assert jobs.asked == ["seed", "two"]


def test_a_project_that_opens_asks_once(bare, jobs, tmp_path):
    assert jobs.ever == ["seed"]
    twin = shutil.copy(tmp_path / "bare.qdesk", tmp_path / "twin.qdesk")
    bare.application.open([twin])
    assert (jobs.ever, jobs.asked) == (["seed", "seed"], ["seed"])
    bare.desktop.bridge.close()
    assert (jobs.ever, jobs.asked) == (["seed", "seed"], [])


def test_what_is_labelled_already_is_not_asked_for(frame):
    frame.models.labelling.look()
    assert frame.application.jobs.busy_with == ""


def test_the_state_is_told_with_the_title(bare, jobs):
    told = []
    bare.models.labelling.state_changed.connect(lambda title, progress: told.append((title, progress)))
    title = bare.models.watch.documents.row("seed").title
    jobs.started.emit("seed")
    jobs.progressed.emit("seed", 0.5)
    jobs.progressed.emit("elsewhere", 0.25)
    jobs.idle.emit()
    assert told == [(title, 0.0), (title, 0.5), ("elsewhere", 0.25), ("", 0.0)]


def test_a_failure_is_told_and_the_article_may_be_asked_for_again(bare, jobs):
    jobs.failed.emit("seed", "The labelling gave no answer.")
    assert bare.told[-1] == "The labelling gave no answer."
    bare.models.labelling.look()
    assert jobs.asked == ["seed", "seed"]


def test_an_answer_is_stored_and_shown(bare, jobs):
    jobs.answered.emit("seed", json.loads(encode(lines()[0])))
    assert bare.speakers() == "lu la lu lu lu lu lu lu la la la la"
    assert bare.at == 1
    assert len(bare.stored().quotes) == 12


def test_an_answer_that_is_no_line_changes_nothing(bare, jobs):
    jobs.answered.emit("seed", {"nonsense": 1})
    assert "can't be used" in bare.told[-1]
    assert bare.models.article.quotes == []


def test_cancelling_lets_an_article_be_asked_for_again(bare, jobs):
    bare.models.labelling.cancel()
    assert jobs.asked == []
    bare.models.labelling.look()
    assert jobs.asked == ["seed"]


def test_an_article_is_complete_only_when_its_labels_are_there(bare, jobs):
    labelling = bare.models.labelling
    assert labelling.is_due("seed")
    bare.press("ctrl+enter", "ctrl+enter", "ctrl+enter")
    assert (bare.models.selection.document_id, bare.models.article.state) == ("seed", State.NEW)
    assert bare.told[-1].startswith("This article is still being labelled. Nothing was changed.")
    jobs.answered.emit("seed", json.loads(encode(lines()[0])))
    assert not labelling.is_due("seed")
    bare.press("ctrl+enter")
    assert "12 of 12 quotes are not checked" in bare.told[-1]


@pytest.mark.parametrize("why", ["cancelled", "failed"])
def test_an_article_whose_labels_will_not_come_can_be_complete(bare, jobs, why):
    if why == "cancelled":
        bare.models.labelling.cancel()
    else:
        jobs.failed.emit("seed", "The model is not installed.")
    for _ in range(12):  # it looks like speech here and there
        bare.press("ctrl+enter")
        if bare.models.selection.document_id != "seed":
            break
    assert bare.models.watch.documents.row("seed").state is State.COMPLETE
    assert not bare.models.labelling.is_due("seed")


def test_labels_that_come_after_all_are_not_shown_until_the_article_is_opened_again(bare, jobs):
    bare.models.selection.select_document("two")
    bare.models.labelling.cancel()
    bare.press("ctrl+enter", "ctrl+enter", "ctrl+pgdown")
    assert bare.models.article.state is State.COMPLETE
    jobs.answered.emit("two", json.loads(encode(lines()[1])))
    assert (bare.models.article.state, bare.models.article.quotes) == (State.COMPLETE, [])
    bare.application.menus.run("reopen")
    assert (bare.models.article.state, len(bare.models.article.quotes)) == (State.IN_WORK, 1)
    bare.press("ctrl+z")
    assert (bare.models.article.state, bare.models.article.quotes) == (State.COMPLETE, [])
    bare.settle()
    row = bare.models.watch.documents.row("two")
    assert (row.checked, row.total) == (0, 0)


def test_a_line_that_is_no_article_is_bad_input():
    with pytest.raises(BadInput, match="Nothing was changed"):
        read_line({})
