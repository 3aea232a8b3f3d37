"""The time: UTC inside, Beijing for people, and the offset against NTP servers (annex 3, 2.4 e)."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

import ntplib

BEIJING = ZoneInfo("Asia/Shanghai")
LARGEST_OFFSET = 1.0  # seconds; signatures allow ±5 minutes, an honest clock is far closer

ClockStatus = Literal["ok", "off", "unknown"]


def now() -> datetime:
    return datetime.now(UTC)


def today() -> date:
    """The date in Beijing."""
    return now().astimezone(BEIJING).date()


@dataclass(frozen=True)
class ClockCheck:
    """Seconds by which this machine differs from NTP; `unknown` when no server answered."""

    status: ClockStatus
    offset: float | None
    server: str | None
    checked_at: datetime
    problems: tuple[str, ...] = ()


async def check_clock(servers: Sequence[str], wait: float = 2.0) -> ClockCheck:
    """Ask the servers in turn; the first answer counts."""
    problems: list[str] = []
    for server in servers:
        host, _, port = server.partition(":")
        try:
            answer = await asyncio.to_thread(ntplib.NTPClient().request, host, 3, port or "ntp", wait)
        except (ntplib.NTPException, OSError) as error:
            problems.append(f"{server}: {error}")
            continue
        status: ClockStatus = "ok" if abs(answer.offset) <= LARGEST_OFFSET else "off"
        return ClockCheck(status, float(answer.offset), server, now(), tuple(problems))
    return ClockCheck("unknown", None, None, now(), tuple(problems))
