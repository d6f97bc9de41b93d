"""Undo and redo over the stored history, so that they work after a restart and after a crash."""

from datetime import datetime
from typing import NamedTuple

from msgspec import structs
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from core.errors import UserMistake
from core.model.change import Change
from core.model.moments import moment, now
from core.store import past, tables
from core.store.complete import unchecked_of_complete
from core.store.covered import settle_for, uncovered_without
from core.store.images import Image, RowNote, put_back, still_looks
from core.store.naming import named
from core.store.people import known_annotator
from core.store.replaced import without_replaced
from core.store.transaction import Step, change_of


class _Way(NamedTuple):
    """To which image rows are put and which one they must look like, what that is called, and what is left if not."""

    to: str
    as_it_was: str
    verb: str
    instead: str


_UNDO = _Way("before", "after", "undone", "The arrow at an older step in Last changes undoes it alone.")
_REDO = _Way("after", "before", "done again", "Do it anew by hand, if it is still wanted.")
_REVERT = _UNDO._replace(instead="Take back what you did there since, or change it by hand.")


def undo(engine: Engine, annotator: str, at: datetime | None = None) -> Change:
    """Take back the annotator's newest step; refused if somebody changed the same rows since."""
    with Session(engine.execution_options(writing=True)) as session:
        who = known_annotator(session.connection(), annotator)
        revision = past.newest_change(session, who)
        if revision is None:
            raise UserMistake("There is nothing to undo. Nothing was changed.")
        done = _put(session, revision, _UNDO)
        revision.undone = True
        return _record(session, revision, done, "undo", at)


def redo(engine: Engine, annotator: str, at: datetime | None = None) -> Change:
    """Do again the step that was undone last; refused if somebody changed the same rows since."""
    with Session(engine.execution_options(writing=True)) as session:
        who = known_annotator(session.connection(), annotator)
        revision = past.oldest_undone(session, who)
        if revision is None:
            raise UserMistake("There is nothing to do again. Nothing was changed.")
        done = _put_checked(session, revision, _REDO)
        revision.undone = False
        return _record(session, revision, done, "redo", at)


def revert(engine: Engine, annotator: str, target: int, at: datetime | None = None) -> Change:
    """Make a new step that takes back one older step alone; refused if its rows were changed since."""
    with Session(engine.execution_options(writing=True)) as session:
        who = known_annotator(session.connection(), annotator)
        revision = session.get(tables.Revision, target)
        if revision is None or revision.kind != "change" or revision.undone or revision.annotator_id != who:
            raise UserMistake("This step is undone already, or is not yours to undo. Nothing was changed.")
        done = _put_checked(session, revision, _REVERT)
        past.close_redo(session, who)
        return _record(session, revision, done, "change", at)


def _put_checked(session: Session, revision: tables.Revision, way: _Way) -> list[RowNote]:
    """Put rows back, refused if more of a complete article would be unchecked. Undo is not: it only goes back."""
    rows = past.rows_of(session, revision.id)
    before = unchecked_of_complete(session, rows)
    done = _put(session, revision, way)
    for article, left in unchecked_of_complete(session, rows).items():
        if left > before.get(article, 0):
            raise UserMistake(_unchecked(article[0], left, was_complete=article in before))
    return done


def _unchecked(document_id: str, left: int, *, was_complete: bool) -> str:
    if was_complete:
        return (
            f"The article {document_id} is complete, and a quote of it would be unchecked again. "
            "Nothing was changed. Take back that it is complete first."
        )
    return (
        f"The article {document_id} can't be complete again: {left} of its quotes "
        f"{'is' if left == 1 else 'are'} not checked. Nothing was changed. "
        f"Check {'it' if left == 1 else 'them'}, then complete the article."
    )


def _put(session: Session, revision: tables.Revision, way: _Way) -> list[RowNote]:
    rows = without_replaced(session, past.rows_of(session, revision.id), as_it_was=way.as_it_was)
    changed = still_looks(session, rows, as_it_was=way.as_it_was)
    if changed is not None:
        raise UserMistake(_refusal(session, rows[changed], way))
    uncovered = _uncovered(session, rows, way.to)
    try:
        done = put_back(session, rows, to=way.to)
    except IntegrityError:
        raise UserMistake(
            f"This step can't be {way.verb} alone: other steps build on what it changes. Nothing was changed. "
            f"{way.instead}"
        ) from None
    known = {tuple(note.key.values()) for note in done if note.table == "settled"}
    uncovered = [note for note in uncovered if tuple(note.key.values()) not in known]
    return [*done, *uncovered, *_cover_again(session, revision, done)]


def _refusal(session: Session, row: tables.RevisionRow, way: _Way) -> str:
    who = past.who_touched(session, row) or "a newer labelling"
    return (
        f"This step can't be {way.verb}: {who} has changed the same {named(session, row)} since. "
        f"Nothing was changed. {way.instead}"
    )


def _uncovered(session: Session, rows: list[tables.RevisionRow], to: str) -> list[RowNote]:
    """What quotes cover that are about to go: the database forgets it with them, and the suggestions show again."""
    gone = [row.key for row in rows if row.table == "quote" and (row.before if to == "before" else row.after) is None]
    return [
        note for layer, ids in _by_layer(gone).items() for note in uncovered_without(session.connection(), layer, ids)
    ]


def _cover_again(session: Session, revision: tables.Revision, done: list[RowNote]) -> list[RowNote]:
    """A quote that comes back hides the suggestions that a labelling has laid over the same words meanwhile."""
    hidden: list[RowNote] = []
    for layer, ids in _by_layer([note.key for note in done if note.table == "quote" and note.before is None]).items():
        document = session.get_one(tables.Layer, layer).document_id
        if past.labelled_since(session, document, revision.id):
            hidden += settle_for(session.connection(), layer, ids)
    return hidden


def _by_layer(keys: list[Image]) -> dict[int, set[str]]:
    """The ids of quotes by layer: a bulk step is on several articles."""
    found: dict[int, set[str]] = {}
    for key in keys:
        found.setdefault(key["layer_id"], set()).add(key["id"])
    return found


def _record(session: Session, target: tables.Revision, done: list[RowNote], kind: str, at: datetime | None) -> Change:
    """Write down who did this when, and every row as it was put: the history tells the whole story in order."""
    # What was taken back may itself be a step that took back another: "revert assign" says both.
    within = target.words.get("code", "") if target.code == "revert" else ""
    words = {**target.words, "code": f"{target.code} {within}".rstrip()}
    code = "revert" if kind == "change" else kind
    revision = past.add_revision(
        session,
        annotator_id=target.annotator_id,
        at=moment(at or now()),
        kind=kind,
        code=code,
        words=words,
        document_id=target.document_id,
        quote_id=target.quote_id,
        target=target.id,
    )
    past.add_rows(session, revision, done)
    step = Step(code=code, words=words, document_id=target.document_id, quote_id=target.quote_id)
    change = structs.replace(change_of(session, step, done), revision=revision)
    session.commit()
    return change
