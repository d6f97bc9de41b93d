"""What a dataset takes: complete, checked or all; one line an article and annotator."""

import pytest

from core.commands.attribution import AcceptSuggestion, AssignSpeaker
from core.commands.review import CompleteDocument, RejectQuote
from core.commands.roster import MergeSpeakers
from core.model.records import Candidate, Decision, Rejection, SecondSpeaker, Speaker
from core.model.terms import Relation, State, Status, Via
from core.store import engine as engines
from core.store.aside import aside
from core.store.exporting import exported
from tests.support.projects import MODEL, NEWER, act, bare, empty_desk, ids, line, opened, quote, seed_line

TEXT = "“Yes, we can,” she said. “No, you can't,” he said."
DECIDED = Decision(via=Via.ENTER, at="2026-01-02T03:04:05.678Z")


def lines(path, which, annotator=None):
    engine = engines.connect(path)
    with engine.connect() as connection:
        found = list(exported(connection, which, annotator))
    engines.close(engine)
    return found


def told(path, which, annotator=None):
    return [(each.document.id, each.layer.annotator, len(each.layer.quotes)) for each in lines(path, which, annotator)]


@pytest.fixture
def worked(tmp_path):
    """a: Ana complete, Ben in work; b: Ana rejected one; c: labelled only; d: never labelled; e: Ben complete, no quotes."""
    texts = {each: f"“Yes, {each},” she said. “No.”" for each in "abcde"}
    made = [line(texts[each], quote(0, 9), quote(20, 25), id=each) for each in "abc"]
    made += [bare(line(texts[each], id=each)) for each in "de"]
    with empty_desk(*made) as ana, opened(ana.path, "ben") as ben:
        for each in ids(ana, "a"):
            ana.run(AcceptSuggestion(document_id="a", quote_id=each, act=act()))
        ana.run(CompleteDocument(document_id="a"))
        ben.run(AssignSpeaker(document_id="a", quote_id="q0-9", name="Zoë", act=act()))
        ana.run(RejectQuote(document_id="b", quote_id="q0-9", act=act()))
        ben.run(CompleteDocument(document_id="e"))
        yield ana.path


def spoken(layer_line):
    return [each.id for each in layer_line.layer.speakers]


def test_speakers_stand_in_the_order_of_the_line_that_they_came_in_with():
    """Another line of the article may name them in another one, and has no say but in the colours."""
    ann, bob = Speaker(id="a", name="Ann"), Speaker(id="b", name="Bob")
    yes = quote(0, 14, status=Status.ACCEPTED, speaker_id="b", speaker_name="Bob")
    came = [
        line(TEXT, yes, annotator="ana", speakers=(ann, bob)),
        line(TEXT, yes, annotator="ben", speakers=(bob, ann)),
    ]
    with empty_desk(*came, annotator="ben") as desk:
        assert [spoken(each) for each in lines(desk.path, "all")] == [["a", "b"], ["b", "a"]]
        assert desk.queries.article("doc").slots == {"a": 1, "b": 2}
        desk.run(AssignSpeaker(document_id="doc", quote_id="q0-14", name="Cid", act=act()))
        assert spoken(lines(desk.path, "all", "ben")[0])[:2] == ["b", "a"], "who comes later comes last"
        desk.run(MergeSpeakers(kept_id="a", gone_id="b"))
        desk.undo()
        desk.undo()
        assert [spoken(each) for each in lines(desk.path, "all")] == [["a", "b"], ["b", "a"]]
        with empty_desk(*lines(desk.path, "all")) as again:
            assert lines(again.path, "all") == lines(desk.path, "all")


def test_a_models_line_has_no_say_in_the_order_of_a_persons():
    ann, bob, cid = (Speaker(id=each, name=each.upper()) for each in "abc")
    models = line(TEXT, quote(0, 14), speakers=(ann, bob, cid))
    anas = line(TEXT, quote(25, 41, status=Status.ACCEPTED), annotator="ana", speakers=(bob, ann))
    for came in ([models, anas], [anas, models]):
        with empty_desk(*came) as desk:
            assert spoken(lines(desk.path, "all")[0]) == ["b", "a", "c"]


def test_complete(worked):
    assert told(worked, "complete") == [("a", "ana", 2), ("e", "ben", 0)]


def test_checked(worked):
    assert told(worked, "checked") == [("a", "ana", 2), ("a", "ben", 1), ("e", "ben", 0)]


def test_all(worked):
    assert told(worked, "all") == [
        ("a", "ana", 2),
        ("a", "ben", 2),
        ("b", "ana", 1),
        ("c", None, 2),
        ("d", None, 0),
        ("e", "ben", 0),
    ]
    statuses = [[each.status for each in one.layer.quotes] for one in lines(worked, "all")][:2]
    assert statuses == [[Status.ACCEPTED] * 2, [Status.CORRECTED, Status.SUGGESTED]]
    assert [each.layer.model for each in lines(worked, "all")] == [MODEL, MODEL, MODEL, MODEL, None, None]


