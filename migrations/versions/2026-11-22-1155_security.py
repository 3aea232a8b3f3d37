"""security: the audit log, whose triggers refuse every change."""

import sqlalchemy as sa
from alembic import op

revision = '479324bf19d9'
down_revision = '424656c7d5c6'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('security_entry',
    sa.Column('position', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('actor', sa.String(length=64), nullable=False),
    sa.Column('actor_name', sa.String(length=200), nullable=False),
    sa.Column('roles', sa.Text(), nullable=False),
    sa.Column('address', sa.String(length=64), nullable=False),
    sa.Column('action', sa.String(length=100), nullable=False),
    sa.Column('kind', sa.String(length=100), nullable=False),
    sa.Column('object_id', sa.String(length=200), nullable=False),
    sa.Column('object_title', sa.String(length=300), nullable=False),
    sa.Column('result', sa.String(length=16), nullable=False),
    sa.Column('trace_id', sa.String(length=64), nullable=False),
    sa.Column('details', sa.Text(), nullable=False),
    sa.Column('previous', sa.String(length=64), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('position', name=op.f('pk_security_entry'))
    )
    op.create_index('ix_security_entry_action_position', 'security_entry', ['action', 'position'], unique=False)
    op.create_index('ix_security_entry_actor_position', 'security_entry', ['actor', 'position'], unique=False)
    op.create_index(op.f('ix_security_entry_at'), 'security_entry', ['at'], unique=False)
    op.create_index(op.f('ix_security_entry_object_id'), 'security_entry', ['object_id'], unique=False)
    op.create_table('security_verification',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.Column('by', sa.String(length=64), nullable=False),
    sa.Column('checked', sa.BigInteger(), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('broken_at', sa.BigInteger(), nullable=True),
    sa.Column('fault', sa.String(length=16), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_security_verification'))
    )
    op.execute("""
        CREATE FUNCTION security_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'the audit log is only ever appended to: % of % refused', TG_OP, TG_TABLE_NAME
                USING ERRCODE = 'insufficient_privilege';
        END $$
    """)
    for table in ('security_entry', 'security_verification'):
        op.execute(f"""
            CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION security_refuse_change()
        """)


def downgrade() -> None:
    op.drop_table('security_verification')
    op.drop_index(op.f('ix_security_entry_object_id'), table_name='security_entry')
    op.drop_index(op.f('ix_security_entry_at'), table_name='security_entry')
    op.drop_index('ix_security_entry_actor_position', table_name='security_entry')
    op.drop_index('ix_security_entry_action_position', table_name='security_entry')
    op.drop_table('security_entry')
    op.execute('DROP FUNCTION security_refuse_change()')
