import pytest

from core.rank.circumstances import circumstances
from core.rank.feature import Judges
from tests.core.rank.cases import CASES


@pytest.mark.parametrize("judging", Judges)
def test_every_case_is_in_one_of_them(judging):
    found = circumstances(judging)
    assert {found.of(case) for case, _ in CASES[judging]} <= set(found.names)


def test_a_quote_with_a_subject_and_one_without_a_cue():
    found = circumstances(Judges.MENTION)
    assert [found.of(case) for case, _ in CASES[Judges.NOBODY]] == ["subject", "alone"]
