import pytest

from core.formats.prose.symbols import sign_of


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Symbol", "F0B7", "•"),
        ("symbol", "F061", "α"),
        ("Times New Roman", "2013", "–"),
        ("Segoe UI Emoji", "1F600", "😀"),
        ("Wingdings", "F04A", None),
        ("Symbol", "F0FF", None),
        ("Symbol", "D800", None),
        ("Symbol", "0007", None),
        ("Symbol", "x", None),
        ("", "", None),
        ("Symbol", "FFFFFFFFFFFF", None),
    ],
)
def test_a_sign_is_known_by_its_number_or_by_its_font(font, code, sign):
    assert sign_of(font, code) == sign
