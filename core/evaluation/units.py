"""What is compared: whole quotes, or each part in quotation marks by itself."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from core.model.pairing import Forms, forms
from core.model.records import Quote, Record
from core.model.spans import Span
from core.model.terms import Kind


class Unit(StrEnum):
    """What is compared: each part in quotation marks, or whole quotes of every kind."""

    MARKED = "marked"
    QUOTE = "quote"


class Said(Record, frozen=True, kw_only=True):
    """One unit of a quote, and the spans by which it may be recognised, of which the first are its own."""

    quote: Quote
    forms: Forms
    wanted: bool = True
    """False: neither asked for nor a false alarm, as are quotes outside the question that a gold standard answers."""

    @property
    def spans(self) -> Sequence[Span]:
        """The characters that the unit holds."""
        return self.forms[0]


def gold_units(quotes: Iterable[Quote], unit: Unit) -> list[Said]:
    """Return the units of a gold standard, those that are asked for first.

    Not asked for is what the standard says is to be ignored (`"ignore": true`); as a whole quote also what it says is
    no speech (`"speech": false`); as a marked part verbatim speech that has no marks.
    """
    found = [said for quote in quotes for said in _of_gold(quote, unit)]
    return sorted(found, key=lambda said: (not said.wanted, said.spans[0].start))


def found_units(quotes: Iterable[Quote], unit: Unit) -> list[Said]:
    """Return the units of what a system found."""
    found = [said for quote in quotes for said in _of_system(quote, unit)]
    return sorted(found, key=lambda said: said.spans[0].start)


def _of_gold(quote: Quote, unit: Unit) -> Iterator[Said]:
    wanted = not quote.extra.get("ignore")
    if unit is Unit.QUOTE:
        speech = quote.extra.get("speech") is not False
        yield Said(quote=quote, forms=forms(quote.fragments, quote.quoted, quote.kind), wanted=wanted and speech)
    elif quote.quoted:
        yield from (Said(quote=quote, forms=((part,),), wanted=wanted) for part in quote.quoted)
    elif quote.kind is not Kind.INDIRECT:
        yield from (Said(quote=quote, forms=((part,),), wanted=False) for part in quote.fragments)


def _of_system(quote: Quote, unit: Unit) -> Iterator[Said]:
    if unit is Unit.QUOTE:
        yield Said(quote=quote, forms=(quote.fragments,))
    else:
        yield from (Said(quote=quote, forms=((part,),)) for part in quote.quoted)
