import io
import json
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from cassis import load_cas_from_json
from hypothesis import given

from core.errors import BadInput
from core.formats.articles import articles
from core.formats.casjson import CasJson
from core.formats.losses import EVERYTHING
from core.formats.problems import Problems
from core.formats.reading import Reading
from tests.core.formats.cas.files_of import TEXT, example, read
from tests.core.formats.drawing import annotated

SOFA = {
    "%ID": 1,
    "%TYPE": "uima.cas.Sofa",
    "sofaNum": 1,
    "sofaID": "_InitialView",
    "sofaString": "😀 Ana says it rains.",
}


def foreign(tmp_path, whole: object):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(whole), encoding="utf-8")
    return read(CasJson(), path)


@given(annotated())
def test_what_was_written_is_read_as_it_was(line):
    with TemporaryDirectory() as name:
        assert CasJson().write_folder([line], Path(name)) == 1
        (path,) = Path(name).glob("*.json")
        found, problems = read(CasJson(), path)
        assert (found, problems.first, problems.remarks) == ([line], [], [])
        with warnings.catch_warnings(), path.open("rb") as file:
            warnings.simplefilter("error")
            cas = load_cas_from_json(file)
        assert cas.sofa_string == line.document.text
        pieces = sorted(tuple(span) for quote in line.layer.quotes for span in quote.fragments)
        assert sorted((one.begin, one.end) for one in cas.select("webanno.custom.Quote")) == pieces


def test_everything_is_kept():
    assert CasJson().keeps == EVERYTHING


def test_offsets_in_the_file_are_in_utf_16(tmp_path):
    CasJson().write_folder([example()], tmp_path)
    whole = json.loads((tmp_path / "wire%2F7.json").read_bytes())
    starts = [one["begin"] for one in whole["%FEATURE_STRUCTURES"] if one["%TYPE"] == "webanno.custom.Cue"]
    assert starts == [TEXT.index("said") + 1]
    assert list(whole) == ["%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"]


def test_a_folder_is_read_without_the_type_system(tmp_path):
    CasJson().write_folder([example()], tmp_path)
    problems = Problems()
    assert list(articles([tmp_path], problems, Reading())) == [example()]
    assert not problems


def test_another_layer_is_read_with_its_references(tmp_path):
    structures = [
        {"%ID": 2, "%TYPE": "webanno.custom.Quotation", "@sofa": 1, "begin": 12, "end": 20, "@speakers": 5},
        {"%ID": 3, "%TYPE": "webanno.custom.Speaker", "@sofa": 1, "begin": 3, "end": 6},
        {"%ID": 4, "%TYPE": "webanno.custom.Link", "role": "x", "@target": 3},
        {"%ID": 5, "%TYPE": "webanno.custom.Link[]", "%ELEMENTS": [4]},
        SOFA,
    ]
    views = {"_InitialView": {"%SOFA": 1, "%MEMBERS": [2, 3]}}
    (found,), problems = foreign(tmp_path, {"%TYPES": {}, "%FEATURE_STRUCTURES": structures, "%VIEWS": views})
    (quote,) = found.layer.quotes
    assert (quote.fragments, quote.mention, problems.remarks) == (((11, 19),), (2, 5), [])


def test_the_early_form_with_numbers_as_keys_is_read_too(tmp_path):
    structures = {"1": {key: value for key, value in SOFA.items() if key != "%ID"}}
    structures["2"] = {"%TYPE": "webanno.custom.Quote", "@sofa": 1, "begin": 0, "end": 2}
    (found,), _ = foreign(tmp_path, {"%FEATURE_STRUCTURES": structures})
    assert found.layer.quotes[0].fragments == ((0, 1),)


def test_offsets_within_a_character_take_all_of_it(tmp_path):
    quote = {"%ID": 2, "%TYPE": "webanno.custom.Quote", "@sofa": 1, "begin": 1, "end": 6}
    (found,), _ = foreign(tmp_path, {"%FEATURE_STRUCTURES": [SOFA, quote]})
    assert found.layer.quotes[0].fragments == ((0, 5),)


@pytest.mark.parametrize(
    "structures",
    [[SOFA, 5, None, {"%ID": "x", "%TYPE": 3}], [SOFA, {"%ID": 2, "%TYPE": "Quote", "@sofa": 1, "begin": True, "end": [4, "x"]}],
     [SOFA, {"%ID": [2], "%TYPE": "Quote", "@sofa": {}, "end": 3, "speakers": {"a": 1}}]],
)  # fmt: skip
def test_wrong_values_do_no_harm(tmp_path, structures):
    (found,), _ = foreign(tmp_path, {"%FEATURE_STRUCTURES": structures, "%VIEWS": [3]})
    assert found.document.id == "a"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is no JSON that can be read"),
        (b'{"%TYPES": ', "is no JSON that can be read"),
        (b"\xff{}", "is no JSON that can be read"),
        (b"[" * 100_000, "is no JSON that can be read"),
        (b"{}", "is JSON, but no CAS"),
        (b"[]", "is JSON, but no CAS"),
        (b'{"%FEATURE_STRUCTURES": []}', "holds no text"),
        (b'{"%FEATURE_STRUCTURES": [{"%TYPE": "uima.cas.Sofa", "sofaString": 3}]}', "holds no text"),
    ],
)
def test_what_is_no_cas_is_refused_in_one_sentence(data, reason):
    with pytest.raises(BadInput, match=f"standard input: {reason}"):
        list(CasJson().read(io.BytesIO(data), Problems()))


def test_a_file_is_known_by_its_sections():
    assert CasJson().recognises(b'\xef\xbb\xbf{ "%TYPES" : {')
    assert not CasJson().recognises(b'{"id": "a", "text": "b"}')
    assert CasJson().companions("a/x.JSON") == ("a/TypeSystem.xml",)
    assert CasJson().companions("x.jsonl") == ()
