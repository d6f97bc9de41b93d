"""Numbers and lists in sentences for people."""

from collections.abc import Mapping, Sequence


def plural(count: int, noun: str) -> str:
    """Return a number with its noun."""
    ending = "" if count == 1 else "es" if noun.endswith(("s", "x", "ch")) else "s"
    return f"{count:,} {noun}{ending}"


def listed(parts: Sequence[str]) -> str:
    """Return parts as people say them: a, b and c."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def counted(counts: Mapping[str, int]) -> str:
    """Return nouns with their numbers as a list, without those of which there are none."""
    return listed([plural(count, noun) for noun, count in counts.items() if count])


def by_whom(annotator: str | None) -> str:
    """Return whose line of an article it is, to stand behind the article."""
    return f"by {annotator}" if annotator else "with suggestions"
