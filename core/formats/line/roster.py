"""Who is meant: the speakers of one line, and the ids and names by which its quotes point at them."""

from core.formats.line.extras import extras
from core.formats.line.flaws import Flaw
from core.formats.line.wire import Raw, WireSpeaker
from core.model.identity import suggested_speaker_id
from core.model.records import Speaker

Meant = tuple[str | None, str | None]


class Roster:
    """The speakers of a line. Whoever is only named by a quote is added, with an id that depends on text and name.

    Reading a line twice therefore gives the same speakers.
    """

    def __init__(self, sha256: str) -> None:
        self._sha256 = sha256
        self._by_id: dict[str, Speaker] = {}
        self._by_name: dict[str, str] = {}
        self._by_alias: dict[str, str] = {}

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """All of them, in the order in which they came."""
        return tuple(self._by_id.values())

    def enter(self, place: str, wire: WireSpeaker, raw: Raw | None) -> None:
        """Take an entry of the line's `speakers`."""
        id_ = wire.id or self._fresh(wire.name)
        if id_ in self._by_id:
            raise Flaw(f"{place}.id", f"{id_} stands there twice")
        self._add(
            Speaker(
                id=id_,
                name=wire.name,
                aliases=tuple(wire.aliases),
                external_id=wire.external_id,
                kind=wire.kind,
                extra=extras(raw, WireSpeaker),
            )
        )

    def named(self, id_: str | None, name: str | None) -> Meant:
        """Return id and canonical name of the speaker meant by an id, a name or both; adds who is missing."""
        if id_ is None:
            return self._known_by_name(name) if name else (None, None)
        known = self._by_id.get(id_)
        if known is None:
            if not name:
                raise Flaw("speaker_id", f"{id_} is not among the speakers of this line")
            self._add(Speaker(id=id_, name=name))
            return id_, name
        if name and name != known.name and name not in known.aliases:
            raise Flaw("speaker_name", f"“{name}” is not the name of speaker {id_}, “{known.name}”")
        return id_, known.name

    def pointed_at(self, id_: str | None, name: str | None) -> Meant:
        """Return the pair for a candidate or second speaker, whose name alone need not be a speaker's."""
        if id_ is None:
            return None, name
        known = self._by_id.get(id_)
        return self.named(id_, name) if known is None else (id_, known.name if name is None else name)

    def _known_by_name(self, name: str) -> Meant:
        id_ = self._by_name.get(name) or self._by_alias.get(name)
        if id_ is None:
            id_ = self._fresh(name)
            self._add(Speaker(id=id_, name=name))
        return id_, self._by_id[id_].name

    def _fresh(self, name: str) -> str:
        # The plain id may belong to somebody who was given another name since.
        salt = ""
        while (id_ := suggested_speaker_id(self._sha256, name + salt)) in self._by_id:
            salt += "\n"
        return id_

    def _add(self, speaker: Speaker) -> None:
        self._by_id[speaker.id] = speaker
        self._by_name.setdefault(speaker.name, speaker.id)
        for alias in speaker.aliases:
            self._by_alias.setdefault(alias, speaker.id)
