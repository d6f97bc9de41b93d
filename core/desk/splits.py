"""Which article trains, which is for tuning and which for the test: by a hash, so that new articles move no old one."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from core.desk.near import NearDuplicates
from core.errors import UserMistake
from core.model.chosen import SplitBy
from core.model.records import AnnotatedDocument, Record

PARTS = ("train", "dev", "test")
WHOLE = 100
"""What the shares of a split add up to."""


class Split(Record, frozen=True, kw_only=True):
    """The shares of train, dev and test, and what stays together: an article, all of an outlet, a speaker or a day."""

    shares: tuple[int, int, int]
    by: SplitBy = "document"

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of the parts that have a share."""
        return tuple(part for part, share in zip(PARTS, self.shares, strict=True) if share)


def parsed_split(words: str, by: SplitBy = "document") -> Split:
    """Return what "80/10/10" says; raises `UserMistake` for anything else."""
    shares = words.split("/")
    if len(shares) != len(PARTS) or not all(each.isdecimal() and each.isascii() for each in shares):
        raise UserMistake(f"{words} is no split. Nothing was written. Give three shares, such as 80/10/10.")
    train, dev, test = (int(each) for each in shares)
    if train + dev + test != WHOLE:
        raise UserMistake(
            f"{words} is no split: it adds up to {train + dev + test}, not {WHOLE}. Nothing was written. "
            "Give shares in percent, such as 80/10/10."
        )
    return Split(shares=(train, dev, test), by=by)


class Placement(Record, frozen=True, kw_only=True):
    """In which part each article is, by id; `torn` would stand in two parts at once and is in none."""

    parts: dict[str, str]
    torn: tuple[str, ...] = ()

    def sizes(self, split: Split) -> dict[str, int]:
        """Return how many articles each part has that has a share."""
        counts = Counter(self.parts.values())
        return {part: counts[part] for part in split.parts}

    def sentences(self, split: Split) -> tuple[str, ...]:
        """Say how large the parts are and, where one has a share and no article, why and what can be done."""
        sizes = self.sizes(split)
        said = f"Articles in each part: {', '.join(f'{part} {size}' for part, size in sizes.items())}."
        empty = [part for part, size in sizes.items() if not size]
        if not empty:
            return (said,)
        kept = "" if split.by == "document" else f", all of one {split.by} go together"
        return (
            said,
            f"Nothing is in {' and '.join(empty)}: a hash places the articles{kept}, near-duplicates stay together, "
            "and of so few none fell there. Take in more articles, or give a larger share.",
        )


def placed(lines: Iterable[AnnotatedDocument], split: Split, everything: Iterable[AnnotatedDocument]) -> Placement:
    """Give each article of some lines its part. Near-duplicates go where the first of them is.

    One that is near to articles of two parts, or whose outlet (speaker, day) belongs elsewhere, is left out: in either
    part it would show the model what it is tested on. The first is that of `everything`, whether or not it is among
    the lines: an article that is completed later, or was decided by somebody else, moves none that was let out before.
    """
    groups = {document_id: group for document_id, group, _ in _articles(lines, split.by)}
    near, parts, torn = NearDuplicates(), dict[str, str](), list[str]()
    for document_id, group, text in _articles(everything, split.by):
        neighbours = {parts[each] for each in near.add(document_id, text) if each in parts}
        own = part_of(groups.get(document_id, group), split.shares)
        if split.by == "document" and neighbours:
            own = next(iter(neighbours))
        if neighbours - {own}:
            torn.append(document_id)
        else:
            parts[document_id] = own
    return Placement(
        parts={each: part for each, part in parts.items() if each in groups},
        torn=tuple(each for each in torn if each in groups),
    )


def part_of(group: str, shares: Sequence[int]) -> str:
    """Return the part of a group of articles; the same for ever for the same shares."""
    digest = int.from_bytes(hashlib.sha256(group.encode("utf-8")).digest()[:8], "big")
    at = digest * sum(shares) >> 64
    for part, share in zip(PARTS, shares, strict=True):
        if at < share:
            return part
        at -= share
    raise AssertionError("the shares cover the whole")


def _articles(lines: Iterable[AnnotatedDocument], by: SplitBy) -> Iterable[tuple[str, str, str]]:
    """Each article once, with its group: that of all its lines together, whoever annotated them."""
    current: AnnotatedDocument | None = None
    names: Counter[str] = Counter()
    for line in lines:
        if current is not None and line.document.id != current.document.id:
            yield current.document.id, _group(current, by, names), current.document.text
            names = Counter()
        current = line
        names.update(quote.speaker_name for quote in line.layer.quotes if quote.speaker_name)
    if current is not None:
        yield current.document.id, _group(current, by, names), current.document.text


def _group(line: AnnotatedDocument, by: SplitBy, names: Counter[str]) -> str:
    document = line.document
    most = min(names, key=lambda name: (-names[name], name), default=None)
    said = {"outlet": document.source, "speaker": most, "date": (document.date or "")[:10]}.get(by)
    return f"{by}\n{said}" if said else document.id
