"""Who may see releases and decide on them at the factory; who may carry them at the brain."""

from typing import Any

import pytest

from tests.platform.gateway_upgrade.conftest import AT_BRAIN, HERE, ZIP, Upgrading


async def test_deciding_is_the_owners(upgrading: Upgrading) -> None:
    row = await upgrading.offered(upgrading.package())
    engineer = await upgrading.sides.gateway.person("gateway_upgrade.see")
    stranger, nobody = (
        await upgrading.sides.gateway.person("portal.see"),
        await upgrading.sides.gateway.client(),
    )
    window = {"start": 60, "end": 120, "automatic": False}

    for path in ("", "/releases"):
        assert (await engineer.get(HERE + path)).status_code == 200, path
        assert (await stranger.get(HERE + path)).status_code == 403, path
        assert (await nobody.get(HERE + path)).status_code == 401, path
    bodies: dict[str, dict[str, Any]] = {
        f"/releases/{row.id}/agreement": {"atOnce": True},
        f"/releases/{row.id}/refusal": {"reason": "正在赶工"},
        "/return": {"reason": "不好用"},
    }
    for path, body in bodies.items():
        assert (await engineer.post(HERE + path, json=body)).status_code == 403, path
        assert (await nobody.post(HERE + path, json=body)).status_code == 401, path
    assert (await engineer.put(f"{HERE}/window", json=window)).status_code == 403
    brought = await engineer.post(f"{HERE}/releases", content=upgrading.package(), headers=ZIP)
    assert brought.status_code == 403


async def test_a_release_is_declined_and_agreed_to_later(upgrading: Upgrading) -> None:
    row = await upgrading.offered(upgrading.package())
    declined = await upgrading.owner.post(f"{HERE}/releases/{row.id}/refusal", json={"reason": "正在赶工"})
    assert (declined.json()["state"], declined.json()["why"]) == ("declined", "正在赶工")
    again = await upgrading.owner.post(f"{HERE}/releases/{row.id}/agreement", json={"atOnce": False})
    assert (again.json()["state"], again.json()["why"]) == ("waiting", "")
    await upgrading.owner.post(f"{HERE}/releases/{row.id}/agreement", json={"atOnce": True})
    await upgrading.step()
    late = await upgrading.owner.post(f"{HERE}/releases/{row.id}/refusal", json={"reason": "改主意了"})
    assert late.status_code == 409
    missing = await upgrading.owner.post(f"{HERE}/releases/99/agreement", json={"atOnce": True})
    assert missing.status_code == 404


@pytest.mark.parametrize(
    "window",
    [
        {"start": 60, "end": 60, "automatic": False},
        {"start": -1, "end": 60, "automatic": False},
        {"start": 0, "end": 1440, "automatic": False},
        {"start": "x", "end": 60, "automatic": False},
    ],
)
async def test_a_window_that_cannot_be_is_refused(upgrading: Upgrading, window: dict[str, Any]) -> None:
    assert (await upgrading.owner.put(f"{HERE}/window", json=window)).status_code == 422


async def test_only_operators_carry(upgrading: Upgrading) -> None:
    package = upgrading.package()
    number = await upgrading.published(package)
    assert await upgrading.published(package) == number
    link = await upgrading.sides.link()
    seeing = await upgrading.sides.brain.person("gateway_releases.see")
    stranger, nobody = await upgrading.sides.brain.person("portal.see"), await upgrading.sides.brain.client()

    for path in ("", f"/{number}/factories"):
        assert (await seeing.get(AT_BRAIN + path)).status_code == 200, path
        assert (await stranger.get(AT_BRAIN + path)).status_code == 403, path
        assert (await nobody.get(AT_BRAIN + path)).status_code == 401, path
    offer, why = {"factories": [link.id]}, {"reason": "有缺陷"}
    for client, status in ((seeing, 403), (nobody, 401)):
        assert (await client.post(AT_BRAIN, content=package, headers=ZIP)).status_code == status
        assert (await client.post(f"{AT_BRAIN}/{number}/offers", json=offer)).status_code == status
        assert (await client.post(f"{AT_BRAIN}/{number}/withdrawal", json=why)).status_code == status
    operator = upgrading.operator
    unknown = await operator.post(f"{AT_BRAIN}/{number}/offers", json={"factories": ["nobody"]})
    assert unknown.status_code == 404
    assert (await operator.post(f"{AT_BRAIN}/99/offers", json=offer)).status_code == 404


async def test_a_release_is_offered_once_and_withdrawn(upgrading: Upgrading) -> None:
    row = await upgrading.offered(upgrading.package())
    link = await upgrading.sides.link()
    offer = {"factories": [link.id]}
    again = await upgrading.operator.post(f"{AT_BRAIN}/1/offers", json=offer)
    assert (again.status_code, again.json()["offered"]) == (200, 1)
    await upgrading.sides.corresponded()
    assert [each.id for each in await upgrading.rows()] == [row.id]

    gone = await upgrading.operator.post(f"{AT_BRAIN}/1/withdrawal", json={"reason": "有缺陷"})
    assert gone.json()["withdrawnWhy"] == "有缺陷"
    assert (await upgrading.operator.post(f"{AT_BRAIN}/1/offers", json=offer)).status_code == 409
