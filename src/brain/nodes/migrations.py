"""Brings a database to the newest schema by Alembic; one tree serves all nodes."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

import brain

PACKAGED = Path(brain.__file__).parent / "migrations"
TREE = PACKAGED if PACKAGED.is_dir() else Path(brain.__file__).parents[2] / "migrations"


def configuration(dsn: str | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(TREE))
    config.set_main_option(
        "file_template", "%%(year)d-%%(month).2d-%%(day).2d-%%(hour).2d%%(minute).2d_%%(slug)s"
    )
    config.attributes["dsn"] = dsn
    return config


@cache
def newest_revision() -> str | None:
    return ScriptDirectory.from_config(configuration()).get_current_head()


def upgrade(dsn: str) -> None:
    command.upgrade(configuration(dsn), "head")


def downgrade(dsn: str, revision: str) -> None:
    command.downgrade(configuration(dsn), revision)


def check(dsn: str) -> None:
    """Raise when models and migrations differ."""
    config = configuration(dsn)
    config.attributes["models"] = True
    command.check(config)
