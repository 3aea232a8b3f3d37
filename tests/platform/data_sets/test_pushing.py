"""Runs sent to a real receiver of OpenLineage: in order, resumed, refused, away, switched off."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import httpx
import polars as pl
import pytest
from sqlalchemy import text

from brain.kit.clock import now
from brain.kit.datasets import Column
from brain.platform.data_sets.contract.open_lineage import DeliveryRun, OpenLineage, Place
from brain.platform.data_sets.queries import builds
from brain.platform.data_sets.service import emitting, pushing
from tests.conftest import RunningNode
from tests.platform.ingestion.servers import Answer, Asked, Site, free_port, site
from tests.platform.published import data_set, hold, publish

KEY = "sk-very-secret"
STATE = "/api/data-sets/open-lineage"
METERS = data_set("meters", Column("reading", "读数", "Reading"))
PLANTS = data_set("plants", Column("name", "名称", "Name"))
SECRET_VALUE = "读数之值987"
ROWS = pl.DataFrame({"reading": [SECRET_VALUE]})


class Receiver:
    """Takes whatever it is sent, unless told otherwise."""

    def __init__(self) -> None:
        self.answer: Callable[[dict[str, Any]], Answer] = lambda _: Answer(status=201)
        self.taken: list[dict[str, Any]] = []

    def __call__(self, asked: Asked) -> Answer:
        event = json.loads(asked.body)
        answer = self.answer(event)
        if answer.status == 201:
            self.taken.append(event)
        return answer

    def told(self) -> list[tuple[str, str]]:
        return [(event["job"]["name"], event["eventType"]) for event in self.taken]


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


@pytest.fixture
def there(receiver: Receiver) -> Iterator[Site]:
    with site(receiver) as found:
        yield found


@pytest.fixture
async def sending(centre: RunningNode, there: Site) -> RunningNode:
    """A build of each data set, and between them a delivery and a build that failed."""
    hold(centre, METERS, PLANTS)
    direct_to(centre, there.url)
    await publish(centre, METERS, ROWS)
    async with centre.node.database.transaction() as session:
        await builds.add_failure(session, "base.plants", "0", f"不能读“{SECRET_VALUE}”", 1.0)
        await emitting.note_delivery(session, delivery())
    await publish(centre, PLANTS, pl.DataFrame({"name": ["甲厂"]}))
    return centre


IN_ORDER = [
    ("build.base.meters", "START"),
    ("build.base.meters", "COMPLETE"),
    ("build.base.plants", "START"),
    ("build.base.plants", "FAIL"),
    ("collection.1", "START"),
    ("collection.1", "COMPLETE"),
    ("build.base.plants", "START"),
    ("build.base.plants", "COMPLETE"),
]


def delivery(**changes: Any) -> DeliveryRun:
    told: dict[str, Any] = {
        "data_set": "base.plants",
        "job": "collection.1",
        "place": Place(namespace="s3://plants", name="upload", title="工厂名录"),
        "rows_read": 3,
        "bytes_read": 40,
        "rows": 2,
        "started_at": now() - timedelta(seconds=1),
        "ended_at": now(),
        "failed": False,
    }
    return DeliveryRun(**told | changes)


def direct_to(node: RunningNode, url: str | None) -> None:
    node.node.provided[OpenLineage] = OpenLineage(namespace="brain://test", url=url, key=KEY)


async def end_pause(node: RunningNode) -> None:
    async with node.node.database.transaction() as session:
        await session.execute(text("UPDATE data_sets_lineage_endpoint SET next_at = now()"))


async def todos(client: httpx.AsyncClient) -> list[str]:
    return [
        each["title"]
        for each in (await client.get("/api/portal/todos", params={"done": False})).json()["items"]
    ]


async def test_every_run_arrives_once_in_order_with_the_key(
    sending: RunningNode, receiver: Receiver, there: Site
) -> None:
    await pushing.push(sending.node)
    await pushing.push(sending.node)

    assert receiver.told() == IN_ORDER
    assert {(one.method, one.target, one.headers["authorization"]) for one in there.asked} == {
        ("POST", "/api/v1/lineage", f"Bearer {KEY}")
    }


async def test_a_build_takes_in_what_a_delivery_put_down(sending: RunningNode, receiver: Receiver) -> None:
    await pushing.push(sending.node)

    delivered, built = receiver.taken[5], receiver.taken[7]
    landing = {"namespace": "brain://test", "name": "landing.base.plants"}
    assert delivered["outputs"][0].items() >= landing.items()
    assert built["inputs"] == [landing]
    assert (delivered["inputs"][0]["namespace"], delivered["inputs"][0]["name"]) == ("s3://plants", "upload")


async def test_what_was_sent_is_what_is_downloaded_and_holds_no_values(
    sending: RunningNode, receiver: Receiver, there: Site
) -> None:
    manager = await sending.person("data_sets.manage")
    await pushing.push(sending.node)

    day = {"since": str(now().date() - timedelta(days=1)), "until": str(now().date() + timedelta(days=1))}
    answer = await manager.get("/api/data-sets/open-lineage.ndjson", params=day)

    assert [json.loads(line) for line in answer.text.splitlines()] == receiver.taken
    assert not [one for one in there.asked if SECRET_VALUE in one.body.decode()]


async def test_a_receiver_that_dies_in_between_gets_the_rest_later_under_the_same_ids(
    sending: RunningNode, receiver: Receiver, there: Site
) -> None:
    manager = await sending.person("data_sets.manage")
    receiver.answer = lambda _: Answer(status=201 if len(receiver.taken) < 3 else 503)

    await pushing.push(sending.node)
    away = await todos(manager)
    asked = len(there.asked)
    await pushing.push(sending.node)
    asked_while_pausing = len(there.asked) - asked
    waiting = (await manager.get(STATE)).json()
    receiver.answer = lambda _: Answer(status=201)
    await end_pause(sending)
    await pushing.push(sending.node)

    assert away == ["血缘事件推不出去：OpenLineage 接收端没有接收"]
    assert asked_while_pausing == 0
    assert (waiting["waiting"], waiting["problem"]) == (3, "OpenLineage 接收端答复 503")
    # The start of the run that broke off comes twice, as the same run.
    assert receiver.told() == [*IN_ORDER[:3], *IN_ORDER[2:]]
    assert receiver.taken[2] == receiver.taken[3]
    assert await todos(manager) == []
    settled = (await manager.get(STATE)).json()
    assert (settled["waiting"], settled["problem"], settled["nextAt"]) == (0, None, None)


async def test_an_endpoint_that_is_not_there_is_asked_again_by_a_job_later(
    sending: RunningNode, receiver: Receiver, there: Site
) -> None:
    manager = await sending.person("data_sets.manage")
    direct_to(sending, f"http://127.0.0.1:{free_port()}")

    await pushing.push(sending.node)
    async with sending.node.database.transaction() as session:
        wanted = text("SELECT due_at > now() FROM queue_job WHERE name = :name AND key = 'again'")
        planned = list(await session.scalars(wanted, {"name": pushing.PUSH}))
    away = await todos(manager)
    direct_to(sending, there.url)
    await pushing.push(sending.node)

    assert (planned, len(away)) == ([True], 1)
    assert receiver.told() == IN_ORDER
    assert await todos(manager) == []


async def test_a_refused_run_is_told_does_not_stop_the_rest_and_is_settled_by_the_next(
    sending: RunningNode, receiver: Receiver
) -> None:
    manager = await sending.person("data_sets.manage")
    receiver.answer = lambda event: Answer(
        b"no", status=400 if event["job"]["name"] == "build.base.meters" else 201
    )

    await pushing.push(sending.node)
    told, state = await todos(manager), (await manager.get(STATE)).json()
    receiver.answer = lambda _: Answer(status=201)
    await publish(sending, METERS, ROWS, number=2)
    await pushing.push(sending.node)

    assert receiver.told() == [*IN_ORDER[2:], *IN_ORDER[:2]]
    assert told == ["OpenLineage 接收端拒收数据集 base.meters 的一次运行"]
    assert [(each["dataSet"], each["kind"], each["reason"]) for each in state["refused"]] == [
        ("base.meters", "build", "HTTP 400")
    ]
    assert await todos(manager) == []


async def test_no_todo_outlives_the_endpoint_that_it_speaks_of(
    sending: RunningNode, receiver: Receiver
) -> None:
    manager = await sending.person("data_sets.manage")
    receiver.answer = lambda event: Answer(status=400 if event["eventType"] == "START" else 503)
    await pushing.push(sending.node)
    receiver.answer = lambda _: Answer(status=503)
    await publish(sending, METERS, ROWS, number=2)
    await pushing.push(sending.node)
    before = await todos(manager)

    direct_to(sending, None)
    await pushing.push(sending.node)

    assert len(before) == 3
    assert await todos(manager) == []


async def test_what_was_refused_is_sent_again_on_request_once_and_audited(
    sending: RunningNode, receiver: Receiver
) -> None:
    manager = await sending.person("data_sets.manage")
    receiver.answer = lambda _: Answer(status=422)
    await pushing.push(sending.node)
    receiver.answer = lambda _: Answer(status=201)

    first, second = await manager.post(f"{STATE}/resends"), await manager.post(f"{STATE}/resends")
    await pushing.push(sending.node)

    assert [(answer.status_code, answer.json()["waiting"]) for answer in (first, second)] == [(200, 4)] * 2
    assert receiver.told() == IN_ORDER
    assert await todos(manager) == []
    async with sending.node.database.transaction() as session:
        acts = (await session.scalars(text("SELECT action FROM security_entry ORDER BY position"))).all()
    assert acts == ["data_sets.send_lineage_again"]


async def test_a_redirection_is_not_followed_and_a_wrong_key_waits(
    sending: RunningNode, receiver: Receiver, there: Site
) -> None:
    manager = await sending.person("data_sets.manage")
    receiver.answer = lambda _: Answer(status=307, headers={"location": f"{there.url}/elsewhere"})
    await pushing.push(sending.node)
    moved = (await manager.get(STATE)).json()
    receiver.answer = lambda _: Answer(status=401)
    await end_pause(sending)
    await pushing.push(sending.node)
    denied = (await manager.get(STATE)).json()

    assert there.targets() == ["/api/v1/lineage"] * 2
    assert (moved["waiting"], "BRAIN_OPEN_LINEAGE__URL" in moved["problem"]) == (4, True)
    assert (denied["waiting"], "BRAIN_OPEN_LINEAGE__KEY" in denied["problem"]) == (4, True)
    assert KEY not in json.dumps([moved, denied])


async def test_without_an_endpoint_the_job_does_nothing(sending: RunningNode, there: Site) -> None:
    direct_to(sending, None)

    await pushing.push(sending.node)

    manager = await sending.person("data_sets.manage")
    state = (await manager.get(STATE)).json()
    again = await manager.post(f"{STATE}/resends")
    assert there.asked == []
    assert (again.status_code, "BRAIN_OPEN_LINEAGE__URL" in again.text) == (409, True)
    assert (state["url"], state["waiting"], state["toldAt"]) == (None, 0, None)


async def test_a_reader_neither_sees_nor_moves_the_sending(centre: RunningNode) -> None:
    reader = await centre.person("data_sets.read")

    assert (await reader.get(STATE)).status_code == 403
    assert (await reader.post(f"{STATE}/resends")).status_code == 403
