"""Labelling again: a person's rows stay byte for byte, suggestions that they cover are hidden, the rest is new."""

import pytest
from msgspec import structs

from core.commands.attribution import AcceptSuggestion, AssignSpeaker
from core.commands.bulk import InBulk
from core.commands.quotes import FlagQuote, SetKind
from core.commands.review import RejectQuote
from core.commands.roster import EditSpeaker, MergeSpeakers
from core.errors import ProjectProblem
from core.model.identity import suggested_quote_id
from core.model.records import Candidate, SecondSpeaker, Speaker, Zone
from core.model.spans import Span
from core.model.terms import Kind, Reason, Relation, State, Status, Via, ZoneType
from core.store import engine as engines
from core.store import rows as row_store
from core.store.intake import Intake
from tests.support.projects import (
    NEWER,
    act,
    dump,
    empty_desk,
    ids,
    line,
    opened,
    quote,
    rows,
    seed_line,
    seen,
)

TEXT = "“Yes, we can,” she said. “No, you can't,” he said."


def own_rows(path):
    """What belongs to people, as it stands in the file."""
    mine = "layer_id IN (SELECT id FROM layer WHERE annotator_id IS NOT NULL) ORDER BY 1, 2"
    return {
        "layer": rows(path, "SELECT * FROM layer WHERE annotator_id IS NOT NULL ORDER BY id"),
        **{
            each: rows(path, f"SELECT * FROM {each} WHERE {mine}")
            for each in ("quote", "second_speaker", "cast_member")
        },
    }


def shifted(by=1, model=NEWER):
    """The sample as another model sees it: each quote a letter longer, so that no id is the same."""
    layer = seed_line().layer
    quotes = []
    for each in layer.quotes:
        fragments = (*each.fragments[:-1], Span(each.fragments[-1].start, each.fragments[-1].end + by))
        new_id = suggested_quote_id(seed_line().document.sha256, fragments, each.kind)
        quotes.append(structs.replace(each, fragments=fragments, id=new_id, confidence=0.99))
    return structs.replace(seed_line(), layer=structs.replace(layer, model=model, quotes=tuple(quotes)))


def work(desk):
    one, two, three, four, five = ids(desk)[:5]
    at = {"document_id": "seed"}
    desk.run(AcceptSuggestion(**at, quote_id=one, act=act()))
    desk.run(AssignSpeaker(**at, quote_id=two, name="Ana Ruiz", act=act()))
    desk.run(RejectQuote(**at, quote_id=three, reason=Reason.SCARE, act=act()))
    desk.run(SetKind(**at, quote_id=four, kind=Kind.INDIRECT, act=act(Via.EDIT)))
    desk.run(FlagQuote(**at, quote_id=five, flagged=True))


def test_what_a_person_touched_stays_byte_for_byte(desk, project):
    work(desk)
    with opened(project, "ben") as other:
        other.run(AcceptSuggestion(document_id="seed", quote_id=ids(other)[6], act=act()))
    before = own_rows(project)
    for again in (seed_line(), shifted(), shifted(2), structs.replace(seed_line(), layer=structs.replace(seed_line().layer, quotes=()))):  # fmt: skip
        desk.take_labels(again)
        assert own_rows(project) == before


def test_suggestions_of_the_same_words_are_hidden_and_the_others_new(desk, project):
    work(desk)
    mine = ids(desk)[:4]
    desk.take_labels(shifted())
    article = desk.queries.article("seed")
    assert len(article.quotes) == 11
    assert [each.quote.id for each in article.rejected] != []
    assert set(mine) <= {each.id for each in article.quotes}
    assert {each.confidence for each in article.quotes if each.id not in mine} == {0.99}
    assert article.model == NEWER
    assert desk.queries.document_row("seed").total == 11
    with opened(project, "ben") as other:
        assert len(other.queries.article("seed").quotes) == 12


def test_undo_after_labelling_shows_the_new_suggestion(desk):
    first = ids(desk)[0]
    desk.run(AcceptSuggestion(document_id="seed", quote_id=first, act=act()))
    desk.take_labels(shifted())
    new = shifted().layer.quotes[0].id
    assert new not in ids(desk)
    desk.undo()
    assert new in ids(desk)
    assert first not in ids(desk)
    desk.redo()
    assert seen(desk, first).status is Status.ACCEPTED
    assert new not in ids(desk)


