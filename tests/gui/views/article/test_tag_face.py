"""A tag says number, kind, name and state in the room it has."""

from itertools import combinations, product

import pytest
from msgspec import structs
from PySide6.QtCore import QRect, QRectF

from core.model.records import SecondSpeaker
from core.model.terms import Relation
from gui.models.names import UNKNOWN
from gui.theme import Theme
from gui.views.article.marks import Look, Mark
from gui.views.article.tag_face import CHIP, EDGE, TagFace, beginning_alike
from tests.support.articles import quote_of

QUOTE = quote_of("Words", "Words", confidence=0.58)
WIDE, COMPACT = QRectF(0, 0, 174, 20), QRectF(0, 0, 92, 20)


def face(*, widest: int = 12, compact: bool = False) -> TagFace:
    made = TagFace(Theme())
    made.fit(widest=widest, compact=compact)
    return made


def mark(look: Look, number: int = 12) -> Mark:
    return Mark(QUOTE, number, 2, look, QUOTE.confidence)


def test_a_long_name_is_cut_and_a_short_one_whole():
    for look in Look:
        assert face().fitting("Lukashenko", mark(look), 174) == "Lukashenko"
        assert face().fitting("Belarusian Health Ministry", mark(look), 174).endswith("…")


def test_what_stands_for_a_name_is_never_cut():
    for words in UNKNOWN.values():
        assert face(widest=999).fitting(words, mark(Look.DOUBTFUL), 174) == words


def test_names_that_begin_alike_keep_their_ends():
    names = ("Speaker Number 3", "Speaker Number 12", "Belarusian Health Ministry")
    assert beginning_alike([*names, names[0]]) == {names[0], names[1]}
    made = face(widest=10_000)
    made.alike = beginning_alike(names)
    shown = [made.fitting(name, mark(Look.DOUBTFUL), 174) for name in names]
    assert [name[-1] for name in shown] == ["3", "2", "…"]
    assert len(set(shown)) == 3


def test_states_differ(drawn):
    pictures = [
        drawn(lambda painter, look=look: face().draw(painter, WIDE, mark(look), "Ana"), 174, 20) for look in Look
    ]
    assert all(one != other for rank, one in enumerate(pictures) for other in pictures[:rank])


def test_doubt_stands_on_its_fill(drawn, colours):
    image = drawn(lambda painter: face().draw(painter, WIDE, mark(Look.DOUBTFUL), "Ana"), 174, 20)
    assert colours(image)[Theme().colour("doubtfill").name()] > 200


def test_everything_stays_inside_its_box(drawn, inked):
    for number in (1, 99, 999, 9999):
        for look in Look:
            for box, compact in ((WIDE, False), (COMPACT, True)):
                made = face(widest=number, compact=compact)
                name = "A very long name indeed"
                image = drawn(lambda painter: made.draw(painter, box, mark(look, number), name), 300, 20)  # noqa: B023
                assert QRect(0, 0, int(box.width()), 20).contains(inked(image))


def test_the_cell_of_the_state_is_never_empty(drawn, inked):
    bare = Mark(QUOTE, 1, 1, Look.SUGGESTED)
    image = drawn(lambda painter: face().draw(painter, WIDE, bare, ""), 174, 20)
    assert 155 < inked(image).right() < 174
    assert 0 < inked(image.copy(140, 0, 34, 20)).width() < 10, "a question mark, no figure"


def test_a_compact_tag_tells_speakers_of_one_colour_apart(drawn):
    def shown(name, look=Look.SUGGESTED):
        made = face(compact=True)
        return drawn(lambda painter: made.draw(painter, COMPACT, mark(look), name), 92, 20)

    for look in (Look.SUGGESTED, Look.DOUBTFUL, Look.CHECKED):
        assert shown("Maria Keller", look) != shown("Ove Dahl", look)
        assert shown("Maria Keller", look) == shown("Otto Keller", look), "it shows two letters"


def test_second_speakers_are_counted_and_everything_still_fits(drawn, inked):
    second = SecondSpeaker(relation=Relation.JOINT, speaker_id="s2", speaker_name="Ana")
    for box, compact in ((WIDE, False), (COMPACT, True)):
        for number, look in product((1, 99, 999, 9999), (Look.SUGGESTED, Look.DOUBTFUL, Look.CHECKED)):
            made = face(widest=number, compact=compact)
            pictures = [
                drawn(lambda painter: made.draw(painter, box, one, "A very long name indeed"), 300, 20)  # noqa: B023
                for one in (
                    mark(look, number),
                    mark(look, number)._replace(quote=structs.replace(QUOTE, more_speakers=(second,))),
                    mark(look, number)._replace(quote=structs.replace(QUOTE, more_speakers=(second, second))),
                )
            ]
            assert all(one != other for one, other in combinations(pictures, 2))
            assert all(QRect(0, 0, int(box.width()), 20).contains(inked(picture)) for picture in pictures)


@pytest.mark.parametrize("widest", [9, 999, 9999, 99_999])
def test_the_parts_of_a_compact_tag_keep_clear_of_each_other(widest):
    """Whoever said it as well: of "? 58%" only as much is shown as there is room for."""
    second = SecondSpeaker(relation=Relation.JOINT, speaker_id="s2", speaker_name="Ana")
    for more in ((), (second,)):
        one = mark(Look.DOUBTFUL, widest)._replace(quote=structs.replace(QUOTE, more_speakers=more))
        made = face(widest=widest, compact=True)
        (_, number), (left, _), (right, _) = made.parts(COMPACT.size(), 1.0, one, "Ana Ruiz")
        assert number.width() <= left
        room = 92 - EDGE + 1 - left - CHIP
        assert made._pill(made._state_words(one, 92)) <= room
        assert right > 0


def test_a_folded_tag_says_how_many_and_shows_a_sign_for_each(drawn, inked):
    def width(count, look=Look.CHECKED):
        marks = [mark(look)] * count
        image = drawn(lambda painter: face().draw_folded(painter, WIDE, marks), 174, 20)
        return inked(image.copy(0, 0, 150, 20)).right()

    assert width(2) < width(4) < width(7)
    assert width(90) < 150
    assert drawn(lambda painter: face().draw_folded(painter, WIDE, [mark(Look.DOUBTFUL)] * 2), 174, 20) != drawn(
        lambda painter: face().draw_folded(painter, WIDE, [mark(Look.CHECKED)] * 2), 174, 20
    )
