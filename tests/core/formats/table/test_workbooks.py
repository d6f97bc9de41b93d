import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.formats.table import workbooks
from core.formats.table.workbooks import check, escaped, unescaped


def archive(**parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/") + ".xml", content)
    return data


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("_x0123AF\x00\ufffe"), max_size=20))
def test_every_text_comes_back(text):
    assert unescaped(escaped(text)) == text
    assert not set(escaped(text)) & {"\x00", "\ufffe", "\uffff"}


def test_half_a_character_stays_as_it_is_written():
    assert unescaped("_xD800_ _x0041_") == "_xD800_ A"


def test_a_plain_archive_passes():
    check(archive(xl__workbook="<a/>", xl__worksheets__sheet1="<s><row><c/></row></s>" * 99_000), "f")


def test_a_bomb_is_refused_before_it_is_opened(monkeypatch):
    monkeypatch.setattr(workbooks, "MOST_BYTES", 1024 * 1024)
    with pytest.raises(BadInput, match=r"f: has more than 1 MB when unpacked\. Save it as CSV"):
        check(archive(a=b"0" * (2 * 1024 * 1024)), "f")


def test_definitions_are_refused():
    for start in (b"", b"<!--" + b"x" * (1024 * 1024 - 12) + b"-->"):
        with pytest.raises(BadInput, match="f: holds definitions"):
            check(archive(a=start + b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"), "f")
    with pytest.raises(BadInput, match="f: holds definitions"):
        check(archive(a="<!DOCTYPE a><a/>".encode("utf-16")), "f")


def test_an_endless_row_is_refused():
    with pytest.raises(BadInput, match="f: has a row of more cells than a workbook may have"):
        check(archive(xl__worksheets__sheet1="<row>" + "<c><v>1</v></c>" * 100_000), "f")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"text", archive(a="x" * 999).getvalue()[:-40]])
def test_what_is_no_archive_is_told(data):
    with pytest.raises(BadInput, match=r"f: is no Excel workbook \(.xlsx\) that can be read"):
        check(io.BytesIO(data), "f")


def test_bytes_that_were_changed_are_told():
    data = bytearray(archive(a="x" * 99_999).getvalue())
    data[40:60] = b"\xff" * 20
    with pytest.raises(BadInput, match="is no Excel workbook"):
        check(io.BytesIO(data), "f")
