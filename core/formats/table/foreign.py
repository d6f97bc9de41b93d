"""Reads tables of others: a row an article, the columns found by their likely names or named by a person."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from core.errors import BadInput
from core.formats.line.bare import foreign
from core.formats.line.decoding import decode_object
from core.formats.line.flaws import short
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source
from core.formats.table.repeats import Repeats
from core.model.records import AnnotatedDocument

FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "body", "content", "article", "article_text", "full_text", "fulltext", "body_text", "article_body",
        "article_content", "maintext", "main_text", "story", "texto", "texte", "inhalt",
    ),
    "id": ("id", "doc_id", "document_id", "article_id", "docid", "uid", "uuid", "guid", "key"),
    "title": ("title", "headline", "heading", "titel", "titre", "titulo"),
    "date": ("date", "published", "publish_date", "published_at", "publication_date", "pub_date", "pubdate", "datum"),
    "source": ("source", "outlet", "publisher", "publication", "newspaper", "medium", "source_name", "quelle"),
    "url": ("url", "link", "uri", "web_url", "address"),
    "author": ("author", "authors", "byline", "creator", "autor", "auteur"),
    "language": ("language", "lang", "sprache", "langue", "idioma"),
}  # fmt: skip
"""The fields of an article and the names of columns that mean them, the likeliest first."""

_DAY_NOUGHT = date(1899, 12, 30)
_COUNTED = re.compile(r"[1-9]\d{4}", re.ASCII)
_NAMED = 20
"""Columns that are named to a person, of a table in which no text was found."""


def likely_columns(heading: Sequence[str]) -> dict[str, str]:
    """Return for each field that is found the column it stands in."""
    plain: dict[str, str] = {}
    for column in heading:
        plain.setdefault(re.sub(r"[\W_]+", "_", column.strip().lower()).strip("_"), column)
    found = {field: next((plain[name] for name in names if name in plain), None) for field, names in FIELDS.items()}
    return {field: column for field, column in found.items() if column is not None}


class Columns:
    """Where the fields of an article stand in a table."""

    def __init__(self, heading: Sequence[str], name: str, given: Mapping[str, str] | None = None) -> None:
        chosen = {field: column for field, column in (given or {}).items() if column}
        missing = next((column for column in chosen.values() if column not in heading), None)
        if missing is not None:
            raise BadInput(f"{name}: has no column “{missing}”. It has: {_listed(heading)}")
        skipped = {field for field, column in (given or {}).items() if not column}
        likely = {field: column for field, column in likely_columns(heading).items() if field not in skipped}
        self.of = likely | chosen
        if "text" not in self.of:
            raise BadInput(
                f"{name}: has no column for the text of an article, such as text. It has: {_listed(heading)}"
            )
        self._others = [column for column in heading if column and column not in self.of.values()]

    def others(self, row: Mapping[str, str]) -> dict[str, str]:
        """Return what a row says in columns that are no field of an article."""
        return {column: row[column] for column in self._others if row.get(column)}

    def article(self, row: Mapping[str, str]) -> dict[str, Any]:
        """Return what a row says of an article, in the shape of the dataset format."""
        others = self.others(row)
        fields = {field: row[column] for field, column in self.of.items() if row.get(column)}
        return foreign({key: value for key, value in others.items() if key not in FIELDS}) | fields


def foreign_lines(
    rows: Iterable[tuple[int, dict[str, str]]], columns: Columns, file: Source, problems: Problems, reading: Reading
) -> Iterator[AnnotatedDocument]:
    """Yield an article for each row that has a text, and note the others; dates that are numbers are told.

    Of rows that repeat an article with other words in further columns, the first is yielded and the others are told.
    """
    counted: dict[str, str] = {}
    repeats = Repeats()
    for number, row in rows:
        where = f"{file.name}, row {number}"
        article = columns.article(row)
        if not article.get("text", "").strip():
            problems.note(f"{where}: has no text in the column {columns.of['text']}")
            continue
        if repeats.has(article.get("id", ""), article["text"], columns.others(row)):
            continue
        raw = {"id": f"{file.id}-{number}"} | article
        if day := _counted_day(written := raw.get("date", "")):
            raw["date"] = counted[written] = day
        try:
            yield decode_object(raw, where=where, reading=reading)
        except BadInput as error:
            problems.note(str(error))
    repeats.tell(file.name, problems)
    if counted:
        shown = ", ".join(f"{written} as {day}" for written, day in list(counted.items())[:3])
        problems.remark(f"{file.name}: dates that are numbers were read as spreadsheets count days: {shown}")


def _counted_day(written: str) -> str | None:
    """Return the day of a number of five digits, as spreadsheets count days; years have four digits, days eight."""
    return str(_DAY_NOUGHT + timedelta(days=int(written))) if _COUNTED.fullmatch(written) else None


def _listed(heading: Sequence[str]) -> str:
    shown = [short(column) for column in heading[:_NAMED]]
    more = f" and {len(heading) - _NAMED} more" if len(heading) > _NAMED else ""
    return (", ".join(shown) or "no columns") + more
