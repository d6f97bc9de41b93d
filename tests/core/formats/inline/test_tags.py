import pytest

from core.errors import BadInput
from core.formats.inline.tags import Tag, tag_of


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("d1", Tag(name="d", numbers=(1,))),
        ("d12=ana", Tag(name="d", numbers=(12,), who="ana")),
        ("i3 denied", Tag(name="i", numbers=(3,), factuality="denied")),
        ("by1,2=unnamed", Tag(name="by", numbers=(1, 2), who="unnamed")),
        ("via1=the-packet", Tag(name="via", numbers=(1,), who="the-packet")),
        ("pull_quote", Tag(name="pull_quote")),
        ("q", Tag(name="q")),
    ],
)
def test_a_tag_is_taken_apart_and_put_together(written, tag):
    assert tag_of(written) == tag
    assert str(tag) == written


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("x1", "{x1: is no tag"),
        ("", "{: is no tag"),
        ("d", "{d: needs the number of its quote"),
        ("scare1", "{scare1: takes no number"),
        ("m1,2", "{m1,2: belongs to one quote"),
        (
            "i1 doubted",
            "{i1 doubted: “doubted” is not one of asserted, denied, question, hypothetical, future of a quote",
        ),
        ("cue1 denied", "{cue1 denied: “denied” is not one of"),
        ("cue1=ana", "{cue1=ana: takes no speaker"),
        ("by1", "{by1: needs =KEY of the roster, =unnamed or =collective"),
    ],
)
def test_what_is_wrong_with_a_tag_is_said(written, complaint):
    with pytest.raises(BadInput) as raised:
        tag_of(written)
    assert str(raised.value).startswith(complaint)
