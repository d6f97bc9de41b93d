"""Reads a text: its marks, cues, mentions and reported clauses, as plain records of `core.model`."""
