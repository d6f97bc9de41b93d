"""The rule of the format, at its edges."""

import pytest

from core.model.doubt import doubtful, is_doubtful
from core.model.records import Candidate
from core.model.terms import Status
from tests.support.projects import quote


def candidates(*shares):
    return tuple(Candidate(name=f"S{n}", confidence=share) for n, share in enumerate(shares))


@pytest.mark.parametrize(
    ("confidence", "shares", "expected"),
    [
        (None, (0.9,), True),
        (0.599, (0.95,), True),
        (0.60, (0.95,), False),
        (0.9, (), False),
        (0.9, (0.625,), False),  # .25 ahead of nobody's .375
        (0.9, (0.62,), True),
        (0.9, (0.5, 0.5), True),
        (0.9, (0.6, 0.35), False),
        (0.9, (0.55, 0.35), True),
        (0.9, (0.35, 0.6), False),  # the order does not matter
        (0.9, (0.4, 0.1, 0.1), True),  # nobody has .4
    ],
)
def test_low_or_close_is_doubtful(confidence, shares, expected):
    assert doubtful(confidence, candidates(*shares)) is expected


def test_what_a_person_settled_is_in_no_doubt():
    low = quote(0, 3, confidence=0.1)
    assert is_doubtful(low)
    assert not is_doubtful(quote(0, 3, confidence=0.1, status=Status.ACCEPTED))
    assert not is_doubtful(quote(0, 3, confidence=0.9))
