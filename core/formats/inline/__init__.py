"""The markup of annotated articles: brackets around words, a heading with the roster (docs/guidelines.md)."""
