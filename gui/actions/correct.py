"""Correcting: edges, pieces, nesting, evidence, new quotes. The quote stays current and waits to be confirmed."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from core.model.records import Quote
from core.model.spans import Span
from core.model.terms import Via
from gui.actions.action import Action, Group, Menu
from gui.actions.desktop import Desktop, on_article, on_quote
from gui.selection import NO_EDGE
from gui.views.article.edges import moved
from gui.views.article.hints import Target
from gui.views.article.text_steps import Unit, stepped

if TYPE_CHECKING:
    from core.commands.command import Command

_WORD = 40  # characters beside a quote in which its cue is looked for by hint


def next_edge(desktop: Desktop) -> None:
    """Make another edge of the quote the live one: the end first, then the others from the start."""
    quote, selection = desktop.quote, desktop.models.selection
    if quote is not None:
        count = 2 * len(quote.fragments)
        selection.choose_edge(count - 1 if selection.edge == NO_EDGE else (selection.edge + 1) % count)
        _reveal_edge(desktop)


def move_edge(desktop: Desktop, unit: Unit, *, forward: bool) -> None:
    """Move the live edge by a step; without one it is the end."""
    quote, selection, page = desktop.quote, desktop.models.selection, desktop.views.article.canvas.page
    if quote is None:
        return
    last = 2 * len(quote.fragments) - 1
    edge = selection.edge if 0 <= selection.edge <= last else last  # pieces may have gone since it was chosen
    selection.choose_edge(edge)
    is_end = bool(edge % 2)
    start, end = quote.fragments[edge // 2]
    position = target = end if is_end else start
    while not page.text[min(position, target) : max(position, target)].strip():  # no quote ends in white space
        before, target = target, stepped(page, target, unit, forward=forward, to_end=is_end)
        if target == before:
            break
    if start < target if is_end else target < end:
        set_fragments(desktop, moved(page, quote.fragments, edge=edge, position=target))
    _reveal_edge(desktop)  # also where it went no further


def _reveal_edge(desktop: Desktop) -> None:
    """Bring the live edge into view: of a long quote it may be elsewhere than what was read last."""
    quote, edge = desktop.quote, desktop.models.selection.edge
    if quote is not None and 0 <= edge < 2 * len(quote.fragments):
        start, end = quote.fragments[edge // 2]
        desktop.views.article.scrolling.reveal(Span(end - 1, end) if edge % 2 else Span(start, start + 1))


def set_fragments(desktop: Desktop, fragments: tuple[Span, ...]) -> None:
    """Give the current quote other fragments, as a key or a dragged handle says."""
    from core.commands.boundaries import MoveBoundaries

    quote = desktop.quote
    if quote is not None and fragments != quote.fragments:
        edge = desktop.models.selection.edge
        command = MoveBoundaries(
            document_id=desktop.document_id, quote_id=quote.id, fragments=fragments, act=desktop.act(Via.EDIT)
        )
        if desktop.bridge.run(command) is not None:
            desktop.models.selection.choose_edge(edge)


def split(desktop: Desktop) -> None:
    """Split the quote: at the caret or where the selection begins, else behind its first piece."""
    from core.commands.boundaries import SplitQuote

    quote, view = desktop.quote, desktop.views.article
    if quote is None:
        return
    if view.caret.active:
        at = view.words.span.start if view.words.span else view.caret.position
    elif len(quote.fragments) > 1:
        at = quote.fragments[1].start
    else:
        desktop.hint(
            f"This quote is one piece. Press {desktop.cap('caret')}, put the caret where it should be split, "
            f"and press {desktop.cap('split')}."
        )
        return
    command = SplitQuote(document_id=desktop.document_id, quote_id=quote.id, at=at, act=desktop.act(Via.EDIT))
    if desktop.bridge.run(command) is not None:
        view.caret.end()


def join(desktop: Desktop) -> None:
    """Join the quote with the one that follows it."""
    from core.commands.boundaries import JoinQuotes

    quote = desktop.quote
    if quote is None:
        return
    following = next((each for each in _after(desktop, quote) if each.span.start >= quote.span.end), None)
    if following is None:
        desktop.hint("No quote follows that this one could be joined with.")
        return
    command = JoinQuotes(
        document_id=desktop.document_id, quote_id=quote.id, other_id=following.id, act=desktop.act(Via.EDIT)
    )
    desktop.bridge.run(command)


def nest(desktop: Desktop) -> None:
    """Say that the quote is part of the one around it; said again, that it is not."""
    from core.commands.nesting import NestQuote

    quote = desktop.quote
    if quote is None:
        return
    around = None if quote.parent else enclosing(desktop.models.article.quotes, quote)
    if around is None and not quote.parent:
        desktop.hint(
            "No quote lies around this one. Move an edge first, or make the outer quote with "
            f"{desktop.cap('caret')} and {desktop.cap('new_quote')}."
        )
        return
    command = NestQuote(
        document_id=desktop.document_id,
        quote_id=quote.id,
        parent=around.id if around else None,
        act=desktop.act(Via.EDIT),
    )
    if desktop.bridge.run(command) is not None:
        place = desktop.models.article.row_of(around.id) + 1 if around else 0
        desktop.say(f"Part of #{place} now." if place else "No longer part of another quote.")


def enclosing(quotes: Iterable[Quote], quote: Quote) -> Quote | None:
    """Return the smallest quote around another one."""
    start, end = quote.span
    around = [each for each in quotes if each.id != quote.id and each.span.start <= start and end <= each.span.end]
    wider = [each for each in around if each.span != quote.span]
    return min(wider, key=lambda each: each.span.end - each.span.start, default=None)


def new_quote(desktop: Desktop) -> None:
    """Make a quote of the selected words; it becomes the current one."""
    from core.commands.new_quote import AddQuote

    view = desktop.views.article
    span = view.selected_span()
    if span is None:
        desktop.hint(
            "Select the words first: drag over them, or press "
            f"{desktop.cap('caret')} and use Shift with the arrow keys."
        )
        return
    change = desktop.bridge.run(AddQuote(document_id=desktop.document_id, fragments=(span,), act=desktop.act(Via.EDIT)))
    if change is not None:
        view.caret.end()
        view.words.begin(span.end)
        desktop.models.selection.select_quote(next(quote for _, quote in change.quotes))


def set_mention(desktop: Desktop) -> None:
    """Say which words name the speaker: those that are selected, else by letters or a click."""
    from core.commands.evidence import SetMention

    def command(quote: Quote, span: Span) -> SetMention:
        return SetMention(document_id=desktop.document_id, quote_id=quote.id, mention=span, act=desktop.act(Via.EDIT))

    mentions = (each.mention for quote in desktop.models.article.quotes for each in quote.candidates)
    own = (quote.mention for quote in desktop.models.article.quotes)
    _point(
        desktop, [span for span in (*mentions, *own) if span is not None], command, "the words that name the speaker"
    )


def set_cue(desktop: Desktop) -> None:
    """Say which word reports the speech: the one that is selected, else by letters or a click."""
    from core.commands.evidence import SetCue

    def command(quote: Quote, span: Span) -> SetCue:
        return SetCue(document_id=desktop.document_id, quote_id=quote.id, cue=span, act=desktop.act(Via.EDIT))

    quote = desktop.quote
    if quote is not None:
        _point(desktop, _words_beside(desktop, quote), command, "the word that reports the speech")


def caret(desktop: Desktop) -> None:
    """Put the caret where the current quote ends, else into the first line in view; again: take it away."""
    view, quote = desktop.views.article, desktop.quote
    if view.caret.active:
        view.caret.end()
        return
    page = view.canvas.page
    start = quote.span.end if quote is not None else page.position_at(page.column.left, view.scrolling.top)
    view.caret.begin(start)
    desktop.hint(
        f"Arrow keys move, Shift selects. {desktop.cap('new_quote')} makes a quote, "
        f"{desktop.cap('split')} splits here, Esc leaves."
    )


def _point(desktop: Desktop, spans: list[Span], command: "Callable[[Quote, Span], Command]", what: str) -> None:
    def take(span: object) -> None:
        quote = desktop.quote
        if quote is not None and isinstance(span, Span):
            desktop.bridge.run(command(quote, span))

    view = desktop.views.article
    chosen = view.marked_span()
    if chosen is not None:
        view.unselect()
        take(chosen)
        return
    view.hints.begin([Target(span, span) for span in view.spans_in_view(spans)], take, takes_words=True)
    desktop.hint(f"Type the letters over {what}, or click or drag over any words. Esc leaves it as it is.")


def _words_beside(desktop: Desktop, quote: Quote) -> list[Span]:
    """Return the words next to each piece of a quote and to its mention, none of them inside it."""
    page = desktop.views.article.canvas.page
    found: set[Span] = set()
    stretches = [*quote.fragments, *([quote.mention] if quote.mention else [])]
    for stretch in stretches:
        low, high = max(0, stretch.start - _WORD), min(len(page.text), stretch.end + _WORD)
        found.update(_words(desktop, low, stretch.start))
        found.update(_words(desktop, stretch.end, high))
    return [span for span in found if not any(span.start < end and start < span.end for start, end in quote.fragments)]


def _words(desktop: Desktop, low: int, high: int) -> Iterable[Span]:
    page = desktop.views.article.canvas.page
    at = stepped(page, low - 1, Unit.WORD, forward=True)
    while low <= at < high:
        end = stepped(page, at, Unit.WORD, forward=True, to_end=True)
        if end <= at:
            return
        if page.text[at].isalpha():
            yield Span(at, end)
        following = stepped(page, at, Unit.WORD, forward=True)
        if following <= at:
            return
        at = following


def _after(desktop: Desktop, quote: Quote) -> list[Quote]:
    return desktop.models.article.quotes[desktop.models.article.row_of(quote.id) + 1 :]


def _correct(action_id: str, title: str, run: Callable[[Desktop], None], *keys: str, part: str = "Correct") -> Action:
    return Action(action_id, title, run, Menu.EDIT, Group.CORRECT, keys, enabled=on_quote, part=part)


def _step(unit: Unit, forward: bool, key: str) -> Action:
    def run(desktop: Desktop) -> None:
        move_edge(desktop, unit, forward=forward)

    way = "right" if forward else "left"
    return Action(
        f"edge_{way}_{unit.name.lower()}",
        f"Edge {'on' if forward else 'back'} by a {unit.name.lower()}",
        run,
        Menu.EDIT,
        Group.CORRECT,
        (key,),
        enabled=on_quote,
        part="Edges",
        repeats=True,
    )


ACTIONS = (
    _correct("mention", "Words that name the speaker…", set_mention, "E"),
    _correct("cue", "Word that reports the speech…", set_cue, "U"),
    _correct("split", "Split between pieces", split, "S"),
    _correct("join", "Join with the next quote", join, "J"),
    _correct("nest", "Part of the quote around it", nest, "P"),
    Action("caret", "Caret in the text", caret, Menu.EDIT, Group.CORRECT, ("V",), enabled=on_article, part="Correct"),
    Action(
        "new_quote",
        "Make a quote of the selected words",
        new_quote,
        Menu.EDIT,
        Group.CORRECT,
        ("Q",),
        enabled=on_article,
        part="Correct",
    ),
    _correct("next_edge", "Next edge", next_edge, "B", part="Edges"),
    _step(Unit.CHARACTER, False, "Shift+Left"),
    _step(Unit.CHARACTER, True, "Shift+Right"),
    _step(Unit.WORD, False, "Ctrl+Shift+Left"),
    _step(Unit.WORD, True, "Ctrl+Shift+Right"),
    _step(Unit.SENTENCE, False, "Shift+Up"),
    _step(Unit.SENTENCE, True, "Shift+Down"),
)
