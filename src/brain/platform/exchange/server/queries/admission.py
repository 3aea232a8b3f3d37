"""Statements at the door, each committing by itself on a connection of `Database.reading`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg import AsyncConnection
from psycopg.rows import dict_row

from brain.platform.exchange.server.domain.admission import Client, Lock

_CLIENT = """
    c.id, c.name, c.state, c.scopes, c.scenes, c.addresses, c.users, c.calls_per_minute, c.valid_until,
    c.generation
"""

_COUNT = """
    INSERT INTO exchange_rate AS r (client_id, window_number, calls)
    SELECT id, %(window)s, %(weight)s FROM exchange_client WHERE id = %(id)s
    ON CONFLICT (client_id) DO UPDATE SET
        calls = CASE WHEN r.window_number = excluded.window_number THEN r.calls ELSE 0 END + excluded.calls,
        window_number = excluded.window_number
    RETURNING calls
"""

_ADMIT = f"""
    WITH counted AS ({_COUNT}),
    fresh AS (
        INSERT INTO exchange_nonce (client_id, nonce, seen_at)
        SELECT id, %(nonce)s, %(at)s FROM exchange_client WHERE id = %(id)s
        ON CONFLICT DO NOTHING RETURNING true
    )
    SELECT {_CLIENT}, c.sign_key, c.previous_sign_key, c.previous_until, counted.calls,
        EXISTS (SELECT FROM fresh) AS fresh,
        EXISTS (SELECT FROM exchange_revoked_token WHERE token_id = %(token)s) AS revoked
    FROM exchange_client c, counted WHERE c.id = %(id)s
"""  # noqa: S608 - composed of constants

_KNOCK = f"""
    WITH counted AS ({_COUNT})
    SELECT {_CLIENT}, c.secret_hash, c.previous_secret_hash, c.previous_until, counted.calls,
        f.failures, f.last_at, f.locked_until
    FROM (VALUES (1)) AS one
    LEFT JOIN exchange_client c ON c.id = %(id)s
    LEFT JOIN counted ON true
    LEFT JOIN exchange_failure f ON f.subject = %(subject)s
"""  # noqa: S608 - composed of constants


@dataclass(frozen=True, kw_only=True)
class Admission:
    """What the door has to know about one signed call; sign keys are still sealed."""

    client: Client
    calls: int
    fresh: bool
    revoked: bool
    sealed_keys: tuple[bytes, ...]


@dataclass(frozen=True, kw_only=True)
class Knock:
    """What the token endpoint has to know about one attempt; `client` None: no such client."""

    client: Client | None
    calls: int
    lock: Lock
    secret_hashes: tuple[str, ...]


def _client(row: dict[str, Any]) -> Client:
    return Client(
        id=row["id"],
        name=row["name"],
        state=row["state"],
        scopes=frozenset(row["scopes"]),
        scenes=frozenset(row["scenes"]),
        addresses=row["addresses"],
        users=frozenset(row["users"]),
        calls_per_minute=row["calls_per_minute"],
        valid_until=row["valid_until"],
        generation=row["generation"],
    )


def _with_previous(row: dict[str, Any], current: str, at: datetime) -> tuple[Any, ...]:
    if row["previous_until"] is not None and at < row["previous_until"]:
        return (row[current], row[f"previous_{current}"])
    return (row[current],)


async def _one(
    connection: AsyncConnection[Any], statement: str, values: dict[str, Any]
) -> dict[str, Any] | None:
    async with connection.cursor(row_factory=dict_row) as cursor:
        await cursor.execute(statement, values, prepare=True)
        return await cursor.fetchone()


async def admit(connection: AsyncConnection[Any], values: dict[str, Any], at: datetime) -> Admission | None:
    """Count the call, remember the nonce, fetch the client: `values` are id, nonce, token, window, weight."""
    row = await _one(connection, _ADMIT, {**values, "at": at})
    if row is None:
        return None
    return Admission(
        client=_client(row),
        calls=row["calls"],
        fresh=row["fresh"],
        revoked=row["revoked"],
        sealed_keys=_with_previous(row, "sign_key", at),
    )


async def knock(connection: AsyncConnection[Any], values: dict[str, Any], at: datetime) -> Knock:
    """Count the attempt and fetch the client and its lock: `values` are id, subject, window, weight."""
    row = await _one(connection, _KNOCK, values) or {}
    known = row["id"] is not None
    return Knock(
        client=_client(row) if known else None,
        calls=row["calls"] or 0,
        lock=Lock(failures=row["failures"] or 0, last_at=row["last_at"], until=row["locked_until"]),
        secret_hashes=_with_previous(row, "secret_hash", at) if known else (),
    )


async def save_lock(connection: AsyncConnection[Any], subject: str, lock: Lock) -> None:
    await connection.execute(
        """
        INSERT INTO exchange_failure (subject, failures, last_at, locked_until) VALUES (%s, %s, %s, %s)
        ON CONFLICT (subject) DO UPDATE SET
            failures = excluded.failures, last_at = excluded.last_at, locked_until = excluded.locked_until
        """,
        (subject, lock.failures, lock.last_at, lock.until),
    )


async def revoke_token(connection: AsyncConnection[Any], token_id: str, expires_at: datetime) -> None:
    await connection.execute(
        "INSERT INTO exchange_revoked_token (token_id, expires_at) VALUES (%s, %s) ON CONFLICT DO NOTHING",
        (token_id, expires_at),
    )


async def forget_before(
    connection: AsyncConnection[Any], *, nonces: datetime, failures: datetime, tokens: datetime
) -> None:
    """Drop what can no longer refuse anything."""
    await connection.execute("DELETE FROM exchange_nonce WHERE seen_at < %s", (nonces,))
    await connection.execute("DELETE FROM exchange_failure WHERE last_at < %s", (failures,))
    await connection.execute("DELETE FROM exchange_revoked_token WHERE expires_at < %s", (tokens,))


async def raise_alarm(connection: AsyncConnection[Any], client_id: str, kind: str, at: datetime) -> bool:
    """Whether this is the first alarm of its kind for the client in this hour."""
    cursor = await connection.execute(
        """
        INSERT INTO exchange_alarm AS a (client_id, kind, hour, first_at, last_at, times)
        VALUES (%(client)s, %(kind)s, date_trunc('hour', %(at)s), %(at)s, %(at)s, 1)
        ON CONFLICT (client_id, kind, hour) DO UPDATE SET last_at = excluded.last_at, times = a.times + 1
        RETURNING times
        """,
        {"client": client_id, "kind": kind, "at": at},
    )
    row = await cursor.fetchone()
    return row is not None and row[0] == 1
