"""What every command is: a frozen order that checks the rule of the domain and changes rows."""

from typing import Protocol

from core.model.records import Record
from core.model.terms import Via
from core.store.transaction import Step, Transaction


class Command(Protocol):
    """One step of work. `apply` raises `UserMistake` where the order makes no sense; nothing is changed then."""

    def apply(self, transaction: Transaction) -> Step:
        """Change rows of the transaction's session and return what the step is called."""


class Act(Record, frozen=True, kw_only=True):
    """The act by which a person decides: the key or click, and, where they keep times, seconds and keys."""

    via: Via
    blind: bool = False
    seconds: float | None = None
    keys: int | None = None
    fast: bool = False
