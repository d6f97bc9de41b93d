"""`quotedesk train`: annotated articles in, the weights of the ranker out."""

from pathlib import Path
from typing import Annotated

import typer

from core.cli.given import DASH
from core.cli.output import output


def train(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of annotated articles (*.inline).")],
    out: Annotated[str, typer.Option("-o", "--out", metavar="OUT", help="The weights; - is standard output.")] = DASH,
) -> None:
    """Learn the weights from the four fifths of a corpus that are not held out; the same corpus gives the same file."""
    from core.corpus.articles import SUFFIX, articles
    from core.corpus.split import is_held_out
    from core.errors import BadInput
    from core.learning.lessons import lessons
    from core.rank.training import train as learn
    from core.rank.weights import encode_weights, start_weights
    from core.settings import Settings

    kept = [article for article in articles(folder) if not is_held_out(article.document.id)]
    if not kept:
        raise BadInput(f"{folder}: no annotated articles (*{SUFFIX}) to learn from there. Nothing was written.")
    weights = learn(list(lessons(kept, Settings.load()["spacy_model"])), start_weights())
    quotes = sum(len(article.layer.quotes) for article in kept)
    about = f"Learnt by `quotedesk train` from {len(kept)} annotated articles with {quotes} quotes."
    with output(out) as file:
        file.write(encode_weights(weights, about))
