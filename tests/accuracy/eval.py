"""`make eval`: one table of the engine and the baselines on all gold standards, and the reliability plot."""

import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from rich import box
from rich.console import Console
from rich.table import Table

from core.errors import QuotedeskError
from core.evaluation.pairs import pairs
from core.evaluation.scores import Scores, scores
from core.evaluation.units import Unit
from core.labelling.labelling import label_lines
from core.model.records import AnnotatedDocument, Layer
from core.nlp.pipeline import build_pipeline
from tests.accuracy.baselines import nearest_person, textacy_quotations
from tests.accuracy.reliability import draw
from tests.accuracy.standards import Lines, bare, standards

COLUMNS: dict[str, Callable[[Scores, Scores], float | None]] = {
    "marked parts: end to end": lambda marked, quote: marked.end_to_end.f1,
    "found": lambda marked, quote: marked.detection.f1,
    "whole quotes: end to end": lambda marked, quote: quote.end_to_end.f1,
    "found ": lambda marked, quote: quote.detection.f1,
    "indirect recall": lambda marked, quote: quote.kinds["indirect"].recall if "indirect" in quote.kinds else None,
    "speaker": lambda marked, quote: quote.speakers.right,
    "name": lambda marked, quote: quote.speakers.name_right,
    "among first 9": lambda marked, quote: quote.speakers.among_first["9"] if quote.calibration else None,
    "ECE": lambda marked, quote: marked.calibration.ece if marked.calibration else None,
    "Brier": lambda marked, quote: marked.calibration.brier if marked.calibration else None,
    "surest 50 %": lambda marked, quote: marked.calibration.surest["50%"] if marked.calibration else None,
    "80 %": lambda marked, quote: marked.calibration.surest["80%"] if marked.calibration else None,
    "90 %": lambda marked, quote: marked.calibration.surest["90%"] if marked.calibration else None,
}


def answers(lines: Lines) -> Iterator[tuple[str, Lines]]:
    """Yield each system and what it says of the articles."""
    yield "**Quotedesk**", list(label_lines(bare(lines), model="", jobs=2))
    nlp = build_pipeline()
    texts = [line.document.text for line in lines]
    for name, system in (("textacy", textacy_quotations), ("marks, nearest person", nearest_person)):
        found = system(nlp, texts)
        yield (
            name,
            [
                AnnotatedDocument(document=line.document, layer=Layer(quotes=quotes))
                for line, quotes in zip(bare(lines), found, strict=True)
            ],
        )


def main(paths: list[Path], out: Path) -> int:
    """Measure, print the table as Markdown, and draw the plot."""
    warnings.filterwarnings("ignore", module="textacy")
    table = Table("set", "system", *COLUMNS, box=box.MARKDOWN)
    calibrations = {}
    for name, lines in standards(paths).items():
        words = sum(len(line.document.text.split()) for line in lines)
        for system, found in answers(lines):
            both = pairs(lines, found)
            marked, quote = (scores(both, unit) for unit in (Unit.MARKED, Unit.QUOTE))
            table.add_row(f"{name} ({words:,} words)", system, *(_shown(of(marked, quote)) for of in COLUMNS.values()))
            if marked.calibration and marked.calibration.units >= 50:
                calibrations[name] = marked.calibration
    Console(width=400).print(table)
    draw(calibrations, out)
    return 0


def _shown(share: float | None) -> str:
    return "" if share is None else f"{100 * share:.1f}"


if __name__ == "__main__":
    try:
        sys.exit(main([Path(word) for word in sys.argv[2:]], Path(sys.argv[1])))
    except QuotedeskError as error:
        sys.exit(str(error))
