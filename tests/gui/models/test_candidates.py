"""What the digits stand for: candidates, refinements of "nobody", reasons for "not a quote"."""

import pytest
from msgspec import structs
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from core.model.records import Candidate, SecondSpeaker
from core.model.spans import Span
from core.model.terms import Reason, Relation, SpeakerType, Status
from gui.models.article import ArticleModel
from gui.models.candidates import CHOICE, CandidatesModel, is_meant
from gui.selection import Mode, Selection
from tests.support.articles import FixedSource, article_of, quote_of

TEXT = "“One two,” the minister, Ana Ruiz, said. “Three,” she said."
CANDIDATES = (
    Candidate(name="Bo Lind", speaker_id="s2", confidence=0.6, mention=Span(25, 33)),
    Candidate(name="Ana Ruiz", speaker_id="s1", confidence=0.3, mention=Span(11, 23), evidence="subject of “said”"),
    *(Candidate(name=f"Person {n}", confidence=0.01) for n in range(3, 12)),
)


@pytest.fixture
def source():
    first = quote_of(TEXT, "“One two,”", id="q1", candidates=CANDIDATES)
    return FixedSource(article_of(TEXT, [first, quote_of(TEXT, "“Three,”", id="q2")], ("Ana Ruiz", "Bo Lind")))


@pytest.fixture
def model(source, qapp):
    selection = Selection()
    article = ArticleModel(source)
    made = CandidatesModel(article, selection)
    made.selection, made.article = selection, article
    article.show_document("sample")
    selection.select_quote("q1")
    made.catch_up()
    return made


def picture(model):
    model.catch_up()
    return " | ".join(
        f"{one.cap} {one.name}{'*' if one.chosen else ''}"
        for one in (model.index(n).data(CHOICE) for n in range(model.rowCount()))
    )


def test_candidates_are_numbered_as_far_as_there_are_digits(model):
    assert picture(model).startswith("1 Bo Lind | 2 Ana Ruiz | 3 Person 3 | ")
    assert [model.choice(number).cap for number in (9, 10)] == ["9", ""]
    assert (model.choice(0), model.choice(12)) == (None, None)
    assert (model.choice(1).slot, model.choice(2).slot, model.choice(3).slot) == (2, 1, 0)


def test_a_mention_is_shown_where_it_says_more_than_the_name(model):
    first, second = model.choice(1), model.choice(2)
    assert (first.role, second.role) == ("Ana Ruiz", "the minister")
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "2, Ana Ruiz, the minister, 30% that Ana Ruiz is the speaker, subject of “said”"
    told = "Ana Ruiz\nthe minister\nsubject of “said”\n30% that Ana Ruiz is the speaker"
    assert model.index(1).data(Qt.ItemDataRole.ToolTipRole) == told
    assert model.index(1).data() == "Ana Ruiz"
    assert model.data(QModelIndex()) is None


def test_the_place_of_the_speaker_is_found_by_id_then_by_name(model, source):
    assert model.place_of_speaker() == 1
    for changes, place in (
        ({"speaker_id": "x", "speaker_name": "Person 4"}, 3),
        ({"speaker_id": "x", "speaker_name": "Nobody Known"}, len(CANDIDATES)),
        ({"speaker_id": None, "speaker_name": None}, -1),
    ):
        source.put("sample", structs.replace(model.quote, **changes))
        model.article.refresh(["q1"])
        assert model.place_of_speaker() == place


def test_a_speaker_who_is_no_candidate_stands_behind_them(model, source):
    quote = model.quote
    source.put("sample", structs.replace(quote, candidates=CANDIDATES[:2], speaker_id="x", speaker_name="Cy Moss"))
    model.article.refresh(["q1"])
    assert picture(model) == "1 Bo Lind | 2 Ana Ruiz | 3 Cy Moss"
    assert (model.choice(3).reason, model.choice(3).share) == ("the speaker so far", None)
    source.put("sample", structs.replace(quote, candidates=(), speaker_id="s1", speaker_name="Ana Ruiz"))
    model.article.refresh(["q1"])
    assert (picture(model), model.place_of_speaker()) == ("1 Ana Ruiz", 0)
    source.put("sample", structs.replace(quote, candidates=(), speaker_id=None, speaker_name=None))
    model.article.refresh(["q1"])
    assert (picture(model), model.place_of_speaker()) == ("", -1)


def test_the_cursor_goes_with_a_speaker_who_changes_and_stays_otherwise(model, source):
    model.selection.select_candidate(5)
    source.put("sample", structs.replace(model.quote, flagged=True))
    model.article.refresh(["q1"])
    assert model.selection.candidate == 5
    source.put("sample", structs.replace(model.quote, speaker_id="x", speaker_name="Cy Moss"))
    model.article.refresh(["q1"])
    assert model.selection.candidate == len(CANDIDATES)
    source.put("sample", structs.replace(model.quote, speaker_id="s2", speaker_name="Bo Lind"))
    model.article.refresh(["q1"])
    assert model.selection.candidate == 0
    model.selection.set_mode(Mode.SECOND)
    source.put("sample", structs.replace(model.quote, speaker_id="s1", speaker_name="Ana Ruiz"))
    model.article.refresh(["q1"])
    assert model.selection.candidate == 0