def test_what_comes_in_with_a_persons_line_covers_a_models_in_either_order():
    """A complete article has no suggestion left, least of all of words that stand in it as decided."""
    anas = line(TEXT, quote(0, 14, id="hers", status=Status.ACCEPTED), annotator="ana", state=State.COMPLETE)
    models = line(TEXT, quote(0, 14, id="its"), quote(25, 41, id="other"))
    nested = line(TEXT, quote(0, 14, id="own", status=Status.ACCEPTED), quote(1, 13, id="in"), annotator="ben")
    for came in ([anas, models], [models, anas]):
        for at_once in (True, False):
            with empty_desk() as desk:
                for some in [came] if at_once else [[each] for each in came]:
                    desk.bring_in(some)
                assert ids(desk, "doc") == ["hers"]
                (told,) = desk.dataset()
                with empty_desk(told) as again:
                    assert list(again.dataset()) == [told]
                desk.bring_in([nested])
                assert [[each.id for each in one.layer.quotes] for one in desk.dataset()] == [
                    ["hers"],
                    ["own", "in", "other"],
                ]


def test_a_line_of_another_annotator_hides_nothing_from_those_who_are_there():
    """What shows through beside a quote of theirs, such as a quote inside it, they see until it is labelled again."""
    with empty_desk(line(TEXT, quote(0, 14, id="outer"), quote(1, 13, id="inner", parent="outer"))) as desk:
        desk.run(AcceptSuggestion(document_id="doc", quote_id="outer", act=act()))
        assert ids(desk, "doc") == ["outer", "inner"]
        desk.bring_in([line(TEXT, quote(0, 14, id="bens", status=Status.ACCEPTED), annotator="ben")])
        assert ids(desk, "doc") == ["outer", "inner"]


def test_labelling_twice_is_labelling_once(desk, project):
    work(desk)
    desk.take_labels(shifted())
    once = dump(project)
    desk.take_labels(shifted())
    assert dump(project) == once


def test_imported_suggestions_that_nobody_touched_make_room():
    second = SecondSpeaker(relation=Relation.JOINT, speaker_name="B")
    untouched = quote(0, 14, id="untouched", more_speakers=(second,))
    kept = [
        quote(25, 41, id="flagged", flagged=True),
        quote(26, 40, id="commented", comment="why"),
        quote(27, 39, id="settled", status=Status.ACCEPTED),
    ]
    with empty_desk(line(TEXT, untouched, *kept, annotator="ana")) as desk:
        desk.take_labels(line(TEXT, quote(0, 13, id="new"), quote(25, 41, id="covered")))
        assert set(ids(desk, "doc")) == {"new", "flagged", "commented", "settled"}
        assert rows(desk.path, "SELECT * FROM second_speaker") == []


def test_a_row_of_which_a_step_tells_is_touched_for_ever():
    """Flagged and unflagged it looks untouched; were it dropped, neither step could be undone."""
    with empty_desk(line(TEXT, quote(0, 14, id="old"), annotator="ana")) as desk:
        start = dump(desk.path)["quote"]
        desk.run(FlagQuote(document_id="doc", quote_id="old", flagged=True))
        desk.run(FlagQuote(document_id="doc", quote_id="old", flagged=False))
        desk.take_labels(line(TEXT, quote(0, 13, id="new")))
        assert ids(desk, "doc") == ["old"]
        desk.undo()
        desk.undo()
        assert [row for row in dump(desk.path)["quote"] if row["id"] == "old"] == start


def test_a_step_on_several_articles_tells_of_the_rows_in_each():
    """Such a step is no article's own, and can be undone after one of them was labelled again all the same."""

    def both(flagged):
        flags = (FlagQuote(document_id=each, quote_id="old", flagged=flagged) for each in ("doc", "other"))
        desk.run(InBulk(commands=tuple(flags)))

    old, untouched = quote(0, 14, id="old"), quote(25, 41, id="untouched")
    lines = [line(TEXT, old, untouched, annotator="ana"), line("“Yes.”", quote(0, 6, id="old"), id="other")]
    with empty_desk(*lines) as desk:
        start = dump(desk.path)["quote"]
        both(True)
        both(False)
        desk.take_labels(line(TEXT, quote(0, 13, id="new")))
        assert ids(desk, "doc") == ["old"]
        desk.undo()
        assert seen(desk, "old", "doc").flagged
        assert seen(desk, "old", "other").flagged
        desk.undo()
        assert not seen(desk, "old", "doc").flagged
        assert [row for row in dump(desk.path)["quote"] if row["id"] == "old"] == [r for r in start if r["id"] == "old"]


