"""What is chosen is what comes: of the project now or of a release, of everybody or of one, whole or in part."""

from core.commands.attribution import AcceptSuggestion
from core.desk.choice import lines_of
from core.desk.manifest import Chosen
from core.store.project import open_
from tests.support.projects import act, ids, line


def chosen_ids(connection, documents=None, **chosen):
    wanted = Chosen(**{"format": "jsonl", "which": "all"} | chosen)
    return [(each.document.id, each.layer.annotator) for each in lines_of(connection, wanted, documents)]


def test_the_lines_of_a_choice(desk):
    desk.run(AcceptSuggestion(document_id="seed", quote_id=ids(desk)[0], act=act()))
    desk.release("one")
    desk.bring_in([line("Other words.", id="other")])
    with open_(desk.path).connect() as connection:
        assert chosen_ids(connection) == [("seed", "ana"), ("other", None)]
        assert chosen_ids(connection, ["other"]) == [("other", None)]
        assert chosen_ids(connection, which="checked") == [("seed", "ana")]
        assert chosen_ids(connection, annotator="nobody") == []
        assert chosen_ids(connection, release="one") == chosen_ids(connection, (), release="one") == [("seed", "ana")]
