"""What will be read next is laid out before it is asked for."""

from gui.views.article.ahead import Ahead
from gui.views.article.tag_face import TagFace


def below(parts):
    page, top, height = parts.view.canvas.page, parts.view.scrolling.top, parts.view.viewport().height()
    return range(page.block_at(top + height), page.block_at(top + 2 * height) + 1)


def test_the_next_screenful_is_laid_out_once_the_view_is_still(show, big, qtbot):
    parts = show(big)
    qtbot.waitUntil(lambda: not parts.view.scrolling.measuring, timeout=20_000)
    parts.view.scrolling.jump(parts.view.canvas.page.height // 2)
    parts.view.grab()
    wanted = set(below(parts))
    kept = parts.view.canvas.page.layouts.kept
    qtbot.waitUntil(lambda: wanted <= kept())
    assert len(wanted) > 1


def test_a_view_that_has_not_moved_is_prepared_once(show, seed, qtbot):
    parts = show(seed)
    ahead = Ahead(parts.view.canvas, parts.view.scrolling)
    ahead.prepare()
    assert ahead.waiting
    qtbot.waitUntil(lambda: not ahead.waiting)
    ahead.prepare()
    assert not ahead.waiting


def test_going_on_draws_no_tag_anew(show, big, qtbot, monkeypatch):
    parts = show(big)
    parts.view.scrolling.jump(parts.view.canvas.page.height // 2)
    parts.view.viewport().repaint()
    qtbot.waitUntil(lambda: not parts.view._ahead.waiting)
    drawn, draw = [], TagFace._made
    monkeypatch.setattr(TagFace, "_made", lambda face, *given: drawn.append(given) or draw(face, *given))
    parts.view.scrolling.jump(parts.view.scrolling.top + parts.view.viewport().height() - 100)
    parts.view.viewport().repaint()
    assert len(parts.view.canvas.tags.places) > 20
    assert drawn == []
    parts.view.scrolling.jump(parts.view.canvas.page.height // 4)
    parts.view.viewport().repaint()
    assert len(drawn) > 20
