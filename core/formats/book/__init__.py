"""What an EPUB is made of: its package, its order of reading, its chapters."""
