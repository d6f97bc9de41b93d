"""Finding words in the whole project: in articles, by who speaks, in an annotator's comments.

The index of words names the articles (migration 0002); where in a text they stand is found here, in code points. The
statements are written out, since the index is none of the tables; they only read.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import groupby, islice, pairwise
from typing import Any
from unicodedata import category, normalize

import msgspec
from sqlalchemy import Connection, Row, bindparam, text

from core.model.overview import Found
from core.model.spans import Span, text_order
from core.store.titles import letter_edge, title_of
from core.store.visible import SEEN

COUNTED = 300
"""How many typed characters count; what is pasted beyond them is left out."""
EXCERPT = 80
"""Characters of an excerpt."""
_BEFORE = 30  # of these before the hit
_TERMS = 30  # words that count
_ASKED = 8  # of these, the longest, that the index is asked for; the others are looked for in the texts that it names
_LOOKED_AT = 250  # articles that it names are read at most
_SPEAKERS_AT_ONCE = 200

_LETTER = r"[^\W_]"
_MARK = "[\u0300-\u036f\ufe0e\ufe0f]"
_GAP = r"[\W_]++"
# Scripts that put no space between words, or join more to a word than an index can know of.
_UNSPLIT = re.compile(
    "[\u0e00-\u11ff\u1780-\u17ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff]"
)

_ARTICLES = """
SELECT document.id, document.title, document.opening, document.text
FROM {source} WHERE {conditions} ORDER BY {order} LIMIT :most
"""
_INDEX = "document_words CROSS JOIN document ON document.position = document_words.rowid"
_TEXTS = text("SELECT id, text FROM document WHERE id IN :documents").bindparams(bindparam("documents", expanding=True))
# SQLite compares letters from A to Z whatever their case; names with others are looked at here.
_NAMES = text(
    """
SELECT id, name, aliases FROM speaker
WHERE name LIKE :part OR aliases LIKE :part
    OR length(name) < length(CAST(name AS BLOB)) OR length(aliases) < length(CAST(aliases AS BLOB))
ORDER BY rowid
"""
)
_ALIASES = msgspec.json.Decoder(tuple[str, ...])
# Whose quotes they are, and of which they are a further source; as one annotator sees them. Without an order, so that
# it ends when it has enough: somebody may have ten thousand quotes.
_BY_SPEAKERS = text(
    f"""
WITH hit AS (
    SELECT layer_id, id AS quote_id, speaker_id FROM quote
    WHERE speaker_id IN :speakers
    UNION ALL
    SELECT layer_id, quote_id, speaker_id FROM second_speaker
    WHERE speaker_id IN :speakers
)
SELECT document.id, document.title, document.opening, document.position,
    quote.id AS quote_id, quote.start, quote."end", hit.speaker_id
FROM hit
CROSS JOIN quote ON quote.layer_id = hit.layer_id AND quote.id = hit.quote_id
CROSS JOIN layer ON layer.id = quote.layer_id
CROSS JOIN document ON document.id = layer.document_id
LEFT JOIN layer AS own ON own.document_id = layer.document_id
    AND own.annotator_id = (SELECT id FROM annotator WHERE name = :annotator)
WHERE {SEEN}
LIMIT :most
"""
).bindparams(bindparam("speakers", expanding=True))
_COMMENTS = text(
    """
SELECT document.id, document.title, document.opening, quote.id AS quote_id, quote.comment
FROM quote
JOIN layer ON layer.id = quote.layer_id
JOIN document ON document.id = layer.document_id
WHERE quote.comment <> '' AND NOT quote.rejected
    AND layer.annotator_id = (SELECT id FROM annotator WHERE name = :annotator)
