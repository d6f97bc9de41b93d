"""The bundled fonts are there, are the ones that get used, and missing ones are no disaster."""

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from core.resources import resource
from gui.fonts import FILES, SANS, SERIF, figures, load_fonts, sans, serif


def test_every_file_is_loaded_and_has_its_licence_beside_it():
    assert load_fonts() == ()
    for name in FILES:
        licence = resource("fonts", f"{name.split('-')[0]}-OFL.txt")
        assert "SIL Open Font License" in licence.read_text(encoding="utf-8")


def test_the_bundled_families_are_the_ones_in_use():
    assert QFontInfo(serif(15)).family() == SERIF
    assert QFontInfo(sans(12)).family() == SANS
    assert QFontInfo(sans(12, QFont.Weight.DemiBold)).weight() == QFont.Weight.DemiBold


def test_figures_of_the_frame_are_equally_wide():
    metrics = QFontMetricsF(figures(12))
    assert metrics.horizontalAdvance("111") == metrics.horizontalAdvance("888")


def test_a_hyphen_is_no_wider_than_it_should_be():
    tight, wide = (QFontMetricsF(font).horizontalAdvance("Hand-made") for font in (sans(12), figures(12)))
    assert tight < wide - 1


def test_sizes_are_whole_pixels_and_never_nothing():
    assert serif(16.5).pixelSize() == 16
    assert serif(0).pixelSize() == 1


def test_a_missing_file_is_reported_and_nothing_else_happens(monkeypatch, tmp_path):
    load_fonts.cache_clear()
    monkeypatch.setattr("gui.fonts.resource", lambda *parts: tmp_path.joinpath(*parts))
    try:
        assert load_fonts() == FILES
    finally:
        load_fonts.cache_clear()
