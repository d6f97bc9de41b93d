"""How a page of the web, or a piece of one, becomes text: its characters, its main text, what of it was left out."""
