"""Business records of the gateway."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '27ba3672c684'
down_revision = '6eccc691ca23'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('operations_import',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('kept', sa.Integer(), nullable=False),
    sa.Column('unchanged', sa.Integer(), nullable=False),
    sa.Column('refused', sa.Integer(), nullable=False),
    sa.Column('by', sa.String(length=64), nullable=False),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('undone_by', sa.String(length=64), nullable=True),
    sa.Column('undone_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_operations_import'))
    )
    op.create_table('operations_system',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('settings', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('sealed_secret', sa.LargeBinary(), nullable=True),
    sa.Column('enabled', sa.Boolean(), nullable=False),
    sa.Column('revision', sa.BigInteger(), nullable=False),
    sa.Column('changed_by', sa.String(length=64), nullable=False),
    sa.Column('changed_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_operations_system')),
    sa.UniqueConstraint('name', name=op.f('uq_operations_system_name'))
    )
    op.create_table('operations_equipment_name',
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('equipment_id', sa.BigInteger(), nullable=False),
    sa.Column('told_by', sa.String(length=64), nullable=False),
    sa.Column('told_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['equipment_id'], ['shop_floor_equipment.id'], name=op.f('fk_operations_equipment_name_equipment_id_shop_floor_equipment')),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_operations_equipment_name'))
    )
    op.create_table('operations_record',
    sa.Column('number', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('system_id', sa.BigInteger(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('key', sa.String(length=200), nullable=False),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('changed_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('equipment', sa.String(length=200), nullable=True),
    sa.Column('lot', sa.String(length=200), nullable=True),
    sa.Column('made_of', sa.ARRAY(sa.String(length=200)), nullable=False),
    sa.Column('content', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('current', sa.Boolean(), nullable=False),
    sa.Column('withdrawn', sa.Boolean(), nullable=False),
    sa.Column('import_id', sa.BigInteger(), nullable=True),
    sa.Column('kept_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['import_id'], ['operations_import.id'], name=op.f('fk_operations_record_import_id_operations_import')),
    sa.ForeignKeyConstraint(['system_id'], ['operations_system.id'], name=op.f('fk_operations_record_system_id_operations_system')),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_operations_record'))
    )
    op.create_index('ix_operations_record_at', 'operations_record', ['kind', 'at'], unique=False, postgresql_where=sa.text('current AND NOT withdrawn'))
    op.create_index(op.f('ix_operations_record_import_id'), 'operations_record', ['import_id'], unique=False)
    op.create_index('ix_operations_record_key', 'operations_record', ['system_id', 'kind', 'key', 'number'], unique=False)
    op.create_index('ix_operations_record_lot', 'operations_record', ['lot'], unique=False, postgresql_where=sa.text('current AND NOT withdrawn'))
    op.create_index('ix_operations_record_made_of', 'operations_record', ['made_of'], unique=False, postgresql_using='gin', postgresql_where=sa.text('current AND NOT withdrawn'))
    op.create_index('uq_operations_record_current', 'operations_record', ['system_id', 'kind', 'key'], unique=True, postgresql_where=sa.text('current'))
    op.create_table('operations_refused',
    sa.Column('system_id', sa.BigInteger(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('key', sa.String(length=200), nullable=False),
    sa.Column('problem', sa.Text(), nullable=False),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['system_id'], ['operations_system.id'], name=op.f('fk_operations_refused_system_id_operations_system'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('system_id', 'kind', 'key', name=op.f('pk_operations_refused'))
    )
    op.create_table('operations_system_state',
    sa.Column('system_id', sa.BigInteger(), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('since', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('problem', sa.Text(), nullable=True),
    sa.Column('looked_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('position', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('kept', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['system_id'], ['operations_system.id'], name=op.f('fk_operations_system_state_system_id_operations_system'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('system_id', name=op.f('pk_operations_system_state'))
    )


def downgrade() -> None:
    op.drop_table('operations_system_state')
    op.drop_table('operations_refused')
    op.drop_index('uq_operations_record_current', table_name='operations_record', postgresql_where=sa.text('current'))
    op.drop_index('ix_operations_record_made_of', table_name='operations_record', postgresql_using='gin', postgresql_where=sa.text('current AND NOT withdrawn'))
    op.drop_index('ix_operations_record_lot', table_name='operations_record', postgresql_where=sa.text('current AND NOT withdrawn'))
    op.drop_index('ix_operations_record_key', table_name='operations_record')
    op.drop_index(op.f('ix_operations_record_import_id'), table_name='operations_record')
    op.drop_index('ix_operations_record_at', table_name='operations_record', postgresql_where=sa.text('current AND NOT withdrawn'))
    op.drop_table('operations_record')
    op.drop_table('operations_equipment_name')
    op.drop_table('operations_system')
    op.drop_table('operations_import')
