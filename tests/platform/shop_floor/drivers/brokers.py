"""A machine that publishes at a broker of the tests, and a peer that is no broker."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion

from tests.platform.ingestion.servers import HERE


class Publisher:
    def __init__(self, client: Client) -> None:
        self.client = client

    def say(self, topic: str, payload: str | bytes, *, qos: int = 1, retain: bool = False) -> None:
        self.client.publish(topic, payload, qos, retain).wait_for_publish(5)


@contextmanager
def publisher(port: int, user: str | None = None, password: str | None = None) -> Iterator[Publisher]:
    client, connected = Client(CallbackAPIVersion.VERSION2), threading.Event()
    client.on_connect = lambda *_: connected.set()
    client.max_inflight_messages_set(1000)
    if user:
        client.username_pw_set(user, password)
    client.connect(HERE, port)
    client.loop_start()
    try:
        assert connected.wait(5)
        yield Publisher(client)
    finally:
        client.disconnect()
        client.loop_stop()


@asynccontextmanager
async def says(answer: bytes) -> AsyncIterator[int]:
    """The port of something that accepts, says this and then nothing more."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        while await reader.read(1000):
            pass
        writer.close()

    server = await asyncio.start_server(handle, HERE, 0)
    async with server:
        yield server.sockets[0].getsockname()[1]
