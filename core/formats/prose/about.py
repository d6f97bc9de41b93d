"""What documents say about themselves: language and date, each only where it can be one."""

import re

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?", re.DOTALL)


def language_of(said: str | None) -> str | None:
    """Return a tag such as en or pt-BR, or None."""
    tag = (said or "").strip()
    return tag.replace("_", "-") if _LANGUAGE.fullmatch(tag) else None


def day_of(said: str | None) -> str | None:
    """Return the day of a date such as 2020-06-19T10:00:00Z; what is written otherwise stays as it is."""
    date = (said or "").strip()
    found = _DAY.fullmatch(date)
    return found[1] if found else date or None
