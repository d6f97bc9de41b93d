"""The bridge: commands reach the desk, changes come out as signals, refusals are told and change nothing."""

import pytest

from core.commands.attribution import AcceptSuggestion
from core.commands.quotes import FlagQuote
from core.errors import ProjectProblem, UserMistake
from gui.bridge import Bridge
from tests.support.projects import act, bare, ids, line, new_project, opened, seed_line


@pytest.fixture
def bridge(tmp_path):
    made = Bridge()
    made.told = []
    made.changed.connect(lambda change: made.told.append(change.code))
    made.project_changed.connect(lambda: made.told.append("project"))
    made.failed.connect(lambda error: made.told.append(type(error)))
    yield made
    made.close()


@pytest.fixture
def held(bridge, tmp_path):
    assert bridge.open(new_project(tmp_path / "p.qdesk"), "ana")
    bridge.told.clear()
    return bridge


def flag(quote_id, flagged=True):
    return FlagQuote(document_id="seed", quote_id=quote_id, flagged=flagged)


def test_without_a_project_everything_is_refused_in_words(bridge):
    assert (bridge.is_open, bridge.path, bridge.article("seed")) == (False, None, None)
    assert bridge.run(flag("q")) is bridge.undo() is bridge.redo() is bridge.revert(1) is None
    assert bridge.take_labels(seed_line()) is bridge.bring_in([]) is None
    assert bridge.told == [UserMistake] * 6
    with pytest.raises(UserMistake, match="No project is open"):
        bridge.queries  # noqa: B018


def test_a_project_is_made_used_and_left_whole(bridge, tmp_path):
    path = tmp_path / "new.qdesk"
    assert bridge.open(path, "ana", new=True)
    assert bridge.path == path
    assert bridge.bring_in([bare(line("Nobody spoke."))]).document_ids == ("doc",)
    assert bridge.article("doc").document.text == "Nobody spoke."
    bridge.close()
    bridge.close()
    assert bridge.told == ["project", "import", "project"]
    assert [each.name for each in tmp_path.iterdir()] == ["new.qdesk"]


def test_steps_go_in_and_changes_come_out(held, tmp_path):
    first = held.queries.article("seed").quotes[0].id
    change = held.run(flag(first))
    held.undo()
    held.redo()
    held.revert(change.revision)
    assert held.told == ["flag", "undo", "redo", "revert"]
    assert not held.patch("seed", [first]).quotes[first].flagged
    assert held.export(tmp_path / "out.jsonl", format="jsonl", which="all") == 1


def test_a_refused_step_is_told_once_and_changes_nothing(held):
    before = held.article("seed")
    assert held.run(AcceptSuggestion(document_id="seed", quote_id="none", act=act())) is None
    assert held.told == [UserMistake]
    assert held.article("seed") == before


def test_a_project_that_can_not_be_opened_leaves_the_other_open(held, tmp_path):
    foreign = tmp_path / "foreign.qdesk"
    foreign.write_text("Dear diary")
    path = held.path
    assert not held.open(foreign, "ana")
    assert held.told == [ProjectProblem]
    assert held.path == path
    assert held.run(flag(held.queries.article("seed").quotes[0].id)) is not None


def test_work_by_another_program_is_seen(held, qtbot):
    with opened(held.path, "bo") as other:
        other.run(flag(ids(other)[0]))
    held._poll.start(5)
    with qtbot.waitSignal(held.changed, timeout=3000) as seen:
        pass
    assert seen.args[0].sweeping
