"""Somebody whom the text only describes is meant: no speaker of the roster comes of it."""

from core.commands.attribution import checked_mention
from core.commands.command import Act
from core.commands.settling import Shown, name_of
from core.commands.sources import give_source
from core.commands.suggested import Source
from core.errors import UserMistake
from core.model.chain import is_pronoun
from core.model.records import Record
from core.model.spans import Span
from core.model.terms import SpeakerType
from core.store.layers import own_quote
from core.store.transaction import Step, Transaction

_DESCRIBED = frozenset({SpeakerType.UNNAMED, SpeakerType.COLLECTIVE, SpeakerType.UNDECIDED})


class DescribeSpeaker(Record, frozen=True, kw_only=True):
    """Say that these words mean the speaker, who has no entry in the roster: "one woman", "critics".

    Words that were suggested for the quote are taken as they were suggested; others mean one unnamed source.
    """

    document_id: str
    quote_id: str
    act: Act
    name: str
    mention: Span | None = None

    def apply(self, transaction: Transaction) -> Step:
        """Give the quote its description and settle it."""
        name = " ".join(self.name.split())
        if not name:
            raise UserMistake("A description needs words. Nothing was changed. Press 0 if nobody is named.")
        quote = own_quote(transaction, self.document_id, self.quote_id)
        before = name_of(transaction, quote)
        shown = Shown(transaction, self.document_id, quote)
        mention = checked_mention(transaction, self.document_id, quote, self.mention)
        source = shown.source()
        suggested = source is not None and _is_meant(source, name, mention)
        if source is None or not suggested:
            # A pronoun alone describes nobody; it is the evidence.
            source = Source(SpeakerType.UNNAMED, None if is_pronoun(name) else name, mention)
        meant = source._replace(mention=mention or source.mention, speaker_id=None)
        give_source(transaction, quote, shown, meant)
        shown.settle(quote, self.act)
        if suggested:
            words = {"speaker": source.name or "", "type": source.type}
            return Step(code="accept", words=words, document_id=self.document_id, quote_id=self.quote_id)
        words = {"speaker": name, "before": before or ""}
        return Step(code="assign", words=words, document_id=self.document_id, quote_id=self.quote_id)


def _is_meant(source: Source, name: str, mention: Span | None) -> bool:
    """Whether a suggestion is by these words; by a pronoun it has no name, and the evidence tells."""
    if source.name is not None:
        return source.name == name
    return source.type in _DESCRIBED and source.mention is not None and source.mention == mention
