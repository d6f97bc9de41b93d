"""The last step of reading: text, quotes and notes of a file are a line by now, which is checked; losses are told."""

from collections import Counter
from collections.abc import Iterator

from core.errors import BadInput
from core.formats.line.decoding import decode_object
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source
from core.formats.spans_and_links.finding import sentence
from core.formats.standoff.notes import Wire
from core.model.records import AnnotatedDocument


def article(
    line: Wire, left_out: Counter[str], file: Source, problems: Problems, reading: Reading | None
) -> Iterator[AnnotatedDocument]:
    """Yield the article if it is good; `left_out` counts the annotations, by type, that made no part of a quote."""
    if left_out:
        problems.remark(sentence(file.name, left_out))
    try:
        yield decode_object(line, where=file.name, reading=reading)
    except BadInput as error:
        problems.note(str(error))
