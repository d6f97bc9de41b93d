"""Builds every object of the window and hands it to those who need it; there are no globals."""

import gc
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMetaObject, QObject, QPoint, QSettings, Qt
from PySide6.QtWidgets import QApplication, QWidget

from core.settings import Settings
from gui.actions import annotate, correct, edit, find, mark, navigate, opening, queue, quote_table, speakers
from gui.actions.desktop import Desktop, Models, Views
from gui.actions.keyboard import Keyboard
from gui.actions.keymap import Keymap
from gui.actions.menus import Menus
from gui.actions.table import TABLE
from gui.bridge import Bridge
from gui.dialogs.problem import Problem
from gui.dialogs.report_problem import ReportProblem
from gui.fonts import load_fonts
from gui.jobs import Jobs
from gui.models.article import ArticleModel
from gui.models.candidates import CandidatesModel
from gui.models.chain import ChainModel
from gui.models.desk_watch import DeskWatch
from gui.models.found import FoundModel
from gui.models.labelling import Labelling
from gui.models.names import NamesModel
from gui.models.queue_parts import Order
from gui.models.quotes_watch import QuotesWatch
from gui.models.recent import RecentModel
from gui.models.speakers import SpeakersModel
from gui.notices import Notices
from gui.selection import Selection
from gui.stylesheet import dress, resolve
from gui.theme import Theme
from gui.views.queue import project_name
from gui.views.status_line import Tone
from gui.window import Window

ON_WORDS = ("new_quote", "mention", "cue", "", "new_speaker", "split", "find")
"""What the menu over selected words offers; "" is a line."""
ON_QUOTE = (
    *("accept", "type_name", "nobody", "second_speaker", "not_a_quote", ""),
    *("kind_direct", "kind_mixed", "kind_indirect", ""),
    *("mention", "cue", "split", "join", "nest", ""),
    *("flag", "unsure", "comment", "edit_speaker"),
)
"""What the menu over a quote offers."""


