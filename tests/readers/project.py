"""The project of which exports are checked: articles of the corpus and the planted ones, corrected by two people."""

from contextlib import closing
from itertools import islice
from pathlib import Path

from core.desk.desk import Desk
from tests.readers.corrected import Case, cases, correct, second_opinion
from tests.readers.planted import decide, decide_as_another, planted, planted_open


def build(path: Path, count: int, most: int | None = None) -> list[Case]:
    """Make the project, corrected by Ana and partly by Ben; returns the cases (see `cases`) that it was made of."""
    some = list(cases(count, most))
    with closing(Desk.create(path, "ana")) as desk:
        desk.bring_in([*(each.line for each in some), planted(), planted_open()])
        for number, case in enumerate(some):
            correct(desk, number, case)
        decide(desk)
    with closing(Desk.open(path, "ben")) as desk:
        second_opinion(desk, islice(some, 0, None, 8))
        decide_as_another(desk)
    return some
