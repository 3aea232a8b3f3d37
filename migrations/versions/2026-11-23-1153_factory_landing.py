"""Landings of what factories sent."""

import sqlalchemy as sa
from alembic import op

revision = '46d44f4d4148'
down_revision = '70dd864be810'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('factory_link_factory', sa.Column('landing', sa.BigInteger(), nullable=True))
    op.create_index('ix_factory_link_received_waiting', 'factory_link_received', ['factory_id', 'last'], unique=False, postgresql_where=sa.text('landed_at IS NULL'))


def downgrade() -> None:
    op.drop_index('ix_factory_link_received_waiting', table_name='factory_link_received', postgresql_where=sa.text('landed_at IS NULL'))
    op.drop_column('factory_link_factory', 'landing')
