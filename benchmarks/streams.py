"""Messages a second from a real MQTT broker (Mosquitto) to a landed file, beside a client that keeps nothing.

Run: .venv/bin/python benchmarks/streams.py   (needs mosquitto: scripts/mosquitto)
"""

import asyncio
import json
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion

sys.path.insert(0, str(Path(__file__).parents[1]))  # the broker is started as the tests start it

from tests.platform.ingestion.servers import HERE, mosquitto

from brain.platform.ingestion.adapters.connectors import kinds
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.adapters.landing import blocks, land
from brain.platform.ingestion.contract import CollectionSettings

MESSAGES = 60_000
TOPIC = "plant/a/meter"


def publish(port: int) -> None:
    client = Client(CallbackAPIVersion.VERSION2)
    client.max_inflight_messages_set(1_000)
    client.connect(HERE, port)
    client.loop_start()
    for number in range(MESSAGES):
        told = {"meter": f"M{number % 100:03}", "kwh": number / 10, "at": "2026-11-23T08:00:00+08:00"}
        last = client.publish(TOPIC, json.dumps(told), qos=1)
    last.wait_for_publish()
    client.disconnect()
    client.loop_stop()


def bare(port: int, client: Client) -> float:
    """Seconds for a client that acknowledges at once and keeps nothing."""
    done, seen = threading.Event(), 0

    def count(*_: Any) -> None:
        nonlocal seen
        seen += 1
        if seen == MESSAGES:
            done.set()

    client.on_message = count
    began = time.perf_counter()
    client.connect(HERE, port)
    client.loop_start()
    assert done.wait(300), f"only {seen} came"
    taken = time.perf_counter() - began
    client.disconnect()
    client.loop_stop()
    return taken


def subscribed(port: int, name: str) -> Client:
    client = Client(CallbackAPIVersion.VERSION2, client_id=name, clean_session=False,
                    protocol=MQTTProtocolVersion.MQTTv311)  # fmt: skip
    ready = threading.Event()

    def subscribe(*_: Any) -> None:
        client.subscribe(TOPIC, qos=1)

    client.on_connect = subscribe
    client.on_subscribe = lambda *_: ready.set()
    client.connect(HERE, port)
    client.loop_start()
    assert ready.wait(10)
    client.disconnect()
    client.loop_stop()
    client.on_connect = None
    return client


async def landed(port: int, folder: Path) -> tuple[float, int]:
    """Seconds from the first connection to the last batch under its digest, and how many rows."""
    settings = kinds.read(
        {"kind": "mqtt", "host": HERE, "port": port, "tls": False, "topic": TOPIC, "client_id": "brain"}
    )
    reach = Reach(CollectionSettings(hosts=(HERE,)))
    connector = kinds.connect(settings, None, reach, journal=folder / "journal")
    async for _ in connector.extracts({}, folder):
        raise AssertionError("nothing was sent yet")
    await asyncio.to_thread(publish, port)
    began, rows, cursor = time.perf_counter(), 0, dict[str, Any]()
    async for extract in connector.extracts(cursor, folder):
        await land(folder, blocks(extract.path))
        rows += len(json.loads(extract.path.read_bytes()))
    return time.perf_counter() - began, rows


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with mosquitto(folder) as port:
            client = subscribed(port, "bare")
            seconds, rows = asyncio.run(landed(port, folder))
            alone = bare(port, client)
    assert rows == MESSAGES
    print(
        json.dumps(
            {
                "messages": MESSAGES,
                "landed_per_second": round(MESSAGES / seconds),
                "bare_client_per_second": round(MESSAGES / alone),
                "share_of_bare": round(alone / seconds, 2),
            }
        )
    )


main()
