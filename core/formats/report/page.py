"""The frame of the page: its head with the colours of both themes, the list of contents, the key to the signs."""

import tomllib
from collections.abc import Iterator, Sequence

from core.formats.report.article import Entry
from core.formats.report.people import SLOTS
from core.formats.report.words import GLYPHS, progress, safe
from core.model.saying import plural
from core.model.terms import Kind
from core.resources import resource

ROLES = (
    *("window", "panel", "paper", "line", "line2", "ink", "ink2", "ink3"),
    *("accent", "doubt", "doubttext", "doubtfill", "good"),
    *(f"{what}{slot}" for slot in range(SLOTS + 1) for what in "st"),
)
"""The colours of a theme that the page uses."""

# Nothing may run and nothing may be fetched, whatever an article says.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_EVIDENCE = '<span class="mention s1">the minister</span> <span class="cue">said</span>'


def colours(theme: str) -> dict[str, str]:
    """Return the colours of a theme by role."""
    known = tomllib.loads(resource("themes", f"{theme}.toml").read_text(encoding="utf-8"))
    return {role: known[role] for role in ROLES}


def opening(entries: Sequence[Entry]) -> Iterator[str]:
    """Yield all that stands above the first article."""
    title = "Who said what"
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="color-scheme" content="light dark">\n<meta name="generator" content="Quotedesk">\n'
    yield f"<title>{title}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n"
    yield f'<header class="masthead"><h1>{title}</h1><p class="meta">{_sums(entries)}</p></header>\n'
    yield from _contents(entries)
    yield from _key()
    yield "<main>\n"


def closing() -> str:
    """Return all that stands below the last article."""
    return "</main>\n</body>\n</html>\n"


def _sums(entries: Sequence[Entry]) -> str:
    quotes, checked = sum(entry.quotes for entry in entries), sum(entry.checked for entry in entries)
    doubtful = sum(entry.doubtful for entry in entries)
    return " · ".join([plural(len(entries), "article"), *progress(quotes, checked, doubtful)])


def _contents(entries: Sequence[Entry]) -> Iterator[str]:
    yield '<nav class="contents" aria-label="Articles"><h2>Articles</h2><ol>\n'
    for number, entry in enumerate(entries, 1):
        share = f"{100 * entry.checked / entry.quotes:.0f}" if entry.quotes else "0"
        yield f'<li><a href="#a{number}" dir="auto">{safe(entry.title)}</a>'
        yield f' <span class="about">{safe(entry.about)}</span>'
        yield f' <span class="count">{entry.checked:,} of {plural(entry.quotes, "quote")} checked'
        yield f' <span class="meter" aria-hidden="true"><span style="width:{share}%"></span></span></span></li>\n'
    yield "</ol></nav>\n"


def _key() -> Iterator[str]:
    yield '<section class="key" aria-label="Key"><h2>How to read it</h2><dl>\n'
    direct, mixed, indirect = (f"{GLYPHS[kind]} {kind.capitalize()}" for kind in Kind)
    both = _mark("s1 told checked b", f"{mixed} ") + _mark("s1 said checked e", "“both”")
    for example, meaning in (
        (_mark("s1 said checked b e", direct), "the speaker’s own words"),
        (_mark("s1 told checked b e", indirect), "what was said, in the reporter’s words"),
        (both, "a report with words in quotation marks"),
        (_mark("s0 said checked b e", "✓ Checked"), "a person has settled it"),
        (_mark("s0 said suggested b e", "86% Suggested"), "by a model, and how sure it is"),
        (_mark("s0 said doubtful b e", "? 58% Doubtful"), "a suggestion to look at first"),
        (_mark("s2 said checked within o1 b e", "Quote in a quote"), "the line above is the outer speaker’s"),
        (_EVIDENCE, "the mention and the verb that show who speaks"),
    ):
        yield f"<div><dt>{example}</dt><dd>{meaning}</dd></div>\n"
    yield "</dl><p>Each colour is one speaker of an article; grey is for sources that are not named. "
    yield "A quote has its number, kind, speaker and state beside it; a small number marks where it goes on.</p>"
    yield "</section>\n"


def _mark(classes: str, words: str) -> str:
    return f'<mark class="{classes}">{words}</mark>'


def _style() -> str:
    light, dark = (_variables(colours(theme)) for theme in ("light", "dark"))
    slots = "".join(
        f".s{slot}{{--s:var(--s{slot});--t:var(--t{slot})}}.o{slot}{{--o:var(--s{slot})}}\n"
        for slot in range(SLOTS + 1)
    )
    rules = resource("report", "report.css").read_text(encoding="utf-8")
    return f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n{slots}{rules}"


def _variables(theme: dict[str, str]) -> str:
    return "".join(f"--{role}:{colour};" for role, colour in theme.items())
