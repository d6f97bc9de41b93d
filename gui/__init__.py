"""The window of Quotedesk. It shows what `core` knows and sends what a person wants."""
