"""What the assembly hands to the portal: the menu gathered from all rooms."""

from collections.abc import Sequence
from dataclasses import dataclass

from brain.kit.room import MenuItem


@dataclass(frozen=True)
class Menu:
    items: Sequence[MenuItem]
