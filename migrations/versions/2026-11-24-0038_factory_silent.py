"""factory_silent."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '6fde88b03567'
down_revision = 'f6d4ab9bf2b1'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('factory_link_factory', sa.Column('silent', sa.Boolean(), server_default=sa.text('false'), nullable=False))


def downgrade() -> None:
    op.drop_column('factory_link_factory', 'silent')
