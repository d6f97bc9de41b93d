"""What a person is told about can be caught as one; a bug is none of it."""

import pytest

from core.errors import BadInput, ProjectProblem, QuotedeskError, UserMistake


@pytest.mark.parametrize("kind", [UserMistake, ProjectProblem, BadInput])
def test_all_are_told_to_people(kind):
    with pytest.raises(QuotedeskError, match="what to do"):
        raise kind("what to do")


def test_a_file_that_can_not_be_read_is_a_mistake_and_a_broken_project_is_not():
    assert issubclass(BadInput, UserMistake)
    assert not issubclass(ProjectProblem, UserMistake)
    assert not issubclass(KeyError, QuotedeskError)
