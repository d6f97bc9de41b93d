"""What a filtered list says when it shows nothing."""


def none_shown(noun: str, *, there: bool, sought: str, place: str) -> str:
    """Return why no entry is shown, each a `noun`: none is `there` at all, none fits the words `sought`, or no part."""
    if not there:
        return f"No {noun}s yet."
    if sought.strip():
        return f"No {noun} fits “{sought.strip()}” here."
    return f"No {noun} is in this part of the {place}."
