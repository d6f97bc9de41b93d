"""Finds quotes and who said them: joins `core.nlp`, which reads the text, with `core.rank`, which elects speakers."""
