"""Undo and redo from the file: long random runs by two annotators, restarts, labelling in between, refusals."""

# ruff: noqa: F811
import json
import random
from datetime import UTC, datetime

import pytest
from msgspec import structs

from core import history
from core.commands.attribution import AcceptSuggestion, AssignSpeaker, SetSpeakerType
from core.commands.bulk import InBulk
from core.commands.new_quote import AddQuote
from core.commands.quotes import FlagQuote, SetKind
from core.commands.review import CompleteDocument, RejectQuote, ReopenDocument
from core.commands.roster import EditSpeaker, MergeSpeakers
from core.desk.desk import Desk
from core.errors import UserMistake
from core.model.records import Layer
from core.model.spans import Span
from core.model.terms import Kind, Reason, SpeakerType, State, Status, Via
from core.store import engine as engines
from tests.support.projects import (
    NEWER,
    act,
    desk,  # noqa: F401
    dump,
    ids,
    line,
    new_project,
    opened,
    project,  # noqa: F401
    quote,
    rows,
    seed_line,
    seen,
)

NAMES = ("Lavrov", "Ana Ruiz", 'Jo "Q" \\ Li', "Zoë")


def random_command(chance: random.Random, desk: Desk, names=NAMES):
    """Some order about some quote, rejected ones too; not every one makes sense."""
    article = desk.queries.article("seed")
    one = chance.choice([each.id for each in article.quotes] + [each.quote.id for each in article.rejected])
    at = {"document_id": "seed", "quote_id": one}
    via = act(chance.choice(list(Via)), seconds=chance.choice([None, 1.5]), keys=chance.choice([None, 2]))
    return chance.choice(
        [
            lambda: AcceptSuggestion(**at, act=via),
            lambda: AssignSpeaker(**at, name=chance.choice(names), act=via),
            lambda: AssignSpeaker(**at, speaker_id=chance.choice(list(article.speakers)), act=via),
            lambda: SetSpeakerType(
                **at, type=chance.choice([each for each in SpeakerType if each != "named"]), act=via
            ),
            lambda: SetKind(**at, kind=chance.choice(list(Kind)), act=via),
            lambda: FlagQuote(**at, flagged=chance.random() < 0.5),
            lambda: RejectQuote(**at, reason=chance.choice([None, *Reason]), act=via),
            lambda: CompleteDocument(document_id="seed"),
            lambda: ReopenDocument(document_id="seed"),
        ]
    )()


def wander(chance: random.Random, path, steps: int, names, *, relabel=False) -> dict[str, int]:
    """Let Ana and Ben work on one file, taking back and doing again, opening it anew now and then."""
    did = dict.fromkeys(("run", "undo", "redo", "revert", "refused"), 0)
    desks = {}
    for _ in range(steps):
        who = chance.choice(("ana", "ben"))
        if chance.random() < 0.03 and who in desks:
            desks.pop(who).close()
        desk = desks.get(who) or desks.setdefault(who, Desk.open(path, who))
        verb = chance.choices(("run", "undo", "redo", "revert"), (70, 16, 11, 3))[0]
        if relabel and chance.random() < 0.04:
            desk.take_labels(seed_line(model=NEWER))
        try:
            if verb == "run":
                desk.run(random_command(chance, desk, names[who]))
            elif verb == "revert":
                steps_ = desk.queries.history(limit=8)
                desk.revert(chance.choice(steps_).revision if steps_ else 0)
            else:
                getattr(desk, verb)()
            did[verb] += 1
        except UserMistake:
            did["refused"] += 1
    for desk in desks.values():
        desk.close()
    return did


def undo_everything(path) -> int:
    count = 0
    for who in ("ben", "ana"):
        with opened(path, who) as desk:
            while desk.queries.can_undo():
                desk.undo()
                count += 1
    return count


