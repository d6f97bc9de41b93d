"""The project's speakers: what they are called, which of them are one, and which are two."""

from collections.abc import Iterable
from typing import Any

from msgspec import structs

from core.commands.command import Act
from core.commands.settling import Shown
from core.errors import UserMistake
from core.model.alike import APART
from core.model.extras import is_foreign, words_in
from core.model.identity import new_id
from core.model.records import Candidate, Record
from core.model.terms import SpeakerKind, SpeakerType, Via
from core.model.united import united
from core.store import tables
from core.store.layers import join_cast, own_layer, own_quote
from core.store.speakers import is_taken, layers_with, leave_cast, maybe_noting, quotes_with, seconds_with
from core.store.transaction import Step, Transaction

OTHER_IDS = "other_external_ids"
"""Under this word a speaker's `extra` keeps the external ids of those who were merged into them."""


class EditSpeaker(Record, frozen=True, kw_only=True):
    """Say what a speaker is called, what else, and what they are; None leaves a thing as it is.

    The name from before joins the aliases, unless `aliases` says what these are. An empty `external_id` takes it away.
    """

    speaker_id: str
    name: str | None = None
    aliases: tuple[str, ...] | None = None
    external_id: str | None = None
    kind: SpeakerKind | None = None

    def apply(self, transaction: Transaction) -> Step:
        """Change the roster's entry; every quote of the speaker shows it."""
        speaker = _speaker(transaction, self.speaker_id)
        before = speaker.name
        if self.name is not None:
            speaker.name = self._name(transaction, speaker)
        if self.aliases is not None:
            speaker.aliases = _names(self.aliases, without=speaker.name)
        elif speaker.name != before:
            speaker.aliases = _names((*speaker.aliases, before), without=speaker.name)
        if self.external_id is not None:
            speaker.external_id = self.external_id.strip() or None
        if self.kind is not None:
            speaker.kind = self.kind
        if not transaction.session.is_modified(speaker):
            raise UserMistake(f"{before} is called so already. Nothing was changed.")
        code = "rename" if speaker.name != before else "speaker"
        return Step(code=code, words={"speaker": speaker.name, "before": before})

    def _name(self, transaction: Transaction, speaker: tables.Speaker) -> str:
        name = " ".join((self.name or "").split())
        if not name:
            raise UserMistake(f"{speaker.name} needs a name. Nothing was changed. Type one.")
        if is_taken(transaction.session, name, but=speaker.id):
            raise UserMistake(
                f"Another speaker is called {name}. Nothing was changed. Merge the two if they are one, "
                "or choose a name that tells them apart."
            )
        return name


class MergeSpeakers(Record, frozen=True, kw_only=True):
    """Say that two speakers are one: all that names `gone_id`, in every article, names `kept_id` from now on."""

    kept_id: str
    gone_id: str

    def apply(self, transaction: Transaction) -> Step:
        """Hand everything over and take the second entry out of the roster; its names become aliases."""
        if self.kept_id == self.gone_id:
            raise UserMistake("A speaker can't be merged with themselves. Nothing was changed.")
        kept, gone = _speaker(transaction, self.kept_id), _speaker(transaction, self.gone_id)
        session = transaction.session
        words = {"speaker": kept.name, "before": gone.name, "kept": kept.id}
        _hand_over_cast(transaction, kept, gone)
        for quote in quotes_with(session, gone.id):
            if quote.speaker_id == gone.id:
                quote.speaker_id = kept.id
            quote.candidates = _merged(quote.candidates, kept, gone.id)
        _hand_over_seconds(transaction, kept.id, gone.id)
        kept.aliases = _names((*kept.aliases, gone.name, *gone.aliases), without=kept.name)
        _hand_over_extra(kept, gone)
        if kept.kind == SpeakerKind.UNKNOWN:
            kept.kind = gone.kind
        _hand_over_apart(transaction, kept, gone)
        session.flush()
        leave_cast(session, gone.id)
        session.delete(gone)
        return Step(code="merge", words=words)


