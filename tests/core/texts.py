"""Texts of every sort for Hypothesis: news-like pieces, marks of all families, and plain noise."""

from hypothesis import strategies as st

PIECES = [
    "Ann Lee", "Otto", "he", "she", "the minister", "said", "added that", "noted", "according to", "“", "”", '"', "'",
    "‘", "’", "«", "»", "„", "‹", "›", "``", "''", ",", ".", "?", ":", "\n", "\n\n", "\r\n", " ", "\u00a0", "👩🏽\u200d🚒",
    "e\u0301", "שלום", "\u202e", "\u0000", "\x07", "\ufeff", "it was good", "Q:", "A:", "KELLER:", "—", "the plan is dead",
]  # fmt: skip

news = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
dense = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
noise = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
signs = st.text("\"“”„‟«»‹›‘’'`″‚「」 \n.,A", max_size=80)
replaced = st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace").decode())
controls = st.text(st.characters(categories=["Cc", "Cf", "Mn", "So", "Zs", "Zl", "Zp"]), max_size=60)
any_text = st.one_of(news, dense, noise, signs, replaced, controls)
