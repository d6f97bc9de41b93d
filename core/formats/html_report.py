"""A page for reading: all articles with their quotes in colour, in one file that needs no other. Write only."""

import shutil
import tempfile
from collections.abc import Iterable
from typing import BinaryIO

from core.formats.losses import EVERYTHING, Trait
from core.formats.report.article import ArticlePage, Entry
from core.formats.report.page import closing, opening
from core.model.records import AnnotatedDocument

_IN_MEMORY = 4 * 1024 * 1024


class HtmlReport:
    """Writes a report without scripts and without anything from elsewhere; whatever an article holds stays text."""

    name = "html"
    suffixes = (".html",)
    title = "Report for reading (HTML)"
    keeps = EVERYTHING - {
        Trait.DECISION,
        Trait.CONFIDENCE,
        Trait.CANDIDATES,
        Trait.EXTRA,
        Trait.EXTRA_ABOUT,
        Trait.REJECTED,
        Trait.ROSTER,
        Trait.UNQUOTED,
        Trait.ZONES,
        Trait.CONTROLS,
        Trait.CONTROLS_ABOUT,
        Trait.LINE_ENDS,
    }

    def write(self, lines: Iterable[AnnotatedDocument], out: BinaryIO) -> int:
        """Write all articles; returns how many.

        They wait in a temporary file, since the list of contents comes first and is known last.
        """
        entries: list[Entry] = []
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as waiting:
            for number, line in enumerate(lines, 1):
                page = ArticlePage(line, number)
                entries.append(page.entry)
                waiting.writelines(part.encode("utf-8") for part in page.written())
            for part in opening(entries):
                out.write(part.encode("utf-8"))
            waiting.seek(0)
            shutil.copyfileobj(waiting, out)
            out.write(closing().encode("utf-8"))
        return len(entries)
