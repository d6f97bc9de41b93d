"""From a file in the inline markup to a record of the dataset format."""

import re
from collections import defaultdict
from collections.abc import Iterable

from core.errors import BadInput
from core.formats.inline.brackets import Bracket, parse
from core.formats.inline.heading import Heading, split
from core.formats.inline.tags import BY, CUE, KINDS, NAMELESS, QUOTED, REASONS, RELATIONS, ZONES, Tag, tag_of
from core.model.identity import sha256_of
from core.model.records import AnnotatedDocument, Document, Layer, Quote, Rejection, SecondSpeaker, Speaker, Zone
from core.model.spans import Span
from core.model.terms import Kind, SpeakerType, State, Status

_MARKED = re.compile(r"""[“”„‟«»‹›‘’"']|``|''""")
Pair = tuple[Tag, Bracket]


def read(written: str, document_id: str) -> AnnotatedDocument:
    """Return the article and its annotator's layer; raises `BadInput` with the first thing that is wrong."""
    heading, marked = split(written)
    text, brackets = parse(marked)
    document = Document(
        id=document_id,
        text=text,
        sha256=sha256_of(text),
        title=heading.title,
        source=heading.source,
        date=heading.date,
        language=heading.language,
        zones=tuple(_zones(brackets)),
        extra={"genre": heading.genre},
    )
    return AnnotatedDocument(document=document, layer=_Layer(heading, text, brackets).layer())


def _zones(brackets: Iterable[Bracket]) -> Iterable[Zone]:
    for bracket in brackets:
        if bracket.tag in ZONES:
            yield Zone(start=bracket.span.start, end=bracket.span.end, type=ZONES[bracket.tag])


class _Layer:
    """Gathers the brackets of one text by the quote to which they belong."""

    def __init__(self, heading: Heading, text: str, brackets: tuple[Bracket, ...]) -> None:
        self._heading = heading
        self._text = text
        self._brackets = brackets
        self._tags = tuple(tag_of(bracket.tag) for bracket in brackets)
        self._of: defaultdict[int, list[Pair]] = defaultdict(list)
        for tag, bracket in zip(self._tags, brackets, strict=True):
            for number in tag.numbers:
                self._of[number].append((tag, bracket))

    def layer(self) -> Layer:
        """Return all that the brackets say."""
        quotes = [self._quote(number, self._of[number]) for number in sorted(self._of)]
        speakers = tuple(
            Speaker(id=key, name=person.name, aliases=person.aliases, kind=person.kind)
            for key, person in self._heading.speakers.items()
        )
        return Layer(
            annotator=self._heading.annotator,
            state=State.COMPLETE,
            speakers=speakers,
            quotes=tuple(quotes),
            rejected=tuple(self._rejections()),
        )

    def _quote(self, number: int, pairs: list[Pair]) -> Quote:
        contents = [pair for pair in pairs if pair[0].name in KINDS]
        if not contents:
            raise BadInput(f"quote {number} has no words of its own, only {{{pairs[0][0]}:")
        kinds = {KINDS[tag.name] for tag, _ in contents}
        if len(kinds) > 1:
            raise BadInput(f"the pieces of quote {number} are of two kinds")
        kind = kinds.pop()
        mention, cue = self._only(number, BY, pairs), self._only(number, CUE, pairs)
        who = self._who(number, [tag.who for tag, _ in [*contents, *([mention] if mention else [])] if tag.who])
        person = self._heading.speakers.get(who)
        said = next((tag.factuality for tag, _ in contents if tag.factuality), None)
        return Quote(
            id=f"q{number}",
            fragments=tuple(bracket.span for _, bracket in contents),
            kind=kind,
            quoted=self._quoted(number, kind, contents),
            parent=self._parent(contents[0][1]),
            mention=mention[1].span if mention else None,
            speaker_id=who if person else None,
            speaker_name=person.name if person else None,
            speaker_type=SpeakerType.NAMED if person else NAMELESS[who],
            more_speakers=tuple(self._second(tag, bracket) for tag, bracket in pairs if tag.name in RELATIONS),
            cue=cue[1].span if cue else None,
            status=Status.ACCEPTED,
            attributes={"factuality": said} if said else {},
        )

    def _only(self, number: int, name: str, pairs: list[Pair]) -> Pair | None:
        found = [pair for pair in pairs if pair[0].name == name]
        if len(found) > 1:
            raise BadInput(f"quote {number} has two brackets {{{name}{number}:")
        return found[0] if found else None

    def _who(self, number: int, named: list[str]) -> str:
        if len(set(named)) > 1:
            raise BadInput(f"quote {number} has two speakers: {', '.join(named)}")
        who = named[0] if named else SpeakerType.NONE.value
        if who not in self._heading.speakers and who not in NAMELESS:
            raise BadInput(f"quote {number}: {who} is not in the roster of the heading")
        return who

    def _second(self, tag: Tag, bracket: Bracket) -> SecondSpeaker:
        person = self._heading.speakers.get(tag.who or "")
        if person is None and tag.who not in NAMELESS:
            raise BadInput(f"{{{tag}: {tag.who} is not in the roster of the heading")
        return SecondSpeaker(
            relation=RELATIONS[tag.name],
            speaker_id=tag.who if person else None,
            speaker_name=person.name if person else None,
            mention=bracket.span,
        )

    def _quoted(self, number: int, kind: Kind, contents: list[Pair]) -> tuple[Span, ...]:
        if kind is Kind.DIRECT:
            return tuple(bracket.span for _, bracket in contents if self._is_marked(bracket.span))
        places = {self._brackets.index(bracket) for _, bracket in contents}
        inner = (
            bracket.span
            for tag, bracket in zip(self._tags, self._brackets, strict=True)
            if tag.name == QUOTED and bracket.inside in places
        )
        quoted = tuple(inner)
        if (kind is Kind.MIXED) != bool(quoted):
            raise BadInput(f"quote {number} is {kind} and has {'a' if quoted else 'no'} {{q: bracket right inside it")
        return quoted

    def _is_marked(self, span: Span) -> bool:
        # Only an opening mark tells: words without marks of their own may end on an inner quotation's mark.
        return bool(_MARKED.match(self._text, span.start))

    def _parent(self, bracket: Bracket) -> str | None:
        while bracket.inside is not None:
            tag, bracket = self._tags[bracket.inside], self._brackets[bracket.inside]
            if tag.name in KINDS:
                return f"q{tag.numbers[0]}"
        return None

    def _rejections(self) -> Iterable[Rejection]:
        marked = [pair for pair in zip(self._tags, self._brackets, strict=True) if pair[0].name in REASONS]
        for number, (tag, bracket) in enumerate(marked, 1):
            span = (bracket.span,)
            quote = Quote(id=f"x{number}", fragments=span, kind=Kind.DIRECT, quoted=span, speaker_type=SpeakerType.NONE)
            yield Rejection(quote=quote, reason=REASONS[tag.name])
