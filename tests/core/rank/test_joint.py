from core.model.analysis import Analysis
from core.model.reading import Cue, Mention, Passage, Reading
from core.model.spans import Span
from core.model.terms import Kind
from core.rank.joint import joint
from core.rank.situation import Atlas, Situation
from core.rank.standing import Standing

WORDS = ["Luca", "and", "Bea", "said", "yes"]
STARTS = [0, 5, 9, 13, 18]


def situation() -> Situation:
    parse = Analysis(
        text=" ".join(WORDS),
        starts=STARTS,
        ends=[start + len(word) for start, word in zip(STARTS, WORDS, strict=True)],
        words=[word.lower() for word in WORDS],
        deps=["nsubj", "cc", "conj", "ROOT", "ccomp"],
        heads=[3, 0, 0, 3, 3],
        sentences=[0] * 5,
        paragraphs=[0] * 5,
    )
    cue = Cue(token=3, span=Span(13, 17), lemma="say", subject=0)
    mentions = tuple(
        Mention(head=head, span=parse.span(head, head), sort="name", person=person)
        for person, head in enumerate((0, 2))
    )
    passage = Passage(fragments=(Span(18, 21),), kind=Kind.INDIRECT, how="reported", first=4, last=4, cue=cue)
    return Situation(Atlas(Reading(analysis=parse, cues=(cue,), mentions=mentions, passages=(passage,))), passage)


def standing(mention: Mention) -> Standing:
    return Standing(person=mention.person, mention=mention, span=mention.span, confidence=0.9, evidence="")


def test_who_is_joined_by_and_speaks_too():
    case = situation()
    luca, bea = case.atlas.reading.mentions
    assert joint(case, [standing(luca)]) == (bea,)


def test_nobody_is_joined_to_another_winner():
    case = situation()
    _, bea = case.atlas.reading.mentions
    assert joint(case, [standing(bea)]) == ()
    assert joint(case, []) == ()
