"""The program `quotedesk`: the verbs of the command line, and the window for everything that is no verb."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from core.desk.collector import loading


def main() -> int:
    """Carry out the command line of this process."""
    words = sys.argv[1:]
    return _window(words) if all(map(_is_file, words)) else _verb()


def _window(words: Sequence[str]) -> int:
    """Open the window past the command line, which takes a tenth of a second to learn of all its verbs."""
    with loading():
        from core.cli.problems import WRONG, say
        from core.errors import QuotedeskError
        from gui.start import open_window
    try:
        return open_window([Path(word) for word in words])
    except QuotedeskError as error:
        say(error)
        return WRONG


def _verb() -> int:
    with loading():
        from core.cli.app import run
        from gui import open_verb  # noqa: F401  # puts itself among the verbs
    return run()


def _is_file(word: str) -> bool:
    """Whether a word names a file that is there and can be no verb: none of them has a dot."""
    return "." in word and os.path.isfile(word)


if __name__ == "__main__":
    sys.exit(main())
