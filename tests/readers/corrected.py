"""Articles of our corpus with suggestions that are wrong here and there, and a person who puts them right."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import structs

from core.commands.attribution import AcceptSuggestion, AssignSpeaker, SetSpeakerType
from core.commands.boundaries import MoveBoundaries
from core.commands.bulk import InBulk
from core.commands.command import Act, Command
from core.commands.new_quote import AddQuote
from core.commands.quotes import FlagQuote, SetKind
from core.commands.remarks import CommentQuote
from core.commands.review import CompleteDocument, RejectQuote
from core.commands.roster import MergeSpeakers
from core.corpus.articles import articles
from core.desk.desk import Desk
from core.model.identity import suggested_quote_id, suggested_speaker_id
from core.model.records import AnnotatedDocument, Candidate, Layer, Quote, Speaker
from core.model.spans import Span
from core.model.terms import Kind, Reason, Relation, SpeakerType, Status, Via
from core.resources import seed
from tests.readers.planted import MODEL

VIAS = (Via.DIGIT, Via.CLICK, Via.TYPED)


class Planned(NamedTuple):
    """A gold quote, the id of its suggestion (None: the model missed it), and what is wrong with that."""

    gold: Quote
    suggestion: str | None
    wrong: str


class Case(NamedTuple):
    """An article as a model sees it, what a person will do, and two names that are one speaker's."""

    line: AnnotatedDocument
    plan: list[Planned]
    rejected: list[tuple[str, Reason | None]]
    merge: tuple[str, str] | None


def cases(count: int, most: int | None = None) -> Iterator[Case]:
    """Yield the first articles of the corpus, in the order of their names, with the first quotes of each, or all."""
    for number, gold in zip(range(count), articles(seed("corpus")), strict=False):
        quotes = gold.layer.quotes[:most]
        here = {quote.id for quote in quotes}
        rooted = tuple(each if each.parent in here else structs.replace(each, parent=None) for each in quotes)
        yield _case(structs.replace(gold, layer=structs.replace(gold.layer, quotes=rooted)), number)


def _case(gold: AnnotatedDocument, number: int) -> Case:
    sha256, quotes = gold.document.sha256, gold.layer.quotes
    parents = {quote.parent for quote in quotes}
    merge, plan, made = _two_names(gold, number), [], []
    ids: dict[str, str] = {}
    for place, quote in enumerate(quotes, number):
        wrong = _wrong(quote, place, parents)
        shown = _shown(quote, wrong, gold.layer.speakers)
        if merge and quote.speaker_name == merge[0] and not wrong and place % 2:
            shown = structs.replace(shown, speaker_name=merge[1])
        id_ = suggested_quote_id(sha256, shown.fragments, shown.kind)
        ids[quote.id] = id_
        plan.append(Planned(quote, None if wrong == "missed" else id_, wrong))
        if wrong != "missed":
            made.append(_suggestion(shown, id_, sha256, place))
    made = [structs.replace(each, parent=ids.get(each.parent or "")) for each in made]
    rejected = []
    for refused in gold.layer.rejected:
        id_ = suggested_quote_id(sha256, refused.quote.fragments, refused.quote.kind)
        made.append(structs.replace(refused.quote, id=id_, confidence=0.40625))
        rejected.append((id_, refused.reason))
    names = dict.fromkeys(name for each in made for name in _names(each))
    speakers = tuple(Speaker(id=suggested_speaker_id(sha256, name), name=name) for name in names)
    layer = Layer(model=MODEL, speakers=speakers, quotes=tuple(made))
    return Case(structs.replace(gold, layer=layer), plan, rejected, merge)


def _names(quote: Quote) -> Iterator[str]:
    named = (quote.speaker_name, *(each.speaker_name for each in quote.more_speakers))
    yield from (name for name in named if name is not None)
    yield from (each.name for each in quote.candidates)


def _two_names(gold: AnnotatedDocument, number: int) -> tuple[str, str] | None:
    names = [quote.speaker_name for quote in gold.layer.quotes if quote.speaker_name]
    return (names[0], f"{names[0]} the Second") if number % 10 == 3 and names else None


def _wrong(quote: Quote, place: int, parents: set[str | None]) -> str:
    if place % 29 == 11 and quote.id not in parents and quote.parent is None and not quote.more_speakers:
        return "missed"
    if place % 9 == 7 and quote.kind is Kind.INDIRECT and len(quote.fragments) == 1:
        return "short"
    if place % 13 == 5 and quote.kind is Kind.MIXED:
        return "kind"
    return "speaker" if place % 9 == 4 else ""


def _shown(quote: Quote, wrong: str, roster: Sequence[Speaker]) -> Quote:
    if wrong == "short":
        start, end = quote.fragments[0]
        return structs.replace(quote, fragments=(Span(start, max(start + 1, end - 3)),))
    if wrong == "kind":
        return structs.replace(quote, kind=Kind.INDIRECT, quoted=())
    if wrong == "speaker":
        other = next((each.name for each in roster if each.name != quote.speaker_name), None)
        type_ = SpeakerType.NAMED if other else SpeakerType.NONE
        return structs.replace(quote, speaker_name=other, speaker_type=type_)
    return quote