class SplitSpeaker(Record, frozen=True, kw_only=True):
    """Say that some quotes of a speaker in one article are somebody else's, who gets an entry of their own."""

    speaker_id: str
    document_id: str
    quote_ids: tuple[str, ...]
    name: str

    def apply(self, transaction: Transaction) -> Step:
        """Make the new speaker and give them the quotes; what was checked stays checked, as corrected."""
        speaker = _speaker(transaction, self.speaker_id)
        name = " ".join(self.name.split())
        session = transaction.session
        if not name or name == speaker.name:
            raise UserMistake("The other speaker needs another name. Nothing was changed. Type one.")
        if is_taken(session, name, but=speaker.id):
            raise UserMistake(f"{name} is in the roster already. Nothing was changed. Assign the quotes to them.")
        layer = own_layer(transaction, self.document_id)
        other = tables.Speaker(id=new_id(), name=name, aliases=(), external_id=None, kind=speaker.kind, extra={})
        session.add(other)
        session.flush()
        join_cast(session, layer, other.id)
        count = 0
        for quote_id in self.quote_ids:
            quote = own_quote(transaction, self.document_id, quote_id)
            if quote.speaker_id == speaker.id and not quote.rejected:
                shown = Shown(transaction, self.document_id, quote)
                quote.speaker_id, quote.speaker_type = other.id, SpeakerType.NAMED
                quote.candidates = tuple(_renamed(each, speaker.id, other) for each in quote.candidates)
                shown.revise(quote, Act(via=Via.EDIT))
                count += 1
        if not count:
            raise UserMistake(f"None of these quotes is by {speaker.name}. Nothing was changed.")
        words = {"speaker": name, "before": speaker.name, "count": str(count)}
        return Step(code="split_speaker", words=words, document_id=self.document_id)


def _speaker(transaction: Transaction, speaker_id: str) -> tables.Speaker:
    speaker = transaction.session.get(tables.Speaker, speaker_id)
    if speaker is None:
        raise UserMistake("This speaker is no longer in the roster. Nothing was changed. Choose another one.")
    return speaker


def _names(names: Iterable[str], *, without: str) -> tuple[str, ...]:
    tidy = (" ".join(name.split()) for name in names)
    return tuple(dict.fromkeys(name for name in tidy if name and name != without))


def _merged(candidates: tuple[Candidate, ...], kept: tables.Speaker, gone_id: str) -> tuple[Candidate, ...]:
    """Two candidates that turn out to be one are as likely as both together."""
    if not any(each.speaker_id == gone_id for each in candidates):
        return candidates
    return united(_renamed(each, gone_id, kept) for each in candidates)


def _renamed(candidate: Candidate, old_id: str, new: tables.Speaker) -> Candidate:
    same = candidate.speaker_id == old_id
    return structs.replace(candidate, speaker_id=new.id, name=new.name) if same else candidate


def _hand_over_cast(transaction: Transaction, kept: tables.Speaker, gone: tables.Speaker) -> None:
    """The speaker who stays joins every layer in which the other one is."""
    for layer in layers_with(transaction.session, gone.id):
        join_cast(transaction.session, layer, kept.id)


def _hand_over_extra(kept: tables.Speaker, gone: tables.Speaker) -> None:
    """Unknown keys are kept, of both; where both have an external id, the second one is an unknown key, too."""
    kept.external_id = kept.external_id or gone.external_id
    others: list[Any] = []
    for each in (*_others(kept), gone.external_id, *_others(gone)):
        if each not in (None, kept.external_id, *others):
            others.append(each)
    carried = {key: value for key, value in gone.extra.items() if key != APART or is_foreign(gone.extra, APART)}
    kept.extra = carried | kept.extra | ({OTHER_IDS: others} if others else {})


def _others(speaker: tables.Speaker) -> list[Any]:
    known = speaker.extra.get(OTHER_IDS, [])
    return known if isinstance(known, list) else [known]  # a file may hold anything there


def _hand_over_apart(transaction: Transaction, kept: tables.Speaker, gone: tables.Speaker) -> None:
    """Who was told apart from the one who goes is told apart from the one who stays, whichever of the two says it."""
    told = [*words_in(kept.extra, APART), *words_in(gone.extra, APART)]
    _tell_apart(kept, [each for each in told if each not in (kept.id, gone.id)])
    for other in maybe_noting(transaction.session, gone.id):
        known = words_in(other.extra, APART)
        if other not in (kept, gone) and gone.id in known:
            _tell_apart(other, [kept.id if each == gone.id else each for each in known])


def _tell_apart(speaker: tables.Speaker, others: Iterable[str]) -> None:
    if is_foreign(speaker.extra, APART):
        return  # a file's own; what can't be noted is asked again
    told = list(dict.fromkeys(others))
    rest = {key: value for key, value in speaker.extra.items() if key != APART}
    speaker.extra = rest | ({APART: told} if told else {})


def _hand_over_seconds(transaction: Transaction, kept_id: str, gone_id: str) -> None:
    """Second speakers too; one who is the first speaker of the same quote by now is no second one any more."""
    session, seen = transaction.session, set[tuple[int, str]]()
    for row, first in seconds_with(session, kept_id, gone_id):
        place = (row.layer_id, row.quote_id)
        if first == kept_id or place in seen:
            session.delete(row)
        else:
            seen.add(place)
            row.speaker_id = kept_id
    session.flush()
