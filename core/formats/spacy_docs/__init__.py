"""Articles as spaCy keeps them: tokens, span groups and user data. Nothing here needs spaCy itself."""