def make_qt(argv: Sequence[str] = ()) -> QApplication:
    """Return the one Qt application, made at the first call."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    made = QApplication(["quotedesk", *argv])
    made.setApplicationName("quotedesk")
    made.setApplicationDisplayName("Quotedesk")
    made.setDesktopFileName("quotedesk")
    made.setStyle("Fusion")
    return made


class Application(QObject):
    """One window with everything behind it."""

    def __init__(
        self, qt: QApplication, settings: Settings, *, jobs: Jobs | None = None, keeps_place: bool = True
    ) -> None:
        super().__init__()
        load_fonts()
        self.settings = settings
        self.keeps_place = keeps_place
        self.theme = Theme(resolve(settings["theme"]))
        self.notices = Notices(self)
        self.bridge = Bridge(self)
        self.jobs = jobs or Jobs(self)
        self.models = self._make_models()
        self.speakers = SpeakersModel(self.models.article, self)
        put_on = dress(qt, self.theme)
        self._listening: QMetaObject.Connection | None = None
        self.window = Window(self.models, self.speakers, self.models.watch.history, self.theme)
        put_on()
        self.desktop = self._make_desktop()
        # Python's collector would look through ten thousand quotes at some key or other, for a tenth of a second.
        self.models.selection.document_changed.connect(lambda document_id: gc.freeze())
        self.keyboard = Keyboard(self.desktop)
        self.menus = Menus(self.desktop)
        self._connect(qt)
        self.desktop.keymap.changed.connect(self._show_caps)
        self._show_caps()
        self._show_project()

    def show(self) -> None:
        """Show the window where it was the last time."""
        if self.keeps_place:
            self.window.restore(_kept())
        self.window.show()
        if not self.bridge.is_open:
            self.window.start_page.drop.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, paths: Sequence[Path]) -> None:
        """Open a project, or articles in the project beside the first one."""
        opening.open_files(self.desktop, paths)

    def shut_down(self) -> None:
        """End the worker and close the project; the file is whole and alone afterwards."""
        self.jobs.shut_down()
        self.bridge.close()

    def _make_models(self) -> Models:
        selection = Selection(self)
        article = ArticleModel(self.bridge, self)
        candidates = CandidatesModel(article, selection, self)
        watch = DeskWatch(self.bridge, selection, article, self)
        labelling = Labelling(self.bridge, self.jobs, article, selection=selection, documents=watch.documents)
        labelling.model = lambda: self.settings["spacy_model"]
        recent = RecentModel(self)
        recent.show_paths(self.settings["recent_projects"])
        chain = ChainModel(article, selection, candidates, self)
        return Models(
            selection=selection,
            article=article,
            candidates=candidates,
            chain=chain,
            names=NamesModel(self),
            watch=watch,
            labelling=labelling,
            found=FoundModel(self),
            quotes=QuotesWatch(self.bridge, self),
            recent=recent,
        )

    def _make_desktop(self) -> Desktop:
        window = self.window
        window.article.reduced_motion = self.settings["reduced_motion"]
        window.article.measure = self.settings["column_width"]
        if self.settings["queue_order"] in {order.value for order in Order}:
            window.queue.sort_by(Order(self.settings["queue_order"]))
        views = Views(
            window=window,
            toolbar=window.toolbar,
            article=window.article,
            mirror=window.mirror,
            queue=window.queue,
            panel=window.panel,
            speakers=window.speakers,
            table=window.table,
            show_table=lambda shown: window.show_table(shown=shown),
            panes=lambda: window.panes,
        )
        keymap = Keymap(TABLE, self.settings["keys"], self)
        return Desktop(self.bridge, self.settings, self.notices, self.theme, self.models, views, keymap)

    def _connect(self, qt: QApplication) -> None:
        window, desktop, models = self.window, self.desktop, self.models
        for menu in self.menus.menus:
            window.toolbar.add_menu(menu)
        window.toolbar.bind(self.menus.actions)
        window.queue.part_asked.connect(lambda show: queue.show_part(desktop, show))
        window.queue.order_chosen.connect(lambda order: queue.sort_by(desktop, order))
        for asked in (window.queue.add_asked, window.no_articles.asked):
            asked.connect(lambda: self.menus.run("add_articles"))
        window.start_page.asked.connect(self.menus.run)
        window.start_page.project_chosen.connect(lambda path: opening.open_project(desktop, path))
        for dropped in (window.files_dropped, window.queue.files_dropped, window.start_page.files_dropped):
            dropped.connect(lambda paths: opening.open_files(desktop, paths))
        self._connect_panels()
        models.selection.quote_changed.connect(self._begin_quote)
        models.watch.caught_up.connect(lambda: queue.look_again(desktop))
        models.watch.refreshed.connect(self._refresh)
        models.labelling.state_changed.connect(window.status.show_job)
        models.labelling.failed.connect(lambda told: self.notices.refused.emit(told))
        window.status.cancelled.connect(self._cancel_labelling)
        window.may_close = lambda: opening.keep_comment(desktop, "the window stays open")
        window.closing.connect(self._close)
        self.bridge.project_changed.connect(self._show_project)
        self.bridge.changed.connect(lambda change: window.status.quiet())
        self.bridge.failed.connect(self.notices.tell)
        self.notices.said.connect(window.status.say)
        self.notices.hinted.connect(lambda told: window.status.say(told, Tone.HINT))
        self.notices.refused.connect(lambda told: window.status.say(told, Tone.REFUSED))
        self.notices.hindered.connect(self._show_hindrance)
        self.notices.broken.connect(self._show_report)
        self._listening = qt.focusChanged.connect(self._hint)

    def _connect_panels(self) -> None:
        window, desktop = self.window, self.desktop
        window.panel.asked.connect(self._ask)
        window.panel.picked.connect(lambda number: annotate.pick(desktop, number))
        window.panel.name_box.named.connect(lambda name: annotate.name(desktop, name))
        window.panel.name_box.meant.connect(self.models.chain.mean)
        window.panel.name_box.left.connect(desktop.to_text)
        window.panel.name_box.started.connect(lambda: annotate.learn_names(desktop))
        window.speakers.chosen.connect(lambda speaker_id: navigate.to_speaker(desktop, speaker_id))
        window.speakers.merge_asked.connect(lambda gone, kept: speakers.merge(desktop, gone, kept))
        window.speakers.hint.asked.connect(self._ask)
        window.speakers.menu_asked.connect(lambda at: self.menus.pop_up(("edit_speaker", "merge", "split_speaker"), at))
        window.history.revert_asked.connect(lambda revision: edit.revert(desktop, revision))
        window.history.quote_asked.connect(lambda document, quote: navigate.to_quote(desktop, document, quote))
        window.table.quote_chosen.connect(lambda document, quote: quote_table.go_to(desktop, document, quote))
        window.table.bulk_asked.connect(lambda action, rows: quote_table.change(desktop, action, rows))
        window.table.left.connect(lambda: quote_table.leave(desktop))
        search = window.toolbar.search
        search.sought.connect(lambda words: find.look_for(desktop, words))
        search.chosen.connect(lambda hit: find.to_found(desktop, hit))
        search.next_asked.connect(lambda: find.go_on(desktop))
        search.left.connect(desktop.to_text)
        window.panel.comment_box.store = lambda words: mark.comment(desktop, words)
        window.panel.comment_box.left.connect(desktop.to_text)
        window.article.menu_asked.connect(self._ask_menu)
        window.article.quote_activated.connect(self.models.selection.select_quote)
        window.article.edge_dropped.connect(lambda fragments: correct.set_fragments(desktop, fragments))

    def _ask_menu(self, at: QPoint) -> None:
        """Offer what can be done with the quote or the words under the pointer."""
        chosen = self.window.article.selected_span() is not None
        self.menus.pop_up(ON_WORDS if chosen else ON_QUOTE, at)

    def _show_caps(self) -> None:
        window = self.window
        for view in (window.panel, window.toolbar, window.history, window.start_page, window.status):
            view.show_caps(self.desktop.keymap.cap)
        window.no_articles.show_cap(self.desktop.keymap.cap("add_articles"))

    def _ask(self, action_id: str) -> None:
        self.menus.refresh()
        self.menus.run(action_id)

    def _begin_quote(self, quote_id: str) -> None:
        self.desktop.stopwatch.begin()
        self.window.panel.name_box.give_up()
        self.models.selection.select_candidate(self.models.candidates.place_of_speaker())

    def _refresh(self) -> None:
        status, progress = self.window.status, self.models.watch.progress
        self.window.toolbar.progress.show_progress(progress)
        status.show_doubt(progress.doubtful)
        status.show_saved("All changes saved" if self.bridge.is_open else "Ready")
        article = self.models.article.article
        model = article.model if article else None
        self.window.speakers.hint.show_pair(speakers.hint(self.desktop))
        status.show_work(self.bridge.annotator, f"{model.name} {model.version}" if model else "")
        self.menus.refresh()

    def _show_project(self) -> None:
        path = self.bridge.path
        self.window.toolbar.search.setEnabled(path is not None)
        self.window.show_project(project_name(path) if path else "")  # the article: the table is left with its project
        self._refresh()
        self._hint(None, QApplication.focusWidget())

    def _hint(self, old: QWidget | None, now: QWidget | None) -> None:
        in_text = now is None or now is self.window.article
        self.window.status.show_hints(in_project=self.bridge.is_open, in_text=in_text)

    def _cancel_labelling(self) -> None:
        self.models.labelling.cancel()
        self.desktop.hint("Labelling was cancelled. Open the article again to start it anew.")

    def _show_hindrance(self, told: str) -> None:
        self._ask_modal(Problem(told, self.theme, self.window))

    def _show_report(self, told: str) -> None:
        self._ask_modal(ReportProblem(told, self.theme, self.window))

    def _ask_modal(self, dialog: Problem | ReportProblem) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _close(self) -> None:
        if self._listening is not None:
            QObject.disconnect(self._listening)  # the focus goes on changing while the widgets go
            self._listening = None
        opening.keep_place(self.desktop)
        if self.keeps_place:
            self.window.keep(_kept())
        self.shut_down()


def shown() -> "Application":
    """Return the program with its window on the screen; what is wrong with the settings is told there."""
    settings, told = load_settings()
    application = Application(make_qt(), settings)
    application.notices.watch()
    application.show()
    if told:
        application.notices.refused.emit(told)
    return application


def load_settings() -> tuple[Settings, str]:
    """Read the settings; what can't be used of the file means defaults and a sentence that says so."""
    settings = Settings.load_what_can_be()
    return settings, settings.trouble


def _kept() -> QSettings:
    return QSettings("quotedesk", "quotedesk")
