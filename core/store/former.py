"""Whom people have said an incoming speaker to be: entries that they merged away, names that they changed.

Only the history tells it. Aliases don't: most come from a model or a file, and one article's "Smith" is not another's.
"""

from collections import defaultdict
from typing import NamedTuple

from sqlalchemy import Connection, select

from core.model.alike import APART
from core.model.extras import words_in
from core.model.identity import is_drawn
from core.model.records import Speaker
from core.store.plain import PlainLookup
from core.store.tables import Revision, RevisionRow
from core.store.tables import Speaker as Entry

# Steps on the roster are no article's, by which an index finds them among all others.
_OF_ROSTER = (Revision.document_id.is_(None), Revision.kind == "change")
_STEPS = (
    select(Revision.id, Revision.code, Revision.words, Revision.undone, Revision.target)
    .where(*_OF_ROSTER, Revision.code.in_(("merge", "rename", "revert")))
    .order_by(Revision.id.desc())
)
_ROWS = (
    select(RevisionRow.revision_id, RevisionRow.key, RevisionRow.before, RevisionRow.after)
    .join(Revision, Revision.id == RevisionRow.revision_id)
    .where(*_OF_ROSTER, Revision.code.in_(("merge", "rename")), RevisionRow.table == Entry.__tablename__)
    .order_by(RevisionRow.revision_id, RevisionRow.position)
)
_ENTRIES = PlainLookup(lambda ids: select(Entry.id, Entry.external_id, Entry.extra).where(Entry.id.in_(ids)))


class _Was(NamedTuple):
    """What a speaker of the roster was before: an entry of its own, or, without an id, called otherwise."""

    id: str | None
    name: str
    external_id: str | None


class _Stayed(NamedTuple):
    external_ids: set[str | None]
    apart: tuple[str, ...]


class Former:
    """The merges and renames that hold, as they stand in the history when this is made."""

    def __init__(self, connection: Connection) -> None:
        self._meant: defaultdict[tuple[str, str | None], set[str]] = defaultdict(set)
        self._stayed: dict[str, _Stayed] = {}
        former = _former(connection)
        for entry in _ENTRIES(connection, former):
            known = former[entry.id]
            external = {entry.external_id, *(each.external_id for each in known)} - {None}
            self._stayed[entry.id] = _Stayed(external, words_in(entry.extra, APART))
            for each in known:
                self._note(each, entry.id)

    def now(self, speaker: Speaker) -> str | None:
        """Return the id of the roster's speaker who a former one is by now; None if that is nobody, or not certain."""
        for key in (("id", speaker.id), ("external_id", speaker.external_id), ("name", speaker.name)):
            found = [each for each in self._meant.get(key, ()) if self._may_be(each, speaker)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _note(self, was: _Was, now: str) -> None:
        self._meant["name", was.name].add(now)
        if was.id is not None and is_drawn(was.id):
            self._meant["id", was.id].add(now)
        if was.external_id is not None:
            self._meant["external_id", was.external_id].add(now)

    def _may_be(self, id_: str, speaker: Speaker) -> bool:
        stayed = self._stayed[id_]
        if speaker.id in stayed.apart or id_ in words_in(speaker.extra, APART):
            return False
        return speaker.external_id is None or not stayed.external_ids or speaker.external_id in stayed.external_ids


def _former(connection: Connection) -> dict[str, list[_Was]]:
    """What speakers were before, by their ids of now: who was merged into one who was merged is the last one's."""
    holding = _holding(connection)
    found: defaultdict[str, list[_Was]] = defaultdict(list)
    for row in connection.execute(_ROWS) if holding else ():
        words = holding.get(row.revision_id)
        if words is None or row.before is None:
            continue
        id_, name = row.key["id"], row.before.get("name")
        if row.after is None and "kept" in words:
            found[words["kept"]] += [*found.pop(id_, ()), _Was(id_, name, row.before["external_id"])]
        elif row.after is not None and name is not None:
            found[id_].append(_Was(None, name, None))
    return found


def _holding(connection: Connection) -> dict[int, dict[str, str]]:
    """The words of the merges and renames that were neither undone nor taken back by a later step which holds."""
    found, taken_back = {}, set[int | None]()
    for step in connection.execute(_STEPS):
        if step.undone or step.id in taken_back:
            continue
        if step.code == "revert":
            taken_back.add(step.target)
        else:
            found[step.id] = step.words
    return found
