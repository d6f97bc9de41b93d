"""What keys are called: one spelling in menus, on caps, in tables and in sentences."""

from collections.abc import Iterable

_CAPS = {
    "Return": "Enter",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "PgUp": "Page Up",
    "PgDown": "Page Down",
    "-": "−",
    "Esc": "Esc",
}


def cap(key: str) -> str:
    """Return a key as people write it: "Ctrl+Return" becomes "Ctrl Enter"."""
    *modifiers, last = key.replace("++", "+plus").split("+") if len(key) > 1 else [key]
    last = "+" if last == "plus" else last
    return " ".join([*modifiers, _CAPS.get(last, last.upper() if len(last) == 1 else last)])


def caps_of(keys: Iterable[str]) -> list[str]:
    """Return what several keys are called; those that are called alike are told once."""
    return list(dict.fromkeys(map(cap, keys)))
