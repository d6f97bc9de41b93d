"""Web archives (WARC), as crawlers and libraries keep pages: each page of text is an article. Read only."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from msgspec.structs import replace

from core.errors import BadInput
from core.formats.html_page import HtmlPage
from core.formats.plain_text import PlainText
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source, in_memory, opened
from core.formats.web_archive.answers import content_of, day_of, kind_of, status_of, url_of
from core.formats.web_archive.records import begins, records
from core.model.records import AnnotatedDocument

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_WITH_CONTENT = frozenset({"response", "resource", "conversion"})
_READERS: dict[str, type[HtmlPage | PlainText]] = {
    "text/html": HtmlPage,
    "application/xhtml+xml": HtmlPage,
    "text/plain": PlainText,
}
_TOLD = 8
"""Kinds of records that are named before the rest is summed up."""


class Warc:
    """Reads what servers answered with: web pages and plain texts. All else is counted and told."""

    name = "warc"
    suffixes = (".warc", ".warc.gz")
    title = "Web archive (WARC)"

    def recognises(self, head: bytes) -> bool:
        """Whether a file that begins so is a web archive, packed or not."""
        return begins(head)

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the pages; those without an article are noted. Raises `BadInput` if there is no record at all."""
        reading = reading or Reading.at_this_moment()
        left_out: Counter[str] = Counter()
        with opened(source) as file:
            taken, before = 0, problems.count
            for number, record in records(file, problems):
                where = f"{file.name}, record {number}"
                if other := _other(record):
                    left_out[other] += 1
                    continue
                try:
                    page = in_memory(content_of(record, where), where, f"{_id(file)}-{number}")
                    for line in _READERS[kind_of(record)]().read(page, problems, reading):
                        taken += 1
                        yield _placed(line, record)
                except BadInput as error:
                    problems.note(str(error))
                except EOFError:
                    continue  # `records` tells it, and that nothing more comes
            if not taken and problems.count == before:
                problems.note(f"{file.name}: holds no pages of text")
            if left_out:
                problems.remark(f"{file.name}: left out {_listed(left_out)}")


def _other(record: "ArcWarcRecord") -> str | None:
    """Say what a record is that holds no article, or None if it may hold one."""
    if record.rec_type not in _WITH_CONTENT:
        return str(record.rec_type or "record of no type")
    if status_of(record) != "200":
        return f"answer {status_of(record)}"
    if kind_of(record) not in _READERS:
        return kind_of(record) or "answer of no type"
    return "robots.txt" if url_of(record).endswith("/robots.txt") else None


def _placed(line: AnnotatedDocument, record: "ArcWarcRecord") -> AnnotatedDocument:
    """Return the article with the address it came from, and the day if the page itself says none."""
    document = line.document
    known = {"captured": captured} if (captured := record.rec_headers.get_header("WARC-Date")) else {}
    about = replace(
        document,
        url=url_of(record) or document.url,
        date=document.date or day_of(record),
        extra=document.extra | known,
    )
    return replace(line, document=about)


def _listed(counts: Counter[str]) -> str:
    most = counts.most_common(_TOLD)
    rest = counts.total() - sum(count for _, count in most)
    return ", ".join([*(f"{count} × {kind}" for kind, count in most), *([f"{rest} others"] if rest else [])])


def _id(file: Source) -> str:
    return file.id[: -len(".warc")] if file.id.lower().endswith(".warc") else file.id
