"""A tag says number, kind, name and state in the room it has."""

from PySide6.QtCore import QRect, QRectF

from gui.theme import Theme
from gui.views.article.marks import Look, Mark
from gui.views.article.tag_face import TagFace, beginning_alike
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


def test_a_quote_without_confidence_shows_none(drawn, inked):
    bare = Mark(QUOTE, 1, 1, Look.SUGGESTED)
    assert inked(drawn(lambda painter: face().draw(painter, WIDE, bare, ""), 174, 20)).right() < 60


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
