import pytest

from core.corpus.articles import articles
from core.corpus.shares import Place, Share, place_of, shares
from core.resources import seed
from tests.core.formats.inline.test_reading import line_of

LINE = (
    '{d1:"The bridge,"} {by1=ana:Ana Ruiz} {cue1:said}, {d1:"is safe."} {d2:"No,"} {cue2:wrote} {by2=ben:Ben Okoro}. '
    '{by3=ana:She} {cue3:said} {m3:it was {q:"safe"}}. {by4=unnamed:An aide} never {cue4:said} {i4 denied:it fell}. '
    'The {scare:"refit"} cost much. {d5=ben:"So {by6=ana:Ana} {cue6:says} {i6:it holds}."}'
)


@pytest.fixture(scope="module")
def table():
    return {share.name: (share.count, share.of) for share in shares([line_of(LINE)])}


@pytest.mark.parametrize(
    ("name", "count", "of"),
    [
        ("quotes an article", 6, 1),
        ("direct", 3, 6),
        ("mixed", 1, 6),
        ("indirect", 2, 6),
        ("mention: name", 3, 5),
        ("mention: role noun", 1, 5),
        ("mention: pronoun", 1, 5),
        ("no mention", 1, 6),
        ("split", 1, 6),
        ("nested", 1, 6),
        ("direct: cue “said”", 1, 3),
        ("direct: speaker after", 1, 2),
        ("direct: speaker between", 1, 2),
        ("direct: speaker before", 0, 2),
        ("marked, no quote", 1, 6),
        ("… of one or two words", 1, 1),
        ("type named", 5, 6),
        ("type unnamed", 1, 6),
        ("factuality denied", 1, 6),
    ],
)
def test_the_rows_count_what_they_say(table, name, count, of):
    assert table[name] == (count, of)


def test_a_share_is_a_percentage_or_a_mean_and_zero_of_nothing():
    assert Share("x", 1, 4).figure == 25
    assert Share("x", 5, 2, each=True).figure == 2.5
    assert Share("x", 0, 0).figure == 0


def test_places():
    marked = ["{d1:“No,”} {by1=ana:Ana} said", "{by1=ana:Ana}: {d1:“No”}", "{d1:“No,”} said {by1=ana:Ana}. {d1:“No.”}"]
    found = [place_of(line_of(each).layer.quotes[0]) for each in marked]
    assert found == [Place.AFTER, Place.BEFORE, Place.BETWEEN]


def test_our_corpus_stays_near_real_news():
    """Within seven points of each share of real news, so that what is learnt from it holds there."""
    far = [
        (share.name, round(share.figure, 1), share.real)
        for share in shares(articles(seed("corpus")))
        if share.real is not None and share.name != "… of one or two words" and abs(share.figure - share.real) > 7
    ]
    assert far == []
