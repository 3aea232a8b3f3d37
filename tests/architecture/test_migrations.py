"""One Alembic tree that makes the tables that the models describe."""

from alembic.script import ScriptDirectory

from brain.nodes import migrations


def test_there_is_one_head() -> None:
    assert len(ScriptDirectory.from_config(migrations.configuration()).get_heads()) == 1


def test_an_empty_database_upgrades_to_what_the_models_say(dsn: str) -> None:
    migrations.check(dsn)


def test_every_migration_can_be_taken_back(dsn: str) -> None:
    migrations.downgrade(dsn, "base")
    migrations.upgrade(dsn)
    migrations.check(dsn)
