"""Messages from a real MQTT broker (Mosquitto): none lost, none twice, whatever they hold."""

import asyncio
import base64
import datetime as dt
import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import paho.mqtt.client as mqtt
import paho.mqtt.publish as publishing
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from paho.mqtt.enums import CallbackAPIVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from sqlalchemy import text

from brain.platform.ingestion.adapters.connectors import mqtt as connector
from brain.platform.ingestion.adapters.landing import path_of
from brain.platform.ingestion.domain.collecting import Choice, NotCollected, Outcome, RunStatus
from brain.platform.ingestion.service import collecting, deciding
from tests.conftest import RunningNode
from tests.platform.ingestion.collections import (
    CODES,
    collect,
    import_waiting,
    names,
    open_to,
    set_up,
    todos,
)
from tests.platform.ingestion.connectors.fetching import Came, fetch
from tests.platform.ingestion.servers import BROKER, HERE, mosquitto

pytestmark = pytest.mark.skipif(BROKER is None, reason="没有 Mosquitto：scripts/mosquitto 可在 Debian 上安装")


@pytest.fixture(autouse=True)
def _hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connector, "_IDLE", 0.3)
    monkeypatch.setattr(connector, "LONGEST_TRIAL", 1.0)


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    folder = tmp_path / "broker"
    folder.mkdir()
    with mosquitto(folder) as listening:
        yield listening


def settings(port: int, **told: Any) -> dict[str, Any]:
    usual = {
        "kind": "mqtt",
        "host": HERE,
        "port": port,
        "tls": False,
        "topic": "plant/+/meter",
        "seconds": 10,
    }
    return usual | {"client_id": "brain-1"} | told


def send(port: int, *payloads: bytes | str, topic: str = "plant/a/meter", **told: Any) -> None:
    """Returns once the broker has them."""
    messages: Any = [{"topic": topic, "payload": payload, "qos": 1} for payload in payloads]
    publishing.multiple(messages, hostname=HERE, port=port, **told)


def values(came: list[Came], column: str) -> list[str | None]:
    return [row[list(batch.headers).index(column)] for batch in came for row in batch.rows]


@pytest.mark.parametrize("version", ["5", "3.1.1"])
async def test_what_was_sent_while_we_were_away_comes_once(port: int, tmp_path: Path, version: str) -> None:
    told, place = settings(port, version=version), tmp_path / "place"
    before, cursor = await fetch(place, told)
    await asyncio.to_thread(send, port, '{"n": 1}', '[{"n": 2}, {"n": 3}]')
    first, cursor = await fetch(place, told, cursor=cursor)
    again, cursor = await fetch(place, told, cursor=cursor)
    await asyncio.to_thread(send, port, '{"n": 4}', topic="plant/b/meter")
    second, cursor = await fetch(place, told, cursor=cursor)

    assert (before, again) == ([], [])
    assert values(first, "n") == ["1", "2", "3"]
    assert values(second, "消息主题") == ["plant/b/meter"]
    assert values(second, "n") == ["4"]


async def test_what_was_acknowledged_and_not_landed_comes_again_from_disk(port: int, tmp_path: Path) -> None:
    told, place = settings(port), tmp_path / "place"
    await fetch(place, told)
    await asyncio.to_thread(send, port, '{"n": 1}')
    lost, _ = await fetch(place, told)
    await asyncio.to_thread(send, port, '{"n": 2}')
    again, cursor = await fetch(place, told)

    assert (values(lost, "n"), values(again, "n")) == (["1"], ["1", "2"])
    assert (await fetch(place, told, cursor=cursor))[0] == []
    assert list((place / "journal").glob("*.jsonl")) == []


async def test_members_stay_as_written_and_inner_ones_are_named_by_their_way(
    port: int, tmp_path: Path
) -> None:
    await fetch(tmp_path / "place", settings(port))
    with_unit = Properties(PacketTypes.PUBLISH)  # type: ignore[no-untyped-call]
    with_unit.UserProperty = ("单位", "kWh")
    client = mqtt.Client(CallbackAPIVersion.VERSION2, protocol=mqtt.MQTTv5)
    client.connect(HERE, port)
    client.loop_start()
    content = b'{"meter": {"id": "00x", "at": {"v": 1.50}}, "ok": true}'
    client.publish("plant/a/meter", content, 1, properties=with_unit).wait_for_publish(5)
    client.disconnect()
    client.loop_stop()

    [came], _ = await fetch(tmp_path / "place", settings(port))

    assert b'"meter.at.v":1.50' in came.content
    assert [*came.headers] == ["消息主题", "收到时间", "属性.单位", "meter.id", "meter.at.v", "ok"]
    assert came.rows[0][:1] + came.rows[0][2:] == ("plant/a/meter", "kWh", "00x", "1.5", "是")


