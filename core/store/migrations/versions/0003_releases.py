"""Versions of the dataset that were frozen: their lines, each text of a line kept once however many releases have it."""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('frozen_line',
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('body', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('sha256', name=op.f('pk_frozen_line'))
    )
    op.create_table('release',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('at', sa.String(), nullable=False),
    sa.Column('annotator_id', sa.Integer(), nullable=True),
    sa.Column('articles', sa.Integer(), nullable=False),
    sa.Column('quotes', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['annotator_id'], ['annotator.id'], name=op.f('fk_release_annotator_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_release')),
    sa.UniqueConstraint('name', name=op.f('uq_release_name'))
    )
    op.create_table('release_line',
    sa.Column('release_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['release_id'], ['release.id'], name=op.f('fk_release_line_release_id')),
    sa.ForeignKeyConstraint(['sha256'], ['frozen_line.sha256'], name=op.f('fk_release_line_sha256')),
    sa.PrimaryKeyConstraint('release_id', 'position', name=op.f('pk_release_line'))
    )
