"""What a command touched: the event by which everything that shows data learns what to read again."""

from core.model.records import Record


class Change(Record, frozen=True, kw_only=True):
    """One finished transaction. `quotes` holds (document id, quote id) pairs.

    `code` and `words` name the step for people ("accept", {"number": …}); the window puts it into a language.
    `cast` means that somebody joined or left the speakers of an article, or goes by other names now.
    `sweeping` means that much has changed (an import, work by another program): read everything again.
    """

    code: str
    revision: int | None = None
    words: dict[str, str] = {}
    documents: frozenset[str] = frozenset()
    quotes: frozenset[tuple[str, str]] = frozenset()
    speakers: frozenset[str] = frozenset()
    cast: bool = False
    sweeping: bool = False
