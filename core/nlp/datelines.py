"""Datelines, which open a paragraph and are nobody's words: "PRAIA, Cape Verde (LW) —"."""

import re

from core.model.analysis import Analysis

_DATELINE = re.compile(r"[A-Z][A-Z'’.-]+[^\n—–]{0,60}?(?:\([\w .,&-]{2,40}\)\s*)?[—–-]+\s+(?=\S)")


def after_dateline(analysis: Analysis, token: int) -> int:
    """Return the first token behind "PRAIA, Cape Verde (LW) —" if the token opens a paragraph so, else the token."""
    if token and analysis.paragraphs[token - 1] == analysis.paragraphs[token] and analysis.pos[token - 1] != "SPACE":
        return token
    found = _DATELINE.match(analysis.text, analysis.starts[token])
    while found and token + 1 < len(analysis) and analysis.starts[token] < found.end():
        token += 1
    return token