def _suggestion(shown: Quote, id_: str, sha256: str, place: int) -> Quote:
    name, sure = shown.speaker_name, (0.5, 0.71875, 0.875, 0.96875)[place % 4]
    speaker = suggested_speaker_id(sha256, name) if name else None
    candidate = Candidate(name=name or "", speaker_id=speaker, mention=shown.mention, confidence=sure)
    seconds = tuple(
        structs.replace(each, speaker_id=suggested_speaker_id(sha256, each.speaker_name) if each.speaker_name else None)
        for each in shown.more_speakers
    )
    return structs.replace(
        shown,
        id=id_,
        speaker_id=speaker,
        more_speakers=seconds,
        status=Status.SUGGESTED,
        confidence=sure,
        candidates=(candidate,) if name else (),
    )


def correct(desk: Desk, number: int, case: Case) -> None:
    """Put an article right; every seventh stays in work, with something that nobody has confirmed."""
    id_, open_ = case.line.document.id, number % 7 == 2
    missed = [] if open_ else [planned.gold for planned in case.plan if planned.suggestion is None]
    one_by_one = number % 20 == 0
    orders = list(_orders(case, number))
    orders = orders[:-2] if open_ else orders
    done = [] if open_ else [CompleteDocument(document_id=id_)]
    at_once = not missed and not case.merge
    _run(desk, [*orders, *done] if at_once else orders, one_by_one)
    for gold in missed:
        _add(desk, id_, gold, number)
    if case.merge:
        ids = {each.name: each.id for each in desk.queries.speakers()}
        if all(name in ids for name in case.merge):
            desk.run(MergeSpeakers(kept_id=ids[case.merge[0]], gone_id=ids[case.merge[1]]))
    if not at_once:
        _run(desk, done, True)
    if one_by_one:
        desk.undo()
        desk.redo()


def _run(desk: Desk, orders: list[Command], one_by_one: bool) -> None:
    if one_by_one:
        for order in orders:
            desk.run(order)
    elif orders:
        desk.run(InBulk(commands=tuple(orders)))


def _orders(case: Case, number: int) -> Iterator[Command]:
    id_, followed = case.line.document.id, set[str]()
    for place, (gold, suggestion, wrong) in enumerate(case.plan):
        if suggestion is None:
            continue
        where = {"document_id": id_, "quote_id": suggestion}
        act = Act(via=Via.BULK if number % 5 == 4 else Via.ENTER, seconds=1.25, keys=1)
        if wrong == "short":
            yield MoveBoundaries(fragments=gold.fragments, act=act, **where)
        if wrong == "kind":
            yield SetKind(kind=gold.kind, act=act, **where)
        if wrong != "speaker" or suggestion in followed:
            alike = _alike(case, place) if number % 4 == 1 and gold.speaker_name and not wrong else ()
            alike = tuple(each for each in alike if each not in followed)
            followed.update(alike)
            yield AcceptSuggestion(act=act, follow=alike, **where)
        else:
            yield _told(gold, where, Act(via=VIAS[place % 3], keys=place % 4))
        if place == 2:
            yield FlagQuote(flagged=True, **where)
            yield CommentQuote(comment=f"looked at twice, {number}", **where)
    for suggestion, reason in case.rejected:
        yield RejectQuote(document_id=id_, quote_id=suggestion, reason=reason, act=Act(via=Via.ENTER))


def _told(gold: Quote, where: dict[str, str], act: Act) -> Command:
    if gold.speaker_name is None:
        return SetSpeakerType(type=gold.speaker_type, act=act, **where)
    return AssignSpeaker(name=gold.speaker_name, act=act, **where)


def _alike(case: Case, place: int) -> tuple[str, ...]:
    """The later quotes of the same speaker under whom the model has put somebody else."""
    name = case.plan[place].gold.speaker_name
    if case.merge or any(second.relation is Relation.JOINT for second in case.plan[place].gold.more_speakers):
        return ()
    later = case.plan[place + 1 :]
    return tuple(
        each.suggestion
        for each in later
        if each.suggestion and each.wrong == "speaker" and each.gold.speaker_name == name
    )


def _add(desk: Desk, id_: str, gold: Quote, number: int) -> None:
    change = desk.run(AddQuote(document_id=id_, fragments=gold.fragments, kind=gold.kind, act=Act(via=Via.CLICK)))
    quote_id = next(iter(change.quotes))[1]
    desk.run(_told(gold, {"document_id": id_, "quote_id": quote_id}, Act(via=VIAS[number % 3])))


def second_opinion(desk: Desk, some: Iterable[Case]) -> None:
    """Have another person decide the first half of each article, and refuse the next quote."""
    for case in some:
        ids = [each.id for each in case.line.layer.quotes]
        half = len(ids) // 2
        where = case.line.document.id
        taken = [AcceptSuggestion(document_id=where, quote_id=each, act=Act(via=Via.ENTER)) for each in ids[:half]]
        refused = [
            RejectQuote(document_id=where, quote_id=each, act=Act(via=Via.ENTER)) for each in ids[half : half + 1]
        ]
        if taken or refused:
            desk.run(InBulk(commands=(*taken, *refused)))
