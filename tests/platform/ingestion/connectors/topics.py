"""A topic of a real broker of the Kafka protocol, and messages sent to it."""

from typing import Any

from kafka import KafkaAdminClient, KafkaProducer
from kafka.admin import NewTopic

from tests.platform.ingestion.servers import HERE

TOPIC = "plant.meters"


def make_topic(port: int, partitions: int = 2) -> None:
    admin = KafkaAdminClient(bootstrap_servers=f"{HERE}:{port}")
    admin.create_topics([NewTopic(TOPIC, partitions, 1)])
    admin.close()


def settings(port: int, **told: Any) -> dict[str, Any]:
    return {"kind": "kafka", "servers": [f"{HERE}:{port}"], "topics": [TOPIC], "tls": False} | told


def send(port: int, *payloads: str | bytes | None, partition: int = 0, **told: Any) -> None:
    """Returns once the broker has them: one by one, for this broker takes a batch to end after its first."""
    producer = KafkaProducer(bootstrap_servers=f"{HERE}:{port}")
    for payload in payloads:
        value = payload.encode() if isinstance(payload, str) else payload
        producer.send(TOPIC, value, partition=partition, **told).get(10)
    producer.close()


def at(*offsets: int) -> dict[str, Any]:
    """The cursor of somebody who read the partitions so far."""
    return {"next": {TOPIC: {str(number): offset for number, offset in enumerate(offsets)}}, "until": {}}
