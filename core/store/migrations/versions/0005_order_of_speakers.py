"""In which order a line named its speakers: others of the article may name them in another one."""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('cast_member', sa.Column('turn', sa.Integer(), nullable=True))
