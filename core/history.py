"""Undo and redo over the stored history, so that they work after a restart and after a crash."""

from datetime import datetime

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from core.errors import UserMistake
from core.model.change import Change
from core.store import past, tables
from core.store.images import put_back, still_looks
from core.store.people import known_annotator
from core.store.transaction import Step, change_of, moment, now


def undo(engine: Engine, annotator: str, at: datetime | None = None) -> Change:
    """Take back the annotator's newest step; refused if somebody changed the same rows since."""
    with Session(engine.execution_options(writing=True)) as session:
        who = known_annotator(session.connection(), annotator)
        revision = past.newest_change(session, who)
        if revision is None:
            raise UserMistake("There is nothing to undo. Nothing was changed.")
        rows = _put(session, revision, to="before")
        revision.undone = True
        return _record(session, revision, rows, "undo", at)


def redo(engine: Engine, annotator: str, at: datetime | None = None) -> Change:
    """Do again the step that was undone last; refused if somebody changed the same rows since."""
    with Session(engine.execution_options(writing=True)) as session:
        who = known_annotator(session.connection(), annotator)
        revision = past.oldest_undone(session, who)
        if revision is None:
            raise UserMistake("There is nothing to do again. Nothing was changed.")
        rows = _put(session, revision, to="after")
        revision.undone = False
        return _record(session, revision, rows, "redo", at)


def revert(engine: Engine, annotator: str, target: int, at: datetime | None = None) -> Change:
    """Make a new step that takes back one older step alone; refused if its rows were changed since."""
    with Session(engine.execution_options(writing=True)) as session:
        who = known_annotator(session.connection(), annotator)
        revision = session.get(tables.Revision, target)
        if revision is None or revision.kind != "change" or revision.undone or revision.annotator_id != who:
            raise UserMistake("This step is undone already, or is not yours to undo. Nothing was changed.")
        rows = _put(session, revision, to="before")
        past.close_redo(session, who)
        return _record(session, revision, rows, "change", at)


def _put(session: Session, revision: tables.Revision, *, to: str) -> list[tables.RevisionRow]:
    rows = past.rows_of(session, revision.id)
    changed = still_looks(session, rows, as_it_was="after" if to == "before" else "before")
    if changed is not None:
        raise UserMistake(_refusal(session, changed))
    try:
        put_back(session, rows, to=to)
    except IntegrityError:
        raise UserMistake(
            "This step can't be undone alone: later steps build on it. Nothing was changed. Undo those first."
        ) from None
    return rows


def _refusal(session: Session, row: tables.RevisionRow) -> str:
    who = past.who_touched(session, row) or "a newer labelling"
    place = row.key.get("id") or row.key.get("quote_id") or ""
    return (
        f"This step can't be undone: {who} has changed the same {row.table.replace('_', ' ')} {place} since. "
        "Nothing was changed."
    )


def _record(
    session: Session, target: tables.Revision, rows: list[tables.RevisionRow], kind: str, at: datetime | None
) -> Change:
    revision = tables.Revision(
        annotator_id=target.annotator_id,
        at=moment(at or now()),
        kind=kind,
        code="revert" if kind == "change" else kind,
        words={**target.words, "code": target.code},
        document_id=target.document_id,
        quote_id=target.quote_id,
        target=target.id,
    )
    session.add(revision)
    session.flush()
    if kind == "change":
        _note_reverse(session, revision.id, rows)
    step = Step(
        code=revision.code,
        words=revision.words,
        document_id=revision.document_id,
        quote_id=revision.quote_id,
    )
    change = change_of(session, step, [(row.table, row.key) for row in rows])
    session.commit()
    return change


def _note_reverse(session: Session, revision: int, rows: list[tables.RevisionRow]) -> None:
    for row in rows:
        session.add(
            tables.RevisionRow(
                revision_id=revision,
                position=row.position,
                table=row.table,
                key=row.key,
                before=row.after,
                after=row.before,
            )
        )
