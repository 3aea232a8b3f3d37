"""What the factory's administrator signed is applied whole, once; what anybody else made is not."""

import asyncio
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from brain.kit import jobs, jws, key_files
from brain.kit.errors import Invalid
from brain.platform.gateway_configuration.brain.models import DeliveryRow
from brain.platform.gateway_configuration.gateway.jobs import JOBS
from brain.platform.gateway_configuration.protocol.documents import TYPE
from brain.platform.shop_floor.models import PointRow, SourceRow
from brain.platform.shop_floor.service.collecting import secret_name
from tests.platform.gateway_configuration.conftest import HERE, HTTP_SOURCE, Afar

STORE = {"do": "set_store", "budget": 64 * 1024**2, "days": 14}


async def store(afar: Afar) -> dict[str, int]:
    return dict((await afar.draft())["state"]["store"])


async def test_a_signed_configuration_is_applied_and_journalled(afar: Afar) -> None:
    await afar.registered()
    added = {
        "do": "add_source", "name": "锅炉房", "settings": HTTP_SOURCE, "secret": "geheim",
        "points": [{"title": "蒸汽压力", "kind": "number", "unit": "MPa", "address": {"pointer": "/p"}}],
    }  # fmt: skip
    answer = await afar.brought(await afar.signed(added, STORE))

    assert answer.status_code == 201, answer.text
    told = answer.json()
    assert (told["outcome"], told["refusal"], told["signer"]) == ("applied", None, "设备科长")
    assert {(each["kind"], each["was"] is None) for each in told["alterations"]} == {
        ("sources", True), ("points", True), ("store", False),
    }  # fmt: skip
    assert "geheim" not in json.dumps(told)
    assert (await store(afar))["days"] == 14
    async with afar.sides.gateway.node.database.transaction() as session:
        row = (await session.scalars(select(SourceRow).where(SourceRow.name == "锅炉房"))).one()
    assert row.sealed_secret is not None
    opened = afar.sides.gateway.node.secrets.open(secret_name(row.id), row.sealed_secret)
    assert opened == b"geheim"


async def test_a_point_is_altered_by_its_code(afar: Afar) -> None:
    await afar.registered()
    point = {
        "code": "boiler.p",
        "title": "压力",
        "kind": "number",
        "unit": "MPa",
        "address": {"pointer": "/p"},
    }
    added = {"do": "add_source", "name": "锅炉房", "settings": HTTP_SOURCE, "points": [point]}
    assert (await afar.brought(await afar.signed(added))).json()["outcome"] == "applied"
    change = {"do": "change_point", "code": "boiler.p", "to": {"sampling": 5.0, "deadBand": 0.5}}
    assert (await afar.brought(await afar.signed(change))).json()["outcome"] == "applied"

    async with afar.sides.gateway.node.database.transaction() as session:
        row = (await session.scalars(select(PointRow).where(PointRow.code == "boiler.p"))).one()
    assert (row.sampling, row.dead_band, row.unit) == (5.0, 0.5, "MPa")
    wrong = {"do": "add_source", "name": "没有这种协议", "settings": {"kind": "telepathy"}}
    assert "第 1 项改动" in (await afar.brought(await afar.signed(wrong))).json()["refusal"]


async def test_without_a_registered_key_nothing_is_accepted(afar: Afar) -> None:
    before = await store(afar)
    refused = await afar.brought(await afar.signed(STORE))

    assert refused.status_code == 409
    assert "没有登记" in refused.text
    await afar.registered()
    stranger = Afar(afar.sides, afar.owner, Ed25519PrivateKey.generate())
    assert "没有在本网关登记" in (await afar.brought(await stranger.signed(STORE))).text
    assert await store(afar) == before


