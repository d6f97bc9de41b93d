"""One order of every kind, ready for the sample project: conformance and random runs take them from here."""

import inspect
from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

import core.commands
from core.commands.attribution import AcceptSuggestion, AssignSpeaker, SetSpeakerType
from core.commands.quotes import FlagQuote, SetKind
from core.commands.review import CompleteDocument, RejectQuote, ReopenDocument
from core.desk.desk import Desk
from core.model.terms import Kind, Reason, SpeakerType, Via
from tests.support.projects import act, ids

Prepared = tuple[object, ...]
"""The commands that lead up to the sample, then the sample."""


def _first(desk: Desk) -> str:
    return ids(desk)[0]


def _all_accepted(desk: Desk) -> Prepared:
    return tuple(AcceptSuggestion(document_id="seed", quote_id=each, act=act()) for each in ids(desk))


def _nobody(desk: Desk) -> Prepared:
    return (SetSpeakerType(document_id="seed", quote_id=_first(desk), type=SpeakerType.UNNAMED, act=act(Via.DIGIT)),)


SAMPLES: dict[type, Callable[[Desk], Prepared]] = {
    AcceptSuggestion: lambda desk: (AcceptSuggestion(document_id="seed", quote_id=_first(desk), act=act()),),
    AssignSpeaker: lambda desk: (
        AssignSpeaker(document_id="seed", quote_id=_first(desk), name="Ana Ruiz", act=act(Via.TYPED)),
    ),
    SetSpeakerType: _nobody,
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
