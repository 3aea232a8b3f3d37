"""Annex 3, 2.3 and 2.4: verbs, format, encoding, names, size; the face does what it describes."""

import json
import re
from typing import Any

import httpx
import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.core.result import Ok

from brain.platform.exchange import protocol
from brain.platform.exchange.messages.base import Answer
from brain.platform.exchange.scenes.catalogue import NAMES, scenes
from brain.platform.exchange.scenes.standalone import schema_of
from brain.platform.exchange.server.routes import openapi
from brain.platform.exchange.server.routes.operations.table import OPERATIONS, visible
from tests.conftest import RunningNode
from tests.exchange_caller import Caller, opened

DOCUMENT = openapi.document(visible(sandbox=False), "接口", "")


def properties(schema: Any) -> set[str]:
    """Every property name anywhere in a schema."""
    if isinstance(schema, list):
        return set().union(*map(properties, schema)) if schema else set()
    if not isinstance(schema, dict):
        return set()
    named = set(schema.get("properties", {}))
    return named.union(*(properties(value) for value in schema.values())) if schema else named


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"])
async def test_verbs_other_than_get_and_post_are_refused_everywhere(centre: RunningNode, method: str) -> None:
    http = await centre.client()
    paths = [re.sub(r"\{\w+\}", "x", path) for path in DOCUMENT["paths"]]

    answers = [await http.request(method, path) for path in paths]

    assert {answer.status_code for answer in answers} == {405}
    assert {answer.headers["allow"] for answer in answers} <= {"GET", "POST"}


def test_only_get_and_post_are_offered() -> None:
    assert {operation.method for operation in OPERATIONS} == {"GET", "POST"}


def test_every_property_is_named_in_camel_case() -> None:
    oauth = {
        "access_token",
        "token_type",
        "expires_in",
        "error_description",
        "grant_type",
        "client_id",
        "client_secret",
    }

    found = properties(DOCUMENT) - oauth

    assert {name for name in found if not re.fullmatch(r"[a-z][a-zA-Z0-9]*", name)} == set()
    assert len(found) > 150


def test_every_answer_has_code_and_description() -> None:
    assert set(schema_of(Answer)["properties"]) == {"respCode", "respDesc", "requestId"}
    assert all(issubclass(one.answer, Answer) for one in OPERATIONS if one.answer is not None)
    assert all(one.answer is not None for one in OPERATIONS)


async def test_answers_are_json_in_utf8(centre: RunningNode) -> None:
    answer = await (await centre.client()).get("/exchange/v1/time")

    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    assert "响应成功" in answer.content.decode("utf-8")


async def test_ten_megabytes_are_taken_and_one_byte_more_is_not(centre: RunningNode) -> None:
    caller = await opened(centre)
    example = dict(scenes()["industry_graph"].example)
    records = [{**example, "nodeCode": f"N{number}"} for number in range(13_000)]
    body = json.dumps(
        {
            "batchId": "b",
            "partNumber": 1,
            "partCount": 1,
            "asOf": "2026-03-31T00:00:00Z",
            "source": "x",
            "records": records,
        },
        ensure_ascii=False,
    ).encode()
    full = body[:-1] + b" " * (protocol.MAX_BODY - len(body)) + body[-1:]

    accepted = await caller.call("POST", "/reports/industry-graph", full)
    refused = await caller.call("POST", "/reports/industry-graph", full + b" ")

    assert len(full) == 10 * 1024 * 1024
    assert (accepted.json()["respCode"], accepted.json()["records"]) == ("100", 13_000)
    assert (refused.status_code, refused.json()["respCode"]) == (413, "104")


@pytest.mark.parametrize("name", NAMES)
def test_a_scenes_schema_is_a_valid_one_and_its_example_follows_it(name: str) -> None:
    scene = scenes()[name]

    jsonschema.Draft202012Validator.check_schema(scene.schema)
    jsonschema.validate(scene.example, scene.schema)
    jsonschema.Draft202012Validator.check_schema(scene.report_schema)
    assert scene.provisional is True
    assert set(scene.key) <= set(scene.schema["required"])
    assert re.fullmatch(r"\d+\.\d+", scene.version)


async def test_the_documentation_shows_every_interface_and_loads_nothing(centre: RunningNode) -> None:
    http = await centre.client()

    page = await http.get("/exchange/v1/documentation")
    document = (await http.get("/exchange/v1/openapi.json")).json()

    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert all(operation.title in page.text for operation in visible(sandbox=False))
    assert all(title in page.text for title in (scene.title for scene in scenes().values()))
    assert not re.search(r"<script|https?://(?!json-schema)[^<\s]*\.(js|css)|<link|<img", page.text)
    assert set(document["paths"]) == set(DOCUMENT["paths"])
    traced = ("enterprise.items[].source", "sources[].asOf", "items[].families.*[].attributeSources")
    assert all(f"<code>{place}" in page.text for place in traced)


DESCRIBED = schemathesis.openapi.from_dict(DOCUMENT)


def cases(operation: Any) -> list[Any]:
    """What the description allows to be sent, the same in every run."""
    found: list[Any] = []

    @settings(
        max_examples=6, derandomize=True, database=None, deadline=None, suppress_health_check=[*HealthCheck]
    )
    @given(operation.as_strategy())
    def collect(case: Any) -> None:
        found.append(case)

    collect()
    return found


async def send(caller: Caller, case: Any) -> httpx.Response:
    """Signed, with a body or without; what the caller signs itself is not taken from the case."""
    wanted = case.as_transport_kwargs(base_url="http://node.test")
    request = httpx.Request(
        wanted["method"],
        wanted["url"],
        params=wanted.get("params"),
        json=wanted.get("json"),
        data=wanted.get("data") if isinstance(wanted.get("data"), dict) else None,
        content=wanted.get("data") if isinstance(wanted.get("data"), bytes) else None,
    )
    content = await request.aread()
    target = request.url.raw_path.decode()
    headers = {name: value for name, value in request.headers.items() if name.startswith("content-")}
    headers |= caller.headers(request.method, target, content) | {protocol.SCENE_HEADER: "industry_graph"}
    return await caller.http.request(request.method, target, content=content, headers=headers)


async def test_the_face_keeps_what_its_description_says(centre: RunningNode) -> None:
    """Whatever is sent: a documented status, the documented shape, and never a crash."""
    caller = await opened(centre)
    operations = [found.ok() for found in DESCRIBED.get_all_operations() if isinstance(found, Ok)]
    generated = [case for operation in operations for case in cases(operation)]

    answers = [await send(caller, case) for case in generated]

    assert len(operations) == len(visible(sandbox=False))
    assert [answer.url.path for answer in answers if answer.status_code == 500] == []
    assert [answer.url.path for answer in answers if "respCode" not in answer.json()] == []
    for case, answer in zip(generated, answers, strict=True):
        jsonschema.validate(answer.json(), described(case, answer))


def described(case: Any, answer: httpx.Response) -> Any:
    responses = DOCUMENT["paths"][case.path][case.method.lower()]["responses"]
    found = responses.get(str(answer.status_code)) or responses["default"]
    return found["content"]["application/json"]["schema"]
