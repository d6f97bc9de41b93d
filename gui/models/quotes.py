"""All quotes of the project as a table: filtered by words, by what is to do, by speaker, and sorted by any column."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from enum import Enum, IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from core.model.overview import QuoteRow
from core.model.terms import Kind, Status, Via
from gui.models.names import UNKNOWN

ROW = Qt.ItemDataRole.UserRole
MOST_RANGES = 200
"""Pieces in which a change is told; beyond that a list of 100,000 rows is quicker told as a whole."""
Index = QModelIndex | QPersistentModelIndex
Key = tuple[str, str]
_ASCENDING = Qt.SortOrder.AscendingOrder

ACTS = {
    Via.ENTER: "Enter",
    Via.DIGIT: "Digit",
    Via.TYPED: "Typed",
    Via.CLICK: "Click",
    Via.EDIT: "Edit",
    Via.PROPAGATED: "Chain",
    Via.MERGE: "Merge",
    Via.BULK: "In bulk",
    Via.IMPORT: "Import",
}
_KINDS, _STATUSES = tuple(Kind), tuple(Status)


class Column(IntEnum):
    """What the table has, from left to right."""

    NUMBER, ARTICLE, QUOTE, SPEAKER, KIND, CUE, STATUS, HOW, FLAG, COMMENT, DATE = range(11)


HEADINGS = ("#", "Article", "Quote", "Speaker", "Kind", "Cue", "Status", "How", "Flag", "Comment", "Date")


class Part(Enum):
    """Which quotes the table shows."""

    ALL = "All"
    TO_CHECK = "To check"
    DOUBTFUL = "Doubtful"
    FLAGGED = "Flagged"
    UNSURE = "Unsure"
    COMMENTED = "Commented"
    FAST = "Decided fast"
    BY_HAND = "Hand-made"

    def holds(self, row: QuoteRow) -> bool:
        """Whether a quote belongs to this part of the table."""
        return _HOLDS[self](row)


_HOLDS: dict[Part, Callable[[QuoteRow], bool]] = {
    Part.ALL: lambda row: True,
    Part.TO_CHECK: lambda row: row.status is Status.SUGGESTED,
    Part.DOUBTFUL: lambda row: row.doubtful,
    Part.FLAGGED: lambda row: row.flagged,
    Part.UNSURE: lambda row: not row.sure,
    Part.COMMENTED: lambda row: bool(row.comment),
    Part.FAST: lambda row: row.fast,
    Part.BY_HAND: lambda row: row.by_hand,
}


def speaker(row: QuoteRow) -> str:
    """Return who speaks: a name, a description, or a word for what is known."""
    return row.speaker_name or UNKNOWN[row.speaker_type]


def status(row: QuoteRow) -> str:
    """Return how far a quote has come: "Accepted", "Doubtful", and how likely a suggestion is: "Suggested 86%".

    The figure is the model's, so a suggestion that was edited or got its speaker from another quote has none.
    """
    if row.status is not Status.SUGGESTED:
        return row.status.value.capitalize()
    share = "" if row.confidence is None or row.via is not None else f" {row.confidence:.0%}"
    return f"{'Doubtful' if row.doubtful else 'Suggested'}{share}"


def how(row: QuoteRow) -> str:
    """Return by which act a quote was decided, "" if by none."""
    return "" if row.via is None else f"{ACTS[row.via]}{', fast' if row.fast else ''}"


def remark(row: QuoteRow) -> str:
    """Return the comment on a quote in one line, and that its annotator is unsure of it."""
    comment = " ".join(row.comment.split())
    return comment if row.sure else f"Unsure: {comment}" if comment else "Unsure"


def date(row: QuoteRow) -> str:
    """Return the local day and time of the decision, "2026-11-23 21:17"; one that can't be read stays as it is."""
    moment = _moment(row)
    return f"{moment:%Y-%m-%d %H:%M}" if moment else row.decided_at or ""


TEXTS: tuple[Callable[[QuoteRow], str], ...] = (
    lambda row: str(row.number),
    lambda row: row.title,
    lambda row: row.words,
    speaker,
    lambda row: row.kind.value.capitalize(),
    lambda row: row.cue,
    status,
    how,
    lambda row: "Flagged" if row.flagged else "",
    remark,
    date,
)
"""What each column says of a quote."""


def _order_of_status(row: QuoteRow) -> tuple[int, float]:
    rank = -1 if row.doubtful else _STATUSES.index(row.status)
    return rank, row.confidence if row.confidence is not None else -1.0


