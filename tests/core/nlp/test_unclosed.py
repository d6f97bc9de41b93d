from core.model.reading import Marked
from core.nlp.unclosed import without_attributions


def test_a_last_attribution_is_cut_off(analyse):
    text = "“The lorry never stopped, Dunne said."
    [mark] = without_attributions(analyse(text), [Marked(start=0, end=len(text), closed=False)])
    assert text[: mark.end] == "“The lorry never stopped,"


def test_other_words_stay(analyse):
    text = "“The lorry never stopped, and nobody saw it."
    marks = [Marked(start=0, end=len(text), closed=False)]
    assert without_attributions(analyse(text), marks) == marks


def test_closed_marks_are_left_alone(analyse):
    text = "“Nobody moved, Dunne said.”"
    marks = [Marked(start=0, end=len(text))]
    assert without_attributions(analyse(text), marks) == marks
