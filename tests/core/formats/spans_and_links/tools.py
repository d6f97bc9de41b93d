"""Annotation tools that are written for and read: how a test does it with any of them."""

import io
import json

from core.formats.problems import Problems


def written(tool, *lines):
    out = io.BytesIO()
    assert tool.write(lines, out) == len(lines)
    return out.getvalue()


def read(tool, *records, reading=None):
    """Read the bytes of a file, or objects in lines; gives the lines and the problems."""
    problems = Problems()
    data = records[0] if isinstance(records[0], bytes) else "\n".join(map(json.dumps, records)).encode()
    return list(tool.read(io.BytesIO(data), problems, reading)), problems