def _time(row: QuoteRow) -> float:
    moment = _moment(row)
    return moment.timestamp() if moment else float("inf")


def _moment(row: QuoteRow) -> datetime | None:
    try:
        moment = datetime.fromisoformat(row.decided_at or "")
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone()
    except (ValueError, OverflowError):
        return None


KEYS: tuple[Callable[[QuoteRow], Any], ...] = (
    lambda row: row.number,
    lambda row: row.title.casefold(),
    lambda row: row.words.casefold(),
    lambda row: (not row.speaker_name, speaker(row).casefold()),
    lambda row: _KINDS.index(row.kind),
    lambda row: (not row.cue, row.cue.casefold()),
    _order_of_status,
    lambda row: (row.via is None, how(row)),
    lambda row: not row.flagged,
    lambda row: (row.sure and not row.comment, remark(row).casefold()),
    _time,
)
"""By what each column is sorted; what a column has nothing for comes last, flags come first."""


def spoken(row: QuoteRow) -> str:
    """Return what a screen reader says of a quote."""
    parts = [f"Quote {row.number} of {row.title}", f"{speaker(row)}: {row.words}", row.kind.value, status(row)]
    parts += [part for part in (TEXTS[Column.FLAG](row), remark(row)) if part]
    return ", ".join(parts)


