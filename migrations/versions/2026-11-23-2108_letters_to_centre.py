"""letters_to_centre."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '5d1f56253e0c'
down_revision = '219f7c87f707'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('exchange_brain_letter',
    sa.Column('number', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('id', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('written_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('body', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('sent_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('refusal', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_exchange_brain_letter')),
    sa.UniqueConstraint('id', name=op.f('uq_exchange_brain_letter_id'))
    )
    op.create_table('exchange_letter',
    sa.Column('client_id', sa.String(length=64), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('kind', sa.String(length=64), nullable=False),
    sa.Column('received_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('client_id', 'id', name=op.f('pk_exchange_letter'))
    )


def downgrade() -> None:
    op.drop_table('exchange_letter')
    op.drop_table('exchange_brain_letter')
