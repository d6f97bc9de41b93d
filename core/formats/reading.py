"""How a reader settles what a line leaves open: whose the quotes are, and whether they count as decided."""

from datetime import UTC, datetime

from core.model.records import Record

IMPORTER = "import"


def now() -> str:
    """Return this moment as the format writes it: UTC, ISO 8601, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Reading(Record, frozen=True, kw_only=True):
    """The rule for quotes without a `status`, and for lines that hold decisions but name no annotator.

    Without `as_suggestions` such quotes come in as accepted, decided via import at the time `at`; with
    `at` None no such note is made, so that the same input always gives the same records.
    A layer that holds a person's decisions and names nobody becomes `annotator`'s.
    """

    annotator: str = IMPORTER
    as_suggestions: bool = False
    at: str | None = None

    @classmethod
    def at_this_moment(cls, annotator: str = IMPORTER, *, as_suggestions: bool = False) -> "Reading":
        """Return the rule for an import that happens now."""
        return cls(annotator=annotator, as_suggestions=as_suggestions, at=now())
