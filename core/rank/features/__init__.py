"""Families of ranking features; importing this package registers every one of them."""

from core.rank.features import antecedent, cue, discourse, distance, mention, syntax

__all__ = ["antecedent", "cue", "discourse", "distance", "mention", "syntax"]
