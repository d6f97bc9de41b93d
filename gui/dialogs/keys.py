"""The dialog for keys of one's own: choose an action, press the key."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QKeyCombination, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from gui.dialogs.dialog import Dialog, sentence
from gui.key_names import cap
from gui.models.keys import ROW, KeyRow, KeysModel
from gui.theme import Theme

SIZE = (680, 560)
HEAD = 30
_ALONE = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr})
_KEPT = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class KeyField(QLineEdit):
    """Shows the key that was pressed in it; Tab goes on to the next control as everywhere."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setPlaceholderText("Press the new key here")
        self.setAccessibleName("New key")

    def event(self, event: QEvent) -> bool:
        """Take keys that the window would use for itself."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a key by its name."""
        if Qt.Key(event.key()) in _KEPT:
            super().keyPressEvent(event)
        elif Qt.Key(event.key()) not in _ALONE and not event.isAutoRepeat():
            name = key_name(event)
            self.setText(cap(name))
            self.pressed.emit(name)


def key_name(event: QKeyEvent) -> str:
    """Return what a key is called in the table of actions: a character by what it types, others by Qt's name."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    typed = event.text()
    if (
        held & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.NoModifier
        and typed.strip()
        and typed.isprintable()
    ):
        return typed.upper()
    return QKeySequence(QKeyCombination(held, Qt.Key(event.key()))).toString(QKeySequence.SequenceFormat.PortableText)


class Keys(Dialog):
    """`model.own()` has the keys that differ; nothing is kept before Save."""

    def __init__(self, rows: Iterable[KeyRow], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Change keys", theme, parent)
        self.resize(*SIZE)
        self.model = KeysModel(rows, self)
        self._sought = QSortFilterProxyModel(self)
        self._sought.setSourceModel(self.model)
        self._sought.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._sought.setFilterKeyColumn(0)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Filter actions")
        self.filter.setAccessibleName("Filter actions")
        self.filter.textEdited.connect(self._sought.setFilterFixedString)
        self.table = self._make_table()
        self.told = sentence("Choose an action, then press its new key in the field.")
        self.told.setProperty("tone", "quiet")
        self.column.addWidget(self.filter)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(self._make_line())
        self.column.addWidget(self.told)
        self.add_buttons(
            ("Save", QDialogButtonBox.ButtonRole.AcceptRole), ("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        )
        self.table.selectRow(0)

    @property
    def current(self) -> KeyRow | None:
        """The action that is chosen."""
        index = self.table.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def take(self, key: str) -> None:
        """Give the chosen action a key, unless it uses Alt or is another action's."""
        owner = self._owner(key)
        if "alt" in key.casefold():
            self.told.setText(
                f"Alt opens the menus, so {cap(key)} can't be a key. Nothing was changed. Press another one."
            )
        elif owner is not None:
            self.told.setText(
                f"{cap(key)} is the key of “{owner.title}”. Nothing was changed. "
                "Press another key, or clear that one first."
            )
        else:
            self._give((key,))

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("keys")
        table.setModel(self._sought)
        table.setAccessibleName("Actions and their keys")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setFixedHeight(HEAD)
        return table

    def _make_line(self) -> QHBoxLayout:
        self.field = KeyField()
        self.field.pressed.connect(self.take)
        self.clear, self.default, self.defaults = (
            QPushButton(words) for words in ("No key", "Default key", "All defaults")
        )
        self.clear.clicked.connect(lambda: self._give(()))
        self.default.clicked.connect(self._default)
        self.defaults.clicked.connect(self._restore)
        line = QHBoxLayout()
        line.addWidget(QLabel("New key"))
        line.addWidget(self.field, 1)
        for button in (self.clear, self.default, self.defaults):
            button.setAutoDefault(False)
            line.addWidget(button)
        return line

    def _give(self, keys: tuple[str, ...]) -> None:
        row = self.current
        if row is None:
            self.told.setText("No action is chosen. Nothing was changed. Choose one in the table.")
            return
        self.model.give(row.id, keys)
        has = f"the key {cap(keys[0])}" if keys else "no key"
        self.told.setText(f"“{row.title}” has {has} once you save.")

    def _restore(self) -> None:
        self.model.restore()
        self.told.setText("Every action has its default keys once you save.")

    def _default(self) -> None:
        default = self.current.default if self.current else ()
        taken = [f"{cap(key)} is the key of “{owner.title}” now." for key in default if (owner := self._owner(key))]
        if taken:
            self.told.setText(f"{taken[0]} Nothing was changed. Clear it there first.")
        else:
            self._give(default)

    def _owner(self, key: str) -> KeyRow | None:
        """Whose key it is, if it is another action's than the one that is chosen."""
        return self.model.owner_of(key, but=self.current.id if self.current else "")
