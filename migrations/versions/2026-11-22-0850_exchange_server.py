"""exchange server."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '612aaabd1a05'
down_revision = 'c7622a0e6925'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('exchange_acknowledgement',
    sa.Column('client_id', sa.String(length=64), nullable=False),
    sa.Column('number', sa.BigInteger(), nullable=False),
    sa.Column('acknowledged_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('client_id', name=op.f('pk_exchange_acknowledgement'))
    )
    op.create_table('exchange_alarm',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('client_id', sa.String(length=64), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('hour', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('first_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('last_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('times', sa.Integer(), nullable=False),
    sa.Column('handled_by', sa.String(length=64), nullable=True),
    sa.Column('handled_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exchange_alarm'))
    )
    op.create_index('uq_exchange_alarm_hour', 'exchange_alarm', ['client_id', 'kind', 'hour'], unique=True)
    op.create_table('exchange_application',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('number', sa.String(length=32), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('form', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('organisation_name', sa.String(length=200), nullable=False),
    sa.Column('credit_code', sa.String(length=18), nullable=False),
    sa.Column('system_name', sa.String(length=200), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('calls_per_minute', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('valid_until', sa.Date(), nullable=True),
    sa.Column('renewal_requested_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('sandbox_collected_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('production_collected_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exchange_application')),
    sa.UniqueConstraint('number', name=op.f('uq_exchange_application_number')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_exchange_application_token_hash'))
    )
    op.create_index(op.f('ix_exchange_application_state'), 'exchange_application', ['state'], unique=False)
    op.create_table('exchange_batch',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('client_id', sa.String(length=64), nullable=False),
    sa.Column('scene', sa.String(length=32), nullable=False),
    sa.Column('batch_id', sa.String(length=64), nullable=False),
    sa.Column('part_count', sa.Integer(), nullable=False),
    sa.Column('source', sa.String(length=200), nullable=False),
    sa.Column('as_of', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('snapshot', sa.Boolean(), nullable=False),
    sa.Column('schema_version', sa.String(length=16), nullable=False),
    sa.Column('received_parts', sa.Integer(), nullable=False),
    sa.Column('records', sa.BigInteger(), nullable=False),
    sa.Column('bytes', sa.BigInteger(), nullable=False),
    sa.Column('opened_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('completed_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('loaded_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exchange_batch')),
    sa.UniqueConstraint('client_id', 'scene', 'batch_id', name=op.f('uq_exchange_batch_client_id_scene_batch_id'))
    )
    op.create_index('ix_exchange_batch_open', 'exchange_batch', ['opened_at'], unique=False, postgresql_where=sa.text('loaded_at IS NULL'))
    op.create_table('exchange_call',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('request_id', sa.String(length=64), nullable=False),
    sa.Column('client_id', sa.String(length=64), nullable=True),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('method', sa.String(length=8), nullable=False),
    sa.Column('path', sa.String(length=300), nullable=False),
    sa.Column('status', sa.Integer(), nullable=False),
    sa.Column('resp_code', sa.String(length=4), nullable=False),
    sa.Column('reason', sa.String(length=64), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exchange_call'))
    )
    op.create_index(op.f('ix_exchange_call_request_id'), 'exchange_call', ['request_id'], unique=False)
    op.create_table('exchange_client',
    sa.Column('id', sa.String(length=64), nullable=False),
    sa.Column('application_number', sa.String(length=32), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('scopes', sa.ARRAY(sa.Text()), nullable=False),
    sa.Column('scenes', sa.ARRAY(sa.Text()), nullable=False),
    sa.Column('addresses', sa.ARRAY(sa.Text()), nullable=False),
    sa.Column('users', sa.ARRAY(sa.Text()), nullable=False),
    sa.Column('calls_per_minute', sa.Integer(), nullable=False),
    sa.Column('valid_until', sa.Date(), nullable=True),
    sa.Column('generation', sa.Integer(), nullable=False),
    sa.Column('secret_hash', sa.String(length=64), nullable=False),
    sa.Column('sign_key', sa.LargeBinary(), nullable=False),
    sa.Column('previous_secret_hash', sa.String(length=64), nullable=True),
    sa.Column('previous_sign_key', sa.LargeBinary(), nullable=True),
    sa.Column('previous_until', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exchange_client')),
    sa.UniqueConstraint('application_number', name=op.f('uq_exchange_client_application_number'))
    )
    op.create_table('exchange_conformance',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('application_number', sa.String(length=32), nullable=False),
    sa.Column('run_id', sa.String(length=200), nullable=False),
    sa.Column('run', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('algorithm', sa.String(length=32), nullable=False),
    sa.Column('signature', sa.String(length=128), nullable=False),
    sa.Column('verdict', sa.String(length=8), nullable=False),
    sa.Column('problems', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('countersigned_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('countersignature', sa.String(length=128), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exchange_conformance')),
    sa.UniqueConstraint('application_number', 'run_id', name=op.f('uq_exchange_conformance_application_number_run_id'))
    )
    op.create_table('exchange_distribution',
    sa.Column('number', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('kind', sa.String(length=64), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('content', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('audience', sa.ARRAY(sa.Text()), nullable=True),
    sa.Column('published_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('published_by', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_exchange_distribution'))
    )
    op.create_table('exchange_enrolment',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('code_hash', sa.String(length=64), nullable=False),
    sa.Column('organisation_name', sa.String(length=200), nullable=False),
    sa.Column('credit_code', sa.String(length=18), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('expires_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('used_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exchange_enrolment')),
    sa.UniqueConstraint('code_hash', name=op.f('uq_exchange_enrolment_code_hash'))
    )
    op.create_table('exchange_failure',
    sa.Column('subject', sa.String(length=200), nullable=False),
    sa.Column('failures', sa.Integer(), nullable=False),
    sa.Column('last_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('locked_until', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('subject', name=op.f('pk_exchange_failure')),
    prefixes=['UNLOGGED']
    )
    op.create_table('exchange_nonce',
    sa.Column('client_id', sa.String(length=64), nullable=False),
    sa.Column('nonce', sa.String(length=64), nullable=False),
    sa.Column('seen_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('client_id', 'nonce', name=op.f('pk_exchange_nonce')),
    prefixes=['UNLOGGED']
    )
    op.create_index(op.f('ix_exchange_nonce_seen_at'), 'exchange_nonce', ['seen_at'], unique=False)
    op.create_table('exchange_rate',
    sa.Column('client_id', sa.String(length=64), nullable=False),
    sa.Column('window_number', sa.BigInteger(), nullable=False),
    sa.Column('calls', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('client_id', name=op.f('pk_exchange_rate')),
    prefixes=['UNLOGGED']
    )
    op.create_table('exchange_reconciliation',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('client_id', sa.String(length=64), nullable=False),
    sa.Column('against', sa.String(length=8), nullable=False),
    sa.Column('parts', sa.Integer(), nullable=False),
    sa.Column('differences', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('agreed', sa.Boolean(), nullable=False),
    sa.Column('compared_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exchange_reconciliation'))
    )
    op.create_index(op.f('ix_exchange_reconciliation_day'), 'exchange_reconciliation', ['day'], unique=False)
    op.create_table('exchange_revoked_token',
    sa.Column('token_id', sa.String(length=32), nullable=False),
    sa.Column('expires_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('token_id', name=op.f('pk_exchange_revoked_token'))
    )
    op.create_table('exchange_application_event',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('application_id', sa.BigInteger(), nullable=False),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('side', sa.String(length=8), nullable=False),
    sa.Column('actor', sa.String(length=200), nullable=False),
    sa.Column('action', sa.String(length=32), nullable=False),
    sa.Column('from_state', sa.String(length=32), nullable=False),
    sa.Column('to_state', sa.String(length=32), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['application_id'], ['exchange_application.id'], name=op.f('fk_exchange_application_event_application_id_exchange_application')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exchange_application_event'))
    )
    op.create_index(op.f('ix_exchange_application_event_application_id'), 'exchange_application_event', ['application_id'], unique=False)
    op.create_table('exchange_part',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('batch', sa.BigInteger(), nullable=True),
    sa.Column('client_id', sa.String(length=64), nullable=False),
    sa.Column('scene', sa.String(length=32), nullable=False),
    sa.Column('batch_id', sa.String(length=64), nullable=False),
    sa.Column('part_number', sa.Integer(), nullable=False),
    sa.Column('part_count', sa.Integer(), nullable=False),
    sa.Column('records', sa.Integer(), nullable=False),
    sa.Column('bytes', sa.Integer(), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('received_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('resp_code', sa.String(length=4), nullable=False),
    sa.Column('resp_desc', sa.Text(), nullable=False),
    sa.Column('request_id', sa.String(length=64), nullable=False),
    sa.Column('user', sa.String(length=200), nullable=True),
    sa.ForeignKeyConstraint(['batch'], ['exchange_batch.id'], name=op.f('fk_exchange_part_batch_exchange_batch')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_exchange_part'))
    )
    op.create_index('ix_exchange_part_client_day', 'exchange_part', ['client_id', 'received_at', 'id'], unique=False)
    op.create_index('ix_exchange_part_received_at', 'exchange_part', ['received_at'], unique=False)
    op.create_index('uq_exchange_part_accepted', 'exchange_part', ['batch', 'part_number'], unique=True, postgresql_where=sa.text("resp_code = '100'"))
    op.create_table('exchange_record',
    sa.Column('client_id', sa.String(length=64), nullable=False),
    sa.Column('scene', sa.String(length=32), nullable=False),
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('data', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('as_of', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('batch', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['batch'], ['exchange_batch.id'], name=op.f('fk_exchange_record_batch_exchange_batch')),
    sa.PrimaryKeyConstraint('client_id', 'scene', 'key', name=op.f('pk_exchange_record'))
    )
    op.create_index(op.f('ix_exchange_record_batch'), 'exchange_record', ['batch'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('ix_exchange_record_batch'), table_name='exchange_record')
    op.drop_table('exchange_record')
    op.drop_index('uq_exchange_part_accepted', table_name='exchange_part', postgresql_where=sa.text("resp_code = '100'"))
    op.drop_index('ix_exchange_part_received_at', table_name='exchange_part')
    op.drop_index('ix_exchange_part_client_day', table_name='exchange_part')
    op.drop_table('exchange_part')
    op.drop_index(op.f('ix_exchange_application_event_application_id'), table_name='exchange_application_event')
    op.drop_table('exchange_application_event')
    op.drop_table('exchange_revoked_token')
    op.drop_index(op.f('ix_exchange_reconciliation_day'), table_name='exchange_reconciliation')
    op.drop_table('exchange_reconciliation')
    op.drop_table('exchange_rate')
    op.drop_index(op.f('ix_exchange_nonce_seen_at'), table_name='exchange_nonce')
    op.drop_table('exchange_nonce')
    op.drop_table('exchange_failure')
    op.drop_table('exchange_enrolment')
    op.drop_table('exchange_distribution')
    op.drop_table('exchange_conformance')
    op.drop_table('exchange_client')
    op.drop_index(op.f('ix_exchange_call_request_id'), table_name='exchange_call')
    op.drop_table('exchange_call')
    op.drop_index('ix_exchange_batch_open', table_name='exchange_batch', postgresql_where=sa.text('loaded_at IS NULL'))
    op.drop_table('exchange_batch')
    op.drop_index(op.f('ix_exchange_application_state'), table_name='exchange_application')
    op.drop_table('exchange_application')
    op.drop_index('uq_exchange_alarm_hour', table_name='exchange_alarm')
    op.drop_table('exchange_alarm')
    op.drop_table('exchange_acknowledgement')
