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
from tests.speed.article_view import scroll_frame
from tests.speed.labelling import labelling_rows
from tests.speed.storing import storing_rows
from tests.speed.window import FRAME_MS, window_rows
from tests.speed.yardstick import Row, percentile, row


def measured() -> list[Row]:
    """Measure everything, the window first: it is what other load disturbs most."""
    qt = make_qt()
    load_fonts()
    rows = window_rows()
    rows.append(row("scroll_frame_p95", percentile(scroll_frame(), 0.95), "ms", most=FRAME_MS, by="100,000 words"))
    qt.processEvents()
    return [*rows, *storing_rows(), *labelling_rows()]


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
