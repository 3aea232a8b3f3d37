"""Data sets in the catalogue of NDI-TR-2025-06: described, reviewed, given an identifier, published."""

import asyncio
import io
import random
from contextlib import suppress
from dataclasses import replace
from typing import Any

import httpx
import openpyxl
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sqlalchemy import text

from brain.kit.datasets import Column, DataSet
from brain.kit.errors import Conflict, Refusal
from brain.nodes.settings import NodeSettings
from brain.platform.data_sets.contract import DeclarationState
from brain.platform.data_sets.domain.description import Declared, Known, checked, missing, record
from brain.platform.data_sets.domain.registration import RegistrationState, Step, after, identifier
from brain.platform.data_sets.queries import declarations, registrations
from brain.platform.data_sets.service import declaring, registering
from brain.reference.credit_code import CreditCode
from tests.conftest import RunningNode
from tests.platform.published import data_set, hold, publish

URL = "/api/data-sets"
PLANTS = data_set("plants", Column("n", "序号", "Number"), Column("made", "产量", "Output", level=3))
ROWS = pl.DataFrame({"n": ["1", "2"], "made": ["10", "20"]})
CODE = "91370523EXAMP0001W"
TOLD: dict[str, Any] = {
    "industry": "C2911",
    "region": "370523",
    "frequency": "004",
    "contact": "数据处 0546-0000000",
    "terms": "仅供本产业大脑内部分析",
    "keywords": ["轮胎", "产能"],
}


@pytest.fixture
async def held(centre: RunningNode) -> RunningNode:
    hold(centre, PLANTS)
    await publish(centre, PLANTS, ROWS)
    centre.node.organisation_code = CODE
    return centre


async def entry(client: httpx.AsyncClient) -> dict[str, Any]:
    answer = await client.get(f"{URL}/base/plants/registration")
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def step(client: httpx.AsyncClient, name: str, **body: str) -> int:
    return (await client.post(f"{URL}/base/plants/{name}", json=body or None)).status_code


async def test_a_data_set_is_described_reviewed_given_an_identifier_and_published(held: RunningNode) -> None:
    operator = await held.person("data_sets.read", "data_sets.declare")
    reviewer = await held.person("data_sets.read", "data_sets.confirm")

    empty = await entry(operator)
    early = await operator.post(f"{URL}/base/plants/registration/submit")
    described = await operator.put(f"{URL}/base/plants/registration", json=TOLD)
    again = await operator.put(f"{URL}/base/plants/registration", json=TOLD)
    taken = [await step(operator, "registration/submit")]
    waiting = await entry(reviewer)
    taken += [await step(reviewer, "registration-approval"), await step(operator, "registration/register")]
    taken += [await step(operator, "registration/publish"), await step(operator, "registration/publish")]
    told = await entry(reviewer)

    lacking = [each["key"] for each in empty["fields"] if each["needed"] and each["text"] is None]
    assert lacking == ["region", "contact", "updateFrequency", "usageTerms"]
    assert (early.status_code, early.json()["fields"][0]["loc"]) == (
        422,
        "/region",
    )
    assert (described.status_code, again.status_code, taken) == (204, 204, [204] * 5)
    assert (waiting["state"], waiting["identifier"], waiting["temporary"]) == ("PENDING", "TMP_000001", True)
    assert (told["state"], told["identifier"], told["temporary"]) == (
        "ACTIVE",
        "370523EXAMP0001/D000001",
        False,
    )
    assert {each["key"]: each["text"] for each in told["fields"]}[
        "industryCategory"
    ] == "C2911 橡胶和塑料制品业"
    assert [each["step"] for each in told["steps"]] == [
        "publish",
        "register",
        "approve",
        "submit",
        "describe",
    ]
    async with held.node.database.transaction() as session:
        acts = await session.scalars(
            text("SELECT action FROM security_entry WHERE action LIKE 'data_sets.%' ORDER BY position")
        )
        open_todos = await session.scalar(
            text("SELECT count(*) FROM portal_notice WHERE kind = 'todo' AND done_at IS NULL")
        )
        assert list(acts) == [
            "data_sets.describe",
            "data_sets.submit_registration",
            "data_sets.approve_registration",
            "data_sets.register",
            "data_sets.publish",
        ]
        assert open_todos == 0


