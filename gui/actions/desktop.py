"""Everything an action may reach: the bridge, what is selected, the models and the views."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from core.errors import UserMistake
from core.model.records import Quote
from core.model.spans import Span
from core.model.terms import Via
from core.settings import Settings, Value
from gui.bridge import Bridge
from gui.dialogs.dialog import Dialog
from gui.models.article import ArticleModel
from gui.models.candidates import CandidatesModel
from gui.models.chain import ChainModel
from gui.models.desk_watch import DeskWatch
from gui.models.found import FoundModel
from gui.models.labelling import Labelling
from gui.models.names import NamesModel
from gui.models.quotes_watch import QuotesWatch
from gui.models.recent import RecentModel
from gui.notices import Notices
from gui.selection import Selection
from gui.stopwatch import Stopwatch
from gui.theme import Theme
from gui.views.article.view import ArticleView
from gui.views.candidate_panel import CandidatePanel
from gui.views.mirror import Mirror
from gui.views.queue import Queue
from gui.views.quote_table import QuoteTable
from gui.views.speaker_panel import SpeakerPanel
from gui.views.toolbar import Toolbar

if TYPE_CHECKING:
    from core.commands.command import Act
    from gui.actions.keymap import Keymap


@dataclass(frozen=True)
class Models:
    """What is shown, without how."""

    selection: Selection
    article: ArticleModel
    candidates: CandidatesModel
    chain: ChainModel
    names: NamesModel
    watch: DeskWatch
    labelling: Labelling
    found: FoundModel
    quotes: QuotesWatch
    recent: RecentModel


@dataclass(frozen=True)
class Views:
    """Where it is shown; `panes` in the order in which F6 visits them."""

    window: QWidget
    toolbar: Toolbar
    article: ArticleView
    mirror: Mirror
    queue: Queue
    panel: CandidatePanel
    speakers: SpeakerPanel
    table: QuoteTable
    show_table: Callable[[bool], None]
    panes: Callable[[], tuple[QWidget, ...]]


@dataclass
class Desktop:
    """Handed to every action. `by_key` holds while a key of the text runs one."""

    bridge: Bridge
    settings: Settings
    notices: Notices
    theme: Theme
    models: Models
    views: Views
    keymap: "Keymap"
    by_key: bool = False
    read_gaps: dict[str, set[Span]] = field(default_factory=dict)
    """The paragraphs without a quote that were read, by article; not kept with the data."""
    stopwatch: Stopwatch = field(default_factory=Stopwatch)

    @property
    def quote(self) -> Quote | None:
        """The current quote."""
        return self.models.article.quote(self.models.selection.quote_id)

    @property
    def document_id(self) -> str:
        """The current article."""
        return self.models.selection.document_id

    @property
    def is_ghost(self) -> bool:
        """Whether the current quote was just rejected and waits for a reason."""
        return self.models.article.is_ghost(self.models.selection.quote_id)

    def act(self, key: Via) -> "Act":
        """Return how this decision is made: by this kind of key, or by a click; `fast` when hardly read.

        Seconds and keys are told only where the annotator has asked for them.
        """
        from core.commands.command import Act

        watch, fast = self.stopwatch, self.stopwatch.fast
        watch.touch()
        via = key if self.by_key or key in (Via.TYPED, Via.EDIT) else Via.CLICK
        if not self.settings["keep_times"]:
            return Act(via=via, fast=fast)
        return Act(via=via, fast=fast, seconds=watch.seconds, keys=watch.keys)

    def keep(self, **settings: Value) -> None:
        """Choose settings, for ever; where the file can't be written, which is said, until the program ends."""
        for key, value in settings.items():
            self.settings.choose(key, value)
        try:
            self.settings.save()
        except UserMistake as error:
            self.notices.tell(error)

    def say(self, sentence: str) -> None:
        """Say in the status line what was done."""
        self.notices.said.emit(sentence)

    def hint(self, sentence: str) -> None:
        """Say in the status line what can be done, or that there was nothing to do."""
        self.notices.hinted.emit(sentence)

    def cap(self, action_id: str) -> str:
        """Return the key of an action as a sentence speaks of it, or its title where it has none."""
        return self.keymap.cap(action_id) or f"“{self.keymap.title(action_id)}”"

    def ask(self, dialog: Dialog, act: Callable[[], object | None]) -> None:
        """Show a dialog until what it asks for is done or given up; a refusal stands in it, beside what was typed."""
        dialog.settle = lambda: act() is not None
        self.bridge.failed.connect(dialog.refuse)
        dialog.exec()
        dialog.deleteLater()

    def to_text(self) -> None:
        """Give the article the keys."""
        self.views.article.setFocus()


def on_article(desktop: Desktop) -> bool:
    """Whether an article is on show, and not the table of all quotes in its place."""
    return desktop.models.article.article is not None and not desktop.models.quotes.active


def on_quote(desktop: Desktop) -> bool:
    """Whether there is a current quote that can be seen and was not just rejected."""
    return desktop.quote is not None and not desktop.is_ghost and on_article(desktop)
