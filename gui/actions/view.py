"""How it looks: the size of the text, the theme."""

from collections.abc import Callable

from gui.actions.action import Action, Group, Menu, Where
from gui.actions.desktop import Desktop
from gui.actions.navigate import has_articles
from gui.stylesheet import SYSTEM, resolve

STEP = 50  # pixels


def zoom_in(desktop: Desktop) -> None:
    """Make the text one step larger."""
    desktop.views.article.zoom_in()


def zoom_out(desktop: Desktop) -> None:
    """Make the text one step smaller."""
    desktop.views.article.zoom_out()


def zoom_fit(desktop: Desktop) -> None:
    """Give the text its usual size."""
    desktop.views.article.zoom_fit()


def wider(desktop: Desktop) -> None:
    """Make the column of text wider."""
    _set_measure(desktop, STEP)


def narrower(desktop: Desktop) -> None:
    """Make the column of text narrower."""
    _set_measure(desktop, -STEP)


def _set_measure(desktop: Desktop, step: int) -> None:
    view = desktop.views.article
    view.measure = view.measure + step
    desktop.keep(column_width=view.measure)


def use_theme(desktop: Desktop, choice: str) -> None:
    """Change the theme and keep the choice."""
    desktop.theme.use(resolve(choice))
    desktop.keep(theme=choice)


def toggle_mirror(desktop: Desktop) -> None:
    """Show the article as plain text under the page, for assistive tools, or hide it."""
    desktop.views.mirror.switch()
    desktop.views.mirror.setFocus() if desktop.views.mirror.isVisible() else desktop.to_text()


def toggle_queue(desktop: Desktop) -> None:
    """Fold the queue away or show it, as where a narrow window has folded it."""
    desktop.views.queue.setVisible(not desktop.views.queue.isVisible())


def _zoom(action_id: str, title: str, run: Callable[[Desktop], None], *keys: str) -> Action:
    return Action(
        action_id, title, run, Menu.VIEW, Group.FRAME, keys, Where.WINDOW, has_articles, part="2", repeats=True
    )


def _theme(choice: str, title: str) -> Action:
    def run(desktop: Desktop) -> None:
        use_theme(desktop, choice)

    def chosen(desktop: Desktop) -> bool:
        return bool(desktop.settings["theme"] == choice)

    return Action(f"theme_{choice}", title, run, Menu.VIEW, Group.FRAME, part="Theme", checked=chosen)


ACTIONS = (
    _zoom("zoom_in", "Larger text", zoom_in, "Ctrl+=", "Ctrl++"),
    _zoom("zoom_out", "Smaller text", zoom_out, "Ctrl+-"),
    _zoom("zoom_fit", "Usual size", zoom_fit, "Ctrl+0"),
    _zoom("wider", "Wider column", wider, "Ctrl+Shift+PgUp"),
    _zoom("narrower", "Narrower column", narrower, "Ctrl+Shift+PgDown"),
    Action(
        "toggle_queue", "Show or fold the queue", toggle_queue, Menu.VIEW, Group.FRAME, enabled=has_articles, part="3"
    ),
    Action(
        "toggle_mirror",
        "Article as plain text",
        toggle_mirror,
        Menu.VIEW,
        Group.FRAME,
        ("Shift+F1",),
        Where.WINDOW,
        has_articles,
        part="3",
    ),
    _theme("light", "Light"),
    _theme("dark", "Dark"),
    _theme("contrast", "High contrast"),
    _theme(SYSTEM, "As the system"),
)
