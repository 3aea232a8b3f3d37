"""Messages a second from a Kafka broker (Tansu) to a landed file, beside a client that only polls.

Run: .venv/bin/python benchmarks/kafka_topics.py
"""

import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # the broker is started as the tests start it

from kafka import KafkaConsumer, KafkaProducer, TopicPartition
from tests.platform.ingestion.connectors.topics import TOPIC, make_topic, settings
from tests.platform.ingestion.servers import HERE, tansu

from brain.platform.ingestion.adapters.connectors import kinds
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.adapters.landing import blocks, land
from brain.platform.ingestion.contract import CollectionSettings

MESSAGES = 200_000


def produce(port: int) -> None:
    """All of a sort to fill a batch, then one alone: the broker takes a batch to end after its first."""
    producer = KafkaProducer(bootstrap_servers=f"{HERE}:{port}", linger_ms=50, batch_size=1 << 16)
    for number in range(MESSAGES):
        if number == MESSAGES - 1:
            producer.flush()
        told = {"meter": f"M{number % 100:03}", "kwh": number / 10, "at": "2026-11-23T08:00:00+08:00"}
        producer.send(TOPIC, json.dumps(told).encode(), partition=0)
    producer.close()


def bare(port: int) -> float:
    """Seconds for a client that polls and keeps nothing."""
    consumer = KafkaConsumer(bootstrap_servers=f"{HERE}:{port}", isolation_level="read_committed")
    partition = TopicPartition(TOPIC, 0)
    consumer.assign([partition])
    consumer.seek_to_beginning(partition)
    began, seen = time.perf_counter(), 0
    while seen < MESSAGES:
        seen += sum(map(len, consumer.poll(timeout_ms=5_000, max_records=1_000).values()))
    taken = time.perf_counter() - began
    consumer.close()
    return taken


async def landed(port: int, folder: Path) -> tuple[float, int]:
    """Seconds from the first connection to the last batch under its digest, and how many rows."""
    reach = Reach(CollectionSettings(hosts=(HERE,)))
    connector = kinds.connect(kinds.read(settings(port)), None, reach, journal=folder / "journal")
    began, rows, cursor = time.perf_counter(), 0, dict[str, Any]()
    async for extract in connector.extracts(cursor, folder):
        if not extract.empty:
            await land(folder, blocks(extract.path))
            rows += extract.path.read_bytes().count(b"\n") - 2  # a line each, and the two of the brackets
    return time.perf_counter() - began, rows


def main() -> None:
    with tempfile.TemporaryDirectory() as place, tansu() as port:
        make_topic(port, 1)
        produce(port)
        seconds, rows = asyncio.run(landed(port, Path(place)))
        alone = bare(port)
    assert rows == MESSAGES, rows
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
