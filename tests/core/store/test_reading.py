"""An annotator sees their own layer over the model's suggestions, and any text just as it was."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from core.commands.attribution import AcceptSuggestion, AssignSpeaker
from core.commands.review import RejectQuote
from core.model.overview import Cast
from core.model.records import Candidate, SecondSpeaker, Speaker
from core.model.spans import Span, surfaces
from core.model.terms import Relation, State, Status
from core.store import engine as engines
from core.store import reading
from tests.support.projects import MODEL, act, bare, empty_desk, ids, line, opened, quote, rows, seed_line, seen

PIECES = st.sampled_from(["a", "👩🏽‍🚀", "e\u0301", "\r\n", "\r", "\n", "שלום", "\u202e", "\ufeff", "\u2028", "“", "\x00", "\U0010ffff", "\u200d", '"', "\\", " "])  # fmt: skip
TEXTS = st.lists(PIECES, min_size=1, max_size=30).map("".join) | st.text(
    st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30
)


@given(st.lists(TEXTS, min_size=1, max_size=4, unique=True), st.data())
def test_text_and_spans_come_back_as_they_were(texts, data):
    lines = []
    for number, text in enumerate(texts):
        ends = data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True))
        lines.append(line(text, quote(min(ends), max(ends), quoted=(Span(min(ends), max(ends)),)), id=f"d{number}"))
    with empty_desk(*lines) as desk:
        for each in lines:
            article = desk.queries.article(each.document.id)
            assert article.document == each.document
            (found,) = article.quotes
            assert found == each.layer.quotes[0]
            assert surfaces(article.document.text, found.fragments) == surfaces(each.document.text, found.fragments)
            desk.run(AcceptSuggestion(document_id=each.document.id, quote_id=found.id, act=act()))
            assert seen(desk, found.id, each.document.id).quoted == found.quoted


def test_an_article_as_the_model_left_it(desk):
    article = desk.queries.article("seed")
    wanted = seed_line()
    assert article.document == wanted.document
    assert article.quotes == tuple(sorted(wanted.layer.quotes, key=lambda each: (each.span.start, -each.span.end)))
    assert (article.state, article.model, article.labelled) == (State.NEW, MODEL, True)
    assert article.slots == {each.id: place for place, each in enumerate(wanted.layer.speakers, 1)}
    assert desk.queries.article("elsewhere") is None


def test_what_was_never_labelled(empty):
    empty.bring_in([bare(seed_line())])
    article = empty.queries.article("seed")
    assert (article.labelled, article.quotes, article.model, article.slots) == (False, (), None, {})


def test_own_over_the_models_and_never_anothers(desk, project):
    one, two, three = ids(desk)[:3]
    desk.run(AssignSpeaker(document_id="seed", quote_id=one, name="Ana Ruiz", act=act()))
    desk.run(RejectQuote(document_id="seed", quote_id=two, act=act()))
    article = desk.queries.article("seed")
    assert len(article.quotes) == 11
    assert [each.quote.id for each in article.rejected] == [two]
    with opened(project, "ben") as other:
        theirs = other.queries.article("seed")
        assert len(theirs.quotes) == 12
        assert "Ana Ruiz" not in {each.name for each in theirs.speakers.values()}
        assert theirs.state is State.NEW
    assert seen(desk, three).status is Status.SUGGESTED


def test_a_patch_says_the_same_as_the_article(desk):
    every = ids(desk)
    desk.run(AssignSpeaker(document_id="seed", quote_id=every[0], name="Ana Ruiz", act=act()))
    desk.run(RejectQuote(document_id="seed", quote_id=every[1], act=act()))
    article = desk.queries.article("seed")
    patch = desk.queries.patch("seed", [*every, "gone", *[f"no{n}" for n in range(1200)]])
    assert patch.quotes == {each.id: each for each in article.quotes}
    assert patch.rejected == {each.quote.id: each for each in article.rejected}
    assert (patch.state, patch.speakers, patch.slots) == (article.state, article.speakers, article.slots)
    assert desk.queries.patch("elsewhere", every).quotes == {}


def test_a_cast_that_is_known_is_not_read_again(desk):
    (one,) = ids(desk)[:1]
    article = desk.queries.article("seed")
    known = Cast(speakers={key: structs.replace(each, name="X") for key, each in article.speakers.items()}, slots={})
    patch = desk.queries.patch("seed", [one], known)
    assert (patch.speakers, patch.slots, patch.quotes[one].speaker_name) == (known.speakers, {}, "X")
    assert desk.queries.patch("seed", [one]).quotes[one] == article.quotes[0]


def test_a_renamed_speaker_has_the_new_name_everywhere():
    candidates = (Candidate(name="Old", speaker_id="s1", confidence=0.9), Candidate(name="Nobody known"))
    one = quote(0, 3, speaker_id="s1", speaker_name="Old", candidates=candidates)
    with empty_desk(line("Words.", one)) as desk:
        engine = engines.connect(desk.path)
        with engine.execution_options(writing=True).begin() as connection:
            connection.exec_driver_sql("UPDATE speaker SET name = 'New'")
            assert reading.read_cast(connection, [1]).names == {"s1": "New"}
            assert reading.read_document(connection, "gone") is None
        engines.close(engine)
        found = seen(desk, "q0-3", "doc")
        assert found.speaker_name == "New"
        assert [each.name for each in found.candidates] == ["New", "Nobody known"]


def test_two_annotators_speakers_have_one_place_each(desk, project):
    first = ids(desk)[0]
    desk.run(AssignSpeaker(document_id="seed", quote_id=first, name="Ana Ruiz", act=act()))
    with opened(project, "ben") as other:
        other.run(AssignSpeaker(document_id="seed", quote_id=first, name="Zoë", act=act()))
        other.run(AssignSpeaker(document_id="seed", quote_id=first, name="Ana Ruiz", act=act()))
        slots = other.queries.article("seed").slots
    assert len(set(slots.values())) == len(slots) == 4
    mine = desk.queries.article("seed").slots
    assert {name: slots[name] for name in mine} == mine


def test_a_layer_without_speakers():
    spare = Speaker(id="s1", name="Spare")
    with empty_desk(line("Words.", quote(0, 3), speakers=(spare,))) as desk:
        assert desk.queries.article("doc").speakers == {"s1": spare}
        assert structs.replace(seen(desk, "q0-3", "doc"), id="x").speaker_id is None
        assert rows(desk.path, "SELECT position FROM cast_member") == [{"position": 1}]


def test_second_speakers_have_the_rosters_names_and_keep_their_order():
    known, other = Speaker(id="s1", name="A"), Speaker(id="s2", name="B")
    second = [SecondSpeaker(relation=Relation.JOINT, speaker_id=each, speaker_name=name) for each, name in (("s2", "B"), ("s1", "A"))]  # fmt: skip
    with empty_desk(line("Words.", quote(0, 3, more_speakers=tuple(second)), speakers=(known, other))) as desk:
        assert seen(desk, "q0-3", "doc").more_speakers == tuple(second)
