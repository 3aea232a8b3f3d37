"""What the assembly hands to this room."""

from dataclasses import dataclass

from brain.kit.services import Service


@dataclass(frozen=True)
class Offered:
    """The services of all rooms of this brain, by name."""

    by_name: dict[str, Service]
