"""Articles for tests and measurements, made up here, with nothing read from a project file."""

import json
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import structs

from core.model.identity import sha256_of
from core.model.overview import Article, Cast, Patch
from core.model.records import Candidate, Document, Quote, Rejection, Speaker
from core.model.spans import Span
from core.model.terms import Kind, Reason, SpeakerType, Status
from core.resources import seed

GOLD = Path(__file__).parents[1] / "data" / "seed.gold.jsonl"
SEED_TEXT = seed("000_4c9c392237cbb535.txt")
_SENTENCE = (
    "the council river market said that people have been asked to wait for another meeting before any plan "
    "can be signed because trade between both countries grew this year and ministers expect a calmer autumn"
)
WORDS = _SENTENCE.split()


class FixedSource:
    """A source for ArticleModel that answers from memory and lets a test change what it answers."""

    def __init__(self, *articles: Article) -> None:
        self.articles = {article.document.id: article for article in articles}
        self._quotes = {key: {quote.id: quote for quote in one.quotes} for key, one in self.articles.items()}
        self._rejected: dict[str, dict[str, Rejection]] = {key: {} for key in self.articles}

    def article(self, document_id: str) -> Article | None:
        """Return the article as it was made."""
        return self.articles.get(document_id)

    def put(self, document_id: str, quote: Quote) -> None:
        """Change a quote, as a command would."""
        self._quotes[document_id][quote.id] = quote

    def rename(self, document_id: str, speaker_id: str, name: str) -> None:
        """Call a speaker of the roster otherwise, as a command would; no quote is touched by it."""
        article = self.articles[document_id]
        renamed = structs.replace(article.speakers[speaker_id], name=name)
        self.articles[document_id] = structs.replace(article, speakers=article.speakers | {speaker_id: renamed})

    def reject(self, document_id: str, quote_id: str, reason: Reason | None = None) -> None:
        """Make a quote a rejected one, as a command would."""
        self._rejected[document_id][quote_id] = Rejection(quote=self._quotes[document_id].pop(quote_id), reason=reason)

    def patch(self, document_id: str, quote_ids: Iterable[str], cast: Cast | None = None) -> Patch:
        """Return the quotes asked for as they are now."""
        article, wanted = self.articles[document_id], set(quote_ids)
        return Patch(
            state=article.state,
            quotes=dict(self._pick(self._quotes[document_id], wanted)),
            rejected=dict(self._pick(self._rejected[document_id], wanted)),
            speakers=article.speakers,
            slots=article.slots,
        )

    @staticmethod
    def _pick(rows: dict, wanted: set[str]) -> list:
        return [(key, rows[key]) for key in wanted if key in rows]


def article_of(text: str, quotes: Sequence[Quote], names: Sequence[str] = (), *, id: str = "sample") -> Article:
    """Return an article whose speakers are `s1`, `s2`, … in the order of their names."""
    speakers = {f"s{n}": Speaker(id=f"s{n}", name=name) for n, name in enumerate(names, 1)}
    document = Document(id=id, text=text, sha256=sha256_of(text.encode("utf-8", "replace").decode("utf-8")))
    slots = {speaker: n for n, speaker in enumerate(speakers, 1)}
    return Article(document=document, quotes=tuple(quotes), speakers=speakers, slots=slots, labelled=True)


def quote_of(text: str, words: str, *, speaker: str = "s1", name: str = "Ana Ruiz", **fields: object) -> Quote:
    """Return a suggested quote on the first occurrence of some words; `fields` override what it is made of."""
    start = text.index(words)
    span = Span(start, start + len(words))
    made: dict = {
        "id": f"q{start}-{span.end}",
        "fragments": (span,),
        "kind": Kind.DIRECT,
        "speaker_id": speaker,
        "speaker_name": name,
        "speaker_type": SpeakerType.NAMED,
        "confidence": 0.86,
        "candidates": (Candidate(name=name, speaker_id=speaker, confidence=0.86),),
    }
    return Quote(**(made | fields))


def seed_article(*, id: str = "seed") -> Article:
    """Return the sample article with its twelve quotes: the first five checked, two of the others doubtful."""
    gold = json.loads(GOLD.read_text(encoding="utf-8").splitlines()[0])
    names = ("Lukashenko", "Lavrov")
    quotes = [_from_gold(number, entry, names) for number, entry in enumerate(gold["quotes"])]
    return article_of(gold["text"], quotes, names, id=id)


