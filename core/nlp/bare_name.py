"""A name without what stands around it: titles, letters of honour, possessive endings, marks."""

from core.nlp.lexicon import lexicon

_SIGNS = '"“”«»()[],;:@#'
_ENDINGS = ("'s", "’s", "'", "’")


def bare_name(surface: str) -> str:
    """Return the name in a mention, its white space made single spaces; a title alone is left as it is."""
    words = surface.strip(_SIGNS + ".").split()
    titles, suffixes = lexicon().titles, lexicon().suffixes
    while len(words) > 1 and (words[0].lower() in titles or _is_small(words)):
        words.pop(0)
    while len(words) > 1 and words[-1].strip(",").lower() in suffixes:
        words.pop()
    name = " ".join(words)
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    return name.strip(_SIGNS)


def _is_small(words: list[str]) -> bool:
    """Whether the first word is no part of the name: "the", or "engineer" before capitals."""
    word = words[0]
    if word.lower() in ("the", "a", "an"):
        return True
    later = any(other[:1].isupper() for other in words[1:])
    return word.islower() and later and word not in lexicon().particles_of_names and "-" not in word