@pytest.mark.parametrize(
    ("which", "expected"),
    [("complete", []), ("checked", [("a", "ben", 1)]), ("all", [("a", "ben", 2)])],
)
def test_of_one_annotator(worked, which, expected):
    assert [each for each in told(worked, which, "ben") if each[0] == "a"] == expected
    assert told(worked, which, "nobody") == []


def test_an_edit_that_was_not_confirmed_is_not_checked():
    edited = quote(0, 14, decided=Decision(via=Via.EDIT, at="x"))
    propagated = quote(25, 41, decided=Decision(via=Via.PROPAGATED, at="x"))
    with empty_desk(line(TEXT, edited, propagated, annotator="ana")) as desk:
        assert told(desk.path, "checked") == []
        assert told(desk.path, "all") == [("doc", "ana", 2)]


def test_nothing_hangs_on_a_quote_that_was_left_out():
    outer = quote(0, 14)
    inner = quote(1, 9, parent="q0-14", status=Status.ACCEPTED, decided=DECIDED)
    inmost = quote(2, 5, parent="q1-9", status=Status.ACCEPTED, decided=DECIDED)
    with empty_desk(line(TEXT, outer, inner, inmost, annotator="ana")) as desk:
        (checked,) = lines(desk.path, "checked")
        assert {each.id: each.parent for each in checked.layer.quotes} == {"q1-9": None, "q2-5": "q1-9"}
        (whole,) = lines(desk.path, "all")
        assert {each.id: each.parent for each in whole.layer.quotes} == {"q0-14": None, "q1-9": "q0-14", "q2-5": "q1-9"}
        desk.run(RejectQuote(document_id="doc", quote_id="q2-5", act=act()))
        desk.run(RejectQuote(document_id="doc", quote_id="q0-14", act=act()))
        (checked,) = lines(desk.path, "checked")
        assert [(each.quote.id, each.quote.parent) for each in checked.layer.rejected] == [
            ("q0-14", None),
            ("q2-5", "q1-9"),
        ]
        assert checked.layer.quotes[0].parent is None, "what was around it is no quote any more"
    rejected = (Rejection(quote=outer),)
    with empty_desk(line(TEXT, inner, annotator="ana", rejected=rejected)) as desk:
        (checked,) = lines(desk.path, "checked")
        assert checked.layer.quotes[0].parent == "q0-14", "what was rejected is in the line"


def test_a_parent_that_went_with_an_older_labelling():
    outer, inner = quote(0, 14), quote(1, 9, parent="q0-14")
    with empty_desk(line(TEXT, outer, inner)) as desk:
        desk.run(AcceptSuggestion(document_id="doc", quote_id="q1-9", act=act()))
        desk.run(RejectQuote(document_id="doc", quote_id="q1-9", act=act()))
        desk.take_labels(line(TEXT, quote(25, 41), model=NEWER))
        (whole,) = lines(desk.path, "all")
        assert [each.id for each in whole.layer.quotes] == ["q25-41"]
        assert whole.layer.rejected[0].quote.parent is None


def test_only_the_speakers_of_whom_the_line_speaks():
    names = {f"s{n}": f"Speaker {n}" for n in range(1, 6)}
    said = quote(0, 14, status=Status.ACCEPTED, decided=DECIDED, speaker_id="s1", speaker_name="Speaker 1",
                 candidates=(Candidate(name="Speaker 2", speaker_id="s2"),),
                 more_speakers=(SecondSpeaker(relation=Relation.JOINT, speaker_id="s3", speaker_name="Speaker 3"),))  # fmt: skip
    unsaid = quote(25, 41, speaker_id="s4", speaker_name="Speaker 4")
    no_quote = quote(26, 30, speaker_id="s5", speaker_name="Speaker 5")
    everybody = tuple(Speaker(id=each, name=name) for each, name in names.items())
    with empty_desk(line(TEXT, said, unsaid, no_quote, annotator="ana", speakers=everybody)) as desk:
        desk.run(RejectQuote(document_id="doc", quote_id="q26-30", act=act()))
        (checked,) = lines(desk.path, "checked")
        assert [each.id for each in checked.layer.speakers] == ["s1", "s2", "s3", "s5"]
        (whole,) = lines(desk.path, "all")
        assert [each.id for each in whole.layer.speakers] == list(names)


def test_quotes_stand_in_text_order(desk):
    (found,) = lines(desk.path, "all")
    assert [each.id for each in found.layer.quotes] == ids(desk)
    assert found.document == seed_line().document
    assert found.layer.state is State.NEW


def test_many_articles_are_the_same_read_ahead_and_in_their_order():
    articles = [line(f"“Yes, {n}.”", quote(0, 5, status="added"), id=f"d{n}", annotator="ana") for n in range(260)]
    with empty_desk(*articles) as desk, desk._engine.connect() as connection, aside() as beside:
        plain = list(exported(connection, "all", None))
        assert [each.document.id for each in plain] == [f"d{n}" for n in range(260)]
        assert list(exported(connection, "all", None, aside=beside)) == plain
        some = exported(connection, "all", None, aside=beside)
        others = exported(connection, "checked", None, aside=beside)
        assert [(next(some), next(others)) for _ in plain] == list(zip(plain, plain, strict=True))