def replayed(path, start):
    """Apply the whole history in order to a picture; each row must look as its "before" says it looked."""
    picture = {table: {key_of(table, row): dict(row) for row in found} for table, found in start.items()}
    query = "SELECT * FROM revision_row ORDER BY revision_id, position"
    for row in rows(path, query):
        table = picture[row["table_name"]]
        key = tuple(json.loads(row["key"]).values())
        before, after = (json.loads(row[side]) if row[side] else None for side in ("before", "after"))
        if before is None:
            assert key not in table
            table[key] = stored(after)
        else:
            assert {name: table[key][name] for name in before} == stored(before)
            if after is None:
                del table[key]
            else:
                table[key] |= stored(after)
    return {table: sorted(found.values(), key=str) for table, found in picture.items()}


PACKED = {"aliases", "extra", "model", "fragments", "quoted", "attributes", "decided_suggestion", "decided_extra", "candidates"}  # fmt: skip


def stored(image):
    """An image as SQLite keeps it: JSON text for packed columns, numbers for yes and no."""
    return {
        name: json.dumps(value, ensure_ascii=False, separators=(",", ":")) if name in PACKED and value is not None
        else int(value) if isinstance(value, bool) else value
        for name, value in image.items()
    }  # fmt: skip


def key_of(table, row):
    keys = {"speaker": ("id",), "layer": ("id",), "document": ("id",), "quote": ("layer_id", "id"), "cast_member": ("layer_id", "speaker_id"),
            "second_speaker": ("layer_id", "quote_id", "position"), "zone": ("document_id", "position"), "settled": ("layer_id", "quote_id")}  # fmt: skip
    return tuple(row[name] for name in keys[table])


def by_row(found):
    return {table: sorted(each, key=str) for table, each in found.items()}


@pytest.mark.parametrize("seed", [1, 2])
def test_long_runs_by_two_annotators_come_back_to_the_start(tmp_path, seed):
    path = new_project(tmp_path / "p.qdesk")
    start = dump(path)
    names = {"ana": NAMES[:2], "ben": NAMES[2:]}
    did = wander(random.Random(seed), path, 500, names)
    assert did["run"] > 250
    assert did["undo"] > 20
    assert did["redo"] > 5
    worked = dump(path)
    assert by_row(worked) == replayed(path, start)
    assert undo_everything(path) > 30
    assert dump(path) == start
    assert by_row(start) == replayed(path, start)
    for who in ("ana", "ben"):
        with opened(path, who) as desk:
            while desk.queries.can_redo():
                desk.redo()
    assert dump(path)["quote"] == worked["quote"]


def test_labelling_in_between_and_shared_names_never_block_the_way_back(tmp_path):
    path = new_project(tmp_path / "p.qdesk")
    start = dump(path)
    wander(random.Random(3), path, 200, {"ana": NAMES, "ben": NAMES}, relabel=True)
    with opened(path, "ana") as one, opened(path, "ben") as two:
        one.take_labels(seed_line())
        model = dump(path)["layer"][0]["model"]
        for desk in (one, two, one, two):
            while desk.queries.can_undo():
                desk.undo()
    end = dump(path)
    assert [row["model"] for row in end["layer"]] == [model]
    used = {row["speaker_id"] for row in end["cast_member"]}
    assert {**end, "speaker": [row for row in end["speaker"] if row["id"] in used]} == start


def test_undo_and_redo_after_a_restart(project):
    with opened(project) as desk:
        first, second = ids(desk)[:2]
        desk.run(AcceptSuggestion(document_id="seed", quote_id=first, act=act()))
        desk.run(AssignSpeaker(document_id="seed", quote_id=second, name="Ana Ruiz", act=act(Via.TYPED)))
        done = dump(project)
    with opened(project) as desk:
        change = desk.undo()
        assert (change.code, change.words["code"], change.words["speaker"]) == ("undo", "assign", "Ana Ruiz")
        assert change.quotes == {("seed", second)}
        desk.undo()
    with opened(project) as desk:
        assert [step.undone for step in desk.queries.history()] == [True, True]
        assert [desk.redo().words["code"], desk.redo().words["code"]] == ["accept", "assign"]
        assert not desk.queries.can_redo()
    assert dump(project) == done


