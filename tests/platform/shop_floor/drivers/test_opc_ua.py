import asyncio
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from asyncua import Client

from brain.platform.shop_floor.adapters.drivers import opc_ua_channel
from brain.platform.shop_floor.adapters.drivers.driver import NotReached, Wanted
from brain.platform.shop_floor.adapters.drivers.opc_ua import OpcUaDriver
from brain.platform.shop_floor.adapters.drivers.opc_ua_channel import OpcUaSettings
from brain.platform.shop_floor.adapters.drivers.opc_ua_nodes import OpcUaAddress
from brain.platform.shop_floor.domain.readings import Quality, ValueKind
from tests.platform.shop_floor.drivers.hearing import Hearing, collecting, until

SERVER = """
import asyncio, sys
from asyncua import Server

async def main():
    server = Server()
    await server.init()
    server.set_endpoint(f"opc.tcp://127.0.0.1:{sys.argv[1]}/")
    press = await server.nodes.objects.add_object("ns=2;s=Press", "2:Press")
    heat = await press.add_variable("ns=2;s=Press.Heat", "2:Heat", 20.0)
    await press.add_variable("ns=2;s=Press.Name", "2:Name", "P-1")
    await press.add_variable("ns=2;s=Press.Count", "2:Count", 7)
    end = await server.nodes.objects.add_variable("ns=2;s=End", "2:End", False)
    await end.set_writable()
    async with server:
        print("ready", flush=True)
        value = 20.0
        while True:
            await asyncio.sleep(0.1)
            if await end.read_value():
                held = server.iserver.subscription_service
                await held.delete_subscriptions(list(held.subscriptions))
                await end.write_value(False)
            value += 1
            await heat.write_value(value)

asyncio.run(main())
"""


def _start(port: int) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", SERVER, str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=Path("/"),
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def _stop(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    chosen = _free_port()
    process = _start(chosen)
    yield chosen
    _stop(process)


def _driver(port: int) -> OpcUaDriver:
    return OpcUaDriver(OpcUaSettings(kind="opc_ua", endpoint=f"opc.tcp://127.0.0.1:{port}/"), None)


def _wanted(number: int, node: str, dead_band: float | None = None) -> Wanted[OpcUaAddress]:
    return Wanted(
        number=number,
        address=OpcUaAddress(node=node),
        kind=ValueKind.NUMBER,
        sampling=0.05,
        dead_band=dead_band,
    )


async def test_changes_come_with_the_servers_time_and_an_unknown_node_is_silent(port: int) -> None:
    sink = Hearing()
    wanted = [_wanted(900, "ns=2;s=Press.Heat"), _wanted(901, "ns=2;s=None"), _wanted(902, "ns=2;i=x")]
    async with collecting(_driver(port), wanted, sink):
        await until(lambda: len(sink.values(900)) >= 5 and bool(sink.clocks))
    values = [float(str(value)) for value in sink.values(900)]
    assert values == [values[0] + step for step in range(len(values))]
    last = sink.last(900)
    assert last.quality is Quality.GOOD
    assert abs((last.at or 0) / 1e6 - time.time()) < 5
    assert abs(sink.clocks[0]) < 1
    assert sorted(numbers for numbers, _ in sink.silences) == [(901,), (902,)]


async def test_browsing_leads_to_variables_with_kind_and_value(port: int) -> None:
    top = {each.name: each for each in await _driver(port).browse(None)}
    below = {each.name: each for each in await _driver(port).browse(top["Press"].under)}
    assert top["Press"].address is None
    kinds = {name: each.kind for name, each in below.items()}
    assert kinds == {"Heat": ValueKind.NUMBER, "Name": ValueKind.TEXT, "Count": ValueKind.INTEGER}
    addresses = [each.address for each in below.values() if each.address is not None]
    samples = await _driver(port).read([*addresses, OpcUaAddress(node="ns=2;s=None")])
    assert [each.value for each in samples][1:] == ["P-1", 7, None]
    assert samples[-1].quality is Quality.BAD


async def test_a_subscription_that_the_server_ends_is_noticed(port: int) -> None:
    sink = Hearing()
    task = asyncio.create_task(_driver(port).collect([_wanted(1, "ns=2;s=Press.Heat")], sink))
    await until(lambda: bool(sink.puts))
    async with Client(f"opc.tcp://127.0.0.1:{port}/") as other:
        await other.get_node("ns=2;s=End").write_value(True)

    with pytest.raises(NotReached, match="订阅"):
        await asyncio.wait_for(task, 30)


async def test_a_killed_server_is_told_and_collected_again_once_it_is_back() -> None:
    port = _free_port()
    process, sink = _start(port), Hearing()
    wanted = [_wanted(1, "ns=2;s=Press.Heat")]
    try:
        async with collecting(_driver(port), wanted, sink) as task:
            await until(lambda: bool(sink.puts))
            _stop(process)
            with pytest.raises(NotReached):
                await asyncio.wait_for(asyncio.shield(task), 12)
    except NotReached:
        pass
    process = _start(port)
    sink = Hearing()
    async with collecting(_driver(port), wanted, sink):
        await until(lambda: bool(sink.puts))
    _stop(process)


@pytest.mark.parametrize(
    "answer", [b"", b"HTTP/1.1 400 Bad Request\r\n\r\n", b"ACKF\xff\xff\xff\xff" + b"0" * 64]
)
async def test_what_is_no_opc_ua_server_is_told_in_time(
    answer: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opc_ua_channel, "PATIENCE", 1.0)

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1000)
        writer.write(answer)
        await reader.read()
        writer.close()

    async with await asyncio.start_server(speak, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        start = time.monotonic()
        with pytest.raises(NotReached, match="没有回答"):
            await _driver(port).read([])
        assert time.monotonic() - start < 4
