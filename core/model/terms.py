"""The closed word lists of the dataset format; each value is the word in a file."""

from enum import StrEnum


class Kind(StrEnum):
    """How words are reported: verbatim, as a clause, or as a clause with marked words in it."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SpeakerType(StrEnum):
    """What is known of the source of a quote."""

    NAMED = "named"
    UNNAMED = "unnamed"
    COLLECTIVE = "collective"
    NONE = "none"
    UNDECIDED = "undecided"


class SpeakerKind(StrEnum):
    """What sort of thing a speaker of the roster is."""

    PERSON = "person"
    GROUP = "group"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """How far a quote has come; only a person's act gives anything but `suggested`."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    ADDED = "added"


class State(StrEnum):
    """How far one annotator has come with one document."""

    NEW = "new"
    IN_WORK = "in_work"
    COMPLETE = "complete"


class Relation(StrEnum):
    """How a second speaker stands to the first one."""

    JOINT = "joint"
    ALTERNATIVE = "alternative"
    RELAYED_BY = "relayed_by"


class Via(StrEnum):
    """By which act a quote was settled."""

    ENTER = "enter"
    DIGIT = "digit"
    TYPED = "typed"
    CLICK = "click"
    EDIT = "edit"
    PROPAGATED = "propagated"
    MERGE = "merge"
    BULK = "bulk"
    IMPORT = "import"


class Reason(StrEnum):
    """Why a suggestion is no quote."""

    SCARE = "scare"
    TITLE = "title"
    NOT_SPEECH = "not_speech"
    WRONG_SPAN = "wrong_span"
    DUPLICATE = "duplicate"


class ZoneType(StrEnum):
    """What a stretch of the text is, where it is not running text."""

    HEADLINE = "headline"
    CAPTION = "caption"
    PULL_QUOTE = "pull_quote"
    EMBED = "embed"
    BYLINE = "byline"
