"""The articles of a gold standard, each beside what a system says of it."""

from collections.abc import Iterable

from core.errors import BadInput
from core.evaluation.scores import Pair
from core.model.records import AnnotatedDocument, Layer


def pairs(gold: Iterable[AnnotatedDocument], found: Iterable[AnnotatedDocument]) -> list[Pair]:
    """Return the pairs in the order of the standard; of an article that the system left out, it found nothing.

    Raises `BadInput` where there is no article, one stands twice, has another text, or is not in the standard.
    """
    standard, answers = _by_id(gold, "gold standard"), _by_id(found, "set to be judged")
    if not standard:
        raise BadInput("There is no article in the gold standard. Nothing was judged.")
    for id_, line in answers.items():
        if id_ not in standard:
            raise BadInput(f"{id_}: is not in the gold standard. Nothing was judged.")
        if line.document.sha256 != standard[id_].document.sha256:
            raise BadInput(f"{id_}: has another text in the gold standard, so places differ. Nothing was judged.")
    return [(line, answers.get(id_) or _nothing(line)) for id_, line in standard.items()]


def _by_id(lines: Iterable[AnnotatedDocument], where: str) -> dict[str, AnnotatedDocument]:
    found: dict[str, AnnotatedDocument] = {}
    for line in lines:
        if line.document.id in found:
            raise BadInput(f"{line.document.id}: stands twice in the {where}; leave one. Nothing was judged.")
        found[line.document.id] = line
    return found


def _nothing(line: AnnotatedDocument) -> AnnotatedDocument:
    return AnnotatedDocument(document=line.document, layer=Layer())
