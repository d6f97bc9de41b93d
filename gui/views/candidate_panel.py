"""Who said it? The current quote, its kind, who may have said it, and the three buttons that settle it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QModelIndex, QSize, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.model.terms import Relation, State
from gui.models.article import ArticleModel
from gui.models.chain import ChainModel
from gui.models.names import NamesModel
from gui.selection import Mode, Selection
from gui.theme import Theme
from gui.views.candidate_row import HEIGHT as ROW
from gui.views.candidate_row import CandidateRow
from gui.views.chain_box import HEIGHT as CHAIN
from gui.views.chain_box import ChainBox
from gui.views.comment_box import CommentBox
from gui.views.excerpt import Excerpt
from gui.views.key_button import IconButton, KeyButton
from gui.views.kind_switch import NOT_A_QUOTE, KindSwitch
from gui.views.listing import Listing
from gui.views.name_box import NameBox
from gui.views.notes import Notes, remarks

SHOWN = 5
GAP = 2
LEAST = 2 * ROW + GAP + CHAIN
_HEADINGS = {Mode.PICK: "Who said it?", Mode.NOBODY: "No name: which?", Mode.REASON: "Not a quote: why?"}
_TIPS = {
    "previous_quote": "Previous quote",
    "next_quote": "Next quote",
    "second_speaker": "Somebody who says it too, may have said it instead, or passed it on",
    "new_speaker": "New speaker",
    "comment": "Comment on the quote",
}
_SECOND = {
    Relation.JOINT: "Who says it too?",
    Relation.ALTERNATIVE: "Who else may have said it?",
    Relation.RELAYED_BY: "Who passed it on?",
}


class CandidateList(Listing):
    """Five rows, more on scrolling."""

    def __init__(self) -> None:
        super().__init__("Who may have said it", whole_rows_of=ROW)

    def sizeHint(self) -> QSize:
        """Return room for five rows."""
        return QSize(200, SHOWN * ROW)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll inside the list only."""
        super().wheelEvent(event)
        event.accept()


