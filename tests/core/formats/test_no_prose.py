import pytest
from hypothesis import given

from core.formats.no_prose import kind_of_file
from tests.core.formats.drawing import TEXTS
from tests.support.pace import in_time


@pytest.mark.parametrize(
    ("start", "what"),
    [
        (r"{\rtf1\ansi Hello}", "RTF"),
        ('<?xml version="1.0"?><GateDocument/>', "XML"),
        ("1\n00:00:00,000 --> 00:00:01,000\nHello\n", "a file of subtitles (SRT)"),
        ("WEBVTT\n\nNOTE x\n\n00:00.000 --> 00:01.000\nHello\n", "a file of subtitles (WebVTT)"),
        ("From a@b Mon Jan  1 00:00:00 2024\nFrom: a@b\n\nHi\n", "a mailbox (mbox)"),
        ("From: a@b\nSubject: a\n b\nMIME-Version: 1.0\n\nHi\n", "an e-mail with its headers"),
        ("# text = Hi\n1\tHi\thi\tINTJ\t_\t_\t0\troot\t_\t_\n", "a table of words (CoNLL-U)"),
        ('File type = "ooTextFile"\nObject class = "TextGrid"\n', "a TextGrid of Praat"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_files_of_other_programs_are_known(start, what, encoding):
    for ends in (start, start.replace("\n", "\r\n")):
        assert kind_of_file(ends.encode(encoding)) == what


@pytest.mark.parametrize(
    "start",
    [
        "", "WEBVTT is a format.\n\nIt has times.", "From Monday on Jan Smith said: no.\nFrom: here\n", "1\nThe first chapter",
        "From: Reuters\nTo: all desks\nSubject: rain\n\nIt rains.", "<b>Rain</b> in the north", "# text = nothing\n\n1 man",
        "Subject: rain\n\nMIME-Version: 1.0 is what the header said.", "1\tone\ttwo\n", "{rtf} is a sign", "12:00 --> 13:00 lunch",
    ],
)  # fmt: skip
def test_texts_that_only_look_like_one_are_none(start):
    assert kind_of_file(start.encode()) is None


@given(TEXTS)
def test_whatever_is_written_is_a_text(text):
    assert kind_of_file(text.encode()) is None


@pytest.mark.parametrize("piece", ["a: b\n", "a:\n ", "#\n", "1\t", "WEBVTT\n", "00:00", "\n", "From x "])
def test_it_takes_no_time(piece):
    with in_time(0.5):
        kind_of_file((piece * 5000)[:4096].encode())
