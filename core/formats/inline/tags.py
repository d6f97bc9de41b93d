"""What the tags of brackets mean: `d1` a direct quote's words, `by1=ana` its mention, `cue1`, `scare`, `headline`, …"""

import re

from core.errors import BadInput
from core.model.records import Record
from core.model.terms import Kind, Reason, Relation, SpeakerType, ZoneType

KINDS = {"d": Kind.DIRECT, "m": Kind.MIXED, "i": Kind.INDIRECT}
RELATIONS = {"joint": Relation.JOINT, "or": Relation.ALTERNATIVE, "via": Relation.RELAYED_BY}
REASONS = {"scare": Reason.SCARE, "title": Reason.TITLE, "word": Reason.NOT_SPEECH}
ZONES = {each.value: each for each in ZoneType}
NAMELESS = {
    each.value: each for each in (SpeakerType.UNNAMED, SpeakerType.COLLECTIVE, SpeakerType.NONE, SpeakerType.UNDECIDED)
}
FACTUALITIES = ("asserted", "denied", "question", "hypothetical", "future")
QUOTED, BY, CUE = "q", "by", "cue"
NUMBERED = {*KINDS, BY, CUE, *RELATIONS}
BARE = {QUOTED, *REASONS, *ZONES}

_SHAPE = re.compile(r"(?P<name>[a-z_]+)(?P<ids>\d+(?:,\d+)*)?(?: (?P<factuality>[a-z]+))?(?:=(?P<who>[\w-]+))?")


class Tag(Record, frozen=True, kw_only=True):
    """A tag taken apart: its name, the quotes it belongs to, who is meant, and how far the words were really said."""

    name: str
    numbers: tuple[int, ...] = ()
    who: str | None = None
    factuality: str | None = None

    def __str__(self) -> str:
        numbers = ",".join(map(str, self.numbers))
        factuality = f" {self.factuality}" if self.factuality else ""
        return f"{self.name}{numbers}{factuality}" + (f"={self.who}" if self.who else "")


def tag_of(written: str) -> Tag:
    """Take a tag apart; raises `BadInput` that says what is wrong with it."""
    shape = _SHAPE.fullmatch(written)
    if shape is None or shape["name"] not in NUMBERED | BARE:
        raise BadInput(f"{{{written}: is no tag")
    tag = Tag(
        name=shape["name"],
        numbers=tuple(map(int, shape["ids"].split(","))) if shape["ids"] else (),
        who=shape["who"],
        factuality=shape["factuality"],
    )
    if wrong := _flaw(tag):
        raise BadInput(f"{{{written}: {wrong}")
    return tag


def _flaw(tag: Tag) -> str | None:
    if (tag.name in NUMBERED) != bool(tag.numbers):
        return "needs the number of its quote" if tag.name in NUMBERED else "takes no number"
    if tag.name in KINDS and len(tag.numbers) > 1:
        return "belongs to one quote"
    if tag.factuality and (tag.name not in KINDS or tag.factuality not in FACTUALITIES):
        return f"“{tag.factuality}” is not one of {', '.join(FACTUALITIES)} of a quote"
    if tag.who and tag.name not in {*KINDS, BY, *RELATIONS}:
        return "takes no speaker"
    if tag.name in {BY, *RELATIONS} and not tag.who:
        return "needs =KEY of the roster, =unnamed or =collective"
    return None
