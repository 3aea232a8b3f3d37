"""record_sharing."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = 'f6d4ab9bf2b1'
down_revision = '27ba3672c684'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('record_sharing_grade',
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('field', sa.String(length=40), nullable=False),
    sa.Column('level', sa.SmallInteger(), nullable=False),
    sa.Column('set_by', sa.String(length=64), nullable=False),
    sa.Column('set_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('kind', 'field', name=op.f('pk_record_sharing_grade'))
    )
    op.create_table('record_sharing_consent',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('link_id', sa.String(length=36), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('purpose', sa.String(length=20), nullable=False),
    sa.Column('form', sa.String(length=12), nullable=False),
    sa.Column('period', sa.String(length=8), nullable=True),
    sa.Column('fields', sa.ARRAY(sa.String(length=40)), nullable=False),
    sa.Column('since', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('until', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('given_by', sa.String(length=64), nullable=False),
    sa.Column('given_by_name', sa.String(length=120), nullable=False),
    sa.Column('given_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('withdrawn_by', sa.String(length=64), nullable=True),
    sa.Column('withdrawn_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('withdrawn_why', sa.Text(), nullable=True),
    sa.Column('follows', sa.String(length=36), nullable=True),
    sa.Column('position', sa.BigInteger(), nullable=False),
    sa.Column('too_large', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['follows'], ['record_sharing_consent.id'], name=op.f('fk_record_sharing_consent_follows_record_sharing_consent')),
    sa.ForeignKeyConstraint(['link_id'], ['brain_link_link.id'], name=op.f('fk_record_sharing_consent_link_id_brain_link_link')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_record_sharing_consent'))
    )
    op.create_index(op.f('ix_record_sharing_consent_link_id'), 'record_sharing_consent', ['link_id'], unique=False)
    op.create_table('shared_records_consent',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('factory_id', sa.String(length=36), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('purpose', sa.String(length=20), nullable=False),
    sa.Column('form', sa.String(length=12), nullable=False),
    sa.Column('period', sa.String(length=8), nullable=True),
    sa.Column('fields', sa.ARRAY(sa.String(length=40)), nullable=False),
    sa.Column('since', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('until', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('given_by', sa.String(length=120), nullable=False),
    sa.Column('given_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('ended_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('ended_why', sa.Text(), nullable=True),
    sa.Column('received_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('refused', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['factory_id'], ['factory_link_factory.id'], name=op.f('fk_shared_records_consent_factory_id_factory_link_factory')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shared_records_consent'))
    )
    op.create_index(op.f('ix_shared_records_consent_factory_id'), 'shared_records_consent', ['factory_id'], unique=False)
    op.create_table('record_sharing_letter',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('consent_id', sa.String(length=36), nullable=False),
    sa.Column('rows', sa.Integer(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('written_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('left_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('refusal', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['consent_id'], ['record_sharing_consent.id'], name=op.f('fk_record_sharing_letter_consent_id_record_sharing_consent')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_record_sharing_letter'))
    )
    op.create_index(op.f('ix_record_sharing_letter_consent_id'), 'record_sharing_letter', ['consent_id'], unique=False)
    op.create_index(op.f('ix_record_sharing_letter_left_at'), 'record_sharing_letter', ['left_at'], unique=False)
    op.create_table('record_sharing_period',
    sa.Column('consent_id', sa.String(length=36), nullable=False),
    sa.Column('begin', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['consent_id'], ['record_sharing_consent.id'], name=op.f('fk_record_sharing_period_consent_id_record_sharing_consent')),
    sa.PrimaryKeyConstraint('consent_id', 'begin', name=op.f('pk_record_sharing_period'))
    )
    op.create_table('shared_records_record',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('consent_id', sa.String(length=36), nullable=False),
    sa.Column('key', sa.String(length=400), nullable=False),
    sa.Column('revision', sa.BigInteger(), nullable=False),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('withdrawn', sa.Boolean(), nullable=False),
    sa.Column('content', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('received_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('landed_revision', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['consent_id'], ['shared_records_consent.id'], name=op.f('fk_shared_records_record_consent_id_shared_records_consent')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shared_records_record'))
    )
    op.create_index('ix_shared_records_record_at', 'shared_records_record', ['consent_id', 'at'], unique=False)
    op.create_index('ix_shared_records_record_waiting', 'shared_records_record', ['consent_id'], unique=False, postgresql_where=sa.text('landed_revision IS NULL OR landed_revision < revision'))
    op.create_index('uq_shared_records_record_key', 'shared_records_record', ['consent_id', 'key'], unique=True)


def downgrade() -> None:
    op.drop_index('uq_shared_records_record_key', table_name='shared_records_record')
    op.drop_index('ix_shared_records_record_waiting', table_name='shared_records_record', postgresql_where=sa.text('landed_revision IS NULL OR landed_revision < revision'))
    op.drop_index('ix_shared_records_record_at', table_name='shared_records_record')
    op.drop_table('shared_records_record')
    op.drop_table('record_sharing_period')
    op.drop_index(op.f('ix_record_sharing_letter_left_at'), table_name='record_sharing_letter')
    op.drop_index(op.f('ix_record_sharing_letter_consent_id'), table_name='record_sharing_letter')
    op.drop_table('record_sharing_letter')
    op.drop_index(op.f('ix_shared_records_consent_factory_id'), table_name='shared_records_consent')
    op.drop_table('shared_records_consent')
    op.drop_index(op.f('ix_record_sharing_consent_link_id'), table_name='record_sharing_consent')
    op.drop_table('record_sharing_consent')
    op.drop_table('record_sharing_grade')
