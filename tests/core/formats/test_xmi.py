import io
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from cassis import load_cas_from_xmi, load_typesystem
from hypothesis import given
from msgspec.structs import replace

from core.errors import BadInput
from core.formats.articles import articles
from core.formats.folder import without_companions
from core.formats.losses import EVERYTHING, Trait, xml_text
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.xmi import Xmi
from core.model.identity import sha256_of
from tests.core.formats.cas.files_of import TEXT, example, read
from tests.core.formats.drawing import annotated

HEAD = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore" '
    'xmlns:custom="http:///webanno/custom.ecore" xmlns:other="http:///org/example/type.ecore" xmi:version="2.0">'
)


def foreign(tmp_path, text: str, *structures: str):
    path = tmp_path / "a.xmi"
    sofa = f'<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="{text}"/>'
    path.write_text(f"{HEAD}{''.join(structures)}{sofa}</xmi:XMI>", encoding="utf-8")
    return read(Xmi(), path)


def written(tmp_path) -> Path:
    Xmi().write_folder([example()], tmp_path)
    return tmp_path / "wire%2F7.xmi"


@given(annotated())
def test_what_was_written_is_read_as_it_was_but_for_characters_that_xml_cannot_hold(line):
    text = xml_text(line.document.text)
    expected = replace(line, document=replace(line.document, text=text, sha256=sha256_of(text)))
    with TemporaryDirectory() as name:
        assert Xmi().write_folder([line], Path(name)) == 1
        (path,) = Path(name).glob("*.xmi")
        found, problems = read(Xmi(), path)
        assert (found, problems.first, problems.remarks) == ([expected], [], [])
        with warnings.catch_warnings(), (Path(name) / "TypeSystem.xml").open("rb") as types, path.open("rb") as file:
            warnings.simplefilter("error")
            cas = load_cas_from_xmi(file, typesystem=load_typesystem(types))
        assert cas.sofa_string == text
        pieces = sum(len(quote.fragments) for quote in line.layer.quotes)
        assert len(cas.select("webanno.custom.Quote")) == pieces


def test_features_of_other_layers_are_names_identifiers_and_notes_or_are_told(tmp_path):
    (found,), problems = foreign(
        tmp_path, "Ana said: “Rain.” Ben said: “Sun.”",
        '<custom:Quote xmi:id="2" sofa="1" begin="10" end="17" kind="direct" note="hm" mood="angry"/>',
        '<custom:Speaker xmi:id="3" sofa="1" begin="0" end="3" name="Ana Novak" age="" tone="loud"'
        ' identifier="http://www.wikidata.org/entity/Q7"/>',
        '<custom:SaidBy xmi:id="4" sofa="1" begin="0" end="3" Governor="2" Dependent="3" label="x"/>',
        '<custom:Quote xmi:id="5" sofa="1" begin="28" end="34" mentions="6"/>',
        '<custom:Speaker xmi:id="6" sofa="1" begin="18" end="21" identifier="Q8"/>',
    )  # fmt: skip
    first, second = found.layer.quotes
    assert (first.mention, first.speaker_name, first.comment) == ((0, 3), "Ana Novak", "hm")
    assert (second.mention, second.speaker_name) == ((18, 21), None)
    assert [(one.id, one.external_id) for one in found.layer.speakers] == [(first.speaker_id, "Q7")]
    (said,) = problems.remarks
    for what in ("mood of a Quote", "tone of a Speaker", "label of a SaidBy", "identifier of a Speaker without a name"):
        assert f"{what} (1)" in said
    assert said.count("(1)") == 4


def test_only_characters_are_lost():
    assert EVERYTHING - Xmi().keeps == {Trait.CONTROLS, Trait.CONTROLS_ABOUT}


