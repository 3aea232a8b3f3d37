"""身份认证 (annex 3, 3.2): the token endpoint's use cases, and what an access token says.

Client secrets are 256 random bits, so a salted SM3 is enough to keep them: there is no dictionary to try,
and a slow hash such as argon2id would only let anyone keep the server busy. Access tokens are short-lived and
sealed by the node's key; nothing is stored for them but the few that were revoked before their end.
"""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import msgspec
from cryptography.exceptions import InvalidTag

from brain.kit.clock import now
from brain.kit.crypto import same, sm3
from brain.kit.node import Node
from brain.platform.exchange.codes import BadClient, BadGrant, BadToken
from brain.platform.exchange.messages.identity import TokenAnswer
from brain.platform.exchange.server.domain.admission import Client, check_rate, window_of
from brain.platform.exchange.server.queries import admission as queries

LIFETIME = timedelta(minutes=30)
_NAME = "exchange.token"
_PREFIX = "bt_"


class AccessToken(msgspec.Struct, frozen=True, array_like=True):
    """`expires_at` in seconds since 1970 UTC."""

    id: str
    client_id: str
    generation: int
    expires_at: int
    scopes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """One authentication at the token endpoint."""

    client_id: str
    client_secret: str
    address: str

    @property
    def subject(self) -> str:
        return f"{self.address} {self.client_id}"[:200]


def secret_hash(client_id: str, secret: str) -> str:
    return sm3(f"{client_id}:{secret}".encode())


def seal(node: Node, token: AccessToken) -> str:
    sealed = node.secrets.seal(_NAME, msgspec.msgpack.encode(token))
    return _PREFIX + urlsafe_b64encode(sealed).decode().rstrip("=")


def unseal(node: Node, text: str) -> AccessToken:
    """What the token says, still valid by the clock; or `BadToken`."""
    try:
        sealed = urlsafe_b64decode(text.removeprefix(_PREFIX) + "==")
        token = msgspec.msgpack.decode(node.secrets.open(_NAME, sealed), type=AccessToken)
    except (NotBase64, ValueError, InvalidTag) as error:
        raise BadToken("访问令牌无效") from error
    if now().timestamp() >= token.expires_at:
        raise BadToken("访问令牌已过期")
    return token


async def authenticate(node: Node, attempt: Attempt) -> Client:
    """The client behind id and secret; failures are counted and slow the next attempt from that address."""
    at = now()
    async with node.database.reading() as connection:
        values = {"id": attempt.client_id, "subject": attempt.subject, "window": window_of(at), "weight": 1}
        knock = await queries.knock(connection, values, at)
        knock.lock.check(at)
        try:
            return _verified(knock, attempt, at)
        except BadClient:
            await queries.save_lock(connection, attempt.subject, knock.lock.after_failure(at))
            raise


def _verified(knock: queries.Knock, attempt: Attempt, at: datetime) -> Client:
    offered = secret_hash(attempt.client_id, attempt.client_secret)
    if knock.client is None or not any(same(offered, kept) for kept in knock.secret_hashes):
        raise BadClient("标识码或密钥不正确")
    check_rate(knock.client, knock.calls, at)
    knock.client.check_open(attempt.address, at)
    return knock.client


def issue(node: Node, client: Client, wanted: Sequence[str], lifetime: timedelta = LIFETIME) -> TokenAnswer:
    """A token for the wanted interface classes, or for all that are granted."""
    if not client.scopes.issuperset(wanted):
        missing = " ".join(sorted(set(wanted) - client.scopes))
        raise BadGrant(f"未开通的权限：{missing}", error="invalid_scope")
    scopes = tuple(sorted(wanted or client.scopes))
    token = AccessToken(
        id=secrets.token_hex(16),
        client_id=client.id,
        generation=client.generation,
        expires_at=int((now() + lifetime).timestamp()),
        scopes=scopes,
    )
    return TokenAnswer(
        access_token=seal(node, token), expires_in=int(lifetime.total_seconds()), scope=" ".join(scopes)
    )


async def revoke(node: Node, client: Client, text: str) -> None:
    """RFC 7009: a token that is void already, or another client's, changes nothing and is no error."""
    try:
        token = unseal(node, text)
    except BadToken:
        return
    if token.client_id != client.id:
        return
    async with node.database.reading() as connection:
        await queries.revoke_token(connection, token.id, datetime.fromtimestamp(token.expires_at, UTC))
