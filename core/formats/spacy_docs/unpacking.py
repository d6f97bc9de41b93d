"""Takes the bytes of a .spacy file apart without spaCy, whose own loading trusts the numbers that stand in it."""

import struct
import zlib
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from core.formats.line.flaws import Flaw
from core.formats.source import LONGEST
from core.formats.spacy_docs.layout import GROUPS, KEY, Groups, Marked
from core.formats.spacy_docs.tokens import places
from core.model.records import Record
from core.model.spans import Span

UNPACKED = 8 * LONGEST
"""Bytes that a file may unpack to; a few kilobytes of a hostile one can stand for any number."""

MOST = 200_000
"""Docs of one file; empty ones take so little room that a hostile file could hold them by the hundred million."""

ORTH = 65
"""The number under which spaCy stores the word itself."""

ENT_IOB, ENT_TYPE = 77, 78
"""Those of the entities: where one begins or goes on, and its label."""

_INSIDE, _BEGIN = 1, 3

_NONE = msgspec.msgpack.encode([])
_NOTES = LONGEST // 2
_SPAN = struct.Struct(">QQQllll")
_LONG = f"is longer than {LONGEST // 1024 // 1024} MB"
_WRONG = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, TypeError)


class _Flags(msgspec.Struct):
    has_unknown_spaces: bool = False


class _Bin(msgspec.Struct):
    """What a .spacy file says, as far as it is needed; the limits keep a small file from filling the memory."""

    attrs: Annotated[list[int], Meta(min_length=1, max_length=200)]
    tokens: memoryview
    spaces: memoryview
    lengths: memoryview
    strings: Annotated[list[str], Meta(max_length=4_000_000)]
    span_groups: Annotated[list[bytes], Meta(max_length=MOST)] = []
    user_data: Annotated[list[bytes | None], Meta(max_length=MOST)] = []
    flags: Annotated[list[_Flags], Meta(max_length=MOST)] = []


class _Group(msgspec.Struct):
    name: str
    spans: list[bytes]


class Unpacked(Record, frozen=True, kw_only=True):
    """One Doc: its text, its span groups, and what we noted in its user data, or None if that is none of ours.

    `unread` counts the spans of groups that aren't ours and can't be read.
    """

    text: str
    groups: Groups
    notes: dict[str, Any] | None
    entities: list[Marked]
    unread: dict[str, int]


