"""Docs of others: their spans and entities are quotes, speakers and cues by their labels, or by the groups' names."""

from collections import Counter

from core.formats.spacy_docs.layout import GROUPS, QUOTED, QUOTES, Groups, Marked, Raw
from core.formats.spacy_docs.unpacking import Unpacked
from core.formats.spans_and_links.graph import Graph, Link, Mark
from core.formats.spans_and_links.joining import Known, in_order, joined
from core.formats.spans_and_links.labels import CONTINUES, Role, kind_of, role_of

_NOT_SPOKEN = (Role.SPEAKER, Role.CUE)


def own_groups(doc: Unpacked) -> Groups:
    """Return the groups of our layout; of a Doc that isn't ours, without what a label says is no quote."""
    groups = {name: group for name, group in doc.groups.items() if name in GROUPS}
    if doc.notes is None and QUOTES in groups:
        groups[QUOTES] = [one for one in groups[QUOTES] if role_of(one.label) not in _NOT_SPOKEN]
    return groups


def labelled_quotes(doc: Unpacked, id_: str, left_out: Counter[str]) -> list[Raw]:
    """Return the quotes that a Doc has beside those of our layout; counts in `left_out` what is no part of one."""
    left_out.update(doc.unread)
    if doc.notes is not None:
        left_out.update({_group(name): len(group) for name, group in doc.groups.items() if name not in GROUPS})
        return []
    return in_order(joined(_Marking(doc, left_out).graph(), Known(seed=id_), left_out))


class _Marking:
    """The marks of one Doc; what stands in several groups, or as an entity as well, is one mark."""

    def __init__(self, doc: Unpacked, left_out: Counter[str]) -> None:
        self._doc = doc
        self._left_out = left_out
        self._graph = Graph([], [])
        self._seen: set[tuple[int, int, Role]] = set()

    def graph(self) -> Graph:
        own = own_groups(self._doc).get(QUOTES, [])
        self._seen = {self._place(one, Role.QUOTE) for one in own}
        for name, group in self._doc.groups.items():
            if name == QUOTED and QUOTES in self._doc.groups:
                continue
            heads: dict[str, int] = {}
            for one in group:
                label = one.label if name == QUOTES else _label(one.label, name)
                if name == QUOTES and role_of(label) not in _NOT_SPOKEN:
                    continue
                if role_of(label) is Role.OTHER:
                    self._left_out[_group(name)] += 1
                elif (number := self._add(one, label)) is not None and one.id:
                    self._join(heads.setdefault(one.id, number), number)
        for one in self._doc.entities:
            if role_of(one.label) is Role.OTHER:
                self._left_out[f"entity {one.label}"] += 1
            else:
                self._add(one, one.label)
        return self._graph

    def _add(self, one: Marked, label: str) -> int | None:
        place = self._place(one, role_of(label))
        if place in self._seen:
            return None
        self._seen.add(place)
        self._graph.marks.append(Mark(one.span.start, one.span.end, label))
        return len(self._graph.marks) - 1

    def _join(self, first: int, number: int) -> None:
        if first != number:
            self._graph.links.append(Link(first, number, CONTINUES))

    def _place(self, one: Marked, role: Role) -> tuple[int, int, Role]:
        """Where a span stands, without the blanks at its edges, which an entity may not have."""
        words = self._doc.text[one.span.start : one.span.end]
        start = one.span.start + len(words) - len(words.lstrip())
        return start, start + len(words.strip()), role


def _label(label: str, name: str) -> str:
    """Return what tells most of a span in a group: its label, the group's name or both."""
    if role_of(label) is Role.OTHER:
        return name
    return f"{label} {name}" if role_of(label) is Role.QUOTE and not kind_of(label) and kind_of(name) else label


def _group(name: str) -> str:
    return f"span group {name}"
