"""Computed ids are the same everywhere and for ever; drawn ones never are."""

from uuid import UUID

from core.model.identity import is_drawn, new_id, sha256_of, suggested_quote_id, suggested_speaker_id
from core.model.spans import Span

SHA = sha256_of("“Yes,” she said.")


def test_the_checksum_is_of_the_utf8_bytes():
    assert sha256_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert sha256_of("é") != sha256_of("e\u0301")


def test_a_suggestions_id_depends_on_text_fragments_and_kind_alone():
    one = suggested_quote_id(SHA, (Span(0, 6),), "direct")
    assert one == suggested_quote_id(SHA, [Span(0, 6)], "direct")
    assert UUID(one).version == 5
    others = {
        suggested_quote_id(sha256_of("x"), (Span(0, 6),), "direct"),
        suggested_quote_id(SHA, (Span(0, 5),), "direct"),
        suggested_quote_id(SHA, (Span(0, 3), Span(4, 6)), "direct"),
        suggested_quote_id(SHA, (Span(0, 6),), "mixed"),
        suggested_speaker_id(SHA, "0-6"),
    }
    assert len(others | {one}) == 6


def test_a_suggested_speaker_is_one_of_text_and_name():
    assert suggested_speaker_id(SHA, "Zoë") == suggested_speaker_id(SHA, "Zoë")
    assert suggested_speaker_id(SHA, "Zoë") != suggested_speaker_id(SHA, "Zoe")
    assert UUID(suggested_speaker_id(SHA, "Zoë")).version == 5


def test_ids_that_are_kept_in_files_never_change():
    """Projects hold these ids: another way to compute them would show every decided quote once more."""
    assert suggested_quote_id("0" * 64, (Span(0, 6), Span(8, 9)), "direct") == QUOTE
    assert suggested_speaker_id("0" * 64, "Zoë") == SPEAKER


QUOTE = "a1d410d4-2161-584a-bae5-53c471becafd"
SPEAKER = "ecbd842c-a67c-5d53-934f-5e6688a03905"


def test_a_drawn_id_is_new_each_time():
    drawn = {new_id() for _ in range(50)}
    assert len(drawn) == 50
    assert {UUID(each).version for each in drawn} == {4}


def test_ids_that_can_mean_one_thing_only():
    assert is_drawn(new_id())
    assert is_drawn(suggested_speaker_id(SHA, "Ann"))
    assert not is_drawn("s1")
    assert not is_drawn("")
