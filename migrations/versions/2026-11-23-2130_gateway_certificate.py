"""The certificate that the gateway shows to OPC UA servers."""

import sqlalchemy as sa
from alembic import op

revision = '6eccc691ca23'
down_revision = '571e6696ed38'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('shop_floor_certificate',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('certificate', sa.LargeBinary(), nullable=False),
    sa.Column('sealed_key', sa.LargeBinary(), nullable=False),
    sa.Column('application_uri', sa.Text(), nullable=False),
    sa.Column('made_by', sa.String(length=64), nullable=True),
    sa.Column('made_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shop_floor_certificate'))
    )


def downgrade() -> None:
    op.drop_table('shop_floor_certificate')
