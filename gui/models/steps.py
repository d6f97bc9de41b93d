"""The words for a finished step: the core tells a code and parameters, people read a line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from core.model.terms import Kind, Reason, Relation, SpeakerType

KINDS = {Kind.DIRECT: "direct", Kind.MIXED: "mixed", Kind.INDIRECT: "indirect"}
TYPES = {
    SpeakerType.NAMED: "a named one",
    SpeakerType.UNNAMED: "unnamed source",
    SpeakerType.COLLECTIVE: "several people",
    SpeakerType.NONE: "nobody named",
    SpeakerType.UNDECIDED: "can't decide",
}
REASONS = {
    Reason.SCARE: "scare quotes",
    Reason.TITLE: "a title",
    Reason.NOT_SPEECH: "not speech",
    Reason.WRONG_SPAN: "wrong span",
    Reason.DUPLICATE: "duplicate",
}
SECONDS: Mapping[str, str] = {
    Relation.JOINT: "said with",
    Relation.ALTERNATIVE: "said by this one or",
    Relation.RELAYED_BY: "passed on by",
}
Words = Mapping[str, str]


@dataclass(frozen=True)
class Step:
    """A step in three parts: "#9" or first words, "is now", and the part set bold."""

    number: str
    lead: str
    strong: str = ""

    @property
    def sentence(self) -> str:
        """The step as one line."""
        return " ".join(part for part in (self.number, self.lead, self.strong) if part)


def told(code: str, words: Words) -> Step:
    """Return the words for a step; a code without words of its own is shown as it is."""
    number = f"#{words['quote']}" if words.get("quote") else f"“{words['begins']}…”" if words.get("begins") else ""
    lead, strong = _TELLERS.get(code, _plain(code))(words)
    return Step(number, lead, strong)


def _plain(code: str) -> Callable[[Words], tuple[str, str]]:
    return lambda words: (code, "")


def _assign(words: Words) -> tuple[str, str]:
    before, now = words.get("before", ""), words.get("speaker", "")
    if not now:
        return "has another speaker", ""
    return (f"was {before}, now" if before and before != now else "is now", now + _also(words))


def _also(words: Words) -> str:
    return f" (and {words['also']} more)" if words.get("also") else ""


def _accept(words: Words) -> tuple[str, str]:
    if words.get("speaker"):
        return "checked:", words["speaker"] + _also(words)
    if not words.get("type"):
        return "checked", ""  # several quotes of several people, or a step of an older project
    # Who accepts that it is undecided does not say that they can't decide.
    kind = _type(words)
    return "checked:", "undecided" if kind is SpeakerType.UNDECIDED else TYPES[kind]


def _bulk(words: Words) -> tuple[str, str]:
    what = f"{words.get('count', '')} quote{'' if words.get('count') == '1' else 's'} at once"
    code = words.get("of") or words.get("code", "")  # steps of older projects say it under "code", undone ones nowhere
    return (what, "") if code in ("", "bulk") else (f"{what}:", told(code, words).sentence)


def _reversed(lead: str) -> Callable[[Words], tuple[str, str]]:
    def teller(words: Words) -> tuple[str, str]:
        code, _, rest = words.get("code", "").partition(" ")  # "revert assign": the way in, from step to step
        if not code:
            return lead.removesuffix(":"), ""
        inner = {key: value for key, value in words.items() if key not in ("quote", "begins", "code")}
        return lead, told(code, inner | ({"code": rest} if rest else {})).sentence

    return teller


_TELLERS: dict[str, Callable[[Words], tuple[str, str]]] = {
    "accept": _accept,
    "assign": _assign,
    "nobody": lambda words: ("speaker:", TYPES.get(_type(words), "nobody named")),
    "reject": lambda words: ("is", f"not a quote{_reason(words)}"),
    "kind": lambda words: ("is now", words.get("kind", "")),
    "flag": lambda words: ("flagged", ""),
    "unflag": lambda words: ("no longer flagged", ""),
    "boundaries": lambda words: ("has other edges", ""),
    "split": lambda words: ("split in two", ""),
    "join": lambda words: ("joined with the next", ""),
    "add": lambda words: ("added", ""),
    "nest": lambda words: ("is part of another quote", ""),
    "unnest": lambda words: ("stands on its own", ""),
    "mention": lambda words: ("named by", words.get("words") or "no words"),
    "cue": lambda words: ("reported by", words.get("words") or "no word"),
    "comment": lambda words: ("comment:" if words.get("comment") else "comment taken off", words.get("comment", "")),
    "sure": lambda words: ("no longer unsure", ""),
    "unsure": lambda words: ("marked as unsure", ""),
    "second": lambda words: (SECONDS.get(words.get("relation", ""), "second speaker:"), words.get("speaker", "")),
    "no_second": lambda words: ("no longer with", words.get("speaker", "")),
    "bulk": _bulk,
    "rename": lambda words: (f"{words.get('before', '')} is called", words.get("speaker", "")),
    "speaker": lambda words: ("changed:", words.get("speaker", "")),
    "merge": lambda words: (f"{words.get('before', '')} merged into", words.get("speaker", "")),
    "apart": lambda words: (f"{words.get('before', '')} is not", words.get("speaker", "")),
    "split_speaker": lambda words: (f"{words.get('before', '')} split, some quotes are by", words.get("speaker", "")),
    "complete": lambda words: ("Article complete", ""),
    "reopen": lambda words: ("Article reopened", ""),
    "import": lambda words: ("Articles added:", words.get("count", "")),
    "label": lambda words: ("Quotes suggested:", words.get("count", "")),
    "undo": _reversed("undone:"),
    "redo": _reversed("done again:"),
    "revert": _reversed("taken back:"),
    "elsewhere": lambda words: ("Changed by another program", ""),
}


def _type(words: Words) -> SpeakerType:
    value = words.get("type", "")
    return SpeakerType(value) if value in set(SpeakerType) else SpeakerType.NONE


def _reason(words: Words) -> str:
    value = words.get("reason", "")
    return f", {REASONS[Reason(value)]}" if value in set(Reason) else ""
