"""The bridge: commands reach the desk, changes come out as signals, refusals are told and change nothing."""

import pytest
from msgspec import structs

from core.commands.attribution import AcceptSuggestion
from core.commands.quotes import FlagQuote
from core.commands.roster import MergeSpeakers
from core.desk.manifest import Chosen
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


def test_the_project_before_is_let_go_of_before_the_next_one_is_told_of(bridge, tmp_path):
    told = []
    bridge.let_go.connect(lambda: told.append(f"gone {bridge.annotator}"))
    bridge.project_changed.connect(lambda: told.append(f"here {bridge.annotator}"))
    for name, annotator in (("a", "ana"), ("b", "bo")):
        assert bridge.open(tmp_path / f"{name}.qdesk", annotator, new=True)
    bridge.close()
    bridge.close()
    assert told == ["here ana", "gone ", "here bo", "gone ", "here "]


def test_steps_go_in_and_changes_come_out(held, tmp_path):
    first = held.queries.article("seed").quotes[0].id
    change = held.run(flag(first))
    held.undo()
    held.redo()
    held.revert(change.revision)
    assert held.told == ["flag", "undo", "redo", "revert"]
    assert not held.patch("seed", [first]).quotes[first].flagged
    assert held.export(tmp_path / "out.jsonl", Chosen(format="jsonl", which="all")).count == 1


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


def test_what_another_program_did_is_seen_at_once_where_it_hindered_a_key(held):
    quote, *_ = held.article("seed").quotes
    kept = next(each for each in held.article("seed").speakers if each != quote.speaker_id)
    with opened(held.path, "bo") as other:
        other.run(MergeSpeakers(kept_id=kept, gone_id=quote.speaker_id))
    command = AcceptSuggestion(document_id="seed", quote_id=quote.id, act=act(), seen=quote)
    assert held.run(command) is None
    assert held.told == [UserMistake, "elsewhere"]
    assert held.run(structs.replace(command, seen=held.article("seed").quotes[0])) is not None


def test_after_trouble_with_the_file_the_window_looks_on(held, qtbot, tmp_path):
    path, first = held.path, held.article("seed").quotes[0].id
    path.rename(tmp_path / "elsewhere.qdesk")
    assert held.run(flag(first)) is None
    assert not held._poll.isActive()
    (tmp_path / "elsewhere.qdesk").rename(path)
    assert held.run(flag(first)) is not None
    with opened(path, "bo") as other:
        other.run(flag(first))
    held._poll.setInterval(5)
    with qtbot.waitSignal(held.changed, timeout=3000) as seen:
        pass
    assert seen.args[0].code == "elsewhere"


def seen_meanwhile(held, act):
    """Bring two articles in, and do something while the second one is being read; returns what that gave."""
    found = []

    def lines():
        yield bare(line("First words.", id="one"))
        found.append(act())
        yield bare(line("Second words.", id="two"))

    assert held.bring_in(lines()).documents == 2
    return found[0]


def test_during_an_import_questions_are_answered_as_if_it_had_not_begun(held):
    def ask():
        return [row.id for row in held.queries.documents()], held.article("one"), held.article("seed").document.id

    assert seen_meanwhile(held, ask) == (["seed"], None, "seed")
    assert [row.id for row in held.queries.documents()] == ["seed", "one", "two"]
    assert held._beside is None


def test_during_an_import_nothing_else_is_written(held):
    first = held.queries.article("seed").quotes[0].id
    assert seen_meanwhile(held, lambda: (held.run(flag(first)), held.undo(), held._look())) == (None, None, None)
    assert held.told == [UserMistake, UserMistake, "import"]
    assert not held.patch("seed", [first]).quotes[first].flagged
    assert held.run(flag(first)) is not None


def test_labels_that_come_during_an_import_are_stored_after_it(held):
    assert seen_meanwhile(held, lambda: held.take_labels(seed_line())) is None
    assert held.told == ["import", "label"]


def test_what_breaks_off_an_import_goes_on_and_nothing_was_added(held):
    class Enough(Exception):
        pass

    def lines():
        yield bare(line("First words.", id="one"))
        assert held.article("seed") is not None
        held.take_labels(seed_line())
        raise Enough

    with pytest.raises(Enough):
        held.bring_in(lines())
    assert held.told == ["label"]
    assert [row.id for row in held.queries.documents()] == ["seed"]
    assert held.bring_in([bare(line("First words.", id="one"))]).documents == 1


def test_near_duplicates_are_told(held):
    words = "It rained in the valley for the third day, and the river rose over the old bridge. " * 3
    held.bring_in([bare(line(words, id="one")), bare(line(words + "The end.", id="two"))])
    assert held.near_duplicates(["two"]) == ["two: is nearly the same as one; both are in the project."]
    assert held.near_duplicates([]) == []
