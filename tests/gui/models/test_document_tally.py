"""Figures over the articles, kept up one by one."""

from core.model.overview import DocumentRow, Progress
from core.model.terms import State
from gui.models.document_tally import DocumentTally
from gui.models.queue_parts import LOOKED_UP, Show

ROWS = (
    DocumentRow(id="a", title="a", state=State.IN_WORK, checked=1, total=4, doubtful=2),
    DocumentRow(id="b", title="b", state=State.COMPLETE, checked=3, total=3),
    DocumentRow(id="c", title="c", state=State.IN_WORK),
)


def parts(tally):
    return {show.name: tally.count(show) for show in Show if show not in LOOKED_UP}


def test_it_counts_what_is_there():
    tally = DocumentTally(ROWS)
    assert tally.progress == Progress(checked=4, total=7, doubtful=2)
    assert parts(tally) == {"ALL": 3, "TO_DO": 2, "DOUBTFUL": 1, "IN_WORK": 2, "COMPLETE": 1}


def test_what_is_removed_leaves_no_trace():
    tally = DocumentTally(ROWS)
    for row in ROWS:
        tally.remove(row)
    assert tally.progress == Progress()
    assert set(parts(tally).values()) == {0}
    tally.add(ROWS[1])
    assert parts(tally) == {"ALL": 1, "TO_DO": 0, "DOUBTFUL": 0, "IN_WORK": 0, "COMPLETE": 1}
