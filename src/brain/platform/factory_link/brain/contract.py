"""What rooms above hear from factories."""

from dataclasses import dataclass
from typing import Any

from brain.kit.events import Event
from brain.platform.factory_link.protocol.messages import Purpose

__all__ = ["FactoryLetter", "Purpose"]


@dataclass(frozen=True, kw_only=True)
class FactoryLetter(Event):
    """A letter came, for the first time. Who hears it takes what `kind` is its own, and does not raise for
    what a factory may write: the gateway would send it again and again."""

    factory_id: str
    credit_code: str
    title: str
    id: str
    kind: str
    body: dict[str, Any]
