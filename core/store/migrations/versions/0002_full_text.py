"""Words of titles and texts in an index of their own, which triggers keep up to date.

Outside undo and dumps: it holds nothing that is not in `document`. The index of first letters is for what is typed
letter by letter. Comments are few among many quotes, and are found by an index that has only them.
"""

from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None

TABLE = """
CREATE VIRTUAL TABLE document_words USING fts5(
    title, text, content='document', content_rowid='position', prefix='1 2', tokenize='unicode61 remove_diacritics 2'
)
"""
ADD = "INSERT INTO document_words (rowid, title, text) VALUES (new.position, new.title, new.text);"
TAKE = """
INSERT INTO document_words (document_words, rowid, title, text)
VALUES ('delete', old.position, old.title, old.text);
"""


def upgrade() -> None:
    op.execute(TABLE)
    op.execute(f"CREATE TRIGGER document_words_added AFTER INSERT ON document BEGIN {ADD} END")
    op.execute(f"CREATE TRIGGER document_words_gone AFTER DELETE ON document BEGIN {TAKE} END")
    op.execute(
        "CREATE TRIGGER document_words_changed AFTER UPDATE OF position, title, text ON document "
        f"BEGIN {TAKE} {ADD} END"
    )
    op.execute("INSERT INTO document_words (document_words) VALUES ('rebuild')")
    op.execute("CREATE INDEX ix_quote_commented ON quote (layer_id) WHERE comment <> ''")