async def test_a_revoked_key_signs_nothing_more_also_what_it_signed_before(afar: Afar) -> None:
    key = await afar.registered()
    document = await afar.signed(STORE)
    assert (
        await afar.owner.post(f"{HERE}/keys/{key}/revocation", json={"reason": "离职"})
    ).status_code == 200

    assert "已在本网关吊销" in (await afar.brought(document)).text
    again = {"holder": "设备科长", "publicKey": jws.public_text(afar.key)}
    assert (await afar.owner.post(f"{HERE}/keys", json=again)).status_code == 409


async def test_what_was_altered_on_the_way_is_refused(afar: Afar) -> None:
    await afar.registered()
    head, body, signature = (await afar.signed(STORE)).split(".")
    told = json.loads(jws.decoded(body))
    told["changes"][0]["days"] = 1
    altered = f"{head}.{jws.encoded(json.dumps(told).encode())}.{signature}"

    assert "签名不对" in (await afar.brought(altered)).text
    assert (await store(afar))["days"] == 30


async def test_a_document_is_applied_once_and_numbers_only_grow(afar: Afar) -> None:
    await afar.registered()
    draft = await afar.draft()
    document = await afar.signed(STORE, draft=draft)
    assert (await afar.brought(document)).json()["outcome"] == "applied"

    assert "处理过了" in (await afar.brought(document)).text
    other = await afar.brought(await afar.signed(STORE | {"days": 20}, draft=draft))
    assert (other.json()["outcome"], "已用过" in other.json()["refusal"]) == ("refused", True)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"gateway": "0" * 24}, "加密公钥"),
        ({"creditCode": "91370523EXAMP0001W"}, "另一家工厂"),
        ({"base": "0" * 64}, "没有覆盖"),
    ],
)
async def test_one_for_another_gateway_or_state_is_refused(
    afar: Afar, wrong: dict[str, Any], why: str
) -> None:
    await afar.registered()
    draft = await afar.draft() | wrong
    if "gateway" in wrong:
        with pytest.raises(Invalid, match=why):
            await afar.signed(STORE, draft=draft)
        return
    answer = (await afar.brought(await afar.signed(STORE, draft=draft))).json()
    assert answer["outcome"] == "refused"
    assert why in answer["refusal"]


async def test_out_of_its_time_it_is_refused(afar: Afar) -> None:
    await afar.registered()
    for begin, days, why in ((-30, 7, "已过有效期"), (3, 7, "还没有到"), (0, 91, "不能超过 90 天")):
        document = await afar.signed(STORE, begin=begin, days=days)
        assert why in (await afar.brought(document)).json()["refusal"]


async def test_one_wrong_change_takes_back_all(afar: Afar) -> None:
    await afar.registered()
    before = await afar.draft()
    wrong = {"do": "change_point", "code": "nothing", "to": {"sampling": 5.0}}
    answer = (await afar.brought(await afar.signed(STORE, wrong))).json()

    assert (answer["outcome"], answer["alterations"]) == ("refused", [])
    assert "第 2 项改动" in answer["refusal"]
    assert (await afar.draft())["base"] == before["base"]


async def test_consents_are_not_widened_from_afar_and_may_be_withdrawn(afar: Afar) -> None:
    await afar.registered()
    points = await afar.sides.points("press.temperature")
    consent = await afar.sides.consented(points)
    with pytest.raises(Invalid, match="不能给出或放宽同意"):
        await afar.signed({"do": "give_consent", "points": points})
    lower = {"do": "change_point", "code": "press.temperature", "to": {"level": 1}}
    assert "调低" in (await afar.brought(await afar.signed(lower))).json()["refusal"]
    moved = {"do": "change_point", "code": "press.temperature", "to": {"address": {"topic": "other"}}}
    assert "已同意共享" in (await afar.brought(await afar.signed(moved))).json()["refusal"]

    ended = {"do": "withdraw_consent", "consent": consent, "reason": "合同到期"}
    assert (await afar.brought(await afar.signed(ended))).json()["outcome"] == "applied"
    seeing = await afar.sides.gateway.person("brain_link.see")
    assert (await seeing.get(f"/api/brain-link/consents/{consent}")).json()["withdrawnWhy"] == "合同到期"


