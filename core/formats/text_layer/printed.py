"""What a browser prints around a page of the web: the day, the title and the address, and the number of the sheet.

It is known by its form, since a page is often printed on one sheet or two, where nothing shows that it repeats.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from core.formats.text_layer.lines import Line
from core.formats.text_layer.running import is_apart, pages_of, template
from core.formats.text_layer.setting import usual_of

_DATE = "|".join(rf"\d{{1,4}}{sign}\s?\d{{1,2}}{sign}\s?\d{{1,4}}" for sign in (r"\.", "/", "-"))
_DAY = rf"(?:{_DATE})\.?,?\s+\d{{1,2}}[:.]\d{{2}}(?:\s?[AaPp]\.?\s?[Mm]\b\.?)?"
_ADDRESS = r"(?:https?|file)://\S+"
_DAY_AND_TITLE = re.compile(rf"{_DAY}\s+\S.{{3,}}")
_HEADER = re.compile(rf"{_DAY}(?:\s+\S.*)?|(?:\S.*\s)?{_ADDRESS}")
# "12 May 27" is no number of a sheet, so a word between the two numbers needs a day with its time after them.
_BETWEEN = rf"(?:\s?/\s?|\s\w{{1,4}}\s(?=\d+\s+{_DAY}))"
_FOOTER = re.compile(rf"(?:{_ADDRESS}\s+)?(?P<number>\d{{1,4}}){_BETWEEN}(?P<of>\d{{1,4}})(?:\s+{_DAY})?")
_NEAR = 3.0
"""Points by which pieces of one printed line may differ in height."""


class _Edges(NamedTuple):
    """The lines that a page begins and ends with, as places among all lines."""

    top: list[int]
    bottom: list[int]


def without_printed(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """Return the lines without those that a browser printed at the edges of its sheets, and one of each of these.

    A line at the lower edge goes if it ends with the number of the sheet of so many, which must count up from sheet to
    sheet; above that, a day or an address goes at the upper edge. Without such a line a day and a title at the upper
    edge go together only. All must be apart from the text by a gap or by smaller letters.
    """
    pages = [page for page in pages_of(lines) if all(lines[place].size for place in page)]
    edges = _edges(lines, pages)
    numbers = {
        (int(found["number"]) - lines[each.bottom[0]].page, int(found["of"]))
        for each in edges
        if (found := _FOOTER.fullmatch(_words(lines, each.bottom)))
    }
    is_counted = len(numbers) == 1 and all(first + len(pages) - 1 <= last for first, last in numbers)
    gone: set[int] = set()
    for each in edges:
        has_footer = is_counted and _FOOTER.fullmatch(_words(lines, each.bottom)) is not None
        if has_footer:
            gone.update(each.bottom)
        if (_HEADER if has_footer else _DAY_AND_TITLE).fullmatch(_words(lines, each.top)):
            gone.update(each.top)
    said = dict.fromkeys(template(lines[place]) for place in sorted(gone))
    return [line for place, line in enumerate(lines) if place not in gone], list(said)


def _edges(lines: Sequence[Line], pages: list[list[int]]) -> list[_Edges]:
    """Return the outermost lines of each page, none where these are not apart from what follows."""
    usual, edges = usual_of(lines), []
    for page in pages:
        found: list[list[int]] = []
        for way in (page, page[::-1]):
            row = [place for place in way if abs(lines[place].y - lines[way[0]].y) <= _NEAR]
            following = next((place for place in way if place not in row), None)
            is_edge = following is not None and is_apart(lines[row[0]], lines[following], usual)
            found.append(sorted(row, key=lambda place: lines[place].x) if is_edge else [])
        edges.append(_Edges(*found))
    return edges


def _words(lines: Sequence[Line], places: list[int]) -> str:
    return " ".join(lines[place].text.strip() for place in places)
