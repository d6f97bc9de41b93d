"""Every pair of colours that meets on the screen can be read, in every theme."""

import pytest
from PySide6.QtGui import QColor

from gui.theme import SLOTS, THEMES, Theme, fold, tokens

GROUNDS = ("window", "panel", "paper", "raised", "hover", "selected")
SLOT_NAMES = range(SLOTS + 1)
PAIRS = [
    *((ink, ground, 4.5) for ink in ("ink", "ink2", "ink3") for ground in GROUNDS),
    *((f"s{slot}", ground, 4.5) for slot in SLOT_NAMES for ground in ("paper", "panel", "raised", f"t{slot}")),
    *((f"s{slot}", "selected", 3.0) for slot in SLOT_NAMES),
    *(("ink", f"t{slot}", 7.0) for slot in SLOT_NAMES),
    *(("doubttext", ground, 4.5) for ground in ("paper", "panel", "raised", "doubtfill", "selected", "hover")),
    ("ink", "doubtfill", 7.0),
    ("onprimary", "primary", 4.5),
    *(("primary", ground, 3.0) for ground in ("panel", "raised", "selected")),  # a box that is ticked
    ("onaccent", "accent", 4.5),
    *(("accent", ground, 4.5) for ground in ("paper", "panel")),
    *(("accent", ground, 3.0) for ground in ("selected", "window")),
    *(("line2", ground, 3.0) for ground in ("panel", "paper", "raised")),
    *(("off", ground, 3.0) for ground in ("window", "panel", "paper", "raised")),
    *((fill, "track", 3.0) for fill in ("accent", "good", *(f"s{slot}" for slot in SLOT_NAMES))),
    *((ink, "off", 2.0) for ink in ("ink", "ink2")),  # what can be pressed is told from what can't
    *(("good", ground, 4.5) for ground in ("paper", "panel", "window")),
]


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_knows_black_on_white():
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
def test_every_pair_can_be_read(name: str):
    theme = Theme(name)
    weak = {
        (upper, lower): round(found, 2)
        for upper, lower, least in PAIRS
        if (found := contrast(theme.colour(upper), theme.colour(lower))) < least
    }
    assert weak == {}


def test_in_high_contrast_what_is_filled_faintly_has_an_edge():
    theme = Theme("contrast")
    assert min(contrast(theme.colour("edge"), theme.colour(ground)) for ground in ("panel", "window", "track")) >= 3
    assert contrast(theme.colour("ink"), theme.colour("off")) > 6
    assert [Theme(name).colour("edge").alpha() for name in ("light", "dark")] == [0, 0]


def test_the_themes_have_the_same_roles():
    assert tokens("light").keys() == tokens("dark").keys() == tokens("contrast").keys()


def test_slots_repeat_after_the_seventh_and_nobody_stays_apart():
    assert [fold(slot) for slot in (0, 1, 7, 8, 14, 15)] == [0, 1, 7, 1, 7, 1]
    theme = Theme()
    assert theme.line(8) == theme.line(1) != theme.line(0)
    assert theme.fill(9) == theme.fill(2)


def test_a_change_of_theme_is_told_once(qtbot):
    theme = Theme("light")
    with qtbot.waitSignal(theme.changed, timeout=100):
        theme.use("dark")
    with qtbot.assertNotEmitted(theme.changed, wait=10):
        theme.use("dark")
    assert theme.name == "dark"
