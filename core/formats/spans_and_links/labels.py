"""The labels that are written for tools, and what a label found in a file may mean."""

import re
from enum import Enum, auto

from core.model.terms import Kind, Relation

KINDS = {Kind.DIRECT: "Direct quote", Kind.MIXED: "Mixed quote", Kind.INDIRECT: "Indirect quote"}
SPEAKER = "Speaker"
CUE = "Cue"
MARKS = (*KINDS.values(), SPEAKER, CUE)
"""The labels of spans."""

SAID_BY = "said by"
CUED_BY = "cue"
CONTINUES = "continues"
INSIDE = "inside"
SECONDS = {Relation.JOINT: "joint", Relation.ALTERNATIVE: "alternative", Relation.RELAYED_BY: "relayed by"}
LINKS = (SAID_BY, CUED_BY, CONTINUES, INSIDE, *SECONDS.values())
"""The labels of links; each leads from a quote to its speaker, its cue, its next piece or the quote around it."""

_CUE = re.compile(r"(?<![a-z])cue|verb|reporting")
_SPEAKER = re.compile(r"speaker|(?<![a-z])(source|sayer|holder|person saying)")
_QUOTE = re.compile(r"quot|(?<![a-z])(content|speech|utterance|saying|direct|indirect|mixed)(?![a-z])")
_INSIDE = re.compile(r"inside|within|nested|embedded|parent|part.of")
_CONTINUES = re.compile(r"contin|same|split|piece|fragment|next")


class Role(Enum):
    """What a labelled span is for us."""

    QUOTE = auto()
    SPEAKER = auto()
    CUE = auto()
    OTHER = auto()


def role_of(label: str) -> Role:
    """Return what a span of this label is: "Quote speaker" is a speaker, "Speech verb" a cue."""
    plain = _plain(label)
    if _CUE.search(plain):
        return Role.CUE
    if _SPEAKER.search(plain):
        return Role.SPEAKER
    return Role.QUOTE if _QUOTE.search(plain) else Role.OTHER


def kind_of(label: str) -> Kind | None:
    """Return the kind that the label of a quote names, if it does."""
    plain = _plain(label)
    named = (("indirect", Kind.INDIRECT), ("mixed", Kind.MIXED), ("direct", Kind.DIRECT))
    return next((kind for word, kind in named if word in plain), None)


def relation_of(label: str) -> Relation | None:
    """Return how a link says that a second speaker stands to the first, or None if it leads to the first."""
    plain = _plain(label)
    named = (("joint", Relation.JOINT), ("alternative", Relation.ALTERNATIVE), ("relay", Relation.RELAYED_BY))
    return next((relation for word, relation in named if word in plain), None)


def is_inside(label: str) -> bool:
    """Whether a link between two quotes says that the one stands in the other."""
    return bool(_INSIDE.search(_plain(label)))


def is_continuation(label: str) -> bool:
    """Whether a link between two spans says that they are pieces of one quote."""
    return bool(_CONTINUES.search(_plain(label)))


def _plain(label: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[_\-]+", " ", label).lower()
