"""The project: new, open, add, export, settings, quit. There is no Save, since everything is saved."""

from core.model.saying import plural
from gui.actions.action import Action, Group, Menu, Where, always
from gui.actions.desktop import Desktop
from gui.actions.navigate import has_articles
from gui.actions.opening import open_articles, open_project, open_sample
from gui.dialogs.export import Export, FormatChoice, Offer
from gui.dialogs.files import ask_articles, ask_new_project, ask_project
from gui.dialogs.release import Release
from gui.dialogs.settings import Settings
from gui.stylesheet import resolve


def new_project(desktop: Desktop) -> None:
    """Ask where, and make an empty project there."""
    path = ask_new_project(desktop.views.window)
    if path is not None:
        open_project(desktop, path, new=True)


def open_other(desktop: Desktop) -> None:
    """Ask which, and open a project."""
    path = ask_project(desktop.views.window)
    if path is not None:
        open_project(desktop, path)


def add(desktop: Desktop) -> None:
    """Ask for articles and add them; without a project they make one beside the first."""
    from core.formats.registry import readers

    paths = ask_articles(desktop.views.window, [suffix for reader in readers() for suffix in reader.suffixes])
    if paths:
        open_articles(desktop, paths)


def export(desktop: Desktop) -> None:
    """Ask for format and place, and write a dataset."""
    path = desktop.bridge.path
    if path is None:
        return
    queries = desktop.bridge.queries
    releases = [each.name for each in queries.releases()]
    offer = Offer(format_choices(), queries.annotators(), releases)
    suggested = path.with_suffix(offer.formats[0].suffix)
    asked = Export(offer, suggested, desktop.theme, count=desktop.bridge.counting, parent=desktop.views.window)
    if asked.exec():
        written = desktop.bridge.export(asked.out, asked.chosen)
        if written is not None:
            desktop.say(" ".join([f"{plural(written.articles, 'article')} written to {asked.out}.", *written.parts]))
    asked.deleteLater()


def format_choices() -> list[FormatChoice]:
    """Return the formats that can be written, the one that keeps everything first."""
    from core.desk.outlet import can_stand_off, usual_which
    from core.formats.registry import FolderWriter, writers

    known = [
        FormatChoice(
            writer.name,
            writer.title,
            "" if isinstance(writer, FolderWriter) else writer.suffixes[0],
            usual_which(writer.name),
            can_stand_off(writer),
        )
        for writer in writers()
    ]
    return sorted(known, key=lambda each: (each.name != "jsonl", each.title.casefold()))


def release(desktop: Desktop) -> None:
    """Ask for a name and freeze the dataset under it."""
    if not desktop.bridge.is_open:
        return
    asked = Release(desktop.bridge.queries.releases(), desktop.theme, desktop.views.window)

    def freeze() -> bool | None:
        made = desktop.bridge.release(asked.name)
        if made is None:
            return None
        desktop.say(f"{made.name} is frozen: {plural(made.articles, 'article')}, {plural(made.quotes, 'quote')}.")
        return True

    desktop.ask(asked, freeze)


def save(desktop: Desktop) -> None:
    """Say that there is nothing left to save."""
    desktop.say("All is saved. Every decision is in the project file the moment it is made.")


def change_settings(desktop: Desktop) -> None:
    """Ask for settings and keep them; another annotator opens the project anew, and is kept when it is open."""
    asked = Settings(desktop.settings, desktop.theme, desktop.views.window)
    if asked.exec():
        chosen = asked.chosen()
        annotator = str(chosen.pop("annotator", desktop.settings["annotator"]))
        desktop.keep(**chosen)
        desktop.theme.use(resolve(desktop.settings["theme"]))
        desktop.views.article.reduced_motion = desktop.settings["reduced_motion"]
        if annotator != desktop.settings["annotator"] and _opens_for(desktop, annotator):
            desktop.keep(annotator=annotator)
    asked.deleteLater()


def _opens_for(desktop: Desktop, annotator: str) -> bool:
    """Open the project, if one is open, anew for another annotator; False when that is not possible."""
    path = desktop.bridge.path
    return path is None or open_project(desktop, path, annotator=annotator)


def quit_window(desktop: Desktop) -> None:
    """Close the window."""
    desktop.views.window.close()


def _frame(action_id: str, title: str, *keys: str) -> Action:
    runs = {
        "new_project": (new_project, always, "1"),
        "open_project": (open_other, always, "1"),
        "open_sample": (open_sample, always, "1"),
        "add_articles": (add, always, "2"),
        "export": (export, has_articles, "2"),
        "release": (release, has_articles, "2"),
        "save": (save, has_articles, "2"),
        "settings": (change_settings, always, "3"),
        "quit": (quit_window, always, "4"),
    }
    run, enabled, part = runs[action_id]
    return Action(action_id, title, run, Menu.PROJECT, Group.FRAME, keys, Where.WINDOW, enabled, part)


ACTIONS = (
    _frame("new_project", "New project…", "Ctrl+N"),
    _frame("open_project", "Open project…", "Ctrl+O"),
    _frame("open_sample", "Open the sample project"),
    _frame("add_articles", "Add articles…", "Ctrl+I"),
    _frame("export", "Export…", "Ctrl+E"),
    _frame("release", "Freeze a release…"),
    _frame("save", "All is saved", "Ctrl+S"),
    _frame("settings", "Settings…", "Ctrl+,"),
    _frame("quit", "Quit", "Ctrl+Q"),
)
