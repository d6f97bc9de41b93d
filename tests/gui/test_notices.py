"""What people are told: a sentence, a dialog or a report, by the kind of error."""

import sys

import pytest

from core.errors import BadInput, ProjectProblem, UserMistake
from gui.notices import Notices


@pytest.fixture
def notices():
    made = Notices()
    made.told = []
    for name in ("said", "refused", "hindered", "broken"):
        getattr(made, name).connect(lambda words, name=name: made.told.append((name, words)))
    return made


def caught(error):
    try:
        raise error
    except BaseException as known:
        return type(known), known, known.__traceback__


@pytest.mark.parametrize(
    ("error", "way"),
    [(UserMistake("No."), "refused"), (BadInput("No."), "refused"), (ProjectProblem("No."), "hindered")],
)
def test_an_error_of_ours_is_told_in_its_way_wherever_it_comes_from(notices, capsys, error, way):
    notices.tell(error)
    notices.report(*caught(error))
    assert notices.told == [(way, "No.")] * 2
    assert capsys.readouterr().err == ""


def test_a_fault_is_reported_with_its_trace_also_on_stderr(notices, capsys):
    notices.tell(caught(KeyError("lost"))[1])
    (way, told), *others = notices.told
    assert (way, others) == ("broken", [])
    assert told.startswith("Traceback")
    assert "in caught" in told
    assert told.endswith("KeyError: 'lost'\n")
    assert capsys.readouterr().err == told


def test_ctrl_c_is_no_fault(notices, capsys):
    notices.report(*caught(KeyboardInterrupt()))
    assert notices.told == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_watching_takes_what_nobody_caught(notices, monkeypatch, capsys):
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    notices.watch()
    sys.excepthook(*caught(ValueError("odd")))
    assert [way for way, _ in notices.told] == ["broken"]
