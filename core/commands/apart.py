"""Telling two speakers apart who look like one, so that nobody is asked again."""

from core.errors import UserMistake
from core.model.alike import APART
from core.model.extras import is_foreign, words_in
from core.model.records import Record
from core.store import tables
from core.store.transaction import Step, Transaction


class KeepApart(Record, frozen=True, kw_only=True):
    """Say that two speakers of the roster are two."""

    speaker_id: str
    other_id: str

    def apply(self, transaction: Transaction) -> Step:
        """Note it with the first of the two, or with the other one where a file keeps something else in that place."""
        one = transaction.session.get(tables.Speaker, self.speaker_id)
        other = transaction.session.get(tables.Speaker, self.other_id)
        if one is None or other is None or one is other:
            raise UserMistake("These are no two speakers of the roster. Nothing was changed. Choose others.")
        if other.id in words_in(one.extra, APART) or one.id in words_in(other.extra, APART):
            raise UserMistake(f"{one.name} and {other.name} are kept apart already. Nothing was changed.")
        free = next(((at, told) for at, told in ((one, other), (other, one)) if not is_foreign(at.extra, APART)), None)
        if free is None:
            raise UserMistake(
                f"It can't be noted that {one.name} and {other.name} are two: their file has something else under "
                f"“{APART}”. Nothing was changed. Give them different identifiers; that tells them apart, too."
            )
        at, told = free
        at.extra = {**at.extra, APART: [*words_in(at.extra, APART), told.id]}
        return Step(code="apart", words={"speaker": one.name, "before": other.name})
