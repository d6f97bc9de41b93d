import io
import json
import zlib
from contextlib import suppress
from functools import cache

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.formats.docbin import DocBin
from core.formats.jsonl import decode
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.spacy_docs import unpacking
from core.model.spans import Span
from core.model.terms import Kind, Status, ZoneType
from tests.core.formats.drawing import annotated

TEXT = " “Wenn der Fluss steigt”,\r\nsagte  sie, “gehen wir 👩🏽‍🚀.”\tEr: «don't». "
LINE = {
    "id": "a",
    "text": TEXT,
    "language": "de-AT",
    "annotator": "ana",
    "state": "complete",
    "zones": [{"start": 0, "end": 1, "type": "caption", "id": "mine", "extra": 1}],
    "quotes": [
        {
            "id": "q1",
            "fragments": [[1, 24], [39, len(TEXT) - 16]],
            "kind": "direct",
            "speaker": {"start": 34, "end": 37},
            "speaker_name": "Ana",
            "cue": {"start": 27, "end": 32},
            "more_speakers": [{"speaker_name": "Ben", "relation": "joint", "speaker": {"start": 34, "end": 37}}],
        },
        {"id": "q2", "start": 2, "end": 11, "kind": "indirect", "parent": "q1", "flagged": True},
    ],
}


def line(**changes):
    return decode(json.dumps(LINE | changes), where="x")


def packed(*lines) -> bytes:
    out = io.BytesIO()
    assert DocBin().write(lines, out) == len(lines)
    return out.getvalue()


@cache
def written_once() -> bytes:
    return packed(line())


def read(data: bytes, reading=None):
    problems = Problems()
    return list(DocBin().read(io.BytesIO(data), problems, reading)), problems


def loaded(data: bytes):
    """What plain spaCy makes of the file."""
    import spacy
    from spacy.tokens import DocBin as Plain

    return list(Plain().from_bytes(data).get_docs(spacy.blank("xx").vocab))


def repacked(data: bytes, change) -> bytes:
    message = msgspec.msgpack.decode(zlib.decompress(data))
    change(message)
    return zlib.compress(msgspec.msgpack.encode(message))


def edited(data: bytes, change) -> bytes:
    """The file as spaCy writes it after somebody has changed its Docs."""
    from spacy.tokens import DocBin as Plain

    docs = loaded(data)
    for doc in docs:
        change(doc)
    return Plain(store_user_data=True, docs=docs).to_bytes()


@given(annotated())
def test_what_was_written_is_read_as_it_was_and_spacy_has_the_same_text_and_spans(given_line):
    data = packed(given_line)
    assert packed(given_line) == data
    found, problems = read(data)
    assert (found, problems.first) == ([given_line], [])
    (doc,) = loaded(data)
    assert doc.text == given_line.document.text
    assert [(span.id_, span.label_, span.start_char, span.end_char) for span in doc.spans["quotes"]] == [
        (quote.id, quote.kind, *one) for quote in given_line.layer.quotes for one in quote.fragments
    ]


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip),
    st.sampled_from(["en", "zh", "zz"]),
)
def test_any_text_is_held_to_the_character(text, language):
    given_line = decode(json.dumps({"id": "a", "text": text, "language": language}), where="x")
    data = packed(given_line)
    assert loaded(data)[0].text == text
    assert read(data)[0] == [given_line]


def test_spacy_alone_sees_quotes_pieces_mentions_and_who_is_meant():
    (doc,) = loaded(packed(line()))
    assert next((span.label_, span.id_, span.text) for span in doc.spans["quotes"]) == (
        "direct",
        "q1",
        "“Wenn der Fluss steigt”",
    )
    notes = doc.user_data["quotedesk"]
    first = notes["quotes"][0]
    spoken = {span.id_: span for span in doc.spans["mentions"]}
    assert spoken[first["speaker"]].text == "sie"
    assert spoken[first["speaker"]].kb_id_ == first["speaker_id"]
    assert {span.id_: span.text for span in doc.spans["cues"]}[first["cue"]] == "sagte"
    assert notes["quotes"][1]["parent"] == "q1"
    assert "quoted" not in first


def test_entities_are_the_quotes_that_do_not_overlap_without_blanks_at_the_edges():
    quotes = [
        {"id": "a", "start": 0, "end": 25, "kind": "mixed"},
        {"id": "b", "start": 1, "end": 24, "kind": "direct"},
        {"id": "c", "start": 25, "end": 27, "kind": "direct"},
    ]
    (doc,) = loaded(packed(line(quotes=quotes)))
    assert [(ent.label_, ent.text) for ent in doc.ents] == [("mixed", "“Wenn der Fluss steigt”,")]
    assert len(doc.spans["quotes"]) == 3


