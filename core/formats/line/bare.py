"""Articles in JSON that know nothing of this format: a text under some usual name, perhaps an id."""

from core.formats.line.wire import Raw, WireLine

TEXT_KEYS = ("text", "content", "body", "article")
"""Under what an article's text stands in the files of others, the likeliest first."""

_ABOUT = ("title", "source", "url", "date", "language")
_KNOWN = frozenset(WireLine.__struct_fields__)


def completed(raw: Raw, id_: str) -> Raw:
    """Return a line with an id, `id_` if it brings none, and with its text under `text`.

    A line that says which format it is in must keep that format's rules and is left as it is.
    """
    if "format" in raw:
        return raw
    done = dict(raw)
    given = done.get("id")
    if given is None:
        done["id"] = id_
    elif isinstance(given, int) and not isinstance(given, bool):
        done["id"] = str(given)
    if "text" not in done and (key := text_key(done)):
        done["text"] = done.pop(key)
    return done


def text_key(raw: Raw) -> str | None:
    """Return the key under which a text stands, or None if there is none."""
    return next((key for key in TEXT_KEYS if isinstance(raw.get(key), str)), None)


def foreign(raw: Raw) -> Raw:
    """Return what a foreign record says of an article, beside its text and id.

    A word of this format counts only if it means the same: a `state` there may be one of the United States.
    """
    about = {key: raw[key] for key in _ABOUT if isinstance(raw.get(key), str)}
    return about | {key: value for key, value in raw.items() if key not in _KNOWN}
