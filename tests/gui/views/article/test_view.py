"""The article view as a whole: what it shows, follows and answers."""

from msgspec import structs
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QContextMenuEvent, QRegion
from PySide6.QtWidgets import QApplication

from core.model.spans import Span
from gui.selection import Followed
from gui.views.article.hints import Target
from tests.support.articles import article_of, quote_of


def picture(parts):
    return parts.view.grab().toImage()


def test_it_shows_nothing_without_an_article(show, seed):
    parts = show(seed)
    parts.model.show_document("")
    assert parts.view.selected_span() is None
    assert parts.view.canvas.tags.places == [] or picture(parts)
    assert parts.view.accessibleName() == "Article"


def test_another_article_begins_at_its_top_with_nothing_selected(show, big, seed):
    parts = show(big)
    parts.view.verticalScrollBar().setValue(5000)
    parts.view.select_all()
    parts.source.articles["seed"] = seed
    parts.model.show_document("seed")
    assert parts.view.scrolling.top == 0
    assert parts.view.selected_span() is None
    assert parts.view.quote_at(QPoint(300, 46)) == "q1"


def test_reading_the_same_article_again_stays_where_it_is(show, big):
    parts = show(big)
    parts.view.verticalScrollBar().setValue(5000)
    parts.model.show_document("big")
    assert parts.view.scrolling.top == 5000


def test_the_current_quote_is_brought_into_view(show, big):
    parts = show(big)
    parts.selection.select_quote("q6000")
    assert parts.view.scrolling.top > 50_000
    parts.view.reveal_quote("no such quote")


def test_a_rejected_quote_stays_as_a_ghost_and_then_goes(show, seed):
    parts = show(seed)
    parts.source.reject("seed", "q6")
    parts.model.refresh(["q6"], keep_ghost="q6")
    picture(parts)
    assert len(parts.view.canvas.tags.places) == 12
    parts.model.drop_ghost()
    picture(parts)
    assert len(parts.view.canvas.tags.places) == 11


def test_new_edges_of_a_quote_show_at_once(show, seed):
    parts = show(seed)
    before = picture(parts)
    quote = parts.model.quote("q2")
    start, end = quote.fragments[0]
    parts.source.put("seed", structs.replace(quote, fragments=(Span(start, end - 20),)))
    parts.model.refresh(["q2"])
    assert picture(parts) != before


def test_many_changed_quotes_show_at_once(show, big):
    parts = show(big)
    before = picture(parts)
    for quote in parts.model.quotes[:300]:
        parts.source.put("big", structs.replace(quote, speaker_id="s3", speaker_name="Speaker Number 3"))
    parts.model.refresh([quote.id for quote in parts.model.quotes[:300]])
    assert picture(parts) != before


def test_the_theme_changes_the_picture(show, seed):
    parts = show(seed)
    parts.theme.use("dark")
    image = picture(parts)
    assert image.pixelColor(30, 500) == parts.theme.colour("paper")
    assert image.pixelColor(0, 0) == parts.theme.colour("paper")


def test_assistive_tools_are_told_how_far_one_is(show, seed, qtbot):
    parts = show(seed)
    qtbot.waitUntil(lambda: parts.view.accessibleDescription() == "5 of 12 quotes checked")
    assert parts.view.reduced_motion


def test_an_article_without_quotes_is_just_text(show, qtbot):
    parts = show(article_of("Only text.", []))
    picture(parts)
    qtbot.waitUntil(lambda: parts.view.accessibleDescription() == "No quotes")


def test_text_that_qt_would_change_is_shown_with_its_quotes_in_place(show):
    text = "\ufeffOdd\ufdd0 \ud83d text\r\nsays “here 😀” it is\x00.\x0b"
    parts = show(article_of(text, [quote_of(text, "“here 😀”", id="q")], ["Ana Ruiz"]))
    picture(parts)
    row = parts.view.canvas.page.rows(parts.model.quote("q").fragments[0])[0]
    assert parts.view.quote_at(QPoint(round(row.left) + 4, round(row.top) + 10)) == "q"


def test_copying_nothing_leaves_the_clipboard_alone(show, seed, qapp):
    parts = show(seed)
    qapp.clipboard().setText("kept")
    parts.view.copy()
    assert qapp.clipboard().text() == "kept"


def test_words_in_view_are_those_whose_first_line_is_seen_whole(show, big):
    parts = show(big)
    view, page = parts.view, parts.view.canvas.page
    spans = [quote.fragments[0] for quote in parts.model.quotes]
    for top in (0, 4000, 4007, view.verticalScrollBar().maximum()):
        view.scrolling.jump(top)
        bottom = top + view.viewport().height() - page.pitch
        wanted = [span for span in spans[:400] + spans[-400:] if top <= page.line_top(span.start) <= bottom]
        found = view.spans_in_view([*reversed(spans), *spans])
        assert found == sorted(set(wanted))
        assert len(found) > 20
    assert view.spans_in_view([]) == []


def test_a_piece_that_began_above_is_not_pointed_at(show, big):
    parts = show(big)
    page = parts.view.canvas.page
    start = page.blocks[20].start
    parts.view.scrolling.jump(page.top_of(20) + page.pitch)
    assert parts.view.spans_in_view([Span(start, page.blocks[20].end)]) == []


