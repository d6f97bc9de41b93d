"""The article: its text in a reading column, every quote marked, a tag for each, the whole of it as a map."""