class CandidatePanel(QWidget):
    """Shows the current quote. What a person presses here comes out as `asked`: the id of an action.

    `picked` gives the number of a candidate that was clicked, from 1.
    """

    asked = Signal(str)
    picked = Signal(int)

    def __init__(
        self,
        article: ArticleModel,
        selection: Selection,
        chain: ChainModel,
        *,
        names: NamesModel,
        theme: Theme,
    ) -> None:
        super().__init__()
        self._article = article
        self._selection = selection
        self._candidates = chain.candidates
        self._theme = theme
        self._cap: Callable[[str], str] = {"accept": "Enter", "complete": "Ctrl Enter"}.get  # type: ignore[assignment]
        self.name_box = NameBox(names, theme)
        self.comment_box = CommentBox()
        self.chain = ChainBox(chain, theme)
        self._build()
        self._name_buttons()
        self._arrange()
        self._listen()
        self._candidates.shown.connect(self.show_quote)
        # With the list itself, so that a key's effect is painted in the text first.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._mark)
        selection.candidate_changed.connect(self._follow_candidate)
        selection.quote_changed.connect(lambda quote_id: self.comment_box.keep())
        self.show_quote()

    def show_quote(self) -> None:
        """Show what is current now."""
        quote = self._candidates.quote
        row = self._article.row_of(self._selection.quote_id)
        mode = self._selection.mode
        self.heading.setText(_SECOND[self._selection.relation] if mode is Mode.SECOND else _HEADINGS[mode])
        self.place.setText(f"Quote {row + 1:,} of {len(self._article.quotes):,}" if quote else "")
        words = " ".join(self._article.text[slice(*quote.span)][:400].split()) if quote else ""
        self.excerpt.show_words(words, self._article.slot(quote) if quote else 0, hint=self._how_to_choose())
        rejected = quote is not None and self._article.is_ghost(quote.id)
        self.kinds.show_value(NOT_A_QUOTE if rejected else quote.kind.value if quote else "")
        self.notes.show_parts(remarks(quote) if quote else ())
        self.notes.setVisible(bool(self.notes.text()))
        buttons = (self.nobody, self.second, self.new, self.skip, self.flag, self.comment, self.before, self.after)
        for widget in (*buttons, self.name_box):
            widget.setEnabled(quote is not None)
        self.flag.setCaption("Unflag" if quote and quote.flagged else "Flag")
        self._name_accept(waiting=self._selection.mode is not Mode.PICK)
        self._mark()

    def _how_to_choose(self) -> str:
        if not self._article.quotes:
            return "There is no quote here yet."
        key = self._cap("next_quote")
        return f"Choose a quote in the text, or press {key}." if key else "Choose a quote in the text."

    def show_caps(self, cap: Callable[[str], str]) -> None:
        """Show other keys on the buttons; `cap` gives what the key of an action is called."""
        self._cap = cap
        for button, action in self._buttons():
            if isinstance(button, KeyButton):
                button.setCaption(button.text(), cap(action))
        self.comment.setAccessibleName("Comment")  # it has no caption to go by
        self.name_box.cap.say(cap("type_name"))
        self.chain.show_cap(cap("chain"))
        self._name_buttons()
        self.show_quote()

    def _name_buttons(self) -> None:
        for button, action in self._buttons():
            if action in _TIPS:
                key = self._cap(action)
                button.setToolTip(f"{_TIPS[action]} ({key})" if key else _TIPS[action])

    def _buttons(self) -> Iterable[tuple[QAbstractButton, str]]:
        return (
            (self.before, "previous_quote"),
            (self.after, "next_quote"),
            (self.nobody, "nobody"),
            (self.second, "second_speaker"),
            (self.new, "new_speaker"),
            (self.skip, "next_doubtful"),
            (self.flag, "flag"),
            (self.comment, "comment"),
            (self.chain, "chain"),
        )

    def _name_accept(self, *, waiting: bool) -> None:
        quotes, article = self._article.quotes, self._article.article
        finished = article is not None and article.labelled
        if self._selection.mode is Mode.SECOND:
            caption, action = ("Add" if self._selection.candidate >= 0 else "Back"), "accept"
        elif waiting:
            caption, action = "Go on", "accept"
        elif finished and all(quote.checked for quote in quotes) and self._article.state is not State.COMPLETE:
            caption, action = "Complete", "complete"
        else:
            caption, action = "Accept", "accept"
        self._accept_action = action
        self.accept.setCaption(caption, self._cap(action))
        self.skip.setVisible(action != "complete")  # there is no doubtful one left, and its room is needed
        self.accept.setEnabled(self._candidates.quote is not None or action == "complete")

    def _build(self) -> None:
        self.heading = QLabel()
        self.heading.setProperty("text_role", "title")
        self.place = QLabel()
        self.place.setProperty("tone", "quiet")
        self.before = IconButton("left", "Previous quote", self._theme)
        self.after = IconButton("right", "Next quote", self._theme)
        self.excerpt = Excerpt(self._theme)
        self.notes = Notes()
        self.kinds = KindSwitch(self._theme)
        self.list = CandidateList()
        self.list.setModel(self._candidates)
        self.list.setItemDelegate(CandidateRow(self._theme, self.list))
        self.nobody = KeyButton("Not a named speaker", "0", self._theme, look="row")
        self.second = KeyButton("Second", "A", self._theme, look="row")
        self.new = KeyButton("New…", "N", self._theme, look="row")
        self.accept = KeyButton("Accept", "Enter", self._theme, look="primary")
        self.skip = KeyButton("Skip", "Tab", self._theme)
        self.flag = KeyButton("Flag", "F", self._theme)
        self.comment = KeyButton("", "C", self._theme, icon="comment")
        self.comment.setAccessibleName("Comment")

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.heading)
        head.addStretch()
        for widget in (self.place, self.before, self.after):
            head.addWidget(widget)
        above, below = _column(0, 6), _column(2, 12)
        above.addLayout(head)
        above.addWidget(self.excerpt)
        above.addWidget(self.notes)
        above.addWidget(self.comment_box)
        above.addWidget(self.kinds)
        below.addLayout(_line((self.nobody, 0), (self.second, 0), (self.new, 0)))
        below.addWidget(self.name_box)
        for button in (self.accept, self.skip, self.flag, self.comment):
            # Together they need nearly all of the panel: each may give up its air, none its caption.
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        below.addLayout(_line((self.accept, 3), (self.skip, 2), (self.flag, 2), (self.comment, 0)))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 6, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self._choices(), 1)
        column.addLayout(below)

    def _choices(self) -> QWidget:
        """Candidates and, below them, what would follow: together always as high, so that nothing below jumps."""
        choices = QWidget()
        choices.setMinimumHeight(LEAST)
        # A field for a comment takes its room from the rows above all in a low window.
        self.comment_box.opened.connect(lambda opened: choices.setMinimumHeight(LEAST - ROW if opened else LEAST))
        choices.setMaximumHeight(SHOWN * ROW)
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.list, 1)
        line = QHBoxLayout()
        line.setContentsMargins(6, 0, 8, 0)
        line.addWidget(self.chain)
        column.addLayout(line)
        return choices

    def _listen(self) -> None:
        self.list.chosen.connect(self._pick)
        self.list.selectionModel().currentChanged.connect(self._follow)
        self.kinds.asked.connect(lambda value: self.asked.emit(value if value == NOT_A_QUOTE else f"kind_{value}"))
        for button, action in self._buttons():
            button.clicked.connect(lambda checked=False, action=action: self.asked.emit(action))
        self.accept.clicked.connect(lambda: self.asked.emit(self._accept_action))

    def _pick(self, index: QModelIndex) -> None:
        self.picked.emit(index.row() + 1)

    def _follow(self, index: QModelIndex) -> None:
        if index.isValid() and self.list.hasFocus():
            self._selection.select_candidate(index.row())

    def _follow_candidate(self) -> None:
        if self._selection.mode is Mode.SECOND:
            self._name_accept(waiting=True)
        self._soon.start()

    def _mark(self) -> None:
        index = self._candidates.index(self._selection.candidate)
        if index.isValid() and self._selection.mode in (Mode.PICK, Mode.SECOND):
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        else:
            self.list.setCurrentIndex(QModelIndex())


def _column(top: int, bottom: int) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(6, top, 8, bottom)
    column.setSpacing(8)
    return column


def _line(*widgets: tuple[QWidget, int]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(6)
    for widget, stretch in widgets:
        line.addWidget(widget, stretch)
    if not any(stretch for _, stretch in widgets):
        line.setContentsMargins(0, 0, 0, 0)
        line.addStretch()
    return line
