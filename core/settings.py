"""The one table of settings: what a person can choose, its default, and the TOML file that keeps the choices."""

import getpass
import os
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs
import tomli_w

from core.errors import UserMistake

Value = str | int | bool | list[str] | dict[str, str]


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "annotator"


@dataclass(frozen=True)
class Setting:
    """One thing that can be chosen: its key in the file, its default, and a sentence for people."""

    key: str
    default: Value | Callable[[], Value]
    group: str
    help: str

    def initial(self) -> Value:
        """Return the default, worked out on this machine where it depends on it."""
        return self.default() if callable(self.default) else self.default


TABLE: tuple[Setting, ...] = (
    Setting("annotator", _login_name, "work", "The name under which your decisions are kept; each name has its own."),
    Setting("spacy_model", "", "model", "The spaCy pipeline that reads the text; empty: the best one installed."),
    Setting("theme", "system", "look", "The colours of the window."),
    Setting("reduced_motion", False, "look", "The text jumps to a quote instead of sliding there."),
    Setting("column_width", 530, "look", "How wide the text is, in pixels at its usual size."),
    Setting("keep_times", False, "work", "A pause counts 60 seconds at most."),
    Setting("queue_order", "As imported", "work", "In which order the articles stand in the queue."),
    Setting("next_stop", "unchecked", "work", "Where Enter, a digit or a name leads next."),
    Setting("keys", dict, "keys", "Keys of your own for actions, by the action's id; several are parted by a space."),
    Setting("recent_projects", list, "files", "The projects opened last, newest first."),
    Setting("left_at", dict, "files", "Where you stopped in each project: its path, then the article and the quote."),
)
_BY_KEY = {setting.key: setting for setting in TABLE}


def settings_file() -> Path:
    """Return where the settings of this person are kept."""
    return Path(platformdirs.user_config_dir("quotedesk")) / "settings.toml"


class Settings:
    """The choices of a person; only what differs from the defaults is written."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or settings_file()
        self.trouble = ""
        """What is wrong with the file, as a sentence for people; "" for nothing."""
        self._chosen: dict[str, Value] = {}
        self._kept: dict[str, Any] = {}  # what the file held when it was read or written last, usable or not

    @classmethod
    def load(cls, path: Path | None = None) -> "Settings":
        """Read the settings file; a missing one means all defaults, a broken one is a `UserMistake`."""
        settings = cls.load_what_can_be(path)
        if settings.trouble:
            raise UserMistake(settings.trouble)
        return settings

    @classmethod
    def load_what_can_be(cls, path: Path | None = None) -> "Settings":
        """Read the settings file as far as it can be used; `trouble` says what can't, which `save` leaves as it is."""
        settings = cls(path)
        try:
            settings._kept = _read(settings.path)
        except UserMistake as mistake:
            settings.trouble = str(mistake)
        for key, value in settings._kept.items():
            settings._take(key, value)
        return settings

    def _take(self, key: str, value: Any) -> None:
        try:
            if key in _BY_KEY:
                self._chosen[key] = _checked(key, value, self.path)
        except UserMistake as mistake:
            self.trouble = self.trouble or str(mistake)

    def __getitem__(self, key: str) -> Any:
        """Return the chosen value or the default; the key must be in the table."""
        setting = _BY_KEY[key]
        return self._chosen[key] if key in self._chosen else setting.initial()

    def choose(self, key: str, value: Value) -> None:
        """Set a value for this run; `save` keeps it."""
        self._chosen[key] = _checked(key, value, self.path)

    def save(self) -> None:
        """Lay what was chosen here over what the file holds by now, since another window may have written to it.

        It is written whole or not at all; a file that can't be read is kept beside it.
        """
        place = Path(os.path.realpath(self.path))  # a link to the file stays one
        try:
            there, readable = _read(self.path), True
        except UserMistake:
            there, readable = self._kept, False
        try:
            written = tomli_w.dumps(self._laid_over(there)).encode("utf-8")
            place.parent.mkdir(parents=True, exist_ok=True)
            unfinished = place.with_suffix(".unfinished")
            unfinished.write_bytes(written)
            if not readable:
                place.replace(place.with_suffix(".unread"))
            unfinished.replace(place)
        except (OSError, UnicodeEncodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "a file name in them is not UTF-8"
            raise UserMistake(
                f"The settings can't be kept in {self.path}: {reason}. They hold until you close the program."
            ) from error
        self._kept = self._kept | self._chosen

    def _laid_over(self, there: dict[str, Any]) -> dict[str, Any]:
        """Return what to write: what `there` is, but for what was chosen since the file was read or written last."""
        all_ = dict(there)
        for key, value in self._chosen.items():
            before = self._kept.get(key, _BY_KEY[key].initial())
            if value != before:
                all_[key] = _joined(value, before, there.get(key)) if _fits(key, there.get(key)) else value
        return {key: value for key, value in all_.items() if key not in _BY_KEY or value != _BY_KEY[key].initial()}


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UserMistake(
            f"The settings file {path} can't be read: {error}. Nothing was changed. Mend or delete it."
        ) from error


def _joined(mine: Value, before: Any, theirs: Any) -> Value:
    """Return one value of what two windows made of it: in lists and tables, what both of them added stays."""
    if isinstance(mine, list):
        return [*mine, *(each for each in theirs if each not in [*before, *mine])]
    if isinstance(mine, dict):
        known = before if isinstance(before, dict) else {}
        changed = {name: value for name, value in mine.items() if known.get(name) != value}
        stayed = (name for name in theirs if name not in changed and (name in mine or name not in known))
        return {name: theirs[name] for name in stayed} | changed
    return mine


def _checked(key: str, value: Value, path: Path) -> Value:
    if not _fits(key, value):
        expected = type(_BY_KEY[key].initial())
        kind = "list of words" if expected is list else "table of words" if expected is dict else expected.__name__
        raise UserMistake(f"{path}: {key} must be a {kind}, not {value!r}. Nothing was changed. Mend that line.")
    return value


def _fits(key: str, value: Any) -> bool:
    """Whether a value is of the kind that a setting is, with nothing but words in it where that is a list or table."""
    expected = type(_BY_KEY[key].initial())
    parts = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
    fits = isinstance(value, expected) and (expected is bool or not isinstance(value, bool))
    return fits and all(isinstance(each, str) for each in parts)
