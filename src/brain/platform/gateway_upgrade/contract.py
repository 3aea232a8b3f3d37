"""What the publisher's command and the assembly know of upgrading."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from brain.platform.gateway_upgrade.protocol.packages import Told, pack

__all__ = ["Installation", "Told", "pack"]


@dataclass(frozen=True)
class Installation:
    """How this gateway is installed: `version` of what runs; `root` of its two slots, empty where there are
    none; `trial` and `window` of releases, in seconds; `answers` asks its own web server whether it does."""

    version: str
    root: Path | None
    trial: float
    window: float
    answers: Callable[[], bool]
