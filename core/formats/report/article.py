"""One article on the page: what is known of it, its text with the quotes in colour, and tables of who said what."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.formats.language import language_tag
from core.formats.paragraphs import paragraphs
from core.formats.report.people import People, monogram
from core.formats.report.runs import Run, runs
from core.formats.report.words import GLYPHS, others, progress, remarks, safe, sign, state, surface, tooltip
from core.model.doubt import is_doubtful
from core.model.records import AnnotatedDocument, Quote
from core.model.saying import plural
from core.model.spans import Span
from core.model.terms import Kind, SpeakerType

_WEB = re.compile(r"https?://[^\s\"<>]+", re.IGNORECASE)


class Entry(NamedTuple):
    """A line of the list of contents."""

    title: str
    about: str
    quotes: int
    checked: int
    doubtful: int


class ArticlePage:
    """Writes one article; `number` sets its anchors apart from those of the others.

    `entry` is what the list of contents says of it.
    """

    def __init__(self, line: AnnotatedDocument, number: int) -> None:
        self._document, self._layer = line.document, line.layer
        self._number = number
        self._quotes = sorted(line.layer.quotes, key=lambda quote: quote.text_order)
        self._numbers = {quote.id: place for place, quote in enumerate(self._quotes, 1)}
        self._people = People(line.layer, self._quotes)
        self._language = f' lang="{language_tag(line.document.language) or ""}"'
        self.entry = _entry(line)

    def written(self) -> Iterator[str]:
        """Yield the article's HTML."""
        yield f'<article id="a{self._number}">\n'
        yield from self._heading()
        yield from self._text()
        if self._quotes:
            yield from self._speakers()
            yield from self._list()
        yield "</article>\n"

    def _heading(self) -> Iterator[str]:
        entry, layer, url = self.entry, self._layer, self._document.url or ""
        about = safe(entry.about)
        if _WEB.fullmatch(url):
            about = f'{about} <a href="{safe(url)}" rel="noopener noreferrer">Original</a>'
        elif url:
            about = f"{about} {safe(url)}"
        said = progress(entry.quotes, entry.checked, entry.doubtful)
        said += [f"annotated by <bdi>{safe(layer.annotator)}</bdi>"] if layer.annotator is not None else []
        said += [f"suggestions by {safe(layer.model.name)} {safe(layer.model.version)}"] if layer.model else []
        said.append(layer.state.replace("_", " "))
        yield f'<header><p class="kicker">{about.strip()}</p>'
        yield f'<h2 dir="auto"{self._language}>{safe(entry.title)}</h2>'
        yield f'<p class="meta">{" · ".join(said)}</p></header>\n'

    def _text(self) -> Iterator[str]:
        text = self._document.text
        whole = list(paragraphs(text))
        shown = [Span(start, start + len(text[start:end].rstrip())) for start, end in whole]
        walls = sorted({edge for span in [*whole, *shown] for edge in span})
        ends = {span.end: span for span in shown if span.start < span.end}
        starts = {span.start for span in whole}
        parts: list[Run] = []
        yield f'<div class="text"{self._language}>\n'
        for run in runs(len(text), self._quotes, walls):
            if run.span.start in starts:
                # The blanks between paragraphs are not shown; what begins in them has its tag in the next one.
                parts = [part._replace(span=Span(part.span.end, part.span.end)) for part in parts if part.starts]
            parts.append(run)
            if run.span.end in ends:
                yield f'<p dir="auto"{self._zone(ends[run.span.end])}>{"".join(self._runs(parts))}</p>\n'
                parts = []
        yield "".join(self._tags(run) for run in parts)
        yield "</div>\n"

    def _runs(self, parts: Sequence[Run]) -> Iterator[str]:
        for place, run in enumerate(parts):
            before = parts[place - 1].quotes[-1:] if place else ()
            after = parts[place + 1].quotes[-1:] if place + 1 < len(parts) else ()
            yield self._tags(run)
            yield self._run(run, begins=before != run.quotes[-1:], ends=after != run.quotes[-1:])

    def _run(self, run: Run, *, begins: bool, ends: bool) -> str:
        start, end = run.span
        words = safe(self._document.text[start:end])
        if not words:
            return ""
        if run.cue_of is not None:
            words = f'<span class="cue" title="speech verb of quote {run.cue_of + 1}">{words}</span>'
        if run.mention_of is not None:
            slot = self._people.slot(self._quotes[run.mention_of])
            words = f'<span class="mention s{slot}" title="speaker of quote {run.mention_of + 1}">{words}</span>'
        if not run.quotes:
            return words
        inner = self._quotes[run.quotes[-1]]
        classes = [f"s{self._people.slot(inner)}", "said" if run.marked else "told", state(inner)]
        classes += ["b"] * begins + ["e"] * ends
        if len(run.quotes) > 1:
            classes += ["within", f"o{self._people.slot(self._quotes[run.quotes[-2]])}"]
        titles = [
            tooltip(number + 1, self._people.name(self._quotes[number]), self._quotes[number])
            for number in reversed(run.quotes)
        ]
        return f'<mark class="{" ".join(classes)}" title="{safe(chr(10).join(titles))}">{words}</mark>'

    def _tags(self, run: Run) -> str:
        made = []
        for index, piece in run.starts:
            quote = self._quotes[index]
            slot = self._people.slot(quote)
            if piece:
                made.append(f'<sup class="again s{slot}" title="quote {index + 1} goes on">{index + 1}</sup>')
                continue
            flag = '<span title="flagged">⚑</span> ' if quote.flagged else ""
            made.append(
                f'<span class="tag s{slot} {state(quote)}" id="a{self._number}q{index + 1}" '
                f'title="{safe(tooltip(index + 1, self._people.name(quote), quote))}">'
                f'<span class="n"><span class="vh">Quote </span>{index + 1}</span> '
                f'<span class="g" role="img" aria-label="{quote.kind}">{GLYPHS[quote.kind]}</span> '
                f'<bdi class="name">{safe(self._people.name(quote))}</bdi> '
                f'<span class="sign">{flag}{sign(quote)}</span></span>'
            )
        return "".join(made)

    def _speakers(self) -> Iterator[str]:
        voices = self._people.voices()
        most = max(voice.characters for voice in voices)
        yield '<table class="speakers"><caption>Who speaks</caption><thead><tr><th scope="col">Speaker</th>'
        for kind in Kind:
            yield f'<th scope="col" class="num"><span aria-hidden="true">{GLYPHS[kind]}</span> {kind.capitalize()}</th>'
        yield '<th scope="col" class="num">Quotes</th><th scope="col" class="num">Checked</th>'
        yield '<th scope="col">Characters quoted</th></tr></thead><tbody>\n'
        for voice in voices:
            ring = " ring" * voice.repeats
            yield f'<tr class="s{voice.slot}"><th scope="row"><span class="chip{ring}" aria-hidden="true">'
            yield f'{safe(monogram(voice.name))}</span> <bdi class="name">{safe(voice.name)}</bdi></th>'
            yield "".join(f'<td class="num">{voice.kinds[kind] or "–"}</td>' for kind in Kind)
            yield f'<td class="num">{voice.quotes:,}</td><td class="num">{voice.checked:,} of {voice.quotes:,}</td>'
            share = f"{100 * voice.characters / most:.1f}%"
            yield f'<td class="share"><span class="bar" style="width:calc({share} * .7)"></span>'
            yield f"<span>{voice.characters:,}</span></td></tr>\n"
        yield "</tbody></table>\n"

    def _list(self) -> Iterator[str]:
        yield f"<details><summary>{plural(len(self._quotes), 'quote').capitalize()} as a list</summary>"
        yield '<div class="scroll"><table class="quotes"><thead><tr>'
        for heading in ("No.", "Kind", "Speaker", "State", "Words", "Remarks"):
            yield f'<th scope="col">{heading}</th>'
        yield "</tr></thead><tbody>\n"
        for number, quote in enumerate(self._quotes, 1):
            yield self._row(number, quote)
        yield "</tbody></table></div></details>\n"

    def _row(self, number: int, quote: Quote) -> str:
        who = f'<bdi class="name">{safe(self._people.name(quote))}</bdi>'
        if more := others(quote):
            who += f" <bdi>{safe(more)}</bdi>"
        if quote.speaker_type is not SpeakerType.NAMED:
            who += f' <span class="soft">{quote.speaker_type}</span>'
        status = quote.status if quote.checked else f"{quote.status} {sign(quote)}"
        inside = [f"in quote {self._numbers[quote.parent]}"] if quote.parent in self._numbers else []
        return (
            f'<tr class="s{self._people.slot(quote)}">'
            f'<td class="num"><a href="#a{self._number}q{number}">{number}</a></td>'
            f'<td><span aria-hidden="true">{GLYPHS[quote.kind]}</span> {quote.kind}</td><td>{who}</td><td>{status}</td>'
            f'<td class="words" dir="auto"{self._language}>{safe(surface(self._document, quote))}</td>'
            f'<td dir="auto">{safe("; ".join(inside + remarks(quote)))}</td></tr>\n'
        )

    def _zone(self, span: Span) -> str:
        for zone in self._document.zones:
            if zone.start <= span.start and span.end <= zone.end:
                return f' class="{zone.type}"'
        return ""


def _entry(line: AnnotatedDocument) -> Entry:
    document, quotes = line.document, line.layer.quotes
    about = " · ".join(each for each in (document.source, document.date) if each)
    checked, doubtful = sum(quote.checked for quote in quotes), sum(map(is_doubtful, quotes))
    return Entry(document.title or document.id, about, len(quotes), checked, doubtful)