ORDER BY document.position, quote.start, quote."end" DESC, quote.id
"""
)


def search(connection: Connection, annotator: str, words: str, limit: int = 50) -> list[Found]:
    """Return where all of some words are: in articles, the best first, by speakers' names, in own comments.

    The last word may be the beginning of one. Where no article has the words, parts of words count. Each kind of hit
    gets a third of the places, and what the others leave free.
    """
    terms = _typed(words)
    if not terms or limit < 1:
        return []
    comments = connection.execute(_COMMENTS, {"annotator": annotator}).all()
    kinds = (partial(_articles, connection), partial(_speakers, connection, annotator), partial(_comments, comments))
    sought = Sought(terms)
    found = [kind(sought, limit) for kind in kinds]
    if sought.indexed and not found[0]:
        sought = Sought(terms, loose=True)
        found = [hits or kind(sought, limit) for kind, hits in zip(kinds, found, strict=True)]
    return _shared(limit, *found)


def _typed(words: str) -> tuple[str, ...]:
    """What counts of what was typed: a sign on its own counts if there is nothing else, a picture always."""
    clean = "".join(" " if category(each) in ("Cc", "Cs") else each for each in words[:COUNTED])
    terms = [term for each in clean.split() if (term := each.strip("\ufe0e\ufe0f"))][:_TERMS]
    telling = [term for term in terms if any(each.isalnum() or category(each) in ("So", "Sc") for each in term)]
    return tuple(dict.fromkeys(reversed(telling or terms)))[::-1]


def plain(text: str) -> str:
    """Return a text in small letters, Latin ones without accents; each stands where it stood, as does all else."""
    return text.lower() if text.isascii() else text.translate(_plain_letters()).lower()


@cache
def _plain_letters() -> dict[int, str]:
    """What a letter is without what is on, under or through it: as the index has it, for the Latin ones alone."""
    found = {ord("Σ"): "σ", ord("ς"): "σ", ord("ſ"): "s"}
    for code in range(0xC0, 0x2200):
        letter = normalize("NFD", chr(code))[0].lower()
        if letter != chr(code) and "a" <= letter <= "z":
            found[code] = letter
    return found


class Sought:
    """Words as patterns over whole texts, which are to be plain.

    A term is a word, or several that signs hold apart; the last may be the beginning of one. Terms that the index
    can't know of, and all if `loose`, are looked for within words, too.
    """

    def __init__(self, terms: Sequence[str], *, loose: bool = False) -> None:
        whole = [not loose and _is_indexed(term) for term in terms]
        self.scanned = [term for term, indexed in zip(terms, whole, strict=True) if not indexed]
        self.indexed = _question_of(terms) if any(whole) else ""
        patterns = [_word(term) if indexed else _within(term) for term, indexed in zip(terms, whole, strict=True)]
        ends = [f"(?!{_LETTER}|{_MARK})" if indexed else "" for indexed in whole[:-1]]
        patterns = [pattern + end for pattern, end in zip(patterns, [*ends, ""], strict=True)]
        gaps = [_GAP if one and other else r"\s*+" for one, other in pairwise(whole)]
        together = "".join(pattern + gap for pattern, gap in zip(patterns, [*gaps, ""], strict=True))
        longest_first = sorted(range(len(terms)), key=lambda place: -len(terms[place]))
        self._each = [re.compile(patterns[place]) for place in longest_first]
        self.part = max((piece for term in terms for piece in _pieces(plain(term))), key=len, default="")
        self._together = re.compile(together)

    def is_in(self, *texts: str) -> bool:
        """Whether each of the words is in one of some texts."""
        return all(any(pattern.search(each) for each in texts) for pattern in self._each)

    def place_in(self, text: str) -> Span | None:
        """Return where the words stand in a row, else where the longest of them stands first."""
        for pattern in (self._together, *self._each):
            if found := pattern.search(text):
                return Span(*found.span())
        return None


def _is_indexed(term: str) -> bool:
    pictured = any(category(each) in ("So", "Sk") for each in term if not each.isascii())
    return any(each.isalnum() for each in term) and not pictured and not _UNSPLIT.search(term)


def _question_of(terms: Sequence[str]) -> str:
    """The question to the index, about the words that are longest; all is in quotes, so that nothing is an order."""
    longest = sorted(filter(_is_indexed, terms), key=len)[-_ASKED:]
    asked = [f'"{" ".join(_pieces(term))}"' + (" *" if term == terms[-1] else "") for term in longest]
    return " AND ".join(asked)


def _pieces(term: str) -> list[str]:
    """The words of a term as the index splits it: letters and digits with their marks."""
    runs = groupby(term, key=lambda each: each.isalnum() or category(each).startswith("M"))
    pieces = ("".join(run) for spelled, run in runs if spelled)
    return [piece for piece in pieces if any(each.isalnum() for each in piece)]


def _word(term: str) -> str:
    return f"(?<!{_LETTER})(?<!{_MARK}){_GAP.join(_within(piece) for piece in _pieces(term))}"


def _within(term: str) -> str:
    return "".join(_sign(each) for each in plain(normalize("NFC", term)))


def _sign(sign: str) -> str:
    """A pattern for one sign, whatever marks are on it; one that is no Latin letter may be written in two ways."""
    if re.match(_MARK, sign):
        return ""
    apart = normalize("NFD", sign)
    either = re.escape(sign) if apart == sign else f"(?:{re.escape(sign)}|{re.escape(apart)})"
    return f"{either}{_MARK}*+"


def _articles(connection: Connection, sought: Sought, limit: int) -> list[Found]:
    found: list[Found] = []
    question, values = _question(sought)
    with connection.execute(text(question), values | {"most": max(limit, _LOOKED_AT)}) as rows:
        for row in rows:
            words = plain(row.text)
            if sought.is_in(words, plain(row.title or "")):
                found.append(_in_text(row, sought.place_in(words) or Span(0, 0)))
            if len(found) == limit:
                break
    return found


def _in_text(row: Row[Any], place: Span) -> Found:
    words = _excerpt(row.text, place)
    return Found(document_id=row.id, title=title_of(row), excerpt=words, where="text", start=place.start)


def _question(sought: Sought) -> tuple[str, dict[str, Any]]:
    """The statement that names the articles, and its values."""
    values: dict[str, Any] = {}
    conditions = []
    if sought.indexed:
        conditions.append("document_words MATCH :asked")
        values["asked"] = sought.indexed
    for term in sought.scanned:
        ways = []
        for spelling in _spellings(term):
            name = f"like{len(values)}"
            values[name] = "%" + re.sub("([%_!])", r"!\1", spelling) + "%"
            ways.append(f"document.text LIKE :{name} ESCAPE '!' OR document.title LIKE :{name} ESCAPE '!'")
        conditions.append(f"({' OR '.join(ways)})")
    source, order = (_INDEX, "document_words.rank") if sought.indexed else ("document", "document.position")
    return _ARTICLES.format(source=source, conditions=" AND ".join(conditions), order=order), values


def _spellings(term: str) -> tuple[str, ...]:
    """A term as it may stand in a text; SQLite knows the case of the letters from A to Z alone."""
    small = term.lower()
    if term.isascii():
        return (small,)
    composed, apart = normalize("NFC", small), normalize("NFD", small)
    return tuple(dict.fromkeys((term, composed, apart, plain(composed))))


def _speakers(connection: Connection, annotator: str, sought: Sought, limit: int) -> list[Found]:
    called = _called(connection, sought)
    names: dict[str, str] = {}
    rows: dict[tuple[str, str], Row[Any]] = {}
    while len(rows) < limit and (some := dict(islice(called, _SPEAKERS_AT_ONCE))):
        names |= some
        asked = {"speakers": list(some), "annotator": annotator, "most": 2 * limit}
        for row in connection.execute(_BY_SPEAKERS, asked):
            rows.setdefault((row.id, row.quote_id), row)
    first = list(rows.values())[:limit]
    texts = {row.id: row.text for row in connection.execute(_TEXTS, {"documents": [row.id for row in first]})}
    first.sort(key=lambda row: (row.position, *text_order(Span(row.start, row.end), row.quote_id)))
    return [_by_speaker(row, names[row.speaker_id], texts[row.id]) for row in first]


def _called(connection: Connection, sought: Sought) -> Iterator[tuple[str, str]]:
    """Whoever is called so, or was before a merge or in a text: id and name."""
    with connection.execute(_NAMES, {"part": f"%{sought.part}%"}) as rows:
        for speaker_id, name, aliases in rows:
            if any(sought.is_in(plain(each)) for each in (name, *_ALIASES.decode(aliases))):
                yield speaker_id, name


def _by_speaker(row: Row[Any], name: str, text: str) -> Found:
    quoted = text[row.start : row.end]
    words = f"{name}: {_excerpt(quoted, Span(0, 0))}"
    return Found(document_id=row.id, quote_id=row.quote_id, title=title_of(row), excerpt=words, where="speaker")


def _comments(comments: Sequence[Row[Any]], sought: Sought, limit: int) -> list[Found]:
    found = (_in_comment(row, sought) for row in comments if sought.is_in(plain(row.comment)))
    return list(islice(found, limit))


def _in_comment(row: Row[Any], sought: Sought) -> Found:
    words = _excerpt(row.comment, sought.place_in(plain(row.comment)) or Span(0, 0))
    return Found(document_id=row.id, quote_id=row.quote_id, title=title_of(row), excerpt=words, where="comment")


def _excerpt(text: str, place: Span) -> str:
    """The words around a place on one line, cut where a word ends or, if none does, where a letter does."""
    first = max(0, place.start - _BEFORE)
    last = min(len(text), first + EXCERPT)
    if first:
        space = re.search(r"\s", text[first - 1 : place.start])
        first = first + space.start() if space else letter_edge(text, first, reach=EXCERPT)
    if last < len(text):
        space = re.search(r"\s\S*\Z", text[place.end : last + 1])
        last = place.end + space.start() if space else letter_edge(text, last, reach=EXCERPT)
    plain = "".join(each for each in text[first:last] if each.isspace() or category(each) != "Cc")
    return ("…" if first else "") + " ".join(plain.split()) + ("…" if last < len(text) else "")


def _shared(limit: int, *kinds: Sequence[Found]) -> list[Found]:
    """The hits of all kinds that have a place: in turn, until there are no more places or hits."""
    taken = [0] * len(kinds)
    while sum(taken) < limit and any(len(kind) > number for kind, number in zip(kinds, taken, strict=True)):
        for place, kind in enumerate(kinds):
            if len(kind) > taken[place] and sum(taken) < limit:
                taken[place] += 1
    return [hit for kind, number in zip(kinds, taken, strict=True) for hit in kind[:number]]
