"""What people state of items of DCMM."""

import sqlalchemy as sa
from alembic import op

revision = '5d0c27b9e1f4'
down_revision = 'c4d1a90e27b6'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('standards_statement',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('item', sa.String(length=60), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('link', sa.String(length=500), nullable=True),
    sa.Column('file_name', sa.String(length=255), nullable=True),
    sa.Column('stated_by', sa.String(length=64), nullable=False),
    sa.Column('stated_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_standards_statement'))
    )
    op.create_index('ix_standards_statement_item_id', 'standards_statement', ['item', 'id'], unique=False)


def downgrade() -> None:
    op.drop_index('ix_standards_statement_item_id', table_name='standards_statement')
    op.drop_table('standards_statement')
