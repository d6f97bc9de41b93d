from core.model.reading import Marked
from core.nlp.paragraphs import paragraph_spans
from core.nlp.quote_marks import pair_marks
from core.nlp.token_marks import speech_marks, token_range, tokens_inside


def speech(text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in speech_marks(text, pair_marks(text, paragraph_spans(text)))]


def test_single_marks_count_where_there_are_no_others():
    assert speech("‘Yes,’ he said.") == ["‘Yes,’"]
    assert speech("“Yes,” he said of the ‘plan’.") == ["“Yes,”"]
    assert speech("“Yes,” he said. ‘We have no idea.’") == ["“Yes,”", "‘We have no idea.’"]


def test_marks_without_a_letter_are_nothing():
    assert speech("“…” and “?”") == []


def test_inner_marks_belong_to_the_outer_ones():
    assert speech("“He said ‘we will go now.’ Then he went.”") == ["“He said ‘we will go now.’ Then he went.”"]


def test_tokens_know_their_mark(analyse):
    text = "“Yes,” he said. “No.”"
    analysis = analyse(text)
    inside = tokens_inside(analysis, [Marked(start=0, end=6), Marked(start=16, end=21)])
    assert [number for number, word in zip(inside, analysis.words, strict=True) if word in ("yes", "he", "no")] == [
        0,
        -1,
        1,
    ]


def test_a_range_of_characters_is_a_range_of_tokens(analyse):
    analysis = analyse("Ann Lee said yes.")
    assert token_range(analysis, 4, 12) == (1, 2)