def _from_gold(number: int, entry: dict, names: tuple[str, ...]) -> Quote:
    speaker = f"s{names.index(entry['speaker_name']) + 1}"
    confidence = (0.97, 0.95, 0.93, 0.54, 0.96, 0.88, 0.94, 0.83, 0.91, 0.58, 0.72, 0.94)[number]
    checked = number in (0, 1, 2, 4, 6)
    mention = Span(entry["speaker"]["start"], entry["speaker"]["end"])
    return Quote(
        id=f"q{number + 1}",
        fragments=tuple(Span(*pair) for pair in entry.get("fragments", [[entry["start"], entry["end"]]])),
        kind=Kind(entry["kind"]),
        quoted=tuple(Span(*pair) for pair in entry.get("quoted", [])),
        mention=mention,
        cue=Span(entry["cue"]["start"], entry["cue"]["end"]),
        speaker_id=speaker,
        speaker_name=entry["speaker_name"],
        speaker_type=SpeakerType.NAMED,
        status=Status.ACCEPTED if checked else Status.SUGGESTED,
        confidence=confidence,
        candidates=(Candidate(name=entry["speaker_name"], speaker_id=speaker, mention=mention, confidence=confidence),),
    )


def big_article(*, words: int = 100_000, quotes: int = 10_000, id: str = "big") -> Article:
    """Return a long article, the same for the same numbers: paragraphs of 30 to 90 words, 20 speakers, every kind and state."""
    chance = random.Random(7)
    text, starts = _running_text(chance, words)
    each = words // quotes
    made = []
    for number in range(quotes):
        first = number * each + chance.randrange(0, max(1, each // 3))
        last = min(first + chance.randrange(3, max(4, each - each // 3 + 1)), words - 1)
        made.append(_random_quote(chance, number, Span(starts[first], starts[last] - 1)))
    return article_of(text, made, [f"Speaker Number {n}" for n in range(1, 21)], id=id)


def _running_text(chance: random.Random, words: int) -> tuple[str, list[int]]:
    parts: list[str] = []
    starts: list[int] = []
    position, left = 0, 0
    for number in range(words):
        word = chance.choice(WORDS)
        left = left or chance.randrange(30, 91)
        left -= 1
        gap = "" if number == words - 1 else (" " if left else "\n\n")
        starts.append(position)
        parts.append(word + gap)
        position += len(word) + len(gap)
    return "".join(parts), starts


def _random_quote(chance: random.Random, number: int, span: Span) -> Quote:
    speaker = chance.randrange(0, 21)
    confidence = chance.choice((0.55, 0.72, 0.86, 0.93, 0.97))
    name = f"Speaker Number {speaker}" if speaker else None
    return Quote(
        id=f"q{number}",
        fragments=(span,),
        kind=(Kind.DIRECT, Kind.DIRECT, Kind.INDIRECT, Kind.MIXED)[number % 4],
        quoted=(Span(span.start, (span.start + span.end) // 2),) if number % 4 == 3 else (),
        speaker_id=f"s{speaker}" if speaker else None,
        speaker_name=name,
        speaker_type=SpeakerType.NAMED if speaker else SpeakerType.NONE,
        status=chance.choice((Status.SUGGESTED, Status.ACCEPTED)),
        confidence=confidence,
        candidates=(Candidate(name=name, speaker_id=f"s{speaker}", confidence=confidence),) if name else (),
    )


def packed_article(*, quotes: int = 32, id: str = "packed") -> Article:
    """Return the sample text with its first words cut into many short quotes: the worst page for tags."""
    text = SEED_TEXT.read_text(encoding="utf-8")
    words = [i for i, letter in enumerate(text) if i == 0 or (text[i - 1].isspace() and not letter.isspace())]
    names = ("Belarusian Health Ministry", "Lavrov", "Vladimir Putin", "Belarusian Health Ministry spokeswoman")
    made = []
    for n in range(quotes):
        first, last = words[n * 4], words[n * 4 + 4]
        span = Span(first, first + len(text[first:last].rstrip()))
        state = n % 3
        who = f"s{n % 4 + 1}"
        made.append(
            Quote(
                id=f"q{n + 1}",
                fragments=(span,),
                kind=(Kind.MIXED, Kind.INDIRECT, Kind.DIRECT)[n % 3],
                speaker_id=who,
                speaker_name=names[n % 4],
                speaker_type=SpeakerType.NAMED,
                status=Status.ACCEPTED if state == 2 and n % 2 else Status.SUGGESTED,
                confidence=0.86 if n % 2 else 0.55,
                candidates=(Candidate(name=names[n % 4], speaker_id=who, confidence=0.86 if n % 2 else 0.55),),
            )
        )
    return article_of(text, made, names, id=id)
