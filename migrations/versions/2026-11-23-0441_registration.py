"""Registration of data sets in the catalogue."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '55d83ff74a03'
down_revision = '5d0c27b9e1f4'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('data_sets_registration',
    sa.Column('data_set', sa.String(length=80), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('declared', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('serial', sa.Integer(), nullable=True),
    sa.Column('identifier', sa.String(length=40), nullable=True),
    sa.Column('submitted_by', sa.String(length=64), nullable=True),
    sa.PrimaryKeyConstraint('data_set', name=op.f('pk_data_sets_registration')),
    sa.UniqueConstraint('identifier', name=op.f('uq_data_sets_registration_identifier')),
    sa.UniqueConstraint('serial', name=op.f('uq_data_sets_registration_serial'))
    )
    op.create_table('data_sets_registration_step',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('data_set', sa.String(length=80), nullable=False),
    sa.Column('step', sa.String(length=16), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('told', postgresql.JSONB(astext_type=sa.Text()), nullable=True),
    sa.Column('reason', sa.String(length=400), nullable=True),
    sa.Column('by', sa.String(length=64), nullable=False),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_data_sets_registration_step'))
    )
    op.create_index('ix_data_sets_registration_step_data_set_id', 'data_sets_registration_step', ['data_set', 'id'], unique=False)


def downgrade() -> None:
    op.drop_index('ix_data_sets_registration_step_data_set_id', table_name='data_sets_registration_step')
    op.drop_table('data_sets_registration_step')
    op.drop_table('data_sets_registration')
