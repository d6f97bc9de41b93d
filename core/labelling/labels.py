"""Elections -> the quotes and speakers of the dataset format."""

from collections import Counter
from collections.abc import Sequence

from core.model.identity import suggested_quote_id, suggested_speaker_id
from core.model.reading import Mention, Person, Reading
from core.model.records import Candidate, Model, Quote, Record, SecondSpeaker, Speaker
from core.model.terms import Kind, Relation, SpeakerType
from core.rank.ranker import Election
from core.rank.standing import Standing
from core.rank.weights import fingerprint
from core.version import own_version

MODEL_NAME = "quotedesk-en"


class Labels(Record, frozen=True, kw_only=True):
    """What the model says about one text. Speakers with most quotes come first, mere candidates last."""

    model: Model
    speakers: tuple[Speaker, ...] = ()
    quotes: tuple[Quote, ...] = ()


def model_record() -> Model:
    """Return the name under which these suggestions go: program version, and fingerprint of weights and word lists."""
    return Model(name=MODEL_NAME, version=own_version(), weights=fingerprint())


def labels_of(sha256: str, reading: Reading, elections: Sequence[Election]) -> Labels:
    """Return the suggestions for the text with this SHA-256."""
    desk = _Roster(sha256, reading.people)
    quotes = tuple(_quote(election, reading.analysis.text, desk) for election in elections)
    return Labels(model=model_record(), speakers=desk.speakers(quotes), quotes=quotes)


class _Roster:
    """The people of a text under their ids."""

    def __init__(self, sha256: str, people: Sequence[Person]) -> None:
        self.sha256 = sha256
        self.people = people
        self.ids = [suggested_speaker_id(sha256, person.name) for person in people]

    def speakers(self, quotes: Sequence[Quote]) -> tuple[Speaker, ...]:
        counts = Counter(quote.speaker_id for quote in quotes if quote.speaker_id)
        standing = {candidate.speaker_id for quote in quotes for candidate in quote.candidates}
        standing |= {second.speaker_id for quote in quotes for second in quote.more_speakers}
        made: dict[str, Speaker] = {}
        for person, own_id in zip(self.people, self.ids, strict=True):
            if own_id in standing or own_id in counts:
                made.setdefault(own_id, Speaker(id=own_id, name=person.name, aliases=person.aliases, kind=person.kind))
        return tuple(sorted(made.values(), key=lambda speaker: -counts[speaker.id]))


def _quote(election: Election, text: str, desk: _Roster) -> Quote:
    passage, winner = election.passage, election.winner
    cue = passage.cue
    return Quote(
        id=suggested_quote_id(desk.sha256, passage.fragments, passage.kind),
        fragments=passage.fragments,
        kind=Kind(passage.kind),
        quoted=passage.quoted,
        mention=winner.span if winner else None,
        speaker_id=desk.ids[winner.person] if winner and winner.person is not None else None,
        speaker_name=_name(winner, text, desk) if winner else None,
        speaker_type=_type(winner),
        more_speakers=tuple(_second(mention, desk) for mention in election.joint if mention.person is not None),
        cue=cue.span if cue else None,
        confidence=election.confidence,
        candidates=tuple(_candidate(standing, text, desk) for standing in election.standings),
    )


def _second(mention: Mention, desk: _Roster) -> SecondSpeaker:
    person = mention.person or 0
    return SecondSpeaker(
        relation=Relation.JOINT,
        speaker_id=desk.ids[person],
        speaker_name=desk.people[person].name,
        mention=mention.span,
    )


def _candidate(standing: Standing, text: str, desk: _Roster) -> Candidate:
    return Candidate(
        name=_name(standing, text, desk) or _words(standing, text),
        speaker_id=desk.ids[standing.person] if standing.person is not None else None,
        mention=standing.span,
        confidence=standing.confidence,
        evidence=standing.evidence,
    )


def _name(standing: Standing, text: str, desk: _Roster) -> str | None:
    """The roster's name, or the description of somebody whom nothing names; a pronoun alone describes nobody."""
    if standing.person is not None:
        return desk.people[standing.person].name
    if standing.mention is not None and standing.mention.sort == "pronoun":
        return None
    return _words(standing, text)


def _words(standing: Standing, text: str) -> str:
    return " ".join(text[standing.span.start : standing.span.end].split())


def _type(winner: Standing | None) -> SpeakerType:
    if winner is None:
        return SpeakerType.NONE
    if winner.person is not None:
        return SpeakerType.NAMED
    if winner.mention is None:
        return SpeakerType.UNNAMED
    if winner.mention.sort == "pronoun":
        return SpeakerType.UNDECIDED
    return SpeakerType.COLLECTIVE if winner.mention.number == 2 or winner.mention.body else SpeakerType.UNNAMED
