"""Every mark that the reader of texts pairs counts wherever words are asked whether they begin with one."""

import tomllib

from core.model.marks import QUOTE_MARKS
from core.resources import resource


def test_they_are_single_characters_and_hold_those_that_are_paired():
    table = tomllib.loads(resource("lexicons", "quotation_marks.toml").read_text(encoding="utf-8"))
    paired = {
        mark for family in table.values() for role in ("either", "opening", "closing") for mark in family.get(role, ())
    }
    assert {mark[0] for mark in paired} <= QUOTE_MARKS
    assert all(len(mark) == 1 and not mark.isalnum() and not mark.isspace() for mark in QUOTE_MARKS)
