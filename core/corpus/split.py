"""Which articles a model may learn from, and which nobody looks at until it is judged."""

import hashlib

PARTS = 5


def is_held_out(document_id: str) -> bool:
    """Whether an article belongs to the fifth that is never trained on; told by a hash of its id alone."""
    return int(hashlib.sha256(document_id.encode("utf-8")).hexdigest(), 16) % PARTS == 0
