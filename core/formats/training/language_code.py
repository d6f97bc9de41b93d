"""The language of an article as the lists of other projects name it."""

import re

_CODE = re.compile("[a-z]{2,3}")


def language_code(tag: str | None) -> str | None:
    """Return the ISO 639 code with which a tag such as en-GB or pt_BR begins, or None if it begins with none."""
    code = (tag or "").lower().replace("_", "-").partition("-")[0]
    return code if _CODE.fullmatch(code) else None
