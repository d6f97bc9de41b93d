"""Where the files that come with Quotedesk are: lexicons, weights, themes, fonts, samples."""

import os
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    installed = _HERE / f"_{name}"
    return installed if os.path.isdir(installed) else _HERE.parent / name


def resource(*parts: str) -> Path:
    """Return the path of a file under `resources/`, in a checkout or an installed package alike."""
    return _folder("resources").joinpath(*parts)


def seed(*parts: str) -> Path:
    """Return the path of a file under `seeds/`, the sample articles."""
    return _folder("seeds").joinpath(*parts)
