"""Whom an incoming line means: its speakers become the roster's, by id, external id, name, or what a person said."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from msgspec import structs
from sqlalchemy import Connection, or_, select

from core.model.identity import is_drawn, new_id
from core.model.records import Candidate, Quote, SecondSpeaker, Speaker
from core.model.united import united
from core.store import tables
from core.store.former import Former
from core.store.mapping import speaker_columns
from core.store.rows import Rows

_SPEAKER = tables.Speaker


class _Known(NamedTuple):
    name: str
    aliases: tuple[str, ...]
    external_id: str | None


class Roster:
    """The project's speakers while an import or a labelling run goes on; whoever was looked up is remembered."""

    def __init__(self, connection: Connection, rows: Rows) -> None:
        self._connection = connection
        self._rows = rows
        self._known: dict[str, _Known] = {}
        self._of_name: dict[str, set[str]] = {}
        self._of_external_id: dict[str, set[str]] = {}
        self._asked: set[tuple[str, str, str | None]] = set()

    def take_in(self, speakers: Iterable[Speaker]) -> dict[str, str]:
        """Return the roster's ids for a line's speakers by theirs; who is unknown is added."""
        line = tuple(speakers)
        self._look_up(line)
        return {speaker.id: self._take_in(speaker) for speaker in line}

    def _take_in(self, speaker: Speaker) -> str:
        """A short id ("s1") only tells the speakers of its own line apart: another name under it is another speaker."""
        named = self._named(speaker)
        same = self._known.get(speaker.id)
        if same is not None and (named == speaker.id or is_drawn(speaker.id) or _share_a_name(same, speaker)):
            return speaker.id
        external = set() if speaker.external_id is None else self._of_external_id.get(speaker.external_id, set())
        found = min(external, default=None) or named or self._said_to_be(speaker)
        if found is None:
            found = speaker.id if same is None else new_id()
            self._rows.add(_SPEAKER, speaker_columns(speaker) | {"id": found})
            self._remember(found, _Known(speaker.name, tuple(speaker.aliases), speaker.external_id))
        return found

    def _said_to_be(self, speaker: Speaker) -> str | None:
        """A name that somebody has now means them, whoever had it before they were merged or renamed."""
        return None if self._of_name.get(speaker.name) else self._former.now(speaker)

    @cached_property
    def _former(self) -> Former:
        return Former(self._connection)

    def known_as(self, quote: Quote, known: dict[str, str]) -> Quote:
        """Return the quote with the roster's ids; `known` maps the line's speaker ids to them."""
        speaker_id = known.get(quote.speaker_id or "", quote.speaker_id)
        more = tuple(_second(each, known) for each in quote.more_speakers)
        candidates = tuple(_candidate(each, known) for each in quote.candidates)
        if len(set(known.values())) < len(known):  # two of the line are one in the roster
            more, candidates = _each_once(more, speaker_id), united(candidates)
        return structs.replace(quote, speaker_id=speaker_id, more_speakers=more, candidates=candidates)

    def _look_up(self, line: tuple[Speaker, ...]) -> None:
        """Read who may be meant by a line's speakers, all at once; whoever was added since is known already."""
        new = [each for each in line if (each.id, each.name, each.external_id) not in self._asked]
        if not new:
            return
        self._asked.update((each.id, each.name, each.external_id) for each in new)
        external = [each.external_id for each in new if each.external_id is not None]
        maybe = or_(
            _SPEAKER.id.in_([each.id for each in new]),
            _SPEAKER.name.in_([each.name for each in new]),
            _SPEAKER.external_id.in_(external),
        )
        query = select(_SPEAKER.id, _SPEAKER.name, _SPEAKER.aliases, _SPEAKER.external_id).where(maybe)
        for row in self._connection.execute(query):
            self._remember(row.id, _Known(row.name, row.aliases, row.external_id))

    def _remember(self, id_: str, known: _Known) -> None:
        self._known[id_] = known
        self._of_name.setdefault(known.name, set()).add(id_)
        if known.external_id is not None:
            self._of_external_id.setdefault(known.external_id, set()).add(id_)

    def _named(self, speaker: Speaker) -> str | None:
        """Whoever has the canonical name; two of one name whose external ids differ are two speakers."""
        ids = self._of_name.get(speaker.name, set())
        if speaker.external_id is not None:
            ids = {each for each in ids if self._known[each].external_id in (None, speaker.external_id)}
        return min(ids, default=None)


def _share_a_name(known: _Known, speaker: Speaker) -> bool:
    return not {known.name, *known.aliases}.isdisjoint({speaker.name, *speaker.aliases})


def _second(speaker: SecondSpeaker, known: dict[str, str]) -> SecondSpeaker:
    return structs.replace(speaker, speaker_id=known.get(speaker.speaker_id or "", speaker.speaker_id))


def _candidate(candidate: Candidate, known: dict[str, str]) -> Candidate:
    return structs.replace(candidate, speaker_id=known.get(candidate.speaker_id or "", candidate.speaker_id))


def _each_once(more: tuple[SecondSpeaker, ...], first: str | None) -> tuple[SecondSpeaker, ...]:
    """The second speakers without those who are the first one, or a second one already."""
    found, seen = list[SecondSpeaker](), {first}
    for each in more:
        if each.speaker_id is None or each.speaker_id not in seen:
            found.append(each)
            seen.add(each.speaker_id)
    return tuple(found)
