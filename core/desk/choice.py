"""The lines that a dataset of some choice is made of: from the project as it is now, or from a release."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from core.desk import releases
from core.desk.manifest import Chosen
from core.model.records import AnnotatedDocument
from core.store.aside import Aside
from core.store.exporting import chosen_of, exported


def lines_of(
    connection: Connection,
    chosen: Chosen,
    documents: Sequence[str] | None = None,
    *,
    aside: Aside | None = None,
) -> Iterator[AnnotatedDocument]:
    """Yield the lines of what was chosen; `documents` leaves only those of some articles. A release comes whole."""
    if chosen.release is None:
        return exported(connection, chosen.which, chosen.annotator, documents, aside=aside)
    return chosen_of(releases.lines_of(connection, chosen.release), chosen.which, chosen.annotator)
