"""From the lines of a PDF, which knows no paragraphs, to the text that they were set from."""
