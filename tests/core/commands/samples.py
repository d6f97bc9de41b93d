"""One order of every kind, ready for the sample project: conformance and random runs take them from here."""

import inspect
from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

import core.commands
from core.commands.apart import KeepApart
from core.commands.attribution import AcceptSuggestion, AssignSpeaker, SetSpeakerType
from core.commands.boundaries import JoinQuotes, MoveBoundaries, SplitQuote
from core.commands.bulk import InBulk
from core.commands.description import DescribeSpeaker
from core.commands.evidence import SetCue, SetMention
from core.commands.nesting import NestQuote
from core.commands.new_quote import AddQuote
from core.commands.quotes import FlagQuote, SetKind
from core.commands.remarks import CommentQuote, MarkSure
from core.commands.review import CompleteDocument, RejectQuote, ReopenDocument
from core.commands.roster import EditSpeaker, MergeSpeakers, SplitSpeaker
from core.commands.second_speakers import AddSecondSpeaker, RemoveSecondSpeaker
from core.desk.desk import Desk
from core.model.spans import Span
from core.model.terms import Kind, Reason, Relation, SpeakerType, Via
from tests.support.projects import act, ids

Prepared = tuple[object, ...]
"""The commands that lead up to the sample, then the sample."""


def _first(desk: Desk) -> str:
    return ids(desk)[0]


def _all_accepted(desk: Desk) -> Prepared:
    return tuple(AcceptSuggestion(document_id="seed", quote_id=each, act=act()) for each in ids(desk))


def _nobody(desk: Desk) -> Prepared:
    return (SetSpeakerType(document_id="seed", quote_id=_first(desk), type=SpeakerType.UNNAMED, act=act(Via.DIGIT)),)


def _speaker(desk: Desk, place: int) -> str:
    return desk.queries.speakers()[place].id


def _second(desk: Desk) -> AddSecondSpeaker:
    return AddSecondSpeaker(
        document_id="seed", quote_id=_first(desk), relation=Relation.JOINT, name="Ana Ruiz", act=act(Via.DIGIT)
    )


def _nested(desk: Desk) -> Prepared:
    first, second = ids(desk)[:2]
    inside = MoveBoundaries(document_id="seed", quote_id=second, fragments=(Span(100, 110),), act=act(Via.EDIT))
    return inside, NestQuote(document_id="seed", quote_id=second, parent=first, act=act(Via.EDIT))


def _split(desk: Desk) -> SplitSpeaker:
    meant = _speaker(desk, 1)
    return SplitSpeaker(
        speaker_id=meant,
        document_id="seed",
        quote_ids=tuple(each.id for each in desk.queries.article("seed").quotes if each.speaker_id == meant)[:2],
        name="Ana Ruiz",
    )


SAMPLES: dict[type, Callable[[Desk], Prepared]] = {
    AcceptSuggestion: lambda desk: (AcceptSuggestion(document_id="seed", quote_id=_first(desk), act=act()),),
    AssignSpeaker: lambda desk: (
        AssignSpeaker(document_id="seed", quote_id=_first(desk), name="Ana Ruiz", act=act(Via.TYPED)),
    ),
    SetSpeakerType: _nobody,
    DescribeSpeaker: lambda desk: (
        DescribeSpeaker(document_id="seed", quote_id=_first(desk), name="one woman", act=act(Via.DIGIT)),
    ),
    SetKind: lambda desk: (SetKind(document_id="seed", quote_id=_first(desk), kind=Kind.INDIRECT, act=act(Via.EDIT)),),
    FlagQuote: lambda desk: (FlagQuote(document_id="seed", quote_id=_first(desk), flagged=True),),
    RejectQuote: lambda desk: (
        RejectQuote(document_id="seed", quote_id=_first(desk), reason=Reason.TITLE, act=act(Via.CLICK)),
    ),
    CompleteDocument: lambda desk: (*_all_accepted(desk), CompleteDocument(document_id="seed")),
    ReopenDocument: lambda desk: (
        *_all_accepted(desk),
        CompleteDocument(document_id="seed"),
        ReopenDocument(document_id="seed"),
    ),
    MoveBoundaries: lambda desk: _nested(desk)[:1],
    SplitQuote: lambda desk: (SplitQuote(document_id="seed", quote_id=_first(desk), at=278, act=act(Via.EDIT)),),
    JoinQuotes: lambda desk: (
        JoinQuotes(document_id="seed", quote_id=_first(desk), other_id=ids(desk)[1], act=act(Via.EDIT)),
    ),
    AddQuote: lambda desk: (AddQuote(document_id="seed", fragments=(Span(30, 60),), act=act(Via.EDIT)),),
    SetMention: lambda desk: (
        SetMention(document_id="seed", quote_id=_first(desk), mention=Span(20, 30), act=act(Via.EDIT)),
    ),
    SetCue: lambda desk: (SetCue(document_id="seed", quote_id=_first(desk), cue=None, act=act(Via.EDIT)),),
    NestQuote: _nested,
    CommentQuote: lambda desk: (CommentQuote(document_id="seed", quote_id=_first(desk), comment="who?"),),
    MarkSure: lambda desk: (MarkSure(document_id="seed", quote_id=_first(desk), sure=False),),
    AddSecondSpeaker: lambda desk: (_second(desk),),
    RemoveSecondSpeaker: lambda desk: (
        _second(desk),
        RemoveSecondSpeaker(document_id="seed", quote_id=_first(desk), place=0, act=act(Via.EDIT)),
    ),
    EditSpeaker: lambda desk: (EditSpeaker(speaker_id=_speaker(desk, 0), name="Ana Ruiz", external_id="Q1"),),
    MergeSpeakers: lambda desk: (MergeSpeakers(kept_id=_speaker(desk, 0), gone_id=_speaker(desk, 1)),),
    SplitSpeaker: lambda desk: (_split(desk),),
    KeepApart: lambda desk: (KeepApart(speaker_id=_speaker(desk, 0), other_id=_speaker(desk, 1)),),
    InBulk: lambda desk: (InBulk(commands=_all_accepted(desk)),),
}


def command_classes() -> list[type]:
    """Return every class of the package that can be applied to a transaction, however new it is."""
    modules = [import_module(f"core.commands.{each.name}") for each in iter_modules(core.commands.__path__)]
    found = {
        each
        for module in modules
        for each in vars(module).values()
        if inspect.isclass(each) and each.__module__ == module.__name__ and callable(getattr(each, "apply", None))
    }
    return sorted((each for each in found if not getattr(each, "_is_protocol", False)), key=lambda each: each.__name__)
