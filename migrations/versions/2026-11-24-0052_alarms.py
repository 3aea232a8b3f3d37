"""alarms."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = 'b8c9613d59c6'
down_revision = '6fde88b03567'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('alarms_rule',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('revision', sa.BigInteger(), nullable=False),
    sa.Column('point', sa.BigInteger(), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('condition', sa.String(length=10), nullable=False),
    sa.Column('limit', sa.Double(), nullable=True),
    sa.Column('words', sa.ARRAY(sa.String(length=80)), nullable=False),
    sa.Column('seconds', sa.Integer(), nullable=True),
    sa.Column('dead_band', sa.Double(), nullable=False),
    sa.Column('on_delay', sa.Integer(), nullable=False),
    sa.Column('off_delay', sa.Integer(), nullable=False),
    sa.Column('importance', sa.String(length=10), nullable=False),
    sa.Column('cause', sa.Text(), nullable=False),
    sa.Column('consequence', sa.Text(), nullable=False),
    sa.Column('action', sa.Text(), nullable=False),
    sa.Column('respond_minutes', sa.Integer(), nullable=True),
    sa.Column('changed_by', sa.String(length=64), nullable=False),
    sa.Column('changed_by_name', sa.String(length=120), nullable=False),
    sa.Column('changed_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('retired_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['point'], ['shop_floor_point.number'], name=op.f('fk_alarms_rule_point_shop_floor_point')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_alarms_rule'))
    )
    op.create_index(op.f('ix_alarms_rule_point'), 'alarms_rule', ['point'], unique=False)
    op.create_index(op.f('ix_alarms_rule_revision'), 'alarms_rule', ['revision'], unique=False)
    op.create_table('alarms_alarm',
    sa.Column('rule_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('course', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.Column('acknowledged', sa.Boolean(), nullable=False),
    sa.Column('raised_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('returned_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('value', sa.String(length=200), nullable=True),
    sa.Column('shelved_until', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('shelved_by', sa.String(length=120), nullable=True),
    sa.Column('shelved_why', sa.Text(), nullable=True),
    sa.Column('out_since', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('out_why', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['rule_id'], ['alarms_rule.id'], name=op.f('fk_alarms_alarm_rule_id_alarms_rule')),
    sa.PrimaryKeyConstraint('rule_id', name=op.f('pk_alarms_alarm'))
    )
    op.create_table('alarms_entry',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('rule_id', sa.BigInteger(), nullable=False),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('what', sa.String(length=14), nullable=False),
    sa.Column('importance', sa.String(length=10), nullable=False),
    sa.Column('value', sa.String(length=200), nullable=True),
    sa.Column('value_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('by_name', sa.String(length=120), nullable=True),
    sa.Column('remark', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['rule_id'], ['alarms_rule.id'], name=op.f('fk_alarms_entry_rule_id_alarms_rule')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_alarms_entry'))
    )
    op.create_index('ix_alarms_entry_raised', 'alarms_entry', ['what', 'at'], unique=False)
    op.create_index('ix_alarms_entry_rule', 'alarms_entry', ['rule_id', 'id'], unique=False)
    op.create_table('alarms_revision',
    sa.Column('rule_id', sa.BigInteger(), nullable=False),
    sa.Column('revision', sa.BigInteger(), nullable=False),
    sa.Column('told', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('by_name', sa.String(length=120), nullable=False),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['rule_id'], ['alarms_rule.id'], name=op.f('fk_alarms_revision_rule_id_alarms_rule')),
    sa.PrimaryKeyConstraint('rule_id', 'revision', name=op.f('pk_alarms_revision'))
    )


def downgrade() -> None:
    op.drop_table('alarms_revision')
    op.drop_index('ix_alarms_entry_rule', table_name='alarms_entry')
    op.drop_index('ix_alarms_entry_raised', table_name='alarms_entry')
    op.drop_table('alarms_entry')
    op.drop_table('alarms_alarm')
    op.drop_index(op.f('ix_alarms_rule_revision'), table_name='alarms_rule')
    op.drop_index(op.f('ix_alarms_rule_point'), table_name='alarms_rule')
    op.drop_table('alarms_rule')
