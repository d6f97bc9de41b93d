import pytest

from core.formats.line.flaws import Flaw
from core.formats.line.parsing import json_object


def test_an_object_is_given():
    assert json_object('{"a": "👩🏽‍🚀"}'.encode()) == {"a": "👩🏽‍🚀"}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"[1]", "is not a JSON object in braces"),
        (b"{", "is not JSON: "),
        (b'{"a": "\xff"}', "is not UTF-8 \\(byte 8\\)"),
        (b'{"a": "\\ud800"}', "holds half a character"),
        (b"[" * 100_000, "is nested too deeply"),
    ],
)
def test_anything_else_is_refused(data, said):
    with pytest.raises(Flaw, match=f"^{said}"):
        json_object(data)
