"""Files of other programs that are text through and through and yet no article: known by their first bytes."""

import re

_CLOCK = r"(?:\d+:)?\d\d:\d\d[,.]\d{3}"
_WEEKDAY, _MONTH = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)", "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_HEADERS = r"(?:[A-Za-z][A-Za-z-]*:.*\n(?:[ \t]+\S.*\n)*)*"
_SIGNS = {
    "RTF": r"\{\\rtf\d",
    "XML": r"\s*<\?xml\s+version\s*=",
    "a file of subtitles (SRT)": rf"\s*\d+[ \t]*\n{_CLOCK} --> {_CLOCK}",
    "a file of subtitles (WebVTT)": rf"WEBVTT(?:[ \t].*)?\n[^\0]*?^{_CLOCK} --> {_CLOCK}",
    "a mailbox (mbox)": rf"From \S+ +{_WEEKDAY} {_MONTH} +\d+ [\d:]+ .*\d{{4}}.*\n[A-Z][A-Za-z-]*: ",
    "an e-mail with its headers": rf"{_HEADERS}(?:MIME-Version: \d|Message-ID: ?<|Received: (?:from|by) )",
    "a table of words (CoNLL-U)": r"(?:#.*\n)*1(?:-\d+)?(?:\t[^\t\n]+){9}\n",
    "a TextGrid of Praat": r'File type = "ooTextFile',
}
"""Only what no writer of an article begins with: a text must never be refused for looking like something else."""
_KNOWN = {what: re.compile(sign, re.MULTILINE) for what, sign in _SIGNS.items()}


def kind_of_file(head: bytes) -> str | None:
    """Return what a file is that begins so, if it is surely not the text of an article."""
    start = head.replace(b"\0", b"").decode("utf-8-sig", "ignore").replace("\r\n", "\n").lstrip("\ufeff")
    return next((what for what, sign in _KNOWN.items() if sign.match(start)), None)
