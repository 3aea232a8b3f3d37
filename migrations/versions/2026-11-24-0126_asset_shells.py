"""asset shells."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '06a0dd38c65b'
down_revision = '58834afaaa33'
branch_labels = None
depends_on = None

def upgrade() -> None:

    op.create_table('asset_shells_namespace',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('namespace', sa.Uuid(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_asset_shells_namespace'))
    )
    op.create_table('asset_shells_plate',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('equipment_id', sa.BigInteger(), nullable=False),
    sa.Column('maker', sa.String(length=120), nullable=True),
    sa.Column('designation', sa.String(length=120), nullable=True),
    sa.Column('family', sa.String(length=120), nullable=True),
    sa.Column('model', sa.String(length=120), nullable=True),
    sa.Column('order_code', sa.String(length=120), nullable=True),
    sa.Column('article_number', sa.String(length=120), nullable=True),
    sa.Column('serial', sa.String(length=120), nullable=True),
    sa.Column('year', sa.SmallInteger(), nullable=True),
    sa.Column('made_on', sa.Date(), nullable=True),
    sa.Column('country', sa.String(length=2), nullable=True),
    sa.Column('hardware', sa.String(length=60), nullable=True),
    sa.Column('firmware', sa.String(length=60), nullable=True),
    sa.Column('software', sa.String(length=60), nullable=True),
    sa.Column('product_uri', sa.Text(), nullable=True),
    sa.Column('told_by', sa.String(length=64), nullable=False),
    sa.Column('told_at', sa.TIMESTAMP(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['equipment_id'], ['shop_floor_equipment.id'], name=op.f('fk_asset_shells_plate_equipment_id_shop_floor_equipment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_asset_shells_plate'))
    )
    op.create_index(op.f('ix_asset_shells_plate_equipment_id'), 'asset_shells_plate', ['equipment_id'], unique=False)

def downgrade() -> None:

    op.drop_index(op.f('ix_asset_shells_plate_equipment_id'), table_name='asset_shells_plate')
    op.drop_table('asset_shells_plate')
    op.drop_table('asset_shells_namespace')

