"""Bringing articles in: new documents, annotators' lines about them, suggestions; duplicates are told and skipped."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import structs
from sqlalchemy import Connection, Engine

from core.desk.near import NearDuplicates
from core.model.change import Change
from core.model.moments import this_moment
from core.model.records import AnnotatedDocument, Layer, Record
from core.model.saying import by_whom
from core.store.aside import aside
from core.store.intake import Intake
from core.store.listing import texts
from core.store.people import known_annotator


class Brought(Record, frozen=True, kw_only=True):
    """What an import did. `duplicates` and `problems` are sentences for people, each naming the article or file.

    `decided` counts quotes by the name of who decided them.
    """

    documents: int = 0
    layers: int = 0
    quotes: int = 0
    decided: dict[str, int] = {}
    duplicates: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    document_ids: tuple[str, ...] = ()


class _Tally:
    def __init__(self) -> None:
        self.documents = self.layers = self.quotes = 0
        self.decided: Counter[str] = Counter()
        self.duplicates: list[str] = []
        self.problems: list[str] = []
        self.ids: dict[str, None] = {}

    def brought(self) -> Brought:
        return Brought(
            documents=self.documents,
            layers=self.layers,
            quotes=self.quotes,
            decided=dict(self.decided),
            duplicates=tuple(self.duplicates),
            problems=tuple(self.problems),
            document_ids=tuple(self.ids),
        )


def bring_in(engine: Engine, lines: Iterable[AnnotatedDocument], annotator: str) -> tuple[Brought, Change]:
    """Store lines in one transaction: all that are good, or, if the run is broken off, nothing.

    A known id with another text is refused by name; a known text under another id joins the first document; the
    same text by the same annotator is a duplicate.
    """
    tally = _Tally()
    with engine.execution_options(writing=True).begin() as connection, aside() as beside:
        who = known_annotator(connection, annotator)
        intake = Intake(connection, kind="import", at=this_moment(), annotator_id=who, aside=beside)
        people: dict[str, int] = {}
        for line in lines:
            _take(connection, intake, line, tally, people)
        if not tally.documents and not tally.layers:
            connection.rollback()
            return tally.brought(), Change(code="import")
        intake.finish()
        words = {"count": str(tally.documents)}
        intake.name_step(words)
    return tally.brought(), Change(code="import", words=words, documents=frozenset(tally.ids), sweeping=True)


def near_duplicates(engine: Engine, document_ids: Sequence[str]) -> list[str]:
    """Return a sentence for each of some articles that is nearly the same as one that came before it.

    They are told and stay, since which print of a story is the one to keep is for people to say.
    """
    new, near, told = set(document_ids), NearDuplicates(), []
    with engine.connect() as connection:
        for document_id, text in texts(connection):
            before = near.add(document_id, text)
            if before and document_id in new:
                told.append(f"{document_id}: is nearly the same as {before[0]}; both are in the project.")
    return told


def take_labels(engine: Engine, line: AnnotatedDocument) -> Change:
    """Put a model's suggestions for one document in the place of its older ones; people's decisions stay."""
    document = line.document
    with engine.execution_options(writing=True).begin() as connection:
        intake = Intake(connection, kind="label", at=this_moment())
        known = intake.find_document(document.id)
        if known is None or known[1] != document.sha256:
            connection.rollback()
            return Change(code="label")  # the document went, or is another one, while the model was reading
        intake.replace_suggestions(document.id, _suggestions_only(line.layer))
        intake.finish()
        intake.name_step({"count": str(len(line.layer.quotes))}, document.id)
    return Change(code="label", words={}, documents=frozenset({document.id}))


def _take(
    connection: Connection, intake: Intake, line: AnnotatedDocument, tally: _Tally, people: dict[str, int]
) -> None:
    document, layer = line.document, line.layer
    known = intake.find_document(document.id)
    if known is not None and known[1] != document.sha256:
        tally.problems.append(
            f"{_named(line, document.id)}: an article of this id with another text is in the project already. "
            "This one was left out; give it another id."
        )
        return
    document_id = known[0] if known else intake.find_text(document.sha256)
    says_something = bool(layer.annotator or layer.quotes or layer.rejected or layer.model)
    if document_id is None:
        document_id = document.id
        intake.add_document(document if not says_something else structs.replace(document, extra={}))
        tally.documents += 1
        tally.ids[document_id] = None
    elif not says_something:
        said = f"{_named(line, document.id)}: the same text is in the project already, as {document_id}."
        tally.duplicates.append(said)
        return
    if says_something:
        who = _known(connection, intake, people, line.layer.annotator)
        _take_layer(intake, document_id, line, tally, who)


def _known(connection: Connection, intake: Intake, people: dict[str, int], annotator: str | None) -> int | None:
    if not annotator:
        return None
    if annotator not in people:
        intake.wait()
        people[annotator] = known_annotator(connection, annotator)
    return people[annotator]


def _take_layer(intake: Intake, document_id: str, line: AnnotatedDocument, tally: _Tally, who: int | None) -> None:
    layer = structs.replace(line.layer, extra=line.document.extra)
    if intake.has_layer(document_id, who):
        tally.duplicates.append(
            f"{_named(line, document_id)}: the same text {by_whom(layer.annotator)} is in the project already. "
            "What this one says of it was left out; to take that, import it into a new project."
        )
        return
    intake.add_layer(document_id, layer, who)
    tally.layers += 1
    tally.quotes += len(layer.quotes)
    if layer.annotator:
        tally.decided[layer.annotator] += sum(quote.checked for quote in layer.quotes)
    tally.ids[document_id] = None


def _named(line: AnnotatedDocument, id_: str) -> str:
    """Return an article's id behind the file and the entry that it was read from, as far as these are known."""
    return f"{line.where}: {id_}" if line.where else id_


def _suggestions_only(layer: Layer) -> Layer:
    # What a person has edited is suggested still, but it is theirs and not the model's.
    models = tuple(quote for quote in layer.quotes if not quote.checked and quote.decided is None)
    return structs.replace(layer, annotator=None, quotes=models, rejected=())