async def test_a_secret_is_read_by_its_gateway_and_document_only(afar: Afar) -> None:
    await afar.registered()
    added = {"do": "add_source", "name": "锅炉房", "settings": HTTP_SOURCE, "secret": "geheim"}
    document = await afar.signed(added)
    assert "geheim" not in document
    sealed = jws.claimed(document, TYPE)[1]["changes"][0]["secret"]
    draft = await afar.draft()
    told = jws.claimed(await afar.signed({**added, "secret": None}, draft=draft), TYPE)[1]
    told["changes"][0] |= {"secret": sealed, "name": "另一个"}
    other = jws.signed(told, afar.key, TYPE)

    assert "解不开" in (await afar.brought(other)).json()["refusal"]


async def test_it_is_undone_unless_changed_since(afar: Afar) -> None:
    await afar.registered()
    before = await store(afar)
    first = (await afar.brought(await afar.signed(STORE))).json()["id"]
    undone = await afar.owner.post(f"{HERE}/{first}/undoing")
    assert undone.status_code == 200, undone.text
    assert await store(afar) == before
    assert (await afar.owner.post(f"{HERE}/{first}/undoing")).status_code == 409

    second = (await afar.brought(await afar.signed(STORE))).json()["id"]
    assert (await afar.brought(await afar.signed(STORE | {"days": 20}))).json()["outcome"] == "applied"
    assert (await afar.owner.post(f"{HERE}/{second}/undoing")).status_code == 409


async def test_a_brain_carries_it_and_hears_the_answer(afar: Afar) -> None:
    await afar.registered()
    operator = await afar.sides.brain.person("configuration_delivery.see", "configuration_delivery.send")
    document = await afar.signed(STORE)
    sent = await operator.post("/api/configuration-deliveries", json={"document": document})
    assert sent.status_code == 201, sent.text
    assert (
        await operator.post("/api/configuration-deliveries", json={"document": document})
    ).status_code == 409
    await afar.sides.corresponded()
    await _worked(afar)
    await afar.sides.corresponded()

    shown = (await operator.get("/api/configuration-deliveries")).json()["items"][0]
    assert (shown["outcome"], shown["refusal"]) == ("applied", None)
    assert (await store(afar))["days"] == 14
    forged = await operator.post(
        "/api/configuration-deliveries",
        json={"document": signing_by_brain(await afar.draft())},
    )
    assert forged.status_code == 201, "it only carries"
    await afar.sides.corresponded()
    await _worked(afar)
    await afar.sides.corresponded()
    async with afar.sides.brain.node.database.transaction() as session:
        rows = (await session.scalars(select(DeliveryRow).order_by(DeliveryRow.sent_at))).all()
    assert [row.outcome for row in rows] == ["applied", "refused"]


def signing_by_brain(draft: dict[str, Any]) -> str:
    """A document that a brain made up."""
    told = {
        "format": 1, "gateway": draft["gateway"], "creditCode": draft["creditCode"],
        "number": draft["number"], "base": draft["base"],
        "validFrom": "2026-01-01T00:00:00Z", "validUntil": "2026-01-02T00:00:00Z",
        "author": "大脑", "reason": "没有理由", "changes": [STORE | {"days": 1}],
    }  # fmt: skip
    return jws.signed(told, Ed25519PrivateKey.generate(), TYPE)


async def _worked(afar: Afar) -> None:
    """The gateway's own jobs."""
    stop = asyncio.Event()
    worker = asyncio.create_task(jobs.work(afar.sides.gateway.node, JOBS, stop=stop))
    await asyncio.sleep(1.5)
    stop.set()
    await worker


def test_a_private_key_opens_with_its_passphrase_only() -> None:
    pem, public = key_files.new_key("correct horse")

    assert jws.public_text(key_files.opened(pem, "correct horse")) == public
    for wrong in (pem, b"nothing"):
        with pytest.raises(Invalid):
            key_files.opened(wrong, "wrong horse")
