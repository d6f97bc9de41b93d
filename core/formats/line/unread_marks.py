"""Articles from elsewhere that may bring quotes of another tool: nothing of them is lost without a word."""

from collections import Counter

from core.formats.problems import Problems
from core.model.records import AnnotatedDocument

_OF_TOOLS = frozenset(
    {
        "entities",
        "relations",
        "spans",
        "label",
        "labels",
        "annotations",
        "predictions",
        "completions",
        "result",
        "results",
    }
)
"""Keys under which annotation tools keep what is marked."""


class UnreadMarks:
    """Counts articles without a quote that have marks under some key, and tells of them at the end of a file."""

    def __init__(self, name: str, problems: Problems) -> None:
        self._name = name
        self._problems = problems
        self._keys: Counter[str] = Counter()

    def watched(self, line: AnnotatedDocument) -> AnnotatedDocument:
        """Look at a line and return it."""
        extra = line.document.extra
        if extra and not line.layer.quotes:
            self._keys.update(
                key for key in _OF_TOOLS.intersection(extra) if isinstance(extra[key], list) and extra[key]
            )
        return line

    def tell(self) -> None:
        """Remark on what was found."""
        if self._keys:
            keys = ", ".join(f"“{key}” ({count:,})" for key, count in self._keys.most_common())
            self._problems.remark(
                f"{self._name}: what stands under {keys} was kept, but not read as quotes; "
                "if an annotation tool wrote it, import the file in the format of that tool."
            )
