"""Telling two speakers apart who look like one, so that nobody is asked again."""

from core.errors import UserMistake
from core.model.alike import APART
from core.model.records import Record
from core.store import tables
from core.store.transaction import Step, Transaction


class KeepApart(Record, frozen=True, kw_only=True):
    """Say that two speakers of the roster are two."""

    speaker_id: str
    other_id: str

    def apply(self, transaction: Transaction) -> Step:
        """Note it with the first of the two."""
        one = transaction.session.get(tables.Speaker, self.speaker_id)
        other = transaction.session.get(tables.Speaker, self.other_id)
        if one is None or other is None or one is other:
            raise UserMistake("These are no two speakers of the roster. Nothing was changed. Choose others.")
        known = one.extra.get(APART, [])
        if other.id in known:
            raise UserMistake(f"{one.name} and {other.name} are kept apart already. Nothing was changed.")
        one.extra = {**one.extra, APART: [*known, other.id]}
        return Step(code="apart", words={"speaker": one.name, "before": other.name})
