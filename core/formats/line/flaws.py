"""What is wrong with a line, in words: the field by its path, then the reason."""

import json
import re
from enum import StrEnum

import msgspec

from core.errors import BadInput
from core.model.terms import Kind, Reason, Relation, SpeakerKind, SpeakerType, State, Status, Via, ZoneType

_WORDS: dict[str, type[StrEnum]] = {
    "kind": Kind,
    "speaker_type": SpeakerType,
    "relation": Relation,
    "status": Status,
    "state": State,
    "via": Via,
    "reason": Reason,
}
_TYPES = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}
_SURROGATE = re.compile("[\ud800-\udfff]")


class Flaw(Exception):
    """A field that can't be taken, and why; turned into `BadInput` where file and line are known."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}" if field else reason)
        self._field, self._reason = field, reason

    def inside(self, place: str) -> "Flaw":
        """Return what is wrong as seen from outside of the object that has the field."""
        return Flaw(f"{place}.{self._field}" if self._field else place, self._reason)


def short(words: str) -> str:
    """Return words of a file as a sentence may cite them."""
    return words if len(words) <= 40 else f"{words[:39]}…"


def refusal(where: str, flaw: Exception) -> BadInput:
    """Return the sentence for a person, which names file, line, field and reason."""
    return BadInput(f"{where}: {flaw}")


def not_decoded(data: bytes, error: Exception) -> Flaw:
    """Say why bytes are no JSON at all."""
    if isinstance(error, RecursionError):
        return Flaw("", "is nested too deeply")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as undecodable:
        return Flaw("", f"is not UTF-8 (byte {undecodable.start + 1})")
    try:
        value = json.loads(text)
    except RecursionError:
        return Flaw("", "is nested too deeply")
    except ValueError as broken:
        return Flaw("", f"is not JSON: {_position(broken)}")
    if _SURROGATE.search(json.dumps(value, ensure_ascii=False)):
        return Flaw("", "holds half a character (a lone surrogate)")
    return Flaw("", f"is not JSON: {error}")


def not_converted(error: msgspec.ValidationError) -> Flaw:
    """Say which field has a wrong value; `error` speaks of types of Python, the sentence doesn't."""
    said, _, path = str(error).partition(" - at `$")
    field = path.rstrip("`").lstrip(".")
    if missing := re.search(r"missing required field `(\w+)`", said):
        return Flaw(f"{field}.{missing[1]}".lstrip("."), "is missing")
    if said.startswith("Invalid enum value"):
        return Flaw(field, f"{said.removeprefix('Invalid enum value ')} is not one of {_allowed(field)}")
    if types := re.fullmatch(r"Expected `([^`]+)`, got `([^`]+)`", said):
        return Flaw(field, f"must be {_type(types[1])}, not {_type(types[2])}")
    if limits := re.fullmatch(r"Expected `\w+` ([<>]=) ([\d.]+)", said):
        return Flaw(field, f"must be {'at least' if limits[1] == '>=' else 'at most'} {limits[2]}")
    if "length >= 1" in said:
        return Flaw(field, "is empty")
    return Flaw(field, said[:1].lower() + said[1:].replace("`", ""))


def _position(broken: ValueError) -> str:
    if isinstance(broken, json.JSONDecodeError):
        return f"{broken.msg[:1].lower()}{broken.msg[1:]} (character {broken.pos + 1})"
    return str(broken)


def _allowed(field: str) -> str:
    name = field.rpartition(".")[2]
    words: type[StrEnum] = _WORDS.get(name, ZoneType)
    if name == "kind" and field.startswith("speakers["):
        words = SpeakerKind
    return ", ".join(words)


def _type(names: str) -> str:
    known = [_TYPES.get(name.strip(), name.strip()) for name in names.split("|")]
    return " or ".join(known)
