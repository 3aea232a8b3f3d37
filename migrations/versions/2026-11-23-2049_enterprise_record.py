"""enterprise_record."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '219f7c87f707'
down_revision = '43454f78b5f9'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('enterprise_record_correction',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('factory_id', sa.String(length=36), nullable=True),
    sa.Column('client_id', sa.String(length=64), nullable=True),
    sa.Column('brain', sa.String(length=200), nullable=True),
    sa.Column('credit_code', sa.String(length=18), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('attribute', sa.String(length=40), nullable=False),
    sa.Column('held', sa.Text(), nullable=True),
    sa.Column('value', sa.Text(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('file_name', sa.String(length=120), nullable=True),
    sa.Column('file', sa.LargeBinary(), nullable=True),
    sa.Column('asked_by', sa.String(length=120), nullable=False),
    sa.Column('asked_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('decided_by', sa.String(length=64), nullable=True),
    sa.Column('decided_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('decision', sa.Text(), nullable=True),
    sa.Column('centre_state', sa.String(length=12), nullable=True),
    sa.Column('centre_decision', sa.Text(), nullable=True),
    sa.Column('centre_decided_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_enterprise_record_correction'))
    )
    op.create_index('ix_enterprise_record_correction_credit_code', 'enterprise_record_correction', ['credit_code', 'asked_at'], unique=False)
    op.create_index('ix_enterprise_record_correction_state', 'enterprise_record_correction', ['state', 'asked_at'], unique=False)


def downgrade() -> None:
    op.drop_index('ix_enterprise_record_correction_state', table_name='enterprise_record_correction')
    op.drop_index('ix_enterprise_record_correction_credit_code', table_name='enterprise_record_correction')
    op.drop_table('enterprise_record_correction')
