"""Deciding: who said it, what kind it is, whether it is a quote at all. Each makes one command for the bridge.

The commands are imported when the first one is made: they bring the database along, and the window comes first.
"""

from collections.abc import Callable
from typing import Any

from core.model.records import Candidate, Quote
from core.model.terms import Kind, Reason, SpeakerType, State, Via
from gui.actions.action import Action, Group, Menu, Where
from gui.actions.desktop import Desktop, on_article, on_quote
from gui.actions.gaps import show_unread
from gui.actions.navigate import go_on, has_articles, is_other_unfinished, next_unfinished, pick_first
from gui.actions.second import add_second, take_second
from gui.models.candidates import MOST_DIGITS
from gui.models.names import Name, mentions_of
from gui.selection import NO_GAP, Mode


def can_accept(desktop: Desktop) -> bool:
    """Whether Enter has something to do."""
    somewhere = desktop.quote is not None or desktop.models.selection.gap != NO_GAP
    return somewhere and on_article(desktop)


def accept(desktop: Desktop) -> None:
    """Settle the quote with the candidate under the cursor and go on; after "nobody" or "not a quote" only go on.

    Where a second speaker is asked for, the candidate under the cursor is one; with nobody under it nothing is asked
    for any more.
    """
    quote, selection = desktop.quote, desktop.models.selection
    if quote is None:
        if selection.gap != NO_GAP:
            go_on(desktop)  # from where the quote stood that is one no more
        return
    if selection.mode is Mode.SECOND:
        _accept_second(desktop)
        return
    place = selection.candidate
    moved = place >= 0 and place != desktop.models.candidates.place_of_speaker()
    choice = desktop.models.candidates.choice(place + 1) if moved else None
    if selection.mode is not Mode.PICK or desktop.is_ghost:
        go_on(desktop)
    elif choice is not None and isinstance(choice.value, Candidate):
        _assign(desktop, choice.value, Via.ENTER)
    else:
        _accept_as_shown(desktop, quote, Via.ENTER)


def _accept_as_shown(desktop: Desktop, quote: Quote, via: Via) -> None:
    from core.commands.attribution import AcceptSuggestion

    if quote.checked:
        go_on(desktop)
        return
    along = desktop.models.chain.along(quote.speaker_id, quote.speaker_name or "") if quote.speaker_id else ()
    command = AcceptSuggestion(
        document_id=desktop.document_id, quote_id=quote.id, act=desktop.act(via), follow=along, seen=quote
    )
    if desktop.bridge.run(command) is not None:
        go_on(desktop)


def _accept_second(desktop: Desktop) -> None:
    choice = desktop.models.candidates.choice(desktop.models.selection.candidate + 1)
    if choice is not None and isinstance(choice.value, Candidate):
        take_second(desktop, choice.value)
    else:
        pick_first(desktop)


def pick(desktop: Desktop, number: int, via: Via = Via.DIGIT) -> None:
    """Do what a digit stands for now: name a candidate, refine "nobody", or give a reason."""
    from core.commands.attribution import SetSpeakerType
    from core.commands.review import RejectQuote

    choice = desktop.models.candidates.choice(number)
    quote, document_id = desktop.quote, desktop.document_id
    if quote is None:
        return
    if choice is None:
        desktop.hint(f"Nothing stands at {number} here.")
        return
    value = choice.value
    asks_second = desktop.models.selection.mode is Mode.SECOND
    if isinstance(value, Candidate) and value not in quote.candidates and not asks_second:
        _accept_as_shown(desktop, quote, via)  # whom the quote has as its speaker already
    elif isinstance(value, Candidate):
        take(desktop, value, via)
    elif isinstance(value, SpeakerType):
        command = SetSpeakerType(document_id=document_id, quote_id=quote.id, type=value, act=desktop.act(via))
        desktop.bridge.run(command)
    elif isinstance(value, Reason):
        desktop.bridge.run(RejectQuote(document_id=document_id, quote_id=quote.id, reason=value, act=desktop.act(via)))


