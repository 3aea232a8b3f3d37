"""What the assembly hands to this room, and what other rooms tell factories."""

from dataclasses import dataclass

from brain.kit.services import Service


@dataclass(frozen=True)
class Offered:
    """The services of all rooms of this brain, by name."""

    by_name: dict[str, Service]


@dataclass(frozen=True, kw_only=True)
class News:
    """A message of a service to a factory that did not ask just now."""

    service: str
    title: str
    title_en: str
    body: str
