import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.formats.studio.offsets import counted
from tests.core.formats.drawing import TEXTS


@given(TEXTS, st.data())
def test_utf16_is_understood_where_the_words_say_so(text, data):
    text = f"👩🏽‍🚀{text}end"
    place = data.draw(st.integers(0, len(text)))
    utf16 = len(text[:place].encode("utf-16-le")) // 2
    last = len(text.encode("utf-16-le")) // 2
    assert counted(text, [(last - 3, last, "end")], "f")(utf16) == place


def test_code_points_go_first_and_white_space_is_loose():
    unit = counted("a 👩 b\r\nc", [(4, 8, "b\n\nc"), (0, 3, "a\\n👩")], "f")
    assert unit(8) == 8
    assert counted("abc", [], "f")(2) == 2


def test_words_that_stand_nowhere_are_told():
    with pytest.raises(BadInput, match="f, record 1: 0-3 is “xyz”, but the text there is “abc”"):
        counted("abc", [(0, 3, "xyz")], "f, record 1")