async def published(held: RunningNode) -> tuple[httpx.AsyncClient, httpx.AsyncClient]:
    operator = await held.person("data_sets.read", "data_sets.declare")
    reviewer = await held.person("data_sets.read", "data_sets.confirm")
    await operator.put(f"{URL}/base/plants/registration", json=TOLD)
    taken = [await step(operator, "registration/submit"), await step(reviewer, "registration-approval")]
    taken += [await step(operator, "registration/register"), await step(operator, "registration/publish")]
    assert taken == [204] * 4
    return operator, reviewer


async def test_what_is_registered_is_found_and_exported(held: RunningNode) -> None:
    operator, _ = await published(held)

    found = (await operator.get(URL, params={"q": "370523examp0001/d000001"})).json()
    told = (await operator.get(f"{URL}/registrations/export")).json()
    sheet = await operator.get(f"{URL}/base/plants/registration/export", params={"format": "xlsx"})
    every = await operator.get(f"{URL}/registrations/export", params={"format": "xlsx"})
    dcat = (await operator.get(f"{URL}/catalogue.jsonld")).json()["dcat:dataset"][0]

    assert [(each["name"], each["registration"]) for each in found] == [
        ("plants", {"called": "370523EXAMP0001/D000001", "state": "ACTIVE"})
    ]
    (one,) = told["dataSets"]
    assert (told["standard"], told["provisional"]) == ("NDI-TR-2025-06", True)
    assert (one["identifier"], one["status"], one["missing"]) == ("370523EXAMP0001/D000001", "ACTIVE", [])
    assert (one["securityLevel"], one["updateFrequency"], one["rows"]) == ("003", "004", 2)
    lines = openpyxl.load_workbook(io.BytesIO(sheet.content)).worksheets[0].iter_rows(values_only=True)
    assert ("覆盖区域", "370523 山东省东营市广饶县") in list(lines)
    (_, row) = openpyxl.load_workbook(io.BytesIO(every.content)).worksheets[0].iter_rows(values_only=True)
    assert row[:3] == ("370523EXAMP0001/D000001", "已发布", "Plants")
    assert dcat["dct:identifier"] == ["base.plants", "370523EXAMP0001/D000001"]
    assert dcat["dct:accrualPeriodicity"]["@id"].endswith("/frequency/MONTHLY")


async def test_a_change_is_reviewed_again_and_keeps_the_identifier(held: RunningNode) -> None:
    operator, reviewer = await published(held)

    changed = await operator.put(f"{URL}/base/plants/registration", json=TOLD | {"region": "370500"})
    draft = await entry(operator)
    other = await operator.put(f"{URL}/base/plants/registration", json=TOLD | {"type": "P"})
    taken = [await step(operator, "registration/register"), await step(operator, "registration/submit")]
    taken += [await step(reviewer, "registration-refusal", reason="区域不对")]
    refused = await entry(operator)

    assert (changed.status_code, other.status_code, taken) == (204, 409, [409, 204, 204])
    assert (draft["state"], draft["identifier"]) == ("DRAFT", "370523EXAMP0001/D000001")
    assert (refused["state"], refused["identifier"]) == ("DRAFT", "370523EXAMP0001/D000001")
    assert (refused["steps"][0]["reason"], refused["declared"]["type"]) == ("区域不对", "D")