def test_a_merge_tells_of_the_rows_that_it_gave_another_speaker():
    ann, anne = {"speaker_id": "a", "speaker_name": "Ann"}, {"speaker_id": "b", "speaker_name": "Anne"}
    with empty_desk(line(TEXT, quote(0, 14, id="old", **ann), quote(25, 41, **anne), annotator="ana")) as desk:
        desk.run(MergeSpeakers(kept_id="b", gone_id="a"))
        desk.take_labels(line(TEXT, quote(0, 13, id="new")))
        desk.undo()
        assert seen(desk, "old", "doc").speaker_name == "Ann"


def test_second_speakers_of_the_old_suggestions_go_too(empty):
    second = SecondSpeaker(relation=Relation.JOINT, speaker_id="s9", speaker_name="Nine")
    speakers = (Speaker(id="s9", name="Nine"),)
    labels = line(TEXT, quote(0, 14, more_speakers=(second,)), speakers=speakers)
    empty.bring_in([line(TEXT, annotator=None)])
    for _ in range(3):
        empty.take_labels(labels)
    assert len(rows(empty.path, "SELECT * FROM second_speaker")) == 1
    assert seen(empty, "q0-14", "doc").more_speakers == (second,)
    empty.take_labels(line(TEXT, quote(0, 14)))
    assert rows(empty.path, "SELECT * FROM second_speaker") == []


def named(speaker_id, name, **more):
    return {"speaker_id": speaker_id, "speaker_name": name, **more}


def test_speakers_whom_only_the_old_suggestions_named_leave_the_article(empty):
    offered = (Candidate(name="Cid", speaker_id="c", confidence=0.3),)
    second = (SecondSpeaker(relation=Relation.JOINT, speaker_id="d", speaker_name="Dee"),)
    old = [quote(0, 14, id="one", **named("a", "Ann", candidates=offered, more_speakers=second))]
    old += [quote(25, 41, id="two", **named("b", "Bob"))]
    people = tuple(Speaker(id=each, name=name) for each, name in zip("abcd", ("Ann", "Bob", "Cid", "Dee"), strict=True))
    empty.bring_in([line(TEXT, *old, speakers=people)])
    empty.take_labels(line(TEXT, quote(0, 13, id="new", **named("n", "Nan")), quote(26, 41, **named("b", "Bob"))))
    article = empty.queries.article("doc")
    assert {each.name for each in article.speakers.values()} == {"Nan", "Bob"}
    assert article.slots == {"b": 2, "n": 3}, "who stays keeps the colour"
    (everything,) = empty.dataset()
    assert {each.name for each in everything.layer.speakers} == {"Nan", "Bob"}
    assert {each.id for each in empty.queries.speakers()} == {*"abcdn"}, "the roster keeps them"
    empty.take_labels(line(TEXT))
    assert empty.queries.article("doc").slots == {}
    empty.take_labels(line(TEXT, quote(0, 13, id="new", **named("n", "Nan"))))
    assert empty.queries.article("doc").slots == {"n": 1}


def test_speakers_whom_a_persons_quotes_name_stay(empty):
    offered = (Candidate(name="Cid", speaker_id="c", confidence=0.3),)
    second = (SecondSpeaker(relation=Relation.JOINT, speaker_id="d", speaker_name="Dee"),)
    old = quote(0, 14, id="one", **named("a", "Ann", candidates=offered, more_speakers=second))
    people = tuple(Speaker(id=each, name=name) for each, name in zip("acd", ("Ann", "Cid", "Dee"), strict=True))
    empty.bring_in([line(TEXT, old, speakers=people)])
    empty.run(AcceptSuggestion(document_id="doc", quote_id="one", act=act()))
    empty.take_labels(line(TEXT, quote(25, 41, id="new", **named("n", "Nan"))))
    assert {each.name for each in empty.queries.article("doc").speakers.values()} == {"Ann", "Cid", "Dee", "Nan"}
    empty.undo()
    empty.redo()
    assert seen(empty, "one", "doc").speaker_name == "Ann"


