"""Families of ranking features: one file each, found by name; a new file needs no entry anywhere."""

import importlib
import pkgutil


def register_families() -> None:
    """Import every family, which registers its features."""
    for family in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{family.name}")
