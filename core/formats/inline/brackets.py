r"""Brackets in a text: ``{tag:words}``, nested at will; ``\{``, ``\}`` and ``\\`` are the characters themselves."""

import re
from collections.abc import Iterable

from core.errors import BadInput
from core.model.records import Record
from core.model.spans import Span

_SIGNS = re.compile(r"\\(?P<literal>[{}\\])|(?P<open>\{(?P<tag>[^:{}\n]*):)|(?P<close>\})|(?P<stray>[\\{])")
_LITERAL = re.compile(r"[{}\\]")


class Bracket(Record, frozen=True, kw_only=True):
    """One bracket: what stands before its colon, and the stretch of the text that it holds.

    `inside` is the place of the bracket around it in the list of all of them, None at the top.
    """

    tag: str
    span: Span
    inside: int | None = None


def parse(marked: str) -> tuple[str, tuple[Bracket, ...]]:
    """Return the text without its brackets, and the brackets in the order in which they open.

    Raises `BadInput`, with the number of the line, where a bracket is empty, not closed, or closes nothing.
    """
    text: list[str] = []
    length = last = 0
    found: list[Bracket | None] = []
    waiting: list[tuple[int, str, int, int]] = []
    for sign in _SIGNS.finditer(marked):
        plain = marked[last : sign.start()] + (sign["literal"] or "")
        text.append(plain)
        length, last = length + len(plain), sign.end()
        if sign["open"]:
            waiting.append((len(found), sign["tag"], length, sign.start()))
            found.append(None)
        elif sign["close"]:
            if not waiting:
                raise BadInput(f"{_line(marked, sign.start())}: a bracket closes that was never opened")
            place, tag, start, at = waiting.pop()
            if start == length:
                raise BadInput(f"{_line(marked, at)}: the bracket {{{tag}: is empty")
            inside = waiting[-1][0] if waiting else None
            found[place] = Bracket(tag=tag, span=Span(start, length), inside=inside)
        elif sign["stray"]:
            found_sign = sign["stray"]
            raise BadInput(f"{_line(marked, sign.start())}: “{found_sign}” alone; write \\{found_sign} for the sign")
    if waiting:
        raise BadInput(f"{_line(marked, waiting[-1][3])}: the bracket {{{waiting[-1][1]}: is not closed")
    text.append(marked[last:])
    return "".join(text), tuple(each for each in found if each is not None)


def put(text: str, brackets: Iterable[tuple[str, Span]]) -> str:
    """Return the text with brackets around its spans; of equal spans the first given is the outer one.

    Raises `BadInput` where two spans cross, which brackets can't say.
    """
    order = sorted(enumerate(brackets), key=lambda each: (each[1][1].start, -each[1][1].end, each[0]))
    out: list[str] = []
    at = 0
    ends: list[int] = []
    for _, (tag, span) in order:
        while ends and ends[-1] <= span.start:
            out += [_literal(text[at : ends[-1]]), "}"]
            at = ends.pop()
        if ends and span.end > ends[-1]:
            raise BadInput(f"the spans {span.start}-{span.end} and …-{ends[-1]} cross, which brackets can't say")
        out += [_literal(text[at : span.start]), f"{{{tag}:"]
        at = span.start
        ends.append(span.end)
    while ends:
        out += [_literal(text[at : ends[-1]]), "}"]
        at = ends.pop()
    return "".join([*out, _literal(text[at:])])


def _literal(words: str) -> str:
    return _LITERAL.sub(r"\\\g<0>", words)


def _line(marked: str, at: int) -> str:
    return f"line {marked.count(chr(10), 0, at) + 1} of the text"
