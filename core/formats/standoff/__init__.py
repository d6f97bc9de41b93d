"""Annotations that stand beside their text, in files that other tools can edit."""
