"""Quotedesk without a window: documents, quotes, speakers, and everything that is done to them."""
