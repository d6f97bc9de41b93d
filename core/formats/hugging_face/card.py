"""The README.md of a dataset folder: what is in it, for people and, at its head as YAML, for `datasets` and the hub."""

from collections import Counter
from collections.abc import Iterator

import msgspec

from core.formats.hugging_face.columns import COLUMNS, Shape
from core.formats.training.language_code import language_code
from core.model.records import AnnotatedDocument
from core.model.terms import Kind

_SIZES = {
    1_000: "n<1K",
    10_000: "1K<n<10K",
    100_000: "10K<n<100K",
    1_000_000: "100K<n<1M",
    10_000_000: "1M<n<10M",
}


class Split(msgspec.Struct):
    """What was counted while the rows of one split were written."""

    name: str
    file: str
    rows: int = 0
    size: int = 0
    packed: int = 0
    quotes: Counter[Kind] = msgspec.field(default_factory=Counter)
    languages: set[str] = msgspec.field(default_factory=set)

    def count(self, line: AnnotatedDocument) -> None:
        """Take one more row."""
        self.rows += 1
        self.quotes.update(quote.kind for quote in line.layer.quotes)
        if code := language_code(line.document.language):
            self.languages.add(code)


def card(splits: list[Split]) -> str:
    """Return the text of README.md."""
    return "\n".join(["---", *_head(splits), "---", "", *_body(splits), ""])


def _head(splits: list[Split]) -> Iterator[str]:
    rows = sum(split.rows for split in splits)
    languages = sorted(set().union(*(split.languages for split in splits)))
    if languages:
        # In quotation marks, since YAML takes no (Norwegian) for a false.
        yield from ("language:", *(f'- "{code}"' for code in languages))
    yield from ("license: unknown", "pretty_name: Quotations in news articles", "task_categories:")
    yield from ("- token-classification", "tags:", "- quotation attribution", "size_categories:")
    yield f"- {next((name for below, name in _SIZES.items() if rows < below), 'n>10M')}"
    yield from ("configs:", "- config_name: default", "  data_files:")
    for split in splits:
        yield from (f'  - split: "{split.name}"', f'    path: "{split.file}"')
    yield from ("dataset_info:", "  features:", *_fields(COLUMNS, "  "), "  splits:")
    for split in splits:
        yield from (f'  - name: "{split.name}"', f"    num_bytes: {split.size}", f"    num_examples: {split.rows}")
    yield f"  download_size: {sum(split.packed for split in splits)}"
    yield f"  dataset_size: {sum(split.size for split in splits)}"


def _fields(fields: dict[str, Shape], indent: str) -> Iterator[str]:
    for name, shape in fields.items():
        yield f"{indent}- name: {name}"
        yield from _feature(shape, f"{indent}  ")


def _feature(shape: Shape, indent: str) -> Iterator[str]:
    """Yield one feature as `datasets` writes it: a list of plain values by the name of their type."""
    if isinstance(shape, str):
        yield f"{indent}dtype: {shape}"
    elif isinstance(shape, dict):
        yield from (f"{indent}struct:", *_fields(shape, indent))
    elif isinstance(shape[0], str):
        yield f"{indent}list: {shape[0]}"
    elif isinstance(shape[0], dict):
        yield from (f"{indent}list:", *_fields(shape[0], indent))
    else:
        yield from (f"{indent}list:", *_feature(shape[0], f"{indent}  "))


def _body(splits: list[Split]) -> Iterator[str]:
    yield from ("# Quotations in news articles", "")
    yield "Who said what: quotations in articles, with their kind, speaker, cue and the words that name the speaker."
    yield from ("A row is one article as one annotator left it; offsets count Unicode code points of `text`.", "")
    yield from ("| split | rows | direct | mixed | indirect |", "|---|---:|---:|---:|---:|")
    for split in splits:
        counts = " | ".join(str(split.quotes[kind]) for kind in (Kind.DIRECT, Kind.MIXED, Kind.INDIRECT))
        yield f"| {split.name} | {split.rows} | {counts} |"
    yield from ("", "## Loading", "", "```python", "from datasets import load_dataset", "")
    yield from ('quotes = load_dataset("FOLDER")', "```", "", "## License", "")
    yield "Not said yet. Write here, and at `license` above, under which terms texts and annotations may be used."
