import pytest

from core.errors import BadInput
from core.formats.alphabets import fits, odd_case, sure_of
from core.formats.decoding import decoded

SURE = {
    "cp1257": [
        '"Mēs iesim," sacīja ministrs Bērziņš. Valdība paziņoja par jaunu plānu, kas attiecas uz ļoti daudziem.',
        "„Mes nesutinkame,“ sakė Šimonytė. Žmonės laukė, įsigaliojo ąžuolas.",
    ],
    "cp850": ['Müller sagte: "Größe" über Straßen.', "Smørrebrød på Ålesund, sa hun."],
    "iso8859_15": ["Prix: 5 € à l'œuvre", "Le cœur du sujet."],
}


@pytest.mark.parametrize(("codec", "text"), [(codec, text) for codec, texts in SURE.items() for text in texts])
def test_words_that_only_one_encoding_gives_come_back(codec, text):
    assert sure_of(text.encode(codec)) == codec
    assert decoded(text.encode(codec), "a")[0] == text


@pytest.mark.parametrize(
    "text",
    [
        "Søren wrote it, said Zoë, à la Lævland, and the minister said on Monday that no agreement was near.",
        "Það er ekki hægt, sagði",
        "½lb of crème fraîche",
        "“We won’t go,” said José Núñez – the mayor – in Zürich…",
        "He said no—again, in Malmö and Bogotá.",
    ],
)
def test_what_is_likelier_of_windows_is_left_to_it(text):
    assert sure_of(text.encode("cp1252")) is None
    assert decoded(text.encode("cp1252"), "a")[0] == text


def test_letters_must_be_of_one_language():
    assert fits("Größe über", ("äöüß",))
    assert not fits("Größe ñ", ("äöüß",))


def test_a_capital_within_a_word_is_odd():
    assert odd_case("MÅller")
    assert odd_case("sÅ")
    assert not odd_case("Ålesund, ÉLYSÉE, McDonald")


def test_a_dot_within_a_word_is_odd_but_in_catalan():
    assert decoded("col·legi català".encode("cp1252"), "a")[0] == "col·legi català"
    with pytest.raises(BadInput, match="save it as UTF-8"):
        decoded(b"Gr\xee\xe1e M\x81 \x9d\x8f", "a")
