"""What is wrong with an input, gathered while the good records go on."""

SHOWN = 10


class Problems:
    """Collects sentences "file, line n: field: reason": all are counted, the first ten kept.

    A file of a million broken lines costs no more memory than one of ten. Remarks are kept apart: they tell what was
    done, such as an encoding that was found or a menu that was left out, and nothing is wrong.
    """

    def __init__(self, kept: int = SHOWN) -> None:
        self._kept = kept
        self.first: list[str] = []
        self.count = 0
        self.remarks: list[str] = []
        self.remarked = 0

    def note(self, sentence: str) -> None:
        """Take one more problem."""
        self.count += 1
        if len(self.first) < self._kept:
            self.first.append(sentence)

    def remark(self, sentence: str) -> None:
        """Take something that is worth knowing, but no problem."""
        self.remarked += 1
        if len(self.remarks) < self._kept:
            self.remarks.append(sentence)

    def __bool__(self) -> bool:
        """Whether anything was wrong."""
        return self.count > 0
