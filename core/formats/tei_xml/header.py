"""The headers: what is known of an article, who annotated it, and what the signs of the file mean."""

import re
from collections.abc import Iterator
from datetime import date

from core.formats.language import language_tag
from core.formats.tei_xml.people import People
from core.formats.tei_xml.writing import element, opening
from core.model.records import AnnotatedDocument, Layer, Model
from core.model.terms import Kind, SpeakerType, Status

CATEGORIES: dict[str, str] = {
    **{f"kind.{kind}": f"the words are reported as {kind} speech" for kind in Kind},
    **{f"type.{kind}": f"the source is of the type {kind}" for kind in SpeakerType},
    **{f"status.{status}": f"the quote was {status}" for status in Status},
    "flagged": "an annotator set a flag",
    "unsure": "an annotator was not sure",
}
"""The values of @ana and what they say."""

_VERSION = re.compile(r"\d+[a-z]*\d*(\.\d+[a-z]*\d*){0,3}")
_DAY = re.compile(r"\d{4}(-\d\d){0,2}")
_MARKS = (
    "Quotation marks are part of the text. Quoted words inside a quote stand in q; a direct quote without a q is "
    "in quotation marks as a whole, unless its rend is unmarked. What is split or overlaps is cut into pieces that "
    "next and prev join. The characters of body, all of them, are the text of the article."
)


def corpus_header() -> Iterator[str]:
    """Yield the header of the whole file, which explains its signs once."""
    yield "<teiHeader><fileDesc><titleStmt><title>Quotations in news articles</title></titleStmt>"
    yield "<publicationStmt><p>Exported from Quotedesk.</p></publicationStmt>"
    yield "<sourceDesc><p>See the header of each article.</p></sourceDesc></fileDesc><encodingDesc>"
    yield f'<editorialDecl><quotation marks="all">{element("p", _MARKS)}</quotation></editorialDecl>'
    yield '<classDecl><taxonomy xml:id="quotes">'
    for id_, meaning in CATEGORIES.items():
        yield f"{opening('category', {'xml:id': id_})}{element('catDesc', meaning)}</category>"
    yield "</taxonomy></classDecl></encodingDesc></teiHeader>"


def article_header(line: AnnotatedDocument, people: People) -> Iterator[str]:
    """Yield the header of one article and annotator."""
    yield "<teiHeader><fileDesc>"
    yield from _title(line)
    yield from _source(line)
    yield "</fileDesc>"
    if line.layer.model:
        yield from _model(line.layer.model)
    profile = [*_language(line.document.language), *people.written()]
    if profile:
        yield "<profileDesc>"
        yield from profile
        yield "</profileDesc>"
    yield from _state(line.layer)
    yield "</teiHeader>"


def _title(line: AnnotatedDocument) -> Iterator[str]:
    document = line.document
    yield f"<titleStmt>{element('title', document.title or document.id)}"
    if line.layer.annotator is not None:
        yield f"<respStmt><resp>annotated by</resp>{element('name', line.layer.annotator)}</respStmt>"
    yield "</titleStmt>"
    yield f"<publicationStmt><distributor>Quotedesk</distributor>{element('idno', document.id, type='document')}"
    yield f"{element('idno', document.sha256, type='sha256')}</publicationStmt>"


def _source(line: AnnotatedDocument) -> Iterator[str]:
    document = line.document
    known = []
    if document.title:
        known.append(element("title", document.title))
    if document.source:
        known.append(element("publisher", document.source))
    if document.date:
        known.append(element("date", document.date, when=_day(document.date)))
    if document.url:
        known.append(element("idno", document.url, type="URL"))
    inner = f"<bibl>{''.join(known)}</bibl>" if known else "<p>Unknown.</p>"
    yield f"<sourceDesc>{inner}</sourceDesc>"


def _model(model: Model) -> Iterator[str]:
    version = model.version if _VERSION.fullmatch(model.version) else "0"
    yield f"<encodingDesc><appInfo>{opening('application', {'ident': 'model', 'version': version})}"
    yield f"{element('label', model.name)}{element('desc', model.version, type='version')}"
    yield f"{element('desc', model.weights, type='weights')}</application></appInfo></encodingDesc>"


def _language(language: str | None) -> Iterator[str]:
    if language:
        yield f"<langUsage>{element('language', language, ident=language_tag(language) or 'und')}</langUsage>"


def _state(layer: Layer) -> Iterator[str]:
    yield f"{opening('revisionDesc', {'status': layer.state})}<change>Annotated.</change></revisionDesc>"


def _day(written: str) -> str | None:
    """Return the day as @when wants it, or None if the date is in words or no day of the calendar."""
    day = written[:10] if written[10:11] == "T" else written
    if not _DAY.fullmatch(day):
        return None
    try:
        date.fromisoformat(f"{day}-01-01"[:10])
    except ValueError:
        return None
    return day