def test_a_merge_is_undone_after_the_speakers_left_the_article(empty):
    empty.bring_in([line(TEXT, quote(0, 14, id="one", **named("a", "Ann")), annotator=None)])
    mine = quote(0, 6, id="mine", status=Status.ACCEPTED, **named("b", "Anne"))
    empty.bring_in([line("“Yes.” she said.", mine, id="other", annotator="ana")])
    empty.take_labels(line(TEXT))
    start = {each.id: each.name for each in empty.queries.speakers()}
    empty.run(MergeSpeakers(kept_id="a", gone_id="b"))
    empty.take_labels(line(TEXT, quote(0, 14, **named("a", "Ann"))))
    empty.take_labels(line(TEXT))
    empty.undo()
    assert {each.id: each.name for each in empty.queries.speakers()} == start
    assert seen(empty, "mine", "other").speaker_name == "Anne"
    assert empty.queries.article("doc").slots == {}


def test_who_was_merged_stays_one_when_labelled_again(desk):
    desk.run(AcceptSuggestion(document_id="seed", quote_id=ids(desk)[0], act=act()))
    gone, kept = desk.queries.speakers()
    desk.run(MergeSpeakers(kept_id=kept.id, gone_id=gone.id))
    desk.take_labels(shifted())
    assert [each.id for each in desk.queries.speakers()] == [kept.id]
    assert {each.speaker_name for each in desk.queries.article("seed").quotes} == {kept.name}
    (only,) = seen(desk, shifted().layer.quotes[1].id).candidates
    assert (only.speaker_id, only.name, round(only.confidence, 2)) == (kept.id, kept.name, 0.95)


def test_a_second_speaker_who_was_merged_into_the_first_is_none_any_more(empty):
    two = line(TEXT, quote(0, 14, **named("a", "Ann")), quote(25, 41, **named("b", "Anne")))
    empty.bring_in([two])
    empty.run(MergeSpeakers(kept_id="a", gone_id="b"))
    second = [SecondSpeaker(relation=Relation.JOINT, speaker_id=each) for each in ("b", "c", None, "c")]
    both = quote(0, 13, **named("a", "Ann"), more_speakers=tuple(second))
    cast = tuple(Speaker(id=each, name=name) for each, name in (("a", "Ann"), ("b", "Anne"), ("c", "Cid")))
    empty.take_labels(line(TEXT, both, speakers=cast))
    assert [each.speaker_id for each in seen(empty, "q0-13", "doc").more_speakers] == ["c", None]


def test_an_old_name_still_means_who_was_renamed(empty):
    empty.bring_in([line(TEXT, quote(0, 14, **named("a", "Bo Li")))])
    empty.run(EditSpeaker(speaker_id="a", name="Bo Q. Li"))
    empty.bring_in([line("“Yes.” he said.", quote(0, 6, **named("b", "Bo Li")), id="other")])
    assert seen(empty, "q0-6", "other").speaker_name == "Bo Q. Li"
    assert len(empty.queries.speakers()) == 1
    empty.undo()
    empty.bring_in([line("“No.” he said.", quote(0, 5, **named("b", "Bo Q. Li")), id="third")])
    assert len(empty.queries.speakers()) == 2


def test_each_run_is_one_row_of_the_history(empty):
    empty.bring_in([line(TEXT, quote(0, 14)), line("Other.", id="b")])
    empty.take_labels(line(TEXT, quote(0, 14)))
    found = rows(empty.path, "SELECT kind, code, words, document_id, annotator_id IS NULL AS model FROM revision")
    assert [row["kind"] for row in found] == ["import", "label"]
    assert [row["words"] for row in found] == ['{"count":"2"}', '{"count":"1"}']
    assert [(row["document_id"], row["model"]) for row in found] == [(None, 0), ("doc", 1)]
    assert rows(empty.path, "SELECT * FROM revision_row") == []


