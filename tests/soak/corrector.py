"""A process that corrects at random through the desk's own code, saying after each step what is on disk now."""

import hashlib
import random
import sqlite3
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.commands.attribution import AcceptSuggestion, AssignSpeaker, SetSpeakerType
from core.commands.command import Act, Command
from core.commands.quotes import FlagQuote, SetKind
from core.commands.review import RejectQuote
from core.desk.desk import Desk
from core.errors import UserMistake
from core.model.identity import sha256_of, suggested_quote_id, suggested_speaker_id
from core.model.records import AnnotatedDocument, Candidate, Document, Layer, Model, Quote, Speaker
from core.model.spans import Span
from core.model.terms import Kind, Reason, SpeakerType, Via

ANNOTATOR = "soak"
QUOTES = 40
ACT = Act(via=Via.ENTER)
HISTORY = {"revision", "revision_row", "annotator", "alembic_version", "sqlite_sequence"}


def make_project(path: Path) -> None:
    """Make a project of one article with many suggestions."""
    text = " ".join(f"“Sentence number {number} is said,” said Ada Lovelace 🙂." for number in range(QUOTES))
    sha256 = sha256_of(text)
    names = ("Ada Lovelace", "Charles Babbage", "Mary Somerville")
    speakers = tuple(Speaker(id=suggested_speaker_id(sha256, name), name=name) for name in names)
    candidates = tuple(Candidate(name=each.name, speaker_id=each.id, confidence=0.3) for each in speakers)
    quotes = []
    for number in range(QUOTES):
        start = text.index(f"“Sentence number {number} ")
        fragments = (Span(start, text.index("”", start) + 1),)
        quotes.append(
            Quote(
                id=suggested_quote_id(sha256, fragments, Kind.DIRECT),
                fragments=fragments,
                quoted=fragments,
                kind=Kind.DIRECT,
                speaker_id=speakers[0].id,
                speaker_name=names[0],
                speaker_type=SpeakerType.NAMED,
                confidence=0.7,
                candidates=candidates,
            )
        )
    model = Model(name="soak", version="1", weights="0" * 64)
    line = AnnotatedDocument(
        document=Document(id="article", text=text, sha256=sha256),
        layer=Layer(model=model, speakers=speakers, quotes=tuple(quotes)),
    )
    desk = Desk.create(path, ANNOTATOR)
    desk.bring_in([line])
    desk.close()


def digest(path: Path) -> str:
    """Return a fingerprint of all data in a project that nobody has open, the history apart."""
    Desk.open(path, ANNOTATOR).close()  # the same way in that a person takes
    return live_digest(path)


def live_digest(path: Path) -> str:
    """Return the fingerprint of a project that may be open, read by a connection of its own."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    total = hashlib.sha256()
    for name in names:
        if name not in HISTORY:
            rows = sorted(repr(row) for row in connection.execute(f'SELECT * FROM "{name}"'))
            total.update(f"{name}\n{rows}\n".encode())
    connection.close()
    return total.hexdigest()


def some_command(chance: random.Random, quote_id: str) -> Command:
    """Return a random order about a quote."""
    place = {"document_id": "article", "quote_id": quote_id}
    return chance.choice(
        [
            AcceptSuggestion(**place, act=ACT),
            AssignSpeaker(
                **place, act=ACT, name=chance.choice(["Ada Lovelace", "Somebody Else", f"N {chance.random()}"])
            ),
            SetSpeakerType(**place, act=ACT, type=chance.choice([SpeakerType.NONE, SpeakerType.COLLECTIVE])),
            RejectQuote(**place, act=ACT, reason=chance.choice([None, Reason.SCARE])),
            FlagQuote(**place, flagged=chance.random() < 0.5),
            SetKind(**place, act=ACT, kind=chance.choice(list(Kind))),
        ]
    )


def correct(path: Path, seed: int) -> None:
    """Correct until killed. "begin" is said before a step, "saved" with the fingerprint when it is acknowledged."""
    chance = random.Random(seed)
    desk = Desk.open(path, ANNOTATOR)
    print("open", flush=True)
    ids = [quote.id for quote in desk.queries.article("article").quotes]  # type: ignore[union-attr]
    quote = ""
    while True:
        print("begin", flush=True)
        try:
            way = chance.random()
            if way < 0.1:
                desk.undo()
            elif way < 0.15:
                desk.redo()
            else:
                # Never the same quote twice in a row: a step that amends the one before could not be told from it.
                quote = chance.choice([each for each in ids if each != quote])
                desk.run(some_command(chance, quote))
        except UserMistake:
            pass
        print(f"saved {live_digest(path)}", flush=True)


if __name__ == "__main__":
    correct(Path(sys.argv[1]), int(sys.argv[2]))
