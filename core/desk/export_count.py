"""What an export would hold and leave out, counted a little at a time, so that an open dialog can show it."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Engine

from core.desk.choice import lines_of
from core.desk.manifest import Chosen, Tally
from core.desk.outlet import Exported
from core.desk.trouble import trouble_told
from core.formats.losses import Losses
from core.formats.registry import writer_named
from core.store.exporting import document_ids

STEP = 20
"""Articles at a time."""


class ExportCount:
    """Call `step` until it says that nothing is left; `so_far` grows meanwhile. Splits are not looked at."""

    def __init__(self, engine: Engine, path: Path, chosen: Chosen) -> None:
        self._engine = engine
        self._path = path
        self._chosen = chosen
        self._tally, self._losses = Tally(), Losses(writer_named(chosen.format).keeps)
        self._left: Sequence[str] | None = None
        self._over = False

    def step(self) -> bool:
        """Count some more articles; returns whether there are others. Each step looks at the project as it is then.

        Raises `ProjectProblem` where the file can't be read, once: the count is over with it.
        """
        if self._over:
            return False
        self._over = True
        with trouble_told(self._path), self._engine.connect() as connection:
            if self._left is None:
                self._left = document_ids(connection) if self._chosen.release is None else ()
            some, self._left = self._left[:STEP], self._left[STEP:]
            for _ in self._losses.watch(self._tally.watch(lines_of(connection, self._chosen, some))):
                pass
        self._over = not self._left
        return not self._over

    @property
    def so_far(self) -> Exported:
        """What was counted so far."""
        return Exported(
            count=self._tally.lines,
            articles=len(self._tally.articles),
            quotes=self._tally.quotes,
            losses=tuple(self._losses.sentences()),
        )