def test_another_article_or_quote_puts_caret_and_letters_away(show, seed, big):
    parts = show(seed)
    parts.source.articles["big"] = big
    view, meant = parts.view, []
    view.hints.begin([Target(Span(0, 3), 1)], meant.append, takes_words=True)
    parts.selection.select_quote("q5")
    assert not view.hints.active
    view.hints.begin([Target(Span(0, 3), 1)], meant.append, takes_words=True)
    view.caret.begin(200)
    parts.model.show_document("big")
    assert (view.hints.active, view.caret.active, view.selected_span(), meant) == (False, False, None, [])


def test_words_can_be_unselected(show, seed, qtbot):
    parts = show(seed)
    parts.view.words.select(3, 9)
    with qtbot.waitSignal(parts.view.text_selected):
        parts.view.unselect()
    assert (parts.view.selected_span(), parts.view.words.end) == (None, 9)


def test_what_would_follow_is_shown_and_taken_back_at_once(show, seed):
    parts = show(seed)
    before = picture(parts)
    parts.selection.follow({"q5": Followed("Somebody else", 3, on=True)})
    followed = picture(parts)
    assert followed != before
    parts.selection.follow({})
    assert picture(parts) == before


def test_words_that_are_shown_are_selected_and_in_view(show, big, qtbot):
    parts = show(big)
    span = Span(300_000, 300_010)
    with qtbot.waitSignal(parts.view.text_selected):
        parts.view.show_words(span)
    assert parts.view.selected_span() == span
    top, height = parts.view.scrolling.top, parts.view.viewport().height()
    assert top <= parts.view.canvas.page.line_top(span.start) < top + height


def ask_menu(parts, point, reason=QContextMenuEvent.Reason.Mouse):
    viewport = parts.view.viewport()
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, point, viewport.mapToGlobal(point)))


def test_the_menu_is_for_the_quote_under_the_pointer(show, seed, middle_of):
    parts = show(seed)
    asked = []
    parts.view.menu_asked.connect(lambda at: asked.append((parts.selection.quote_id, at)))
    parts.selection.select_quote("q1")
    on_words, on_tag = middle_of(parts, "q2"), middle_of(parts, "q3", tag=True)
    for point in (on_words, on_tag):
        ask_menu(parts, point)
    assert asked == [
        ("q2", parts.view.viewport().mapToGlobal(on_words)),
        ("q3", parts.view.viewport().mapToGlobal(on_tag)),
    ]


def test_beside_all_quotes_and_by_key_the_menu_is_for_the_current_one(show, seed, middle_of):
    parts = show(seed)
    asked = []
    parts.view.menu_asked.connect(lambda at: asked.append(parts.selection.quote_id))
    parts.selection.select_quote("q1")
    ask_menu(parts, QPoint(2, 2))
    ask_menu(parts, middle_of(parts, "q2"), QContextMenuEvent.Reason.Keyboard)
    assert asked == ["q1", "q1"]


def test_asking_for_a_menu_over_selected_words_keeps_them_and_elsewhere_lets_go_of_them(show, seed, middle_of):
    parts = show(seed)
    over = parts.model.quote("q2").span
    parts.view.words.select(*over)
    ask_menu(parts, middle_of(parts, "q2"))
    assert (parts.view.selected_span(), parts.selection.quote_id) == (over, "")
    ask_menu(parts, middle_of(parts, "q5"))
    assert (parts.view.selected_span(), parts.selection.quote_id) == (None, "q5")


def test_words_that_were_marked_for_one_quote_are_let_go_with_it(show, seed):
    parts = show(seed)
    parts.selection.select_quote("q2")
    parts.view.words.select(3, 9)
    assert parts.view.marked_span() == Span(3, 9)
    parts.selection.select_quote("q3")
    assert (parts.view.marked_span(), parts.view.selected_span()) == (None, None)


def test_words_that_are_shown_are_selected_and_yet_nobodys_mark(show, seed):
    parts = show(seed)
    parts.view.show_words(Span(3, 9))
    assert (parts.view.selected_span(), parts.view.marked_span()) == (Span(3, 9), None)
    parts.view.words.extend(12)
    assert parts.view.marked_span() == Span(3, 12)


def test_a_decision_is_painted_where_the_eye_is_before_the_text_goes_on_to_the_next_quote(show, big, qtbot):
    parts = show(big)
    parts.selection.select_quote("q2000")
    qtbot.waitUntil(lambda: not parts.view.scrolling.measuring)
    QApplication.processEvents()
    tops = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                tops.append(parts.view.scrolling.top)
            return False

    watch = Watch()
    parts.view.viewport().installEventFilter(watch)
    before = parts.view.scrolling.top
    parts.model.refresh(["q2000"])
    parts.selection.select_quote("q2100")
    qtbot.waitUntil(lambda: parts.view.scrolling.top != before)
    assert before in tops


def test_a_renamed_speaker_is_called_so_on_every_tag_in_view(show, seed):
    parts = show(seed)
    painted = QRegion()

    class Watch(QObject):
        def eventFilter(self, watched, event):
            nonlocal painted
            if event.type() == QEvent.Type.Paint:
                painted |= event.region()
            return False

    watch = Watch()
    parts.view.viewport().installEventFilter(watch)
    parts.source.rename("seed", "s1", "Somebody Else")
    parts.model.refresh([])
    QApplication.processEvents()
    theirs = [row for row, quote in enumerate(parts.model.quotes) if quote.speaker_id == "s1"]
    tags = parts.view.canvas.tags
    assert len(theirs) == 7
    for row in theirs:
        assert (QRegion(tags.rect(tags.place_of(row))) - painted).isEmpty()
