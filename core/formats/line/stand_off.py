"""Lines without their texts: for annotations of texts that may not be passed on, joined again by checksum."""

from collections.abc import Mapping

import msgspec

from core.formats.line.encoding import encode
from core.formats.line.flaws import Flaw
from core.formats.line.wire import Raw
from core.model.records import AnnotatedDocument


def encode_stand_off(line: AnnotatedDocument) -> bytes:
    """Return one line as `encode` does, without its text."""
    return msgspec.json.encode(without_text(line))


def without_text(line: AnnotatedDocument) -> Raw:
    """Return the line in the shape of the format, less the text and every surface, which repeats words of it."""
    raw: Raw = msgspec.json.decode(encode(line))
    del raw["text"]
    for quote in (*raw["quotes"], *raw["rejected"]):
        del quote["surface"]
    return raw


def with_text(raw: Raw, texts: Mapping[str, str] | None) -> Raw:
    """Return a line with its text, looked up by `sha256`; raises `Flaw` if there is none.

    A line that has its text is left as it is.
    """
    sha256 = raw.get("sha256")
    if "text" in raw or "quotes" not in raw or not isinstance(sha256, str):
        return raw
    if texts is None:
        raise Flaw("text", "is left out here; name the folder that holds the texts (import --texts FOLDER)")
    found = texts.get(sha256.lower())
    if found is None:
        raise Flaw("sha256", "is that of no text in the folder of texts")
    return raw | {"text": found}
