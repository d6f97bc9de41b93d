"""How a quote becomes a person's: what was shown is kept beside what was decided (docs/format.md, "decided")."""

from functools import cached_property

from msgspec import structs

from core.commands.command import Act
from core.commands.suggested import Source, Suggested, seconds_of, stood_of, suggested
from core.model.records import Suggestion
from core.model.terms import Kind, State, Status, Via
from core.store import tables
from core.store.layers import set_state, weights_of
from core.store.speakers import name_in_roster, names_in_roster
from core.store.transaction import Transaction


class Shown:
    """What stood on the screen before a decision; take it before changing the quote."""

    def __init__(
        self, transaction: Transaction, document_id: str, quote: tables.Quote, *, by_hand: bool = False
    ) -> None:
        self._transaction = transaction
        self._document_id = document_id
        self._quote = quote
        self._stood = stood_of(quote)
        self.made_by_hand = (
            by_hand
            or quote.status == Status.ADDED
            or (quote.decided_via == Via.EDIT and quote.decided_suggestion is None)
        )
        self.first = not self.made_by_hand and quote.decided_suggestion is None
        """Whether nobody has decided before: what was suggested is what stands there."""
        self.suggestion: Suggestion | None = None
        if not self.made_by_hand:
            self.suggestion = quote.decided_suggestion or Suggestion(
                fragments=quote.fragments,
                kind=Kind(quote.kind),
                speaker_name=name_of(transaction, quote),
                confidence=quote.confidence,
                model=weights_of(transaction, document_id),
            )

    def source(self) -> Source | None:
        """Return by whom the quote was suggested to be, None if nobody suggested it or that is no longer known."""
        if self.first:
            return self._stood.source
        return self._suggested.source if self._suggested else None

    def look_back(self) -> None:
        """Find out what was suggested before second speakers change: later the history is read too late."""
        _ = self._suggested

    @cached_property
    def _suggested(self) -> Suggested | None:
        if self.suggestion is None:
            return None
        if self.first:  # a correction that a file brought may not tell what it corrects
            return None if self._stood.status == Status.CORRECTED else Suggested(self._stood.source, lambda: None)
        return suggested(self._transaction, self._document_id, self._quote, stood=self._stood, shown=self.suggestion)

    def settle(self, quote: tables.Quote, act: Act) -> None:
        """Make the quote checked: added if a person made it, accepted if it is as it was shown, else corrected."""
        quote.rejected, quote.reason = False, None
        quote.status = self.status(quote)
        self.note(quote, act)

    def reopen(self, quote: tables.Quote, act: Act) -> None:
        """Leave an edited quote suggested: only Enter, a pick or a name confirms it, whatever key edited it.

        The article is in work again, if it was complete.
        """
        set_state(self._transaction, self._document_id, State.IN_WORK)
        quote.rejected, quote.reason = False, None
        quote.status = Status.SUGGESTED
        self.note(quote, structs.replace(act, via=Via.EDIT))

    def revise(self, quote: tables.Quote, act: Act) -> None:
        """Note a change that confirms nothing: what was checked stays checked, another quote waits for Enter."""
        if quote.status == Status.SUGGESTED:
            self.reopen(quote, act)
        elif not self.first:
            quote.status = self.status(quote)
        elif quote.status == Status.ACCEPTED:
            # As a file brought it. From now on it is known what stood there, so that taking it back is no correction.
            quote.status = Status.CORRECTED
            quote.decided_suggestion = self.suggestion

    def note(self, quote: tables.Quote, act: Act) -> None:
        """Keep by which act it was decided, when, and what was shown."""
        quote.decided_via = act.via
        quote.decided_at = self._transaction.at
        quote.decided_blind = act.blind
        quote.decided_seconds = act.seconds
        quote.decided_keys = act.keys
        quote.decided_fast = act.fast
        quote.decided_suggestion = self.suggestion

    def status(self, quote: tables.Quote) -> Status:
        """Return what a checked quote counts as: the same end gives the same status, in whatever order it was reached.

        Second speakers count as far as it is still known which were suggested. Where nothing is known but that a person
        corrected the quote, it stays corrected.
        """
        if self.suggestion is None:
            return Status.ADDED
        if (quote.fragments, Kind(quote.kind)) != (self.suggestion.fragments, self.suggestion.kind):
            return Status.CORRECTED  # what else was suggested need not be looked for
        told = self._suggested
        if told is None or quote.speaker_type != told.source.type or not self._is_by(quote, told.source):
            return Status.CORRECTED
        seconds = told.seconds()
        same = seconds is None or seconds_of(self._transaction, quote) == seconds
        return Status.ACCEPTED if same else Status.CORRECTED

    def _is_by(self, quote: tables.Quote, source: Source) -> bool:
        """Whether a quote is by the suggested speaker, whatever they are called by now.

        Ids tell. Where none is known, or a merge took it out of the roster, a name of the speaker does.
        """
        assert self.suggestion is not None
        meant = source.speaker_id
        if meant is not None and meant == quote.speaker_id:
            return True
        if meant is not None and name_in_roster(self._transaction.session, meant) is not None:
            return False
        names = names_in_roster(self._transaction.session, quote.speaker_id) or (quote.speaker_name,)
        return self.suggestion.speaker_name in names


def name_of(transaction: Transaction, quote: tables.Quote) -> str | None:
    """Return the roster's name of a quote's speaker, or the description of one without a name."""
    name = name_in_roster(transaction.session, quote.speaker_id) if quote.speaker_id is not None else None
    return quote.speaker_name if name is None else name
