import pytest

from core.corpus.mentions import MentionSort, sort_of
from tests.core.formats.inline.test_reading import line_of


@pytest.mark.parametrize(
    ("mention", "who", "sort"),
    [
        ("Ana Ruiz", "ana", MentionSort.NAME),
        ("Mayor Ruiz", "ana", MentionSort.NAME),
        ("Ruiz’s", "ana", MentionSort.NAME),
        ("The mayor", "ana", MentionSort.ROLE),
        ("the paper", "packet", MentionSort.ROLE),
        ("She", "ana", MentionSort.PRONOUN),
        ("who", "unnamed", MentionSort.PRONOUN),
        ("one of them", "unnamed", MentionSort.ROLE),
        ("Residents", "collective", MentionSort.ROLE),
    ],
)
def test_the_sort_of_a_mention(mention, who, sort):
    line = line_of(f"{{by1={who}:{mention}}} {{cue1:said}} {{i1:it held}}.")
    assert sort_of(line, line.layer.quotes[0]) is sort


def test_no_mention():
    line = line_of("It was {cue1:said} {i1:that it held}.")
    assert sort_of(line, line.layer.quotes[0]) is MentionSort.NONE
