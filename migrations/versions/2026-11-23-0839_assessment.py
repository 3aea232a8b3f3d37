"""Assessments of the digital level: indicator sets, answers, evidence, plans."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '70dd864be810'
down_revision = 'e6c048891baa'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('assessment_assessment',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('set_code', sa.String(length=60), nullable=False),
    sa.Column('set_version', sa.String(length=20), nullable=False),
    sa.Column('status', sa.String(length=16), nullable=False),
    sa.Column('copied_from', sa.BigInteger(), nullable=True),
    sa.Column('started_by', sa.String(length=64), nullable=False),
    sa.Column('started_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('changed_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('submitted_by', sa.String(length=64), nullable=True),
    sa.Column('submitted_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.Column('result', sa.Text(), nullable=True),
    sa.Column('digest', sa.String(length=64), nullable=True),
    sa.Column('total', sa.Double(), nullable=True),
    sa.Column('level', sa.String(length=60), nullable=True),
    sa.ForeignKeyConstraint(['copied_from'], ['assessment_assessment.id'], name=op.f('fk_assessment_assessment_copied_from_assessment_assessment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_assessment_assessment'))
    )
    op.create_index('uq_assessment_assessment_draft', 'assessment_assessment', ['set_code'], unique=True, postgresql_where="status = 'draft'")
    op.create_table('assessment_set',
    sa.Column('code', sa.String(length=60), nullable=False),
    sa.Column('version', sa.String(length=20), nullable=False),
    sa.Column('told', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('imported_by', sa.String(length=64), nullable=False),
    sa.Column('imported_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('code', 'version', name=op.f('pk_assessment_set'))
    )
    op.create_table('assessment_answer',
    sa.Column('assessment', sa.BigInteger(), nullable=False),
    sa.Column('indicator', sa.String(length=60), nullable=False),
    sa.Column('value', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('fact', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.Column('reason', sa.String(length=400), nullable=True),
    sa.Column('answered_by', sa.String(length=64), nullable=False),
    sa.Column('answered_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['assessment'], ['assessment_assessment.id'], name=op.f('fk_assessment_answer_assessment_assessment_assessment'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('assessment', 'indicator', name=op.f('pk_assessment_answer'))
    )
    op.create_table('assessment_evidence',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('assessment', sa.BigInteger(), nullable=False),
    sa.Column('indicator', sa.String(length=60), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=True),
    sa.Column('size', sa.BigInteger(), nullable=True),
    sa.Column('added_by', sa.String(length=64), nullable=False),
    sa.Column('added_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['assessment'], ['assessment_assessment.id'], name=op.f('fk_assessment_evidence_assessment_assessment_assessment'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_assessment_evidence'))
    )
    op.create_index(op.f('ix_assessment_evidence_assessment'), 'assessment_evidence', ['assessment'], unique=False)
    op.create_table('assessment_plan_item',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('assessment', sa.BigInteger(), nullable=False),
    sa.Column('indicator', sa.String(length=60), nullable=True),
    sa.Column('action', sa.String(length=400), nullable=False),
    sa.Column('owner', sa.String(length=64), nullable=False),
    sa.Column('due', sa.Date(), nullable=False),
    sa.Column('service_key', sa.String(length=100), nullable=True),
    sa.Column('service_title', sa.String(length=200), nullable=True),
    sa.Column('status', sa.String(length=16), nullable=False),
    sa.Column('told_overdue', sa.Boolean(), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['assessment'], ['assessment_assessment.id'], name=op.f('fk_assessment_plan_item_assessment_assessment_assessment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_assessment_plan_item'))
    )
    op.create_index(op.f('ix_assessment_plan_item_assessment'), 'assessment_plan_item', ['assessment'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('ix_assessment_plan_item_assessment'), table_name='assessment_plan_item')
    op.drop_table('assessment_plan_item')
    op.drop_index(op.f('ix_assessment_evidence_assessment'), table_name='assessment_evidence')
    op.drop_table('assessment_evidence')
    op.drop_table('assessment_answer')
    op.drop_table('assessment_set')
    op.drop_index('uq_assessment_assessment_draft', table_name='assessment_assessment', postgresql_where="status = 'draft'")
    op.drop_table('assessment_assessment')
