"""Articles read many at a time are the same as one by one."""

from core.commands.attribution import AcceptSuggestion
from core.commands.review import RejectQuote
from core.store.batch import Batch
from core.store.reading import read_article
from tests.support.projects import act, ids, line, quote


def test_a_batch_gives_what_each_article_gives(desk):
    first, second = ids(desk)[:2]
    desk.run(AcceptSuggestion(document_id="seed", quote_id=first, act=act()))
    desk.run(RejectQuote(document_id="seed", quote_id=second, act=act()))
    desk.bring_in([line("“Yes.”", quote(0, 6), id="other")])
    with desk._engine.connect() as connection:
        batch = Batch(connection, ["seed", "other"])
        for document_id in ("seed", "other"):
            wanted = read_article(connection, document_id, "ana")
            layers = batch.layers(document_id)
            own = next((each for each in layers if each.annotator == "ana"), None)
            models = next((each for each in layers if each.annotator is None), None)
            cast, quotes, rejected = batch.quotes(own, models)
            assert batch.document(document_id) == wanted.document
            assert (cast.speakers, cast.slots) == (wanted.speakers, wanted.slots)
            assert tuple(quotes) == wanted.quotes
            assert {each.quote.id for each in rejected} == {each.quote.id for each in wanted.rejected}
