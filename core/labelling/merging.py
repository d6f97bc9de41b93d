"""Fresh suggestions into a layer in which a person may have decided: what they touched stays."""

import msgspec

from core.labelling.labels import Labels
from core.model.overlaps import covering
from core.model.records import AnnotatedDocument, Layer, Quote, Speaker
from core.model.terms import State
from core.model.touched import is_touched


def with_labels(line: AnnotatedDocument, labels: Labels) -> AnnotatedDocument:
    """Return the line with its suggestions replaced; an article that a person called complete stays as it is."""
    layer = line.layer
    if layer.state is State.COMPLETE:
        return line
    kept = [quote for quote in layer.quotes if is_touched(quote)]
    covered = covering(labels.quotes, [*kept, *(rejection.quote for rejection in layer.rejected)])
    fresh = [quote for quote in labels.quotes if quote.id not in covered]
    speakers, renamed = _speakers(layer, labels, kept, fresh)
    quotes = [*kept, *(_with_speakers(quote, renamed) for quote in fresh)]
    ids = {quote.id for quote in quotes}
    quotes = [_without_lost_parent(quote, ids) for quote in quotes]
    quotes.sort(key=lambda quote: (quote.fragments, quote.id))
    merged = msgspec.structs.replace(layer, model=labels.model, speakers=speakers, quotes=tuple(quotes))
    return msgspec.structs.replace(line, layer=merged)


def _speakers(
    layer: Layer, labels: Labels, kept: list[Quote], fresh: list[Quote]
) -> tuple[tuple[Speaker, ...], dict[str, Speaker]]:
    """Return the speakers of the line, and the person's own ones under the ids of suggested ones with their names.

    A speaker stays if something names them: those whom only replaced suggestions named go.
    """
    named = {name for quote in kept for name in _ids(quote)}
    named |= {name for rejection in layer.rejected for name in _ids(rejection.quote)}
    replaced = {name for quote in layer.quotes for name in _ids(quote)} - named
    own = [speaker for speaker in layer.speakers if speaker.id not in replaced]
    by_name = {name: speaker for speaker in reversed(own) for name in (*speaker.aliases, speaker.name)}
    renamed = {speaker.id: by_name[speaker.name] for speaker in labels.speakers if speaker.name in by_name}
    wanted = {name for quote in fresh for name in _ids(quote)} - renamed.keys()
    taken = {speaker.id for speaker in own}
    added = [speaker for speaker in labels.speakers if speaker.id in wanted and speaker.id not in taken]
    return (*own, *added), renamed


def _ids(quote: Quote) -> set[str]:
    found = [quote.speaker_id, *(candidate.speaker_id for candidate in quote.candidates)]
    found += [second.speaker_id for second in quote.more_speakers]
    return {name for name in found if name}


def _with_speakers(quote: Quote, renamed: dict[str, Speaker]) -> Quote:
    if not renamed.keys() & _ids(quote):
        return quote
    candidates = tuple(
        msgspec.structs.replace(candidate, speaker_id=own.id, name=own.name)
        if (own := renamed.get(candidate.speaker_id or ""))
        else candidate
        for candidate in quote.candidates
    )
    speaker = renamed.get(quote.speaker_id or "")
    if speaker is None:
        return msgspec.structs.replace(quote, candidates=candidates)
    return msgspec.structs.replace(quote, candidates=candidates, speaker_id=speaker.id, speaker_name=speaker.name)


def _without_lost_parent(quote: Quote, ids: set[str]) -> Quote:
    return quote if quote.parent is None or quote.parent in ids else msgspec.structs.replace(quote, parent=None)
