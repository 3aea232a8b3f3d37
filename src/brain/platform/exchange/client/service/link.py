"""Calls on one environment of the centre with the brain's credentials; tokens are kept and renewed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

import msgspec

from brain.kit.clock import now
from brain.kit.node import Node
from brain.platform.exchange import protocol
from brain.platform.exchange.client.adapters.wire import Call, Credentials, Wire
from brain.platform.exchange.client.contract import ExchangeClientSettings
from brain.platform.exchange.client.domain.outcome import Outcome
from brain.platform.exchange.client.domain.refusals import NotConnected
from brain.platform.exchange.client.models import CredentialRow
from brain.platform.exchange.client.queries import connection as queries
from brain.platform.exchange.codes import RespCode
from brain.platform.exchange.messages.identity import TokenAnswer

EARLY = timedelta(seconds=30)
"""A token this close to its end is renewed first: it might expire under way."""


class Environment(StrEnum):
    SANDBOX = "sandbox"
    PRODUCTION = "production"

    @property
    def prefix(self) -> str:
        return protocol.SANDBOX_PREFIX if self is Environment.SANDBOX else ""


class Link:
    def __init__(self, node: Node, wire: Wire, row: CredentialRow) -> None:
        self._node = node
        self._wire = wire
        self._row = row
        self._credentials = unsealed(node, row)

    async def call(self, call: Call) -> Outcome:
        """One call; after 101 once more with a new token: it tells whether we are shut out or the call is."""
        outcome = await self._attempt(call)
        if outcome.code == RespCode.NOT_OPENED and not outcome.shut_out:
            self._row.token_expires_at = None
            outcome = await self._attempt(call)
        return outcome

    async def _attempt(self, call: Call) -> Outcome:
        token = self._kept_token()
        if token is None:
            fetched = await self._wire.token(self._credentials)
            if not fetched.accepted:
                return replace(fetched, shut_out=True)
            token = await self._keep_token(fetched)
        return await self._wire.call(replace(call, gzip=self._row.gzip), self._credentials, token)

    def _kept_token(self) -> str | None:
        kept, expires = self._row.sealed_token, self._row.token_expires_at
        if kept is None or expires is None or expires - EARLY <= now():
            return None
        return self._node.secrets.open(_token_name(self._row), kept).decode()

    async def _keep_token(self, fetched: Outcome) -> str:
        answer = msgspec.convert(fetched.body, TokenAnswer)
        row = self._row
        row.sealed_token = self._node.secrets.seal(_token_name(row), answer.access_token.encode())
        row.token_expires_at = now() + timedelta(seconds=answer.expires_in)
        row.gzip = fetched.gzip
        async with self._node.database.transaction() as session:
            await queries.keep_token(session, row)
        return answer.access_token


@asynccontextmanager
async def connect(node: Node, environment: Environment) -> AsyncIterator[Link]:
    """Raises `NotConnected` when no credentials have been collected."""
    async with node.database.transaction() as session:
        row = await queries.credential(session, environment)
    if row is None:
        raise NotConnected("尚未领取接口凭证，请先完成备案申请与联调测试")
    async with Wire(node.get(ExchangeClientSettings), environment.prefix) as wire:
        yield Link(node, wire, row)


def unsealed(node: Node, row: CredentialRow) -> Credentials:
    return Credentials(
        client_id=row.client_id,
        client_secret=node.secrets.open(f"{row.client_id}/secret", row.sealed_secret).decode(),
        sign_key=node.secrets.open(f"{row.client_id}/sign_key", row.sealed_sign_key).decode(),
    )


def _token_name(row: CredentialRow) -> str:
    return f"{row.client_id}/token"
