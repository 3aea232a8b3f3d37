"""A person or machine that publishes at a broker of the tests."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion

from tests.platform.ingestion.servers import HERE


class Publisher:
    """`said`: waits until the broker has it."""

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
