"""Elects who said a quote, from records alone: no spaCy here, and every weight has a name."""
