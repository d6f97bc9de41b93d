"""An article with quotes of all sorts, and how a file is read, for the tests of both file formats of a CAS."""

from pathlib import Path

from core.formats.line.decoding import decode_object
from core.formats.problems import Problems
from core.formats.reading import Reading

TEXT = 'Čapek 😀 said: "It rains.\r\nIt pours," and she agreed. "So be it."'


def place(words: str) -> dict:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


def example():
    quotes = [
        {
            "id": "q1",
            "fragments": [tuple(place(words).values()) for words in ('"It rains.\r\nIt pours,"', '"So be it."')],
            "kind": "direct",
            "speaker": place("Čapek"),
            "speaker_name": "Karel Čapek",
            "cue": place("said"),
            "status": "corrected",
            "comment": "two\nlines",
            "sure": False,
            "more_speakers": [{"speaker": place("she"), "relation": "joint"}],
        },
        {"id": "q2", **place("It rains"), "kind": "mixed", "quoted": [tuple(place("rains").values())], "parent": "q1"},
    ]
    speakers = [{"id": "s1", "name": "Karel Čapek", "external_id": "Q155855"}]
    raw = {"id": "wire/7", "text": TEXT, "annotator": "ana", "title": "Rain", "quotes": quotes, "speakers": speakers}
    return decode_object(raw, where="x", reading=Reading())


def read(format_, path: Path):
    problems = Problems()
    return list(format_.read(path, problems, Reading())), problems
