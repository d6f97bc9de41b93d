"""A task and the lines in it: what its annotations say, and which suggestions stand beside them."""

from collections.abc import Iterator
from typing import Any

from core.errors import BadInput
from core.formats.line.bare import TEXT_KEYS, completed, foreign, text_key
from core.formats.line.stand_off import without_text
from core.formats.spans_and_links.graph import Graph, drawn
from core.formats.spans_and_links.joining import Known, in_order, joined
from core.formats.spans_and_links.kept import KEY, Carried
from core.formats.spans_and_links.objects import list_of, word_of
from core.formats.spans_and_links.records import Place
from core.formats.studio.results import graph_of, results_of, score_of
from core.model.records import AnnotatedDocument, Layer, Quote
from core.model.terms import State, Status

Raw = dict[str, Any]

_DRAFTS = "drafts that nobody submitted"
_CANCELLED = "annotations that were cancelled"
_OTHER_PREDICTIONS = "predictions beside the one of their task that is taken"


def task_of(line: AnnotatedDocument) -> Raw:
    """Return a line as a task: what a person has checked as an annotation, what waits for one as a prediction."""
    document, layer = line.document, line.layer
    checked, suggested = _halves(layer.quotes)
    task: Raw = {
        "data": {
            "id": document.id,
            "title": document.title or document.id,
            "text": document.text,
            "annotator": layer.annotator,
            KEY: without_text(line),
        },
        "annotations": [],
        "predictions": [],
    }
    if checked or layer.state is State.COMPLETE:
        # Without the word Label Studio takes each for a gold standard, and none for work done.
        task["annotations"] = [{"ground_truth": False, "result": results_of(drawn(checked, about=True), document.text)}]
    if suggested:
        prediction: Raw = {"model_version": _version(layer)}
        confidences = [quote.confidence for quote in suggested if quote.confidence is not None]
        if confidences:
            prediction["score"] = round(sum(confidences) / len(confidences), 4)
        task["predictions"] = [prediction | {"result": results_of(drawn(suggested, about=True), document.text)}]
    return task


def lines_of(task: Raw, id_: str, place: Place) -> Iterator[AnnotatedDocument]:
    """Yield the lines of a task: one for each annotation, and one for predictions of a model that isn't ours."""
    data = task.get("data")
    if not isinstance(data, dict) and "annotation_id" in task:
        raise BadInput(f"{place.where}: is of Label Studio's JSON-MIN, which drops the relations; export JSON there")
    if not isinstance(data, dict):
        raise BadInput(f"{place.where}: data: must be an object")
    key = text_key(data)
    if key is None:
        raise BadInput(f"{place.where}: data: has no text (under {', '.join(TEXT_KEYS)})")
    made = list_of(task, "annotations" if "annotations" in task else "completions", place.where)
    people = [one for one in made if not one.get("was_cancelled")]
    _pass_over(_CANCELLED, len(made) - len(people), place)
    _pass_over(_DRAFTS, sum(bool(one.get("result")) for one in _objects(task.get("drafts"))), place)
    machines = _objects(task.get("predictions"))
    held = data.get(KEY)
    if isinstance(held, dict):
        yield from _ours(Carried(held, data[key], place), people, machines, place)
        return
    about = {other: value for other, value in data.items() if other != key}
    named = {"id": data.get("id", task.get("id")), "text": data[key]}
    yield from _theirs(completed(foreign(about) | named, id_), people, machines, place)


def _ours(carried: Carried, people: list[Raw], machines: list[Raw], place: Place) -> Iterator[AnnotatedDocument]:
    line, text = carried.line, carried.line.document.text
    checked, suggested = _halves(line.layer.quotes)
    hands, machine = drawn(checked, about=True), drawn(suggested, about=True)
    shown = graph_of(people[0], text, place.where, place.left_out) if people else Graph([], [])
    same = [one for one in machines if word_of(one, "model_version") == _version(line.layer)]
    _pass_over(_OTHER_PREDICTIONS, len(machines) - len(same[:1]), place)
    offered = graph_of(same[0], text, place.where, place.left_out) if same else machine
    confirmed = carried.of_a_model and bool(people)
    if not confirmed and hands.same_as(shown) and machine.same_as(offered):
        yield line
    else:
        taken = joined(shown, carried.known.part(checked), place.left_out)
        quotes = [(number, carried.confirmed(raw)) for number, raw in taken]
        if not confirmed:
            gone = {number for number, _ in taken}
            waiting = joined(offered, carried.known.part(suggested), place.left_out)
            quotes += [
                (n, raw | {"status": Status.SUGGESTED.value}) for n, raw in waiting if n is None or n not in gone
            ]
        yield place.line(carried.raw | {"quotes": in_order(quotes)} | (_by(people[0]) if confirmed else {}))
    for other in people[1:]:
        graph = graph_of(other, text, place.where, place.left_out)
        quotes = [(number, carried.confirmed(raw)) for number, raw in joined(graph, carried.known, place.left_out)]
        yield place.line(carried.raw | {"quotes": in_order(quotes), "rejected": []} | _by(other))


def _theirs(base: Raw, people: list[Raw], machines: list[Raw], place: Place) -> Iterator[AnnotatedDocument]:
    for one in people:
        yield place.line(base | {"quotes": _new(one, base, place)} | _by(one))
    if machines:
        best = max(reversed(machines), key=_worth)
        _pass_over(_OTHER_PREDICTIONS, len(machines) - 1, place)
        quotes = [quote | {"status": Status.SUGGESTED.value} for quote in _new(best, base, place)]
        model = {"name": word_of(best, "model_version") or "Label Studio", "version": "", "weights": ""}
        yield place.line(base | {"quotes": quotes, "model": model})
    if not people and not machines:
        yield place.line(base)


def _objects(some: Any) -> list[Raw]:
    """Return those that are written out: some exports name predictions and drafts by their number only."""
    return [one for one in some if isinstance(one, dict)] if isinstance(some, list) else []


def _worth(prediction: Raw) -> tuple[float, str]:
    """The best scored prediction is worth most and, of equal ones, the newest; a project has room for one."""
    score = score_of(prediction)
    return -1.0 if score is None else score, word_of(prediction, "created_at")


def _pass_over(what: str, count: int, place: Place) -> None:
    if count:
        place.passed_over[what] += count


def _new(holder: Raw, base: Raw, place: Place) -> list[Raw]:
    graph = graph_of(holder, base["text"], place.where, place.left_out)
    return in_order(joined(graph, Known(seed=str(base["id"])), place.left_out))


def _by(annotation: Raw) -> Raw:
    """Who made an annotation, and that it is complete: only what was submitted is exported."""
    who = annotation.get("completed_by")
    name = (word_of(who, "email") or who.get("id")) if isinstance(who, dict) else who
    if isinstance(name, int) and not isinstance(name, bool):
        name = f"annotator {name}"
    annotator = name if isinstance(name, str) and name else None
    return {"annotator": annotator, "state": State.COMPLETE.value}


def _halves(quotes: tuple[Quote, ...]) -> tuple[list[Quote], list[Quote]]:
    return [quote for quote in quotes if quote.checked], [quote for quote in quotes if not quote.checked]


def _version(layer: Layer) -> str:
    return f"{layer.model.name} {layer.model.version}" if layer.model else "quotedesk"
