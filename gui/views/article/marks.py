"""What a quote looks like just now."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from core.model.records import Quote
from gui.models.article import ArticleModel
from gui.models.names import UNKNOWN


class Look(Enum):
    """The state a quote is painted in."""

    SUGGESTED = "suggested"
    DOUBTFUL = "doubtful"
    CHECKED = "checked"
    GHOST = "ghost"


class Mark(NamedTuple):
    """A quote as it is painted: its number in the article, its speaker slot, its state and the model's confidence.

    There is none where words or speaker are no longer those that the model suggested.
    """

    quote: Quote
    number: int
    slot: int
    look: Look
    confidence: float | None = None


class Marks:
    """The marks of the quotes that were painted, each worked out once until its quote becomes another."""

    def __init__(self, model: ArticleModel) -> None:
        self._model = model
        self._known: dict[int, Mark] = {}

    def of(self, row: int) -> Mark:
        """Return how the quote of a row is painted."""
        mark = self._known.get(row)
        if mark is None:
            mark = self._known[row] = mark_of(self._model, row)
        return mark

    def forget(self, rows: Iterable[int]) -> None:
        """Say that the quotes of some rows have changed."""
        for row in rows:
            self._known.pop(row, None)

    def forget_all(self) -> None:
        """Say that rows are other quotes now, or that speakers have other colours."""
        self._known.clear()


def mark_of(model: ArticleModel, row: int) -> Mark:
    """Work out how the quote of a row is painted."""
    quote = model.quotes[row]
    return Mark(quote, row + 1, model.slot(quote), look_of(model, quote), confidence_in(quote))


def confidence_in(quote: Quote) -> float | None:
    """Return how sure the model is of words and speaker that stand there; of others it said nothing."""
    if quote.decided is None:
        return quote.confidence
    shown = quote.decided.suggestion
    if shown is None or (shown.fragments, shown.speaker_name) != (quote.fragments, quote.speaker_name):
        return None
    return shown.confidence


def look_of(model: ArticleModel, quote: Quote) -> Look:
    """Return the state a quote is painted in."""
    if model.is_ghost(quote.id):
        return Look.GHOST
    if quote.checked:
        return Look.CHECKED
    return Look.DOUBTFUL if model.is_doubtful(quote) else Look.SUGGESTED


def name_of(model: ArticleModel, quote: Quote) -> str:
    """Return the name on a quote's tag: the roster's, else the description, else a word for what is known."""
    if model.is_ghost(quote.id):
        return "Not a quote"
    speaker = model.speaker(quote)
    return speaker.name if speaker else quote.speaker_name or UNKNOWN[quote.speaker_type]


def told_of(model: ArticleModel, row: int) -> str:
    """Return what the tag of a row says, in words: the figure on it is another one than a candidate's."""
    quote = model.quotes[row]
    said = f"{row + 1} {name_of(model, quote)}{_more(quote)}"
    look = look_of(model, quote)
    if look is Look.CHECKED:
        return f"{said}: checked"
    confidence = confidence_in(quote)
    if look is Look.GHOST:
        return said
    if confidence is None:
        return f"{said}: not checked"
    return f"{said}: {round(confidence * 100)}% that words and speaker are right"


def _more(quote: Quote) -> str:
    names = [one.speaker_name for one in quote.more_speakers if one.speaker_name]
    return f" (+ {', '.join(names)})" if names else ""
