"""What a decision would bring along: off until it is asked for, looked up after the paint, the same as is decided."""

import pytest
from msgspec import structs

from core.model.records import Candidate, Decision
from core.model.spans import Span
from core.model.terms import Status, Via
from gui.models.article import ArticleModel
from gui.models.candidates import CandidatesModel
from gui.models.chain import AFTER_PAINT, ChainModel
from gui.models.names import Name
from gui.selection import Followed, Mode, Selection
from tests.support.articles import FixedSource, article_of, big_article, quote_of

TEXT = "“One,” the minister said. “Two,” the minister said. “Three,” she said. “Four,” the minister said."
NAMES = ("Ana Ruiz", "Bo Lind", "Cy Moss")


def mentioned(words: str, who: str) -> Span:
    start = TEXT.index(who, TEXT.index(words))
    return Span(start, start + len(who))


def made(number: int, words: str, who: str = "the minister"):
    mention = mentioned(words, who)
    candidates = (
        Candidate(name="Ana Ruiz", speaker_id="s1", mention=mention, confidence=0.6),
        Candidate(name="Bo Lind", speaker_id="s2", confidence=0.3),
        Candidate(name="one woman", confidence=0.1),
        Candidate(name="Cy Moss", speaker_id="s3"),
    )
    return quote_of(TEXT, words, id=f"q{number}", mention=mention, candidates=candidates)


@pytest.fixture
def chain(qapp):
    quotes = [made(1, "“One,”"), made(2, "“Two,”"), made(3, "“Three,”", "she"), made(4, "“Four,”")]
    source = FixedSource(article_of(TEXT, quotes, NAMES))
    article, selection = ArticleModel(source), Selection()
    model = ChainModel(article, selection, CandidatesModel(article, selection))
    model.source, model.article, model.selection, model.told = source, article, selection, []
    model.shown.connect(lambda: model.told.append(picture(model)))
    article.show_document("sample")
    selection.select_quote("q1")
    model.look()
    return model


def picture(model) -> str:
    """Return who would follow, as a text picture."""
    box = "[x]" if model.on else "[ ]"
    return f"{box} {', '.join(each.quote_id for each in model.followers)} -> {model.name}"


def change(chain, quote_id: str, **fields) -> None:
    chain.source.put("sample", structs.replace(chain.article.quote(quote_id), **fields))
    chain.article.refresh([quote_id])


def test_those_who_have_the_speaker_already_do_not_follow(chain):
    assert picture(chain) == "[ ]  -> Ana Ruiz"
    chain.selection.select_candidate(1)
    chain.look()
    assert picture(chain) == "[ ] q2, q4 -> Bo Lind"
    assert {each.reason for each in chain.followers} == {"also “the minister”"}
    assert chain.numbers() == [2, 4]


def test_it_looks_when_the_key_is_painted_and_not_before(chain, qtbot):
    chain.told.clear()
    with qtbot.waitSignal(chain.shown, timeout=20 * AFTER_PAINT):
        chain.selection.select_candidate(1)
        assert chain.told == []
    assert chain.told == ["[ ] q2, q4 -> Bo Lind"]
    assert chain.selection.followed == {key: Followed("Bo Lind", 2) for key in ("q2", "q4")}


@pytest.mark.parametrize("act", ["mode", "rows", "reset", "quote"])
def test_whatever_changes_what_would_follow_is_looked_at(chain, qtbot, act):
    chain.selection.select_candidate(1)
    chain.look()
    assert chain.followers
    if act == "mode":
        chain.selection.set_mode(Mode.NOBODY)
    elif act == "rows":
        change(chain, "q2", status=Status.ACCEPTED)
    elif act == "reset":
        chain.source.reject("sample", "q4")
        chain.article.refresh(["q4"])
    else:
        chain.selection.select_quote("q4")
    before = chain.followers
    qtbot.waitUntil(lambda: chain.followers != before, timeout=20 * AFTER_PAINT)
    after = [each.quote_id for each in chain.followers]
    assert after == {"mode": [], "rows": ["q4"], "reset": ["q2"], "quote": []}[act]
    assert list(chain.selection.followed) == after


def test_it_follows_only_while_it_is_on(chain):
    chain.selection.select_candidate(1)
    assert chain.along("s2", "Bo Lind") == ()
    chain.switch()
    assert picture(chain) == "[x] q2, q4 -> Bo Lind"
    assert chain.along("s2", "Bo Lind") == ("q2", "q4")
    assert chain.along("s1", "Ana Ruiz") == ()
    assert chain.along(None, "Somebody new") == ("q2", "q4")
    assert chain.along("s2", "") == ()
    assert chain.selection.followed == {key: Followed("Bo Lind", 2, on=True) for key in ("q2", "q4")}
    chain.switch()
    assert (chain.on, chain.along("s2", "Bo Lind")) == (False, ())
    assert chain.selection.followed == {key: Followed("Bo Lind", 2) for key in ("q2", "q4")}


