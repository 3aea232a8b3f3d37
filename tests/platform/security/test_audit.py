"""Writing the audit log: with the act, in one chain, found out when touched."""

import asyncio
import json

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from brain.kit.acts import Act, Kind
from brain.kit.events import Recorded, announce
from brain.platform.security import queries, service
from brain.platform.security.domain import BEGINNING, Chained
from brain.platform.security.queries import Filter
from tests.conftest import RunningNode

ACT = Act(
    name="test.act", title="试验", title_en="Tried", of=Kind(name="thing", title="事物", title_en="Thing")
)


async def act(running: RunningNode, *targets: str) -> None:
    async with running.node.database.transaction() as session:
        for target in targets:
            await announce(session, Recorded(act=ACT, target=target, actor="someone", details={"数": 1.50}))


async def act_and_fail(running: RunningNode) -> None:
    async with running.node.database.transaction() as session:
        await announce(session, Recorded(act=ACT, target="undone"))
        raise LookupError


async def entries(running: RunningNode) -> list[Chained]:
    async with running.node.database.transaction() as session:
        return (await queries.newest(session, Filter(), limit=1_000))[::-1]


def tamper(running: RunningNode, statement: str) -> None:
    """As a person with full rights on the database would."""
    with psycopg.connect(running.settings.database.dsn) as connection:
        connection.execute("ALTER TABLE security_entry DISABLE TRIGGER refuse_change")
        connection.execute(statement)
        connection.execute("ALTER TABLE security_entry ENABLE TRIGGER refuse_change")


async def test_an_act_and_its_entry_are_one_transaction(centre: RunningNode) -> None:
    await act(centre, "kept", "too")
    with pytest.raises(LookupError):
        await act_and_fail(centre)
    await act(centre, "after")

    found = await entries(centre)

    assert [(entry.position, entry.object_id) for entry in found] == [(1, "kept"), (2, "too"), (3, "after")]
    assert [entry.previous for entry in found] == [BEGINNING, found[0].digest, found[1].digest]
    assert (found[0].actor, found[0].kind, json.loads(found[0].details)) == ("someone", "thing", {"数": 1.5})


async def test_what_is_too_long_or_unstorable_does_not_stop_the_act(centre: RunningNode) -> None:
    await act(centre, "x" * 500, "nul\0nul")

    assert [entry.object_id for entry in await entries(centre)] == ["x" * 200, "nulnul"]
    assert (await service.verify(centre.node, by="someone")).fault is None


async def test_writers_at_once_make_one_chain(centre: RunningNode) -> None:
    await asyncio.gather(*(act(centre, f"{number}a", f"{number}b") for number in range(40)))

    found = await entries(centre)
    verified = await service.verify(centre.node, by="someone")

    assert [entry.position for entry in found] == list(range(1, 81))
    assert len({entry.object_id for entry in found}) == 80
    assert (verified.checked, verified.fault) == (80, None)


async def test_a_chain_longer_than_one_piece_is_followed_to_its_end(
    centre: RunningNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "PIECE", 3)
    await act(centre, *"abcdefgh")

    assert (await service.verify(centre.node, by="someone")).checked == 8


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE security_entry SET actor = 'another'",
        "DELETE FROM security_entry",
        "TRUNCATE security_entry",
        "DELETE FROM security_verification",
    ],
)
async def test_the_database_refuses_to_change_what_is_written(centre: RunningNode, statement: str) -> None:
    await act(centre, "a")

    with psycopg.connect(centre.settings.database.dsn) as connection, pytest.raises(InsufficientPrivilege):
        connection.execute(statement)

    assert [entry.actor for entry in await entries(centre)] == ["someone"]


@pytest.mark.parametrize(
    ("statement", "broken_at", "fault"),
    [
        ("UPDATE security_entry SET object_id = 'z' WHERE position = 2", 2, "changed"),
        ("UPDATE security_entry SET at = at + interval '1 second' WHERE position = 3", 3, "changed"),
        ("""UPDATE security_entry SET details = '{"数": 2}' WHERE position = 1""", 1, "changed"),
        ("UPDATE security_entry SET digest = repeat('0', 64) WHERE position = 2", 2, "changed"),
        ("DELETE FROM security_entry WHERE position = 1", 1, "missing"),
        ("DELETE FROM security_entry WHERE position = 3", 3, "missing"),
        ("UPDATE security_entry SET previous = repeat('0', 64) WHERE position = 4", 4, "unlinked"),
    ],
)
async def test_verification_names_the_first_broken_place(
    centre: RunningNode, statement: str, broken_at: int, fault: str
) -> None:
    await act(centre, *"abcd")
    before = await service.verify(centre.node, by="someone")
    tamper(centre, statement)

    after = await service.verify(centre.node, by="someone")

    assert (before.checked, before.broken_at, before.fault) == (4, None, None)
    assert (after.checked, after.broken_at, after.fault) == (broken_at - 1, broken_at, fault)


async def test_an_end_that_was_cut_off_disagrees_with_the_checkpoint(centre: RunningNode) -> None:
    await act(centre, *"abcd")
    await service.checkpoint(centre.node)
    tamper(centre, "DELETE FROM security_entry WHERE position > 2")

    found = await service.verify(centre.node, by="someone")

    assert (found.broken_at, found.fault) == (3, "cut")


async def test_a_torn_checkpoint_spoils_no_other(centre: RunningNode) -> None:
    file = centre.node.folder / "audit" / "checkpoints.jsonl"
    await act(centre, "a")
    await service.checkpoint(centre.node)
    with file.open("a") as torn:
        torn.write('{"position": 2, "dig')
    await act(centre, "b", "c")
    await service.checkpoint(centre.node)
    whole = await service.verify(centre.node, by="someone")
    tamper(centre, "DELETE FROM security_entry WHERE position >= 3")

    cut = await service.verify(centre.node, by="someone")

    assert (whole.checked, whole.fault) == (3, None)
    assert (cut.broken_at, cut.fault) == (3, "cut")


async def test_a_chain_made_anew_disagrees_with_the_checkpoint(centre: RunningNode) -> None:
    await act(centre, *"abcd")
    await service.checkpoint(centre.node)
    await service.checkpoint(centre.node)
    tamper(centre, "TRUNCATE security_entry")
    await act(centre, *"abce", "f")

    found = await service.verify(centre.node, by="someone")

    assert (found.broken_at, found.fault) == (4, "checkpoint")


async def test_a_broken_chain_is_told_to_the_audit_administrator_once(centre: RunningNode) -> None:
    auditor = await centre.person("security.read_audit")
    await act(centre, *"ab")
    tamper(centre, "UPDATE security_entry SET actor = 'another' WHERE position = 1")

    await service.verify(centre.node, by="system")
    await service.verify(centre.node, by="system")
    written = (await entries(centre))[-1]
    told = (await auditor.get("/api/portal/todos?done=false")).json()["items"]

    assert (written.action, written.object_title, written.result) == (
        "security.verify",
        "第 1 条起不可信",
        "done",
    )
    assert [item["title"] for item in told] == ["审计日志校验未通过：第 1 条起不可信"]
