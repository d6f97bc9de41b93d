"""What the decision about the current quote would bring along, and whether it shall."""

from PySide6.QtCore import QObject, QTimer, Signal

from core.model.chain import Follower, followers
from core.model.records import Candidate
from gui.models.article import ArticleModel
from gui.models.candidates import CandidatesModel
from gui.models.names import Name
from gui.selection import Followed, Mode, Selection

AFTER_PAINT = 40
"""Milliseconds: in an article of 10,000 quotes the look at all of them never stands between a key and its effect."""


class ChainModel(QObject):
    """Off until K; `shown` comes when the preview is another one. Goes off again with every quote that is left.

    The preview is behind for a moment after each step; `switch` and `along` look for themselves.
    """

    shown = Signal()

    def __init__(
        self,
        article: ArticleModel,
        selection: Selection,
        candidates: CandidatesModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._article = article
        self._selection = selection
        self.candidates = candidates
        self.followers: tuple[Follower, ...] = ()
        self.name = ""
        self.on = False
        self._typed: Name | None = None
        self._soon = QTimer(self, singleShot=True, interval=AFTER_PAINT)
        self._soon.timeout.connect(self.look)
        selection.quote_changed.connect(lambda quote_id: self._begin())
        selection.candidate_changed.connect(lambda number: self._soon.start())
        selection.mode_changed.connect(lambda mode: self._soon.start())
        article.rows_changed.connect(lambda rows: self._soon.start())
        article.reset.connect(self._soon.start)

    def switch(self) -> None:
        """Have the quotes that would follow follow, or not; without any there is nothing to switch.

        It can be on before somebody is named whom they would follow: they have the speaker who stands there already.
        """
        self.look()
        self.on = not self.on and self._anybody()
        followed = self._selection.followed
        self._selection.follow({quote_id: whom._replace(on=self.on) for quote_id, whom in followed.items()})
        self.shown.emit()

    def along(self, speaker_id: str | None, name: str) -> tuple[str, ...]:
        """Return the ids of the quotes that take a speaker along; none while the chain is off."""
        return tuple(each.quote_id for each in self._find(speaker_id, name)) if self.on else ()

    def mean(self, name: Name | None) -> None:
        """Have the preview follow the name that is being typed; None: the cursor again."""
        if name != self._typed:
            self._typed = name
            self._soon.start()

    def look(self) -> None:
        """Work out the preview for the name that is being typed, else for the candidate under the cursor."""
        self._soon.stop()
        speaker_id, name = self._meant()
        found = self._find(speaker_id, name) if name and self._selection.mode is Mode.PICK else ()
        on = self.on and self._anybody()
        if (found, name, on) != (self.followers, self.name, self.on):
            self.followers, self.name, self.on = found, name, on
            self.shown.emit()
        whom = Followed(name, self._article.slots.get(speaker_id or "", 0), self.on)
        self._selection.follow({each.quote_id: whom for each in found})

    def numbers(self) -> list[int]:
        """Return the numbers that the quotes which would follow have in the article."""
        return [self._article.row_of(each.quote_id) + 1 for each in self.followers]

    def _begin(self) -> None:
        """Another quote: the chain is off; its preview follows when the text is painted."""
        if self.on:
            self.on = False
            self.shown.emit()
        self._soon.start()

    def _meant(self) -> tuple[str | None, str]:
        """Return whom Enter would settle the quote with: who is typed, else under the cursor, else who stands there.

        One whom the text only describes brings nobody along: "a resident" is another one in the next quote.
        """
        quote = self.candidates.quote
        if quote is None or self._article.is_ghost(quote.id):
            return None, ""
        if self._typed is not None:
            return self._typed.speaker_id, self._typed.text
        choice = self.candidates.choice(self._selection.candidate + 1)
        if choice is not None and isinstance(choice.value, Candidate):
            return choice.value.speaker_id, choice.value.name if choice.value.speaker_id else ""
        return quote.speaker_id, (quote.speaker_name or "") if quote.speaker_id else ""

    def _anybody(self) -> bool:
        """Whether some quote would follow if somebody were named who has none of them."""
        quote = self.candidates.quote
        if quote is None or self._article.is_ghost(quote.id) or self._selection.mode is not Mode.PICK:
            return False
        return bool(followers(self._article.text, self._article.quotes, quote, speaker_id=None, name=""))

    def _find(self, speaker_id: str | None, name: str) -> tuple[Follower, ...]:
        quote = self.candidates.quote
        if quote is None or not name:
            return ()
        return followers(self._article.text, self._article.quotes, quote, speaker_id=speaker_id, name=name)
