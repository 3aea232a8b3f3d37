"""The factory link: both sides of it."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = 'e6c048891baa'
down_revision = '367afef7cc08'
branch_labels = None
depends_on = None


def upgrade() -> None:

    op.create_table('brain_link_link',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('url', sa.String(length=400), nullable=False),
    sa.Column('brain', sa.String(length=120), nullable=False),
    sa.Column('brain_code', sa.String(length=18), nullable=True),
    sa.Column('brain_key', sa.String(length=44), nullable=False),
    sa.Column('sealed_key', sa.LargeBinary(), nullable=False),
    sa.Column('next_sealed_key', sa.LargeBinary(), nullable=True),
    sa.Column('key_since', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('check_number', sa.String(length=6), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('enrolled_by', sa.String(length=64), nullable=False),
    sa.Column('enrolled_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('confirmed_by', sa.String(length=64), nullable=True),
    sa.Column('confirmed_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('brain_state', sa.String(length=16), nullable=False),
    sa.Column('last', sa.BigInteger(), nullable=False),
    sa.Column('chain', sa.String(length=64), nullable=True),
    sa.Column('pending_last', sa.BigInteger(), nullable=True),
    sa.Column('pending_chain', sa.String(length=64), nullable=True),
    sa.Column('catalogue_sent', sa.BigInteger(), nullable=False),
    sa.Column('losses_told', sa.BigInteger(), nullable=False),
    sa.Column('uses_heard', sa.BigInteger(), nullable=False),
    sa.Column('reached_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('problem', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_brain_link_link'))
    )
    op.create_table('factory_link_factory',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('credit_code', sa.String(length=18), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('code_digest', sa.String(length=64), nullable=True),
    sa.Column('code_tries', sa.SmallInteger(), nullable=False),
    sa.Column('code_until', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('invited_by', sa.String(length=64), nullable=False),
    sa.Column('invited_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('public_key', sa.String(length=44), nullable=True),
    sa.Column('old_public_key', sa.String(length=44), nullable=True),
    sa.Column('key_since', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('check_number', sa.String(length=6), nullable=True),
    sa.Column('claimed_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('confirmed_by', sa.String(length=64), nullable=True),
    sa.Column('confirmed_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('closed_by', sa.String(length=64), nullable=True),
    sa.Column('closed_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('source_id', sa.BigInteger(), nullable=True),
    sa.Column('last', sa.BigInteger(), nullable=False),
    sa.Column('chain', sa.String(length=64), nullable=True),
    sa.Column('catalogue', sa.BigInteger(), nullable=False),
    sa.Column('health', postgresql.JSONB(astext_type=sa.Text()), nullable=True),
    sa.Column('seen_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_factory_link_factory'))
    )
    op.create_index(op.f('ix_factory_link_factory_credit_code'), 'factory_link_factory', ['credit_code'], unique=False)
    op.create_table('factory_link_key',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('made_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_factory_link_key'))
    )
    op.create_table('brain_link_catalogue',
    sa.Column('link_id', sa.String(length=36), nullable=False),
    sa.Column('revision', sa.BigInteger(), nullable=False),
    sa.Column('changed_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['link_id'], ['brain_link_link.id'], name=op.f('fk_brain_link_catalogue_link_id_brain_link_link')),
    sa.PrimaryKeyConstraint('link_id', name=op.f('pk_brain_link_catalogue'))
    )
    op.create_table('brain_link_consent',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('link_id', sa.String(length=36), nullable=False),
    sa.Column('purpose', sa.String(length=20), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('seconds', sa.Integer(), nullable=True),
    sa.Column('step', sa.Double(), nullable=True),
    sa.Column('until', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('given_by', sa.String(length=64), nullable=False),
    sa.Column('given_by_name', sa.String(length=120), nullable=False),
    sa.Column('given_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('withdrawn_by', sa.String(length=64), nullable=True),
    sa.Column('withdrawn_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('withdrawn_why', sa.Text(), nullable=True),
    sa.Column('follows', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['follows'], ['brain_link_consent.id'], name=op.f('fk_brain_link_consent_follows_brain_link_consent')),
    sa.ForeignKeyConstraint(['link_id'], ['brain_link_link.id'], name=op.f('fk_brain_link_consent_link_id_brain_link_link')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_brain_link_consent'))
    )
    op.create_index(op.f('ix_brain_link_consent_link_id'), 'brain_link_consent', ['link_id'], unique=False)
    op.create_table('brain_link_event',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('link_id', sa.String(length=36), nullable=False),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('what', sa.String(length=20), nullable=False),
    sa.Column('told', sa.Text(), nullable=False),
    sa.Column('details', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('severity', sa.SmallInteger(), nullable=False),
    sa.ForeignKeyConstraint(['link_id'], ['brain_link_link.id'], name=op.f('fk_brain_link_event_link_id_brain_link_link')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_brain_link_event'))
    )
    op.create_index(op.f('ix_brain_link_event_link_id'), 'brain_link_event', ['link_id'], unique=False)
    op.create_table('brain_link_sent',
    sa.Column('link_id', sa.String(length=36), nullable=False),
    sa.Column('last', sa.BigInteger(), nullable=False),
    sa.Column('first', sa.BigInteger(), nullable=False),
    sa.Column('catalogue', sa.BigInteger(), nullable=False),
    sa.Column('points', sa.Integer(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('chain', sa.String(length=64), nullable=False),
    sa.Column('sent_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('counted', sa.Boolean(), nullable=False),
    sa.Column('data', sa.LargeBinary(), nullable=True),
    sa.ForeignKeyConstraint(['link_id'], ['brain_link_link.id'], name=op.f('fk_brain_link_sent_link_id_brain_link_link')),
    sa.PrimaryKeyConstraint('link_id', 'last', name=op.f('pk_brain_link_sent'))
    )
    op.create_index('ix_brain_link_sent_sent_at', 'brain_link_sent', ['link_id', 'sent_at'], unique=False)
    op.create_table('brain_link_sent_day',
    sa.Column('link_id', sa.String(length=36), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('point', sa.BigInteger(), nullable=False),
    sa.Column('grain', sa.String(length=40), nullable=False),
    sa.Column('count', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['link_id'], ['brain_link_link.id'], name=op.f('fk_brain_link_sent_day_link_id_brain_link_link')),
    sa.PrimaryKeyConstraint('link_id', 'day', 'point', 'grain', name=op.f('pk_brain_link_sent_day'))
    )
    op.create_table('brain_link_use',
    sa.Column('link_id', sa.String(length=36), nullable=False),
    sa.Column('id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('purpose', sa.String(length=20), nullable=False),
    sa.Column('by', sa.Text(), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('points', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['link_id'], ['brain_link_link.id'], name=op.f('fk_brain_link_use_link_id_brain_link_link')),
    sa.PrimaryKeyConstraint('link_id', 'id', name=op.f('pk_brain_link_use'))
    )
    op.create_table('factory_link_consent',
    sa.Column('factory_id', sa.String(length=36), nullable=False),
    sa.Column('id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('purpose', sa.String(length=20), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('seconds', sa.Integer(), nullable=True),
    sa.Column('step', sa.Double(), nullable=True),
    sa.Column('points', sa.ARRAY(sa.BigInteger()), nullable=False),
    sa.Column('given_by', sa.String(length=120), nullable=False),
    sa.Column('given_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('until', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('ended_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['factory_id'], ['factory_link_factory.id'], name=op.f('fk_factory_link_consent_factory_id_factory_link_factory')),
    sa.PrimaryKeyConstraint('factory_id', 'id', name=op.f('pk_factory_link_consent'))
    )
    op.create_table('factory_link_point',
    sa.Column('factory_id', sa.String(length=36), nullable=False),
    sa.Column('number', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('code', sa.String(length=120), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('unit', sa.String(length=20), nullable=True),
    sa.Column('quantity', sa.String(length=40), nullable=True),
    sa.Column('low', sa.Double(), nullable=True),
    sa.Column('high', sa.Double(), nullable=True),
    sa.Column('domain', sa.String(length=20), nullable=False),
    sa.Column('level', sa.SmallInteger(), nullable=False),
    sa.Column('equipment', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('shared', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['factory_id'], ['factory_link_factory.id'], name=op.f('fk_factory_link_point_factory_id_factory_link_factory')),
    sa.PrimaryKeyConstraint('factory_id', 'number', name=op.f('pk_factory_link_point'))
    )
    op.create_table('factory_link_received',
    sa.Column('factory_id', sa.String(length=36), nullable=False),
    sa.Column('last', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('first', sa.BigInteger(), nullable=False),
    sa.Column('catalogue', sa.BigInteger(), nullable=False),
    sa.Column('points', sa.Integer(), nullable=False),
    sa.Column('refused', sa.Integer(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('first_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('last_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('sealed_from', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('sealed_to', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('received_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('losses', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('landed_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('data', sa.LargeBinary(), nullable=True),
    sa.ForeignKeyConstraint(['factory_id'], ['factory_link_factory.id'], name=op.f('fk_factory_link_received_factory_id_factory_link_factory')),
    sa.PrimaryKeyConstraint('factory_id', 'last', name=op.f('pk_factory_link_received'))
    )
    op.create_index('ix_factory_link_received_last_at', 'factory_link_received', ['factory_id', 'last_at'], unique=False)
    op.create_index('ix_factory_link_received_received_at', 'factory_link_received', ['factory_id', 'received_at'], unique=False)
    op.create_table('factory_link_use',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('factory_id', sa.String(length=36), nullable=False),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('purpose', sa.String(length=20), nullable=False),
    sa.Column('by', sa.Text(), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('points', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['factory_id'], ['factory_link_factory.id'], name=op.f('fk_factory_link_use_factory_id_factory_link_factory')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_factory_link_use'))
    )
    op.create_index('ix_factory_link_use_factory_id', 'factory_link_use', ['factory_id', 'id'], unique=False)
    op.create_table('brain_link_consented',
    sa.Column('consent_id', sa.BigInteger(), nullable=False),
    sa.Column('point', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['consent_id'], ['brain_link_consent.id'], name=op.f('fk_brain_link_consented_consent_id_brain_link_consent')),
    sa.PrimaryKeyConstraint('consent_id', 'point', name=op.f('pk_brain_link_consented'))
    )
    # Packed already: the server need not try to compress it.
    op.execute('ALTER TABLE brain_link_sent ALTER COLUMN data SET STORAGE EXTERNAL')
    op.execute('ALTER TABLE factory_link_received ALTER COLUMN data SET STORAGE EXTERNAL')


def downgrade() -> None:

    op.drop_table('brain_link_consented')
    op.drop_index('ix_factory_link_use_factory_id', table_name='factory_link_use')
    op.drop_table('factory_link_use')
    op.drop_index('ix_factory_link_received_received_at', table_name='factory_link_received')
    op.drop_index('ix_factory_link_received_last_at', table_name='factory_link_received')
    op.drop_table('factory_link_received')
    op.drop_table('factory_link_point')
    op.drop_table('factory_link_consent')
    op.drop_table('brain_link_use')
    op.drop_table('brain_link_sent_day')
    op.drop_index('ix_brain_link_sent_sent_at', table_name='brain_link_sent')
    op.drop_table('brain_link_sent')
    op.drop_index(op.f('ix_brain_link_event_link_id'), table_name='brain_link_event')
    op.drop_table('brain_link_event')
    op.drop_index(op.f('ix_brain_link_consent_link_id'), table_name='brain_link_consent')
    op.drop_table('brain_link_consent')
    op.drop_table('brain_link_catalogue')
    op.drop_table('factory_link_key')
    op.drop_index(op.f('ix_factory_link_factory_credit_code'), table_name='factory_link_factory')
    op.drop_table('factory_link_factory')
    op.drop_table('brain_link_link')

