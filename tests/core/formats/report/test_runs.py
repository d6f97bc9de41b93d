from hypothesis import given

from core.formats.jsonl import decode
from core.formats.report.runs import runs
from tests.core.formats.drawing import annotated


def quotes(*given_):
    spans = ", ".join(given_)
    return decode(f'{{"id": "a", "text": "{"x" * 20}", "quotes": [{spans}]}}', where="x").layer.quotes


def test_quotes_that_overlap_are_cut_into_runs():
    found = list(runs(20, quotes('{"start": 0, "end": 10}', '{"start": 5, "end": 12}'), ()))
    assert [(run.span, run.quotes) for run in found] == [
        ((0, 5), (0,)),
        ((5, 10), (0, 1)),
        ((10, 12), (1,)),
        ((12, 20), ()),
    ]
    assert [run.starts for run in found] == [((0, 0),), ((1, 0),), (), ()]


def test_the_inner_quote_colours_the_run():
    inner, outer = '{"id": "i", "start": 2, "end": 4, "parent": "o"}', '{"id": "o", "start": 0, "end": 9}'
    assert [run.quotes for run in runs(20, quotes(inner, outer), ())] == [(1,), (1, 0), (1,), ()]


def test_marked_words_of_a_mixed_quote_are_set_apart():
    found = runs(20, quotes('{"start": 0, "end": 10, "kind": "mixed", "quoted": [[4, 6]]}'), ())
    assert [(run.span.start, run.marked) for run in found] == [(0, False), (4, True), (6, False), (10, False)]


def test_a_direct_quote_without_marks_is_verbatim_all_the_same():
    assert next(iter(runs(20, quotes('{"start": 0, "end": 10, "kind": "direct", "quoted": []}'), ()))).marked


def test_mention_and_cue_know_their_quote():
    found = runs(
        20, quotes('{"start": 0, "end": 3, "speaker": {"start": 4, "end": 6}, "cue": {"start": 7, "end": 9}}'), (15,)
    )
    assert [
        (run.span.start, run.mention_of, run.cue_of) for run in found if (run.mention_of, run.cue_of) != (None, None)
    ] == [
        (4, 0, None),
        (7, None, 0),
    ]


@given(annotated())
def test_runs_cover_the_text_and_each_quote_its_words(line):
    length = len(line.document.text)
    found = list(runs(length, line.layer.quotes, (1,)))
    assert [place for run in found for place in range(*run.span)] == list(range(length))
    for index, quote in enumerate(line.layer.quotes):
        covered = {place for run in found if index in run.quotes for place in range(*run.span)}
        assert covered == {place for span in quote.fragments for place in range(*span)}
    starts = sorted(start for run in found for start in run.starts)
    assert starts == sorted(
        (index, n) for index, quote in enumerate(line.layer.quotes) for n in range(len(quote.fragments))
    )
