"""How annotated articles become a page for reading: its colours, its frame, and each article with its quotes."""
