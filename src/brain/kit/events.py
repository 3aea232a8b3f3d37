"""Announcements from lower rooms to upper ones, heard in the transaction that makes them."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

from brain.kit.acts import Act


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened in a room; subclasses are named by a past participle."""


Listener = Callable[[Any, Any], Awaitable[None]]
Listeners = Mapping[type[Event], Sequence[Listener]]


class Heard(Protocol):
    """What announcing needs of a session: events themselves know no database."""

    @property
    def info(self) -> dict[Any, Any]: ...


async def announce(session: Heard, event: Event) -> None:
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
    """An act was done, or refused, to the thing of this number and title.

    Without an `actor` it is whoever is signed in, else the system itself; `actor_name` is for those who have
    no account here.
    """

    act: Act
    target: str = ""
    title: str = ""
    actor: str | None = None
    actor_name: str = ""
    refused: bool = False
    details: dict[str, Any] = field(default_factory=dict)
