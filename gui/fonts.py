"""The two typefaces that come with Quotedesk, so that a page breaks its lines alike on every machine."""

import os
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from core.resources import resource

FILES = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "Inter-Bold.ttf",
    "SourceSerif4-Regular.ttf",
)
SANS = "Inter"
SERIF = "Source Serif 4"


@lru_cache
def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt, once; return the names of the files that could not be loaded.

    Needs a QGuiApplication. A missing file is no reason to stop: the system's fonts then take over.
    """
    missing = []
    for name in FILES:
        path = resource("fonts", name)
        if not os.path.isfile(path) or QFontDatabase.addApplicationFont(str(path)) < 0:
            missing.append(name)
    return tuple(missing)


# Kept, and handed out as copies that share the shaped font: looking one up by family costs more than drawing with it.
@lru_cache(maxsize=256)
def _serif(pixels: float) -> QFont:
    font = _font(SERIF, QFont.StyleHint.Serif, pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache(maxsize=256)
def _sans(pixels: float, weight: QFont.Weight) -> QFont:
    font = _font(SANS, QFont.StyleHint.SansSerif, pixels)
    font.setWeight(weight)
    return font


@lru_cache(maxsize=256)
def _figures(pixels: float, weight: QFont.Weight) -> QFont:
    font = QFont(_sans(pixels, weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def serif(pixels: float) -> QFont:
    """Return the article's font at a size in device-independent pixels."""
    load_fonts()
    return QFont(_serif(pixels))


def sans(pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the frame's font."""
    load_fonts()
    return QFont(_sans(pixels, weight))


def figures(pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the frame's font with figures of one width, so that they line up and what stands beside them stays.

    For figures only: a hyphen has that width too.
    """
    load_fonts()
    return QFont(_figures(pixels, weight))


def _font(family: str, hint: QFont.StyleHint, pixels: float) -> QFont:
    font = QFont()
    generic = "serif" if hint is QFont.StyleHint.Serif else "sans-serif"
    font.setFamilies([family, generic])
    font.setStyleHint(hint)
    font.setPixelSize(max(1, round(pixels)))
    return font
