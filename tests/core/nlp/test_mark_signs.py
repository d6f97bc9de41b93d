from core.model.spans import Span
from core.nlp.mark_signs import elisions, signs


def shapes(text: str) -> list[tuple[str, bool, bool]]:
    return [(text[sign.start : sign.end], sign.opens, sign.closes) for sign in signs(text, Span(0, len(text)))]


def test_neighbours_tell_opening_from_closing():
    assert shapes('He said "yes" twice.') == [('"', True, False), ('"', False, True)]


def test_a_run_of_marks_is_judged_by_its_outer_neighbours():
    assert shapes("“‘No,’” she said") == [
        ("“", True, False),
        ("‘", True, False),
        ("’", False, True),
        ("”", False, True),
    ]


def test_two_apostrophes_are_one_mark():
    assert [shape[0] for shape in shapes("''Yes,'' and ``no''")] == ["''", "''", "``", "''"]


def test_an_apostrophe_in_a_word_neither_opens_nor_closes():
    assert shapes("won’t") == [("’", False, False)]


def test_the_first_sign_of_a_paragraph_leads():
    text = "“So. “No."
    assert [sign.leads for sign in signs(text, Span(0, len(text)))] == [True, False]


def test_elisions_are_listed_without_their_apostrophe():
    assert {"em", "twas"} <= elisions()
