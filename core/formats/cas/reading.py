"""From a CAS to quotes: ours, or those of other layers, which are known by their names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from core.formats.cas.features import PLACED, comment_of, identifier_at, name_of, speaker_name, unread
from core.formats.cas.graph import Graph, Node
from core.formats.cas.layers import ARTICLE, CONTINUES, CUSTOM, INSIDE, OWN_FEATURES, QUOTE, SAID_BY, SLOTS, is_basic
from core.formats.standoff.likely import Role, kind_of, quoted_by_default, role_of, roster_of, speakers_of
from core.formats.standoff.notes import Wire
from core.model.spans import Span
from core.model.terms import Kind, Relation, SpeakerType, Status


class Quotes:
    """The quotes of a CAS: each is one or several annotations, and is called by the number of the first."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._roles: dict[int, Role | None] = {}
        self._relations: list[tuple[Node, Node, Node]] = []
        self.left_out: Counter[str] = Counter()
        self.article = next((node.words("notes") for node in graph.annotations() if node.type == ARTICLE), None)
        for node in graph.annotations():
            ends = graph.targets(node, "Governor"), graph.targets(node, "Dependent")
            if ends[0] and ends[1]:
                self._relations.append((node, ends[0][0], ends[1][0]))
            elif not is_basic(node.type):
                self._roles[node.id] = _role(node)
                if self._roles[node.id] is None and node.type != ARTICLE:
                    self.left_out[node.short] += 1
        self._groups = self._grouped()
        self._group_of = {piece.id: key for key, pieces in self._groups.items() for piece in pieces}
        self._linked: dict[int, list[tuple[str, Node]]] = defaultdict(list)
        self._parents: dict[int, int] = {}
        for key, pieces in self._groups.items():
            self._linked[key] = [one for piece in pieces for one in self._links(piece)]
        for relation in self._relations:
            self._connect(*relation)
        self._count_unused()
        self._count_features()
        self.speakers = roster_of(self._identified(), self.left_out)

    def notes(self) -> dict[int, str | None]:
        """Return what is noted at each quote."""
        return {key: _first(pieces, "notes") for key, pieces in self._groups.items()}

    def shown(self, ids: dict[int, str]) -> dict[int, Wire]:
        """Return each quote as far as the layers show it; `ids` gives a quote's id for its number."""
        return {key: self._quote(key, pieces, ids) for key, pieces in self._groups.items()}

    def _quote(self, key: int, pieces: list[Node], ids: dict[int, str]) -> Wire:
        fragments = merged(piece.span for piece in pieces if piece.span)
        factuality = _first(pieces, "factuality")
        mentions = [(_relation(role), _span(one), name_of(one)) for role, one in self._of(key, Role.MENTION)]
        speaker, name, more = speakers_of(mentions)
        kind = _kind(pieces)
        quoted = merged(node.span for _, node in self._of(key, Role.QUOTED) if node.span)
        cues = [node for _, node in self._of(key, Role.CUE)]
        parent = self._parents.get(key)
        return {
            "fragments": [list(span) for span in fragments],
            "kind": kind,
            "quoted": [list(one) for one in quoted] or quoted_by_default(self._graph.text, fragments, kind),
            "speaker": speaker,
            "cue": _span(cues[0]) if cues else None,
            "speaker_name": speaker_name(pieces) or name,
            "speaker_id": _first(pieces, "speakerId"),
            "speaker_type": _known(SpeakerType, _first(pieces, "speakerType")),
            "more_speakers": more,
            "status": _known(Status, _first(pieces, "status")),
            "flagged": pieces[0].holds("flagged"),
            "sure": not pieces[0].holds("unsure"),
            "comment": comment_of(pieces),
            "attributes": {"factuality": factuality} if factuality else {},
            "parent": None if parent is None else ids[parent],
        }

    def _of(self, key: int, role: Role) -> list[tuple[str, Node]]:
        return [(name, node) for name, node in self._linked[key] if self._roles.get(node.id) is role]

    def _grouped(self) -> dict[int, list[Node]]:
        """Join the pieces that share an id or continue one another."""
        quotes = [node for node in self._graph.annotations() if self._roles.get(node.id) is Role.QUOTE and _span(node)]
        heads = {node.id: node.id for node in quotes}

        def head(number: int) -> int:
            while heads[number] != number:
                heads[number] = heads[heads[number]]
                number = heads[number]
            return number

        by_id: dict[str, int] = {}
        for node in quotes:
            if id_ := node.words("quoteId"):
                heads[head(node.id)] = head(by_id.setdefault(id_, node.id))
        for node, one, other in self._relations:
            if node.type == CONTINUES and one.id in heads and other.id in heads:
                heads[head(other.id)] = head(one.id)
        groups: dict[int, list[Node]] = defaultdict(list)
        for node in quotes:
            groups[head(node.id)].append(node)
        for pieces in groups.values():
            pieces.sort(key=lambda node: (node.span or (0, 0), node.id))
        return {pieces[0].id: pieces for pieces in groups.values()}

    def _links(self, piece: Node) -> list[tuple[str, Node]]:
        """What the features of a quote point at, by the role of the link or the name of the feature."""
        found = []
        for feature in _slots(piece):
            for node in self._graph.targets(piece, feature):
                role = node.words("role") or SAID_BY
                ends = self._graph.targets(node, "target")
                found += [(role, one) for one in ends] if ends else [(feature, node)]
        return found

    def _connect(self, node: Node, one: Node, other: Node) -> None:
        """Take a relation, whichever way round it stands."""
        inner, outer = self._group_of.get(one.id), self._group_of.get(other.id)
        if inner is not None and outer is not None:
            if node.type == INSIDE and inner != outer:
                self._parents.setdefault(inner, outer)
            elif node.type not in (INSIDE, CONTINUES):
                self.left_out[node.short] += 1
        elif inner is not None and self._roles.get(other.id):
            self._linked[inner].append((node.short, other))
            self._count_unread(node)
        elif outer is not None and self._roles.get(one.id):
            self._linked[outer].append((node.short, one))
            self._count_unread(node)
        elif not is_basic(node.type):
            self.left_out[node.short] += 1

    def _identified(self) -> Iterator[tuple[str, str]]:
        """Yield name and identifier of those whom the mentions of the quotes mean; one without a name is counted."""
        for key, pieces in self._groups.items():
            mentions = self._of(key, Role.MENTION)
            first = next((one for role, one in mentions if not _relation(role)), None)
            for _, mention in mentions:
                own = speaker_name(pieces) if mention is first else None
                name, identifier = own or name_of(mention), identifier_at(mention)
                if name and identifier:
                    yield name, identifier
                elif identifier:
                    self.left_out[f"identifier of a {mention.short} without a name"] += 1

    def _count_features(self) -> None:
        """Count the features that say something of a quote or of its parts and find no room."""
        for pieces in self._groups.values():
            for piece in pieces:
                self._count_unread(piece, [slot for slot in _slots(piece) if self._graph.targets(piece, slot)])
        parts = {node.id: node for links in self._linked.values() for _, node in links}
        for node in parts.values():
            self._count_unread(node)

    def _count_unread(self, node: Node, links: Iterable[str] = ()) -> None:
        role = self._roles.get(node.id)
        self.left_out.update(f"{feature} of a {node.short}" for feature in unread(node, role, links))

    def _count_unused(self) -> None:
        """Count what stands for a part of a quote and is that of none, and cues beside the one that a quote has."""
        used = {node.id for links in self._linked.values() for _, node in links}
        for node in self._graph.annotations():
            if self._roles.get(node.id) not in (None, Role.QUOTE) and node.id not in used:
                self.left_out[f"{node.short} without a quote"] += 1
        for key in self._groups:
            cues = {node.span: node.short for _, node in self._of(key, Role.CUE)}
            self.left_out.update(f"second {name} of a quote" for name in list(cues.values())[1:])


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order, those joined that overlap."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _role(node: Node) -> Role | None:
    role = role_of(node.short)
    if role is None and node.type.startswith(CUSTOM) and any(key.lower().startswith("speaker") for key in node.values):
        return Role.QUOTE
    return role


def _slots(piece: Node) -> list[str]:
    """Return the features of a quote that may point at its parts; numbers in those of ours that are words don't."""
    ours = OWN_FEATURES if piece.type == QUOTE else frozenset()
    return sorted(piece.values.keys() - PLACED - ours, key=lambda name: (name not in SLOTS, name))


def _span(node: Node) -> Wire | None:
    if node.span is None or node.span.start == node.span.end:
        return None
    return {"start": node.span.start, "end": node.span.end}


def _relation(role: str) -> Relation | None:
    return Relation(role) if role in frozenset(Relation) else None


def _first(pieces: list[Node], feature: str) -> str | None:
    return next((words for piece in pieces if (words := piece.words(feature))), None)


def _kind(pieces: list[Node]) -> Kind | None:
    named = (kind_of(words) for feature in ("kind", "type", "quoteType") if (words := _first(pieces, feature)))
    return next((kind for kind in named if kind), None) or kind_of(pieces[0].short)


def _known(words: type[SpeakerType] | type[Status], value: str | None) -> str | None:
    return value if value in frozenset(words) else None
