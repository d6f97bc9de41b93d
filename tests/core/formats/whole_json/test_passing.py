"""What is passed over ends at the first sign that may count."""

import pytest

from core.formats.whole_json.passing import BETWEEN, WITHIN


@pytest.mark.parametrize(
    ("text", "between", "within"),
    [
        ('1, "a"', "1", '1, "a"'),
        ('"a, [\\"]}", 2]', '"a, [\\"]}"', '"a, [\\"]}", 2'),
        ('"a": [1, {"b": "]"}], "c": 2}, 3', '"a": ', '"a": [1, {"b": "]"}], "c": 2'),
        ("[[[[[]]]]] 1]", "", "[[[[[]]]]] 1"),
        ("[[[[[[]]]]]] 1]", "", ""),
        ('1, "no end', "1", "1, "),
        ("1, [2, [3]", "1", "1, "),
        ('"\\', "", ""),
        ("", "", ""),
    ],
)
def test_it_ends_at_the_first_sign_that_may_count(text, between, within):
    assert BETWEEN.match(text.encode())[0] == between.encode()
    assert WITHIN.match(text.encode())[0] == within.encode()
