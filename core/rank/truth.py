"""What an annotated article says about what the rules and the ranker found in it."""

from core.model.names import same_name
from core.model.pairing import forms, paired
from core.model.reading import Mention, Passage, Reading
from core.model.records import Layer, Quote
from core.model.spans import shared


class Truth:
    """The annotation of one article beside its reading: which passages are quotes, and whose."""

    def __init__(self, reading: Reading, layer: Layer) -> None:
        self._people = reading.people
        self._aliases = {speaker.id: (speaker.name, *speaker.aliases) for speaker in layer.speakers}
        quotes = [quote for quote in layer.quotes if quote.parent is None]
        found = paired(
            [forms(passage.fragments, passage.quoted, passage.kind) for passage in reading.passages],
            [forms(quote.fragments, quote.quoted, quote.kind) for quote in quotes],
        )
        self._quotes = {reading.passages[i].fragments: quotes[j] for i, j in found}

    def quote(self, passage: Passage) -> Quote | None:
        """Return the quote that the passage is, or None if it is none."""
        return self._quotes.get(passage.fragments)

    def is_source(self, quote: Quote, mention: Mention) -> bool:
        """Whether the mention names the source: by its place, or by its name where the text shows no place."""
        if quote.mention is not None:
            return bool(shared([quote.mention], [mention.span]))
        return self.is_named_by(quote, mention)

    def is_named_by(self, quote: Quote, mention: Mention) -> bool:
        """Whether the mention is a name of the speaker, or a noun beside one ("his wife, Liga Petersone")."""
        return quote.speaker_id is not None and mention.person is not None and self.is_meant(quote, mention.person)

    def is_meant(self, quote: Quote, person: int) -> bool:
        """Whether the speaker of the quote is this person of the reading."""
        names = self._aliases.get(quote.speaker_id or "", ())
        own = (self._people[person].name, *self._people[person].aliases)
        return any(same_name(one, other) for one in names[:1] for other in own) or bool(
            {name.casefold() for name in names} & {name.casefold() for name in own}
        )

    def is_right(self, passage: Passage, mention: Mention | None, person: int | None) -> bool:
        """Whether passage and speaker are both right; the speaker is a mention, a person, or neither.

        Of a named speaker whose mention is a pronoun or a role noun, the person has to be right as well.
        """
        quote = self.quote(passage)
        if quote is None:
            return False
        if quote.mention is None and quote.speaker_id is None:
            return mention is None
        meant = person is not None and self.is_meant(quote, person)
        if mention is None or not self.is_source(quote, mention):
            return meant
        return meant or person is None or quote.speaker_id is None or mention.sort == "name"
