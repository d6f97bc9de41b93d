"""The language of an article as XML and HTML want it."""

import re

_TAG = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def language_tag(language: str | None) -> str | None:
    """Return a language as xml:lang and lang want it, or None if it is no tag."""
    return language if language and _TAG.fullmatch(language) else None
