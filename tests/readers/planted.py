"""Two planted articles that hold every case at once: what no reader may mix up, whatever the format."""

from collections.abc import Sequence

from core.commands.attribution import AcceptSuggestion, AssignSpeaker, SetSpeakerType
from core.commands.boundaries import MoveBoundaries
from core.commands.command import Act
from core.commands.quotes import FlagQuote
from core.commands.remarks import CommentQuote, MarkSure
from core.commands.review import CompleteDocument, RejectQuote
from core.commands.roster import EditSpeaker, MergeSpeakers
from core.commands.second_speakers import AddSecondSpeaker
from core.desk.desk import Desk
from core.model.identity import sha256_of, suggested_speaker_id
from core.model.records import AnnotatedDocument, Candidate, Document, Layer, Model, Quote, Speaker, Zone
from core.model.spans import Span
from core.model.terms import Kind, Reason, Relation, SpeakerKind, SpeakerType, Via, ZoneType

ID, OPEN = "planted: the bridge 🌉", "planted-open"
MODEL = Model(name="quotedesk-test", version="1.0", weights="a" * 64)
KERN, HOLM, BRANDT, NORPRESS, ALIAS = "Rosa Kern", "Jan Holm", "Lea Brandt", "Norpress", "R. Kern"
ENTER = Act(via=Via.ENTER, seconds=1.5, keys=1)

TEXT = "\r\n\r\n".join(
    (
        "Bridge talks end in Bru\u0308ggen 🌉 without a deal",
        "By Mia Lang 👩🏽‍🚀",
        "“We will build the bridge,” said Mayor Rosa Kern and her deputy Jan Holm.",
        "“The money is gone,” said Holm, or it was his press officer Lea Brandt.",
        "The agency Norpress reported that Kern had promised ferries by May.",
        "A senior official said the plan was “dead in the water 🛟”.",
        "“Not like this,” somebody shouted: Holm or Brandt, nobody could tell.",
        "“My father told me, ‘Never trust a river,’” Brandt said in the cafe\u0301.",
        "“The first pier stands.",
        "“The second one 👨‍👩‍👧‍👦 will follow,” Kern told the owners.",
        "“If the river rises,” Holm said, “we move first.”",
        "Kern never said that the bridge would be free.",
        "Residents said the ferries were late. They saw a “bridge of sighs” there.",
        "“שלום לגשר,” אמרה רוזה קרן.",
        "“Ask me tomorrow, or the day after,” Brandt said.",
        "“That will do,” R. Kern said.",
        "Photo: Kern at the pier 🇨🇭. “We will build the bridge,” she said.",
    )
)
OPEN_TEXT = (
    "“Yes,” said Kern.\r\n“No,” she said. “Perhaps 🤷🏽,” said Holm.\r\nHolm said he had tried. “Now,” Brandt said."
)


def place(text: str, words: str, nth: int = 0) -> Span:
    """Return where some words stand; `nth` counts their occurrences from 0."""
    start = text.index(words)
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


