"""The article in words alone: its text with the quotes announced, for those who hear it."""

from collections.abc import Iterator

from core.model.records import Quote
from gui.models.article import ArticleModel


def spoken(article: ArticleModel) -> str:
    """Return the text with a remark before each piece of a quote and one behind it."""
    events = sorted(_events(article))
    text, parts, at = article.text, [], 0
    for place, *_, remark in events:
        parts += [text[at:place], remark]
        at = place
    return "".join([*parts, text[at:]])


def told(article: ArticleModel, quote: Quote, number: int) -> str:
    """Return what is said of a quote: its number, kind, speaker and state."""
    speaker = article.speaker(quote)
    who = speaker.name if speaker else quote.speaker_name or "nobody named"
    if quote.checked:
        state = "checked"
    elif article.is_doubtful(quote):
        state = "doubtful"
    else:
        state = "suggested"
    flag = ", flagged" if quote.flagged else ""
    return f"quote {number}, {quote.kind.value}, {who}, {state}{flag}"


def _events(article: ArticleModel) -> Iterator[tuple[int, int, int, str]]:
    """Yield place, two ranks and remark: at one place ends come before beginnings, and nested quotes as brackets do."""
    for row, quote in enumerate(article.quotes):
        if article.is_ghost(quote.id):
            continue
        for piece, fragment in enumerate(quote.fragments):
            opening = told(article, quote, row + 1) if piece == 0 else f"quote {row + 1} goes on"
            yield fragment.start, 1, row, f"[{opening}:] "
            yield fragment.end, 0, -row, f" [end of {row + 1}]"