def test_nobody_offers_its_refinements_and_marks_the_one_chosen(model, source):
    model.selection.set_mode(Mode.NOBODY)
    assert picture(model) == "1 Unnamed source | 2 Several people | 3 None in the text | 4 I can't decide"
    chosen = structs.replace(model.quote, speaker_type=SpeakerType.COLLECTIVE, status=Status.CORRECTED)
    source.put("sample", chosen)
    model.article.refresh(["q1"])
    assert "2 Several people*" in picture(model)
    assert model.choice(4).value is SpeakerType.UNDECIDED


def test_not_a_quote_offers_reasons_and_marks_the_one_given(model, source):
    source.reject("sample", "q1", Reason.TITLE)
    model.article.refresh(["q1"], keep_ghost="q1")
    model.selection.set_mode(Mode.REASON)
    assert picture(model) == "1 Scare quotes | 2 A title or a name* | 3 Not speech | 4 Wrong span | 5 Duplicate"


def test_the_digits_follow_the_quote_at_once_and_the_rows_once_for_all_that_a_key_changes(model):
    shown = []
    model.shown.connect(lambda: shown.append([model.index(row).data() for row in range(model.rowCount())]))
    model.article.refresh(["q1"])
    model.selection.select_quote("q2")
    assert [choice.name for choice in model.choices] == ["Ana Ruiz"]
    assert (shown, model.rowCount()) == ([], len(CANDIDATES))
    QApplication.processEvents()
    assert shown == [["Ana Ruiz"]]


def test_without_a_quote_there_are_no_rows(model):
    model.selection.select_quote("")
    QApplication.processEvents()
    assert (model.rowCount(), model.quote, model.place_of_speaker()) == (0, None, -1)


def second(model, source, *more, **fields):
    """Give the current quote further speakers and ask for another one."""
    source.put("sample", structs.replace(model.quote, more_speakers=more, **fields))
    model.article.refresh(["q1"])


def test_for_a_second_speaker_the_candidates_stand_in_their_order_without_shares(model):
    model.selection.set_mode(Mode.SECOND)
    assert picture(model).startswith("1 Bo Lind | 2 Ana Ruiz | 3 Person 3 | ")
    assert {choice.share for choice in model.choices} == {None}
    assert [model.choice(number).reason for number in (1, 2)] == ["", "the first speaker"]
    assert model.choice(1).value is CANDIDATES[0]


def test_who_says_it_too_is_marked_in_the_relation_that_is_asked_for(model, source):
    second(model, source, SecondSpeaker(relation=Relation.ALTERNATIVE, speaker_id="s2", speaker_name="Bo Lind"))
    model.selection.set_mode(Mode.SECOND, Relation.JOINT)
    assert "*" not in picture(model)
    assert model.choice(1).reason == "may have said it instead"
    model.selection.set_mode(Mode.SECOND, Relation.ALTERNATIVE)
    assert picture(model).startswith("1 Bo Lind* | 2 Ana Ruiz | ")
    model.selection.set_mode(Mode.PICK)
    assert "*" not in picture(model)


def test_who_says_it_too_is_known_by_name_where_no_candidate_has_an_id(model, source):
    both = [SecondSpeaker(relation=Relation.JOINT, speaker_id=key, speaker_name="Person 4") for key in ("s9", None)]
    model.selection.set_mode(Mode.SECOND)
    for one in both:
        second(model, source, one)
        assert [choice.name for choice in model.choices if choice.chosen] == ["Person 4"]


@pytest.mark.parametrize(
    ("speaker_id", "name", "meant"),
    [
        ("s2", "Another name", True),
        ("s3", "Bo Lind", False),
        (None, "Bo Lind", True),
        (None, "bo lind", False),
        (None, None, False),
        ("s2", None, True),
    ],
)
def test_an_id_counts_before_a_name(speaker_id, name, meant):
    assert is_meant(CANDIDATES[0], speaker_id, name) is meant


def test_a_candidate_that_nobody_has_weighed_shows_no_share(model, source):
    candidates = (structs.replace(CANDIDATES[0], confidence=0.0), structs.replace(CANDIDATES[1], confidence=0.004))
    source.put("sample", structs.replace(model.quote, candidates=candidates))
    model.article.refresh(["q1"])
    model.catch_up()
    assert [choice.share for choice in model.choices] == [None, 0.004]
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "1, Bo Lind, Ana Ruiz"
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole).startswith("2, Ana Ruiz, the minister, 0%")
