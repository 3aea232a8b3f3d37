"""All drivers: settings and addresses as one shape each, and the driver for settings."""

from collections.abc import Sequence
from typing import Any

from brain.platform.shop_floor.adapters.drivers.driver import Sink
from brain.platform.shop_floor.domain.points import Point


async def collect(
    settings: dict[str, Any], secret: str | None, points: Sequence[tuple[Point, dict[str, Any]]], sink: Sink
) -> None:
    raise NotImplementedError
