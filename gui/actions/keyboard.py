"""The keys that act in the text: looked up by the character typed, so that any layout and the numpad work."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from gui.actions.action import Action, Where
from gui.actions.desktop import Desktop

_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

IN_CARET = frozenset({"new_quote", "split", "caret"})
"""What may be done while the caret is in the text."""
_CARET_KEYS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)

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
        self._actions: dict[str, Action] = {}
        desktop.keymap.changed.connect(self._learn)
        self._learn()
        desktop.views.article.installEventFilter(self)

    def _learn(self) -> None:
        self._actions = {
            key.casefold(): action
            for action in self._desktop.keymap.actions
            if action.where is Where.TEXT
            for key in action.keys
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Run the action of a key, if it has one; leave the others to the view."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        assert isinstance(event, QKeyEvent)
        if self._desktop.views.article.hints.active:
            return self._point(event)
        action = self.find(event)
        if self._desktop.views.article.caret.active and (action is None or action.id not in IN_CARET):
            return self._in_caret(event)
        if action is None:
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress and action.enabled(self._desktop):
            if event.isAutoRepeat() and not action.repeats:
                return True
            self._run(action)
        return True

    def _point(self, event: QKeyEvent) -> bool:
        """While letters are shown, every key without Ctrl is one of them."""
        hints = self._desktop.views.article.hints
        if event.modifiers() & _MODIFIERS:
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
            if event.key() == Qt.Key.Key_Escape:
                hints.cancel()
            elif event.key() == Qt.Key.Key_Backspace:
                hints.back()
            else:
                letter = next((name for name in reversed(_names(event)) if len(name) == 1), "")
                hints.type(letter)
        return True

    def _in_caret(self, event: QKeyEvent) -> bool:
        """While the caret is in the text, plain keys only move it; no other letter does anything."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() is QEvent.Type.KeyPress:
                self._desktop.views.article.caret.end()
            return True
        if event.type() is QEvent.Type.ShortcutOverride:
            if not event.modifiers() & _MODIFIERS or event.key() in _CARET_KEYS:
                event.accept()
            return False
        return bool(event.text().strip()) and not event.modifiers() & _MODIFIERS

    def find(self, event: QKeyEvent) -> Action | None:
        """Return the action of a key, None if it has none in the text."""
        held = event.modifiers() & _MODIFIERS
        if held and held != Qt.KeyboardModifier.ControlModifier:
            return None
        for name in [_with_control(event)] if held else _names(event):
            action = self._actions.get(name.casefold())
            if action is not None:
                return action
        return None

    def _run(self, action: Action) -> None:
        self._desktop.by_key = True
        self._desktop.stopwatch.touch(key=True)
        try:
            action.run(self._desktop)
        finally:
            self._desktop.by_key = False


def _with_control(event: QKeyEvent) -> str:
    """Return what a key held with Ctrl is called in the table; letters with Ctrl are the window's."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeyCombination(held, Qt.Key(event.key()))
    return QKeySequence(pressed).toString(QKeySequence.SequenceFormat.PortableText)


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
