"""gateway_upgrade."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = 'ddfaae58ab08'
down_revision = '0c2a6859b379'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('gateway_releases_release',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('version', sa.String(length=40), nullable=False),
    sa.Column('requires', sa.String(length=40), nullable=False),
    sa.Column('python', sa.String(length=8), nullable=False),
    sa.Column('platform', sa.String(length=60), nullable=False),
    sa.Column('notes', sa.Text(), nullable=False),
    sa.Column('notes_en', sa.Text(), nullable=False),
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('key', sa.String(length=43), nullable=False),
    sa.Column('issued_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('added_by', sa.String(length=64), nullable=False),
    sa.Column('added_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('withdrawn_by', sa.String(length=64), nullable=True),
    sa.Column('withdrawn_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('withdrawn_why', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_gateway_releases_release')),
    sa.UniqueConstraint('digest', name=op.f('uq_gateway_releases_release_digest'))
    )
    op.create_table('gateway_upgrade_release',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('version', sa.String(length=40), nullable=False),
    sa.Column('notes', sa.Text(), nullable=False),
    sa.Column('notes_en', sa.Text(), nullable=False),
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('origin', sa.String(length=64), nullable=False),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('why', sa.Text(), nullable=False),
    sa.Column('at_once', sa.Boolean(), nullable=False),
    sa.Column('fetched', sa.BigInteger(), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('before', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('decided_by', sa.String(length=64), nullable=True),
    sa.Column('decided_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('ended_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_gateway_upgrade_release')),
    sa.UniqueConstraint('digest', name=op.f('uq_gateway_upgrade_release_digest'))
    )
    op.create_table('gateway_upgrade_window',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('start', sa.Integer(), nullable=False),
    sa.Column('end', sa.Integer(), nullable=False),
    sa.Column('automatic', sa.Boolean(), nullable=False),
    sa.Column('changed_by', sa.String(length=64), nullable=False),
    sa.Column('changed_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.CheckConstraint('id = 1', name=op.f('ck_gateway_upgrade_window_only_one')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_gateway_upgrade_window'))
    )
    op.create_table('gateway_releases_offer',
    sa.Column('release_id', sa.BigInteger(), nullable=False),
    sa.Column('factory_id', sa.String(length=36), nullable=False),
    sa.Column('factory', sa.String(length=120), nullable=False),
    sa.Column('offered_by', sa.String(length=64), nullable=False),
    sa.Column('offered_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=True),
    sa.Column('why', sa.Text(), nullable=False),
    sa.Column('running', sa.String(length=40), nullable=True),
    sa.Column('told_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['release_id'], ['gateway_releases_release.id'], name=op.f('fk_gateway_releases_offer_release_id_gateway_releases_release')),
    sa.PrimaryKeyConstraint('release_id', 'factory_id', name=op.f('pk_gateway_releases_offer'))
    )
    op.create_index('ix_gateway_releases_offer_factory_id', 'gateway_releases_offer', ['factory_id'], unique=False)


def downgrade() -> None:
    op.drop_index('ix_gateway_releases_offer_factory_id', table_name='gateway_releases_offer')
    op.drop_table('gateway_releases_offer')
    op.drop_table('gateway_upgrade_window')
    op.drop_table('gateway_upgrade_release')
    op.drop_table('gateway_releases_release')
