"""How an annotated article becomes TEI: its header, its body, and what stands beside the text."""
