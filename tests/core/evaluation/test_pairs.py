import pytest
from msgspec.structs import replace

from core.errors import BadInput
from core.evaluation.pairs import pairs
from tests.core.formats.inline.test_reading import line_of

LINE = line_of("{by1=ana:Ana} {cue1:said} {i1:that she would go}.")


def named(id_, line=LINE):
    return replace(line, document=replace(line.document, id=id_))


def test_articles_are_joined_by_id_and_what_is_left_out_has_no_quotes():
    both = pairs([named("a"), named("b")], [named("b")])
    assert [(gold.document.id, found.document.id, len(found.layer.quotes)) for gold, found in both] == [
        ("a", "a", 0),
        ("b", "b", 1),
    ]


@pytest.mark.parametrize(
    ("gold", "found", "reason"),
    [
        ([], [], "no article in the gold standard"),
        ([named("a"), named("a")], [], "a: stands twice in the gold standard"),
        ([named("a")], [named("a"), named("a")], "a: stands twice in the set to be judged"),
        ([named("a")], [named("b")], "b: is not in the gold standard"),
        ([named("a")], [named("a", line_of("Other words."))], "a: has another text"),
    ],
)
def test_what_cannot_be_compared_is_named(gold, found, reason):
    with pytest.raises(BadInput, match=reason):
        pairs(gold, found)
