"""What views ask of a project, as records, from the point of view of one annotator."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine

from core.desk.collector import no_full_rounds
from core.desk.trouble import trouble_told
from core.model.overview import (
    Article,
    Cast,
    DocumentRow,
    Found,
    HistoryRow,
    Patch,
    Progress,
    QuoteRow,
    ReleaseRow,
    Use,
)
from core.model.records import Speaker
from core.store import counting, listing, quote_listing, reading, releases, search


class Queries:
    """Read-only; every answer is of this moment. Raises `ProjectProblem` where the file can't be read."""

    def __init__(self, engine: Engine, path: Path, annotator: str) -> None:
        self._engine = engine
        self._path = path
        self._annotator = annotator

    def documents(self) -> list[DocumentRow]:
        """Return the queue, in the order of import."""
        with no_full_rounds(), self._looking() as connection:
            return counting.count_documents(connection, self._annotator)

    def document_row(self, document_id: str) -> DocumentRow | None:
        """Return one line of the queue."""
        with self._looking() as connection:
            return counting.count_document(connection, document_id, self._annotator)

    def progress(self) -> Progress:
        """Return how many quotes of the project are checked."""
        with self._looking() as connection:
            return counting.count_project(connection, self._annotator)

    def article(self, document_id: str) -> Article | None:
        """Return an article with the annotator's quotes over the model's suggestions."""
        with no_full_rounds(), self._looking() as connection:
            return reading.read_article(connection, document_id, self._annotator)

    def patch(self, document_id: str, quote_ids: Iterable[str], cast: Cast | None = None) -> Patch:
        """Return what became of a few quotes of an article; fast however many the article has.

        `cast`: the article's speakers, where they are known to be the same as before.
        """
        with self._looking() as connection:
            return reading.read_patch(connection, document_id, self._annotator, quote_ids, cast)

    def speakers(self) -> list[Speaker]:
        """Return the project's roster, by name."""
        with self._looking() as connection:
            return listing.roster(connection)

    def uses(self, speaker_id: str) -> list[Use]:
        """Return the articles in which a speaker has quotes, and how many: what a merge would change."""
        with self._looking() as connection:
            return listing.uses(connection, speaker_id)

    def flagged_documents(self) -> set[str]:
        """Return the ids of the articles in which a quote is flagged."""
        with self._looking() as connection:
            return listing.documents_with(connection, self._annotator)

    def documents_of(self, speaker_id: str) -> set[str]:
        """Return the ids of the articles in which a speaker is quoted."""
        with self._looking() as connection:
            return listing.documents_with(connection, self._annotator, speaker_id=speaker_id)

    def history(self, *, document_id: str | None = None, limit: int = 50) -> list[HistoryRow]:
        """Return the annotator's changes, newest first, of one article or of the project."""
        with self._looking() as connection:
            return listing.history(connection, self._annotator, document_id, limit)

    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        with self._looking() as connection:
            return listing.has_step(connection, self._annotator, undone=False)

    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        with self._looking() as connection:
            return listing.has_step(connection, self._annotator, undone=True)

    def counts(self) -> dict[str, int]:
        """Return what the project holds: documents, annotators, speakers, quotes by status, revisions."""
        with self._looking() as connection:
            return listing.counts(connection)

    def annotators(self) -> list[str]:
        """Return the names of those who have work in the project."""
        with self._looking() as connection:
            return listing.annotators(connection)

    def releases(self) -> list[ReleaseRow]:
        """Return the versions of the dataset that were frozen, the oldest first."""
        with self._looking() as connection:
            return releases.releases(connection)

    def search(self, words: str, limit: int = 50) -> list[Found]:
        """Return where articles, names of speakers and the annotator's comments have all of some words."""
        with self._looking() as connection:
            return search.search(connection, self._annotator, words, limit)

    def quote_rows(self, document_ids: Collection[str] | None = None) -> list[QuoteRow]:
        """Return all quotes of the project, or of some articles, as the annotator sees them, in text order."""
        with no_full_rounds(), self._looking() as connection:
            return quote_listing.list_quotes(connection, self._annotator, document_ids)

    @contextmanager
    def _looking(self) -> Iterator[Connection]:
        with trouble_told(self._path), self._engine.connect() as connection:
            yield connection
