"""Candidates who are one."""

import pytest

from core.model.records import Candidate
from core.model.united import united


def test_one_speaker_is_as_likely_as_all_their_entries_and_keeps_what_the_first_says():
    one, other, again = (
        Candidate(name="Ann", speaker_id="a", confidence=0.4, evidence="near by"),
        Candidate(name="Bo", speaker_id="b", confidence=0.5),
        Candidate(name="Anne", speaker_id="a", confidence=0.3),
    )
    first, second = united([one, other, again])
    assert (first.name, first.evidence, first.confidence) == ("Ann", "near by", pytest.approx(0.7))
    assert second == other
    assert united([one, Candidate(name="Anne", speaker_id="a", confidence=0.9)])[0].confidence == 1.0


def test_those_without_an_id_are_one_by_their_name():
    assert [each.name for each in united([Candidate(name="A"), Candidate(name="B"), Candidate(name="A")])] == ["A", "B"]
    assert united([]) == ()
