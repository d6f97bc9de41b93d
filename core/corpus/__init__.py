"""Our own annotated news: reading it from a folder, checking it, counting it, and keeping a part of it unseen."""
