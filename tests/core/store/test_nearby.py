"""Around a place in an article: what the annotator sees there, not what lies under it or was rejected."""

from core.commands.attribution import AssignSpeaker
from core.commands.review import RejectQuote
from core.store import engine as engines
from core.store.nearby import fragments_at, speakers_near
from core.store.transaction import Transaction
from tests.support.projects import ENTER, ids, opened


def test_a_rejected_quote_is_neither_there_nor_heard_and_the_nearest_comes_first(project):
    with opened(project) as desk:
        _, second, third, *_ = ids(desk)
        quotes = {quote.id: quote for quote in desk.queries.article("seed").quotes}
        desk.run(AssignSpeaker(document_id="seed", quote_id=second, name="Ana Ruiz", act=ENTER))
        desk.run(RejectQuote(document_id="seed", quote_id=third, act=ENTER))
        annotator = desk.annotator
    engine = engines.connect(project)
    with Transaction(engine, annotator) as transaction:
        near, gone = quotes[second], quotes[third]
        assert [tuple(each) for each in fragments_at(transaction, "seed", near.span.start)] == [near.fragments]
        assert fragments_at(transaction, "seed", near.span.start + 1) == []
        assert fragments_at(transaction, "seed", gone.span.start) == []
        found = speakers_near(transaction, "seed", near.span.start, quotes=9)
        assert found[0].name == "Ana Ruiz"
        assert len({each.speaker_id for each in found}) == len(found)
        assert len(speakers_near(transaction, "seed", near.span.start, quotes=1)) == 1
    engines.close(engine)
