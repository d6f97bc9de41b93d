"""The words by which an export is chosen."""

from typing import Literal

Which = Literal["complete", "checked", "all"]
"""Which quotes: the decided ones of complete articles, all decided ones, or suggestions too."""

SplitBy = Literal["document", "outlet", "speaker", "date"]
"""What a split never tears apart."""