def test_without_anybody_who_would_follow_it_can_not_be_switched_on(chain):
    for number in (2, 4):
        change(chain, f"q{number}", status=Status.ACCEPTED)
    chain.switch()
    assert not chain.on
    chain.selection.select_candidate(1)
    chain.switch()
    assert not chain.on


def test_it_can_be_on_before_somebody_is_named_whom_others_would_follow(chain):
    chain.switch()
    assert (picture(chain), chain.selection.followed) == ("[x]  -> Ana Ruiz", {})
    chain.selection.select_candidate(1)
    chain.look()
    assert picture(chain) == "[x] q2, q4 -> Bo Lind"
    chain.selection.select_candidate(0)
    chain.look()
    assert picture(chain) == "[x]  -> Ana Ruiz"
    chain.switch()
    assert picture(chain) == "[ ]  -> Ana Ruiz"


def test_the_name_that_is_being_typed_is_the_one_that_counts(chain, qtbot):
    with qtbot.waitSignal(chain.shown, timeout=20 * AFTER_PAINT):
        chain.mean(Name("Di Somebody"))
    assert picture(chain) == "[ ] q2, q4 -> Di Somebody"
    assert chain.selection.followed == {key: Followed("Di Somebody", 0) for key in ("q2", "q4")}
    chain.mean(Name("Cy Moss", speaker_id="s3"))
    chain.switch()
    assert picture(chain) == "[x] q2, q4 -> Cy Moss"
    assert chain.selection.followed["q2"] == Followed("Cy Moss", 3, on=True)
    chain.mean(None)
    chain.look()
    assert picture(chain) == "[x]  -> Ana Ruiz"


def test_one_who_is_only_described_brings_nobody_along(chain):
    chain.selection.select_candidate(1)
    chain.switch()
    chain.selection.select_candidate(2)
    chain.look()
    assert (picture(chain), chain.selection.followed) == ("[x]  -> ", {})
    assert chain.along(None, "") == ()


def test_it_stays_on_from_candidate_to_candidate_and_goes_off_with_the_quote(chain):
    chain.selection.select_candidate(1)
    chain.switch()
    chain.selection.select_candidate(3)
    chain.look()
    assert picture(chain) == "[x] q2, q4 -> Cy Moss"
    assert chain.selection.followed["q2"] == Followed("Cy Moss", 3, on=True)
    chain.selection.select_quote("q2")
    assert (chain.on, chain.selection.followed, chain.along("s2", "Bo Lind")) == (False, {}, ())
    chain.look()
    assert (chain.on, chain.followers) == (False, ())


def test_what_a_person_has_decided_or_edited_never_follows(chain):
    chain.selection.select_candidate(1)
    change(chain, "q2", status=Status.ACCEPTED)
    change(chain, "q4", decided=Decision(via=Via.EDIT, at="2026-01-01T00:00:00.000Z"))
    chain.look()
    assert chain.followers == ()
    change(chain, "q4", decided=Decision(via=Via.PROPAGATED, at="2026-01-01T00:00:00.000Z"))
    chain.look()
    assert [each.quote_id for each in chain.followers] == ["q4"]


@pytest.mark.parametrize("mode", [Mode.NOBODY, Mode.REASON, Mode.SECOND])
def test_while_the_digits_mean_something_else_nothing_is_shown(chain, mode):
    chain.selection.select_candidate(1)
    chain.selection.set_mode(mode)
    chain.look()
    assert (chain.followers, chain.selection.followed) == ((), {})


def test_a_rejected_quote_and_none_bring_nobody_along(chain):
    chain.selection.select_candidate(1)
    chain.source.reject("sample", "q1")
    chain.article.refresh(["q1"], keep_ghost="q1")
    chain.look()
    assert chain.followers == ()
    chain.selection.select_quote("")
    chain.look()
    assert (chain.followers, chain.along("s2", "Bo Lind")) == ((), ())


def test_with_no_candidate_under_the_cursor_the_speaker_who_stands_there_counts(chain):
    change(chain, "q1", speaker_id="s2", speaker_name="Bo Lind", candidates=())
    chain.selection.select_candidate(-1)
    chain.look()
    assert picture(chain) == "[ ] q2, q4 -> Bo Lind"
    change(chain, "q1", speaker_id=None, speaker_name=None)
    chain.look()
    assert picture(chain) == "[ ]  -> "


def test_the_same_again_is_not_told(chain):
    chain.selection.select_candidate(1)
    chain.look()
    chain.told.clear()
    chain.look()
    assert chain.told == []


def test_in_an_article_of_ten_thousand_quotes_a_key_does_not_wait_for_the_look(qapp, monkeypatch):
    article, selection = ArticleModel(FixedSource(big_article())), Selection()
    model = ChainModel(article, selection, CandidatesModel(article, selection))
    article.show_document("big")
    looks = []
    monkeypatch.setattr(model, "_find", lambda *asked: looks.append(asked) or ())
    for quote in article.quotes[:50]:
        selection.select_quote(quote.id)
        selection.select_candidate(1)
        article.refresh([quote.id])
    assert looks == []
    model.look()
    assert len(looks) <= 1
