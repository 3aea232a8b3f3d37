"""Credentials of an application in an environment: collected once, rotated with overlap, closed at once."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from brain.kit.clock import now
from brain.kit.crypto import token
from brain.kit.db import lock
from brain.kit.errors import Conflict
from brain.kit.events import announce
from brain.kit.node import Node
from brain.platform.exchange.messages.application import CredentialsAnswer
from brain.platform.exchange.messages.application import Environment as EnvironmentName
from brain.platform.exchange.protocol import ApplicationState
from brain.platform.exchange.server.contract import Sandbox
from brain.platform.exchange.server.domain import acts
from brain.platform.exchange.server.domain.applications import ROTATION_OVERLAP, client_state
from brain.platform.exchange.server.models.access import ApplicationRow, ClientRow
from brain.platform.exchange.server.queries import applications as queries
from brain.platform.exchange.server.service.admission import key_name
from brain.platform.exchange.server.service.applications import form_of, recorded_by_brain, standing
from brain.platform.exchange.server.service.tokens import secret_hash


class NotCollectable(Conflict):
    """Not the moment, or collected before: who lost them asks for a rotation."""

    code = "not_collectable"


@dataclass(frozen=True)
class _Pair:
    secret: str
    sign_key: str


async def collect(
    session: AsyncSession, node: Node, row: ApplicationRow, name: EnvironmentName
) -> CredentialsAnswer:
    """Make and show the credentials; the caller's transaction holds the application.

    The client is written to the environment's own database. Should the caller's transaction fail after that,
    the pair made here was never shown and the next collection replaces it.
    """
    if name not in standing(row).collectable():
        raise NotCollectable("现在不能领取该环境的凭证：尚未开通，或已领取过（遗失请轮换）")
    shown = await _renew(_database_of(node, name), row, name, overlaps=False)
    if name == "sandbox":
        row.sandbox_collected_at = now()
    else:
        row.production_collected_at = now()
    await announce(session, recorded_by_brain(row, acts.COLLECTED, environment=name))
    return shown


async def rotate(
    session: AsyncSession, node: Node, row: ApplicationRow, name: EnvironmentName
) -> CredentialsAnswer:
    """A new pair; the one before goes on working for a week."""
    stands = standing(row)
    if not stands.may_use(name) or name in stands.collectable():
        raise NotCollectable("该环境的凭证尚未领取或已关闭，不能轮换")
    shown = await _renew(_database_of(node, name), row, name, overlaps=True)
    await announce(session, recorded_by_brain(row, acts.ROTATED, environment=name))
    return shown


async def reset(session: AsyncSession, node: Node, row: ApplicationRow, name: EnvironmentName) -> None:
    """After a leak: present pairs and all their tokens are void at once, new ones may be collected."""
    owner = _database_of(node, name)
    async with owner.database.transaction() as inner:
        client = await queries.client(inner, row.client_id, lock=True)
        if client is None:
            raise NotCollectable("该环境的凭证尚未领取")
        _put(owner, client, _Pair(token("cs"), token("sk")))
    if name == "sandbox":
        row.sandbox_collected_at = None
    else:
        row.production_collected_at = None
    await session.flush()


async def follow(session: AsyncSession, node: Node, row: ApplicationRow) -> None:
    """Make both environments' clients what the application now says; a closed one is closed at once."""
    await session.flush()
    await _follow(session, row)
    async with node.get(Sandbox).node.database.transaction() as inner:
        await _follow(inner, row)


async def _follow(session: AsyncSession, row: ApplicationRow) -> None:
    client = await queries.client(session, row.client_id, lock=True)
    if client is not None:
        for name, value in _granted(row).items():
            setattr(client, name, value)


def _database_of(node: Node, name: EnvironmentName) -> Node:
    return node.get(Sandbox).node if name == "sandbox" else node


async def _renew(
    owner: Node, row: ApplicationRow, name: EnvironmentName, *, overlaps: bool
) -> CredentialsAnswer:
    pair = _Pair(token("cs"), token("sk"))
    async with owner.database.transaction() as session:
        await lock(session, "exchange.credentials", row.client_id)
        client = await queries.client(session, row.client_id, lock=True)
        if client is None:
            client = ClientRow(id=row.client_id, created_at=now(), generation=0, **_granted(row))
            _put(owner, client, pair)
            await queries.add(session, client)
        elif overlaps:
            _shift(owner, client, pair)
        else:
            _put(owner, client, pair)
        return _shown(client, name, pair)


def _put(owner: Node, client: ClientRow, pair: _Pair) -> None:
    """The only pair; tokens of the ones before are void."""
    client.generation += 1
    client.previous_secret_hash = client.previous_sign_key = client.previous_until = None
    _set(owner, client, pair)


def _shift(owner: Node, client: ClientRow, pair: _Pair) -> None:
    client.previous_secret_hash, client.previous_sign_key = client.secret_hash, client.sign_key
    client.previous_until = now() + ROTATION_OVERLAP
    _set(owner, client, pair)


def _set(owner: Node, client: ClientRow, pair: _Pair) -> None:
    client.secret_hash = secret_hash(client.id, pair.secret)
    client.sign_key = owner.secrets.seal(key_name(client.id), pair.sign_key.encode())


def _granted(row: ApplicationRow) -> dict[str, Any]:
    form = form_of(row)
    return {
        "application_number": row.number,
        "name": row.system_name,
        "state": client_state(ApplicationState(row.state)),
        "scopes": [granted.value for granted in form.interface_classes],
        "scenes": form.scenes,
        "addresses": form.source_addresses,
        "users": form.users,
        "calls_per_minute": row.calls_per_minute,
        "valid_until": row.valid_until,
    }


def _shown(client: ClientRow, name: EnvironmentName, pair: _Pair) -> CredentialsAnswer:
    return CredentialsAnswer(
        environment=name,
        client_id=client.id,
        client_secret=pair.secret,
        sign_key=pair.sign_key,
        scope=" ".join(sorted(client.scopes)),
        scenes=client.scenes,
        valid_until=client.valid_until,
        previous_valid_until=client.previous_until,
    )
