import pytest

from core.formats.cas.pointing import ELEMENTS, Types, points_by_name

HEAD = '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>'


def declared(*types: tuple[str, str, dict[str, str]]) -> Types:
    words = HEAD
    for name, above, features in types:
        listed = "".join(
            f"<featureDescription><name>{one}</name><rangeTypeName>{what}</rangeTypeName></featureDescription>"
            for one, what in features.items()
        )
        words += f"<typeDescription><name>{name}</name><supertypeName>{above}</supertypeName><features>{listed}</features></typeDescription>"
    return Types(f"{words}</types></typeSystemDescription>".encode())


@pytest.mark.parametrize(
    "name", ["who", "speaker", "speakers", "said_by", "saidBy", "Governor", "target", "cues", "quotedParts"]
)
def test_names_that_speak_of_speakers_cues_and_quotes_point(name):
    assert points_by_name(name)


@pytest.mark.parametrize("name", ["turn", "paragraph", "speakerId", "quoteType", "sourceLine", "addressee", ""])
def test_other_names_are_those_of_numbers(name):
    assert not points_by_name(name)


def test_a_type_has_the_features_of_those_above_it():
    types = declared(
        ("my.Base", "uima.tcas.Annotation", {"who": "my.Kind", "turn": "my.Person"}),
        ("my.Quote", "my.Base", {}),
        ("my.Kind", "uima.cas.String", {}),
    )
    assert not types.points("my.Quote", "who")
    assert types.points("my.Quote", "turn")
    assert types.points("my.Quote", "speaker")


def test_arrays_of_numbers_hold_no_references():
    assert Types().points("uima.cas.FSArray", ELEMENTS)
    assert not Types().points("uima.cas.IntegerArray", ELEMENTS)


def test_types_in_circles_end():
    types = declared(("my.A", "my.B", {}), ("my.B", "my.A", {}))
    assert types.points("my.A", "who")


@pytest.mark.parametrize("data", [b"", b"<a", b"<a/>", b"<!DOCTYPE a><a/>"])
def test_what_is_no_type_system_is_as_if_it_were_not_there(data):
    assert Types(data).points("my.Quote", "who")
