from core.model.spans import Span
from core.rank.standing import Standing


def test_a_label_can_stand_without_a_mention():
    standing = Standing(person=None, mention=None, span=Span(0, 1), confidence=0.95, evidence="named before the colon")
    assert standing.span == Span(0, 1)
    assert standing.mention is None