class Suggesting:
    """Gathers what a model would say of a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sha256 = sha256_of(text)
        self.quotes: list[Quote] = []
        self.names: dict[str, str] = {}

    def add(self, id_: str, kind: Kind, pieces: Sequence[Span], who: str | None, **fields: object) -> None:
        """Take a quote; `at` and `cue` are the spans of its mention and cue."""
        speaker = None
        if who is not None:
            speaker = self.names.setdefault(who, suggested_speaker_id(self.sha256, who))
        mention = fields.pop("at", None)
        named = (Candidate(name=who, speaker_id=speaker, mention=mention, confidence=0.75, evidence="subject"),)
        made: dict = {
            "quoted": () if kind is Kind.INDIRECT else tuple(pieces),
            "mention": mention,
            "speaker_type": SpeakerType.NAMED if who else SpeakerType.NONE,
            "confidence": 0.8125,
            "candidates": named if who else (),
        }
        self.quotes.append(
            Quote(id=id_, fragments=tuple(pieces), kind=kind, speaker_id=speaker, speaker_name=who, **(made | fields))
        )

    def line(self, id_: str, **about: object) -> AnnotatedDocument:
        """Return the article with these suggestions."""
        return AnnotatedDocument(
            document=Document(id=id_, text=self.text, sha256=self.sha256, **about),
            layer=Layer(
                model=MODEL,
                speakers=tuple(Speaker(id=each, name=name) for name, each in self.names.items()),
                quotes=tuple(self.quotes),
            ),
        )


def planted() -> AnnotatedDocument:
    """Return the article that will be complete."""
    made, direct = Suggesting(TEXT), Kind.DIRECT

    def at(words: str, nth: int = 0) -> Span:
        return place(TEXT, words, nth)

    made.add("joint", direct, [at("“We will build the bridge,”")], KERN, at=at("Mayor Rosa Kern"), cue=at("said"))
    made.add("either", direct, [at("“The money is gone,”")], HOLM, at=at("Holm", 1), cue=at("said", 1))
    relayed = at("that Kern had promised ferries by May")
    made.add("relayed", Kind.INDIRECT, [relayed], KERN, at=at("Kern", 1), cue=at("reported"))
    dead = at("“dead in the water 🛟”")
    mixed = Span(at("the plan was").start, dead.end)
    made.add("unnamed", Kind.MIXED, [mixed], KERN, quoted=(dead,), at=at("A senior official"), cue=at("said", 2))
    made.add("undecided", direct, [at("“Not like this,”")], HOLM, at=at("somebody"), cue=at("shouted"))
    outer = at("“My father told me, ‘Never trust a river,’”")
    made.add("outer", direct, [outer], BRANDT, at=at("Brandt", 2), cue=at("said", 3))
    inner = at("‘Never trust a river,’")
    made.add("inner", direct, [inner], None, parent="outer", at=at("My father"), cue=at("told"))
    two = [at("“The first pier stands."), at("“The second one 👨‍👩‍👧‍👦 will follow,”")]
    made.add("paragraphs", direct, two, KERN, at=at("Kern", 2), cue=at("told", 1))
    split = [at("“If the river rises,”"), at("“we move first.”")]
    made.add("split", direct, split, HOLM, at=at("Holm", 3), cue=at("said", 4))
    denied = at("that the bridge would be free")
    said = {"attributes": {"factuality": "denied"}}
    made.add("denied", Kind.INDIRECT, [denied], KERN, at=at("Kern", 3), cue=at("said", 5), **said)
    made.add("collective", Kind.INDIRECT, [at("the ferries were late")], HOLM, at=at("Residents"), cue=at("said", 6))
    made.add("scare", direct, [at("“bridge of sighs”")], None)
    made.add("rtl", direct, [at("“שלום לגשר,”")], KERN, at=at("רוזה קרן"), cue=at("אמרה"))
    long = at("“Ask me tomorrow, or the day after,”")
    made.add("edited", direct, [long], BRANDT, at=at("Brandt", 3), cue=at("said", 7))
    made.add("merged", direct, [at("“That will do,”")], ALIAS, at=at("R. Kern"), cue=at("said", 8))
    made.add("caption", direct, [at("“We will build the bridge,”", 1)], KERN, at=at("she"), cue=at("said", 9))
    headline, byline = at("Bridge talks end in Bru\u0308ggen 🌉 without a deal"), at("By Mia Lang 👩🏽‍🚀")
    zones = (
        Zone(start=headline.start, end=headline.end, type=ZoneType.HEADLINE),
        Zone(start=byline.start, end=byline.end, type=ZoneType.BYLINE),
        Zone(start=at("Photo").start, end=len(TEXT), type=ZoneType.CAPTION),
    )
    about = {
        "title": "Bridge talks 🌉 & <more>",
        "source": "The =Planted= Post",
        "date": "2026-02-03",
        "language": "en",
    }
    return made.line(ID, zones=zones, url="https://example.org/bridge?a=1&b=“2”", **about)


def planted_open() -> AnnotatedDocument:
    """Return the article that stays in work: what followed another decision, was edited, was never looked at."""
    made, text = Suggesting(OPEN_TEXT), OPEN_TEXT
    made.add("yes", Kind.DIRECT, [place(text, "“Yes,”")], KERN, at=place(text, "Kern"), cue=place(text, "said"))
    made.add("no", Kind.DIRECT, [place(text, "“No,”")], HOLM, at=place(text, "she"), cue=place(text, "said", 1))
    made.add("perhaps", Kind.DIRECT, [place(text, "“Perhaps 🤷🏽,”")], HOLM, at=place(text, "Holm"))
    made.add("tried", Kind.INDIRECT, [place(text, "he had tried")], HOLM, at=place(text, "Holm", 1))
    made.add("now", Kind.DIRECT, [place(text, "“Now,”")], BRANDT, at=place(text, "Brandt"))
    return made.line(OPEN)


def decide(desk: Desk) -> None:
    """Correct both articles, which are in the project, as a person would."""
    ids = {each.name: each.id for each in desk.queries.speakers()}
    seconds = (("joint", Relation.JOINT, HOLM, "Jan Holm"), ("either", Relation.ALTERNATIVE, BRANDT, "Lea Brandt"),
               ("relayed", Relation.RELAYED_BY, NORPRESS, "The agency Norpress"))  # fmt: skip
    for quote_id, relation, name, words in seconds:
        mention = place(TEXT, words)
        who = {"speaker_id": ids[name]} if name in ids else {"name": name}
        desk.run(
            AddSecondSpeaker(document_id=ID, quote_id=quote_id, relation=relation, act=ENTER, mention=mention, **who)
        )
    typed = (("unnamed", SpeakerType.UNNAMED), ("undecided", SpeakerType.UNDECIDED),
             ("collective", SpeakerType.COLLECTIVE), ("inner", SpeakerType.UNNAMED))  # fmt: skip
    for quote_id, type_ in typed:
        desk.run(SetSpeakerType(document_id=ID, quote_id=quote_id, type=type_, act=Act(via=Via.DIGIT, keys=2)))
    for quote_id, reason in (("scare", Reason.SCARE), ("caption", Reason.DUPLICATE)):
        desk.run(RejectQuote(document_id=ID, quote_id=quote_id, reason=reason, act=ENTER))
    for quote_id in ("joint", "either", "relayed", "outer", "paragraphs", "split", "denied", "edited", "merged"):
        desk.run(AcceptSuggestion(document_id=ID, quote_id=quote_id, act=ENTER))
    picked = Act(via=Via.CLICK, seconds=4.0, keys=0, fast=True)
    desk.run(AssignSpeaker(document_id=ID, quote_id="rtl", speaker_id=ids[KERN], act=picked))
    shorter = (place(TEXT, "“Ask me tomorrow"),)
    desk.run(MoveBoundaries(document_id=ID, quote_id="edited", fragments=shorter, act=ENTER))
    desk.run(AcceptSuggestion(document_id=ID, quote_id="edited", act=ENTER))
    desk.run(FlagQuote(document_id=ID, quote_id="rtl", flagged=True))
    desk.run(MarkSure(document_id=ID, quote_id="either", sure=False))
    desk.run(CommentQuote(document_id=ID, quote_id="split", comment="=1+1 is “no” formula;\r\n<b>see</b>\tabove 🙂"))
    desk.run(MergeSpeakers(kept_id=ids[KERN], gone_id=ids[ALIAS]))
    aliases = (ALIAS, "the mayor")
    desk.run(EditSpeaker(speaker_id=ids[KERN], aliases=aliases, external_id="Q42", kind=SpeakerKind.PERSON))
    desk.run(CompleteDocument(document_id=ID))
    desk.run(AcceptSuggestion(document_id=OPEN, quote_id="yes", act=ENTER, follow=("no",)))
    desk.run(AcceptSuggestion(document_id=OPEN, quote_id="perhaps", act=ENTER))
    edited = (place(OPEN_TEXT, "he had"),)
    desk.run(MoveBoundaries(document_id=OPEN, quote_id="tried", fragments=edited, act=ENTER))


def decide_as_another(desk: Desk) -> None:
    """Have a second person decide some of the first article otherwise."""
    ids = {each.name: each.id for each in desk.queries.speakers()}
    desk.run(AssignSpeaker(document_id=ID, quote_id="joint", speaker_id=ids[HOLM], act=Act(via=Via.DIGIT)))
    desk.run(SetSpeakerType(document_id=ID, quote_id="either", type=SpeakerType.NONE, act=Act(via=Via.DIGIT)))
    desk.run(AcceptSuggestion(document_id=ID, quote_id="caption", act=Act(via=Via.ENTER, blind=True)))