def name(desktop: Desktop, chosen: Name) -> None:
    """Settle the quote with a typed name and go on."""
    from core.commands.attribution import AssignSpeaker

    quote, selection, view = desktop.quote, desktop.models.selection, desktop.views.article
    desktop.to_text()
    if quote is None:
        return
    mention = view.marked_span()
    view.unselect()
    if selection.mode is Mode.SECOND:
        add_second(desktop, chosen.speaker_id, chosen.text, mention, via=Via.TYPED)
        return
    command = AssignSpeaker(
        document_id=desktop.document_id,
        quote_id=quote.id,
        speaker_id=chosen.speaker_id,
        name=None if chosen.speaker_id else chosen.text,
        mention=mention,
        act=desktop.act(Via.TYPED),
        follow=desktop.models.chain.along(chosen.speaker_id, chosen.text),
    )
    if desktop.bridge.run(command) is not None:
        go_on(desktop)


def type_name(desktop: Desktop) -> None:
    """Start typing a name, with completion."""
    _begin_name(desktop, new=False)


def new_speaker(desktop: Desktop) -> None:
    """Start typing the name of somebody new; selected words of the text stand in the box already."""
    _begin_name(desktop, new=True)


def nobody(desktop: Desktop) -> None:
    """Say that no named speaker is meant, and show what that can mean; stays on the quote."""
    from core.commands.attribution import SetSpeakerType

    quote, selection = desktop.quote, desktop.models.selection
    if quote is None or selection.mode is Mode.NOBODY:
        return
    command = SetSpeakerType(
        document_id=selection.document_id, quote_id=quote.id, type=SpeakerType.NONE, act=desktop.act(Via.DIGIT)
    )
    if desktop.bridge.run(command) is not None:
        selection.set_mode(Mode.NOBODY)


def not_a_quote(desktop: Desktop) -> None:
    """Say that these words are no quote, and show reasons; stays on the quote."""
    from core.commands.review import RejectQuote

    quote, selection = desktop.quote, desktop.models.selection
    if quote is None:
        return
    command = RejectQuote(document_id=selection.document_id, quote_id=quote.id, act=desktop.act(Via.DIGIT))
    if desktop.bridge.run(command) is not None and desktop.is_ghost:
        selection.set_mode(Mode.REASON)


def complete(desktop: Desktop) -> None:
    """Say that the article is read and nothing is missing, and open the next one.

    Before that it goes to what is not checked, then to paragraphs that look like speech and have no quote. An article
    whose suggestions are still to come waits for them.
    """
    from core.commands.review import CompleteDocument

    selection = desktop.models.selection
    if not on_article(desktop):
        back = f"{desktop.cap('quote_table')} goes back to the article"
        desktop.hint(f"The table is on show, and no article. Nothing was changed. {back}.")
        return
    if desktop.models.article.state is State.COMPLETE:
        _onwards(desktop)
        return
    if desktop.models.labelling.is_due(selection.document_id):
        desktop.hint(
            "This article is still being labelled. Nothing was changed. "
            "Complete it when its suggestions are there, or cancel the labelling."
        )
        return
    first = next((quote.id for quote in desktop.models.article.quotes if not quote.checked), "")
    if not first and show_unread(desktop):
        return
    if desktop.bridge.run(CompleteDocument(document_id=selection.document_id)) is not None:
        _onwards(desktop)
    elif first:
        selection.select_quote(first)


def reopen(desktop: Desktop) -> None:
    """Take back that the article is complete."""
    from core.commands.review import ReopenDocument

    desktop.bridge.run(ReopenDocument(document_id=desktop.document_id))


def set_kind(desktop: Desktop, kind: Kind) -> None:
    """Say how the words are reported."""
    from core.commands.quotes import SetKind

    quote = desktop.quote
    if quote is not None and quote.kind is not kind:
        document_id = desktop.document_id
        desktop.bridge.run(SetKind(document_id=document_id, quote_id=quote.id, kind=kind, act=desktop.act(Via.EDIT)))


def take(desktop: Desktop, candidate: Candidate, via: Via) -> None:
    """Take a candidate for what is asked: as the quote's speaker, or as a second one."""
    if desktop.models.selection.mode is Mode.SECOND:
        take_second(desktop, candidate)
    else:
        _assign(desktop, candidate, via)


