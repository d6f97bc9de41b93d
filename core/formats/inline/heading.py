"""The heading of an annotated article: TOML between two lines of `+++`, with what is known of it and its roster."""

import tomllib
from typing import Any

import msgspec
import tomli_w

from core.errors import BadInput
from core.model.terms import SpeakerKind

FENCE = "+++\n"


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of the roster: the full name, other names for the same one, what sort of speaker it is."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: SpeakerKind = SpeakerKind.PERSON


class Heading(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What stands above the text; `genre` says what sort of story it is, `annotator` whose brackets these are."""

    title: str
    source: str
    date: str
    genre: str
    annotator: str
    language: str = "en"
    speakers: dict[str, Person] = {}


def split(written: str) -> tuple[Heading, str]:
    """Return the heading and the marked text below it, without the file's last line end.

    Raises `BadInput` where there is no heading or a field of it is wrong.
    """
    if not written.startswith(FENCE) or f"\n{FENCE}" not in written[len(FENCE) :]:
        raise BadInput("does not begin with a heading between two lines of +++")
    above, _, marked = written[len(FENCE) :].partition(f"\n{FENCE}")
    try:
        heading = msgspec.convert(tomllib.loads(above), Heading, strict=False)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BadInput(f"the heading: {error}") from None
    return heading, marked.removesuffix("\n")


def join(heading: Heading, marked: str) -> str:
    """Return the file's text: what `split` takes apart."""
    fields: dict[str, Any] = msgspec.to_builtins(heading)
    return f"{FENCE}{tomli_w.dumps(fields).strip()}\n{FENCE}{marked}\n"