def test_the_layers_are_such_as_inception_knows_them(tmp_path):
    path = written(tmp_path)
    with (tmp_path / "TypeSystem.xml").open("rb") as types, path.open("rb") as file:
        cas = load_cas_from_xmi(file, typesystem=load_typesystem(types))
    first, second, inner = sorted(cas.select("webanno.custom.Quote"), key=lambda one: (one.quoteId, one.begin))
    assert [one.get_covered_text() for one in (first, second, inner)] == [
        '"It rains.\r\nIt pours,"',
        '"So be it."',
        "It rains",
    ]
    assert [(one.role, one.target.get_covered_text()) for one in first.speakers.elements] == [
        ("said_by", "Čapek"),
        ("joint", "she"),
    ]
    assert [one.target.get_covered_text() for one in first.cues.elements] == ["said"]
    (continues,) = cas.select("webanno.custom.Continues")
    assert (continues.Governor, continues.Dependent, continues.begin) == (first, second, second.begin)
    (inside,) = cas.select("webanno.custom.Inside")
    assert (inside.Governor, inside.Dependent) == (inner, first)
    assert (first.speakerName, first.unsure, second.speakerName) == ("Karel Čapek", True, None)
    # INCEpTION takes for a relation only what has two ends of the same type.
    ends = {feature.name: feature.rangeType.name for feature in cas.typesystem.get_type(continues.type.name).features}
    assert ends == {"Dependent": "webanno.custom.Quote", "Governor": "webanno.custom.Quote"}


def test_offsets_in_the_file_are_in_utf_16_and_line_ends_survive(tmp_path):
    data = written(tmp_path).read_text(encoding="utf-8")
    start = len(TEXT[: TEXT.index('"It')].encode("utf-16-le")) // 2
    assert f'begin="{start}"' in data
    assert "rains.&#13;&#10;It" in data


def test_the_same_line_gives_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        Xmi().write_folder([example()], tmp_path / name)
    for name in ("wire%2F7.xmi", "TypeSystem.xml"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_folder_is_read_without_the_type_system(tmp_path):
    written(tmp_path)
    problems = Problems()
    assert [one.document.id for one in articles([tmp_path], problems, Reading())] == ["wire/7"]
    assert not problems
    assert without_companions(["a/x.xmi", "a/TypeSystem.xml", "TypeSystem.xml"]) == ["TypeSystem.xml", "a/x.xmi"]
    assert Xmi().companions("TypeSystem.xml") == ()


def test_what_somebody_changed_in_the_tool_counts(tmp_path):
    path = written(tmp_path)
    words = path.read_text(encoding="utf-8")
    words = words.replace('speakerName="Karel Čapek"', 'speakerName="Somebody"').replace('comment="two&#10;lines"', "")
    path.write_text(words.replace('kind="mixed"', 'kind="indirect"'), encoding="utf-8", newline="")
    (found,), problems = read(Xmi(), path)
    first, second = found.layer.quotes
    assert (first.speaker_name, first.comment, second.kind, problems.first) == ("Somebody", "", "indirect", [])
    assert [one.name for one in found.layer.speakers] == ["Karel Čapek", "Somebody"]


def test_what_was_deleted_from_the_index_is_not_read(tmp_path):
    path = written(tmp_path)
    words = path.read_text(encoding="utf-8")
    number = words.split('kind="mixed"')[0].rpartition("<custom:Quote xmi:id=")[2].split('"')[1]
    before, members = words.rsplit('members="', 1)
    kept = members.replace(f" {number} ", " ", 1)
    path.write_text(f'{before}members="{kept}', encoding="utf-8", newline="")
    (found,), _ = read(Xmi(), path)
    assert [one.id for one in found.layer.quotes] == ["q1"]


def test_layers_of_other_projects_are_read_by_their_names(tmp_path):
    (found,), problems = foreign(
        tmp_path,
        "😀 Ana: “Rain.”",
        '<other:DirectQuote xmi:id="2" sofa="1" begin="8" end="15" speaker="Ana Novak"/>',
        '<other:QuoteSpeaker xmi:id="3" sofa="1" begin="3" end="6"/>',
        '<other:Says xmi:id="4" sofa="1" begin="8" end="15" Governor="3" Dependent="2"/>',
        '<custom:Place xmi:id="5" sofa="1" begin="3" end="6"/>',
    )
    (quote,) = found.layer.quotes
    assert (found.document.id, quote.kind, quote.fragments, quote.mention) == ("a", "direct", ((7, 14),), (2, 5))
    assert (quote.speaker_name, quote.status) == ("Ana Novak", "accepted")
    assert problems.remarks == [f"{tmp_path / 'a.xmi'}: left out what is no quote, speaker or cue: Place (1)."]


def test_slots_and_a_custom_layer_with_a_speaker_are_read(tmp_path):
    (found,), _ = foreign(
        tmp_path,
        "Ana says it rains.",
        '<custom:Report xmi:id="2" sofa="1" begin="9" end="17" speakerSlot="6" kind="Indirect" cue="4"/>',
        '<custom:Speaker xmi:id="3" sofa="1" begin="0" end="3"/><custom:Cue xmi:id="4" sofa="1" begin="4" end="8"/>',
        '<custom:ReportLink xmi:id="5" target="3"/><cas:FSArray xmi:id="6" elements="5"/>',
    )
    (quote,) = found.layer.quotes
    assert (quote.kind, quote.mention, quote.cue) == ("indirect", (0, 3), (4, 8))


def test_a_file_without_quotes_gives_its_text_and_says_so(tmp_path):
    (found,), problems = foreign(tmp_path, "Only&#13;&#10;text.", '<tcas:DocumentAnnotation xmi:id="2" sofa="1"/>')
    assert (found.document.text, found.layer.quotes) == ("Only\r\ntext.", ())
    assert problems.remarks == [f"{tmp_path / 'a.xmi'}: has no layer of quotes, so only its text was taken"]


@pytest.mark.parametrize(
    "quote",
    ['begin="0" end="99"', 'begin="x" end="2"', 'begin="3" end="1"', 'begin="1" end="1"', 'begin="-1" end="2"', 'end="99999999999999"', ""],
)  # fmt: skip
def test_spans_outside_of_the_text_are_no_quotes(tmp_path, quote):
    (found,), _ = foreign(tmp_path, "Some text.", f'<custom:Quote xmi:id="2" sofa="1" {quote}/>')
    assert found.layer.quotes == ()


def test_references_in_circles_or_to_nothing_do_no_harm(tmp_path):
    (found,), _ = foreign(
        tmp_path,
        "Some text.",
        '<custom:Quote xmi:id="2" sofa="1" begin="0" end="4" speakers="3 77 2" notes="[1"/><cas:FSArray xmi:id="3" elements="3 3"/>',
        '<custom:Inside xmi:id="4" sofa="1" begin="0" end="4" Governor="2" Dependent="2"/><custom:Quote sofa="1" end="3"/>',
    )
    assert len(found.layer.quotes) == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is no XML that can be read"),
        (b"<a", "is no XML that can be read"),
        (b"\xff\xfe\x00", "is no XML that can be read"),
        (b"<a/>", "is XML, but no XMI file"),
        (f"{HEAD}</xmi:XMI>".encode(), "holds no text"),
        (f'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>{HEAD}&x;</xmi:XMI>'.encode(), "declares a document type"),
        (f"<!DOCTYPE a>{HEAD}</xmi:XMI>".encode(), "declares a document type"),
    ],
)  # fmt: skip
def test_what_is_no_xmi_is_refused_in_one_sentence(data, reason):
    with pytest.raises(BadInput, match=f"standard input: {reason}"):
        list(Xmi().read(io.BytesIO(data), Problems()))


