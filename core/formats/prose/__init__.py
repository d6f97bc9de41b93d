"""From documents of paragraphs, such as those of Word and Markdown, to one text with its zones."""
