"""To which parts of the queue an article belongs, and what orders go by."""

import pytest

from core.model.overview import DocumentRow
from core.model.terms import State
from gui.models.queue_parts import CHIPS, LOOKED_UP, Order, Show

HALF = DocumentRow(id="a", title="Äpfel", date="2024-05-01", state=State.IN_WORK, checked=1, total=2, doubtful=1)
DONE = DocumentRow(id="b", title="Birnen", date=None, state=State.COMPLETE, checked=2, total=2)


def test_an_article_belongs_to_the_parts_that_it_should():
    known = [show for show in Show if show not in LOOKED_UP]
    assert [show for show in known if show.holds(HALF)] == [Show.ALL, Show.TO_DO, Show.DOUBTFUL, Show.IN_WORK]
    assert [show for show in known if show.holds(DONE)] == [Show.ALL, Show.COMPLETE]


def test_what_was_looked_up_holds_the_articles_that_were_found():
    assert not set(CHIPS) & set(LOOKED_UP)
    for show in LOOKED_UP:
        assert show.holds(HALF, {"a"})
        assert not show.holds(HALF)


@pytest.mark.parametrize(
    ("order", "first"),
    [
        (Order.IMPORT, DONE),
        (Order.DOUBT, HALF),
        (Order.DATE, HALF),
        (Order.TITLE, DONE),
        (Order.PROGRESS, HALF),
    ],
)
def test_each_order_goes_by_its_own_key(order, first):
    places = {HALF: 1, DONE: 0}
    assert min((HALF, DONE), key=lambda row: order.key(row, places[row])) is first
