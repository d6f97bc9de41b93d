import io
import os
import stat
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.formats import zipped
from core.formats.zipped import opened_zip


def archive(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in members.items():
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name)
            info.compress_type = method
            made.writestr(info, data)
    return out.getvalue()


def refusal(data):
    with pytest.raises(BadInput) as caught, opened_zip(data, "a.zip") as found:
        found.bytes_of("a")
    return str(caught.value)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_members_with_one_name_the_last_is_taken_and_the_others_are_told():
    out, told = io.BytesIO(), []
    with zipfile.ZipFile(out, "w") as made:
        for data in (b"one", b"two"):
            made.writestr("a", data)
    with opened_zip(out.getvalue(), "a.zip", left_out=told.append) as found:
        assert (found.names, found.bytes_of("a")) == (("a",), b"two")
    assert told == ["a.zip: 'a' stands in it more than once; only the last one was taken"]


def test_members_are_read_by_name():
    data = archive({"a": b"one", "folder/": b"", "folder/b": b"two" * 5})
    for given_ in (data, io.BytesIO(data)):
        with opened_zip(given_, "a.zip") as found:
            assert found.names == ("a", "folder/b")
            assert "a" in found
            assert "folder/" not in found
            assert found.bytes_of("folder/b") == b"two" * 5
            assert found.start_of("folder/b", 4) == b"twot"
            with pytest.raises(BadInput, match=r"^a.zip: there is no c in it$"):
                found.bytes_of("c")


def test_the_callers_stream_stays_open():
    stream = io.BytesIO(archive({"a": b"one"}))
    with opened_zip(stream, "a.zip"):
        pass
    assert not stream.closed


def test_a_pipe_is_read_into_memory():
    class Pipe(io.BytesIO):
        def seekable(self):
            return False

    with opened_zip(Pipe(archive({"a": b"one"})), "standard input") as found:
        assert found.bytes_of("a") == b"one"


def test_a_long_pipe_is_refused(monkeypatch):
    class Pipe(io.BytesIO):
        def seekable(self):
            return False

    monkeypatch.setattr(zipped, "LONGEST", 1024 * 1024)
    with (
        pytest.raises(BadInput, match="is longer than 1 MB and comes through a pipe"),
        opened_zip(Pipe(b"x" * 2**21), "-"),
    ):
        pass


@pytest.mark.parametrize("data", [b"", b"PK\x05\x06", b"no archive", os.urandom(3000)])
def test_what_is_no_archive_is_refused(data):
    assert refusal(data) == "a.zip: is no ZIP archive, or it is damaged"


def test_a_damaged_member_is_named():
    data = archive({"a": b"one two three" * 9}, zipfile.ZIP_STORED).replace(b"one", b"two", 1)
    assert refusal(data) == "a.zip: a in it is damaged"


@pytest.mark.parametrize("name", ["/etc/passwd", "../a", "b/../../a", "..\\a", "C:\\a", "C:/a", "\\a"])
def test_names_that_lead_out_are_refused(name):
    assert refusal(archive({name: b"x"})).endswith("leads out of the archive")


def test_a_link_is_refused():
    link = zipfile.ZipInfo("a")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert refusal(archive({link: b"/etc/passwd"})) == "a.zip: 'a' in it is a link to another file"


def test_a_locked_member_is_refused():
    data = bytearray(archive({"a": b"x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data)) == "a.zip: 'a' in it is locked with a password"


def test_a_way_of_packing_that_asks_for_gigabytes_is_refused():
    assert refusal(archive({"a": b"x"}, zipfile.ZIP_LZMA)).endswith("is packed in a way that is not supported")


def test_a_bomb_is_refused_before_it_is_unpacked():
    assert refusal(archive({"a": bytes(20 * 2**20)})).endswith("is packed so tightly that it can't be an article")


def test_a_long_member_is_refused(monkeypatch):
    monkeypatch.setattr(zipped, "LONGEST", 1024 * 1024)
    assert refusal(archive({"a": os.urandom(2**20 + 1)})) == "a.zip: 'a' in it is longer than 1 MB"


def test_all_members_together_are_bounded():
    data = archive({str(n): os.urandom(2**20) for n in range(3)}, zipfile.ZIP_STORED)
    with (
        pytest.raises(BadInput, match="is longer than 2 MB when unpacked"),
        opened_zip(data, "a", most_bytes=2 * 2**20),
    ):
        pass


def test_many_short_bombs_are_one_bomb():
    data = archive({str(n): bytes(2**20) for n in range(40)})
    assert refusal(data) == "a.zip: is packed so tightly that it can't hold articles"


def test_a_member_that_is_not_trusted_can_be_left_out():
    told = []
    made = {"../a": b"x", "b": b"two", "bomb": bytes(20 * 2**20), "c/d": b"three"}
    with opened_zip(archive(made), "a.zip", left_out=told.append) as found:
        assert found.names == ("b", "c/d")
        with pytest.raises(BadInput, match="there is no bomb in it"):
            found.start_of("bomb", 10)
    assert told == [
        "a.zip: '../a' in it leads out of the archive",
        "a.zip: 'bomb' in it is packed so tightly that it can't be an article",
    ]


def test_a_member_without_a_name_is_refused():
    nameless = zipfile.ZipInfo("x")
    nameless.filename = ""
    assert refusal(archive({nameless: b"x"})) == "a.zip: '' in it has no name"


def test_too_many_members_are_refused():
    assert (
        refusal(archive({str(n): b"" for n in range(zipped.MOST_MEMBERS + 1)})) == "a.zip: holds more than 10,000 files"
    )


def test_a_huge_directory_is_never_read_into_memory():
    data = archive({"a": b"x"})
    end = data.rindex(b"PK\x05\x06")
    size = 64 * 2**20
    padded = bytes(size) + data[:end] + data[end : end + 12] + struct.pack("<L", size) + data[end + 16 :]
    assert refusal(padded) == "a.zip: holds more than 10,000 files"


def test_a_member_that_lies_about_its_length_gives_no_more_than_it_said():
    data = bytearray(archive({"a": b"x" * 5000}))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = struct.pack("<L", 10)
    assert refusal(bytes(data)) == "a.zip: a in it is damaged"


@given(st.data())
def test_any_damage_ends_in_a_sentence(data):
    made = bytearray(archive({"a": b"one" * 40, "b/c": b"two"}))
    for _ in range(data.draw(st.integers(1, 4))):
        made[data.draw(st.integers(0, len(made) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(made)) | st.just(len(made)))
    said = "a.zip: "
    try:
        with opened_zip(bytes(made[:cut]), "a.zip") as found:
            for name in found.names:
                found.bytes_of(name)
    except BadInput as error:
        said = str(error)
    assert said.startswith("a.zip: ")
