"""What reading an MQTT broker costs: messages with one value and with many, Mosquitto on this machine.

Another process publishes QoS 1 as fast as it can; the driver puts into the room's own sink, whose blocks are
packed and thrown away every half second, after which messages are acknowledged. Beside it the same messages
read by paho-mqtt in a thread of its own, decoded and acknowledged one by one. CPU is of the reader's process.

Run: .venv/bin/python benchmarks/mqtt_driver.py
"""

import asyncio
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from paho.mqtt.client import Client, MQTTMessage
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties

from brain.platform.shop_floor.adapters.drivers.driver import Wanted
from brain.platform.shop_floor.adapters.drivers.mqtt import MqttAddress, MqttDeviceSettings, MqttDriver
from brain.platform.shop_floor.domain.points import Point
from brain.platform.shop_floor.domain.readings import ValueKind
from brain.platform.shop_floor.service.recording import Recorder, SourceSink

HERE, PORT = "127.0.0.1", 18_993
TAGS = 500  # topics of one value each
WIDE = 200  # values of one message

PUBLISHER = """
import sys, time
from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion
port, messages, tags, wide = map(int, sys.argv[1:])
client = Client(CallbackAPIVersion.VERSION2)
client.max_inflight_messages_set(2000)
client.max_queued_messages_set(0)
client.connect("127.0.0.1", port)
client.loop_start()
last = None
for number in range(messages):
    if wide:
        fields = ",".join(f'"t{tag}":{number + tag / 7:.3f}' for tag in range(wide))
        last = client.publish(f"plant/{number % 5}", f'{{"ts":{int(time.time() * 1000)},{fields}}}', 1)
    else:
        last = client.publish(f"plant/t{number % tags}", f"{number / 7:.3f}", 1)
    if number % 500 == 499:
        last.wait_for_publish()
last.wait_for_publish()
client.disconnect()
"""


def broker(folder: str) -> subprocess.Popen[bytes]:
    config = Path(folder) / "mosquitto.conf"
    config.write_text(f"listener {PORT} {HERE}\nallow_anonymous true\nmax_queued_messages 0\nuser root\n")
    program = shutil.which("mosquitto") or "/usr/sbin/mosquitto"
    return subprocess.Popen([program, "-c", str(config)], stderr=subprocess.DEVNULL)


def publish(messages: int, wide: int) -> None:
    """Everything into the broker, which keeps it for the reader."""
    told = [str(PORT), str(messages), str(TAGS), str(wide)]
    subprocess.run([sys.executable, "-c", PUBLISHER, *told], check=True)


def settings(name: str) -> MqttDeviceSettings:
    return MqttDeviceSettings(
        kind="mqtt", host=HERE, port=PORT, tls=False, client_id=name, time="/ts", time_unit="ms"
    )


def wanted(wide: int) -> list[Wanted[MqttAddress]]:
    if wide:
        addresses = [
            MqttAddress(topic=f"plant/{machine}", pointer=f"/t{tag}")
            for machine in range(5)
            for tag in range(wide)
        ]
    else:
        addresses = [MqttAddress(topic=f"plant/t{tag}") for tag in range(TAGS)]
    return [
        Wanted(number=number, address=address, kind=ValueKind.NUMBER)
        for number, address in enumerate(addresses)
    ]


async def with_driver(name: str, messages: int, wide: int) -> dict[str, float]:
    points, recorder = wanted(wide), Recorder()
    sink = recorder.sink(1, [_point(each) for each in points])
    driver, values = MqttDriver(settings(name), None), messages * (wide or 1)

    async def first() -> None:
        """Only so that the broker keeps messages from now on."""
        task = asyncio.create_task(driver.collect(points, sink))
        await asyncio.sleep(1)
        task.cancel()
        await asyncio.wait([task])

    await first()
    await asyncio.to_thread(publish, messages, wide)
    cpu, began = time.process_time(), time.perf_counter()
    task = asyncio.create_task(driver.collect(points, sink))
    while _count(sink) < values and not task.done():
        await asyncio.sleep(0.5)
        due = recorder.acknowledgements()
        await recorder.seal()
        recorder.waiting.clear()
        for done in due:
            done()
    seconds, spent = time.perf_counter() - began, time.process_time() - cpu
    task.cancel()
    await asyncio.wait([task])
    return figures(messages, values, seconds, spent) | {"lost": values - _count(sink)}


def _point(each: Wanted[MqttAddress]) -> Point:
    return Point(number=each.number, code=f"t{each.number}", title=f"t{each.number}", kind=each.kind)


def _count(sink: SourceSink) -> int:
    return sink.tally.kept + sink.tally.unchanged


def with_paho(name: str, messages: int) -> dict[str, float]:
    """One value each, decoded and acknowledged, and nothing more."""
    heard, enough = 0, threading.Event()

    def hear(client: Client, _data: Any, message: MQTTMessage) -> None:
        nonlocal heard
        msgspec.json.decode(message.payload)
        client.ack(message.mid, message.qos)
        heard += 1
        if heard >= messages:
            enough.set()

    first = paho(name, lambda *_: None)
    time.sleep(1)
    first.disconnect()
    first.loop_stop()
    publish(messages, 0)
    cpu, began = time.process_time(), time.perf_counter()
    client = paho(name, hear)
    enough.wait(120)
    seconds, spent = time.perf_counter() - began, time.process_time() - cpu
    client.disconnect()
    client.loop_stop()
    return figures(messages, messages, seconds, spent) | {"lost": messages - heard}


def paho(name: str, hear: Callable[[Client, Any, MQTTMessage], None]) -> Client:
    client = Client(
        CallbackAPIVersion.VERSION2, client_id=name, protocol=MQTTProtocolVersion.MQTTv5, manual_ack=True
    )
    client.on_message = hear
    connected = threading.Event()
    client.on_connect = lambda *_: connected.set()
    properties = Properties(PacketTypes.CONNECT)  # type: ignore[no-untyped-call]
    properties.SessionExpiryInterval = 3600
    client.connect(HERE, PORT, clean_start=False, properties=properties)
    client.loop_start()
    connected.wait(5)
    client.subscribe("plant/#", 1)
    return client


def figures(messages: int, values: int, seconds: float, cpu: float) -> dict[str, float]:
    return {
        "messages_per_s": round(messages / seconds),
        "values_per_s": round(values / seconds),
        "cpu_us_per_message": round(cpu / messages * 1e6, 2),
        "cpu_us_per_value": round(cpu / values * 1e6, 2),
    }


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        process = broker(folder)
        try:
            time.sleep(0.5)
            found = {
                "one_value": asyncio.run(with_driver("one", 100_000, 0)),
                "wide": asyncio.run(with_driver("wide", 5_000, WIDE)),
                "paho_one_value": with_paho("paho", 50_000),
            }
        finally:
            process.terminate()
            process.wait()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
