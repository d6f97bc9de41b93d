"""What is selected now: view state, never saved with the data."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from core.model.terms import Relation

NO_EDGE = -1
NO_GAP = -1


class Mode(Enum):
    """What the digits mean: candidates, the kinds of "not a named speaker", reasons for "not a quote", or somebody
    who says it too.
    """

    PICK = "pick"
    NOBODY = "nobody"
    REASON = "reason"
    SECOND = "second"


class Followed(NamedTuple):
    """Whom a quote would get: name and colour slot, and whether it will with the next decision."""

    name: str
    slot: int
    on: bool = False


class Selection(QObject):
    """The article, quote and candidate a person is looking at. "" stands for none."""

    document_changed = Signal(str)
    quote_changed = Signal(str)
    candidate_changed = Signal(int)
    hovered_changed = Signal(str)
    mode_changed = Signal(object)
    edge_changed = Signal(int)
    followed_changed = Signal(dict)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document_id = ""
        self.quote_id = ""
        self.candidate = 0
        self.hovered = ""
        self.mode = Mode.PICK
        self.relation = Relation.JOINT
        self.edge = NO_EDGE
        self.gap = NO_GAP
        """Where in the text one is while no quote is current: from there one moves on."""
        self.followed: dict[str, Followed] = {}
        """Quotes that would take a speaker along with the current one."""

    def select_document(self, document_id: str) -> None:
        """Make an article the current one; no quote of it is current yet."""
        if document_id == self.document_id:
            return
        self.select_quote("")
        self.document_id = document_id
        self.document_changed.emit(document_id)

    def select_quote(self, quote_id: str) -> None:
        """Make a quote of the current article the current one, its first candidate selected."""
        if quote_id == self.quote_id:
            return
        self.set_mode(Mode.PICK)
        self.choose_edge(NO_EDGE)
        self.follow({})
        self.hover("")
        self.quote_id = quote_id
        self.gap = NO_GAP
        self.select_candidate(0)
        self.quote_changed.emit(quote_id)

    def stand_at(self, start: int) -> None:
        """Be at a place of the text that has no quote, or has none any more; none is current then."""
        self.select_quote("")
        self.gap = start

    def select_candidate(self, index: int) -> None:
        """Move the candidate cursor, 0 for the first."""
        if index != self.candidate:
            self.candidate = index
            self.candidate_changed.emit(index)

    def hover(self, quote_id: str) -> None:
        """Say which quote the pointer is over, in the text or on its tag."""
        if quote_id != self.hovered:
            self.hovered = quote_id
            self.hovered_changed.emit(quote_id)

    def set_mode(self, mode: Mode, relation: Relation = Relation.JOINT) -> None:
        """Say what the digits mean now; `relation` says how a second speaker stands to the first."""
        if (mode, relation) != (self.mode, self.relation):
            self.mode, self.relation = mode, relation
            self.mode_changed.emit(mode)

    def choose_edge(self, edge: int) -> None:
        """Make an edge of the current quote the live one: they count from 0, two to a piece; `NO_EDGE` is none."""
        if edge != self.edge:
            self.edge = edge
            self.edge_changed.emit(edge)

    def follow(self, followed: dict[str, Followed]) -> None:
        """Show what the decision about the current quote would bring along, by quote id."""
        if followed != self.followed:
            self.followed = followed
            self.followed_changed.emit(followed)
