"""Reads Quotedesk's own table: the rows of an article and annotator become one line again."""

from collections.abc import Iterable, Iterator
from typing import Any

from core.errors import BadInput
from core.formats.line.decoding import decode_object
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.table.cells import attributes_of, seconds_of, span_of, spans_of
from core.formats.table.parts import Numbered, whole
from core.model.records import AnnotatedDocument
from core.model.terms import SpeakerType

Raw = dict[str, Any]
Cells = dict[str, str]

_ABOUT = ("title", "source", "date", "url", "language", "annotator", "state", "sha256")
_SIMPLE = ("kind", "status", "speaker_type", "comment")


def own_lines(rows: Iterable[Numbered], name: str, problems: Problems, reading: Reading) -> Iterator[AnnotatedDocument]:
    """Yield the good articles and note the others; the rows of an article must follow one another."""
    for group in _groups(whole(rows)):
        where = f"{name}, row {group[0][0]}"
        try:
            yield decode_object(_line(group, name), where=where, reading=reading)
        except BadInput as error:
            problems.note(str(error))


def _groups(rows: Iterator[Numbered]) -> Iterator[list[Numbered]]:
    """Yield the rows of one article and annotator; a second text begins another line."""
    held: list[Numbered] = []
    key, text = ("", ""), False
    for number, row in rows:
        this = (row.get("document_id", ""), row.get("annotator", ""))
        if held and (this != key or (text and row.get("article"))):
            yield held
            held, text = [], False
        key, text = this, text or bool(row.get("article"))
        held.append((number, row))
    if held:
        yield held


def _line(group: list[Numbered], name: str) -> Raw:
    first = group[0][1]
    text = next((row["article"] for _, row in group if row.get("article")), None)
    if text is None:
        who = first.get("document_id") or "an article without id"
        raise BadInput(
            f"{name}, row {group[0][0]}: the rows of {who} hold no text (column article). The rows of an article must "
            "stand together."
        )
    raw: Raw = {"id": first.get("document_id", ""), "text": text}
    raw |= {key: value for key in _ABOUT if (value := next((row[key] for _, row in group if row.get(key)), None))}
    names = _names(row for _, row in group)
    raw["speakers"] = [{"id": id_, "name": said} for id_, said in names.items()]
    raw["quotes"] = [_quote(row, f"{name}, row {number}", names) for number, row in group if _has_quote(row)]
    return raw


def _has_quote(row: Cells) -> bool:
    return any(row.get(key) for key in ("quote_id", "fragments", "start"))


def _names(rows: Iterable[Cells]) -> dict[str, str]:
    """Return the name of each speaker's id, as it stands in the first row."""
    names: dict[str, str] = {}
    for row in rows:
        if row.get("speaker_id") and row.get("speaker"):
            names.setdefault(row["speaker_id"], row["speaker"])
    return names


def _quote(row: Cells, where: str, names: dict[str, str]) -> Raw:
    def cell(key: str) -> str:
        return row.get(key, "")

    raw: Raw = {key: cell(key) for key in _SIMPLE if cell(key)} | _who(row, names)
    raw |= {"speaker": span_of(cell("mention_at"), f"{where}, mention_at")}
    raw |= {"cue": span_of(cell("cue_at"), f"{where}, cue_at")}
    raw |= {"flagged": cell("flagged").lower() == "yes", "sure": cell("sure").lower() != "no"}
    raw["more_speakers"] = seconds_of(cell("more_speakers"), f"{where}, more_speakers")
    raw["attributes"] = attributes_of(cell("attributes"), f"{where}, attributes")
    raw["fragments"] = spans_of(cell("fragments"), f"{where}, fragments")
    if not raw["fragments"]:
        raw["fragments"] = spans_of(f"{cell('start')}:{cell('end')}", f"{where}, fragments")
    if cell("quote_id"):
        raw |= {"id": cell("quote_id"), "quoted": spans_of(cell("quoted"), f"{where}, quoted")}
    if cell("parent"):
        raw["parent"] = cell("parent")
    if cell("confidence"):
        raw["confidence"] = _number(cell("confidence"), f"{where}, confidence")
    if cell("via"):
        raw["decided"] = {"via": cell("via"), "at": cell("decided_at")}
    return raw


def _who(row: Cells, names: dict[str, str]) -> Raw:
    """A name that was changed in its row goes before the id, which then is somebody else's."""
    name, id_ = row.get("speaker") or None, row.get("speaker_id") or None
    if id_ and name and names.get(id_) == name:
        return {"speaker_id": id_}
    named = name is None and row.get("speaker_type") == SpeakerType.NAMED
    return {"speaker_name": name} | ({"speaker_type": None} if named else {})


def _number(cell: str, where: str) -> float:
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        raise BadInput(f"{where}: “{cell[:40]}” is no number") from None
