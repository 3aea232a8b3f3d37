"""Messages from a real broker of the Kafka protocol (Tansu): none lost, none twice, whatever they hold."""

import asyncio
import datetime as dt
import json
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from kafka import KafkaProducer
from pydantic import ValidationError

from brain.kit.clock import today
from brain.platform.ingestion.adapters.connectors import kafka as connector
from brain.platform.ingestion.adapters.connectors import kafka_session
from brain.platform.ingestion.adapters.connectors.reach import Reach
from brain.platform.ingestion.contract import CollectionSettings
from brain.platform.ingestion.domain.collecting import NotAllowed, NotCollected
from tests.platform.ingestion.connectors.fetching import LOCAL, Came, fetch
from tests.platform.ingestion.connectors.test_mqtt import certify, values
from tests.platform.ingestion.connectors.topics import TOPIC, at, make_topic, send, settings
from tests.platform.ingestion.servers import HERE, free_port, tansu


@pytest.fixture
def port() -> Iterator[int]:
    with tansu() as listening:
        make_topic(listening)
        yield listening


def numbers(came: list[Came]) -> list[str | None]:
    return values(came, "n")


async def test_what_is_new_in_each_partition_comes_once_with_where_it_was(port: int, tmp_path: Path) -> None:
    send(port, '{"n": 1}', '[{"n": 2}, {"n": 3}]', key=b"M1", headers=[("单位", b"kWh")])
    send(port, '{"n": 4}', partition=1)
    first, cursor = await fetch(tmp_path, settings(port))
    again, cursor = await fetch(tmp_path, settings(port), cursor=cursor)
    send(port, '{"n": 5}', partition=1)
    second, cursor = await fetch(tmp_path, settings(port), cursor=cursor)

    assert (numbers(first), again, numbers(second)) == (["1", "2", "3", "4"], [], ["5"])
    assert [*first[0].headers] == ["消息主题", "分区", "偏移", "消息时间", "消息键", "属性.单位", "n"]
    assert first[0].rows[2][:3] == (TOPIC, "0", "1")
    assert (values(first, "消息键"), values(first, "属性.单位")[0]) == ([*["M1"] * 3, ""], "kWh")
    assert cursor == at(2, 2)


async def test_a_partition_that_is_new_is_read_from_its_beginning(port: int, tmp_path: Path) -> None:
    send(port, '{"n": 1}')
    send(port, '{"n": 2}', '{"n": 3}', partition=1)

    came, _ = await fetch(tmp_path, settings(port), cursor=at(1))

    assert numbers(came) == ["2", "3"]


async def test_the_first_look_begins_where_it_was_told_and_forgets_nothing_after(
    port: int, tmp_path: Path
) -> None:
    send(port, '{"n": 1}')
    day, tomorrow = today().isoformat(), (today() + dt.timedelta(days=1)).isoformat()
    by_day, _ = await fetch(tmp_path, settings(port, start="date", since=day))
    too_early, _ = await fetch(tmp_path, settings(port, start="date", since=tomorrow))
    none, cursor = await fetch(tmp_path, settings(port, start="latest"))
    send(port, '{"n": 3}')
    after, _ = await fetch(tmp_path, settings(port, start="latest"), cursor=cursor)

    assert (numbers(by_day), too_early) == (["1"], [])
    assert (none, numbers(after)) == ([], ["3"])


async def test_a_run_ends_where_the_log_ended_when_it_began(
    port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connector, "MOST_MESSAGES", 10)
    monkeypatch.setitem(kafka_session.ALWAYS, "max_poll_records", 10)
    send(port, *(f'{{"n": {number}}}' for number in range(25)))
    wanted = connector.KafkaSettings.model_validate(settings(port))
    batches = []
    async for extract in connector.KafkaConnector(wanted, None, LOCAL, sample=False).extracts({}, tmp_path):
        batches.append((extract.name[-17:], extract.more, extract.cursor["until"]))
        await asyncio.to_thread(send, port, '{"n": 99}')

    ends = {TOPIC: {"0": 25, "1": 0}}
    assert batches == [
        ("", False, {}),
        ("000000000000.json", True, ends),
        ("000000000010.json", True, ends),
        ("000000000020.json", False, {}),
    ]


