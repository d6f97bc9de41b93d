"""The only writer: one step of one annotator, all or nothing, with every touched row noted before and after."""

from collections.abc import Callable, Sequence
from datetime import datetime
from types import TracebackType
from typing import Any

from msgspec import structs
from sqlalchemy import Connection, Engine, event, select
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from core.model.change import Change
from core.model.moments import moment, now
from core.model.records import Record
from core.store import tables
from core.store.images import RowNote, note_of
from core.store.past import (
    add_revision,
    add_rows,
    close_redo,
    labelled_since,
    last_of,
    newest_change,
    rows_of,
    who_touched,
)
from core.store.people import known_annotator
from core.store.plain import PlainLookup

Clock = Callable[[], datetime]
_DOCUMENTS = PlainLookup(lambda ids: select(tables.Layer.id, tables.Layer.document_id).where(tables.Layer.id.in_(ids)))


class Step(Record, frozen=True, kw_only=True):
    """What a step is called and what it was about; `amends` lets it join the annotator's step before it."""

    code: str
    words: dict[str, str] = {}
    document_id: str | None = None
    quote_id: str | None = None
    amends: bool = False


class NotedSession(Session):
    """A session of one step. Its listeners belong to the class: hanging them on each session would cost a commit."""

    def __init__(self, engine: Engine, note: Callable[[tables.Base, str], None]) -> None:
        super().__init__(engine, expire_on_commit=False, autoflush=False)
        self.note = note
        self.held: list[object] = []
        """The session forgets rows that nobody holds, and would read them again within the same step."""
        self._link: Connection | None = None

    def connection(self, *given: Any, **options: Any) -> Connection:
        """Return the connection of the step: it has one, and to find it for every statement would be felt."""
        if self._link is None or self._link.closed:
            self._link = super().connection(*given, **options)
        return self._link


@event.listens_for(NotedSession, "after_flush")
def _note_flushed(session: NotedSession, _: UOWTransaction) -> None:
    fates = (("new", session.new), ("changed", session.dirty), ("deleted", session.deleted))
    for fate, rows in fates:
        for row in rows:
            session.note(row, fate)


@event.listens_for(NotedSession, "loaded_as_persistent")
def _hold(session: NotedSession, row: object) -> None:
    session.held.append(row)


@event.listens_for(NotedSession, "do_orm_execute")
def _refuse_bulk(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        raise AssertionError("a bulk statement would pass by the history; change objects of the session instead")


class Transaction:
    """A session that notes what it does. Leave it without `finish` and nothing has happened."""

    def __init__(self, engine: Engine, annotator: str, clock: Clock = now) -> None:
        self.session: Session = NotedSession(engine, self._note)
        self.at = moment(clock())
        self.annotator = annotator
        self._notes: dict[tuple[str, tuple[object, ...]], RowNote] = {}

    def __enter__(self) -> "Transaction":
        connection = self.session.connection(execution_options={"writing": True})
        self.annotator_id = known_annotator(connection, self.annotator)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.session.close()

    def finish(self, step: Step) -> Change:
        """Write the step into the history, commit, and say what was touched. On return it is on disk."""
        self.session.flush()
        notes = [note for note in self._notes.values() if not note.is_idle]
        change = self._change(step, notes)
        if not notes:
            self.session.rollback()
            return change
        close_redo(self.session, self.annotator_id)
        amended = self._amended(step) if step.amends else None
        if amended is None:
            revision = self._new_revision(step)
        else:
            revision, notes = amended.id, self._joined(amended, notes)
            # The step as a whole began with what stood there before its first part.
            step = structs.replace(step, words={**step.words, **_before(amended.words)})
            amended.words = step.words
        add_rows(self.session, revision, notes)
        self.session.commit()
        return structs.replace(change, revision=revision, words=step.words)

    def newest(self) -> tables.Revision | None:
        """Return the annotator's newest step that still holds."""
        return newest_change(self.session, self.annotator_id)

    def _note(self, row: tables.Base, fate: str) -> None:
        if not isinstance(row, (tables.Revision, tables.RevisionRow, tables.Annotator)):
            self._take(note_of(row, fate))

    def _take(self, note: RowNote) -> None:
        place = (note.table, tuple(note.key.values()))
        earlier = self._notes.pop(place, None)
        joined = earlier.follow(note) if earlier else note
        if joined:
            self._notes[place] = joined

    def _new_revision(self, step: Step) -> int:
        return add_revision(
            self.session,
            annotator_id=self.annotator_id,
            at=self.at,
            kind="change",
            code=step.code,
            words=step.words,
            document_id=step.document_id,
            quote_id=step.quote_id,
        )

    def _amended(self, step: Step) -> tables.Revision | None:
        newest = last_of(self.session, self.annotator_id)
        same = newest and (newest.code, newest.document_id, newest.quote_id) == (
            step.code,
            step.document_id,
            step.quote_id,
        )
        holds = same and newest and newest.kind == "change" and not newest.undone
        return newest if holds and newest and not self._overtaken(newest) else None

    def _overtaken(self, newest: tables.Revision) -> bool:
        """Whether others have changed since what a step left: undo would refuse whatever had joined it."""
        session, document = self.session, newest.document_id
        if document is not None and labelled_since(session, document, newest.id):
            return True
        return any(who_touched(session, row) is not None for row in rows_of(session, newest.id))

    def _joined(self, revision: tables.Revision, notes: list[RowNote]) -> list[RowNote]:
        self._notes = {}
        for row in rows_of(self.session, revision.id):
            self._take(RowNote(row.table, row.key, row.before, row.after))
            self.session.delete(row)
        self.session.flush()
        for note in notes:
            self._take(note)
        return [note for note in self._notes.values() if not note.is_idle]

    def _change(self, step: Step, notes: list[RowNote]) -> Change:
        return change_of(self.session, step, notes)


def change_of(session: Session, step: Step, notes: Sequence[RowNote | tables.RevisionRow]) -> Change:
    """Return the event for touched rows, in terms of documents, quotes and speakers."""
    keys = [(note.table, note.key) for note in notes]
    layers = {key["layer_id"] for _, key in keys if "layer_id" in key} | {
        key["id"] for table, key in keys if table == "layer"
    }
    found = _DOCUMENTS(session.connection(), layers)
    documents: dict[object, str] = _noted_layers(notes) | {row.id: row.document_id for row in found}
    quotes = {
        (documents[key["layer_id"]], str(key.get("quote_id", key["id"] if table == "quote" else "")))
        for table, key in keys
        if table in {"quote", "second_speaker", "settled"} and key["layer_id"] in documents
    }
    if step.document_id and step.quote_id:
        quotes.add((step.document_id, step.quote_id))
    return Change(
        code=step.code,
        words=step.words,
        documents=frozenset(documents.values()) | frozenset({step.document_id} if step.document_id else ()),
        quotes=frozenset(quotes),
        speakers=frozenset(str(key["id"]) for table, key in keys if table == "speaker"),
        cast=any(table in {"speaker", "cast_member"} for table, _ in keys),
    )


def _noted_layers(notes: Sequence[RowNote | tables.RevisionRow]) -> dict[object, str]:
    """The documents of layers that the step itself made or took away, which may be in no table now."""
    images = ((note.key, note.before or note.after or {}) for note in notes if note.table == "layer")
    return {key["id"]: image["document_id"] for key, image in images if "document_id" in image}


def _before(words: dict[str, str]) -> dict[str, str]:
    return {"before": words["before"]} if "before" in words else {}
