"""What an import would bring: files, their formats, the first articles, and which column of a table is which.

Files are looked into on a thread of their own, since one page or workbook may take longer than an eye overlooks.
"""

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from core.errors import BadInput
from core.model.records import AnnotatedDocument
from core.model.saying import plural
from gui.models.import_files import Found, TooLarge, files_in, glance, look_at

if TYPE_CHECKING:
    from core.formats.problems import Problems
    from core.formats.reading import Reading

MOST_ROWS = 8
MOST_FILES = 24
"""Files whose first articles are read."""
SLICE, PATIENCE = 0.02, 0.01
"""Seconds: of work at a time, and that a step waits for it at most."""
_FIRST_WORDS = 120


class Row(NamedTuple):
    """One article as the preview shows it."""

    article: str
    first_words: str
    words: int
    quotes: int
    speakers: int


class Table(NamedTuple):
    """Tables of the same heading. `columns` says for each of our fields the column it is in, "" for none."""

    files: tuple[Path, ...]
    heading: tuple[str, ...]
    columns: Mapping[str, str]

    @property
    def title(self) -> str:
        """What to call them."""
        more = f" and {len(self.files) - 1} more" if len(self.files) > 1 else ""
        return self.files[0].name + more


class _Glimpse:
    """What the beginning of one file holds."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.problems: Sequence[str] = ()
        self.remarks: Sequence[str] = ()


class ImportPreview:
    """Call `step` until it says that nothing is left; what there is to show grows meanwhile. `close` it in the end."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = list(paths)
        self.listed = not any(os.path.isdir(path) for path in paths)
        self.files: list[Path] = list(paths) if self.listed else []
        self._found: dict[Path, Found] = {}
        self._glimpses: dict[Path, _Glimpse] = {}
        self._chosen: dict[tuple[str, ...], dict[str, str]] = {}
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="preview")
        self._work = self._look()
        self._running: Future[bool] | None = None

    def step(self) -> bool:
        """Look some more; returns whether anything is left. It takes some ten milliseconds, whatever is read."""
        if self._running is None:
            self._running = self._pool.submit(self._advance)
        wait([self._running], PATIENCE)
        if not self._running.done():
            return True
        looked, self._running = self._running, None
        return looked.result()

    def close(self) -> None:
        """Stop looking; what is being read is read to its end. `lines` can be had still."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    @property
    def rows(self) -> list[Row]:
        """The first articles, as many of each file as there is room for."""
        looked_at = self._in_order()
        shown = [0] * len(looked_at)
        for place in range(MOST_ROWS):
            for number, each in enumerate(looked_at):
                if place < len(each.rows) and sum(shown) < MOST_ROWS:
                    shown[number] += 1
        return [row for each, count in zip(looked_at, shown, strict=True) for row in each.rows[:count]]

    @property
    def quotes(self) -> int:
        """How many quotes the articles have that were looked at."""
        return sum(row.quotes for each in self._in_order() for row in each.rows)

    @property
    def problems(self) -> list[str]:
        """What is wrong with what was looked at."""
        unknown = [found.trouble for file in self.files if (found := self._found.get(file)) and found.trouble]
        return [*unknown, *(sentence for each in self._in_order() for sentence in each.problems)]

    @property
    def remarks(self) -> list[str]:
        """What else is worth knowing."""
        return [sentence for each in self._in_order() for sentence in each.remarks]

    @property
    def kinds(self) -> str:
        """Which formats were found: "3 files: Web page (HTML); 1 file: Word document"."""
        counts = Counter(found.title for file in self.files if (found := self._found.get(file)))
        return "; ".join(f"{plural(count, 'file')}: {title}" for title, count in counts.most_common())

    @property
    def tables(self) -> list[Table]:
        """The tables of articles whose columns can be chosen, those of the same heading together."""
        groups: dict[tuple[str, ...], list[Path]] = {}
        for file in self.files:
            found = self._found.get(file)
            if found and found.heading:
                groups.setdefault(found.heading, []).append(file)
        return [Table(tuple(files), heading, self._columns(heading)) for heading, files in groups.items()]

    @property
    def total(self) -> int | None:
        """How many articles will be read, where that is known without reading them."""
        known = self.listed and all((found := self._found.get(file)) and found.is_one for file in self.files)
        return len(self.files) if known else None

    def choose(self, heading: tuple[str, ...], columns: Mapping[str, str]) -> None:
        """Say for the tables of a heading which column is which; they are looked at again."""
        self._wait()
        self._chosen[heading] = dict(columns)
        for file, found in self._found.items():
            if found.heading == heading:
                self._glimpses.pop(file, None)
        self._work = self._look()

    def lines(self, problems: "Problems", reading: "Reading") -> Iterator[AnnotatedDocument]:
        """Yield all articles of all files; a table whose columns were chosen is read as that says."""
        from core.formats.articles import articles

        self._finish()
        by_hand = {file for file in self.files if self._heading(file) in self._chosen}
        yield from articles([file for file in self.files if file not in by_hand], problems, reading)
        for file in self.files:
            if file in by_hand:
                yield from articles([file], problems, replace(reading, columns=self._columns(self._heading(file))))

    def _advance(self) -> bool:
        """Work for a slice of time, on the thread."""
        end = monotonic() + SLICE
        return any(monotonic() > end for _ in self._work)

    def _wait(self) -> None:
        if self._running is not None:
            self._running.result()
            self._running = None

    def _finish(self) -> None:
        """List all files and, where columns were chosen, know them all."""
        self._running = None
        while self._is_unknown() and next(self._work, self) is None:
            pass

    def _is_unknown(self) -> bool:
        return not self.listed or (bool(self._chosen) and any(file not in self._found for file in self.files))

    def _look(self) -> Iterator[None]:
        """List, know and read files, a little between one yield and the next; what was done is not done again."""
        if not self.listed:
            for file in files_in(self.paths):
                if file is not None:
                    self.files.append(file)
                yield
            self.listed = True
        for file in self.files:
            if file not in self._found:
                self._found[file] = look_at(file)
                yield
        for file in self._looked_at():
            if file not in self._glimpses:
                yield from self._read(file)

    def _looked_at(self) -> list[Path]:
        return [file for file in self.files if (found := self._found.get(file)) and found.reader][:MOST_FILES]

    def _in_order(self) -> list[_Glimpse]:
        return [glimpse for file in self.files if (glimpse := self._glimpses.get(file))]

    def _read(self, file: Path) -> Iterator[None]:
        from core.formats.problems import Problems
        from core.formats.reading import Reading
        from core.formats.source import unreadable

        problems, glimpse, heading = Problems(), _Glimpse(), self._heading(file)
        columns = self._columns(heading) if heading in self._chosen else None
        reader = self._found[file].reader
        assert reader is not None
        try:
            with glance(file) as source:
                for line in islice(reader.read(source, problems, Reading(columns=columns)), MOST_ROWS):
                    glimpse.rows.append(_row(line))
                    yield
        except TooLarge as error:
            problems.remark(str(error))
        except BadInput as error:
            problems.note(str(error))
        except OSError as error:
            problems.note(unreadable(file, error))
        glimpse.problems, glimpse.remarks = tuple(problems.first), tuple(problems.remarks)
        self._glimpses[file] = glimpse

    def _heading(self, file: Path) -> tuple[str, ...]:
        found = self._found.get(file)
        return found.heading if found else ()

    def _columns(self, heading: tuple[str, ...]) -> dict[str, str]:
        from core.formats.table.foreign import FIELDS, likely_columns

        likely = likely_columns(heading)
        return self._chosen.get(heading) or {field: likely.get(field, "") for field in FIELDS}


def _row(line: AnnotatedDocument) -> Row:
    document, layer = line.document, line.layer
    first = " ".join(document.text[: 4 * _FIRST_WORDS].split())
    words = len(document.text.split())
    return Row(document.title or document.id, first[:_FIRST_WORDS], words, len(layer.quotes), len(layer.speakers))
