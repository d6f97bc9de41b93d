"""Gathers the names of one speaker: titles off, the surname later, the short form of a body."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from core.model.analysis import Analysis
from core.model.names import initials
from core.model.reading import Mention, Person
from core.model.terms import SpeakerKind
from core.nlp.bare_name import bare_name
from core.nlp.mentions import with_person

_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})


@dataclass(slots=True)
class _Cluster:
    """A speaker in the making; `words` are those of the fullest name, without titles, in lower case."""

    names: dict[str, int] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    labels: list[str] = field(default_factory=list)
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    genders: Counter[str] = field(default_factory=Counter)


def gather(analysis: Analysis, mentions: Sequence[Mention]) -> tuple[tuple[Mention, ...], tuple[Person, ...]]:
    """Return the mentions, each name with its person, and the people in the order in which they come."""
    clusters: list[_Cluster] = []
    by_word: dict[str, list[int]] = {}
    places: dict[int, int] = {}
    names = [(place, mention) for place, mention in enumerate(mentions) if mention.sort == "name"]
    for place, mention in sorted(names, key=lambda pair: (-len(_words(analysis, pair[1])), pair[1].span.start)):
        name = bare_name(analysis.text[mention.span.start : mention.span.end])
        words = tuple(name.lower().split())
        if not words:
            continue
        number = _same(clusters, by_word, words, mention)
        if number is None:
            number = len(clusters)
            clusters.append(_Cluster(words=words))
            for word in {*words, initials(name)} - {""}:
                by_word.setdefault(word, []).append(number)
        _join(clusters[number], name, mention)
        places[place] = number
    order = _order(mentions, places)
    joined = _with_appositions(analysis, mentions, {place: order[number] for place, number in places.items()})
    people = [clusters[number] for number in sorted(order, key=order.__getitem__)]
    return joined, tuple(_person(cluster) for cluster in people)


def _order(mentions: Sequence[Mention], places: dict[int, int]) -> dict[int, int]:
    order: dict[int, int] = {}
    for place in range(len(mentions)):
        if place in places:
            order.setdefault(places[place], len(order))
    return order


def _words(analysis: Analysis, mention: Mention) -> list[str]:
    return bare_name(analysis.text[mention.span.start : mention.span.end]).split()


def _same(
    clusters: list[_Cluster], by_word: dict[str, list[int]], words: tuple[str, ...], mention: Mention
) -> int | None:
    """Return the only earlier cluster that the name can belong to; longer names were gathered first."""
    fitting = []
    for number in by_word.get(words[-1], ()):
        cluster = clusters[number]
        if cluster.words == words:
            return number
        differs = cluster.gender and mention.gender and cluster.gender != mention.gender
        if _fits(cluster, words, mention) and not differs:
            fitting.append(number)
    return fitting[0] if len(fitting) == 1 or (fitting and len(words) > 1) else None


def _fits(cluster: _Cluster, words: tuple[str, ...], mention: Mention) -> bool:
    full = cluster.words
    if words == (initials(" ".join(word.title() for word in full)),):
        return True
    if len(full) == 1 or (mention.label in _PLACES and "PERSON" not in cluster.labels):
        return False
    if len(words) == 1:
        return words[0] in (full[0], full[-1])
    return words[-1] == full[-1] and set(words) <= set(full)


def _join(cluster: _Cluster, name: str, mention: Mention) -> None:
    cluster.names[name] = cluster.names.get(name, 0) + 1
    cluster.labels.append(mention.label)
    cluster.gender = cluster.gender or mention.gender
    cluster.roles |= mention.roles
    cluster.origins |= mention.origins
    cluster.nouns |= mention.nouns
    if mention.taken_up:
        cluster.genders[mention.taken_up] += 1


def _with_appositions(analysis: Analysis, mentions: Sequence[Mention], places: dict[int, int]) -> tuple[Mention, ...]:
    """In "his deputy, Carol Ames" the noun means the person who stands beside it."""
    by_head = {mentions[place].head: number for place, number in places.items()}
    joined = []
    for place, mention in enumerate(mentions):
        person = places.get(place)
        if mention.label == "" and (person is None or mention.sort == "name"):
            beside = [child for child in analysis.children[mention.head] if analysis.deps[child] == "appos"]
            if analysis.deps[mention.head] == "appos":
                beside.append(analysis.heads[mention.head])
            person = next((by_head[token] for token in beside if token in by_head), person)
        joined.append(with_person(mention, person))
    return tuple(joined)


def _person(cluster: _Cluster) -> Person:
    fullest = max(cluster.names, key=lambda name: (len(name.split()), cluster.names[name], name))
    aliases = tuple(name for name in cluster.names if name != fullest)
    labels = [label for label in cluster.labels if label]
    label = max(labels, key=lambda label: (labels.count(label), label)) if labels else ""
    kind = SpeakerKind.PERSON if label in ("PERSON", "") else SpeakerKind.GROUP
    if label in ("WORK_OF_ART", "PRODUCT"):
        kind = SpeakerKind.UNKNOWN
    gender = cluster.gender or _likeliest(cluster.genders) if kind is SpeakerKind.PERSON else ""
    return Person(
        name=fullest,
        aliases=aliases,
        kind=kind,
        gender=gender,
        roles=frozenset(cluster.roles),
        origins=frozenset(cluster.origins),
        nouns=frozenset(cluster.nouns),
    )


def _likeliest(genders: Counter[str]) -> str:
    """Return the gender of the pronouns that follow the name, if they agree."""
    return next(iter(genders)) if len(genders) == 1 else ""
