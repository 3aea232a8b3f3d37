"""Comments on data sets."""

import sqlalchemy as sa
from alembic import op

revision = 'c4d1a90e27b6'
down_revision = 'a3a7483d3264'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('data_sets_comment',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('data_set', sa.String(length=80), nullable=False),
    sa.Column('column', sa.String(length=60), nullable=True),
    sa.Column('answers', sa.BigInteger(), nullable=True),
    sa.Column('account_id', sa.BigInteger(), nullable=False),
    sa.Column('username', sa.String(length=64), nullable=False),
    sa.Column('name', sa.String(length=64), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('written_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('edited_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('withdrawn_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['answers'], ['data_sets_comment.id'], name=op.f('fk_data_sets_comment_answers_data_sets_comment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_data_sets_comment'))
    )
    op.create_index(op.f('ix_data_sets_comment_answers'), 'data_sets_comment', ['answers'], unique=False)
    op.create_index('ix_data_sets_comment_data_set_id', 'data_sets_comment', ['data_set', 'id'], unique=False)


def downgrade() -> None:
    op.drop_index('ix_data_sets_comment_data_set_id', table_name='data_sets_comment')
    op.drop_index(op.f('ix_data_sets_comment_answers'), table_name='data_sets_comment')
    op.drop_table('data_sets_comment')
