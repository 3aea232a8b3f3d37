"""What is done to accounts, told to the audit log."""

from typing import Any, Protocol

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.acts import Act
from brain.kit.events import Recorded, announce


class Person(Protocol):
    """Whoever has a username and a name."""

    @property
    def username(self) -> str: ...
    @property
    def name(self) -> str: ...


async def record(
    session: AsyncSession,
    act: Act,
    whose: Person,
    *,
    actor: str | None = None,
    refused: bool = False,
    **details: Any,
) -> None:
    recorded = Recorded(
        act=act, target=whose.username, title=whose.name, actor=actor, refused=refused, details=details
    )
    await announce(session, recorded)
