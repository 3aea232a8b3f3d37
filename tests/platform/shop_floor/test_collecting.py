"""Collecting as it runs at a gateway, from a real broker that dies and comes back."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from brain.kit import series
from brain.kit.clock import now
from brain.platform.shop_floor.service import collecting, history
from tests.conftest import RunningNode
from tests.platform.ingestion.servers import BROKER, HERE, free_port, mosquitto
from tests.platform.shop_floor.drivers.brokers import publisher

URL = "/api/shop-floor"
pytestmark = pytest.mark.skipif(BROKER is None, reason="没有 Mosquitto：scripts/mosquitto 可在 Debian 上安装")


@asynccontextmanager
async def collected(gateway: RunningNode) -> AsyncIterator[None]:
    task = asyncio.create_task(collecting.collect(gateway.node))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def until(question: Callable[[], Awaitable[Any]], patience: float = 15.0) -> Any:
    """What it answers once that is true."""
    async with asyncio.timeout(patience):
        while not (answer := await question()):
            await asyncio.sleep(0.1)
        return answer


async def todos(gateway: RunningNode) -> int:
    """Open ones."""
    async with gateway.node.database.transaction() as session:
        found = await session.scalar(
            text("SELECT count(*) FROM portal_notice WHERE key IS NOT NULL AND done_at IS NULL")
        )
    return int(found or 0)


async def values(gateway: RunningNode) -> list[float]:
    blocks = [series.unpack(each.data).numbers for each in await history.after(gateway.node, 0, 1000)]
    return [value for part in blocks for value in part.value[part.quality == 0].tolist()]


async def test_what_a_machine_says_is_kept_shown_and_told_when_it_falls_silent(
    gateway: RunningNode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "LONGEST_PAUSE", 1.0)
    engineer, port = await gateway.person("shop_floor.see", "shop_floor.configure"), free_port()
    told = {"kind": "mqtt", "host": HERE, "port": port, "tls": False, "clientId": "gateway-1"}
    source = (await engineer.post(f"{URL}/sources", json={"name": "硫化", "settings": told})).json()["id"]
    point = {"title": "温度", "kind": "number", "address": {"topic": "press/1", "pointer": "/t"}}
    wrong = {"title": "压力", "kind": "number", "address": {"topic": "press/1", "pointer": "/p"}}
    await engineer.post(f"{URL}/sources/{source}/points", json={"points": [point]})

    async def state() -> str:
        return str((await engineer.get(f"{URL}/sources/{source}")).json()["state"])

    async def is_(wanted: str) -> bool:
        return await state() == wanted

    async def say(value: float) -> bool:
        with publisher(port) as machine:
            machine.say("press/1", f'{{"t": {value}, "p": {value / 10}}}')
        await asyncio.sleep(0.6)
        return value in await values(gateway)

    async with collected(gateway):
        with mosquitto(tmp_path, port=port):
            await until(lambda: say(151.5))
            await until(lambda: is_("running"))
            browsed = await engineer.post(f"{URL}/sources/{source}/browse", json={})
        await until(lambda: is_("lost"))
        opened = await until(lambda: todos(gateway))
        with mosquitto(tmp_path, port=port):
            await until(lambda: say(152.5))
            await until(lambda: is_("running"))
            settled = await todos(gateway)
            await engineer.post(f"{URL}/sources/{source}/points", json={"points": [wrong]})
            after_revision = await until(lambda: both_after(say(149.0), engineer))
    numbers = {each["title"]: each["number"] for each in after_revision}
    begin = (now() - timedelta(hours=1)).isoformat()
    trend = await engineer.get(
        f"{URL}/points/{numbers['温度']}/trend", params={"begin": begin, "end": now().isoformat()}
    )

    assert browsed.status_code == 200
    assert (opened, settled) == (1, 0)
    places = trend.json()["places"]
    assert (min(each["low"] for each in places), max(each["high"] for each in places)) == (149.0, 152.5)
    assert {each["title"]: each["live"]["value"] for each in after_revision} == {"温度": 149.0, "压力": 14.9}


async def both_after(saying: Awaitable[bool], engineer: httpx.AsyncClient) -> list[dict[str, Any]] | None:
    """The points once both of them have a value: what was said before the second was there is not its."""
    await saying
    items: list[dict[str, Any]] = (await engineer.get(f"{URL}/points")).json()["items"]
    if len(items) == 2 and all(each["live"] and each["live"]["value"] is not None for each in items):
        return items
    return None
