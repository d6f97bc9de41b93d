"""What Quotedesk speaks of: frozen, typed records that know neither database nor spaCy nor Qt."""