class Docs:
    """The Docs of one file; `hashed` is the function by which spaCy turns a string into a number."""

    def __init__(self, data: bytes | bytearray, hashed: Callable[[str], int]) -> None:
        """Raise `Flaw` if the file as a whole doesn't hold together."""
        try:
            self._bin = msgspec.msgpack.decode(data, type=_Bin)
            self._tokens, self._lengths = self._bin.tokens.cast("Q"), self._bin.lengths.cast("i").tolist()
            self._orth = self._bin.attrs.index(ORTH)
        except (*_WRONG, ValueError) as error:
            raise Flaw("", "is not a file of spaCy Docs (DocBin)") from error
        if len(self._lengths) > MOST:
            raise Flaw("", f"holds more than {MOST} documents; split it")
        self._starts = list(accumulate(self._lengths, initial=0))
        whole = self._starts[-1]
        held = (len(self._bin.spaces), len(self._tokens))
        if min(self._lengths, default=0) < 0 or held != (whole, whole * len(self._bin.attrs)):
            raise Flaw("", "is damaged: its lists of tokens are not of one length")
        self._strings = {hashed(string): string for string in self._bin.strings} | {0: ""}

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._lengths)

    def __getitem__(self, number: int) -> Unpacked:
        """Return one of them; raises `Flaw` if it can't be read."""
        words, spaces = self._words(number), self._spaces(number)
        # Words may stand in the file once and be used a million times.
        if sum(map(len, words)) > LONGEST:
            raise Flaw("", _LONG)
        text = "".join(word + " " * space for word, space in zip(words, spaces, strict=True))
        try:
            tokens = places(words, spaces)
            groups, unread = self._groups(number, tokens)
            notes = _notes(self._bin.user_data[number] if number < len(self._bin.user_data) else None)
        except _WRONG as error:
            raise Flaw("", "has span groups or user data that can't be read") from error
        entities = self._entities(number, tokens)
        return Unpacked(text=text, groups=groups, notes=notes, entities=entities, unread=unread)

    def _column(self, number: int, place: int) -> list[int]:
        width = len(self._bin.attrs)
        start, end = self._starts[number] * width, self._starts[number + 1] * width
        return self._tokens[start + place : end : width].tolist() if end > start else []

    def _words(self, number: int) -> list[str]:
        try:
            return [self._strings[one] for one in self._column(number, self._orth)]
        except KeyError:
            raise Flaw("", "uses a word that the file does not hold") from None

    def _spaces(self, number: int) -> list[bool]:
        if number < len(self._bin.flags) and self._bin.flags[number].has_unknown_spaces:
            return [True] * self._lengths[number]
        return list(map(bool, self._bin.spaces[self._starts[number] : self._starts[number + 1]]))

    def _entities(self, number: int, tokens: list[Span]) -> list[Marked]:
        if not {ENT_IOB, ENT_TYPE} <= set(self._bin.attrs):
            return []
        signs, labels = (self._column(number, self._bin.attrs.index(one)) for one in (ENT_IOB, ENT_TYPE))
        found: list[Marked] = []
        before = 0
        for sign, label, token in zip(signs, labels, tokens, strict=True):
            goes_on = sign == _INSIDE and label == before
            if goes_on and found:
                found[-1] = Marked(span=Span(found[-1].span.start, token.end), label=found[-1].label)
            elif sign in (_INSIDE, _BEGIN) and label:
                found.append(Marked(span=token, label=self._strings.get(label, "")))
            before = label if sign in (_INSIDE, _BEGIN) else 0
        return found

    def _groups(self, number: int, tokens: list[Span]) -> tuple[Groups, dict[str, int]]:
        """Return the groups, and how many spans are in those of others that can't be read."""
        packed = self._bin.span_groups[number] if number < len(self._bin.span_groups) else b""
        found = msgspec.msgpack.decode(packed or _NONE, type=dict[bytes, list[str]] | list[bytes])
        groups: Groups = {}
        unread: dict[str, int] = {}
        for each, names in found.items() if isinstance(found, dict) else ((one, []) for one in found):
            group = msgspec.msgpack.decode(each, type=_Group)
            names = names or [group.name]
            ours = GROUPS.intersection(names)
            try:
                spans = [self._marked(span, tokens) for span in group.spans]
                groups |= dict.fromkeys(ours or names[:1], spans)
            except Flaw:
                if ours:
                    raise
                unread[f"span group {names[0]}"] = len(group.spans)
        return groups, unread

    def _marked(self, packed: bytes, tokens: list[Span]) -> Marked:
        if len(packed) != _SPAN.size:
            raise Flaw("", "has a span of a spaCy that is older than 3.4")
        id_, kb_id, label, start, end, _, _ = _SPAN.unpack(packed)
        if not 0 <= start < end <= len(tokens):
            raise Flaw("", f"has a span of the tokens {start} to {end}, but there are {len(tokens)}")
        span = Span(tokens[start].start, tokens[end - 1].end)
        return Marked(span=span, label=self._strings.get(label, ""), id=self._name(id_), kb_id=self._name(kb_id))

    def _name(self, number: int) -> str:
        # An id need not be a string: spaCy takes any number.
        return self._strings.get(number, str(number))


def unpacked(blocks: Iterable[bytes]) -> bytearray:
    """Return what the blocks unpack to, no more than `UNPACKED` bytes of it; raises `Flaw`."""
    unpacker, data = zlib.decompressobj(), bytearray()
    try:
        for block in blocks:
            data += unpacker.decompress(block, UNPACKED + 1 - len(data))
            if len(data) > UNPACKED:
                raise Flaw("", f"unpacks to more than {UNPACKED // 1024 // 1024} MB; split it")
    except zlib.error:
        raise Flaw("", "is not a file of spaCy Docs (DocBin), or it is damaged") from None
    if not unpacker.eof:
        raise Flaw("", "breaks off in the middle")
    return data


def begins(head: bytes) -> bool:
    """Whether a file of these first bytes can be a DocBin: packed by zlib, with its keys in sight."""
    try:
        start = zlib.decompressobj().decompress(head, 64)
    except zlib.error:
        return False
    return any(key in start for key in (b"\xa7version", b"\xa5attrs", b"\xa6tokens"))


def _notes(packed: bytes | None) -> dict[str, Any] | None:
    if packed is None:
        return None
    if len(packed) > _NOTES:
        raise Flaw("", f"has user data of more than {_NOTES // 1024 // 1024} MB")
    found = msgspec.msgpack.decode(packed, type=dict[Any, msgspec.Raw]).get(KEY)
    if found is None:
        return None
    # By way of JSON, so that nothing gets in that a line can't hold: bytes, moments, numbers that are none.
    return msgspec.json.decode(msgspec.json.encode(msgspec.msgpack.decode(found)), type=dict[str, Any])