def test_nothing_to_take_back_is_said_and_noted_nowhere(desk, project):
    people = rows(project, "SELECT * FROM annotator")
    for act_, words in ((desk.undo, "nothing to undo"), (desk.redo, "nothing to do again")):
        with pytest.raises(UserMistake, match=words):
            act_()
    with pytest.raises(UserMistake, match="not yours"):
        desk.revert(1)
    assert rows(project, "SELECT * FROM annotator") == people


def test_each_step_back_has_its_own_moment_and_author(desk, project):
    desk.run(FlagQuote(document_id="seed", quote_id=ids(desk)[0], flagged=True))
    other = engines.connect(project)
    at = datetime(2030, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
    history.undo(other, "ana", at)
    history.redo(other, "ana", at)
    other.dispose()
    found = rows(project, "SELECT kind, at, target FROM revision ORDER BY id DESC LIMIT 2")
    assert [row["kind"] for row in found] == ["redo", "undo"]
    assert {row["at"] for row in found} == {"2030-01-02T03:04:05.678Z"}
    assert len({row["target"] for row in found}) == 1


def test_a_new_step_closes_the_way_forward_and_keeps_the_rows(desk, project):
    first, second = ids(desk)[:2]
    desk.run(AcceptSuggestion(document_id="seed", quote_id=first, act=act()))
    desk.undo()
    desk.run(AcceptSuggestion(document_id="seed", quote_id=second, act=act()))
    assert not desk.queries.can_redo()
    assert [step.quote_id for step in desk.queries.history()] == [second]
    assert len(rows(project, "SELECT 1 FROM revision WHERE kind = 'change'")) == 2


def test_refining_a_step_closes_the_way_forward_too(desk):
    first, second = ids(desk)[:2]
    desk.run(RejectQuote(document_id="seed", quote_id=first, act=act()))
    desk.run(AcceptSuggestion(document_id="seed", quote_id=second, act=act()))
    desk.undo()
    desk.run(RejectQuote(document_id="seed", quote_id=first, reason=Reason.TITLE, act=act()))
    assert not desk.queries.can_redo()


def test_one_older_step_alone(desk, project):
    first, second, third = ids(desk)[:3]
    steps = [
        desk.run(AssignSpeaker(document_id="seed", quote_id=each, name=name, act=act()))
        for each, name in ((first, "Ana Ruiz"), (second, "Ana Ruiz"), (third, "Zoë"))
    ]
    before = dump(project)
    change = desk.revert(steps[0].revision)
    assert (change.code, change.words["code"]) == ("revert", "assign")
    assert desk.undo().words["code"] == "revert assign", "undone, it still says what was taken back"
    desk.redo()
    assert change.quotes == {("seed", first)}
    assert seen(desk, first).status is Status.SUGGESTED
    assert seen(desk, second).speaker_name == "Ana Ruiz", "the name that the step made is still in use"
    assert "Ana Ruiz" in {each.name for each in desk.queries.speakers()}
    with pytest.raises(UserMistake, match="since"):
        desk.revert(steps[0].revision)
    desk.undo()
    assert dump(project) == before


def test_a_step_with_later_ones_on_the_same_quote_is_refused_by_name(desk, project):
    first = ids(desk)[0]
    step = desk.run(FlagQuote(document_id="seed", quote_id=first, flagged=True))
    desk.run(FlagQuote(document_id="seed", quote_id=first, flagged=False))
    before = dump(project)
    told = r"ana has changed the same quote \(.We really did have .*…\) since.*Take back what you did there since"
    with pytest.raises(UserMistake, match=told):
        desk.revert(step.revision)
    assert dump(project) == before


def test_what_somebody_else_has_merged_since_is_refused_with_a_way_round_and_older_steps_go_alone(desk, project):
    first, second = ids(desk)[:2]
    older = desk.run(AcceptSuggestion(document_id="seed", quote_id=first, act=act()))
    desk.run(AssignSpeaker(document_id="seed", quote_id=second, name="Ana Ruiz", act=act()))
    by_name = {each.name: each.id for each in desk.queries.speakers()}
    with opened(project, "ben") as other:
        other.run(MergeSpeakers(kept_id=by_name["Lavrov"], gone_id=by_name["Ana Ruiz"]))
    before = dump(project)
    with pytest.raises(UserMistake, match=r"undone: ben has .* The arrow at an older step in Last changes") as said:
        desk.undo()
    assert second not in str(said.value)
    assert dump(project) == before
    desk.revert(older.revision)
    assert seen(desk, first).status is Status.SUGGESTED
    desk.undo()
    assert dump(project) == before


def test_what_somebody_else_has_changed_since_is_not_done_again(desk, project):
    lavrov = next(each for each in desk.queries.speakers() if each.name == "Lavrov")
    desk.run(EditSpeaker(speaker_id=lavrov.id, name="S. Lavrov"))
    desk.undo()
    with opened(project, "ben") as other:
        other.run(EditSpeaker(speaker_id=lavrov.id, name="W. Lavrov"))
    with pytest.raises(UserMistake, match=r"ben has changed the same speaker \(W. Lavrov\) since.* by hand"):
        desk.redo()
    desk.run(EditSpeaker(speaker_id=lavrov.id, name="Lavrov"))
    assert not desk.queries.can_redo()


def test_another_annotator_can_not_take_my_step_back(desk, project):
    step = desk.run(AcceptSuggestion(document_id="seed", quote_id=ids(desk)[0], act=act()))
    with opened(project, "ben") as other:
        assert not other.queries.can_undo()
        with pytest.raises(UserMistake, match="not yours"):
            other.revert(step.revision)


def test_a_complete_article_keeps_its_quotes_checked(desk, project):
    steps = [desk.run(AcceptSuggestion(document_id="seed", quote_id=each, act=act())) for each in ids(desk)]
    done = desk.run(CompleteDocument(document_id="seed"))
    before = dump(project)
    with pytest.raises(UserMistake, match="is complete"):
        desk.revert(steps[3].revision)
    assert dump(project) == before
    desk.revert(done.revision)
    desk.revert(steps[3].revision)
    assert desk.queries.document_row("seed").checked == len(steps) - 1
    assert desk.queries.document_row("seed").state is State.IN_WORK


def test_what_a_labelling_offered_since_keeps_no_step_of_a_complete_article(desk):
    added = quote(0, 5, id="more")
    steps = [desk.run(AcceptSuggestion(document_id="seed", quote_id=each, act=act())) for each in ids(desk)]
    flag = desk.run(FlagQuote(document_id="seed", quote_id=ids(desk)[0], flagged=True))
    desk.run(CompleteDocument(document_id="seed"))
    layer = seed_line().layer
    desk.take_labels(structs.replace(seed_line(), layer=structs.replace(layer, quotes=(*layer.quotes, added))))
    desk.revert(flag.revision)
    with pytest.raises(UserMistake, match="is complete"):
        desk.revert(steps[3].revision)
    assert len(ids(desk)) == len(steps)


def test_a_name_that_somebody_else_uses_stays_when_its_maker_takes_it_back(desk, project):
    first = ids(desk)[0]
    assign = AssignSpeaker(document_id="seed", quote_id=first, name="Ana Ruiz", act=act())
    desk.run(assign)
    with opened(project, "ben") as other:
        other.run(assign)
        desk.undo()
        assert seen(other, first).speaker_name == "Ana Ruiz"
        assert seen(desk, first).status is Status.SUGGESTED
        desk.redo()
        assert seen(desk, first).speaker_name == "Ana Ruiz"
    assert [each.name for each in desk.queries.speakers()].count("Ana Ruiz") == 1


def test_a_name_that_the_model_uses_meanwhile_does_not_block_undo(desk):
    first = ids(desk)[0]
    desk.run(AssignSpeaker(document_id="seed", quote_id=first, name="Ana Ruiz", act=act()))
    text = "“Yes,” she said."
    ruiz = quote(0, 6, speaker_id="m1", speaker_name="Ana Ruiz", speaker_type=SpeakerType.NAMED)
    desk.bring_in([line(text, ruiz, id="other")])
    desk.undo()
    assert desk.queries.article("other").quotes[0].speaker_name == "Ana Ruiz"


def test_what_came_back_hides_what_was_labelled_meanwhile(desk):
    """Undone, labelled again with other spans, done again: the decided quote stands alone once more."""
    first = ids(desk)[0]
    decided = desk.run(RejectQuote(document_id="seed", quote_id=first, act=act()))
    desk.undo()
    old = seed_line()
    start, end = old.layer.quotes[0].span
    wider = quote(start, end + 1, id="wider", confidence=0.9)
    desk.take_labels(
        structs.replace(old, layer=structs.replace(old.layer, model=NEWER, quotes=(wider, *old.layer.quotes[1:])))
    )
    assert "wider" in ids(desk)
    both = {("seed", first), ("seed", "wider")}
    assert decided.quotes == {("seed", first)}
    assert desk.redo().quotes == both, "who shows them learns of the one that is hidden"
    assert "wider" not in ids(desk)
    assert desk.undo().quotes == both
    assert "wider" in ids(desk)


def test_a_quote_made_before_the_labels_came_gives_back_what_it_hid(desk):
    """Taken back in order or alone, and when that is taken back."""
    text = "“We go now,” she said. Nothing else."
    desk.bring_in([structs.replace(line(text, id="late"), layer=Layer())])
    made = desk.run(AddQuote(document_id="late", fragments=(Span(0, 12),), act=act()))
    ((_, by_hand),) = made.quotes
    desk.take_labels(line(text, quote(0, 12, id="suggested"), id="late"))
    both = {("late", by_hand), ("late", "suggested")}
    for change, shown in (
        (desk.undo, "suggested"),
        (desk.redo, by_hand),
        (lambda: desk.revert(made.revision), "suggested"),
        (desk.undo, by_hand),
    ):
        assert change().quotes == both
        assert ids(desk, "late") == [shown]


def test_what_a_step_on_several_articles_brings_back_hides_it_too(desk):
    text = "“Yes,” she said."
    desk.bring_in([line(text, quote(0, 6, id="old"), id="other")])
    rejections = (("seed", ids(desk)[0]), ("other", "old"))
    desk.run(InBulk(commands=tuple(RejectQuote(document_id=doc, quote_id=id_, act=act()) for doc, id_ in rejections)))
    desk.undo()
    desk.take_labels(line(text, quote(0, 5, id="new"), id="other"))
    assert ids(desk, "other") == ["new"]
    desk.redo()
    assert ids(desk, "other") == []
    desk.undo()
    assert ids(desk, "other") == ["new"]


def test_a_step_whose_ground_was_taken_meanwhile_is_refused(desk, project):
    """Undone to the bottom, then a file brings in what the same annotator says: the old layer can't come back."""
    first = ids(desk)[0]
    desk.run(AcceptSuggestion(document_id="seed", quote_id=first, act=act()))
    desk.undo()
    mine = structs.replace(seed_line(), layer=structs.replace(seed_line().layer, annotator="ana"))
    assert desk.bring_in([mine]).layers == 1
    before = dump(project)
    with pytest.raises(UserMistake, match="can't be done again alone"):
        desk.redo()
    assert dump(project) == before
