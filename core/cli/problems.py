"""Saying on stderr what is wrong: one line a problem, never wrapped, since scripts and people grep for names."""

import sys
from collections.abc import Sequence

from core.formats.problems import SHOWN, Problems
from core.model.saying import plural

WRONG = 1
"""Exit code: something is wrong with the input or the project."""


def say(sentence: object) -> None:
    """Print one line on stderr; whatever a file name holds, it stays one line and can't steer the terminal."""
    print(one_line(str(sentence)), file=sys.stderr, flush=True)


def one_line(sentence: str) -> str:
    """Return the sentence with line ends and control characters written as escapes."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape", "backslashreplace").decode("ascii")
        for sign in sentence
    )


def report(problems: Problems, taken: str) -> int:
    """Tell the first problems, their number, and what was taken all the same; returns the exit code."""
    if not problems:
        return 0
    for sentence in problems.first:
        say(sentence)
    shown = f", the first {len(problems.first)} are shown" if problems.count > len(problems.first) else ""
    say(f"{plural(problems.count, 'problem')}{shown}. {taken}")
    return WRONG


def mention(sentences: Sequence[str], count: int | None = None) -> None:
    """Tell what is worth knowing but not wrong, such as duplicates: the first ten and how many more of `count`."""
    for sentence in sentences[:SHOWN]:
        say(sentence)
    more = (len(sentences) if count is None else count) - SHOWN
    if more > 0:
        say(f"… and {more} more of this kind.")
