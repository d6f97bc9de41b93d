"""Cells that a spreadsheet would run as a formula, and the apostrophe that keeps it from doing so."""

_FORMULA = frozenset("=+-@＝＋－＠")


def guarded(cell: str) -> str:
    """Return the text with an apostrophe before what a spreadsheet would run.

    A text that has such apostrophes of its own gets one more, so that `unguarded` gives every text back.
    """
    return f"'{cell}" if _runs(cell.lstrip("'")) else cell


def unguarded(cell: str) -> str:
    """Return the text without the apostrophe that `guarded` put there."""
    return cell[1:] if cell.startswith("'") and _runs(cell.lstrip("'")) else cell


def _runs(cell: str) -> bool:
    if not cell.strip():
        return False
    # Tabs and line ends at the start are dropped by some programs, which then see the sign behind them.
    return cell[0] in "\t\r\n" or cell.lstrip()[0] in _FORMULA
