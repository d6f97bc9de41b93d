"""What a quote looks like follows its record and nothing else."""

from msgspec import structs

from core.model.records import Decision, SecondSpeaker, Suggestion
from core.model.spans import Span
from core.model.terms import Kind, Relation, SpeakerType, Status, Via
from gui.models.article import ArticleModel
from gui.views.article.marks import Look, Marks, look_of, mark_of, name_of, told_of
from tests.support.articles import FixedSource


def shown(article) -> ArticleModel:
    model = ArticleModel(FixedSource(article))
    model.show_document(article.document.id)
    return model


def test_marks_carry_number_slot_and_state(seed):
    model = shown(seed)
    marks = [mark_of(model, row) for row in range(12)]
    assert [mark.number for mark in marks] == list(range(1, 13))
    assert [mark.slot for mark in marks] == [1, 2, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2]
    states = {Look.CHECKED: "c", Look.SUGGESTED: "s", Look.DOUBTFUL: "d"}
    assert "".join(states[mark.look] for mark in marks) == "cccdcscssdss"


def test_a_mark_is_worked_out_once_until_its_quote_changes(seed):
    source = FixedSource(seed)
    model = ArticleModel(source)
    model.show_document("seed")
    marks = Marks(model)
    before = [marks.of(row) for row in range(12)]
    assert all(marks.of(row) is before[row] for row in range(12))
    source.put("seed", structs.replace(model.quotes[5], status=Status.CORRECTED))
    model.refresh([model.quotes[5].id])
    marks.forget([5])
    assert marks.of(5).look is Look.CHECKED
    assert marks.of(4) is before[4]
    marks.forget_all()
    assert marks.of(4) is not before[4]


def test_a_rejected_quote_is_a_ghost(seed):
    source = FixedSource(seed)
    model = ArticleModel(source)
    model.show_document("seed")
    source.reject("seed", "q6")
    model.refresh(["q6"], keep_ghost="q6")
    quote = model.quote("q6")
    assert look_of(model, quote) is Look.GHOST
    assert name_of(model, quote) == "Not a quote"


def test_names_come_from_the_roster_then_from_the_quote_then_from_what_is_known(seed):
    model = shown(seed)
    quote = model.quotes[0]
    assert name_of(model, structs.replace(quote, speaker_name="Old name")) == "Lukashenko"
    nobody = structs.replace(quote, speaker_id=None)
    assert name_of(model, structs.replace(nobody, speaker_name="a senior official")) == "a senior official"
    unnamed = structs.replace(nobody, speaker_name=None, speaker_type=SpeakerType.UNNAMED, status=Status.CORRECTED)
    assert name_of(model, unnamed) == "Unnamed"
    assert name_of(model, structs.replace(unnamed, speaker_type=SpeakerType.NONE)) == "Nobody"


def test_a_tag_says_in_words_what_its_figure_means(seed):
    source = FixedSource(seed)
    model = ArticleModel(source)
    model.show_document("seed")
    assert told_of(model, 0) == "1 Lukashenko: checked"
    assert told_of(model, 3) == "4 Lukashenko: 54% that words and speaker are right"
    source.put("seed", structs.replace(model.quotes[3], confidence=None))
    source.reject("seed", "q6")
    model.refresh(["q4", "q6"], keep_ghost="q6")
    assert [told_of(model, row) for row in (3, 5)] == ["4 Lukashenko: not checked", "6 Not a quote"]


def test_the_figure_is_of_what_the_model_suggested_and_of_nothing_else(seed):
    source = FixedSource(seed)
    model = ArticleModel(source)
    model.show_document("seed")
    assert mark_of(model, 3).confidence == model.quotes[3].confidence == 0.54
    for via in (Via.PROPAGATED, Via.EDIT):
        source.put("seed", structs.replace(model.quotes[3], decided=Decision(via=via, at="")))
        model.refresh(["q4"])
        assert mark_of(model, 3).confidence is None
        assert mark_of(model, 3).look is Look.DOUBTFUL, "how much it is worth a look stays as the format says"
        assert told_of(model, 3) == "4 Lukashenko: not checked"


def test_the_figure_stays_where_an_edit_left_words_and_speaker_alone(seed):
    source = FixedSource(seed)
    model = ArticleModel(source)
    model.show_document("seed")
    quote = model.quotes[3]
    shown = Suggestion(
        fragments=quote.fragments, kind=quote.kind, speaker_name=quote.speaker_name, confidence=quote.confidence
    )
    edited = structs.replace(quote, decided=Decision(via=Via.EDIT, at="", suggestion=shown))
    second = SecondSpeaker(relation=Relation.JOINT, speaker_id="s2", speaker_name="Lavrov")
    source.put("seed", structs.replace(edited, kind=Kind.INDIRECT, more_speakers=(second,)))
    model.refresh(["q4"])
    assert mark_of(model, 3).confidence == 0.54
    assert told_of(model, 3) == "4 Lukashenko (+ Lavrov): 54% that words and speaker are right"
    for other in ({"fragments": (Span(0, 5),)}, {"speaker_id": "s2", "speaker_name": "Lavrov"}):
        source.put("seed", structs.replace(edited, **other))
        model.refresh(["q4"])
        assert mark_of(model, model.row_of("q4")).confidence is None
