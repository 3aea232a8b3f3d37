"""The gateway's sources, points, and blocks of values."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '367afef7cc08'
down_revision = '75fb9cdef3ec'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('shop_floor_aside',
    sa.Column('point', sa.BigInteger(), nullable=False),
    sa.Column('reason', sa.String(length=20), nullable=False),
    sa.Column('hour', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('count', sa.BigInteger(), nullable=False),
    sa.Column('excerpt', sa.String(length=200), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('last_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('point', 'reason', 'hour', name=op.f('pk_shop_floor_aside'))
    )
    op.create_table('shop_floor_block',
    sa.Column('number', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('priority', sa.SmallInteger(), nullable=False),
    sa.Column('points', sa.Integer(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('first_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('last_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('sealed_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('data', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_shop_floor_block'))
    )
    # Packed already: the server need not try to compress it.
    op.execute('ALTER TABLE shop_floor_block ALTER COLUMN data SET STORAGE EXTERNAL')
    op.create_index('ix_shop_floor_block_last_at', 'shop_floor_block', ['last_at'], unique=False)
    op.create_index('ix_shop_floor_block_priority', 'shop_floor_block', ['priority', 'number'], unique=False)
    op.create_table('shop_floor_equipment',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('parent_id', sa.BigInteger(), nullable=True),
    sa.Column('level', sa.String(length=16), nullable=False),
    sa.Column('code', sa.String(length=60), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('process', sa.String(length=60), nullable=True),
    sa.Column('maker', sa.String(length=120), nullable=True),
    sa.Column('model', sa.String(length=120), nullable=True),
    sa.Column('serial', sa.String(length=120), nullable=True),
    sa.Column('in_use_since', sa.Date(), nullable=True),
    sa.Column('retired_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['parent_id'], ['shop_floor_equipment.id'], name=op.f('fk_shop_floor_equipment_parent_id_shop_floor_equipment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shop_floor_equipment')),
    sa.UniqueConstraint('code', name=op.f('uq_shop_floor_equipment_code'))
    )
    op.create_index(op.f('ix_shop_floor_equipment_parent_id'), 'shop_floor_equipment', ['parent_id'], unique=False)
    op.create_table('shop_floor_loss',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('reason', sa.String(length=20), nullable=False),
    sa.Column('priority', sa.SmallInteger(), nullable=False),
    sa.Column('source_id', sa.BigInteger(), nullable=True),
    sa.Column('points', sa.BigInteger(), nullable=False),
    sa.Column('first_block', sa.BigInteger(), nullable=True),
    sa.Column('last_block', sa.BigInteger(), nullable=True),
    sa.Column('first_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('last_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('told', sa.Text(), nullable=False),
    sa.Column('noted_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shop_floor_loss'))
    )
    op.create_table('shop_floor_reader',
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('number', sa.BigInteger(), nullable=False),
    sa.Column('moved_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_shop_floor_reader'))
    )
    op.create_table('shop_floor_source',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('settings', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('sealed_secret', sa.LargeBinary(), nullable=True),
    sa.Column('enabled', sa.Boolean(), nullable=False),
    sa.Column('revision', sa.BigInteger(), nullable=False),
    sa.Column('changed_by', sa.String(length=64), nullable=False),
    sa.Column('changed_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shop_floor_source')),
    sa.UniqueConstraint('name', name=op.f('uq_shop_floor_source_name'))
    )
    op.create_table('shop_floor_store',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('budget', sa.BigInteger(), nullable=False),
    sa.Column('days', sa.Integer(), nullable=False),
    sa.Column('changed_by', sa.String(length=64), nullable=False),
    sa.Column('changed_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shop_floor_store'))
    )
    op.create_table('shop_floor_live',
    sa.Column('source_id', sa.BigInteger(), nullable=False),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('data', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['source_id'], ['shop_floor_source.id'], name=op.f('fk_shop_floor_live_source_id_shop_floor_source'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('source_id', name=op.f('pk_shop_floor_live')),
    prefixes=['UNLOGGED']
    )
    op.create_table('shop_floor_point',
    sa.Column('number', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('source_id', sa.BigInteger(), nullable=False),
    sa.Column('equipment_id', sa.BigInteger(), nullable=True),
    sa.Column('code', sa.String(length=120), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('address', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('unit', sa.String(length=20), nullable=True),
    sa.Column('quantity', sa.String(length=40), nullable=True),
    sa.Column('low', sa.Double(), nullable=True),
    sa.Column('high', sa.Double(), nullable=True),
    sa.Column('scale', sa.Double(), nullable=False),
    sa.Column('shift', sa.Double(), nullable=False),
    sa.Column('sampling', sa.Double(), nullable=False),
    sa.Column('dead_band', sa.Double(), nullable=False),
    sa.Column('heartbeat', sa.Double(), nullable=False),
    sa.Column('priority', sa.SmallInteger(), nullable=False),
    sa.Column('domain', sa.String(length=20), nullable=False),
    sa.Column('level', sa.SmallInteger(), nullable=False),
    sa.Column('changed_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('retired_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['equipment_id'], ['shop_floor_equipment.id'], name=op.f('fk_shop_floor_point_equipment_id_shop_floor_equipment')),
    sa.ForeignKeyConstraint(['source_id'], ['shop_floor_source.id'], name=op.f('fk_shop_floor_point_source_id_shop_floor_source')),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_shop_floor_point')),
    sa.UniqueConstraint('code', name=op.f('uq_shop_floor_point_code'))
    )
    op.create_index(op.f('ix_shop_floor_point_equipment_id'), 'shop_floor_point', ['equipment_id'], unique=False)
    op.create_index(op.f('ix_shop_floor_point_source_id'), 'shop_floor_point', ['source_id'], unique=False)
    op.create_table('shop_floor_source_state',
    sa.Column('source_id', sa.BigInteger(), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('since', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('problem', sa.Text(), nullable=True),
    sa.Column('clock_ahead', sa.Double(), nullable=True),
    sa.Column('heard_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('kept', sa.BigInteger(), nullable=False),
    sa.Column('unchanged', sa.BigInteger(), nullable=False),
    sa.Column('set_aside', sa.BigInteger(), nullable=False),
    sa.Column('lost', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['source_id'], ['shop_floor_source.id'], name=op.f('fk_shop_floor_source_state_source_id_shop_floor_source'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('source_id', name=op.f('pk_shop_floor_source_state'))
    )


def downgrade() -> None:
    op.drop_table('shop_floor_source_state')
    op.drop_index(op.f('ix_shop_floor_point_source_id'), table_name='shop_floor_point')
    op.drop_index(op.f('ix_shop_floor_point_equipment_id'), table_name='shop_floor_point')
    op.drop_table('shop_floor_point')
    op.drop_table('shop_floor_live')
    op.drop_table('shop_floor_store')
    op.drop_table('shop_floor_source')
    op.drop_table('shop_floor_reader')
    op.drop_table('shop_floor_loss')
    op.drop_index(op.f('ix_shop_floor_equipment_parent_id'), table_name='shop_floor_equipment')
    op.drop_table('shop_floor_equipment')
    op.drop_index('ix_shop_floor_block_priority', table_name='shop_floor_block')
    op.drop_index('ix_shop_floor_block_last_at', table_name='shop_floor_block')
    op.drop_table('shop_floor_block')
    op.drop_table('shop_floor_aside')
