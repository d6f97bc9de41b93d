"""Which quotes lie inside a quote: asked at each step of its edges, and few in any article."""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        'ix_quote_inside', 'quote', ['layer_id', 'parent'], unique=False, sqlite_where=sa.text('parent IS NOT NULL')
    )
