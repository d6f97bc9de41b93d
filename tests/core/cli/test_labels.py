import json

from core.cli.labels import label_documents
from core.desk.desk import Desk
from tests.core.cli.conftest import QUOTE, TEXT


def test_decisions_stay_and_complete_articles_are_left_alone(tmp_path, quotedesk):
    data = tmp_path / "set.jsonl"
    other = TEXT + " He went."
    lines = [{"id": "a", "text": TEXT, "quotes": [QUOTE]}, {"id": "b", "text": other, "state": "complete"}]
    data.write_text("\n".join(json.dumps(line) for line in lines))
    project = tmp_path / "p.qdesk"
    quotedesk("import", project, data, "--annotator", "ana")
    assert label_documents(project, ["a", "b", "gone"], "ana") == 1
    desk = Desk.open(project, "ana")
    quotes = desk.queries.article("a").quotes
    assert [(quote.id == "q1", quote.checked) for quote in quotes] == [(True, True), (False, False)]
    assert desk.queries.article("b").quotes == ()
    desk.close()
