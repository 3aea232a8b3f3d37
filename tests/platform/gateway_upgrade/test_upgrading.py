"""A release on its way: offered by the brain, believed by its publisher's signature, agreed to by the owner,
fetched in pieces, ordered, and what becomes of it told to everybody."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from brain.kit.clock import BEIJING
from brain.kit.errors import Conflict, Invalid
from brain.platform.factory_link.brain.service import files as brain_files
from brain.platform.factory_link.gateway.adapters.brain_client import BrainRefused
from brain.platform.gateway_upgrade.contract import Installation
from brain.platform.gateway_upgrade.gateway.domain.windows import Window
from brain.platform.gateway_upgrade.gateway.service.releases import wheel_of
from brain.platform.gateway_upgrade.protocol import releases
from brain.supervisor import slots
from tests.platform.gateway_upgrade.conftest import AT_BRAIN, HERE, LARGE, ZIP, Upgrading


async def agreed(upgrading: Upgrading, number: int, *, at_once: bool = True) -> None:
    answer = await upgrading.owner.post(f"{HERE}/releases/{number}/agreement", json={"atOnce": at_once})
    assert answer.status_code == 200, answer.text


async def state_at_brain(upgrading: Upgrading) -> tuple[str, str]:
    await upgrading.sides.corresponded()
    (row,) = (await upgrading.operator.get(f"{AT_BRAIN}/1/factories")).json()
    return row["state"], row["why"]


async def test_a_release_is_offered_agreed_to_fetched_and_ordered(upgrading: Upgrading) -> None:
    row = await upgrading.offered(upgrading.package())
    assert (row.state, row.version, row.origin) == ("offered", "9.0.0", "brain")
    await upgrading.step()
    assert not list((upgrading.root).glob("wheels/*/*"))  # nothing is fetched before the owner agrees

    await agreed(upgrading, row.id)
    await upgrading.step()
    listed = releases.read(row.text)[1].files
    assert all(wheel_of(upgrading.root, each).stat().st_size == each.size for each in listed)
    assert (await upgrading.rows())[0].state == "ordered"
    await upgrading.step()
    assert upgrading.order() == {
        "do": "upgrade", "number": "1.1", "release": row.text, "trial": 300.0, "window": 1800.0,
    }  # fmt: skip
    assert (await state_at_brain(upgrading))[0] == "ordered"

    upgrading.supervise(order="1.1", outcome="kept", live="b")
    await upgrading.step()
    assert (await upgrading.rows())[0].state == "kept"
    assert (await state_at_brain(upgrading))[0] == "kept"
    told = (await upgrading.owner.get(HERE)).json()
    assert (told["slot"], told["mayGoBack"]) == ("b", True)


async def test_a_release_that_went_back_may_be_agreed_to_again(upgrading: Upgrading) -> None:
    row = await upgrading.offered(upgrading.package())
    await agreed(upgrading, row.id)
    await upgrading.step()
    upgrading.supervise(order="1.1", outcome="returned", why="来源没有数据：硫化机")
    await upgrading.step()
    (row,) = await upgrading.rows()
    assert (row.state, row.why) == ("returned", "来源没有数据：硫化机")
    assert await state_at_brain(upgrading) == ("returned", "来源没有数据：硫化机")

    await agreed(upgrading, row.id)
    await upgrading.step()
    await upgrading.step()
    assert upgrading.order()["number"] == "1.2"


async def test_an_order_that_was_lost_is_given_again(upgrading: Upgrading) -> None:
    row = await upgrading.offered(upgrading.package())
    await agreed(upgrading, row.id)
    await upgrading.step()  # the power goes after the database knows, before the supervisor does
    assert not upgrading.order()
    await upgrading.step()
    assert upgrading.order()["number"] == "1.1"


async def test_fetching_goes_on_where_it_was_broken_off(upgrading: Upgrading) -> None:
    row = await upgrading.offered(upgrading.package())
    await agreed(upgrading, row.id)
    (large,) = (each for each in releases.read(row.text)[1].files if each.name.startswith("numpy"))
    at_brain = brain_files.place(upgrading.sides.brain.node, large.sha256)
    content = at_brain.read_bytes()
    draft = wheel_of(upgrading.root, large).with_name(large.name + ".part")
    draft.parent.mkdir(parents=True)
    draft.write_bytes(content[: LARGE // 2])
    at_brain.write_bytes(bytes(LARGE // 2) + content[LARGE // 2 :])  # what is here already is not asked for

    await upgrading.step()
    assert wheel_of(upgrading.root, large).read_bytes() == content


@pytest.mark.parametrize("damage", [lambda old: old[:-1] + b"\0", lambda old: old[:-10], lambda old: b""])
async def test_a_file_that_is_not_what_was_signed_is_not_kept(
    upgrading: Upgrading, damage: Callable[[bytes], bytes]
) -> None:
    row = await upgrading.offered(upgrading.package())
    await agreed(upgrading, row.id)
    (large,) = (each for each in releases.read(row.text)[1].files if each.name.startswith("numpy"))
    at_brain = brain_files.place(upgrading.sides.brain.node, large.sha256)
    at_brain.write_bytes(damage(at_brain.read_bytes()))

    with pytest.raises(Invalid):
        await upgrading.step()
    assert not wheel_of(upgrading.root, large).exists()
    assert (await upgrading.rows())[0].state == "waiting"


async def test_a_file_that_was_withdrawn_is_waited_for(upgrading: Upgrading) -> None:
    row = await upgrading.offered(upgrading.package())
    await agreed(upgrading, row.id)
    for each in releases.read(row.text)[1].files:
        brain_files.place(upgrading.sides.brain.node, each.sha256).unlink()
    with pytest.raises(BrainRefused, match="没有这个文件"):
        await upgrading.step()
    assert (await upgrading.rows())[0].state == "waiting"


async def test_a_release_waits_for_its_window(upgrading: Upgrading) -> None:
    here = (await upgrading.owner.get(HERE)).json()
    assert here["window"] == {"start": 120, "end": 300, "automatic": False}
    row = await upgrading.offered(upgrading.package())
    never = {"start": 0, "end": 1, "automatic": False}
    await upgrading.owner.put(f"{HERE}/window", json=never)
    await agreed(upgrading, row.id, at_once=False)
    await upgrading.step()
    assert (await upgrading.rows())[0].state == "ready"
    always = {"start": 0, "end": 1439, "automatic": False}
    await upgrading.owner.put(f"{HERE}/window", json=always)
    await upgrading.step()
    assert (await upgrading.rows())[0].state in {"ordered", "ready"}  # "ready" in the day's last minute


async def test_who_wants_is_not_asked(upgrading: Upgrading) -> None:
    told = {"start": 0, "end": 1, "automatic": True}
    assert (await upgrading.owner.put(f"{HERE}/window", json=told)).status_code == 200
    assert (await upgrading.offered(upgrading.package())).state == "waiting"


async def refused_at_gateway(upgrading: Upgrading, package: bytes) -> str:
    number = await upgrading.published(package)
    link = await upgrading.sides.link()
    await upgrading.operator.post(f"{AT_BRAIN}/{number}/offers", json={"factories": [link.id]})
    await upgrading.sides.corresponded()

    async def answered() -> bool:
        state, _ = await state_at_brain(upgrading)
        return state == "failed"

    await upgrading.worked(answered)
    assert await upgrading.rows() == []
    return (await state_at_brain(upgrading))[1]


async def test_another_publishers_release_is_refused(upgrading: Upgrading) -> None:
    stranger = upgrading.package(key=Ed25519PrivateKey.generate())
    assert "发布者" in await refused_at_gateway(upgrading, stranger)
    brought = await upgrading.owner.post(f"{HERE}/releases", content=stranger, headers=ZIP)
    assert brought.status_code == 403


@pytest.mark.parametrize(
    ("version", "requires", "why"),
    [("0.0.9", "0.0.1", "不比"), ("0.1.0", "0.0.1", "不比"), ("9.0.0", "8.0.0", "须从")],
)
async def test_what_may_not_be_reached_from_here_is_refused(
    upgrading: Upgrading, version: str, requires: str, why: str
) -> None:
    assert why in await refused_at_gateway(upgrading, upgrading.package(version, requires=requires))


async def test_another_platforms_release_is_refused(
    upgrading: Upgrading, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr("sysconfig.get_platform", lambda: "linux-aarch64")
        package = upgrading.package()
    assert "linux-aarch64" in await refused_at_gateway(upgrading, package)


async def test_a_package_is_brought_by_hand_where_there_is_no_link(upgrading: Upgrading) -> None:
    package = upgrading.package()
    brought = await upgrading.owner.post(f"{HERE}/releases", content=package, headers=ZIP)
    assert brought.status_code == 201, brought.text
    told = brought.json()
    assert (told["state"], told["fetched"]) == ("offered", told["size"])
    again = await upgrading.owner.post(f"{HERE}/releases", content=package, headers=ZIP)
    assert again.json()["id"] == told["id"]
    await agreed(upgrading, told["id"])
    await upgrading.step()
    assert (await upgrading.rows())[0].state == "ordered"


def altered(package: bytes, name: str, content: bytes | None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as held, zipfile.ZipFile(out, "w") as made:
        for each in held.namelist():
            told = content if each.endswith(name) else held.read(each)
            if told is not None:
                made.writestr(each, told)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("pip-26.3-py3-none-any.whl", b"something else"),
        ("pip-26.3-py3-none-any.whl", b"x" * 100),
        ("pip-26.3-py3-none-any.whl", None),
        ("release.jws", None),
        ("release.jws", b"a.b.c"),
        ("release.jws", "签名".encode()),
        ("release.jws", b"." * 300_000),
    ],
)
async def test_a_package_that_was_altered_is_refused(
    upgrading: Upgrading, name: str, content: bytes | None
) -> None:
    package = altered(upgrading.package(), name, content)
    for client, place in ((upgrading.owner, f"{HERE}/releases"), (upgrading.operator, AT_BRAIN)):
        answer = await client.post(place, content=package, headers=ZIP)
        assert answer.status_code == 422, answer.text
    assert await upgrading.rows() == []
    for junk in (b"", b"PK", b"\0" * 1000):
        assert (await upgrading.operator.post(AT_BRAIN, content=junk, headers=ZIP)).status_code == 422


async def test_on_trial_a_release_is_judged_by_what_worked_before(upgrading: Upgrading) -> None:
    row = await upgrading.offered(upgrading.package())
    await agreed(upgrading, row.id)
    await upgrading.step()
    slots.write(upgrading.root / "state.json", slots.read(upgrading.root / "state.json"))
    (upgrading.root / "slots" / "b").mkdir(parents=True)
    slots.write(upgrading.root / "slots" / "b" / "release.json", {"release": row.text})
    upgrading.supervise(order="1.1", phase="trial", release=row.text)

    await upgrading.step(1)
    fitness = slots.read(upgrading.root / "fitness.json")
    assert fitness == {"order": "1.1", "beat": 1, "fit": True, "why": ""}

    async with upgrading.sides.gateway.node.database.transaction() as session:
        stored = await session.get_one(type(row), row.id)
        stored.before = {"sources": ["硫化机"], "link": True}
    await upgrading.step(2)
    assert "硫化机" in slots.read(upgrading.root / "fitness.json")["why"]
    assert "硫化机" in (await upgrading.owner.get(HERE)).json()["problem"]

    here = upgrading.sides.gateway.node
    here.provided[Installation] = replace(here.get(Installation), answers=lambda: False)
    await upgrading.step(3)
    assert slots.read(upgrading.root / "fitness.json")["fit"] is False


async def test_the_owner_goes_back(upgrading: Upgrading) -> None:
    told = {"reason": "报表不对"}
    assert (await upgrading.owner.post(f"{HERE}/return", json=told)).status_code == 409
    row = await upgrading.offered(upgrading.package())
    await agreed(upgrading, row.id)
    await upgrading.step()
    upgrading.supervise(order="1.1", outcome="kept", live="b")
    await upgrading.step()
    assert (await upgrading.owner.post(f"{HERE}/return", json=told)).status_code == 202
    assert upgrading.order() == {"do": "return", "number": "1.1.back", "why": "报表不对"}
    upgrading.supervise(order="1.1.back", outcome="returned", live="a", why="报表不对")
    await upgrading.step()
    assert await state_at_brain(upgrading) == ("returned", "报表不对")


async def test_a_gateway_without_slots_says_so(upgrading: Upgrading) -> None:
    here = upgrading.sides.gateway.node
    here.provided[Installation] = replace(here.get(Installation), root=None)
    told = (await upgrading.owner.get(HERE)).json()
    assert (told["slots"], told["version"], told["phase"]) == (False, "0.1.0", None)
    answer = await upgrading.owner.post(f"{HERE}/releases", content=upgrading.package(), headers=ZIP)
    assert (answer.status_code, "安装包" in answer.json()["message"]) == (409, True)
    assert "没有两个槽" in await refused_at_gateway(upgrading, upgrading.package())


def test_windows_hold_also_over_midnight() -> None:
    night, day = (datetime(2026, 11, 24, hour, 30, tzinfo=BEIJING) for hour in (0, 12))
    assert Window(22 * 60, 4 * 60).holds(night)
    assert not Window(22 * 60, 4 * 60).holds(day)
    assert Window(12 * 60, 13 * 60).holds(day)


async def test_a_disk_without_room_is_told(upgrading: Upgrading, monkeypatch: pytest.MonkeyPatch) -> None:
    row = await upgrading.offered(upgrading.package())
    await agreed(upgrading, row.id)
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=1))
    with pytest.raises(Conflict, match="磁盘只剩"):
        await upgrading.step()
    assert not list(upgrading.root.glob("wheels/*/*"))
