"""Makes weights from annotated articles: what `quotedesk train` does."""
