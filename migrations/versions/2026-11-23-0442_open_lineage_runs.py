"""Runs told to an endpoint of OpenLineage."""

import sqlalchemy as sa
from alembic import op

revision = '75fb9cdef3ec'
down_revision = '55d83ff74a03'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('data_sets_delivery_run',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('data_set', sa.String(length=80), nullable=False),
    sa.Column('job', sa.String(length=200), nullable=False),
    sa.Column('place_namespace', sa.Text(), nullable=True),
    sa.Column('place_name', sa.Text(), nullable=False),
    sa.Column('place_title', sa.String(length=200), nullable=False),
    sa.Column('rows_read', sa.BigInteger(), nullable=False),
    sa.Column('bytes_read', sa.BigInteger(), nullable=False),
    sa.Column('rows', sa.BigInteger(), nullable=False),
    sa.Column('started_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('ended_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('failed', sa.Boolean(), nullable=False),
    sa.Column('told_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('refused', sa.String(length=200), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_data_sets_delivery_run'))
    )
    op.create_index(op.f('ix_data_sets_delivery_run_ended_at'), 'data_sets_delivery_run', ['ended_at'], unique=False)
    op.create_index('ix_data_sets_delivery_run_untold', 'data_sets_delivery_run', ['ended_at', 'id'], unique=False, postgresql_where=sa.text('told_at IS NULL'))
    op.create_table('data_sets_lineage_endpoint',
    sa.Column('url', sa.Text(), nullable=False),
    sa.Column('failures', sa.Integer(), nullable=False),
    sa.Column('problem', sa.String(length=200), nullable=True),
    sa.Column('next_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('told_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('url', name=op.f('pk_data_sets_lineage_endpoint'))
    )
    op.add_column('data_sets_build', sa.Column('told_at', sa.TIMESTAMP(timezone=True), nullable=True))
    op.add_column('data_sets_build', sa.Column('refused', sa.String(length=200), nullable=True))
    op.create_index('ix_data_sets_build_untold', 'data_sets_build', ['built_at', 'id'], unique=False, postgresql_where=sa.text('told_at IS NULL'))


def downgrade() -> None:
    op.drop_index('ix_data_sets_build_untold', table_name='data_sets_build', postgresql_where=sa.text('told_at IS NULL'))
    op.drop_column('data_sets_build', 'refused')
    op.drop_column('data_sets_build', 'told_at')
    op.drop_table('data_sets_lineage_endpoint')
    op.drop_index('ix_data_sets_delivery_run_untold', table_name='data_sets_delivery_run', postgresql_where=sa.text('told_at IS NULL'))
    op.drop_index(op.f('ix_data_sets_delivery_run_ended_at'), table_name='data_sets_delivery_run')
    op.drop_table('data_sets_delivery_run')
