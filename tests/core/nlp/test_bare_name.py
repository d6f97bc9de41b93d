import pytest

from core.nlp.bare_name import bare_name


@pytest.mark.parametrize(
    ("surface", "name"),
    [
        ("President Vladimir Putin", "Vladimir Putin"),
        ("Sgt. Amy Holt", "Amy Holt"),
        ("the Red Crescent", "Red Crescent"),
        ("Petra Lang’s", "Petra Lang"),
        ("@kestrel_mp", "kestrel_mp"),
        ("Mayor", "Mayor"),
        ("", ""),
        ("engineer Alfred Moser", "Alfred Moser"),
        ("von Hagen", "von Hagen"),
        ("Gareth Pryce QC", "Gareth Pryce"),
        ("Madame Perrin", "Perrin"),
    ],
)
def test_titles_and_endings_go(surface: str, name: str):
    assert bare_name(surface) == name
