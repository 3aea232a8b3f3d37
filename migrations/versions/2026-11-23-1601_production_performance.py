"""Production performance: how work units are measured, their hours, the shifts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = 'b0f6b31772f0'
down_revision = '46d44f4d4148'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('performance_period',
    sa.Column('equipment_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('begin', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('planned_busy', sa.Double(), nullable=False),
    sa.Column('production', sa.Double(), nullable=False),
    sa.Column('setup', sa.Double(), nullable=False),
    sa.Column('delay', sa.Double(), nullable=False),
    sa.Column('down', sa.Double(), nullable=False),
    sa.Column('unknown', sa.Double(), nullable=False),
    sa.Column('planned_run', sa.Double(), nullable=True),
    sa.Column('produced', sa.Double(), nullable=True),
    sa.Column('good', sa.Double(), nullable=True),
    sa.Column('energy', sa.Double(), nullable=True),
    sa.Column('is_output', sa.Boolean(), nullable=False),
    sa.Column('is_over', sa.Boolean(), nullable=False),
    sa.Column('ended', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('computed_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('equipment_id', 'begin', name=op.f('pk_performance_period'))
    )
    op.create_index('ix_performance_period_begin', 'performance_period', ['begin'], unique=False)
    op.create_table('performance_shift',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('title', sa.String(length=40), nullable=False),
    sa.Column('weekdays', sa.ARRAY(sa.SmallInteger()), nullable=False),
    sa.Column('begin', sa.Time(), nullable=False),
    sa.Column('end', sa.Time(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_performance_shift'))
    )
    op.create_table('performance_measured',
    sa.Column('equipment_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('state_point', sa.BigInteger(), nullable=False),
    sa.Column('states', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('produced_point', sa.BigInteger(), nullable=True),
    sa.Column('rejected_point', sa.BigInteger(), nullable=True),
    sa.Column('energy_point', sa.BigInteger(), nullable=True),
    sa.Column('run_time', sa.Double(), nullable=True),
    sa.Column('is_output', sa.Boolean(), nullable=False),
    sa.Column('changed_by', sa.String(length=64), nullable=False),
    sa.Column('changed_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['equipment_id'], ['shop_floor_equipment.id'], name=op.f('fk_performance_measured_equipment_id_shop_floor_equipment')),
    sa.PrimaryKeyConstraint('equipment_id', name=op.f('pk_performance_measured'))
    )


def downgrade() -> None:
    op.drop_table('performance_measured')
    op.drop_table('performance_shift')
    op.drop_index('ix_performance_period_begin', table_name='performance_period')
    op.drop_table('performance_period')
