"""Announcements from lower rooms to upper ones, heard in the transaction that makes them."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from sqlalchemy.ext.asyncio import AsyncSession


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened in a room; subclasses are named by a past participle."""


Listener = Callable[[AsyncSession, Any], Awaitable[None]]
Listeners = Mapping[type[Event], Sequence[Listener]]


async def announce(session: AsyncSession, event: Event) -> None:
    """Tell every listener at once: what they write commits or falls with the announcer's transaction."""
    listeners: Listeners = session.info["listeners"]
    for listener in listeners.get(type(event), ()):
        await listener(session, event)


@dataclass(frozen=True, kw_only=True)
class Notice(Event):
    """A message, or a to-do with a `key` by which it is later closed, for all who hold `scope`.

    `organisation_id` narrows it to people of one organisation; `account_id` to one person.
    """

    kind: Literal["message", "todo"]
    title: str
    title_en: str
    link: str
    body: str = ""
    scope: str | None = None
    organisation_id: int | None = None
    account_id: int | None = None
    key: str | None = None
    due_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Settled(Event):
    """The matter behind the to-dos of this key is done."""

    key: str


@dataclass(frozen=True, kw_only=True)
class Recorded(Event):
    """A business step worth the audit trail, beside the requests that are recorded anyway."""

    actor: str
    action: str
    target: str
    details: dict[str, Any] = field(default_factory=dict)