def test_a_bomb_of_entities_is_refused():
    entities = '<!ENTITY e0 "boom">' + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 12))
    data = f'<!DOCTYPE a [{entities}]>{HEAD}<cas:Sofa xmi:id="1" sofaString="&e11;"/></xmi:XMI>'.encode()
    with pytest.raises(BadInput, match="standard input: "):
        list(Xmi().read(io.BytesIO(data), Problems()))


def test_an_empty_text_is_told(tmp_path):
    found, problems = foreign(tmp_path, " ")
    assert (found, problems.first) == ([], [f"{tmp_path / 'a.xmi'}: text: is empty"])


def test_a_file_is_known_by_its_namespace():
    assert Xmi().recognises(b'<?xml version="1.0"?>' + HEAD.encode())
    assert not Xmi().recognises(b"<html/>")
    assert not Xmi().recognises(b"see http://www.omg.org/XMI")


def test_quotes_whose_ids_xml_cannot_tell_apart_stay_apart(tmp_path):
    (one,) = example().layer.quotes[:1]
    ids = ("\x10", "\x14", "\ufffd", "\ufffd_")
    quotes = tuple(replace(one, id=id_, parent=None) for id_ in ids)
    line = replace(example(), layer=replace(example().layer, quotes=quotes, rejected=()))
    Xmi().write_folder([line], tmp_path)
    found, problems = read(Xmi(), tmp_path / "wire%2F7.xmi")
    assert ([quote.id for quote in found[0].layer.quotes], problems.first) == (list(ids), [])
