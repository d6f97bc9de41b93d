"""The quotation marks of all conventions, as single characters."""

QUOTE_MARKS = frozenset("\"'“”„‟«»‹›‘’‚‛「」『』〝〞＂`″")