def test_a_mention_of_two_quotes_is_one_span():
    quotes = [{"id": id_, "start": 1, "end": 9, "speaker": {"start": 34, "end": 37}} for id_ in "ab"]
    given_line = line(quotes=quotes)
    data = packed(given_line)
    assert len(loaded(data)[0].spans["mentions"]) == 1
    assert read(data)[0] == [given_line]


def test_what_was_changed_in_the_span_groups_is_taken():
    from spacy.tokens import Span as DocSpan

    def change(doc):
        kept = doc.spans["quotes"][2]
        fresh = DocSpan(doc, 0, 3, "direct")
        doc.spans["quotes"] = [DocSpan(doc, kept.start, kept.end, "mixed", span_id="q2"), fresh]
        doc.spans["zones"] = [DocSpan(doc, 0, 2, "byline")]
        doc.spans["mentions"] = []

    found, problems = read(edited(packed(line()), change))
    assert problems.first == []
    old, new = found[0].layer.quotes
    assert (old.id, old.kind, old.parent, old.flagged) == ("q2", Kind.MIXED, None, True)
    assert (new.kind, new.span.start, new.status) == (Kind.DIRECT, 0, Status.ACCEPTED)
    assert found[0].document.zones[0].type is ZoneType.BYLINE
    assert found[0].document.zones[0].extra == {}


def test_docs_of_others_are_articles_with_their_quotes():
    import spacy
    from spacy.tokens import DocBin as Plain
    from spacy.tokens import Span as DocSpan

    nlp = spacy.blank("en")
    docs = [nlp("She said “yes” and no. 👩🏽‍🚀 “Go.”"), nlp("Nothing here.")]
    docs[0].spans["quotes"] = [
        DocSpan(docs[0], 2, 5, "DIRECT", span_id=99999),
        DocSpan(docs[0], 6, 7, "QUOTE", span_id=99999),
    ]
    docs[0].user_data["mine"] = {"a": 1}
    docs[0].user_data["._.", "x", None, None] = 2
    found, problems = read(Plain(store_user_data=True, docs=docs).to_bytes(), Reading(as_suggestions=True))
    assert problems.first == []
    assert [one.document.id for one in found] == ["stdin-1", "stdin-2"]
    (quote,) = found[0].layer.quotes
    assert (quote.id, quote.kind, quote.fragments) == ("99999", Kind.DIRECT, (Span(9, 14), Span(19, 21)))
    assert (quote.status, quote.quoted) == (Status.SUGGESTED, (Span(9, 14),))


def test_docs_of_others_are_read_by_labels_and_what_was_left_out_is_told():
    import spacy
    from spacy.tokens import DocBin as Plain
    from spacy.tokens import Span as DocSpan

    doc = spacy.blank("en")("She said “yes” and no.")
    doc.spans["sc"] = [DocSpan(doc, 2, 5, "Direct"), DocSpan(doc, 0, 1, "Speaker"), DocSpan(doc, 6, 7, "Tone")]
    doc.ents = [DocSpan(doc, 0, 1, "PERSON")]
    found, problems = read(Plain(docs=[doc]).to_bytes(), Reading())
    assert [(quote.kind, quote.fragments) for quote in found[0].layer.quotes] == [(Kind.DIRECT, (Span(9, 14),))]
    (remark,) = problems.remarks
    assert sorted(remark.partition("cue: ")[2].removesuffix(".").split(", ")) == [
        "Speaker without a quote (1)", "entity PERSON (1)", "span group sc (1)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "breaks off in the middle"),
        (b"nonsense", "is not a file of spaCy Docs"),
        (zlib.compress(b"nonsense"), "is not a file of spaCy Docs"),
        (zlib.compress(b"\x80"), "is not a file of spaCy Docs"),
        (zlib.compress(b"\x81\xa5attrs" + b"\x91" * 100_000), "is not a file of spaCy Docs"),
        (zlib.compress(b"\x81\xa1x" + b"\x91" * 100_000), "is not a file of spaCy Docs"),
        (zlib.compress(b"\x81\xa7strings\xdd\xff\xff\xff\xff"), "is not a file of spaCy Docs"),
    ],
)
def test_what_is_no_docbin_is_refused_in_one_sentence(data, said):
    with pytest.raises(BadInput, match=f"^standard input: {said}"):
        read(data)