async def test_only_who_may_takes_a_step_and_nobody_reviews_their_own(held: RunningNode) -> None:
    both = await held.person("data_sets.read", "data_sets.declare", "data_sets.confirm")
    analyst, stranger = await held.person("data_sets.read"), await held.person("portal.use")

    await both.put(f"{URL}/base/plants/registration", json=TOLD)
    submitted = await step(both, "registration/submit")
    own = [await step(both, "registration-approval"), await step(both, "registration-refusal", reason="不")]
    others = [await step(analyst, each) for each in ("registration/submit", "registration-approval")]
    others += [(await analyst.put(f"{URL}/base/plants/registration", json=TOLD)).status_code]
    others += [await step(analyst, "registration-withdrawal", reason="不")]
    reads = [
        (await stranger.get(f"{URL}/{each}")).status_code
        for each in ("base/plants/registration", "registrations/export", "registrations/codes")
    ]
    unknown = (await analyst.get(f"{URL}/base/nothing/registration")).status_code

    assert (submitted, own, others, reads, unknown) == (204, [403] * 2, [403] * 4, [403] * 3, 404)
    assert (await entry(analyst))["state"] == "PENDING"


async def test_codes_that_no_table_has_are_refused(held: RunningNode) -> None:
    operator = await held.person("data_sets.read", "data_sets.declare")
    wrong = TOLD | {"frequency": "010", "region": "379999", "industry": "Z1", "type": "X"}

    answer = await operator.put(f"{URL}/base/plants/registration", json=wrong)
    unwritable = await operator.put(f"{URL}/base/plants/registration", json=TOLD | {"contact": "甲\x00"})

    assert (answer.status_code, sorted(each["loc"] for each in answer.json()["fields"])) == (
        422,
        ["/body/frequency", "/body/industry", "/body/region", "/body/type"],
    )
    assert unwritable.status_code == 422
    assert (await entry(operator))["steps"] == []


def test_codes_are_kept_in_their_own_form() -> None:
    told = checked(Declared(industry="29", region=" 370523 "))

    assert (told.industry, told.region) == ("C29", "370523")


async def test_a_node_without_a_code_gives_no_identifier(held: RunningNode) -> None:
    held.node.organisation_code = None
    operator = await held.person("data_sets.read", "data_sets.declare")
    reviewer = await held.person("data_sets.confirm")
    await operator.put(f"{URL}/base/plants/registration", json=TOLD)
    taken = [await step(operator, "registration/submit"), await step(reviewer, "registration-approval")]

    answer = await operator.post(f"{URL}/base/plants/registration/register")

    told = await entry(operator)
    assert (taken, answer.status_code, "BRAIN_NODE__ORGANISATION_CODE" in answer.text) == (
        [204] * 2,
        409,
        True,
    )
    assert (told["state"], told["identifier"]) == ("AUDITED", "TMP_000001")


def test_a_node_does_not_start_with_a_wrong_code() -> None:
    node = {"kind": "industry_brain", "name": "tyres", "title": "轮胎", "title_en": "Tyres"}

    assert NodeSettings(**node, organisation_code=CODE.lower()).organisation_code == CODE
    for code, problem in ((f"{CODE[:-1]}1", "校验码不对"), ("370523", "不是统一社会信用代码")):
        with pytest.raises(ValidationError, match=rf"BRAIN_NODE__ORGANISATION_CODE.*{problem}"):
            NodeSettings(**node, organisation_code=code)


def test_core_data_have_no_place_in_the_catalogue() -> None:
    core = replace(PLANTS, columns=(Column("n", "序号", "Number", level=6),))
    filled = record(Known(data_set=core, provider="甲", organisation=CODE, version=1), Declared())

    assert "securityLevel" in [field.key for field in missing(filled, "review")]


@given(st.lists(st.sampled_from(Step)))
def test_nothing_is_published_that_was_not_reviewed_as_it_is(steps: list[Step]) -> None:
    state, reviewed = RegistrationState.DRAFT, False
    for taken in steps:
        try:
            state = after(state, taken)
        except Conflict:
            continue
        reviewed = (reviewed or taken is Step.APPROVE) and taken not in {Step.DESCRIBE, Step.REFUSE}

        assert reviewed or state not in {
            RegistrationState.AUDITED,
            RegistrationState.REGISTERED,
            RegistrationState.ACTIVE,
        }