def _assign(desktop: Desktop, candidate: Candidate, via: Via) -> None:
    """Settle the quote with a candidate and go on; one without an entry in the roster is a description of somebody."""
    from core.commands.attribution import AssignSpeaker
    from core.commands.description import DescribeSpeaker

    document_id, quote_id = desktop.document_id, desktop.models.selection.quote_id
    at: dict[str, Any] = {"document_id": document_id, "quote_id": quote_id, "mention": candidate.mention}
    command: AssignSpeaker | DescribeSpeaker
    if candidate.speaker_id is None:
        command = DescribeSpeaker(**at, name=candidate.name, act=desktop.act(via))
    else:
        along = desktop.models.chain.along(candidate.speaker_id, candidate.name)
        command = AssignSpeaker(**at, speaker_id=candidate.speaker_id, act=desktop.act(via), follow=along)
    if desktop.bridge.run(command) is not None:
        go_on(desktop)


def learn_names(desktop: Desktop) -> None:
    """Read again whom there is to name: the roster and the article's mentions."""
    article = desktop.models.article
    if desktop.bridge.is_open:
        desktop.models.names.know(desktop.bridge.queries.speakers(), mentions_of(article.text, article.quotes))


def _begin_name(desktop: Desktop, *, new: bool) -> None:
    article = desktop.models.article
    span = desktop.views.article.marked_span()
    words = " ".join(article.text[slice(*span)].split())[:120] if span else ""
    desktop.views.panel.name_box.begin(new=new, words=words)


def _onwards(desktop: Desktop) -> None:
    if next_unfinished(desktop):
        return
    if is_other_unfinished(desktop):
        desktop.hint(
            "This article is complete, and no other that the queue shows is left to do. "
            "Clear its filter, or choose All above it."
        )
    else:
        desktop.hint("This article is complete, and no other is left to do.")


def _is_complete(desktop: Desktop) -> bool:
    return desktop.models.article.state is State.COMPLETE and on_article(desktop)


def _kind(kind: Kind, key: str) -> Action:
    def run(desktop: Desktop) -> None:
        set_kind(desktop, kind)

    return Action(
        f"kind_{kind.value}", f"Kind: {kind.value}", run, Menu.EDIT, Group.CORRECT, (key,), enabled=on_quote, part="3"
    )


def _digit(number: int) -> Action:
    def run(desktop: Desktop) -> None:
        pick(desktop, number)

    return Action(
        f"pick_{number}",
        f"Pick {number}",
        run,
        Menu.EDIT,
        Group.DECIDE,
        (str(number),),
        enabled=can_accept,
        part="Pick",
    )


def _decide(action_id: str, title: str, run: Callable[[Desktop], None], *keys: str) -> Action:
    return Action(action_id, title, run, Menu.EDIT, Group.DECIDE, keys, enabled=on_quote, part="2")


ACTIONS = (
    Action(
        "accept", "Accept and go on", accept, Menu.EDIT, Group.DECIDE, ("Return", "Enter"), enabled=can_accept, part="2"
    ),
    *(_digit(number) for number in range(1, MOST_DIGITS + 1)),
    _decide("type_name", "Type a name…", type_name, "/"),
    _decide("new_speaker", "New speaker…", new_speaker, "N"),
    _decide("nobody", "Not a named speaker", nobody, "0"),
    _decide("not_a_quote", "Not a quote", not_a_quote, "X"),
    _kind(Kind.DIRECT, "D"),
    _kind(Kind.MIXED, "M"),
    _kind(Kind.INDIRECT, "I"),
    Action(
        "complete",
        "Article complete, next article",
        complete,
        Menu.EDIT,
        Group.MARK,
        ("Ctrl+Return", "Ctrl+Enter"),
        Where.WINDOW,
        has_articles,
        "4",
    ),
    Action("reopen", "Reopen the article", reopen, Menu.EDIT, Group.MARK, enabled=_is_complete, part="4"),
)
