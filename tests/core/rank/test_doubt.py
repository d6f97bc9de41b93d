from core.model.terms import Kind
from core.rank.doubt import Doubt
from tests.core.rank.readings import reading


def test_the_kind_is_the_quotes():
    assert Doubt(reading().passages[0], 0.5, 0.5, 0.1).kind is Kind.DIRECT
