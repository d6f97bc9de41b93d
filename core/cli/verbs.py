"""Which verb is meant: a first word that is none, or no word at all, opens the window."""

import os
from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperGroup

from core.cli.problems import WRONG, say
from core.errors import QuotedeskError

OPEN = "open"
"""The hidden verb that the window registers; without a window there is none."""


class Verbs(TyperGroup):
    """The group of all verbs. It also turns the errors meant for people into one line and an exit code."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take no words at all as the order to open the window, or to help where there is none."""
        if not args:
            args = [OPEN] if OPEN in self.commands else ["--help"]
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Send `quotedesk PROJECT` and `quotedesk ARTICLE…` to the verb `open`, unless a verb was misspelt."""
        if OPEN in self.commands and args[0] not in self.commands and not self._misspelt(args[0]):
            args = [OPEN, *args]
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run a verb; what a person did wrong ends in a sentence, everything else is a bug and goes on."""
        try:
            return super().invoke(ctx)
        except QuotedeskError as error:
            say(error)
            raise typer.Exit(WRONG) from None

    def _misspelt(self, word: str) -> bool:
        verbs = [name for name in self.commands if name != OPEN]
        return not os.path.exists(word) and bool(get_close_matches(word, verbs))
