"""`/health` and `/metrics` of a running node."""

import asyncio
import socket
import struct
import time
from typing import cast

import httpx
import pytest
from sqlalchemy import text

from brain.kit.clock import ClockCheck, check_clock, now
from tests.conftest import RunningNode

NTP_EPOCH = 2_208_988_800  # seconds from 1900 to 1970


class NtpServer(asyncio.DatagramProtocol):
    """Answers RFC 5905 client packets with a clock that runs `ahead` seconds fast."""

    def __init__(self, ahead: float) -> None:
        self.ahead = ahead

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.DatagramTransport", transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        stamp = int((time.time() + self.ahead + NTP_EPOCH) * 2**32)
        head = struct.pack("!BBbb11I", 0x1C, 1, 0, -20, *[0] * 11)
        self.transport.sendto(head[:24] + data[40:48] + struct.pack("!QQ", stamp, stamp), addr)


async def ask(ahead: float) -> ClockCheck:
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(lambda: NtpServer(ahead), local_addr=("127.0.0.1", 0))
    port = transport.get_extra_info("sockname")[1]
    try:
        return await check_clock([f"127.0.0.1:{port}"])
    finally:
        transport.close()


@pytest.mark.parametrize(("ahead", "status"), [(0.0, "ok"), (40.0, "off")])
async def test_the_clock_is_compared_with_a_real_ntp_answer(ahead: float, status: str) -> None:
    checked = await ask(ahead)

    assert checked.status == status
    assert checked.offset == pytest.approx(ahead, abs=0.5)


async def test_an_unreachable_ntp_server_leaves_the_clock_unknown() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as silent:
        silent.bind(("127.0.0.1", 0))

        checked = await check_clock([f"127.0.0.1:{silent.getsockname()[1]}"], wait=0.2)

    assert (checked.status, checked.offset) == ("unknown", None)
    assert len(checked.problems) == 1


async def test_health_shows_an_unverified_clock_and_never_calls_it_fine(centre: RunningNode) -> None:
    answer = await (await centre.client()).get("/health")

    assert (answer.status_code, answer.json()["status"]) == (200, "degraded")
    assert (answer.json()["database"], answer.json()["migrations"]) == ("ok", "current")
    assert answer.json()["clock"]["status"] == "unknown"


async def test_health_is_good_with_a_verified_clock_and_says_when_migrations_are_stale(
    centre: RunningNode,
) -> None:
    centre.node.provided[ClockCheck] = ClockCheck("ok", 0.01, "ntp.test", now())
    client = await centre.client()

    good = await client.get("/health")
    async with centre.node.database.transaction() as session:
        await session.execute(text("UPDATE alembic_version SET version_num = 'older'"))
    stale = await client.get("/health")

    assert (good.status_code, good.json()["status"]) == (200, "ok")
    assert (stale.json()["status"], stale.json()["migrations"]) == ("degraded", "stale")


async def test_health_is_down_when_the_database_is_gone(centre: RunningNode) -> None:
    centre.node.database.dsn = "host=127.0.0.1 port=1 connect_timeout=1"

    answer = await (await centre.client()).get("/health")

    assert (answer.status_code, answer.json()["status"]) == (503, "down")


async def test_metrics_count_the_requests_by_route(centre: RunningNode) -> None:
    client: httpx.AsyncClient = await centre.client()
    await client.get("/api/node")

    text_answer = (await client.get("/metrics")).text

    assert 'brain_http_requests_total{method="GET",route="/api/node",status="200"}' in text_answer
