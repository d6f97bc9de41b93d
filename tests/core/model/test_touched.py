"""What a person had their hand in is told from what nobody has looked at."""

import pytest
from msgspec import structs

from core.model.records import Decision
from core.model.terms import Status, Via
from core.model.touched import is_touched
from tests.support.projects import empty_desk, ids, line, quote

TEXT = "“Yes, we can,” she said. “No, you can't,” he said."
AT = "2026-01-02T03:04:05.678Z"
FIELDS = [
    ({}, False),
    ({"sure": False, "confidence": None, "parent": None}, False),
    ({"flagged": True}, True),
    ({"comment": "why"}, True),
    *(({"status": each}, each is not Status.SUGGESTED) for each in Status),
    *(({"decided": Decision(via=each, at=AT)}, True) for each in Via),
]


@pytest.mark.parametrize(("fields", "touched"), FIELDS)
def test_a_quote_is_touched_and_the_store_says_so_too(fields, touched):
    one = structs.replace(quote(0, 14), **fields)
    assert is_touched(one) is touched
    with empty_desk(line(TEXT, one, annotator="ana")) as desk:
        desk.take_labels(line(TEXT, quote(25, 41)))
        assert (one.id in ids(desk, "doc")) is touched
