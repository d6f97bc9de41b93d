"""What every command is: a frozen record of plain values."""

import pytest

from core.commands.command import Act
from core.model.records import Record
from core.model.terms import Via
from tests.core.commands.samples import SAMPLES, command_classes


@pytest.mark.parametrize("command", command_classes(), ids=lambda each: each.__name__)
def test_an_order_is_a_value(command, desk):
    assert issubclass(command, Record)
    assert command.__struct_config__.frozen
    sample = SAMPLES[command](desk)[-1]
    assert hash(sample) == hash(SAMPLES[command](desk)[-1])


def test_an_act_has_no_times_unless_they_are_kept():
    plain = Act(via=Via.ENTER)
    assert (plain.seconds, plain.keys, plain.fast, plain.blind) == (None, None, False, False)