class QuotesModel(QAbstractTableModel):
    """One row a quote. It sorts its rows itself, which is many times as quick as a proxy that compares them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[QuoteRow] = []
        self.folded: list[str] = []
        """What the words of a filter are looked for in, by row."""
        self.counts: Counter[Part] = Counter()
        """How many quotes each part of the table has."""
        self._places: dict[Key, int] = {}
        self._articles: dict[str, int] = {}
        self._sorting = (-1, _ASCENDING)

    def show_rows(self, rows: Iterable[QuoteRow]) -> None:
        """Show other quotes; as they are given is how they stand where no column sorts them."""
        rows = list(rows)
        self._articles = {key: place for place, key in enumerate(dict.fromkeys(row.document_id for row in rows))}
        self._reset(rows)

    def put(self, rows: Iterable[QuoteRow]) -> None:
        """Take in quotes that have changed, and quotes that are new."""
        rows = list(rows)
        changed = [(self._places[_key(row)], row) for row in rows if _key(row) in self._places]
        self._change([(place, row) for place, row in changed if self.rows[place] != row])
        self._add([row for row in rows if _key(row) not in self._places])

    def take_in(self, document_ids: Collection[str], rows: Iterable[QuoteRow]) -> None:
        """Take in all that some articles have now; quotes that are no longer among it go."""
        rows = list(rows)
        kept = {_key(row) for row in rows}
        asked = set(document_ids)
        gone = [place for key, place in self._places.items() if key[0] in asked and key not in kept]
        self._remove(sorted(gone))
        self.put(rows)

    def speakers(self) -> list[tuple[str, str, int]]:
        """Return the speakers of the table as id, name and number of quotes; who has most of them comes first."""
        counts = Counter(row.speaker_id for row in self.rows)
        names = {row.speaker_id: row.speaker_name for row in self.rows if row.speaker_id}
        return [(key, names[key], count) for key, count in counts.most_common() if key]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of quotes."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column, which stands over its words, with an arrow where it is sorted by."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            arrow = " ↑" if self._sorting[1] is _ASCENDING else " ↓"
            return f"{HEADINGS[section]}{arrow if section == self._sorting[0] else ''}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == Column.NUMBER else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole and section == Column.NUMBER:
            return "Number"
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a quote's row, what a column says of it, or a sentence for a screen reader."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return TEXTS[column](row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.comment or remark(row) if column == Column.COMMENT else TEXTS[column](row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = column in (Column.NUMBER, Column.QUOTE)
            return spoken(row) if told else f"{HEADINGS[column]}: {TEXTS[column](row) or 'none'}"
        return None

    def sort(self, column: int, order: Qt.SortOrder = _ASCENDING) -> None:
        """Sort by a column; -1 puts the articles, and the quotes in them, back in their order."""
        self._sorting = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [_key(self.rows[index.row()]) for index in before]
        self._arrange()
        places = [self.index(self._places[key], index.column()) for key, index in zip(keys, before, strict=True)]
        self.changePersistentIndexList(before, places)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(HEADINGS) - 1)

    def _reset(self, rows: list[QuoteRow]) -> None:
        self.beginResetModel()
        self.rows, self.folded = rows, [_folded(row) for row in rows]
        self.counts = Counter()
        self._count(rows, 1)
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        column, order = self._sorting
        pairs = list(zip(self.rows, self.folded, strict=True))
        pairs.sort(key=lambda pair: (self._articles[pair[0].document_id], pair[0].number))
        if column >= 0:
            key = KEYS[column]
            pairs.sort(key=lambda pair: key(pair[0]), reverse=order is Qt.SortOrder.DescendingOrder)
        self.rows = [row for row, _ in pairs]
        self.folded = [folded for _, folded in pairs]
        self._find_places()

    def place_of(self, document_id: str, quote_id: str) -> int:
        """Return the row of a quote, -1 if there is no such quote."""
        return self._places.get((document_id, quote_id), -1)

    def _find_places(self) -> None:
        self._places = {_key(row): place for place, row in enumerate(self.rows)}

    def _change(self, changed: Sequence[tuple[int, QuoteRow]]) -> None:
        for place, row in changed:
            self._count([self.rows[place]], -1)
            self._count([row], 1)
            self.rows[place], self.folded[place] = row, _folded(row)
        ranges = list(_ranges(sorted(place for place, _ in changed)))
        if len(ranges) > MOST_RANGES:
            ranges = [(ranges[0][0], ranges[-1][1])]
        for first, last in ranges:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(HEADINGS) - 1))

    def _add(self, rows: Sequence[QuoteRow]) -> None:
        if not rows:
            return
        for row in rows:
            self._articles.setdefault(row.document_id, len(self._articles))
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
        self.rows += rows
        self.folded += [_folded(row) for row in rows]
        self._count(rows, 1)
        self._find_places()
        self.endInsertRows()
        self.sort(*self._sorting)

    def _remove(self, places: Sequence[int]) -> None:
        ranges = list(_ranges(places))
        if len(ranges) > MOST_RANGES:
            gone = set(places)
            self._reset([row for place, row in enumerate(self.rows) if place not in gone])
            return
        for first, last in reversed(ranges):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._count(self.rows[first : last + 1], -1)
            del self.rows[first : last + 1], self.folded[first : last + 1]
            self.endRemoveRows()
        self._find_places()

    def _count(self, rows: Sequence[QuoteRow], sign: int) -> None:
        for part in Part:
            self.counts[part] += sign * sum(map(_HOLDS[part], rows))


class QuotesFilter(QSortFilterProxyModel):
    """The quotes that are on show; the table behind it does the sorting."""

    def __init__(self, quotes: QuotesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.quotes = quotes
        self.part = Part.ALL
        self.speaker_id = ""
        self._holds = _HOLDS[Part.ALL]
        self._words: tuple[str, ...] = ()
        self.setSourceModel(quotes)

    def choose(self, part: Part) -> None:
        """Show another part of the table."""
        self.part, self._holds = part, _HOLDS[part]
        self.invalidate()

    def choose_speaker(self, speaker_id: str) -> None:
        """Show only the quotes of one speaker, or of everybody with ""."""
        self.speaker_id = speaker_id
        self.invalidate()

    def search(self, words: str) -> None:
        """Show only quotes that have all these words in what was said, speaker, comment or title."""
        self._words = tuple(words.casefold().split())
        self.invalidate()

    def row(self, place: int) -> QuoteRow:
        """Return a quote that is on show, by its row."""
        found: QuoteRow = self.index(place, 0).data(ROW)
        return found

    def place_of(self, document_id: str, quote_id: str) -> int:
        """Return the row on show that has a quote, -1 if none has."""
        return self.mapFromSource(self.quotes.index(self.quotes.place_of(document_id, quote_id), 0)).row()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Whether a quote is on show."""
        folded = self.quotes.folded[source_row]
        for word in self._words:
            if word not in folded:
                return False
        row = self.quotes.rows[source_row]
        return self._holds(row) and (not self.speaker_id or row.speaker_id == self.speaker_id)

    def sort(self, column: int, order: Qt.SortOrder = _ASCENDING) -> None:
        """Have the rows sorted."""
        self.quotes.sort(column, order)


def _key(row: QuoteRow) -> Key:
    return row.document_id, row.quote_id


def _folded(row: QuoteRow) -> str:
    # A line each: a word that was typed has no line break in it, and so never spans two of them.
    return f"{row.words}\n{speaker(row)}\n{row.comment}\n{row.title}".casefold()


def _ranges(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of neighbours."""
    first = last = -2
    for place in places:
        if place != last + 1:
            if first >= 0:
                yield first, last
            first = place
        last = place
    if first >= 0:
        yield first, last
