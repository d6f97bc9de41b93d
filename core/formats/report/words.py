"""What the page says of a quote in words, and how words are made safe for it."""

import html

from core.formats.losses import xml_text
from core.model.doubt import is_doubtful
from core.model.records import Document, Quote
from core.model.saying import plural
from core.model.terms import Kind, Relation

GLYPHS = {Kind.DIRECT: "●", Kind.MIXED: "◐", Kind.INDIRECT: "◌"}
_RELATIONS = {Relation.JOINT: "with", Relation.ALTERNATIVE: "or", Relation.RELAYED_BY: "relayed by"}
_SHORTEST = 90


def safe(text: str) -> str:
    """Return text that no browser takes for anything else, in elements and attributes alike."""
    return html.escape(xml_text(text).replace("\r\n", "\n").replace("\r", "\n"))


def progress(quotes: int, checked: int, doubtful: int) -> list[str]:
    """Return how many quotes there are and how far they have come."""
    return [plural(quotes, "quote"), f"{checked:,} checked"] + [f"{doubtful:,} doubtful"] * bool(doubtful)


def state(quote: Quote) -> str:
    """Return how far a quote has come: the class of its underline."""
    return "checked" if quote.checked else "doubtful" if is_doubtful(quote) else "suggested"


def sign(quote: Quote) -> str:
    """Return the state as it stands on a tag: a tick, a question mark, a share."""
    if quote.checked:
        return "✓"
    share = "" if quote.confidence is None else f"{quote.confidence:.0%}"
    return f"? {share}".strip() if is_doubtful(quote) else share


def others(quote: Quote) -> str:
    """Return the second speakers, each with how they stand to the first."""
    return "; ".join(f"{_RELATIONS[each.relation]} {each.speaker_name or 'somebody'}" for each in quote.more_speakers)


def remarks(quote: Quote) -> list[str]:
    """Return what else is to be said of a quote: doubts, what was denied, the annotator's comment."""
    said = ["flagged"] * quote.flagged + ["annotator not sure"] * (not quote.sure)
    said += [value if name == "factuality" else f"{name}: {value}" for name, value in quote.attributes.items()]
    return said + [quote.comment] * bool(quote.comment)


def tooltip(number: int, name: str, quote: Quote) -> str:
    """Return the line that comes up over a quote."""
    known = (str(number), name, others(quote), quote.kind, quote.status, "doubtful" * is_doubtful(quote))
    return " · ".join(each for each in (*known, *remarks(quote)) if each)


def surface(document: Document, quote: Quote) -> str:
    """Return the words of a quote for a table, long ones shortened in the middle."""
    said = " […] ".join(" ".join(document.text[start:end].split()) for start, end in quote.fragments)
    return said if len(said) <= 2 * _SHORTEST else f"{said[:_SHORTEST].rstrip()} … {said[-_SHORTEST:].lstrip()}"
