"""Label Studio's JSON of tasks, as it is imported there and exported again.

Each line of the data set, an article as one annotator sees it, is a task of its own; so it can be streamed and comes
back as the line it was. What a person has checked is the task's annotation, suggestions are its prediction, and what
has no place there travels in the task's data. Labels, relations and fields are those of `labeling_config`.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from core.formats.losses import EVERYTHING
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source
from core.formats.spans_and_links.records import ELEMENTS, read_records
from core.formats.studio.page import labeling_config
from core.formats.studio.tasks import lines_of, task_of
from core.formats.whole_json.head import first_keys, is_list
from core.model.records import AnnotatedDocument

__all__ = ["LabelStudio", "labeling_config"]

_OF_TASKS = frozenset({"annotations", "predictions", "completions", "annotation_id"})


class LabelStudio:
    """Reads and writes tasks; offsets are code points, as Label Studio has stored them since 2021."""

    name = "labelstudio"
    suffixes = (".json",)
    title = "Label Studio (tasks with annotations)"
    general = False
    keeps = EVERYTHING

    def recognises(self, head: bytes) -> bool:
        """Whether a file is a list of tasks: its first object has data, or annotations, and is no line of ours."""
        keys = first_keys(head)
        if not is_list(head) or "format" in keys:
            return False
        return keys.get("data", b"").startswith(b"{") or not _OF_TASKS.isdisjoint(keys)

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield a line for each annotation and note the tasks that are wrong; skipped annotations don't count."""
        return read_records(source, ELEMENTS, lines_of, problems, reading)

    def write(self, lines: Iterable[AnnotatedDocument], out: BinaryIO) -> int:
        """Write a list of tasks, one a line; returns how many."""
        count = 0
        for count, line in enumerate(lines, 1):
            out.write((b"[" if count == 1 else b",") + b"\n" + msgspec.json.encode(task_of(line)))
        out.write(b"\n]\n" if count else b"[]\n")
        return count
