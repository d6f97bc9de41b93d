"""Files that are one JSON value: looked into by their first bytes, read element by element."""
