"""What every command owes, the newest too: undo leaves no trace, redo brings all back, the Change names each row."""

import pytest
from msgspec import structs

from core.errors import UserMistake
from tests.core.commands.samples import SAMPLES, command_classes
from tests.support.projects import dump, opened

COMMANDS = command_classes()


def touched(before, after):
    """The (table, row) pairs that differ between two dumps, either side."""
    return [
        (table, row)
        for table in before
        for side, other in ((before, after), (after, before))
        for row in side[table]
        if row not in other[table]
    ]


def check_named(change, rows, layers):
    for table, row in rows:
        if table == "quote":
            assert (layers[row["layer_id"]], row["id"]) in change.quotes
        elif table in ("second_speaker", "settled"):
            assert (layers[row["layer_id"]], row["quote_id"]) in change.quotes
        elif table == "speaker":
            assert row["id"] in change.speakers
        elif table == "layer":
            assert row["document_id"] in change.documents
        elif table == "cast_member":
            assert layers[row["layer_id"]] in change.documents
        else:
            pytest.fail(f"how does a Change name a row of {table}?")


def layers_of(*dumps):
    return {row["id"]: row["document_id"] for each in dumps for row in each["layer"]}


def test_there_is_a_sample_of_each_command():
    assert {each.__name__ for each in COMMANDS} == {each.__name__ for each in SAMPLES}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.__name__)
def test_done_undone_and_done_again(command, desk, project):
    *before, sample = SAMPLES[command](desk)
    assert type(sample) is command
    for each in before:
        desk.run(each)
    start = dump(project)
    done = desk.run(sample)
    end = dump(project)
    assert start != end
    layers = layers_of(start, end)
    check_named(done, touched(start, end), layers)
    check_named(desk.undo(), touched(start, end), layers)
    assert dump(project) == start
    check_named(desk.redo(), touched(start, end), layers)
    assert dump(project) == end


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.__name__)
def test_undone_after_a_restart_and_reverted(command, desk, project):
    *before, sample = SAMPLES[command](desk)
    for each in before:
        desk.run(each)
    start = dump(project)
    done = desk.run(sample)
    with opened(project) as again:
        again.revert(done.revision)
        assert dump(project) == start
        again.undo()
        again.undo()
        assert dump(project) == start


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.__name__)
def test_a_wrong_target_changes_nothing(command, desk, project):
    sample = SAMPLES[command](desk)[-1]
    start, steps = dump(project), len(desk.queries.history())
    targets = {"document_id": "elsewhere", "quote_id": "nothing", "speaker_id": "nobody", "gone_id": "nobody"}
    wrong = [{field: value} for field, value in targets.items() if field in sample.__struct_fields__]
    wrong = wrong or [{"commands": (structs.replace(sample.commands[0], quote_id="nothing"),)}]
    for fields in wrong:
        with pytest.raises(UserMistake, match="Nothing was changed"):
            desk.run(structs.replace(sample, **fields))
    assert dump(project) == start
    assert len(desk.queries.history()) == steps
