"""How many quotes an article has, of which sort and of whom: kept up quote by quote, never counted anew at a key."""

from collections import Counter
from collections.abc import Iterable

from core.model.doubt import doubtful, is_doubtful
from core.model.records import Quote


class Tally:
    """Figures over the quotes that were added and not removed."""

    def __init__(self, quotes: Iterable[Quote] = ()) -> None:
        found = list(quotes)
        self.total = len(found)
        open_ = [quote for quote in found if not quote.checked]
        self.checked = self.total - len(open_)
        self.doubtful = sum(doubtful(quote.confidence, quote.candidates) for quote in open_)
        self.speakers: Counter[str | None] = Counter(quote.speaker_id for quote in found)
        """Quotes by the id of their speaker; under None those of nobody named."""

    def add(self, quote: Quote) -> None:
        """Count a quote."""
        self._count(quote, 1)

    def remove(self, quote: Quote) -> None:
        """Count a quote no longer; it must be the very one that was added."""
        self._count(quote, -1)

    def _count(self, quote: Quote, sign: int) -> None:
        self.total += sign
        self.speakers[quote.speaker_id] += sign
        if quote.checked:
            self.checked += sign
        elif is_doubtful(quote):
            self.doubtful += sign
