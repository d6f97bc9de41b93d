"""`make bench`: measure, judge, print a table, and write it as JSON."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import msgspec
from rich.console import Console
from rich.table import Table

from gui.application import make_qt
from gui.fonts import load_fonts
from tests.speed import article_view
from tests.speed.labelling import labelling_rows
from tests.speed.storing import storing_rows
from tests.speed.window import FRAME_MS, window_rows, with_one_voice
from tests.speed.yardstick import Row, percentile, row

PASSES = 10
"""Other work on the machine disturbs some passes, and makes none of them quicker."""
MARKS = (
    ("view_relabel_p95", article_view.relabel_repaint, 0.95, 3.4),
    ("view_scroll_p95", article_view.scroll_frame, 0.95, 3.2),
    ("view_rename_2000", article_view.rename, 0.5, 4.6),
    ("view_open", article_view.open_article, 0.5, 63.0),
)
"""Row, what is measured, which of its samples counts, and what the prototype took."""


def measured() -> list[Row]:
    """Measure everything, the window first: it is what other load disturbs most."""
    qt = make_qt()
    load_fonts()
    rows = window_rows()
    rows.append(
        row("scroll_frame_p95", percentile(article_view.scroll_frame(), 0.95), "ms", most=FRAME_MS, by="100,000 words")
    )
    rows += view_rows()
    qt.processEvents()
    return [*rows, *storing_rows(), *labelling_rows()]


def view_rows() -> list[Row]:
    """Return how the view of an article does alone, as its prototype was measured: without window and store."""
    article = with_one_voice(article_view.big_article())
    made = []
    for name, measure, share, most in MARKS:
        passes = [percentile(measure(article), share) for _ in range(PASSES)]
        by = f"the view alone; the best of {PASSES} passes: {', '.join(f'{each:.1f}' for each in sorted(passes))}"
        made.append(row(name, min(passes), "ms", most=most, by=by))
    return made


def shown(rows: list[Row]) -> Table:
    """Return the table for people."""
    table = Table("name", "value", "unit", "limit", "holds", "yardstick")
    for each in rows:
        limit = "" if each.limit is None else f"{each.limit:g}"
        table.add_row(each.name, f"{each.value:g}", each.unit, limit, "yes" if each.holds else "NO", each.yardstick)
    return table


def main() -> int:
    """Write the rows to the file named on the command line; exit 1 if a limit does not hold."""
    out = Path(sys.argv[1])
    rows = measured()
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(msgspec.json.format(msgspec.json.encode(rows)) + b"\n")
    Console().print(shown(rows))
    return 0 if all(each.holds for each in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
