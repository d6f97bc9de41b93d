"""The JSON object that some bytes are, or why they are none."""

import msgspec

from core.formats.line.flaws import Flaw, not_decoded
from core.formats.line.wire import Raw


def json_object(data: bytes) -> Raw:
    """Return the object that these bytes are; raises `Flaw` if they are anything else."""
    try:
        raw = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise not_decoded(data, error) from error
    if not isinstance(raw, dict):
        raise Flaw("", "is not a JSON object in braces")
    return raw