async def test_csv_and_text_have_the_columns_they_were_given(port: int, tmp_path: Path) -> None:
    lines = settings(port, format="csv", columns=["表号", "读数"])
    as_text = settings(port, format="text", client_id="brain-2")
    for place, told in (("a", lines), ("b", as_text)):
        await fetch(tmp_path / place, told)
    await asyncio.to_thread(send, port, 'M1,"1,5"\nM2,7\n')

    by_line, _ = await fetch(tmp_path / "a", lines)
    whole, _ = await fetch(tmp_path / "b", as_text)

    assert list(zip(values(by_line, "表号"), values(by_line, "读数"), strict=True)) == [
        ("M1", "1,5"),
        ("M2", "7"),
    ]
    assert values(whole, "内容") == ['M1,"1,5"\nM2,7\n']


async def test_a_retained_message_comes_once_and_a_new_topic_ends_the_old(port: int, tmp_path: Path) -> None:
    told, place = settings(port, version="3.1.1"), tmp_path / "place"
    publishing.single("plant/a/meter", '{"n": 0}', qos=1, retain=True, hostname=HERE, port=port)
    first, cursor = await fetch(place, told)
    again, cursor = await fetch(place, told, cursor=cursor)
    _, cursor = await fetch(place, told | {"topic": "other/#"}, cursor=cursor)
    await asyncio.to_thread(send, port, '{"n": 1}')
    await asyncio.to_thread(send, port, '{"n": 2}', topic="other/x")
    moved, cursor = await fetch(place, told | {"topic": "other/#"}, cursor=cursor)

    assert (values(first, "n"), again, values(moved, "n")) == (["0"], [], ["2"])


async def test_a_trial_shows_messages_and_takes_none_away(port: int, tmp_path: Path) -> None:
    told, place = settings(port), tmp_path / "place"
    await fetch(place, told)
    with pytest.raises(NotCollected, match="没有消息"):
        await fetch(place, told, sample=True)
    trying = asyncio.create_task(fetch(place, told, sample=True))
    await asyncio.sleep(0.3)
    await asyncio.to_thread(send, port, '{"n": 1}')
    shown, _ = await trying
    kept, _ = await fetch(place, told)

    assert (values(shown, "n"), values(kept, "n")) == (["1"], ["1"])


async def test_a_connection_is_encrypted_and_whoever_connects_is_known(tmp_path: Path) -> None:
    ca = certify(tmp_path)
    users = tmp_path / "users"
    subprocess.run(["mosquitto_passwd", "-b", "-c", str(users), "me", "open sesame"], check=True)
    lines = [f"certfile {tmp_path}/cert", f"keyfile {tmp_path}/key", f"password_file {users}"]
    with mosquitto(tmp_path, *lines, "allow_anonymous false") as port:
        told = settings(port, tls=True, ca=ca, user="me")
        assert (await fetch(tmp_path / "place", told, "open sesame"))[0] == []
        with pytest.raises(NotCollected, match="拒绝连接"):
            await fetch(tmp_path / "place", told, "wrong")
        with pytest.raises(NotCollected, match="certificate"):
            await fetch(tmp_path / "place", told | {"ca": None}, "open sesame")


def certify(folder: Path) -> str:
    """Writes a key and a certificate for this machine; the certificate as text."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "x")]),
    )
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(now - dt.timedelta(1)).not_valid_after(now + dt.timedelta(1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HERE))]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    form, none = serialization.Encoding.PEM, serialization.NoEncryption()
    (folder / "key").write_bytes(key.private_bytes(form, serialization.PrivateFormat.PKCS8, none))
    (folder / "cert").write_bytes(certificate.public_bytes(form))
    return certificate.public_bytes(form).decode()


RECEIVE = """
import os, signal, sys
from pathlib import Path
from brain.platform.ingestion.adapters.connectors import journal, mqtt
from brain.platform.ingestion.adapters.connectors.mqtt import MqttConnector, MqttSettings
from tests.platform.ingestion.connectors.fetching import LOCAL
from tests.platform.ingestion.connectors.test_mqtt import settings

settle, settled = journal.Segment.settle, []

def settle_then_die(self):
    settle(self)
    settled.append(1)
    if len(settled) == 2:  # on disk, and the broker does not know
        os.kill(os.getpid(), signal.SIGKILL)

