"""Who speaks, as TEI has it: a list of participants, to whom the quotes point."""

from collections.abc import Iterable, Iterator

from core.formats.tei_xml.writing import element, opening
from core.model.records import Layer, Quote, SecondSpeaker, Speaker
from core.model.terms import SpeakerKind

_ELEMENTS = {SpeakerKind.GROUP: ("personGrp", "persName"), SpeakerKind.DOCUMENT: ("org", "orgName")}


class People:
    """The speakers of one article under ids that are unique in the file (`first` is the first free number).

    Somebody who is only described ("a senior official") is one of them, too, so that every quote has whom to point at.
    """

    def __init__(self, layer: Layer, first: int) -> None:
        self._next = first
        self._speakers: dict[str, tuple[str, Speaker]] = {one.id: (self._fresh(), one) for one in layer.speakers}
        self._described: dict[str, str] = {}
        for quote in layer.quotes:
            self._describe(quote)
            for second in quote.more_speakers:
                self._describe(second)

    @property
    def free(self) -> int:
        """The number of the next article's first speaker."""
        return self._next

    def pointer(self, source: Quote | SecondSpeaker) -> str | None:
        """Return the pointer to a source's entry, or None where nobody is named or described."""
        if source.speaker_id in self._speakers:
            return f"#{self._speakers[source.speaker_id][0]}"
        id_ = self._described.get(source.speaker_name or "")
        return f"#{id_}" if id_ else None

    def written(self) -> Iterator[str]:
        """Yield the lines of the list, or none if nobody speaks."""
        if self._speakers or self._described:
            yield "<particDesc><listPerson>"
            for id_, speaker in self._speakers.values():
                yield "".join(_entry(id_, speaker))
            for name, id_ in self._described.items():
                yield f"{opening('person', {'xml:id': id_, 'role': 'described'})}{element('persName', name)}</person>"
            yield "</listPerson></particDesc>"

    def _describe(self, source: Quote | SecondSpeaker) -> None:
        name = source.speaker_name
        if name and source.speaker_id not in self._speakers and name not in self._described:
            self._described[name] = self._fresh()

    def _fresh(self) -> str:
        self._next += 1
        return f"s{self._next - 1}"


def _entry(id_: str, speaker: Speaker) -> Iterable[str]:
    name, named = _ELEMENTS.get(speaker.kind, ("person", "persName"))
    yield opening(name, {"xml:id": id_, "n": speaker.id, "role": speaker.kind.value})
    yield element(named, speaker.name)
    yield from (element(named, alias, type="alias") for alias in speaker.aliases)
    if speaker.external_id:
        yield element("idno", speaker.external_id, type="external")
    yield f"</{name}>"
