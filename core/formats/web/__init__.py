"""How a page of the web becomes an article: its characters, its main text, and what of it was left out."""
