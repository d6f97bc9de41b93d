"""Draws annotated documents of every kind that the format allows, for the round trips."""

import string

from hypothesis import strategies as st

from core.model.identity import sha256_of
from core.model.records import (
    AnnotatedDocument,
    Candidate,
    Decision,
    Document,
    Layer,
    Model,
    Quote,
    Rejection,
    SecondSpeaker,
    Speaker,
    Suggestion,
    Zone,
)
from core.model.spans import Span
from core.model.terms import Kind, Reason, Relation, SpeakerKind, SpeakerType, State, Status, Via, ZoneType

# Emoji with modifiers, combining marks, CRLF, right-to-left, U+FEFF, line and paragraph separators, marks.
PIECES = [
    "a",
    "👩🏽‍🚀",
    "e\u0301",
    "\r\n",
    "שלום",
    "مرحبا",
    "\u202e",
    "\ufeff",
    "\u2028",
    "“",
    "”",
    '"',
    "\\",
    "\t",
    "\x00",
    "\x85",
    "𝔘",
    " ",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join).map(lambda text: "xyz" + text)
WORDS = st.text(max_size=6)
NAMES = st.text(min_size=1, max_size=6)
MAYBE = st.none() | WORDS
SHARES = st.floats(0, 1)
LEAVES = (
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False) | WORDS
)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2), max_leaves=4
)
EXTRAS = st.dictionaries(st.text(string.ascii_lowercase, max_size=3).map(lambda key: f"x_{key}"), VALUES, max_size=2)
MOMENTS = st.datetimes().map(lambda at: at.isoformat(timespec="milliseconds") + "Z")


def spans(length: int) -> st.SearchStrategy[Span]:
    return st.tuples(st.integers(0, length - 1), st.integers(1, 9)).map(
        lambda pair: Span(pair[0], min(length, sum(pair)))
    )


def fragments(length: int, least: int = 1) -> st.SearchStrategy[tuple[Span, ...]]:
    def paired(ends: list[int]) -> tuple[Span, ...]:
        ends = sorted(ends)
        return tuple(Span(a, b) for a, b in zip(ends[::2], ends[1::2], strict=False))

    several = st.lists(st.integers(0, length), min_size=2, max_size=6, unique=True).map(paired)
    return several if least else several | st.just(())


@st.composite
def whos(draw, speakers):
    """Id, name and type of a source: somebody of the roster, or a description, or nothing."""
    if speakers and draw(st.booleans()):
        one = draw(st.sampled_from(speakers))
        return one.id, one.name, draw(st.sampled_from(SpeakerType))
    kind = draw(st.sampled_from([one for one in SpeakerType if one is not SpeakerType.NAMED]))
    return None, draw(MAYBE), kind


def candidates(length, speakers):
    ids = st.none() | st.sampled_from([one.id for one in speakers]) if speakers else st.none()
    return st.builds(
        Candidate,
        name=WORDS,
        speaker_id=ids,
        mention=st.none() | spans(length),
        confidence=SHARES,
        evidence=WORDS,
        extra=EXTRAS,
    )


def decisions(length):
    suggestion = st.builds(
        Suggestion,
        fragments=fragments(length),
        kind=st.sampled_from(Kind),
        speaker_name=MAYBE,
        confidence=st.none() | SHARES,
        model=MAYBE,
    )
    return st.builds(
        Decision, via=st.sampled_from(Via), at=MOMENTS, blind=st.booleans(), seconds=st.none() | st.floats(0, 1e6),
        keys=st.none() | st.integers(0, 999), fast=st.booleans(), suggestion=st.none() | suggestion, extra=EXTRAS,
    )  # fmt: skip


@st.composite
def quotes(draw, length, speakers, id_, parents):
    speaker_id, name, kind = draw(whos(speakers))
    second_id, second_name, _ = draw(whos(speakers))
    second = SecondSpeaker(
        relation=draw(st.sampled_from(Relation)),
        speaker_id=second_id,
        speaker_name=second_name,
        mention=draw(st.none() | spans(length)),
    )
    return Quote(
        id=id_, fragments=draw(fragments(length)), kind=draw(st.sampled_from(Kind)), quoted=draw(fragments(length, 0)),
        parent=draw(st.none() | st.sampled_from(parents)) if parents else None, mention=draw(st.none() | spans(length)),
        speaker_id=speaker_id, speaker_name=name, speaker_type=kind, more_speakers=draw(st.sampled_from([(), (second,), (second, second)])),
        cue=draw(st.none() | spans(length)), status=draw(st.sampled_from(Status)), flagged=draw(st.booleans()), sure=draw(st.booleans()),
        comment=draw(WORDS), attributes=draw(st.dictionaries(WORDS, WORDS, max_size=2)), confidence=draw(st.none() | SHARES),
        candidates=tuple(draw(st.lists(candidates(length, speakers), max_size=2))), decided=draw(st.none() | decisions(length)), extra=draw(EXTRAS),
    )  # fmt: skip


@st.composite
def documents(draw, texts=TEXTS):
    text = draw(texts)
    zone = st.builds(
        lambda span, kind, extra: Zone(start=span.start, end=span.end, type=kind, extra=extra),
        spans(len(text)),
        st.sampled_from(ZoneType),
        EXTRAS,
    )
    return Document(
        id=draw(NAMES), text=text, sha256=sha256_of(text), title=draw(MAYBE), source=draw(MAYBE), url=draw(MAYBE), date=draw(MAYBE),
        language=draw(MAYBE), zones=tuple(draw(st.lists(zone, max_size=2))), extra=draw(EXTRAS),
    )  # fmt: skip


@st.composite
def layers(draw, length, annotator):
    """What an annotator says about a text; what was decided has one."""
    names = st.lists(NAMES, max_size=3, unique=True)
    speakers = tuple(
        Speaker(id=f"s{number}", name=name, aliases=tuple(draw(st.lists(NAMES, max_size=2))), external_id=draw(MAYBE),
                kind=draw(st.sampled_from(SpeakerKind)), extra=draw(EXTRAS))
        for number, name in enumerate(draw(names))
    )  # fmt: skip
    ids = draw(st.lists(NAMES, max_size=4, unique=True))
    drawn = [draw(quotes(length, speakers, id_, ids[:number])) for number, id_ in enumerate(ids)]
    cut = draw(st.integers(0, len(drawn)))
    return Layer(
        annotator=annotator, state=draw(st.sampled_from(State)),
        model=draw(st.none() | st.builds(Model, name=WORDS, version=WORDS, weights=WORDS)), speakers=speakers, quotes=tuple(drawn[:cut]),
        rejected=tuple(Rejection(quote=quote, reason=draw(st.none() | st.sampled_from(Reason))) for quote in drawn[cut:]),
    )  # fmt: skip


@st.composite
def annotated(draw):
    """Draw a line; its unknown keys belong to the article, and its annotator is named if somebody decided anything."""
    document = draw(documents())
    return AnnotatedDocument(document=document, layer=draw(layers(len(document.text), draw(NAMES))))


@st.composite
def crowds(draw, texts=TEXTS, people=5):
    """Draw the lines of several annotators about one article."""
    document = draw(documents(texts))
    names = draw(st.lists(NAMES, min_size=people, max_size=people, unique=True))
    return [AnnotatedDocument(document=document, layer=draw(layers(len(document.text), name))) for name in names]