def test_a_truncated_file_is_refused():
    data = packed(line())
    for length in range(0, len(data), 7):
        with pytest.raises(BadInput, match="standard input: breaks off in the middle"):
            read(data[:length])


def test_a_file_that_unpacks_to_too_much_is_refused_before_it_does(monkeypatch):
    monkeypatch.setattr(unpacking, "UNPACKED", 1024 * 1024)
    with pytest.raises(BadInput, match="standard input: unpacks to more than 1 MB; split it"):
        read(zlib.compress(bytes(1024 * 1024 + 1)))


def test_an_empty_docbin_is_told():
    found, problems = read(packed())
    assert (found, problems.first) == ([], ["standard input: holds no documents"])


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("span_groups", [b"\xc1"], "has span groups or user data that can't be read"),
        ("user_data", [b"\xa1"], "has span groups or user data that can't be read"),
        ("user_data", [msgspec.msgpack.encode({"quotedesk": {"quotes": 3}})], "quotes: must be a list"),
        ("user_data", [msgspec.msgpack.encode({"quotedesk": {"quotes": [{"id": [1]}]}})], "id: is missing"),
        ("user_data", [msgspec.msgpack.encode({"quotedesk": {"id": "x", "extra": "["}})], "extra: is not an object"),
        ("user_data", [msgspec.msgpack.encode({"quotedesk": {"id": "x", "sha256": "0"}})], "sha256: is not that of the text"),
        ("strings", [], "uses a word that the file does not hold"),
    ],
)  # fmt: skip
def test_a_doc_that_is_wrong_is_noted(field, value, said):
    found, problems = read(repacked(packed(line()), lambda message: message.update({field: value})))
    assert found == []
    assert problems.first[0].startswith(f"standard input, document 1: {said}")


@pytest.mark.parametrize(("field", "value"), [("lengths", b"\xff\xff\xff\xff"), ("spaces", b""), ("lengths", b"\xff")])
def test_lists_of_unequal_length_are_refused(field, value):
    with pytest.raises(BadInput, match=r"is damaged|is not a file"):
        read(repacked(packed(line()), lambda message: message.update({field: value})))


def test_a_span_outside_of_its_doc_is_noted():
    def change(message):
        groups = msgspec.msgpack.decode(message["span_groups"][0])
        (quotes,) = [one for one, names in groups.items() if "quotes" in names]
        group = msgspec.msgpack.decode(quotes)
        group["spans"] = [b"\x00" * 24 + (0).to_bytes(4, "big") + (9999).to_bytes(4, "big") + b"\x00" * 8]
        message["span_groups"][0] = msgspec.msgpack.encode({msgspec.msgpack.encode(group): ["quotes"]})

    _, problems = read(repacked(packed(line()), change))
    assert "document 1: has a span of the tokens 0 to 9999, but there are" in problems.first[0]


def test_one_word_used_a_million_times_does_not_fill_the_memory():
    def change(message):
        from spacy.strings import get_string_id

        word = "a" * 1024 * 1024
        message["strings"].append(word)
        message["tokens"] = get_string_id(word).to_bytes(8, "little") + bytes(16)
        message["tokens"] *= 40
        message["attrs"] = message["attrs"][:3]
        message["lengths"] = (40).to_bytes(4, "little")
        message["spaces"] = bytes(40)

    _, problems = read(repacked(packed(line()), change))
    assert problems.first == ["standard input, document 1: is longer than 32 MB"]


def test_user_data_that_looks_like_an_array_is_only_data():
    trap = {"quotedesk": {"id": "x", "mood": {b"nd": True, b"type": "O", b"kind": b"", b"shape": [1], b"data": b"x"}}}
    found, problems = read(
        repacked(packed(line()), lambda message: message.update(user_data=[msgspec.msgpack.encode(trap)]))
    )
    assert len(found) + problems.count == 1


@given(st.data())
def test_no_damage_ends_in_anything_but_a_sentence(data):
    message = bytearray(zlib.decompress(written_once()))
    for _ in range(data.draw(st.integers(1, 4))):
        message[data.draw(st.integers(0, len(message) - 1))] = data.draw(st.integers(0, 255))
    with suppress(BadInput):
        assert len(read(zlib.compress(bytes(message)))[0]) <= 1


def test_a_docbin_is_known_by_its_first_bytes():
    data = packed(line())
    assert DocBin().recognises(data[:4096])
    assert not DocBin().recognises(zlib.compress(b"something else"))
    assert not DocBin().recognises(b'{"id"')
