"""The keys that act in the text: looked up by the character typed, so that any layout and the numpad work."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from gui.actions.action import Action, Where
from gui.actions.desktop import Desktop
from gui.actions.table import TABLE

_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

# X11 and Wayland report the place of a key; these are the places of A to Z on a Latin keyboard.
_ROWS = {24: "QWERTYUIOP", 38: "ASDFGHJKL", 52: "ZXCVBNM"}
LATIN_BY_PLACE: Mapping[int, str] = {
    first + step: letter for first, letters in _ROWS.items() for step, letter in enumerate(letters)
}


class Keyboard(QObject):
    """An event filter on the article view. A held key never decides: only movement repeats."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop.views.article)
        self._desktop = desktop
        self._actions = {
            key.casefold(): action for action in TABLE if action.where is Where.TEXT for key in action.keys
        }
        desktop.views.article.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Run the action of a key, if it has one; leave the others to the view."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        assert isinstance(event, QKeyEvent)
        action = self.find(event)
        if action is None:
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress and action.enabled(self._desktop):
            if event.isAutoRepeat() and not action.repeats:
                return True
            self._run(action)
        return True

    def find(self, event: QKeyEvent) -> Action | None:
        """Return the action of a key, None if it has none in the text."""
        if event.modifiers() & _MODIFIERS:
            return None
        for name in _names(event):
            action = self._actions.get(name.casefold())
            if action is not None:
                return action
        return None

    def _run(self, action: Action) -> None:
        self._desktop.by_key = True
        try:
            action.run(self._desktop)
        finally:
            self._desktop.by_key = False


def _names(event: QKeyEvent) -> list[str]:
    """Return what a key may be called in the table, the surest first."""
    typed = event.text()
    names = [typed] if typed.strip() and typed.isprintable() else []
    if not names or not typed.isascii():
        key = Qt.Key.Key_Tab if event.key() == Qt.Key.Key_Backtab else event.key()
        shift = "Shift+" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else ""
        names.append(shift + QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText))
    if typed.isalpha() and not typed.isascii():
        names.append(latin_letter(event))
    return [name for name in names if name]


def latin_letter(event: QKeyEvent) -> str:
    """Return the Latin letter at the place of a key on which another alphabet is typed, "" if it has none."""
    virtual = event.nativeVirtualKey()
    if ord("A") <= virtual <= ord("Z"):
        return chr(virtual)
    return LATIN_BY_PLACE.get(event.nativeScanCode(), "")
