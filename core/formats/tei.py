"""TEI P5, as the digital humanities keep texts: one teiCorpus, a TEI for each article and annotator. Write only."""

import io
from collections.abc import Iterable
from typing import BinaryIO

from core.formats.language import language_tag
from core.formats.losses import EVERYTHING, Trait
from core.formats.tei_xml.body import Body
from core.formats.tei_xml.header import article_header, corpus_header
from core.formats.tei_xml.people import People
from core.formats.tei_xml.writing import opening
from core.model.records import AnnotatedDocument

NAMESPACE = "http://www.tei-c.org/ns/1.0"


class Tei:
    """Writes quotes as `said` whose `who` points to the speaker; all the characters of `body` are the text.

    The text is cut into paragraphs, and quotes that are split, overlap or run over paragraphs into pieces that
    `next` and `prev` join.
    """

    name = "tei"
    suffixes = (".xml",)
    title = "TEI P5 (XML)"
    keeps = EVERYTHING - {
        Trait.DECISION,
        Trait.CANDIDATES,
        Trait.EXTRA,
        Trait.EXTRA_ABOUT,
        Trait.REJECTED,
        Trait.CONTROLS,
        Trait.CONTROLS_ABOUT,
    }

    def write(self, lines: Iterable[AnnotatedDocument], out: BinaryIO) -> int:
        """Write all articles as one corpus; returns how many."""
        text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
        try:
            text.write('<?xml version="1.0" encoding="UTF-8"?>\n')
            text.write(f'<teiCorpus xmlns="{NAMESPACE}">\n')
            text.writelines(f"{part}\n" for part in corpus_header())
            count, quotes, speakers = 0, 1, 1
            for count, line in enumerate(lines, 1):  # noqa: B007
                people = People(line.layer, speakers)
                body = Body(line, people, quotes)
                text.write(f"{opening('TEI', {'xml:lang': language_tag(line.document.language)})}\n")
                text.writelines(f"{part}\n" for part in article_header(line, people))
                text.writelines(body.written())
                text.writelines(body.beside())
                text.write("</TEI>\n")
                quotes += len(line.layer.quotes)
                speakers = people.free
            text.write("</teiCorpus>\n")
            text.flush()
        finally:
            text.detach()
        return count
