"""Letters through the link, services for factories, the peer benchmark."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '43454f78b5f9'
down_revision = 'b0f6b31772f0'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('brain_services_call',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('service', sa.String(length=81), nullable=False),
    sa.Column('request', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('asked_by', sa.String(length=64), nullable=False),
    sa.Column('asked_by_name', sa.String(length=120), nullable=False),
    sa.Column('asked_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('result', postgresql.JSONB(astext_type=sa.Text()), nullable=True),
    sa.Column('message', sa.Text(), nullable=True),
    sa.Column('answered_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_brain_services_call'))
    )
    op.create_index('ix_brain_services_call_asked_at', 'brain_services_call', ['asked_at'], unique=False)
    op.create_table('brain_services_offer',
    sa.Column('name', sa.String(length=81), nullable=False),
    sa.Column('told', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('heard_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('gone_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_brain_services_offer'))
    )
    op.create_table('brain_services_subscription',
    sa.Column('service', sa.String(length=81), nullable=False),
    sa.Column('request', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('every', sa.String(length=8), nullable=False),
    sa.Column('by', sa.String(length=64), nullable=False),
    sa.Column('by_name', sa.String(length=120), nullable=False),
    sa.Column('since', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('due_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('service', name=op.f('pk_brain_services_subscription'))
    )
    op.create_table('factory_services_call',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('factory_id', sa.String(length=36), nullable=False),
    sa.Column('credit_code', sa.String(length=18), nullable=False),
    sa.Column('factory', sa.String(length=120), nullable=False),
    sa.Column('service', sa.String(length=81), nullable=False),
    sa.Column('request', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('asked_by', sa.String(length=120), nullable=False),
    sa.Column('asked_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('result', postgresql.JSONB(astext_type=sa.Text()), nullable=True),
    sa.Column('message', sa.Text(), nullable=True),
    sa.Column('finished_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_factory_services_call'))
    )
    op.create_index('ix_factory_services_call_factory_id', 'factory_services_call', ['factory_id', 'asked_at'], unique=False)
    op.create_table('peer_benchmark_gathered',
    sa.Column('factory_id', sa.String(length=36), nullable=False),
    sa.Column('until', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('factory_id', name=op.f('pk_peer_benchmark_gathered'))
    )
    op.create_table('peer_benchmark_group',
    sa.Column('period', sa.String(length=8), nullable=False),
    sa.Column('begin', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('indicator', sa.String(length=40), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.Column('parts', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('told_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('period', 'begin', 'indicator', name=op.f('pk_peer_benchmark_group'))
    )
    op.create_table('peer_benchmark_hour',
    sa.Column('factory_id', sa.String(length=36), nullable=False),
    sa.Column('begin', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('credit_code', sa.String(length=18), nullable=False),
    sa.Column('planned_busy_time', sa.Double(), nullable=True),
    sa.Column('actual_production_time', sa.Double(), nullable=True),
    sa.Column('planned_run_time', sa.Double(), nullable=True),
    sa.Column('produced_quantity', sa.Double(), nullable=True),
    sa.Column('good_quantity', sa.Double(), nullable=True),
    sa.Column('energy', sa.Double(), nullable=True),
    sa.PrimaryKeyConstraint('factory_id', 'begin', name=op.f('pk_peer_benchmark_hour'))
    )
    op.create_table('brain_link_outgoing',
    sa.Column('number', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('link_id', sa.String(length=36), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('kind', sa.String(length=64), nullable=False),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('body', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('sent_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('refusal', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['link_id'], ['brain_link_link.id'], name=op.f('fk_brain_link_outgoing_link_id_brain_link_link')),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_brain_link_outgoing')),
    sa.UniqueConstraint('id', name=op.f('uq_brain_link_outgoing_id'))
    )
    op.create_index(op.f('ix_brain_link_outgoing_link_id'), 'brain_link_outgoing', ['link_id'], unique=False)
    op.create_table('factory_link_letter_in',
    sa.Column('factory_id', sa.String(length=36), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('kind', sa.String(length=64), nullable=False),
    sa.Column('received_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['factory_id'], ['factory_link_factory.id'], name=op.f('fk_factory_link_letter_in_factory_id_factory_link_factory')),
    sa.PrimaryKeyConstraint('factory_id', 'id', name=op.f('pk_factory_link_letter_in'))
    )
    op.create_table('factory_link_letter_out',
    sa.Column('number', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('factory_id', sa.String(length=36), nullable=False),
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('kind', sa.String(length=64), nullable=False),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('body', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('fetched_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['factory_id'], ['factory_link_factory.id'], name=op.f('fk_factory_link_letter_out_factory_id_factory_link_factory')),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_factory_link_letter_out')),
    sa.UniqueConstraint('id', name=op.f('uq_factory_link_letter_out_id'))
    )
    op.create_index('ix_factory_link_letter_out_factory_id', 'factory_link_letter_out', ['factory_id', 'number'], unique=False)
    op.add_column('brain_link_link', sa.Column('letters_heard', sa.BigInteger(), server_default='0', nullable=False))
    op.alter_column('brain_link_link', 'letters_heard', server_default=None)


def downgrade() -> None:
    op.drop_column('brain_link_link', 'letters_heard')
    op.drop_index('ix_factory_link_letter_out_factory_id', table_name='factory_link_letter_out')
    op.drop_table('factory_link_letter_out')
    op.drop_table('factory_link_letter_in')
    op.drop_index(op.f('ix_brain_link_outgoing_link_id'), table_name='brain_link_outgoing')
    op.drop_table('brain_link_outgoing')
    op.drop_table('peer_benchmark_hour')
    op.drop_table('peer_benchmark_group')
    op.drop_table('peer_benchmark_gathered')
    op.drop_index('ix_factory_services_call_factory_id', table_name='factory_services_call')
    op.drop_table('factory_services_call')
    op.drop_table('brain_services_subscription')
    op.drop_table('brain_services_offer')
    op.drop_index('ix_brain_services_call_asked_at', table_name='brain_services_call')
    op.drop_table('brain_services_call')
