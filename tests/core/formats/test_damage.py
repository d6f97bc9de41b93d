import pytest

from core.errors import BadInput
from core.formats.damage import damage, wrong_places
from core.formats.decoding import decoded
from tests.core.formats.test_alphabets import SURE
from tests.core.formats.test_decoding import WORDS

SAID = "The council voted. “We will not wait,” said Mayor Lopez.\n" * 3
LETTERS = "Přišel, viděl a zvítězil, řekl ministr.\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            SAID.encode() + "“Yes.”".encode()[:-1],
            "is UTF-8 and breaks off within a character (byte 191 in line 4), as a copy that was cut; get the whole file",
        ),
        (
            "“We".encode() + b" \x93",
            "is UTF-8 but for byte 7 in line 1; mend what stands there in an editor and save it as UTF-8",
        ),
        (
            SAID.encode() + b"\x93Hi\x94 " + SAID.encode(),
            "is UTF-8 but for byte 184 in line 4 and 1 more; mend what stands there in an editor and save it as UTF-8",
        ),
        (
            LETTERS.encode() + b"\xff",
            "is UTF-8 but for byte 47 in line 2; mend what stands there in an editor and save it as UTF-8",
        ),
    ],
)
def test_damaged_utf_8_is_never_taken_for_another_encoding(data, said):
    assert damage(data) == said
    with pytest.raises(BadInput) as caught:
        decoded(data, "a.txt")
    assert str(caught.value) == f"a.txt: {said}"


def test_signs_that_stand_for_damage_are_no_damage():
    assert damage("“�”".encode()) is None
    assert wrong_places("“� ”".encode() + b"\xff") == 1


@pytest.mark.parametrize(
    ("codec", "text"), [(codec, text) for codec, texts in (WORDS | SURE).items() for text in texts]
)
def test_texts_in_other_encodings_are_no_damaged_utf_8(codec, text):
    assert damage(text.encode(codec)) is None


@pytest.mark.parametrize("codec", ["cp1252", "mac_roman"])
@pytest.mark.parametrize("text", ["«\xa0Été\xa0», dit-il.", "“L’école, l’état, l’égalité”, voilà.", "“JOSÉ”, “CAFÉ”"])
def test_letters_and_marks_of_other_encodings_that_look_like_utf_8_are_outweighed(codec, text):
    assert damage(text.encode(codec)) is None