def test_places_are_in_the_order_of_import(empty):
    for id_ in ("b", "a", "c"):
        empty.bring_in([line(f"Words of {id_}.", id=id_)])
    assert [row["position"] for row in rows(empty.path, "SELECT position FROM document ORDER BY position")] == [1, 2, 3]
    engine = engines.connect(empty.path)
    with engine.connect() as connection:
        intake = Intake(connection, kind="import", at="")
        assert intake.find_document("a") == ("a", line("Words of a.").document.sha256)
        assert intake.find_document("z") is None
        assert intake.find_text(line("Words of c.").document.sha256) == "c"
        assert intake.find_text("") is None
        assert not intake.has_layer("a", None)
    engines.close(engine)


def test_a_models_layer_has_no_state_of_its_own(empty):
    empty.bring_in([line(TEXT, quote(0, 14), state=State.IN_WORK)])
    assert rows(empty.path, "SELECT state FROM layer") == [{"state": "new"}]


def test_zones_come_in_with_their_article(empty):
    zones = (Zone(start=0, end=6, type=ZoneType.HEADLINE), Zone(start=0, end=3, type=ZoneType.CAPTION, extra={"z": 1}))
    plain = line(TEXT)
    empty.bring_in([structs.replace(plain, document=structs.replace(plain.document, zones=zones))])
    assert empty.queries.article("doc").document.zones == zones


def crowd(count=60):
    """Articles with a quote or two of an annotator's and a model's, some speakers new in each."""
    for number in range(count):
        who = Speaker(id=f"s{number // 3}", name=f"Speaker {number // 3}")
        words = f"“Yes, {number},” she said. “No, zebra{number},” he said."
        first = quote(0, 5, speaker_id=who.id, speaker_name=who.name, confidence=number / 7 if number < 7 else None)
        yield line(words, first, quote(8, 12), id=f"d{number}", speakers=(who,))
        yield line(
            words, structs.replace(first, id="own"), id=f"d{number}", annotator=f"a{number % 3}", speakers=(who,)
        )


def test_what_comes_in_parts_is_what_comes_at_once(tmp_path, monkeypatch):
    with empty_desk(*crowd()) as whole:
        wanted, found = list(whole.dataset()), dump(whole.path)
    monkeypatch.setattr(row_store, "MOST", 20)
    with empty_desk(*crowd()) as desk:
        assert list(desk.dataset()) == wanted
        assert [each.document_id for each in desk.queries.search("zebra33")] == ["d33"]
        in_parts = dump(desk.path)
        assert {name: in_parts[name] for name in in_parts if name != "revision"} == {
            name: found[name] for name in found if name != "revision"
        }
        engine = engines.connect(desk.path)
        with engine.begin() as connection:
            connection.exec_driver_sql(
                "INSERT INTO document_words (document_words, rank) VALUES ('integrity-check', 1)"
            )
        engines.close(engine)


@pytest.mark.parametrize("kind", [KeyboardInterrupt, OSError])
def test_a_run_of_many_parts_that_breaks_off_leaves_nothing(empty, monkeypatch, kind):
    monkeypatch.setattr(row_store, "MOST", 20)
    before = dump(empty.path)

    def lines():
        yield from crowd()
        raise kind

    with pytest.raises(kind):
        empty.bring_in(lines())
    assert dump(empty.path) == before
    assert empty.bring_in(crowd(3)).documents == 3
    assert [each.document_id for each in empty.queries.search("zebra2")] == ["d2"]


def test_a_part_that_fails_aside_leaves_nothing(empty, monkeypatch):
    monkeypatch.setattr(row_store, "MOST", 20)
    before = dump(empty.path)
    with empty._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises(ProjectProblem, match=r"is full\. Nothing was changed"):
        empty.bring_in(crowd(300))
    assert dump(empty.path) == before
    with empty._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert empty.bring_in(crowd(300)).documents == 300


def test_a_full_disk_leaves_no_name_of_an_annotator_either(empty, monkeypatch):
    """SQLite may end the transaction by itself: what the other thread writes after that would stay."""
    monkeypatch.setattr(row_store, "MOST", 20)
    before = dump(empty.path), rows(empty.path, "SELECT * FROM annotator")
    lines = [
        structs.replace(each, layer=structs.replace(each.layer, annotator=f"new {n}"))
        for n, each in enumerate(crowd(200))
    ]
    for more in range(2, 40, 4):
        with empty._engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + more}")
        with pytest.raises(ProjectProblem, match=r"is full\. Nothing was changed"):
            empty.bring_in(lines)
        assert (dump(empty.path), rows(empty.path, "SELECT * FROM annotator")) == before
