"""recognition."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '571e6696ed38'
down_revision = '5d1f56253e0c'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('recognition_application',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('assessment_id', sa.BigInteger(), nullable=False),
    sa.Column('recheck_of', sa.String(length=40), nullable=True),
    sa.Column('told', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('by', sa.String(length=64), nullable=False),
    sa.Column('by_name', sa.String(length=120), nullable=False),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('steps', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('wishes', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('certificate', postgresql.JSONB(astext_type=sa.Text()), nullable=True),
    sa.Column('valid_until', sa.Date(), nullable=True),
    sa.Column('reminded', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_recognition_application'))
    )
    op.create_table('recognition_case',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('factory_id', sa.String(length=36), nullable=False),
    sa.Column('credit_code', sa.String(length=18), nullable=False),
    sa.Column('factory', sa.Text(), nullable=False),
    sa.Column('recheck_of', sa.String(length=40), nullable=True),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('application', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('findings', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('steps', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('certificate', postgresql.JSONB(astext_type=sa.Text()), nullable=True),
    sa.Column('reviewed_by', sa.String(length=64), nullable=True),
    sa.Column('submitted_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('changed_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_recognition_case'))
    )
    op.create_index('ix_recognition_case_factory_id', 'recognition_case', ['factory_id'], unique=False)
    op.create_index('ix_recognition_case_state', 'recognition_case', ['state', 'changed_at'], unique=False)
    op.create_table('recognition_certificate',
    sa.Column('number', sa.String(length=40), nullable=False),
    sa.Column('credit_code', sa.String(length=18), nullable=False),
    sa.Column('factory', sa.Text(), nullable=False),
    sa.Column('client_id', sa.String(length=64), nullable=False),
    sa.Column('brain', sa.String(length=200), nullable=False),
    sa.Column('level', sa.String(length=60), nullable=True),
    sa.Column('case_id', sa.String(length=36), nullable=False),
    sa.Column('first_on', sa.Date(), nullable=False),
    sa.Column('issued_on', sa.Date(), nullable=False),
    sa.Column('valid_until', sa.Date(), nullable=False),
    sa.Column('revoked_on', sa.Date(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('jws', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_recognition_certificate'))
    )
    op.create_index(op.f('ix_recognition_certificate_credit_code'), 'recognition_certificate', ['credit_code'], unique=False)
    op.create_index(op.f('ix_recognition_certificate_valid_until'), 'recognition_certificate', ['valid_until'], unique=False)
    op.create_table('recognition_recommendation',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('client_id', sa.String(length=64), nullable=False),
    sa.Column('brain', sa.String(length=200), nullable=False),
    sa.Column('credit_code', sa.String(length=18), nullable=False),
    sa.Column('factory', sa.Text(), nullable=False),
    sa.Column('recheck_of', sa.String(length=40), nullable=True),
    sa.Column('application', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('findings', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('steps', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('recommended_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('decided_by', sa.String(length=64), nullable=True),
    sa.Column('decided_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('decision', sa.Text(), nullable=True),
    sa.Column('certificate', sa.String(length=40), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_recognition_recommendation'))
    )
    op.create_index('ix_recognition_recommendation_state', 'recognition_recommendation', ['state', 'recommended_at'], unique=False)


def downgrade() -> None:
    op.drop_index('ix_recognition_recommendation_state', table_name='recognition_recommendation')
    op.drop_table('recognition_recommendation')
    op.drop_index(op.f('ix_recognition_certificate_valid_until'), table_name='recognition_certificate')
    op.drop_index(op.f('ix_recognition_certificate_credit_code'), table_name='recognition_certificate')
    op.drop_table('recognition_certificate')
    op.drop_index('ix_recognition_case_state', table_name='recognition_case')
    op.drop_index('ix_recognition_case_factory_id', table_name='recognition_case')
    op.drop_table('recognition_case')
    op.drop_table('recognition_application')
