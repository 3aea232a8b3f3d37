"""What the assembly hands to the gateway's side of the link, and what rooms above hear from the brain."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx

from brain.kit.events import Event
from brain.platform.factory_link.gateway.domain.consents import Terms

__all__ = [
    "PATIENCE",
    "BrainLetter",
    "BrainReach",
    "LetterLeft",
    "LetterRefused",
    "LinkConfirmed",
    "Terms",
]

PATIENCE = 30.0  # seconds that a brain is given to answer


@dataclass(frozen=True)
class BrainReach:
    """How brains are reached: `client` makes an HTTP client (proxy, certificates). `version` is ours."""

    client: Callable[[], httpx.AsyncClient]
    version: str


@dataclass(frozen=True, kw_only=True)
class LinkConfirmed(Event):
    """The owner confirmed the link: from now on there is a brain to write to."""


@dataclass(frozen=True, kw_only=True)
class BrainLetter(Event):
    """A letter came, for the first time. Who hears it takes what `kind` is its own, and does not raise for
    what a brain may write."""

    link_id: str
    id: str
    kind: str
    body: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class LetterLeft(Event):
    """The brain has this letter."""

    id: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class LetterRefused(Event):
    """The brain would not take this letter, and will not another time."""

    id: str
    kind: str
    message: str
