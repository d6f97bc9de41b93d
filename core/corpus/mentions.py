"""What sort of words name the speaker of a quote: a name, a noun of a role, a pronoun."""

from enum import StrEnum

from core.model.records import AnnotatedDocument, Quote

_WORDS = """
i you he she it we they him her them me us who whom which that this these those one some others another both
all each either neither none many several few everyone everybody someone somebody nobody anyone
herself himself themselves his its their our my your
"""
_PRONOUNS = frozenset(_WORDS.split())


class MentionSort(StrEnum):
    """How a mention names somebody."""

    NAME = "name"
    ROLE = "role noun"
    PRONOUN = "pronoun"
    NONE = "no mention"


def sort_of(line: AnnotatedDocument, quote: Quote) -> MentionSort:
    """Return how the text names the speaker of a quote at the place of its mention."""
    if quote.mention is None:
        return MentionSort.NONE
    words = line.document.text[slice(*quote.mention)].split()
    if " ".join(words).lower() in _PRONOUNS:
        return MentionSort.PRONOUN
    person = next((each for each in line.layer.speakers if each.id == quote.speaker_id), None)
    if person is None:
        return MentionSort.ROLE
    names = {part.strip(".,") for name in (person.name, *person.aliases) for part in name.split() if part[0].isupper()}
    said = {word.strip(".,’'\"“”").removesuffix("’s").removesuffix("'s") for word in words}
    return MentionSort.NAME if names & said else MentionSort.ROLE
