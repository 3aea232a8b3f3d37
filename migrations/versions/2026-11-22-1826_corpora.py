"""corpora."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = 'c0b5a1d42e77'
down_revision = '145e718540ca'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('corpora_corpus',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('recipe', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('created_by', sa.String(length=64), nullable=False),
    sa.Column('created_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_corpora_corpus')),
    sa.UniqueConstraint('name', name=op.f('uq_corpora_corpus_name'))
    )
    op.create_table('corpora_document',
    sa.Column('source_id', sa.BigInteger(), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('file_name', sa.String(length=255), nullable=False),
    sa.Column('size', sa.BigInteger(), nullable=False),
    sa.Column('material', sa.String(length=16), nullable=False),
    sa.Column('as_of', sa.Date(), nullable=False),
    sa.Column('documents', sa.Integer(), nullable=True),
    sa.Column('characters', sa.BigInteger(), nullable=False),
    sa.Column('scanned_pages', sa.Integer(), nullable=False),
    sa.Column('problem', sa.Text(), nullable=True),
    sa.Column('added_by', sa.String(length=64), nullable=False),
    sa.Column('added_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['source_id'], ['ingestion_source.id'], name=op.f('fk_corpora_document_source_id_ingestion_source')),
    sa.PrimaryKeyConstraint('source_id', 'digest', name=op.f('pk_corpora_document'))
    )
    op.create_table('corpora_build',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('corpus_id', sa.BigInteger(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=True),
    sa.Column('status', sa.String(length=16), nullable=False),
    sa.Column('step', sa.String(length=32), nullable=True),
    sa.Column('problem', sa.Text(), nullable=True),
    sa.Column('mark', sa.String(length=64), nullable=False),
    sa.Column('folder', sa.String(length=200), nullable=True),
    sa.Column('documents', sa.BigInteger(), nullable=False),
    sa.Column('characters', sa.BigInteger(), nullable=False),
    sa.Column('tokens', sa.BigInteger(), nullable=False),
    sa.Column('pairs', sa.BigInteger(), nullable=False),
    sa.Column('reports', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('shares', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('sources', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('recipe', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('asked_by', sa.String(length=64), nullable=False),
    sa.Column('asked_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('finished_at', sa.TIMESTAMP(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['corpus_id'], ['corpora_corpus.id'], name=op.f('fk_corpora_build_corpus_id_corpora_corpus')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_corpora_build'))
    )
    op.create_index('ix_corpora_build_corpus_id', 'corpora_build', ['corpus_id', 'id'], unique=False)
    op.create_index('uq_corpora_build_version', 'corpora_build', ['corpus_id', 'number'], unique=True, postgresql_where=sa.text('number IS NOT NULL'))


def downgrade() -> None:
    op.drop_index('uq_corpora_build_version', table_name='corpora_build', postgresql_where=sa.text('number IS NOT NULL'))
    op.drop_index('ix_corpora_build_corpus_id', table_name='corpora_build')
    op.drop_table('corpora_build')
    op.drop_table('corpora_document')
    op.drop_table('corpora_corpus')
