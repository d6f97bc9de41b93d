"""Label Studio's results, a list of regions, relations and fields of regions, as a graph of quotes, and back."""

from collections import Counter
from typing import Any

from core.errors import BadInput
from core.formats.spans_and_links.graph import NOTHING, About, Graph, Link, Mark
from core.formats.spans_and_links.labels import Role, role_of
from core.formats.spans_and_links.objects import list_of, number_of, word_of
from core.formats.studio.offsets import counted
from core.formats.studio.page import COMMENT, LABEL, NAME, TEXT, TYPE
from core.model.terms import SpeakerType

Raw = dict[str, Any]


def results_of(graph: Graph, text: str) -> list[Raw]:
    """Return the results that show this graph: regions, their fields, then relations."""
    results: list[Raw] = []
    for number, mark in enumerate(graph.marks):
        ends = {"start": mark.start, "end": mark.end}
        region: Raw = {"id": _id(number), "from_name": LABEL, "to_name": TEXT, "type": "labels"}
        region["value"] = ends | {"text": text[mark.start : mark.end], "labels": [mark.label]}
        if mark.score is not None:
            region["score"] = mark.score
        results.append(region)
        for name, type_, key, said in _fields(mark.about):
            value = ends | {key: [said]}
            results.append({"id": _id(number), "from_name": name, "to_name": TEXT, "type": type_, "value": value})
    for link in graph.links:
        ends_of_it = {"from_id": _id(link.source), "to_id": _id(link.target)}
        results.append({"type": "relation"} | ends_of_it | {"direction": "right", "labels": [link.label]})
    return results


def graph_of(holder: Raw, text: str, where: str, left_out: Counter[str]) -> Graph:
    """Return the graph that an annotation or prediction shows; counts in `left_out` what is no region of a text.

    A region without a score of its own has that of the whole prediction.
    """
    graph, score = _Results(text, where, left_out).graph(list_of(holder, "result", where)), score_of(holder)
    return Graph([mark if mark.score is not None else mark._replace(score=score) for mark in graph.marks], graph.links)


def score_of(scored: Raw) -> float | None:
    """Return the score of a region or prediction, if it is a confidence: some models count in other units."""
    score = scored.get("score")
    if not isinstance(score, int | float) or isinstance(score, bool) or not 0 <= score <= 1:
        return None
    return float(score)


class _Results:
    def __init__(self, text: str, where: str, left_out: Counter[str]) -> None:
        self._text = text
        self._where = where
        self._left_out = left_out
        self._regions: dict[str, Raw] = {}
        self._abouts: dict[str, dict[str, str]] = {}
        self._relations: list[Raw] = []

    def graph(self, results: list[Raw]) -> Graph:
        for number, result in enumerate(results):
            self._sort_in(result, str(result.get("id", f"no id {number}")))
        places = {id_: number for number, id_ in enumerate(self._regions)}
        links = []
        for relation in self._relations:
            source, target = places.get(str(relation.get("from_id"))), places.get(str(relation.get("to_id")))
            label = _first(relation.get("labels"))
            if source is None or target is None:
                self._left_out[f"{label} (relation of a region that isn't there)"] += 1
            else:
                turned = relation.get("direction") == "left"
                links.append(Link(target, source, label) if turned else Link(source, target, label))
        return Graph(self._marks(), links)

    def _sort_in(self, result: Raw, id_: str) -> None:
        value, type_ = result.get("value"), word_of(result, "type")
        if type_ == "relation":
            self._relations.append(result)
        elif not isinstance(value, dict) or not isinstance(value.get("start"), int):
            self._left_out[f"{word_of(result, 'from_name')} ({type_ or 'no type'})"] += 1
        elif type_.endswith("labels"):
            self._regions[id_] = value | {"labels": value.get(type_, value.get("labels")), "score": result.get("score")}
        elif field := _field(word_of(result, "from_name")):
            given = value.get("choices") or value.get("text")
            self._abouts.setdefault(id_, {})[field] = "\n".join(_words(given))
        else:
            self._left_out[f"{word_of(result, 'from_name')} ({type_})"] += 1

    def _marks(self) -> list[Mark]:
        regions = self._regions.values()
        ends = [(number_of(one, "start", self._where), number_of(one, "end", self._where)) for one in regions]
        words = [one.get("text") for one in regions]
        claims = [(*pair, said) for pair, said in zip(ends, words, strict=True) if isinstance(said, str)]
        unit = counted(self._text, claims, self._where)
        return [
            Mark(unit(start), unit(end), _label(region), self._about(id_), score_of(region))
            for (start, end), (id_, region) in zip(ends, self._regions.items(), strict=True)
        ]

    def _about(self, id_: str) -> About:
        said = self._abouts.get(id_)
        if said is None:
            return NOTHING
        type_ = said.get(TYPE)
        if type_ is not None and type_ not in tuple(SpeakerType):
            raise BadInput(f"{self._where}: {TYPE}: “{type_}” is not one of {', '.join(SpeakerType)}")
        return About(said.get(NAME) or None, type_, said.get(COMMENT) or None)


def _fields(about: About) -> list[tuple[str, str, str, str]]:
    """Name, type and key of the value for each field that is filled in."""
    given = (
        (NAME, "textarea", "text", about.name),
        (TYPE, "choices", "choices", about.type),
        (COMMENT, "textarea", "text", about.comment),
    )
    return [(name, type_, key, said) for name, type_, key, said in given if said]


def _field(name: str) -> str | None:
    """Return which of our fields one of another project is."""
    plain = name.lower()
    if plain in (NAME, TYPE, COMMENT):
        return plain
    if plain in ("speaker", "name", "who", "source", "source_name"):
        return NAME
    return COMMENT if plain in ("note", "notes", "remark") else None


def _label(region: Raw) -> str:
    labels = _words(region.get("labels"))
    return next((label for label in labels if role_of(label) is not Role.OTHER), labels[0] if labels else "no label")


def _words(some: Any) -> list[str]:
    given = some if isinstance(some, list) else [some]
    return [word for word in given if isinstance(word, str)]


def _first(some: Any) -> str:
    return next(iter(_words(some)), "")


def _id(number: int) -> str:
    return f"r{number + 1}"
