"""From a record of the dataset format back to a file in the inline markup."""

from collections import defaultdict
from collections.abc import Iterable

from core.errors import BadInput
from core.formats.inline.brackets import put
from core.formats.inline.heading import Heading, Person, join
from core.formats.inline.tags import BY, CUE, KINDS, QUOTED, REASONS, RELATIONS, Tag
from core.model.records import AnnotatedDocument, Quote
from core.model.spans import Span
from core.model.terms import Kind, SpeakerType

_LETTERS = {kind: letter for letter, kind in KINDS.items()}
_RELATIONS = {relation: name for name, relation in RELATIONS.items()}
_REASONS = {reason: name for name, reason in REASONS.items()}


def write(line: AnnotatedDocument) -> str:
    """Return the file's text, which `read` turns into the same record.

    The markup holds what an annotator says about a text, not how it was decided: confidence, candidates and
    decisions are left out. Raises `BadInput` for what brackets can't say.
    """
    document, layer = line.document, line.layer
    heading = Heading(
        title=document.title or "",
        source=document.source or "",
        date=document.date or "",
        genre=str(document.extra.get("genre", "")),
        annotator=layer.annotator or "",
        language=document.language or "en",
        speakers={each.id: Person(each.name, each.aliases, each.kind) for each in layer.speakers},
    )
    brackets = [(zone.type.value, Span(zone.start, zone.end)) for zone in document.zones]
    brackets += [(_reason(each.quote, each.reason), each.quote.span) for each in layer.rejected]
    numbers = {quote.id: number for number, quote in enumerate(layer.quotes, 1)}
    # An outer quote's words come before those inside it, also where both begin and end together.
    for quote in sorted(layer.quotes, key=lambda each: each.parent is not None):
        brackets += [(str(tag), span) for tag, span in _words(quote, numbers[quote.id])]
    brackets += _shared(pair for quote in layer.quotes for pair in _evidence(quote, numbers[quote.id]))
    return join(heading, put(document.text, brackets))


def _words(quote: Quote, number: int) -> Iterable[tuple[Tag, Span]]:
    factuality = quote.attributes.get("factuality")
    for place, fragment in enumerate(quote.fragments):
        first = place == 0
        named = first and quote.mention is None and quote.speaker_type is not SpeakerType.NONE
        who = _who(quote) if named else None
        tag = Tag(name=_LETTERS[quote.kind], numbers=(number,), who=who, factuality=factuality if first else None)
        yield tag, fragment
    if quote.kind is Kind.MIXED:
        yield from ((Tag(name=QUOTED), part) for part in quote.quoted)


def _evidence(quote: Quote, number: int) -> Iterable[tuple[Tag, Span]]:
    if quote.mention:
        yield Tag(name=BY, numbers=(number,), who=_who(quote)), quote.mention
    if quote.cue:
        yield Tag(name=CUE, numbers=(number,)), quote.cue
    for second in quote.more_speakers:
        if second.mention is None:
            raise BadInput(f"quote {quote.id}: its second speaker has no mention, which brackets can't say")
        who = second.speaker_id or SpeakerType.UNNAMED.value
        yield Tag(name=_RELATIONS[second.relation], numbers=(number,), who=who), second.mention


def _shared(pairs: Iterable[tuple[Tag, Span]]) -> list[tuple[str, Span]]:
    """One bracket for the words that are the mention or the cue of several quotes."""
    numbers: defaultdict[tuple[str, str | None, Span], list[int]] = defaultdict(list)
    for tag, span in pairs:
        numbers[tag.name, tag.who, span] += tag.numbers
    return [(str(Tag(name=name, numbers=tuple(of), who=who)), span) for (name, who, span), of in numbers.items()]


def _who(quote: Quote) -> str:
    return quote.speaker_id or quote.speaker_type.value


def _reason(quote: Quote, reason: object) -> str:
    found = next((name for known, name in _REASONS.items() if known is reason), None)
    if found is None:
        raise BadInput(f"the rejected quote {quote.id}: its reason {reason} has no bracket")
    return found
