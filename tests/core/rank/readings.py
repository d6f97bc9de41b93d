"""Readings written by hand, so that the ranker is tested without a parser."""

from core.model.analysis import Analysis
from core.model.reading import Cue, Mention, Passage, Person, Reading
from core.model.spans import Span
from core.model.terms import Kind, SpeakerKind

TEXT = "Ann met Bob . \n\n “ Good , ” the minister said . He left . \n\n “ Fine . ”"
"""Two people, a quote with a cue whose subject is a role noun, a pronoun, and a quote without a cue."""
_DEPS = "nsubj ROOT dobj punct punct acomp punct punct det nsubj ROOT punct nsubj ROOT punct punct ROOT punct punct"
_HEADS = [1, 1, 1, 1, 5, 10, 10, 10, 9, 10, 10, 10, 13, 13, 13, 16, 16, 16, 16]


def analysis() -> Analysis:
    """Return the parse of TEXT."""
    words = TEXT.split()
    starts, ends, place = [], [], 0
    for word in words:
        place = TEXT.index(word, place)
        starts.append(place)
        place += len(word)
        ends.append(place)
    return Analysis(
        text=TEXT,
        starts=starts,
        ends=ends,
        words=[word.lower() for word in words],
        lemmas=[word.lower() for word in words],
        deps=_DEPS.split(),
        heads=_HEADS,
        sentences=[0] * 4 + [1] * 8 + [2] * 3 + [3] * 4,
        paragraphs=[0] * 4 + [1] * 11 + [2] * 4,
    )


def reading() -> Reading:
    """Return who is named in TEXT and what is quoted."""
    parse = analysis()
    cue = Cue(token=10, span=parse.span(10, 10), lemma="say", subject=9)
    roles = frozenset({"minister"})
    return Reading(
        analysis=parse,
        cues=(cue,),
        mentions=(
            Mention(
                head=0, span=parse.span(0, 0), sort="name", label="PERSON", gender="f", number=1, person=0, roles=roles
            ),
            Mention(head=2, span=parse.span(2, 2), sort="name", label="PERSON", gender="m", number=1, person=1),
            Mention(head=9, span=parse.span(8, 9), sort="nominal", number=1, definite=True, roles=roles),
            Mention(head=12, span=parse.span(12, 12), sort="pronoun", gender="m", number=1, definite=True),
        ),
        people=(
            Person(name="Ann", gender="f", kind=SpeakerKind.PERSON, roles=roles, origins=frozenset({"swiss"})),
            Person(name="Bob", gender="m", kind=SpeakerKind.PERSON),
        ),
        passages=(
            Passage(
                fragments=(Span(parse.starts[4], parse.ends[7]),),
                quoted=(Span(parse.starts[4], parse.ends[7]),),
                kind=Kind.DIRECT,
                how="after",
                first=4,
                last=7,
                cue=cue,
            ),
            Passage(
                fragments=(Span(parse.starts[15], parse.ends[18]),),
                quoted=(Span(parse.starts[15], parse.ends[18]),),
                kind=Kind.DIRECT,
                how="none",
                first=15,
                last=18,
            ),
        ),
    )