journal.Segment.settle, mqtt._GROUP = settle_then_die, 5
port, place = int(sys.argv[1]), Path(sys.argv[2])
told = MqttSettings.model_validate(settings(port))
MqttConnector(told, None, LOCAL, place)._receive("127.0.0.1", journal.Journal(place), 1)
"""


async def test_killed_before_it_could_acknowledge_nothing_is_lost_or_doubled(
    port: int, tmp_path: Path
) -> None:
    told, place = settings(port), tmp_path / "place"
    await fetch(place, told)
    await asyncio.to_thread(send, port, *(f'{{"n": {number % 3}}}' for number in range(30)))
    code = textwrap.dedent(RECEIVE)
    died = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", code, str(port), str(place / "journal")], env=dict(os.environ)
    )
    on_disk = (place / "journal" / "00000001.jsonl").read_bytes().count(b"\n")

    came, _ = await fetch(place, told)

    assert died.returncode == -signal.SIGKILL
    assert 0 < on_disk < 30
    assert values(came, "n") == [str(number % 3) for number in range(30)]


async def test_a_message_that_cannot_be_read_is_kept_apart_and_holds_up_nothing(
    brain_node: RunningNode, port: int
) -> None:
    open_to(brain_node.node, hosts=(HERE,))
    told = settings(port, seconds=2)
    collection = await set_up(brain_node.node, told)
    await collect(brain_node.node, collection)
    row = {"统一社会信用代码": CODES[0], "企业名称": "甲公司"}
    many = json.dumps({str(number): number for number in range(600)})
    poison: list[bytes | str] = [
        "{not json",
        "甲".encode("gb18030"),
        b"x" * (10 << 20),
        "[1]",
        many,
        '{"a":' * 50 + "1" + "}" * 50,
    ]
    await asyncio.to_thread(send, port, *poison[:3], json.dumps(row), *poison[3:])

    run = await collect(brain_node.node, collection)
    async with brain_node.node.database.transaction() as session:
        [refused, taken] = await collecting.fetched(session, collection.id, run.id)
    original = path_of(brain_node.node.folder, refused.digest or "").read_bytes()

    assert (run.status, run.imports, run.inserted) == (RunStatus.DONE, 1, 1)
    assert (refused.outcome, taken.outcome) == (Outcome.UNREADABLE, Outcome.IMPORTED)
    assert (refused.problem or "").startswith("6 条消息不能读成行")
    assert [base64.b64decode(one["原文（Base64）"]) for one in json.loads(original)] == [
        one.encode() if isinstance(one, str) else one for one in poison
    ]


async def test_a_batch_that_is_all_poison_is_kept_and_passed(brain_node: RunningNode, port: int) -> None:
    open_to(brain_node.node, hosts=(HERE,))
    collection = await set_up(brain_node.node, settings(port))
    await collect(brain_node.node, collection)
    await asyncio.to_thread(send, port, "{not json")

    first = await collect(brain_node.node, collection)
    again = await collect(brain_node.node, collection)

    assert (first.status, first.landed, first.imports) == (RunStatus.DONE, 1, 0)
    assert again.found == 0


async def test_a_change_of_shape_waits_for_a_decision_with_its_messages(
    brain_node: RunningNode, port: int
) -> None:
    open_to(brain_node.node, hosts=(HERE,))
    collection = await set_up(brain_node.node, settings(port))
    await collect(brain_node.node, collection)
    statuses = []
    for code, extra in zip(CODES, ({}, {"新列": "x"}, {}), strict=True):
        await asyncio.to_thread(
            send, port, json.dumps({"统一社会信用代码": code, "企业名称": "甲公司"} | extra)
        )
        run = await collect(brain_node.node, collection)
        statuses.append(run.status)
        if run.status is RunStatus.HELD:
            async with brain_node.node.database.transaction() as session:
                await deciding.decide(
                    session, brain_node.node, collection.id, Choice.ACCEPT, None, by="person"
                )
            await import_waiting(brain_node.node)

    assert statuses == [RunStatus.DONE, RunStatus.HELD, RunStatus.DONE]
    assert await names(brain_node.node) == ["甲公司"] * 3


async def test_a_stream_that_falls_silent_is_told_of_until_it_speaks(
    brain_node: RunningNode, port: int
) -> None:
    open_to(brain_node.node, hosts=(HERE,))
    collection = await set_up(brain_node.node, settings(port, silent_minutes=30))
    early = await collect(brain_node.node, collection), await todos(brain_node.node)
    async with brain_node.node.database.transaction() as session:
        await session.execute(text("UPDATE ingestion_collection SET created_at = now() - interval '1 hour'"))
    await collect(brain_node.node, collection)
    silent = await todos(brain_node.node)
    row = {"统一社会信用代码": CODES[0], "企业名称": "甲公司"}
    await asyncio.to_thread(send, port, json.dumps(row))
    await collect(brain_node.node, collection)

    assert early[1] == []
    assert silent == ["采集任务“每日名录”超过 30 分钟没有消息"]
    assert await todos(brain_node.node) == []
