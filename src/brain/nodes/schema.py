"""A node's database schema and first accounts, as `brain migrate` and a gateway's supervisor bring them up.

python -m brain.nodes.schema up              to this release's; shows first passwords
python -m brain.nodes.schema down REVISION   back to an older release's
python -m brain.nodes.schema newest          prints this release's revision
"""

import asyncio
import sys

from brain.nodes import migrations
from brain.nodes.assembly import opened
from brain.nodes.demonstration import people
from brain.nodes.kinds import node_of
from brain.nodes.settings import Settings
from brain.nodes.terminal import console
from brain.platform.identity.service import accounts as identity


def bring_up(settings: Settings) -> None:
    for dsn in filter(None, (settings.database.dsn, settings.database.sandbox_dsn)):
        migrations.upgrade(dsn)
    show_first_passwords(settings)


def show_first_passwords(settings: Settings, *, demo: bool = False) -> None:
    """Print the one-time passwords of those whom this start makes."""

    async def create() -> list[identity.FirstPassword]:
        async with opened(node_of(settings)) as node:
            async with node.database.transaction() as session:
                created = await identity.create_first_administrators(session)
            return created + (await people.appoint(node) if demo else [])

    for first in asyncio.run(create()):
        console.print(
            f"  {first.name}  用户名 [bold]{first.username}[/]  一次性密码 [bold]{first.password}[/]"
        )


def main(words: list[str]) -> None:
    match words:
        case ["up"]:
            bring_up(Settings())
        case ["down", revision]:
            migrations.downgrade(Settings().database.dsn, revision)
        case ["newest"]:
            sys.stdout.write(migrations.newest_revision() or "base")
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
