"""How a reader settles what a line leaves open: whose the quotes are, and whether they count as decided."""

from core.model.moments import this_moment
from core.model.records import Record

IMPORTER = "import"


class Reading(Record, frozen=True, kw_only=True):
    """The rule for quotes without a `status`, and for lines that hold decisions but name no annotator.

    Without `as_suggestions` such quotes come in as accepted, decided via import at the time `at`; with
    `at` None no such note is made, so that the same input always gives the same records.
    A layer that holds a person's decisions and names nobody becomes `annotator`'s. `columns` says in which column of
    a table of articles a field stands (text, id, title, date, source, url, author, language), by our name of the field.
    """

    annotator: str = IMPORTER
    as_suggestions: bool = False
    at: str | None = None
    columns: dict[str, str] | None = None
    texts: dict[str, str] | None = None
    """Texts by their sha256, for lines that came without theirs."""

    @classmethod
    def at_this_moment(
        cls, annotator: str = IMPORTER, *, as_suggestions: bool = False, texts: dict[str, str] | None = None
    ) -> "Reading":
        """Return the rule for an import that happens now."""
        return cls(annotator=annotator, as_suggestions=as_suggestions, at=this_moment(), texts=texts)
