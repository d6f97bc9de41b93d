"""The roster: what speakers are called, which of them are one, and which are two."""

from collections.abc import Callable
from typing import TypeVar

from core.model.alike import Pair, alike
from core.model.saying import plural
from gui.actions.action import Action, Group, Menu, Where
from gui.actions.desktop import Desktop, on_article
from gui.actions.navigate import has_articles
from gui.dialogs.merge_speakers import MergeSpeakersDialog
from gui.dialogs.speaker import EditSpeakerDialog
from gui.dialogs.split_speaker import SplitSpeakerDialog

Field = TypeVar("Field")


def speaker_at_hand(desktop: Desktop) -> str:
    """Return the id of the speaker that is meant: the one marked in the list that has the keys, else the quote's."""
    marked = desktop.views.speakers.marked()
    quote = desktop.quote
    return marked or (quote.speaker_id if quote and quote.speaker_id else "")


def edit_speaker(desktop: Desktop) -> None:
    """Change name, other names, identifier and kind of the speaker at hand."""
    from core.commands.roster import EditSpeaker

    speaker = next((each for each in desktop.bridge.queries.speakers() if each.id == speaker_at_hand(desktop)), None)
    if speaker is None:
        desktop.hint("No speaker is chosen. Stand on a quote with a named speaker, or mark one in the list.")
        return
    asked = EditSpeakerDialog(speaker, desktop.theme, desktop.views.window)

    def edited() -> EditSpeaker:
        return EditSpeaker(
            speaker_id=speaker.id,
            name=_edited(asked.name.text(), speaker.name),
            aliases=_edited(asked.chosen_aliases(), speaker.aliases),
            external_id=_edited(asked.external_id.text(), speaker.external_id or ""),
            kind=_edited(asked.chosen_kind(), speaker.kind),
        )

    desktop.ask(asked, lambda: desktop.bridge.run(edited()))


def _edited(field: Field, shown: Field) -> Field | None:
    """None for a field that was left as it was shown: somebody else may have changed that meanwhile."""
    return None if field == shown else field


def merge(desktop: Desktop, gone: str = "", kept: str = "") -> None:
    """Ask which two speakers are one, show what will change, and merge them."""
    from core.commands.roster import MergeSpeakers

    queries = desktop.bridge.queries
    hinted = hint(desktop)
    if not gone and hinted is not None:
        gone, kept = hinted.gone.id, hinted.kept.id
    asked = MergeSpeakersDialog(queries.speakers(), queries.uses, desktop.theme, desktop.views.window)
    asked.choose(gone=gone or speaker_at_hand(desktop), kept=kept)
    desktop.ask(asked, lambda: desktop.bridge.run(MergeSpeakers(kept_id=asked.kept, gone_id=asked.gone)))


def merge_hinted(desktop: Desktop) -> None:
    """Merge the two speakers that look like one, as the list of speakers says."""
    from core.commands.roster import MergeSpeakers

    hinted = hint(desktop)
    if hinted is None:
        desktop.hint(f"No two speakers of this article look like one. {desktop.cap('merge')} merges any two.")
        return
    quotes = sum(use.quotes for use in desktop.bridge.queries.uses(hinted.gone.id))
    if desktop.bridge.run(MergeSpeakers(kept_id=hinted.kept.id, gone_id=hinted.gone.id)) is not None:
        desktop.say(
            f"{hinted.gone.name} is {hinted.kept.name} now, in {plural(quotes, 'quote')}. "
            f"{desktop.cap('undo')} takes it back."
        )


def keep_apart(desktop: Desktop) -> None:
    """Say that the two speakers that look like one are two."""
    from core.commands.apart import KeepApart

    hinted = hint(desktop)
    if hinted is None:
        desktop.hint("No two speakers of this article look like one. Nothing was changed.")
        return
    desktop.bridge.run(KeepApart(speaker_id=hinted.kept.id, other_id=hinted.gone.id))


def split_speaker(desktop: Desktop) -> None:
    """Ask which quotes of this article are somebody else's of the same name, and give them to a new speaker."""
    from core.commands.roster import SplitSpeaker

    article, speaker_id = desktop.models.article, speaker_at_hand(desktop)
    speaker = article.article.speakers.get(speaker_id) if article.article else None
    if speaker is None:
        desktop.hint("No speaker is chosen. Stand on a quote with a named speaker, or mark one in the list.")
        return
    theirs = [
        (quote.id, f"#{row + 1}  {' '.join(article.text[slice(*quote.span)].split())[:90]}")
        for row, quote in enumerate(article.quotes)
        if quote.speaker_id == speaker_id
    ]
    asked = SplitSpeakerDialog(speaker.name, theirs, desktop.theme, desktop.views.window)

    def apart() -> SplitSpeaker:
        return SplitSpeaker(
            speaker_id=speaker_id,
            document_id=desktop.document_id,
            quote_ids=asked.chosen(),
            name=asked.name.text(),
        )

    desktop.ask(asked, lambda: desktop.bridge.run(apart()))


def hint(desktop: Desktop) -> Pair | None:
    """Return two speakers of the article that look like one."""
    article = desktop.models.article.article
    return alike(article.speakers.values()) if article is not None else None


def _roster(action_id: str, title: str, run: Callable[[Desktop], None], *keys: str) -> Action:
    return Action(action_id, title, run, Menu.EDIT, Group.MARK, keys, enabled=on_article, part="Speakers")


ACTIONS = (
    _roster("edit_speaker", "Speaker…", edit_speaker),
    _roster("merge_hinted", "Merge the two that look like one", merge_hinted, "G"),
    _roster("keep_apart", "Keep these two apart", keep_apart),
    Action(
        "merge", "Merge speakers…", merge, Menu.EDIT, Group.MARK, ("Ctrl+M",), Where.WINDOW, has_articles, "Speakers"
    ),
    _roster("split_speaker", "Split a speaker in two…", split_speaker),
)
