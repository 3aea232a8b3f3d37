"""Every problem of a body is found, with its place and a sentence."""

from copy import deepcopy
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain.platform.exchange.messages.application import ApplicationForm
from brain.platform.exchange.problems import Problem, report_problems, type_problems
from brain.platform.exchange.scenes.catalogue import NAMES, scenes


def body(scene: str = "industry_graph", **changes: Any) -> dict[str, Any]:
    head = {
        "batchId": "b-1",
        "partNumber": 1,
        "partCount": 1,
        "asOf": "2025-03-01T00:00:00+08:00",
        "source": "行业库",
        "records": [deepcopy(scenes()[scene].example)],
    }
    return head | changes


def problems(scene: str, value: Any) -> list[Problem]:
    return report_problems(scene, msgspec.json.encode(value))


@pytest.mark.parametrize("scene", NAMES)
def test_the_example_of_a_scene_has_no_problem(scene: str) -> None:
    assert problems(scene, body(scene)) == []


def test_all_problems_are_named_at_once() -> None:
    value = body(partNumber=0, batch_id="x", records=[{"chainCode": "", "level": "1"}])
    del value["source"]

    found = {problem.loc: (problem.message, problem.missing) for problem in problems("industry_graph", value)}

    assert found["/source"] == ("必填项不可为空：数据来源（规范 4 c）", True)
    assert found["/partNumber"] == ("不可小于 1", False)
    assert found["/batch_id"] == ("不是约定的字段，属性名应为驼峰形式：batchId", False)
    assert found["/records/0/chainCode"] == ("必填项不可为空：产业链编码", True)
    assert found["/records/0/chainName"] == ("必填项不可为空：产业链名称", True)
    assert found["/records/0/level"] == ("应为整数", False)


def test_at_most_a_hundred_problems_are_named() -> None:
    assert len(problems("industry_graph", body(records=[{}] * 200))) == 100


def test_what_is_no_json_in_utf8_is_one_problem_of_the_whole() -> None:
    (broken,) = report_problems("industry_graph", b'{"batchId": ')
    (foreign,) = report_problems("industry_graph", '{"source": "行业库"}'.encode("gb18030"))

    assert broken.loc == foreign.loc == ""
    assert not broken.missing


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"asOf": "yesterday"}, "应为带时区的时刻，如 2025-03-01T08:00:00+08:00"),
        ({"asOf": "2025-03-01T00:00:00"}, "应为带时区的时刻，如 2025-03-01T08:00:00+08:00"),
        ({"batchId": "批次"}, "格式不正确：批次号，在上报方的该场景内唯一"),
        ({"snapshot": 1}, "应为真假值"),
        ({"partCount": True}, "应为整数"),
        ({"source": "x" * 201}, "至多 200 个字符，现有 201 个"),
        ({"records": []}, "至少 1 项"),
    ],
)
def test_the_sentence_says_what_is_wrong(change: dict[str, Any], message: str) -> None:
    (found,) = problems("industry_graph", body(**change))

    assert found.message == message


def test_a_message_is_checked_by_its_type() -> None:
    found = type_problems(ApplicationForm, {"interfaceClasses": ["everything"], "purposes": "短"})

    messages = {problem.loc: problem.message for problem in found}
    assert messages["/interfaceClasses/0"] == "应为以下之一：distribution、enterprise、governance、synergy"
    assert messages["/purposes"] == "至少 10 个字符"
    assert messages["/organisationName"] == "必填项不可为空"


anything = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists)


@given(damage=anything, field=st.sampled_from(["batchId", "partNumber", "asOf", "records", "source"]))
def test_the_slow_check_agrees_with_the_fast_one(damage: Any, field: str) -> None:
    value = msgspec.json.encode(body(**{field: damage}))

    try:
        msgspec.json.decode(value, type=scenes()["industry_graph"].report_type)
        accepted = True
    except msgspec.ValidationError:
        accepted = False

    assert (report_problems("industry_graph", value) == []) is accepted
