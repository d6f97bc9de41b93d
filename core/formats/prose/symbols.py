"""Signs that Word takes from a font of signs, as characters of their own."""

_PRIVATE, _OF_FONTS = range(0xE000, 0xF900), 0xF000
"""Characters that only their font knows; a font of signs has its own from 0xF000 on."""
_OF_SYMBOL = {
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **{0x2D: "−", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAC: "←", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥"},
    **{0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™"},
}
"""What is in the font Symbol, of what an article may have."""


def sign_of(font: str, code: str) -> str | None:
    """Return the sign of a font, its number written in hexadecimal digits; None if only the font knows what it is."""
    try:
        number = int(code, 16)
        sign = chr(number)
    except (ValueError, OverflowError):
        return None
    if number in _PRIVATE:
        return _OF_SYMBOL.get(number - _OF_FONTS) if font.lower() == "symbol" else None
    return sign if sign.isprintable() else None
