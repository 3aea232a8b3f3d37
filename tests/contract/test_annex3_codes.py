"""Annex 3, appendix A: every response code provoked on the running face, and the examples word for word."""

import json
from collections.abc import Awaitable, Callable

import httpx
import pytest
from sqlalchemy import text

from brain.platform.exchange import protocol
from brain.platform.exchange.codes import DEFINITIONS, RespCode
from brain.platform.exchange.scenes.catalogue import scenes
from tests.conftest import RunningNode
from tests.exchange_caller import Caller, opened, report_body

TABLE_A2 = {
    "100": "响应成功",
    "-1": "响应失败",
    "101": "未开通数据交换",
    "102": "验签参数异常",
    "103": "必填项不可为空",
    "104": "数据传输异常",
    "105": "数据传输超时",
    "106": "未匹配到企业",
}

Provocation = Callable[[Caller], Awaitable[httpx.Response]]


def provoked(kind: str) -> Provocation:
    return lambda caller: caller.call("GET", "/ledger", headers={protocol.PROVOKE_HEADER: kind})


def get(path: str, **headers: str | None) -> Provocation:
    return lambda caller: caller.call("GET", path, headers=headers)


PROVOCATIONS: list[tuple[str, int, Provocation]] = [
    ("100", 200, get("/ledger")),
    ("-1", 500, provoked("failure")),
    ("-1", 404, get("/no-such-interface")),
    ("-1", 405, lambda caller: caller.call("PUT", "/ledger")),
    ("101", 401, get("/ledger", authorization=None)),
    ("101", 403, get("/ledger", **{protocol.SCENE_HEADER: "no_such_scene"})),
    ("102", 400, lambda caller: caller.call("GET", "/ledger", sign_key="wrong")),
    ("103", 422, get("/enterprises/basic")),
    ("103", 422, lambda caller: caller.report(source="")),
    ("104", 422, lambda caller: caller.call("POST", "/reports/industry-graph", b"{")),
    (
        "104",
        413,
        lambda caller: caller.call("POST", "/reports/industry-graph", b" " * (protocol.MAX_BODY + 1)),
    ),
    ("104", 409, lambda caller: caller.report(digest="0" * 64)),
    ("105", 504, provoked("timeout")),
    ("106", 404, get("/enterprises/basic?name=nobody")),
]


def test_the_definitions_are_those_of_table_a2() -> None:
    assert {code.value: text for code, text in DEFINITIONS.items()} == TABLE_A2


@pytest.mark.parametrize("case", range(len(PROVOCATIONS)))
async def test_every_code_is_answered_with_its_definition_and_status(centre: RunningNode, case: int) -> None:
    caller = await opened(centre, "sandbox")
    code, status, provoke = PROVOCATIONS[case]

    answer = await provoke(caller)

    body = answer.json()
    assert (answer.status_code, body["respCode"]) == (status, code)
    assert body["respDesc"].split("：")[0] == TABLE_A2[code]
    assert isinstance(body["respCode"], str)
    assert body["requestId"] == answer.headers["x-request-id"]


def test_no_code_of_the_table_is_left_unprovoked() -> None:
    assert {code for code, _, _ in PROVOCATIONS} == set(TABLE_A2) == {code.value for code in RespCode}


async def test_the_examples_of_table_a3_are_answered_word_for_word(centre: RunningNode) -> None:
    """The table prints a comma after the last member, which is no JSON: the members are what counts."""
    caller = await opened(centre)

    success = (await caller.call("GET", "/ledger")).json()
    failure = await crash(centre, caller)

    assert {name: success[name] for name in ("respCode", "respDesc")} == json.loads(
        '{"respCode": "100", "respDesc": "响应成功"}'
    )
    assert {name: failure[name] for name in ("respCode", "respDesc")} == json.loads(
        '{"respCode": "-1", "respDesc": "响应失败"}'
    )


async def crash(centre: RunningNode, caller: Caller) -> dict[str, str]:
    """A real failure of the server: its table of parts is gone."""
    async with centre.node.database.transaction() as session:
        await session.execute(text("ALTER TABLE exchange_part RENAME TO gone"))
    body: dict[str, str] = (await caller.call("GET", "/ledger")).json()
    return body


async def test_every_scene_is_an_interface_of_its_class(centre: RunningNode) -> None:
    caller = await opened(centre)

    answers = {
        name: (await caller.call("POST", f"/reports/{scene.slug}", report_body(name))).json()["respCode"]
        for name, scene in scenes().items()
    }

    assert set(answers.values()) == {"100"}
    assert [name for name, scene in scenes().items() if scene.interface_class == "governance"] == [
        "industry_graph",
        "strategy_map",
        "industry_monitoring",
        "investment_promotion",
        "enterprise_migration",
    ]
    assert [name for name, scene in scenes().items() if scene.interface_class == "synergy"] == [
        "group_purchasing",
        "group_sales",
        "digital_finance",
        "shared_logistics",
        "capacity_sharing",
    ]
