"""The plant's MQTT broker (3.1.1) and what its machines publish: a JSON message for each machine, kept by the
broker so that a late listener has the state at once. Anonymous, for demonstrations and tests only."""

import json
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

from amqtt.broker import Broker
from amqtt.client import MQTTClient

from brain.simulation.serving.offer import TIME, MqttPlace
from brain.simulation.tyre_plant.tags import Tag, Value


class MqttEndpoint:
    def __init__(self, client: MQTTClient, topics: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        self._client = client
        self._topics = topics

    async def show(self, values: Mapping[str, Value], at: datetime) -> None:
        moment = {TIME: int(at.timestamp() * 1000)}
        for topic, fields in self._topics.items():
            told = moment | {field: values[name] for field, name in fields}
            await self._client.publish(topic, json.dumps(told).encode(), qos=1, retain=True)


@asynccontextmanager
async def serving(
    host: str, port: int, offered: Sequence[tuple[Tag, MqttPlace]]
) -> AsyncIterator[MqttEndpoint]:
    broker = Broker(
        {
            "listeners": {"default": {"type": "tcp", "bind": f"{host}:{port}"}},
            "plugins": {"amqtt.plugins.authentication.AnonymousAuthPlugin": {"allow_anonymous": True}},
        }
    )
    topics: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for tag, place in offered:
        topics[place.topic].append((place.pointer.removeprefix("/"), tag.name))
    await broker.start()
    client = MQTTClient(client_id="machines", config={"auto_reconnect": True})
    await client.connect(f"mqtt://{host}:{port}/")
    try:
        yield MqttEndpoint(client, topics)
    finally:
        await client.disconnect()
        await broker.shutdown()
