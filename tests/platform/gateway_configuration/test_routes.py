"""Who may see, register, bring and undo configurations at the factory; who may carry them at the brain."""

from typing import Any

import pytest

from brain.kit import jws
from tests.platform.gateway_configuration.conftest import HERE, Afar
from tests.platform.gateway_configuration.test_configuring import STORE

AT_BRAIN = "/api/configuration-deliveries"


async def test_keys_are_the_owners(afar: Afar) -> None:
    engineer = await afar.sides.gateway.person("gateway_configuration.see")
    told = {"holder": "设备科长", "publicKey": jws.public_text(afar.key)}
    key = await afar.registered()

    shown = (await engineer.get(f"{HERE}/keys")).json()[0]
    assert (shown["holder"], shown["fingerprint"]) == ("设备科长", jws.fingerprint(told["publicKey"]))
    for call in (
        engineer.post(f"{HERE}/keys", json=told),
        engineer.post(f"{HERE}/keys/{key}/revocation", json={"reason": "离职"}),
        engineer.post(HERE, json={"document": "a.b.c"}),
        engineer.post(f"{HERE}/1/undoing"),
    ):
        assert (await call).status_code == 403
    for wrong in ({"publicKey": "short"}, {"holder": "x"}, {"publicKey": "_" * 43}):
        assert (await afar.owner.post(f"{HERE}/keys", json=told | wrong)).status_code == 422
    assert (await afar.owner.post(f"{HERE}/keys/99/revocation", json={"reason": "离职"})).status_code == 404


async def test_the_journal_is_for_those_who_may_see_it(afar: Afar) -> None:
    await afar.registered()
    number = (await afar.brought(await afar.signed(STORE))).json()["id"]
    engineer = await afar.sides.gateway.person("gateway_configuration.see")
    stranger, nobody = await afar.sides.gateway.person("portal.see"), await afar.sides.gateway.client()

    for path in ("", "/keys", "/draft", f"/{number}"):
        assert (await engineer.get(HERE + path)).status_code == 200, path
        assert (await stranger.get(HERE + path)).status_code == 403, path
        assert (await nobody.get(HERE + path)).status_code == 401, path
    assert (await engineer.get(f"{HERE}/99")).status_code == 404
    assert (await engineer.get(HERE)).json()["total"] == 1


@pytest.mark.parametrize("text", ["", "nothing", "a.b.c", "a.b", "." * 10, "ä.ö.ü"])
async def test_what_is_no_signed_document_is_refused(afar: Afar, text: str) -> None:
    await afar.registered()
    operator = await afar.sides.brain.person("configuration_delivery.send")
    body: dict[str, Any] = {"document": text}

    assert (await afar.owner.post(HERE, json=body)).status_code in {409, 422}
    assert (await operator.post(AT_BRAIN, json=body)).status_code == 422


async def test_only_operators_carry(afar: Afar) -> None:
    await afar.registered()
    body = {"document": await afar.signed(STORE)}
    seeing = await afar.sides.brain.person("configuration_delivery.see")
    stranger, nobody = await afar.sides.brain.person("portal.see"), await afar.sides.brain.client()

    assert (await seeing.post(AT_BRAIN, json=body)).status_code == 403
    assert (await nobody.post(AT_BRAIN, json=body)).status_code == 401
    assert (await seeing.get(AT_BRAIN)).json()["total"] == 0
    assert (await stranger.get(AT_BRAIN)).status_code == 403
