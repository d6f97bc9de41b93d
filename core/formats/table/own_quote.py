"""Reads one row of Quotedesk's own table: a quote, as people and their spreadsheets left it."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from core.errors import BadInput
from core.formats.table.cells import attributes_of, seconds_of, span_of, spans_of
from core.model.terms import SpeakerType

Raw = dict[str, Any]

_WORDS = ("kind", "status", "speaker_type")
_YES = frozenset({"yes", "true", "x", "1"})
_NO = frozenset({"no", "false", "0"})


class OwnQuote:
    """A row; `where` names it in sentences, `unlikely` counts cells that were spoilt and can be done without."""

    def __init__(self, row: Mapping[str, str], where: str, unlikely: Counter[str]) -> None:
        self._row = row
        self._where = where
        self._unlikely = unlikely

    def raw(self, names: Mapping[str, str]) -> Raw:
        """Return the quote in the shape of the dataset format; `names` are those of the article's speakers by id."""
        raw: Raw = {key: self._cell(key).strip().lower() for key in _WORDS if self._cell(key)} | self._who(names)
        if self._cell("comment"):
            raw["comment"] = self._cell("comment")
        raw |= {"speaker": span_of(*self._at("mention_at")), "cue": span_of(*self._at("cue_at"))}
        raw |= {"flagged": self._is("flagged", usually=False), "sure": self._is("sure", usually=True)}
        raw["more_speakers"] = seconds_of(*self._at("more_speakers"))
        raw["attributes"] = attributes_of(*self._at("attributes"))
        raw["fragments"] = spans_of(*self._at("fragments")) or self._hull()
        if self._cell("quote_id"):
            raw |= {"id": self._cell("quote_id"), "quoted": spans_of(*self._at("quoted"))}
        if self._cell("parent"):
            raw["parent"] = self._cell("parent")
        if self._cell("confidence"):
            raw["confidence"] = self._confidence()
        if self._cell("via"):
            raw["decided"] = {"via": self._cell("via"), "at": self._cell("decided_at")}
        return raw

    def _cell(self, key: str) -> str:
        return self._row.get(key, "")

    def _at(self, key: str) -> tuple[str, str]:
        return self._cell(key), f"{self._where}, {key}"

    def _hull(self) -> list[list[int]]:
        ends = [self._cell(key).strip() for key in ("start", "end")]
        if not all(each.isdecimal() for each in ends):
            raise BadInput(f"{self._where}: says nowhere where the quote stands: fragments is empty, and start or end")
        return [[int(each) for each in ends]]

    def _is(self, key: str, *, usually: bool) -> bool:
        word = self._cell(key).strip().lower()
        if word and word not in _YES | _NO:
            raise BadInput(f"{self._where}, {key}: “{word[:40]}” is neither yes nor no")
        return word in _YES if word else usually

    def _who(self, names: Mapping[str, str]) -> Raw:
        """A name that was changed in its row goes before the id, which then is somebody else's."""
        name, id_ = self._cell("speaker") or None, self._cell("speaker_id") or None
        if id_ and name and names.get(id_) in (name, name.strip()):
            return {"speaker_id": id_}
        named = name is None and self._cell("speaker_type") == SpeakerType.NAMED
        return {"speaker_name": name} | ({"speaker_type": None} if named else {})

    def _confidence(self) -> float | None:
        cell = self._cell("confidence")
        try:
            number = float(cell.replace(",", "."))
        except ValueError:
            number = -1.0
        if 0 <= number <= 1:
            return number
        # Where the point of 0.875 parts thousands a spreadsheet makes 875 of it, and the digits that it had are gone.
        self._unlikely["a confidence that is no number from 0 to 1 was left out"] += 1
        return None