async def test_the_marks_of_transactions_are_passed(port: int, tmp_path: Path) -> None:
    producer = KafkaProducer(bootstrap_servers=f"{HERE}:{port}", transactional_id="till")
    producer.init_transactions()
    for payload in (b'{"n": 1}', b'{"n": 2}'):
        producer.begin_transaction()
        producer.send(TOPIC, payload, partition=0)
        producer.commit_transaction()
    producer.close()

    came, cursor = await fetch(tmp_path, settings(port))

    assert (numbers(came), cursor) == (["1", "2"], at(4, 0))


async def test_compressed_messages_are_read(port: int, tmp_path: Path) -> None:
    for kind in ("gzip", "snappy", "lz4", "zstd"):
        producer = KafkaProducer(bootstrap_servers=f"{HERE}:{port}", compression_type=kind)
        producer.send(TOPIC, json.dumps({"n": kind, "pad": "甲" * 500}).encode(), partition=0)
        producer.close()

    came, _ = await fetch(tmp_path, settings(port))

    assert numbers(came) == ["gzip", "snappy", "lz4", "zstd"]


async def test_a_trial_shows_the_latest_messages_and_moves_nothing(port: int, tmp_path: Path) -> None:
    with pytest.raises(NotCollected, match="没有消息"):
        await fetch(tmp_path, settings(port), sample=True)
    send(port, *(f'{{"n": {number}}}' for number in range(50)))
    shown, _ = await fetch(tmp_path, settings(port, start="latest"), sample=True)

    assert numbers(shown) == [str(number) for number in range(30, 50)]


async def test_what_is_wrong_with_a_connection_is_said(port: int, tmp_path: Path) -> None:
    with pytest.raises(NotCollected, match="没有主题 nothing"):
        await fetch(tmp_path, settings(port, topics=["nothing.here"]))
    with pytest.raises(NotCollected, match="不能连接"):
        await fetch(tmp_path, settings(free_port()))
    with pytest.raises(NotCollected, match="主题重建过"):
        await fetch(tmp_path, settings(port), cursor=at(7, 0))


async def test_a_cluster_does_not_lead_us_where_we_may_not_go(tmp_path: Path) -> None:
    with (
        tansu(advertised="tcp://10.255.0.1:9") as port,
        pytest.raises(NotAllowed, match="不允许访问 10"),
    ):
        await fetch(tmp_path, settings(port))
    with pytest.raises(NotAllowed, match="不允许访问"):
        await fetch(tmp_path, settings(1), reach=Reach(CollectionSettings()))


@asynccontextmanager
async def encrypted(inner: int, outer: int, folder: Path) -> AsyncIterator[None]:
    """TLS before a broker that speaks none."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert", folder / "key")

    async def pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        while block := await source.read(1 << 16):
            sink.write(block)
        sink.close()

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there_reader, there_writer = await asyncio.open_connection(HERE, inner)
        await asyncio.gather(pump(reader, there_writer), pump(there_reader, writer))

    server = await asyncio.start_server(relay, HERE, outer, ssl=context)
    try:
        yield
    finally:
        server.close()


async def test_a_connection_is_encrypted_and_whoever_answers_is_known(tmp_path: Path) -> None:
    ca, outer = certify(tmp_path), free_port()
    with tansu(advertised=f"tcp://{HERE}:{outer}") as inner:
        async with encrypted(inner, outer, tmp_path):
            wanted = settings(outer, tls=True, ca=ca, topics=["none"])
            with pytest.raises(NotCollected, match="没有主题 none"):
                await fetch(tmp_path, wanted)
            with pytest.raises(NotCollected, match="certificate verify failed"):
                await fetch(tmp_path, wanted | {"ca": None})


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"user": "me", "mechanism": "PLAIN"}, "须用 TLS"),
        ({"start": "date"}, "须填写日期"),
        ({"servers": ["kafka.example.cn"]}, "servers"),
        ({"topics": ["a/b"]}, "topics"),
    ],
)
def test_settings_that_cannot_be_meant_are_refused(wrong: dict[str, object], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        connector.KafkaSettings.model_validate(settings(9092, **wrong))