@given(st.sets(st.tuples(st.sampled_from("DPA"), st.integers(1, 999_999)), min_size=2))
def test_identifiers_of_different_serials_differ(given_out: set[tuple[str, int]]) -> None:
    names = {identifier(CreditCode(CODE), kind, serial) for kind, serial in given_out}

    assert len(names) == len(given_out)
    assert {len(name) for name in names} == {6 + 9 + 1 + 1 + 6}


async def test_two_submissions_at_once_get_different_serials(held: RunningNode) -> None:
    mills = data_set("mills", Column("n", "序号", "Number"), Column("made", "产量", "Output"))
    hold(held, PLANTS, mills)
    await publish(held, mills, ROWS)
    operator = await held.person("data_sets.read", "data_sets.declare")
    for name in ("plants", "mills"):
        await operator.put(f"{URL}/base/{name}/registration", json=TOLD)

    answers = await asyncio.gather(
        *(operator.post(f"{URL}/base/{name}/registration/submit") for name in ("plants", "mills"))
    )

    listed = (await operator.get(URL)).json()
    assert [each.status_code for each in answers] == [204, 204]
    assert sorted(each["registration"]["called"] for each in listed) == ["TMP_000001", "TMP_000002"]


async def confirmed(node: RunningNode, declared: DataSet) -> None:
    async with node.node.database.transaction() as session:
        waiting = await declarations.add(session, declared, "one")
        await declarations.decide(session, waiting, DeclarationState.CONFIRMED, "two", None)


async def in_force(node: RunningNode) -> set[str]:
    async with node.node.database.transaction() as session:
        return {each.data_set.full_name for each in await declarations.in_force(session)}


async def identifiers(node: RunningNode) -> dict[str, str]:
    async with node.node.database.transaction() as session:
        known = await registrations.every(session)
    return {name: each.identifier for name, each in known.items() if each.identifier}


async def take(node: RunningNode, name: str, verb: str, dice: random.Random) -> None:
    acts = {
        "describe": lambda session: registering.describe(session, node.node, name, described(dice), "one"),
        "refuse": lambda session: registering.refuse(session, node.node, name, "不妥", "two"),
        "withdraw": lambda session: registering.withdraw(session, node.node, name, "不妥", "two"),
        "retire": lambda session: declaring.retire(session, node.node, name, "不再用", "one"),
        "approve": lambda session: registering.approve(session, node.node, name, "two"),
        "submit": lambda session: registering.submit(session, node.node, name, "one"),
        "register": lambda session: registering.register(session, node.node, name, "one"),
        "publish": lambda session: registering.publish(session, node.node, name, "one"),
    }
    with suppress(Refusal):
        async with node.node.database.transaction() as session:
            await acts[verb](session)


def described(dice: random.Random) -> Declared:
    return Declared(
        type=dice.choice("DP"),
        industry="C29",
        region=dice.choice(["370500", "370523"]),
        frequency="004",
        contact="甲",
        terms="乙",
    )


@pytest.mark.parametrize("seed", [1, 2])
async def test_an_identifier_once_given_never_changes_and_is_never_given_again(
    held: RunningNode, seed: int
) -> None:
    """Whatever happens, in any order: described anew, refused, withdrawn, retired, declared again."""
    hold(held)
    sets = {each.full_name: each for each in (replace(PLANTS, name=name) for name in ("a", "b"))}
    for each in sets.values():
        await publish(held, each, ROWS)
    dice, given_out = random.Random(seed), dict[str, str]()
    verbs = ["describe", "submit", "approve", "register", "publish", "withdraw", "refuse", "retire"]

    for _ in range(150):
        name = dice.choice(list(sets))
        if name not in await in_force(held):
            await confirmed(held, sets[name])
        await take(held, name, dice.choices(verbs, weights=[3, 4, 6, 5, 4, 1, 1, 1])[0], dice)
        found = await identifiers(held)
        assert found | given_out == found
        assert len(set(found.values())) == len(found)
        given_out = found

    assert len(given_out) == len(sets)
